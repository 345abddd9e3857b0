/** How paragraphs differ from the form's wording. */
import { alike } from '../../vocabulary/likeness.js';
import type { DocumentTable } from '../document.js';
import type { FoundParagraph } from './candidates.js';
import { charactersOf, sourceRange } from './characters.js';
import { costs } from './costs.js';
import { captionParagraphs, type FormParagraph, type FormTableItem } from './form.js';
import { type FormGridRow, headHeightOf } from './gridRows.js';
import { apart, beside, gap, isFigure, markOf } from './sense.js';
import { readSentence } from './sentence.js';
import type { FormTable } from './tableForm.js';
import type { FoundCell } from './tableRows.js';
import type { Frame } from './types.js';

/** Neighbouring differences are one. */
export function frameOf({ place, tag }: FormParagraph, { sentence, characters, blocks }: FoundParagraph): Frame {
  const differences: { from: number; to: number; expected: string; start: number; end: number }[] = [];
  let printed = gap;
  for (const { item, from, to, cost } of sentence.moves) {
    const start = printed.length;
    const isRead = to > from || !isFigure(item);
    printed += item && item.kind !== 'character' && isRead ? markOf(item) : characters.text.slice(from, to);
    if (cost === 0 || (item && item.kind !== 'character' && isRead)) continue;
    const expected = item?.kind === 'character' ? item.character : item ? markOf(item) : '';
    const last = differences.at(-1);
    if (last && last.to === from) Object.assign(last, { to, expected: last.expected + expected, end: printed.length });
    else differences.push({ from, to, expected, start, end: printed.length });
  }
  printed += gap;
  const counted = sentence.moves.find(({ item, isRead }) => isRead && item?.kind === 'position');
  return {
    template: place,
    tag,
    blocks,
    printed,
    ...(counted && { position: characters.text.slice(counted.from, counted.to) }),
    differences: differences.map(({ from, to, expected, start, end }) => {
      const range = sourceRange(characters, from, to);
      const at = { block: blocks[range.piece] ?? 0, start: range.from, end: range.to };
      return { at, found: to > from ? characters.source(from, to) : '', expected, ...beside(printed, start, end) };
    }),
  };
}

/** The lines above its head that stand within a table, cell by cell or in one; what is like none is left out. */
export const captionFrames =
  ({ table }: FormTableItem) =>
  (piece: DocumentTable): Frame[] => {
    const lines = captionParagraphs(table.caption);
    const top = piece.rows.slice(0, table.caption.length).map((row, at) => ({ row, at }));
    return top.flatMap(({ row, at }) =>
      row.cells.flatMap(({ text, column }): Frame[] => {
        const characters = charactersOf(text);
        if (table.words.has(characters.text)) return [];
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

/**
 * The cells of a table that hold nothing but the form's own words, where a document has others; not where the words
 * stand beside, in a row that has been shifted.
 */
export const cellFrames = (found: readonly (FoundCell & { readonly row: FormGridRow })[]): Frame[] =>
  found.flatMap(({ form, cell, row }): Frame[] => {
    if (!form.words || !cell) return [];
    if (row.cells.some((other) => other?.characters.text === form.words)) return [];
    const place = { block: row.block, row: row.row, column: cell.column };
    const apart = wordsApart(form.words, cell.text, place);
    return apart.differences.length > 0 ? [{ template: form.tag.place, tag: 'td', blocks: [row.block], ...apart }] : [];
  });

/**
 * The same of the cells in a table's head: each is held against the text of the form's head that stands in its place,
 * or that it is most like.
 */
export const headFrames =
  ({ table, place }: FormTableItem) =>
  (piece: DocumentTable): Frame[] =>
    piece.rows.slice(0, headHeightOf(table, piece)).flatMap(({ cells }, row) => {
      const filled = cells.filter(({ text }) => charactersOf(text).text !== '');
      const texts = filled.map(({ text }) => charactersOf(text).text);
      const meant = headMeant(table, texts);
      return filled.flatMap(({ text, column }, at): Frame[] => {
        const own = texts[at] ?? '';
        const likest = () => [...table.headWords].sort((a, b) => alike(b, own) - alike(a, own))[0] ?? '';
        const isKnown = table.headWords.has(own);
        const words = isKnown ? (meant[at] ?? own) : likest();
        if (words === own || (!isKnown && alike(words, own) < leastAlike)) return [];
        const apart = wordsApart(words, text, { block: piece.index, row, column });
        return [{ template: place, tag: 'th', blocks: [piece.index], ...apart }];
      });
    });

/**
 * The row of the form's head that a row of as many texts stands for: the same texts in any order, or all but one. None
 * where the row is not like any.
 */
function headMeant({ headRows }: FormTable, texts: readonly string[]): readonly string[] {
  const apart = (row: readonly string[]) => row.filter((text, at) => text !== texts[at]).length;
  const rows = headRows.filter((row) => row.length === texts.length && row.length > 1);
  const inOrder = (row: readonly string[]) => [...row].sort().join('|');
  if (rows.some((row) => apart(row) === 0)) return texts;
  return rows.find((row) => apart(row) === 1 || inOrder(row) === inOrder(texts)) ?? texts;
}

/** Less alike are two heads, not one with a slip. */
const leastAlike = 0.5;

/** Two texts from where they part to where they are one again. */
function wordsApart(words: string, text: string, place: Omit<Frame['differences'][number]['at'], 'start' | 'end'>) {
  const characters = charactersOf(text);
  const own = characters.text;
  const { from, end } = apart(words, own);
  const [expected, to] = [words.slice(from, words.length - end), own.length - end];
  const printed = gap + own + gap;
  if (expected === '' && to === from) return { printed, differences: [] };
  const range = sourceRange(characters, from, to);
  const at = { ...place, start: range.from, end: range.to };
  const found = to > from ? characters.source(from, to) : '';
  return { printed, differences: [{ at, found, expected, ...beside(printed, from + 1, to + 1) }] };
}
