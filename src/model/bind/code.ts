/** Functional and economic codes: `2150501`, `215 05 01`, or 类, 款, 项 in cells of their own. */
import type { RawCell } from '../../workbook/cells.js';
import { type CellReading, type MakeFinding, nothingSaid, refused } from './reading.js';

const levelNames: Readonly<Record<number, string>> = { 3: '3位类级编码', 5: '5位款级编码', 7: '7位项级编码' };

/** What lengths are expected, in words. */
export const expectedDigits = (digits: readonly number[]): string => digits.map((n) => levelNames[n]).join('或');

const allDigits = /^\d+$/;

/**
 * Separators stand between digits: a minus before them would make it a number, which is no code. Two lines are two
 * codes.
 */
const digitsOnly = ({ text }: RawCell) =>
  allDigits.test(text)
    ? text
    : text
        .normalize('NFKC')
        .trim()
        .replace(/[^\S\r\n]/g, '')
        .replace(/(?<=\d)[.\-/]+(?=\d)/g, '');

/** The digits alone, as text; refused (C14) unless there are as many as one of `digits`. */
export function readCode(cell: RawCell, digits: readonly number[], report: MakeFinding): CellReading {
  const code = digitsOnly(cell);
  if (digits.includes(code.length) && allDigits.test(code)) return { value: code, findings: nothingSaid };
  return refused(report('C14', { found: cell.text, expected: expectedDigits(digits) }));
}

/**
 * Joins the cells of a code that stands in 类, 款, 项. A 款 or 项 stored as a number has lost its leading zero;
 * its place says what it was, so it is put back.
 */
export function joinCode(cells: readonly (RawCell | undefined)[]): RawCell | undefined {
  const [first] = cells;
  const unreadable = cells.find((cell) => cell?.kind === 'error' || cell?.kind === 'empty');
  if (!first || unreadable) return unreadable ?? cells.find((cell) => cell !== undefined);
  const parts: string[] = [];
  for (const cell of cells) {
    if (!cell) break;
    const text = digitsOnly(cell);
    const before = parts.join('');
    const own = parts.length > 0 && text.length > 2 && text.startsWith(before) ? text.slice(before.length) : text;
    parts.push(parts.length > 0 ? own.padStart(2, '0') : own);
  }
  return { ...first, kind: 'text', text: parts.join('') };
}
