/** How paragraphs differ from the form's wording. */
import type { DocumentTable } from '../document.js';
import type { FoundParagraph } from './candidates.js';
import { charactersOf, sourceRange } from './characters.js';
import { costs } from './costs.js';
import { captionParagraphs, type FormParagraph, type FormTableItem } from './form.js';
import { readSentence } from './sentence.js';
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
