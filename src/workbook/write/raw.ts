/**
 * The cells that a plan's workbook holds to be read, without writing a file: what `readWorkbook` would give of
 * `writeWorkbook`'s bytes.
 */
import type { RawCell, RawSheet, RawWorkbook } from '../cells.js';
import { formHeaders } from '../layout/lists.js';
import { firstRow, headerRow, type Placed, type Places } from './place.js';
import { cellValue } from './values.js';

/** Sheet name, headers and typed values; formulas and what else decorates a sheet are left out. */
export function rawSheet(placed: Placed): RawSheet {
  const { name } = placed.sheet;
  const rows = new Map<number, Map<number, RawCell>>();
  const put = (row: number, column: number, value: string | number | null) => {
    if (value === null) return;
    const kind = typeof value === 'number' ? ('number' as const) : ('text' as const);
    const cell: RawCell = { at: { sheet: name, row, column }, kind, text: String(value), display: 'plain' };
    rows.set(row, (rows.get(row) ?? new Map<number, RawCell>()).set(column, cell));
  };
  put(1, 1, name);
  if (placed.kind === 'form') {
    formHeaders.forEach((header, index) => {
      put(headerRow, index + 1, header);
    });
    for (const { column, index } of placed.columns) {
      put(headerRow + index, 1, column.header);
      put(headerRow + index, 2, cellValue(column.type, placed.fields[column.header] ?? ''));
    }
  } else {
    for (const { column, index } of placed.columns) put(headerRow, index, column.header);
    placed.rows.forEach((row, number) => {
      for (const { column, index } of placed.columns) {
        put(firstRow + number, index, cellValue(column.type, row[column.header] ?? ''));
      }
    });
  }
  return { name, hidden: false, rows, hiddenRows: new Set(), hiddenColumns: new Set(), merges: [] };
}

/** In tab order. */
export const rawWorkbook = (places: Places): RawWorkbook => ({
  sheets: [...places.values()].map(rawSheet),
  date1904: false,
});
