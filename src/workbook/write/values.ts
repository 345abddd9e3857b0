/** Typed text → what exceljs writes: a number only where the file will carry exactly the decimal text. */
import type { CellType } from '../layout/types.js';

const plainDecimal = /^-?\d+(\.\d+)?$/;

/** `022398912.50` → `22398912.5`. */
function canonical(text: string): string {
  const short = text
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return short === '-0' ? '0' : short;
}

/** Undefined when the text is no plain decimal or would not survive as a double (more than about 15 digits). */
export function exactNumber(text: string): number | undefined {
  if (!plainDecimal.test(text)) return undefined;
  const value = Number(text);
  return String(value) === canonical(text) ? value : undefined;
}

const numeric: ReadonlySet<CellType['kind']> = new Set(['amount', 'count', 'quantity', 'year']);

/** Null for a blank. What cannot stand as an exact number stays the text that was typed: nothing is lost. */
export function cellValue(type: CellType, text: string): string | number | null {
  if (text === '') return null;
  return numeric.has(type.kind) ? (exactNumber(text) ?? text) : text;
}

/**
 * Excel's number format for the kind of value. `@` keeps codes and dates as typed; long text may not be `@` (#####
 * beyond 255 characters).
 */
export function numberFormat(type: CellType): string {
  switch (type.kind) {
    case 'amount':
      return '#,##0.00';
    case 'count':
    case 'year':
      return '0';
    case 'quantity':
    case 'longText':
      return 'General';
    case 'display':
      return type.formula.show === 'sum' ? '#,##0.00' : 'General';
    default:
      return '@';
  }
}
