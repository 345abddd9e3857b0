/** What a cell shows: a number by its format, as far as the format is one of digits (ECMA-376 part 1, 18.8.31). */
import { shifted, shownNumber } from '../../../vocabulary/money.js';
import type { RawCell } from '../../../workbook/cells.js';

/**
 * The figure as the cell's own format shows it, without words around it, a percentage with all its decimals: what the
 * figures of a table are compared by (what an officer sees in a cell: src/workbook/shown.ts). A format that is not
 * understood shows the number as it is stored.
 */
export function shownText(cell: RawCell): string {
  if (cell.kind !== 'number') return cell.text;
  if (cell.display === 'percent') return percent(cell.text);
  if (cell.display === 'date') return shownNumber(cell.text) ?? cell.text;
  const [positive = '', negative, zero] = (cell.format ?? '').split(';');
  if (zero !== undefined && Number(cell.text) === 0) return literal(zero);
  // a section without anything shows nothing (;;;); a single one that is empty is the general format
  if (negative !== undefined && (Number(cell.text) < 0 ? negative : positive) === '') return '';
  const inWan = shiftedPoint(cell.text, positive);
  if (inWan !== undefined) return inWan;
  const digits = /([#0?,]*[#0?])(?:\.([#0?]+))?(,?)/.exec(bare(positive));
  // a comma behind the digits counts in thousands: then the stored number is what can be relied on
  if (digits?.[3] !== '') return shownNumber(cell.text) ?? cell.text;
  return shownNumber(cell.text, digits[2]?.length ?? 0, digits[1]?.includes(',')) ?? cell.text;
}

/**
 * A point that the format writes itself, as offices show 元 in 万元 (0!.0000, or 0!.00,, for one that drops thousands as
 * well): the digits behind it are the last ones of the whole number. Undefined where the format has none.
 */
function shiftedPoint(text: string, format: string): string | undefined {
  const plain = format
    .replace(/"([^"]*)"/g, (_, quoted: string) => (quoted === '.' ? '!.' : ''))
    .replace(/\\\./g, '!.');
  const [, whole = '', places = '', thousands = ''] = /([#0?,]*[#0?])!\.([0#?]+)(,*)/.exec(plain) ?? [];
  if (places === '') return undefined;
  const number = shownNumber(shifted(text, -3 * thousands.length), 0);
  if (number === undefined) return undefined;
  return shownNumber(shifted(number, -places.length), places.length, whole.includes(','));
}

/** Without colours, conditions, literals and blanks of a width. */
const bare = (format: string): string => format.replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]/g, '');

/** What a section without a number shows: `-` or nothing. */
const literal = (section: string): string =>
  section
    .replace(/_.|\*.|\[[^\]]*\]|\?/g, '')
    .replace(/"([^"]*)"?|\\(.)/g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? '')
    .replace(/[#0.,]/g, (digit) => (digit === '0' ? '0' : digit === '.' ? '.' : ''))
    .trim();

/** With as many decimals as it has: Excel keeps a share of 12.34 % as 0.1234. */
function percent(text: string): string {
  const shown = shownNumber(`${text}${/e/i.test(text) ? '' : 'E2'}`);
  return shown === undefined ? text : `${shown}%`;
}
