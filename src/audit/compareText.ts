/** A paragraph, a label or a heading against the published one. */

import type { Figure } from '../figures/figure.js';
import { type Place, sentenceAround } from '../published/place.js';
import { inThrees } from '../vocabulary/money.js';
import type { Difference, Kind } from './difference.js';
import { exactOf, numberKind, parsePrinted } from './numbers.js';
import { comparableText, withoutNumbering } from './plain.js';
import type { ReadLine } from './reading.js';
import { diffTokens, type Hunk, type Token, tokensOf } from './tokens.js';

export interface TextPair {
  readonly expected: ReadLine;
  readonly published: ReadLine;
  /** Place in the document; the sentence is added to it where the text is one of sentences. */
  readonly place: Place;
  /** A cell's text is named by row and column, not by its sentence. */
  readonly inTable: boolean;
}

/** Numbers and direction words one by one; all else that differs in one text is one difference of wording. */
export function compareText(pair: TextPair): Difference[] {
  const { expected, published } = pair;
  if (comparableText(expected.text) === comparableText(published.text)) return [];
  const hunks = diffTokens(tokensOf(expected), tokensOf(published)).filter((hunk) => !isNumbering(hunk));
  const found: Difference[] = [];
  let worded = hunks.length === 0 && numberedOtherwise(expected.text, published.text);
  for (const hunk of hunks) {
    const { differences, rest } = compareHunk(hunk, pair);
    found.push(...differences);
    worded ||= rest;
  }
  return worded ? [...found, wording(pair)] : found;
}

/** A paragraph that was set on behind another brings its number along. */
function isNumbering({ expected, published }: Hunk): boolean {
  const text = [...expected, ...published].map((token) => token.text).join('');
  return (
    (expected.length === 0 || published.length === 0) &&
    /^(\d{1,2}[.、)]|[(]?[一二三四五六七八九十]{1,3}[)、])$/.test(text)
  );
}

/** Both are numbered, but not alike: not a matter of `1.` or `1、`. */
function numberedOtherwise(expected: string, published: string): boolean {
  const [a, b] = [withoutNumbering(comparableText(expected)), withoutNumbering(comparableText(published))];
  return a.rest === b.rest && a.number !== '' && b.number !== '' && a.number !== b.number;
}

function compareHunk({ expected, published }: Hunk, pair: TextPair): { differences: Difference[]; rest: boolean } {
  const of = (wanted: Token['kind'], tokens: readonly Token[]) => tokens.filter(({ kind }) => kind === wanted);
  const [a, b] = [of('number', expected), of('number', published)];
  const paired = a.length === b.length;
  const differences = paired
    ? a.flatMap((token, index) => numberDifference(token, b[index] as Token, pair))
    : loneFigures(a, b, pair);
  const [x, y] = [of('direction', expected), of('direction', published)];
  const turned = x.length === y.length;
  let otherWord = false;
  for (const [index, { text }] of turned ? x.entries() : []) {
    const other = y[index]?.text ?? '';
    if (wayOf(text) !== wayOf(other)) differences.push(difference('direction', text, other, pair));
    else otherWord ||= text !== other;
  }
  const isDone = ({ kind }: Token) => (kind === 'number' && paired) || (kind === 'direction' && turned);
  const rest = (tokens: readonly Token[]) => tokens.map((token) => (isDone(token) ? '' : token.text)).join('');
  return { differences, rest: otherWord || rest(expected) !== rest(published) };
}

/** 增加 and 增长 say the same: another word, but no other direction. */
function wayOf(word: string): 'up' | 'down' | 'level' {
  if (word === '持平') return 'level';
  return /^[增上]/.test(word) ? 'up' : 'down';
}

function numberDifference(expected: Token, published: Token, pair: TextPair): Difference[] {
  const [a, b] = [parsePrinted(expected.text), parsePrinted(published.text)];
  if (!a || !b || expected.text === published.text) return [];
  if (expected.year && published.year) return [difference('year', expected.text, published.text, pair)];
  const { figure } = expected;
  // digits of a name (a document's number, a code) that differ are a matter of wording
  if (!figure && pair.inTable) return [difference('wording', pair.expected.text, pair.published.text, pair)];
  const { kind, ...factor } = numberKind(b, a, figure && exactOf(figure));
  return [{ ...difference(kind, expected.text, published.text, pair, figure), ...factor }];
}

/** A figure of ours that has nothing in its place. */
const loneFigures = (a: readonly Token[], b: readonly Token[], pair: TextPair): Difference[] =>
  a
    .filter(({ figure, text }) => figure && !b.some((other) => other.text === text))
    .map(({ figure, text }) => difference('figure', text, '', pair, figure));

/** Grouped for reading; `4360.97` → `4,360.97`. */
const grouped = (text: string): string => (/^[+-]?\d{4,}\.\d/.test(text) ? inThrees(text) : text);

function difference(kind: Kind, expected: string, published: string, pair: TextPair, figure?: Figure): Difference {
  const { text, source: at = -1 } = pair.published;
  const place = placeAt(Math.max(0, text.replace(/,/g, '').indexOf(published)), pair);
  return { kind, place, published: grouped(published), expected: grouped(expected), at, ...(figure && { figure }) };
}

function wording(pair: TextPair): Difference {
  const { expected, published } = pair;
  const { text, source: at = -1 } = published;
  return { kind: 'wording', place: placeAt(0, pair), published: text, expected: expected.text, at };
}

const placeAt = (start: number, { published, place, inTable }: TextPair): Place =>
  inTable ? place : { ...place, sentence: sentenceAround(published.text, Math.min(start, published.text.length)) };
