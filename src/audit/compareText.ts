/** A paragraph, a label or a heading against the published one. */

import type { Place } from '../published/place.js';
import { inThrees } from '../vocabulary/money.js';
import type { Difference, FigureOf, Kind } from './difference.js';
import { exactOf, numberKind, parsePrinted } from './numbers.js';
import { sentenceAround } from './place.js';
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
export function compareText(pair: TextPair, figureOf: FigureOf): Difference[] {
  const { expected, published } = pair;
  if (comparableText(expected.text) === comparableText(published.text)) return [];
  const hunks = diffTokens(tokensOf(expected), tokensOf(published)).filter((hunk) => !isNumbering(hunk));
  const found: Difference[] = [];
  let worded = hunks.length === 0 && numberedOtherwise(expected.text, published.text);
  for (const hunk of hunks) {
    const { differences, rest } = compareHunk(hunk, pair, figureOf);
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

function compareHunk(hunk: Hunk, pair: TextPair, figureOf: FigureOf): { differences: Difference[]; rest: boolean } {
  const numbers = (tokens: readonly Token[]) => tokens.filter((token) => token.kind === 'number');
  const directions = (tokens: readonly Token[]) => tokens.filter((token) => token.kind === 'direction');
  const [a, b] = [numbers(hunk.expected), numbers(hunk.published)];
  const paired = a.length === b.length;
  const differences = paired
    ? a.flatMap((token, index) => numberDifference(token, b[index] as Token, pair, figureOf))
    : loneFigures(a, b, pair, figureOf);
  const [x, y] = [directions(hunk.expected), directions(hunk.published)];
  const turned = x.length === y.length;
  if (turned) {
    x.forEach((token, index) => {
      const other = y[index]?.text ?? '';
      if (wayOf(token.text) !== wayOf(other)) differences.push(difference('direction', token.text, other, pair));
    });
  }
  const otherWord = turned && x.some((token, index) => token.text !== y[index]?.text && isSameWay(token, y[index]));
  const others = (tokens: readonly Token[]) =>
    tokens.filter(({ kind }) => kind === 'text' || (kind === 'number' && !paired) || (kind === 'direction' && !turned));
  const text = (tokens: readonly Token[]) =>
    others(tokens)
      .map((token) => token.text)
      .join('');
  return { differences, rest: otherWord || text(hunk.expected) !== text(hunk.published) };
}

/** 增加 and 增长 say the same: another word, but no other direction. */
function wayOf(word: string): 'up' | 'down' | 'level' {
  if (word === '持平') return 'level';
  return /^[增上]/.test(word) ? 'up' : 'down';
}

const isSameWay = (a: Token, b: Token | undefined): boolean => b !== undefined && wayOf(a.text) === wayOf(b.text);

function numberDifference(expected: Token, published: Token, pair: TextPair, figureOf: FigureOf): Difference[] {
  const [a, b] = [parsePrinted(expected.text), parsePrinted(published.text)];
  if (!a || !b || expected.text === published.text) return [];
  if (expected.year && published.year) return [difference('year', expected.text, published.text, pair)];
  const figure = figureOf(expected.figure);
  const { kind, factor } = numberKind(b, a, figure && exactOf(figure));
  // digits of a name (a document's number, a code) that differ are a matter of wording
  if (!figure && pair.inTable) return [difference('wording', pair.expected.text, pair.published.text, pair)];
  const shown = difference(kind, expected.text, published.text, pair);
  return [{ ...shown, ...(factor === undefined ? {} : { factor }), ...(figure ? { figure } : {}) }];
}

/** A figure of ours that has nothing in its place. */
function loneFigures(a: readonly Token[], b: readonly Token[], pair: TextPair, figureOf: FigureOf): Difference[] {
  const lone = a.filter((token) => token.figure !== undefined && !b.some((other) => other.text === token.text));
  return lone.map((token) => {
    const figure = figureOf(token.figure);
    return { ...difference('figure', token.text, '', pair), ...(figure ? { figure } : {}) };
  });
}

/** Grouped for reading; `4360.97` → `4,360.97`. */
const grouped = (text: string): string => (/^[+-]?\d{4,}\.\d/.test(text) ? inThrees(text) : text);

function difference(kind: Kind, expected: string, published: string, pair: TextPair): Difference {
  const { text, at } = pair.published;
  const start = Math.max(0, text.replace(/,/g, '').indexOf(published));
  const place = pair.inTable
    ? pair.place
    : { ...pair.place, sentence: sentenceAround(text, Math.min(start, text.length)) };
  return { kind, place, published: grouped(published), expected: grouped(expected), at };
}

function wording({ expected, published, place, inTable }: TextPair): Difference {
  const shown = inTable ? place : { ...place, sentence: sentenceAround(published.text, 0) };
  return { kind: 'wording', place: shown, published: published.text, expected: expected.text, at: published.at };
}
