/** Which differences are of the wording alone, so that a reader may leave them out: no figure is in them. */
import type { Difference } from './difference.js';
import { tokensOf } from './tokens.js';

/** Texts that differ, or that one side lacks, with the same numbers on both; years are no figures of a text. */
export function isOfWordingAlone({ kind, published, expected }: Difference): boolean {
  if (kind !== 'wording' && kind !== 'missingText' && kind !== 'extraText') return false;
  const [a, b] = [published, expected].map(numbersIn);
  return a?.length === b?.length && a?.every((number, index) => number === b?.[index]) === true;
}

const numbersIn = (text: string): string[] =>
  tokensOf({ text })
    .filter((token) => token.kind === 'number' && !token.year)
    .map((token) => token.text)
    .sort();
