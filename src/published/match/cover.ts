/** Whose document it is and of which year: read off the cover, the titles and the lines above the tables, by a vote. */
import type { Node } from '../../document/grammar.js';
import type { PublishedDocument } from '../document.js';
import { charactersOf } from './characters.js';
import { costs } from './costs.js';
import { type FormParagraph, paragraphsPrinting } from './form.js';
import { Pairs } from './pairs.js';
import { readSentence } from './sentence.js';

export interface CoverRead {
  readonly year: number | undefined;
  readonly name: string | undefined;
  readonly kind: '部门' | '单位' | undefined;
}

/** Paths that a cover decides. */
const coverPaths = ['year', 'name', 'kind', 'self', 'lastYear'];

/** The paragraphs of a form, of which nothing is known, that say whose a document is. */
export const titlesOf = (nodes: readonly Node[]): FormParagraph[] =>
  paragraphsPrinting(nodes, coverPaths).filter(({ pattern }) => pattern.weight >= 2 * costs.character);

/** What the document's titles say most often; `titles` are those of its form. */
export function readCover(document: PublishedDocument, titles: readonly FormParagraph[]): CoverRead {
  const pairs = new Pairs(titles);
  const votes = new Map(coverPaths.map((path) => [path, new Votes()]));
  for (const text of textsOf(document)) {
    const characters = charactersOf(text);
    if (characters.text.length > longestTitle) continue;
    for (const { paragraph, shared } of pairs.near(characters.text)) {
      // two marks may be otherwise, each of which stands in two pairs
      if (shared < paragraph.pattern.leastPairs - 4) continue;
      const limit = characters.text.length * costs.free + 2 * costs.mark;
      const sentence = readSentence(paragraph.pattern, characters, limit);
      for (const { item, isRead, from, to } of sentence?.moves ?? []) {
        if (item?.kind !== 'hole' || !isRead) continue;
        votes.get(item.hole.path)?.count(characters.text.slice(from, to), characters.source(from, to));
      }
    }
  }
  const [year, name, kind] = ['year', 'name', 'kind'].map((path) => votes.get(path)?.winner());
  return { year: year === undefined ? undefined : Number(year), name, kind: kind as CoverRead['kind'] };
}

const textsOf = (document: PublishedDocument): string[] =>
  document.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.text]
      : block.rows.slice(0, captionRows).flatMap(({ cells }) => cells.map(({ text }) => text)),
  );

const captionRows = 3;
const longestTitle = 120;

class Votes {
  /** By the text as it is read: as first written, and how often. */
  readonly #counts = new Map<string, { readonly written: string; count: number }>();

  count(text: string, written: string): void {
    const known = this.#counts.get(text);
    if (known) known.count += 1;
    else this.#counts.set(text, { written: written.replace(/\s+/g, ''), count: 1 });
  }

  winner(): string | undefined {
    return [...this.#counts.values()].sort((a, b) => b.count - a.count)[0]?.written;
  }
}
