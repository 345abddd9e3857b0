/** What reading one cell yields, and how it reports. */
import type { Code } from '../../diagnostics/catalogue/index.js';
import { type Finding, type FindingDetails, finding } from '../../diagnostics/finding.js';
import type { RawCell } from '../../workbook/cells.js';
import type { AnyColumn } from '../../workbook/layout/types.js';

/** The value, or undefined with the findings that say why. */
export interface CellReading {
  readonly value?: unknown;
  readonly findings: readonly Finding[];
}

/** Makes a finding at the cell, with its row and column named. */
export type MakeFinding = (code: Code, details?: FindingDetails) => Finding;

/** Most cells have nothing to be said about them. */
export const nothingSaid: readonly Finding[] = [];

/** No value, and the finding that says why. */
export const refused = (found: Finding): CellReading => ({ findings: [found] });

/** How the row is called in messages, e.g. `第12行（某某工作经费）`: worked out only when there is one. */
export type RowLabel = () => string;

/** Makes findings about one cell, with its place, row and column filled in. */
export function reporter(cell: RawCell, column: AnyColumn, rowLabel: RowLabel): MakeFinding {
  return (code, details = {}) => finding(code, { at: cell.at, row: rowLabel(), column: column.header, ...details });
}
