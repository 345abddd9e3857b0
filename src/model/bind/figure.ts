/** Whether a cell that is not read holds what would count: an amount, a code, a number. */
import type { RawCell } from '../../workbook/cells.js';

/** Digits with whatever parts, signs or measures them; a range or two numbers in one cell as well. */
const figureText = /^[\d\s.,:;/+\-()~%‰¥元万亿、。—–−]+$/u;
const dateText = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/;
/** A formula that names a cell shows what stands elsewhere; '' is the follower of a shared one. */
const referring = /^$|[A-Z]\$?\d/i;

/** False for dates, for titles, and for formulas that only refer to other cells. */
export function isFigure({ kind, text, formula, display }: RawCell): boolean {
  if (formula !== undefined && referring.test(formula)) return false;
  if (kind === 'number') return display !== 'date';
  if (kind !== 'text' || text.length > 60) return false;
  const half = text.normalize('NFKC').trim();
  return /\d/.test(half) && figureText.test(half) && !dateText.test(half);
}

/** 1, 2, 3 …: the rows have been numbered, which is no money. */
export const isNumbering = (figures: readonly RawCell[]): boolean =>
  figures.length > 1 && figures.every(({ text }, index) => text.trim() === String(index + 1));
