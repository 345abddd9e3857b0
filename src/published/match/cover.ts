/** Whose document it is and of which year: read off the cover, the titles and the lines above the tables, by a vote. */
import type { Node } from '../../document/grammar.js';
import type { PublishedDocument } from '../document.js';
import { charactersOf } from './characters.js';
import { costs } from './costs.js';
import { type FormParagraph, paragraphsPrinting } from './form.js';
import { Pairs } from './pairs.js';
import { remembered } from './remembered.js';
import { readSentence, type SentenceItem } from './sentence.js';

export interface CoverRead {
  readonly year: number | undefined;
  readonly name: string | undefined;
  readonly kind: '部门' | '单位' | undefined;
}

/** Paths that a cover decides. */
const coverPaths = ['year', 'name', 'kind', 'self', 'lastYear'];

/** The titles of a form, each with how many of its paragraphs say the same: 编制单位 stands above every table. */
export type Titles = ReadonlyMap<FormParagraph, number>;

/** The paragraphs of a form, of which nothing is known, that say whose a document is. */
export function titlesOf(nodes: readonly Node[]): Titles {
  const titles = paragraphsPrinting(nodes, coverPaths).filter(({ pattern }) => pattern.weight >= 2 * costs.character);
  const alike = new Map<string, FormParagraph>();
  const counts = new Map<FormParagraph, number>();
  for (const title of titles) {
    const one = remembered(alike, saidByPattern(title), () => title);
    counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return counts;
}

/** The same for patterns that read the same. */
const saidByPattern = ({ pattern }: FormParagraph): string =>
  pattern.automaton.arcs
    .map((arcs) => arcs.map(({ to, item, mark }) => `${to} ${saidByItem(item)} ${mark ? JSON.stringify(mark) : ''}`))
    .join('\n');

function saidByItem(item: SentenceItem | undefined): string {
  if (item?.kind === 'character') return item.character;
  return item?.kind === 'hole' ? [item.hole.path, item.hole.helper, item.hole.words].join(' ') : (item?.kind ?? '');
}

/** What the document's titles say most often; `titles` are those of its form. */
export function readCover(document: PublishedDocument, titles: Titles): CoverRead {
  const pairs = new Pairs([...titles.keys()]);
  const votes = new Map(coverPaths.map((path) => [path, new Votes()]));
  for (const [text, times] of textsOf(document)) {
    const characters = charactersOf(text);
    if (characters.text.length > longestTitle) continue;
    for (const { paragraph, shared } of pairs.near(characters.text)) {
      // two marks may be otherwise, each of which stands in two pairs
      if (shared < paragraph.pattern.leastPairs - 4) continue;
      const limit = characters.text.length * costs.free + 2 * costs.mark;
      const sentence = readSentence(paragraph.pattern, characters, limit);
      const count = times * (titles.get(paragraph) ?? 1);
      for (const { item, isRead, from, to } of sentence?.moves ?? []) {
        const [read, written] = [characters.text.slice(from, to), characters.source(from, to)];
        // a colon is in no name: another part of the line has been taken for the end of it, as has what counts money
        if (item?.kind !== 'hole' || !isRead || read.includes(':') || /\s(?:金额|计量|货币)$/.test(written)) continue;
        votes.get(item.hole.path)?.count(read, written, count);
      }
    }
  }
  const [year, name, kind] = ['year', 'name', 'kind'].map((path) => votes.get(path)?.winner());
  return {
    year: year === undefined ? undefined : Number(year.normalize('NFKC')),
    name,
    kind: kind as CoverRead['kind'],
  };
}

/** Paragraphs and the cells that may stand above a table, each text with how often it stands there. */
function textsOf(document: PublishedDocument): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (text: string) => counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') count(block.text);
    else for (const { cells } of block.rows.slice(0, captionRows)) for (const { text } of cells) count(text);
  }
  return counts;
}

const captionRows = 3;
const longestTitle = 120;

class Votes {
  /** By the text as it is read: as first written, and how often. */
  readonly #counts = new Map<string, { readonly written: string; count: number }>();

  count(text: string, written: string, times: number): void {
    const known = this.#counts.get(text);
    if (known) known.count += times;
    else this.#counts.set(text, { written: written.replace(/\s+/g, ''), count: times });
  }

  winner(): string | undefined {
    return [...this.#counts.values()].sort((a, b) => b.count - a.count)[0]?.written;
  }
}
