/**
 * Figures that run into what stands beside them: `特定目标0710193B1,355.00万元`, `2.2022年…`. A reader takes the two for one
 * number, so that the form prints none (docs/DECISIONS.md, Nothing glued together), and `audit` tells them in documents
 * of others.
 */

/** A letter or digit, of half or full width: what a figure must not touch. */
const sticky = '[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]';
const endsSticky = new RegExp(`${sticky}$`);
const beginsSticky = new RegExp(`^${sticky}`);

/** A figure printed right after the text would run into it. */
export const runsIntoNext = (text: string): boolean => endsSticky.test(text);
/** The text printed right after a figure or a list mark would run into it. */
export const runsIntoBefore = (text: string): boolean => beginsSticky.test(text);

export interface Glued {
  /** Of what runs together, in the text. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'mark' | 'figure';
}

/**
 * A list mark before a year or a number with letters: `1.2025年`, `2.12345热线`, `3.５G`; `3.15专项行动` may be a name of its
 * own, and the wide point of `1．2025年` is none of a number.
 */
const markPattern = new RegExp(`^\\s*(\\d{1,2}[.](?:\\d{4,}|[0-9０-９]+[A-Za-zＡ-Ｚａ-ｚ]|[０-９])${sticky}*)`);
/** All that stands together before 万元. */
const beforeUnit = new RegExp(`(${sticky}(?:${sticky}|[,，.．](?=[0-9０-９]))*)(?=\\s*万元)`, 'g');
const plainNumber = /^\d+(\.\d+)?$/;
const groupedNumber = /^\d{1,3}([,，]\d{3})+(\.\d+)?$/;
/** 10,000,000 万元 is more than any department has; a longer number is a code with an amount behind it. */
const mostDigits = 8;

function isOneAmount(token: string): boolean {
  const text = token.normalize('NFKC');
  if (groupedNumber.test(text)) return true;
  return plainNumber.test(text) && (text.split('.')[0] ?? '').length <= mostDigits && !/^0\d/.test(text);
}

/**
 * Where a paragraph of a document (not a cell, where a name has no neighbours) shows the pattern. Nothing for what can
 * be one amount.
 */
export function gluedIn(text: string): Glued[] {
  const mark = markPattern.exec(text);
  const marks: Glued[] = mark?.[1]
    ? [{ start: mark[0].length - mark[1].length, end: mark[0].length, kind: 'mark' }]
    : [];
  const figures = [...text.matchAll(beforeUnit)]
    .filter(([, token = '']) => !isOneAmount(token))
    .map(({ index, 0: whole }): Glued => ({ start: index, end: index + whole.length, kind: 'figure' }));
  return [...marks, ...figures];
}
