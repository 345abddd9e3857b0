/** How paragraphs differ from the form's wording. */
import { alike } from '../../vocabulary/likeness.js';
import type { DocumentTable } from '../document.js';
import type { FoundParagraph } from './candidates.js';
import { charactersOf, sourceRange } from './characters.js';
import { costs } from './costs.js';
import { captionParagraphs, type FormParagraph, type FormTableItem } from './form.js';
import { type FormGridRow, headHeightOf } from './gridRows.js';
import { readSentence } from './sentence.js';
import type { FoundCell } from './tableRows.js';
import type { Frame } from './types.js';

/** Neighbouring differences are one. */
export function frameOf({ place, tag }: FormParagraph, { sentence, characters, blocks }: FoundParagraph): Frame {
  const differences: { from: number; to: number; expected: string }[] = [];
  for (const { item, from, to, cost } of sentence.moves) {
    if (cost === 0 || (item && item.kind !== 'character')) continue;
    const expected = item?.kind === 'character' ? item.character : '';
    const last = differences.at(-1);
    if (last && last.to === from) Object.assign(last, { to, expected: last.expected + expected });
    else differences.push({ from, to, expected });
  }
  const counted = sentence.moves.find(({ item, isRead }) => isRead && item?.kind === 'position');
  return {
    template: place,
    tag,
    blocks,
    ...(counted && { position: characters.source(counted.from, counted.to) }),
    differences: differences.map(({ from, to, expected }) => {
      const range = sourceRange(characters, from, to);
      const at = { block: blocks[range.piece] ?? 0, start: range.from, end: range.to };
      return { at, found: to > from ? characters.source(from, to) : '', expected };
    }),
  };
}

/** The lines above its head that stand within a table; what is like none of the form's is left out. */
export const captionFrames =
  ({ table }: FormTableItem) =>
  (piece: DocumentTable): Frame[] => {
    const lines = captionParagraphs(table.caption).filter(({ tag }) => tag === 'th');
    const top = piece.rows.slice(0, table.caption.length).map((row, at) => ({ row, at }));
    return top.flatMap(({ row, at }) =>
      row.cells.flatMap(({ text, column }): Frame[] => {
        const characters = charactersOf(text);
        const read = lines.flatMap((line) => {
          const limit = line.pattern.weight * 0.8 + characters.text.length * costs.free;
          const sentence = text.trim() === '' ? undefined : readSentence(line.pattern, characters, limit);
          return sentence ? [{ line, sentence }] : [];
        });
        const best = read.sort((a, b) => a.sentence.cost - b.sentence.cost)[0];
        if (!best) return [];
        const frame = frameOf(best.line, { sentence: best.sentence, characters, blocks: [piece.index] });
        const inCell = frame.differences.map((one) => ({ ...one, at: { ...one.at, row: at, column } }));
        return [{ ...frame, differences: inCell }];
      }),
    );
  };

/** The cells of a table that hold nothing but the form's own words, where a document has others. */
export const cellFrames = (found: readonly (FoundCell & { readonly row: FormGridRow })[]): Frame[] =>
  found.flatMap(({ form, cell, row }): Frame[] => {
    if (!form.words || !cell) return [];
    const place = { block: row.block, row: row.row, column: cell.column };
    const { differences } = wordsApart(form.words, cell.text, place);
    return differences.length > 0 ? [{ template: form.tag.place, tag: 'td', blocks: [row.block], differences }] : [];
  });

/** The same of the cells in a table's head: each is held against the text of the form's head that it is most like. */
export const headFrames =
  ({ table, place }: FormTableItem) =>
  (piece: DocumentTable): Frame[] =>
    piece.rows.slice(0, headHeightOf(table, piece)).flatMap(({ cells }, row) =>
      cells.flatMap(({ text, column }): Frame[] => {
        const own = charactersOf(text).text;
        if (own === '' || table.headWords.has(own)) return [];
        const words = [...table.headWords].sort((a, b) => alike(b, own) - alike(a, own))[0] ?? '';
        if (alike(words, own) < leastAlike) return [];
        const { differences } = wordsApart(words, text, { block: piece.index, row, column });
        return [{ template: place, tag: 'th', blocks: [piece.index], differences }];
      }),
    );

/** Less alike are two heads, not one with a slip. */
const leastAlike = 0.5;

/** Two texts from where they part to where they are one again. */
function wordsApart(words: string, text: string, place: Omit<Frame['differences'][number]['at'], 'start' | 'end'>) {
  const characters = charactersOf(text);
  const own = characters.text;
  let from = 0;
  while (from < Math.min(words.length, own.length) && words[from] === own[from]) from += 1;
  let end = 0;
  while (end < Math.min(words.length, own.length) - from && words.at(-1 - end) === own.at(-1 - end)) end += 1;
  const [expected, to] = [words.slice(from, words.length - end), own.length - end];
  if (expected === '' && to === from) return { differences: [] };
  const range = sourceRange(characters, from, to);
  const at = { ...place, start: range.from, end: range.to };
  return { differences: [{ at, found: to > from ? characters.source(from, to) : '', expected }] };
}
