/** How paragraphs differ from the form's wording. */
import type { FoundParagraph } from './candidates.js';
import { sourceRange } from './characters.js';
import type { FormParagraph } from './form.js';
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
  return {
    template: place,
    tag,
    blocks,
    differences: differences.map(({ from, to, expected }) => {
      const range = sourceRange(characters, from, to);
      const at = { block: blocks[range.piece] ?? 0, start: range.from, end: range.to };
      return { at, found: to > from ? characters.source(from, to) : '', expected };
    }),
  };
}
