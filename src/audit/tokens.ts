/**
 * A sentence in pieces that are compared whole: numbers, direction words, words in Latin letters, single characters.
 */
import { comparableText, withoutNumbering } from './plain.js';
import type { ReadLine } from './reading.js';

export interface Token {
  /** Normalised; numbers without separators. */
  readonly text: string;
  readonly kind: 'number' | 'direction' | 'text';
  /** The figure that stands here. */
  readonly figure?: string;
  /** A year: four digits before 年, 年度 or in a period. */
  readonly year: boolean;
}

const pieces =
  /(?<number>(?:(?<![\d.A-Za-z])[+-])?(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?))|(?<direction>增加|减少|增长|下降|上升|降低|持平)|[A-Za-z]+|./gu;

/** The tokens of a paragraph, its numbering left out. */
export function tokensOf(line: Pick<ReadLine, 'text' | 'spans'>): Token[] {
  const tokens: Token[] = [];
  let done = 0;
  const take = (text: string, figure?: string) => {
    const normal = comparableText(text);
    const rest = done === 0 ? withoutNumbering(normal).rest : normal;
    tokens.push(...tokenise(rest, figure));
  };
  for (const { start, end, figure } of line.spans) {
    if (start > done) take(line.text.slice(done, start));
    done = Math.max(done, 1);
    take(line.text.slice(start, end), figure);
    done = end;
  }
  if (done < line.text.length) take(line.text.slice(done));
  return tokens;
}

function tokenise(text: string, figure: string | undefined): Token[] {
  return [...text.matchAll(pieces)].map((found) => {
    const { number, direction } = found.groups ?? {};
    const after = text.slice((found.index ?? 0) + found[0].length);
    const isYear = number !== undefined && /^[+-]?20\d\d$/.test(number) && /^(年|-20\d\d|\]|度|$)/.test(after);
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

export function diffTokens(expected: readonly Token[], published: readonly Token[]): Hunk[] {
  let start = 0;
  while (start < expected.length && same(expected[start], published[start])) start += 1;
  let end = 0;
  const most = Math.min(expected.length, published.length) - start;
  while (end < most && same(expected.at(-1 - end), published.at(-1 - end))) end += 1;
  const a = expected.slice(start, expected.length - end);
  const b = published.slice(start, published.length - end);
  if (a.length === 0 && b.length === 0) return [];
  if (a.length === 0 || b.length === 0 || a.length * b.length > largest) return [{ expected: a, published: b }];
  return hunksOf(a, b);
}

function hunksOf(a: readonly Token[], b: readonly Token[]): Hunk[] {
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = same(a[i], b[j])
        ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
    }
  }
  const hunks: { expected: Token[]; published: Token[] }[] = [];
  let open: { expected: Token[]; published: Token[] } | undefined;
  const hunk = () => {
    if (!open) {
      open = { expected: [], published: [] };
      hunks.push(open);
    }
    return open;
  };
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [x, y] = [a[i], b[j]];
    if (x && y && same(x, y)) {
      open = undefined;
      i += 1;
      j += 1;
    } else if (x && (!y || (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0))) {
      hunk().expected.push(x);
      i += 1;
    } else if (y) {
      hunk().published.push(y);
      j += 1;
    }
  }
  return hunks;
}
