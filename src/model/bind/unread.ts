/**
 * Nothing falls between: every cell of a form's sheet is read, or is decoration that the layout declares, or is named
 * in a finding. This finds the cells that are neither. They may be those of a withheld project, so they are named,
 * never quoted.
 */
import { type Finding, finding } from '../../diagnostics/finding.js';
import { address } from '../../vocabulary/cells.js';
import { nameKey } from '../../vocabulary/names.js';
import type { RawCell, RawSheet } from '../../workbook/cells.js';
import { isHeading, withoutNeed } from '../../workbook/layout/heading.js';
import { withoutPartNumbers } from '../../workbook/layout/printedIn.js';
import type { Sheet } from '../../workbook/layout/types.js';
import { isFigure, isNumbering } from './figure.js';

/** `H4:H20`, or `H4`: from the first to the last of cells in one row or column. */
export function span(cells: readonly RawCell[]): string {
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) return '';
  return first === last ? address(first.at) : `${address(first.at)}:${address(last.at)}`;
}

/** A sheet's help without its years and numbers of tables, which each edition has of its own. */
const helpShape = (help: string): string => withoutPartNumbers(help).replace(/表?\d+|、/g, '');

/** Rows above the header: data that a sort or a slip has put there is an error, a line of the office's own a hint. */
export function aboveHeader(
  raw: RawSheet,
  headerRow: number,
  sheet: Sheet,
  isData: (cells: readonly RawCell[]) => boolean,
): Finding[] {
  const findings: Finding[] = [];
  const titles = new Set(raw.merges.filter((merge) => merge.lastColumn > merge.at.column).map(({ at }) => address(at)));
  const isDecoration = (cell: RawCell) =>
    isHeading(cell.text, cell.formula) ||
    (cell.kind === 'text' &&
      !isFigure(cell) &&
      (titles.has(address(cell.at)) ||
        nameKey(cell.text) === nameKey(sheet.name) ||
        helpShape(withoutNeed(cell.text)) === helpShape(sheet.help)));
  for (const [row, rawCells] of raw.rows) {
    if (row >= headerRow) continue;
    const cells = [...rawCells.values()].filter((cell) => !isDecoration(cell));
    const [first] = cells;
    if (!first) continue;
    const values = { cells: span(cells) };
    if (!cells.some(isFigure) && !isData(cells)) findings.push(finding('S18', { at: first.at, values }));
    else findings.push(finding('S19', { at: first.at, row: String(row), expected: String(headerRow), values }));
  }
  return findings;
}

/** The cells from the header row down that stand in none of the columns `used`, by column. */
export function besideColumns(raw: RawSheet, headerRow: number, used: ReadonlySet<number>): Map<number, RawCell[]> {
  const beside = new Map<number, RawCell[]>();
  for (const [row, cells] of raw.rows) {
    if (row < headerRow) continue;
    for (const column of cells.keys()) {
      const cell = used.has(column) ? undefined : cells.get(column);
      if (!cell) continue;
      const others = beside.get(column);
      if (others) others.push(cell);
      else beside.set(column, [cell]);
    }
  }
  return beside;
}

/** What is said of columns that are none of the layout's. Those under a header are the office's own. */
export function besideFindings(raw: RawSheet, headerRow: number, sheet: Sheet, used: ReadonlySet<number>): Finding[] {
  const isMoney = Object.values(sheet.columns).some((column) => column.type.kind === 'amount');
  return [...besideColumns(raw, headerRow, used).values()].map((cells) => {
    const [first] = cells;
    const header = first?.at.row === headerRow && first.kind === 'text' && !isFigure(first) ? first : undefined;
    const own = header ? cells.slice(1) : cells;
    const figures = own.filter(isFigure);
    const counts = figures.length > 0 && !isNumbering(figures);
    const at = (header ?? (counts ? figures[0] : first))?.at;
    if (!header) return finding(counts ? 'S15' : 'S18', { at, values: { cells: span(own) } });
    const found = header.text.trim();
    if (counts && isMoney) return finding('S17', { at, found, values: { cells: span(own) } });
    return finding('S03', { at, found, values: { cells: own.length > 0 ? `（${span(own)}）` : '' } });
  });
}

/** Typed over what the layout's own formula shows. A number may be money that stands nowhere else. */
export function overwritten(cells: readonly RawCell[], column: string): Finding[] {
  const [first] = cells;
  if (!first) return [];
  const values = { cells: span(cells) };
  return [finding(cells.some(isFigure) ? 'S20' : 'S18', { at: first.at, column, values })];
}

/**
 * Cells that belong to a withheld project, or may do: in the order of the sheet, told row by row or, where whole rows
 * are left out, together.
 */
export function withheldCells(cells: readonly RawCell[]): Finding[] {
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) return [];
  const isOneRow = first.at.row === last.at.row;
  const named = isOneRow
    ? cells.map((cell) => address(cell.at)).join('、')
    : `第${first.at.row}至${last.at.row}行（${rows(cells)}）`;
  return [finding('S21', { at: first.at, values: { cells: named } })];
}

/** `A37:J42`: the rectangle around the cells. */
function rows(cells: readonly RawCell[]): string {
  const columns = cells.map(({ at }) => at.column);
  const corner = (cell: RawCell | undefined, column: number) => (cell ? address({ ...cell.at, column }) : '');
  return `${corner(cells[0], Math.min(...columns))}:${corner(cells.at(-1), Math.max(...columns))}`;
}
