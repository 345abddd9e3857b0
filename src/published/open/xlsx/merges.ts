/** Merged ranges of a sheet, looked up row by row. */
import type { Merge, RawSheet } from '../../../workbook/cells.js';
import { refuse } from '../refusal.js';

/** Ranges of a real sheet never lie upon each other, so a row has fewer than it has columns. */
const MOST_IN_A_ROW = 256;

export interface MergesOfRow {
  /** The range that begins at this column of the row. */
  beginning(column: number): Merge | undefined;
  /** Whether a range covers the column without beginning there. */
  covers(column: number): boolean;
}

/** For rows asked for in ascending order. Throws ReadProblem when ranges lie upon each other by the hundred. */
export function mergesByRow(sheet: RawSheet): (row: number) => MergesOfRow {
  const waiting = [...sheet.merges].sort((a, b) => b.at.row - a.at.row);
  let active: Merge[] = [];
  return (row) => {
    active = active.filter(({ lastRow }) => lastRow >= row);
    for (let next = waiting.at(-1); next && next.at.row <= row; next = waiting.at(-1)) {
      waiting.pop();
      if (next.lastRow >= row) active.push(next);
      if (active.length > MOST_IN_A_ROW) refuse('F41', { what: '重叠的合并单元格' });
    }
    const begins = ({ at }: Merge, column: number) => at.row === row && at.column === column;
    return {
      beginning: (column) => active.find((merge) => begins(merge, column)),
      covers: (column) =>
        active.some((merge) => merge.at.column <= column && merge.lastColumn >= column && !begins(merge, column)),
    };
  };
}
