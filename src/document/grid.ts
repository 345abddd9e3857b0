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

/**
 * Columns of which those too narrow for what stands in them take from the others, in proportion to what those can spare
 * above `kept`, a share of their own width. All in one unit and with the same sum; undefined where that is not enough.
 */
export function evened(own: readonly number[], least: readonly number[], kept: number): number[] | undefined {
  const short = sum(own.map((width, i) => Math.max(0, (least[i] ?? 0) - width)));
  const spare = own.map((width, i) => Math.max(0, width - Math.max(least[i] ?? 0, width * kept)));
  const total = sum(spare);
  if (short > total) return undefined;
  const ratio = total === 0 ? 0 : short / total;
  return own.map((width, i) => Math.max(width, least[i] ?? 0) - (spare[i] ?? 0) * ratio);
}

/** The sum of counts or lengths; never of money. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
