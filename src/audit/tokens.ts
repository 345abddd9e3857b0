/**
 * A sentence in pieces that are compared whole: numbers, direction words, words in Latin letters, single characters.
 */
import type { Figure } from '../figures/figure.js';
import { bestPairs } from './align.js';
import { comparableText, withoutNumbering } from './plain.js';
import type { ReadLine } from './reading.js';

export interface Token {
  /** Normalised; numbers without separators. */
  readonly text: string;
  readonly kind: 'number' | 'direction' | 'text';
  /** The figure that stands here. */
  readonly figure?: Figure;
  /** A year: four digits before 年, 年度 or in a period. */
  readonly year: boolean;
}

const pieces =
  /(?<number>(?:(?<![\d.A-Za-z])[+-])?(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?))|(?<direction>增加|减少|增长|下降|上升|降低|持平)|[A-Za-z]+|./gu;

/** The tokens of a paragraph, its numbering left out. */
export function tokensOf({ text, spans = [] }: ReadLine): Token[] {
  const figures = spans.flatMap(({ start, end, figure }, at) => [
    { piece: text.slice(spans[at - 1]?.end ?? 0, start), figure: undefined },
    { piece: text.slice(start, end), figure },
  ]);
  const pieces = [...figures, { piece: text.slice(spans.at(-1)?.end ?? 0), figure: undefined }];
  return pieces.flatMap(({ piece, figure }, at) => {
    const normal = comparableText(piece);
    return tokenise(at === 0 ? withoutNumbering(normal).rest : normal, figure);
  });
}

function tokenise(text: string, figure: Figure | undefined): Token[] {
  return [...text.matchAll(pieces)].map((found) => {
    const { number, direction } = found.groups ?? {};
    const after = text.slice((found.index ?? 0) + found[0].length);
    const isYear = number !== undefined && /^[+-]?20\d\d$/.test(number) && /^(年|-20\d\d|\)|度|$)/.test(after);
    return {
      text: number !== undefined ? number.replace(/,/g, '') : found[0] === '。' ? '.' : found[0],
      kind: number !== undefined ? 'number' : direction !== undefined ? 'direction' : 'text',
      ...(figure !== undefined && number !== undefined ? { figure } : {}),
      year: isYear,
    };
  });
}

/** Tokens of one side that the other has not, with what stands in their place. */
export interface Hunk {
  readonly expected: readonly Token[];
  readonly published: readonly Token[];
}

const same = (a: Token | undefined, b: Token | undefined): boolean => {
  if (!a || !b) return false;
  if (a.text === b.text) return true;
  return a.kind === 'number' && b.kind === 'number' && trimmed(a.text) === trimmed(b.text);
};
const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/** Longer rests are taken as one difference; what a person can compare is shorter. */
const largest = 9_000_000;

/** What stands between the tokens that both sides have, in order. */
export function diffTokens(expected: readonly Token[], published: readonly Token[]): Hunk[] {
  let start = 0;
  while (start < expected.length && same(expected[start], published[start])) start += 1;
  let end = 0;
  const most = Math.min(expected.length, published.length) - start;
  while (end < most && same(expected.at(-1 - end), published.at(-1 - end))) end += 1;
  const a = expected.slice(start, expected.length - end);
  const b = published.slice(start, published.length - end);
  const shared = bestPairs(a, b, (x, y) => (same(x, y) ? 1 : 0), largest);
  let [i, j] = [0, 0];
  return [...shared, [a.length, b.length] as const].flatMap(([x, y]) => {
    const hunk = { expected: a.slice(i, x), published: b.slice(j, y) };
    [i, j] = [x + 1, y + 1];
    return hunk.expected.length + hunk.published.length > 0 ? [hunk] : [];
  });
}
