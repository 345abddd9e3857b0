/** Where cells stand in the grid of a table, spans resolved. */

import type { Row, TreeCell } from './tree.js';

/** A cell where it stands in the grid; `continued` where it is covered by a cell that began in a row above. */
export interface Slot {
  readonly cell: TreeCell;
  readonly column: number;
  readonly continued: boolean;
}

interface Open {
  readonly cell: TreeCell;
  readonly rowsLeft: number;
}

/** Lays cells out in grid columns: every row comes back with slots for all its columns, in order. */
export function layOut(rows: readonly Row[], columns: number): Slot[][] {
  const open: (Open | undefined)[] = new Array(columns).fill(undefined);
  return rows.map(({ cells }) => {
    const slots: Slot[] = [];
    let next = 0;
    for (let column = 0; column < columns; ) {
      const above = open[column];
      const cell = above?.cell ?? cells[next++];
      if (cell === undefined) break;
      slots.push({ cell, column, continued: above !== undefined });
      const rowsLeft = (above?.rowsLeft ?? cell.rowSpan) - 1;
      open.fill(rowsLeft > 0 ? { cell, rowsLeft } : undefined, column, column + cell.columnSpan);
      column += cell.columnSpan;
    }
    return slots;
  });
}

/** Width of a cell that covers `span` columns from `column` on. */
export function spanWidth(widths: readonly number[], column: number, span: number): number {
  if (span === 1) return widths[column] ?? 0;
  return sum(widths.slice(column, column + span));
}

/** The sum of counts or lengths; never of money. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
