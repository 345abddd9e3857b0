/**
 * A sentence in pieces that are compared whole: numbers, units of money, direction words, words in Latin letters, single
 * characters.
 */
import type { Figure } from '../figures/figure.js';
import { align } from './align.js';
import { comparableText, withoutNumbering } from './plain.js';
import type { ReadLine } from './reading.js';

export interface Token {
  /** Normalised; numbers without separators. */
  readonly text: string;
  readonly kind: 'number' | 'direction' | 'unit' | 'text';
  /** The same for numbers of the same value. */
  readonly key: string;
  /** How many characters stand before it, as they are compared. */
  readonly start: number;
  /** The figure that stands here. */
  readonly figure?: Figure;
  /** The number before a unit, as written. */
  readonly amount?: string;
  /** A year: four digits before 年, 年度 or in a period. */
  readonly year: boolean;
}

/** A unit is one behind a number, or where a table or a column says what it counts: `单位：万元`, `（万元）`. */
const pieces =
  /(?<number>(?:(?<![\d.A-Za-z])[+-])?(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?))|(?<direction>增加|减少|增长|下降|上升|降低|持平)|(?<unit>(?<=^|[\d:(])[亿万千百]?元)|[A-Za-z]+|./gu;

/** The tokens of a paragraph, its numbering left out. */
export function tokensOf({ text, spans = [] }: ReadLine): Token[] {
  const figures = spans.flatMap(({ start, end, figure }, at) => [
    { piece: text.slice(spans[at - 1]?.end ?? 0, start), figure: undefined },
    { piece: text.slice(start, end), figure },
  ]);
  let before = '';
  return [...figures, { piece: text.slice(spans.at(-1)?.end ?? 0), figure: undefined }].flatMap(({ piece, figure }) => {
    const normal = comparableText(piece);
    const { rest } = before === '' ? withoutNumbering(normal) : { rest: normal };
    before += normal;
    return tokenise(rest, before.slice(0, before.length - rest.length), figure);
  });
}

function tokenise(text: string, before: string, figure: Figure | undefined): Token[] {
  return [...text.matchAll(pieces)].map((found): Token => {
    const { index, groups: { number, direction, unit } = {} } = found;
    const own = number?.replace(/,/g, '') ?? (found[0] === '。' ? '.' : found[0]);
    const after = text.slice(index + found[0].length);
    return {
      text: own,
      kind: number ? 'number' : direction ? 'direction' : unit ? 'unit' : 'text',
      key: number && own.includes('.') ? own.replace(/\.?0+$/, '') : own,
      start: before.length + index,
      ...(figure && number && { figure }),
      ...(unit && { amount: /[\d,.]*$/.exec(before + text.slice(0, index))?.[0] ?? '' }),
      year: number !== undefined && /^[+-]?20\d\d$/.test(number) && /^(年|-20\d\d|\)|度|$)/.test(after),
    };
  });
}

/** Tokens of one side that the other has not, with what stands in their place. */
export interface Hunk {
  readonly expected: readonly Token[];
  readonly published: readonly Token[];
  /** Where it stands in what is published: how many characters before it, as they are compared. */
  readonly start: number;
}

/** Longer rests are taken as one difference; what a person can compare is shorter. */
const largest = 9_000_000;

/** What stands between the tokens that both sides have, in order. */
export function diffTokens(expected: readonly Token[], published: readonly Token[]): Hunk[] {
  const same = (a: Token, b: Token) => (a.key === b.key ? 1 : 0);
  const shared: readonly (readonly [Token?, Token?])[] = align(expected, published, ({ key }) => key, same, largest);
  let [i, j] = [0, 0];
  return [...shared, []].flatMap(([a, b]): Hunk[] => {
    const [x, y] = [a ? expected.indexOf(a, i) : expected.length, b ? published.indexOf(b, j) : published.length];
    const start = (published[j] ?? published.at(-1))?.start ?? 0;
    const hunk = { expected: expected.slice(i, x), published: published.slice(j, y), start };
    [i, j] = [x + 1, y + 1];
    return hunk.expected.length + hunk.published.length > 0 ? [hunk] : [];
  });
}
