/**
 * What counts as the same text: typography is no difference (full and half width, spaces, quotes, dashes, brackets, line
 * breaks, the way a paragraph is numbered).
 */

import { chineseNumber } from '../document/helpers.js';

const quotes = /["'“”‘’„‟「」『』〝〞＂＇`´]/g;
const dashes = /[‐‑‒–—―−－─━⸺⸻﹣-]+/g;
const spaces = /[\s\u200b-\u200f\u2060\ufeff\u00ad]+/g;

/**
 * Half width, one kind of quotes, dashes and brackets, no white space. Full stops stay apart from decimal points.
 */
export function comparableText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(spaces, '')
    .replace(quotes, '"')
    .replace(dashes, '-')
    .replace(/[[〔【〖]/g, '(')
    .replace(/[\]〕】〗]/g, ')')
    .replace(/[〈<]=|≤|≦/g, '<=')
    .replace(/>=|≥|≧/g, '>=')
    .replace(/[·•‧・]/g, '·');
}

const numberings = [
  /^第[一二三四五六七八九十]+部分[:,、]?/,
  /^[(（][一二三四五六七八九十]+[)）][、.]?/,
  /^[一二三四五六七八九十]{1,3}[、.]/,
  /^[(（]\d{1,2}[)）][、.]?/,
  /^\d{1,2}(?:[、)]|\.(?!\d)|\.(?=20\d\d年))/,
];

/** `（三）项目名称…` → its number `3` and the rest; a year after the number is not taken for a part of it (`1.2026年…`). */
export function withoutNumbering(plainText: string): { number: string; rest: string } {
  for (const numbering of numberings) {
    const found = numbering.exec(plainText);
    if (found) return { number: numberOf(found[0]), rest: plainText.slice(found[0].length) };
  }
  return { number: '', rest: plainText };
}

const chineseNumbers = Array.from({ length: 99 }, (_, below) => chineseNumber(below + 1));

/** The first number in a text as digits: `十二、` → `12`. */
export function numberOf(text: string): string {
  const arabic = /\d+/.exec(text)?.[0];
  // published documents number on with 一十一
  const chinese = /[一二三四五六七八九十]+/.exec(text)?.[0].replace(/^一十/, '十') ?? '';
  return String(arabic === undefined ? chineseNumbers.indexOf(chinese) + 1 : Number(arabic));
}

/** What a heading or a paragraph is recognised by: no numbering, no year, no punctuation. */
export const keyOf = (text: string): string => wordsOf(withoutNumbering(comparableText(text)).rest);

/** Of a comparable text. */
export const wordsOf = (text: string): string => text.replace(/20\d\d年?(度)?|[^\p{L}\p{N}]/gu, '');
