/** A paragraph, a label, a heading or an amount against the published one. */

import type { Figure } from '../figures/figure.js';
import { type Place, sentenceAround } from '../published/place.js';
import { inThrees } from '../vocabulary/money.js';
import type { Difference, Kind } from './difference.js';
import { exactOf, numberKind, parsePrinted, sameNumber } from './numbers.js';
import { comparableText, withoutNumbering } from './plain.js';
import type { ReadLine } from './reading.js';
import { diffTokens, type Hunk, type Token, tokensOf } from './tokens.js';

export interface TextPair {
  readonly expected: ReadLine;
  readonly published: ReadLine;
  /** A cell's text is named by row and column; to any other place its sentence is added. */
  readonly place: Place;
}

/** Numbers and direction words one by one; all else that differs in one text is one difference of wording. */
export function compareText(pair: TextPair): Difference[] {
  const { expected, published } = pair;
  if (comparableText(expected.text) === comparableText(published.text)) return [];
  const found = otherUnits(pair);
  if (found.length > 0 && withoutUnits(expected.text) === withoutUnits(published.text)) return found;
  const hunks = diffTokens(tokensOf(expected), tokensOf(published)).filter((hunk) => !isNumbering(hunk));
  let worded = hunks.length === 0 && numberedOtherwise(expected.text, published.text);
  for (const hunk of hunks) {
    const { differences, rest } = compareHunk(hunk, pair);
    found.push(...differences);
    worded ||= rest;
  }
  return worded ? [...found, wording(pair)] : found;
}

/** A number with the unit of money behind it, and the unit of a table or column: `单位：万元`, `（万元）`. */
const unitOfMoney = /(\d[\d,]*(?:\.\d+)?%?|单位:|[(])([亿万千百]?元)?/g;

const withoutUnits = (text: string): string => comparableText(text).replace(unitOfMoney, '$1');

/** Where both have the same numbers in the same order, those that count another unit: 万元 printed as 元. */
function otherUnits(pair: TextPair): Difference[] {
  const [ours, theirs] = [pair.expected, pair.published].map(({ text }) => [
    ...comparableText(text).replaceAll(',', '').matchAll(unitOfMoney),
  ]);
  const isSame = ours?.map(([, number]) => number).join(' ') === theirs?.map(([, number]) => number).join(' ');
  if (!isSame) return [];
  return (ours ?? []).flatMap((own, index) => {
    const other = theirs?.[index];
    return other && own[2] !== other[2] ? [difference('unit', amountOrUnit(own), amountOrUnit(other), pair)] : [];
  });
}

/** `160.34元`; of what stands above a table, or in a head, the unit alone. */
const amountOrUnit = ([all, number = '', unit = '']: RegExpExecArray): string => (/^\d/.test(number) ? all : unit);

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
  if (!figure && isOfCell(pair)) return [difference('wording', pair.expected.text, pair.published.text, pair)];
  const found = numberKind(b, a, figure && exactOf(figure));
  return [{ ...difference(found.kind, expected.text, published.text, pair, figure), ...found }];
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

const wording = (pair: TextPair): Difference => {
  return { ...difference('wording', '', '', pair), published: pair.published.text, expected: pair.expected.text };
};

const isOfCell = ({ place }: TextPair): boolean => place.row !== undefined;

const placeAt = (start: number, pair: TextPair): Place =>
  isOfCell(pair) ? pair.place : { ...pair.place, sentence: sentenceAround(pair.published.text, start) };

/** Blank, a dash and a written zero are the same amount. */
export function amountKey(text: string): string {
  const normal = comparableText(text).replace(/,/g, '');
  return /^(-|—|0|0\.0+)?$/.test(normal) ? '' : normal;
}

/** None where both are the same number, or nothing. `rowAt`: the paragraph of a row that lacks the cell. */
export function compareAmount(
  mine: ReadLine | undefined,
  theirs: ReadLine | undefined,
  place: Place,
  rowAt: number,
): Difference[] {
  const [expected, published] = [mine?.text ?? '', theirs?.text ?? ''];
  if (amountKey(expected) === amountKey(published)) return [];
  const [a, b] = [expected, published].map((text) => parsePrinted(comparableText(text)));
  const figure = mine?.spans?.[0]?.figure;
  const shown = { place, published, expected, at: theirs?.source ?? rowAt, ...(figure && { figure }) };
  if (!a || !b) return [{ kind: 'figure', ...shown }];
  const isPercent = [expected, published].map((text) => comparableText(text).endsWith('%'));
  if (sameNumber(a, b)) return isPercent[0] === isPercent[1] ? [] : [{ kind: 'figure', ...shown }];
  const { kind, ...factor } = numberKind(b, a, figure && exactOf(figure));
  return [{ kind, ...shown, ...factor }];
}
