/** The cells of a table sheet that no row has taken (see unread.ts). */
import { limits } from '../../container/limits.js';
import type { Finding } from '../../diagnostics/finding.js';
import { nameKey } from '../../vocabulary/names.js';
import type { RawCell, RawSheet } from '../../workbook/cells.js';
import type { AnyColumn, TableSheet } from '../../workbook/layout/types.js';
import type { LocatedColumns } from './locate.js';
import { aboveHeader, besideFindings, overwritten } from './unread.js';

/** Findings about what stands above the header, beside the columns and below the rows. */
export function unreadInTable(table: TableSheet, raw: RawSheet, located: LocatedColumns): Finding[] {
  const { headerRow, positions } = located;
  const isData = (cells: readonly RawCell[]) => looksLikeRow(table, located, cells);
  return [
    ...aboveHeader(raw, headerRow, table, isData),
    ...besideFindings(
      raw,
      headerRow,
      table,
      new Set([...[...positions.values()].flat(), ...underMergedHeaders(raw, headerRow)]),
    ),
    ...Object.entries<AnyColumn>(table.columns).flatMap(([key, column]) =>
      column.type.kind === 'display' ? overwrittenIn(raw, headerRow, positions.get(key)?.[0], column) : [],
    ),
  ];
}

/** Columns whose header a merge hides: S16 tells of them. */
const underMergedHeaders = ({ merges }: RawSheet, headerRow: number): number[] =>
  merges
    .filter(({ at }) => at.row === headerRow)
    .slice(0, limits.problemsPerSheet)
    .flatMap(({ at, lastColumn }) => Array.from({ length: lastColumn - at.column }, (_, n) => at.column + 1 + n));

/**
 * A word of one of the closed lists in its column, or something in each column that must be filled (where these are two
 * or more).
 */
function looksLikeRow(table: TableSheet, { positions }: LocatedColumns, cells: readonly RawCell[]): boolean {
  const under = (key: string) => cells.find((cell) => positions.get(key)?.includes(cell.at.column));
  const columns = Object.entries<AnyColumn>(table.columns);
  const required = columns.filter(([, column]) => column.required);
  if (required.length > 1 && required.every(([key]) => under(key) !== undefined)) return true;
  return columns.some(([key, { type }]) => {
    const cell = type.kind === 'choice' ? under(key) : undefined;
    if (type.kind !== 'choice' || !cell) return false;
    return Object.keys(type.choices).some((label) => nameKey(label) === nameKey(cell.text));
  });
}

function overwrittenIn(raw: RawSheet, headerRow: number, at: number | undefined, { header }: AnyColumn): Finding[] {
  if (at === undefined) return [];
  const typed: RawCell[] = [];
  for (const [row, cells] of raw.rows) {
    const cell = row > headerRow ? cells.get(at) : undefined;
    if (cell && cell.formula === undefined) typed.push(cell);
  }
  return overwritten(typed, header);
}
