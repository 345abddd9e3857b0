/**
 * How a table is fitted to the page: size of type, widths of columns, least height of rows. Pure geometry, no word of the library.
 * A number must stand on one line, so the narrowest numeric column decides; a table that can stand on one page should.
 */

import type { Cell, Row, Table } from '../../document/tree.js';
import { TABLE_SIZES, type TableSize, tableLine } from './styles.js';
import { cleanLines, emWidth, unbreakableEm } from './text.js';

export interface TableFit {
  readonly size: TableSize;
  /** DXA, adding up to the width of the text area exactly. */
  readonly widths: readonly number[];
  /** Least height of a row, DXA. */
  readonly rowHeight: number;
  /** Space beside the text in a cell, DXA. */
  readonly padding: number;
  /** Space above and below the text in a cell, DXA. */
  readonly leading: number;
}

/** A cell where it stands in the grid; `continued` where it is covered by a cell that began in a row above. */
export interface Slot {
  readonly cell: Cell;
  readonly column: number;
  readonly continued: boolean;
}

const TALLEST_ROW = 480;
const SHORTEST_ROW = 300;
/** Share of its declared width that a column keeps when a neighbour's numbers need room; the lesser only when no size will do else. */
const KEPT_SHARES = [0.75, 0.4];
/** Text may be broken anywhere, but not into a column of single characters. */
const LEAST_TEXT = 4;
/** Rows grow by their border; a little is kept back because programs round line heights differently. */
const BORDER = 12;
const LEADING = { statement: 20, goal: 36 } as const;
const RESERVE = 240;

/** Lays cells out in grid columns, spans resolved: every row comes back with slots for all its columns, in order. */
export function layOut(rows: readonly Row[], columns: number): Slot[][] {
  const open: ({ cell: Cell; column: number; rowsLeft: number } | undefined)[] = new Array(columns).fill(undefined);
  return rows.map((row) => {
    const slots: Slot[] = [];
    const waiting = [...row.cells];
    for (let column = 0; column < columns; ) {
      const above = open[column];
      const cell = above ? above.cell : waiting.shift();
      if (cell === undefined) break;
      slots.push({ cell, column, continued: above !== undefined });
      const rowsLeft = (above ? above.rowsLeft : cell.rowSpan) - 1;
      open.fill(rowsLeft > 0 ? { cell, column, rowsLeft } : undefined, column, column + cell.columnSpan);
      column += cell.columnSpan;
    }
    return slots;
  });
}

/** Fits a table into `width`; `height` is what is left of the page where it begins. */
export function fitTable(table: Table, width: number, height: number): TableFit {
  const rows = layOut([...table.head, ...table.body], table.widths.length);
  const padding = table.widths.length > 12 ? 36 : table.widths.length > 8 ? 50 : 80;
  const leading = LEADING[table.style];
  const declared = share(table.widths, width);
  const needs = columnNeeds(rows, table.widths.length);
  const sizes = candidateSizes(table);
  const fits = KEPT_SHARES.flatMap((kept) =>
    sizes.flatMap((size) => {
      const widths = widen(declared, needs, size, padding, kept);
      return widths
        ? [fitRows({ size, widths: toIntegers(widths, width), rowHeight: 0, padding, leading }, rows, height)]
        : [];
    }),
  );
  const onePage = fits.find((fit) => fit.rowHeight > 0);
  const fit = onePage ?? fits[0] ?? { ...lastResort(declared, needs, padding, width), rowHeight: 0, padding, leading };
  return fit.rowHeight > 0 ? fit : { ...fit, rowHeight: SHORTEST_ROW + 40 };
}

/** Goal tables carry sentences and stop at 9 pt; the twelve tables may go down to 6.5 pt for the sake of their numbers. */
function candidateSizes(table: Table): readonly TableSize[] {
  const largest = table.style === 'goal' || table.widths.length > 12 ? 20 : 21;
  const smallest = table.style === 'goal' ? 18 : 13;
  return TABLE_SIZES.filter((size) => size <= largest && size >= smallest);
}

function share(relative: readonly number[], width: number): number[] {
  const total = relative.reduce((sum, value) => sum + value, 0);
  return relative.map((value) => (value / total) * width);
}

/** What each column needs in em, by its cells of one column: the widest piece that cannot be broken, and some room for text. */
function columnNeeds(rows: readonly (readonly Slot[])[], columns: number): number[] {
  const needs: number[] = new Array(columns).fill(0);
  for (const { cell, column } of rows.flat()) {
    if (cell.columnSpan > 1) continue;
    const need = Math.max(
      0,
      ...cellLines(cell).map((line) => Math.max(unbreakableEm(line), Math.min(emWidth(line), LEAST_TEXT))),
    );
    needs[column] = Math.max(needs[column] ?? 0, need * (cell.bold ? 1.06 : 1));
  }
  return needs;
}

/** Columns too narrow for their numbers take from the others in proportion to what those can spare; undefined when that is not enough. */
function widen(
  declared: readonly number[],
  needs: readonly number[],
  size: TableSize,
  padding: number,
  kept: number,
): number[] | undefined {
  const least = needs.map((em) => em * size * 10 + 2 * padding + BORDER);
  const short = declared.reduce((sum, width, i) => sum + Math.max(0, (least[i] ?? 0) - width), 0);
  const spare = declared.map((width, i) => Math.max(0, width - Math.max(least[i] ?? 0, width * kept)));
  const total = spare.reduce((sum, value) => sum + value, 0);
  if (short > total) return undefined;
  const ratio = total === 0 ? 0 : short / total;
  return declared.map((width, i) => Math.max(width, least[i] ?? 0) - (spare[i] ?? 0) * ratio);
}

/** Nothing fits: smallest type, columns in proportion to what they need. Numbers of any length stay whole as long as paper allows. */
function lastResort(
  declared: readonly number[],
  needs: readonly number[],
  padding: number,
  width: number,
): Pick<TableFit, 'size' | 'widths'> {
  const size = TABLE_SIZES[TABLE_SIZES.length - 1] ?? 13;
  const widths =
    widen(declared, needs, size, padding, 0) ??
    share(
      needs.map((em) => em * size * 10 + 2 * padding + BORDER),
      width,
    );
  return { size, widths: toIntegers(widths, width) };
}

/** Rounds so that the sum is exactly `width`. */
function toIntegers(widths: readonly number[], width: number): number[] {
  let exact = 0;
  let used = 0;
  return widths.map((value, index) => {
    exact += value;
    const edge = index === widths.length - 1 ? width : Math.round(exact);
    const column = edge - used;
    used = edge;
    return column;
  });
}

/** The greatest row height at which the whole table stays on the page; 0 when there is none. */
function fitRows(fit: TableFit, rows: readonly (readonly Slot[])[], height: number): TableFit {
  const natural = rows.map((slots) => naturalHeight(slots, fit));
  for (let rowHeight = TALLEST_ROW; rowHeight >= SHORTEST_ROW; rowHeight -= 10) {
    const total = natural.reduce((sum, own) => sum + Math.max(own, rowHeight) + BORDER, 0);
    if (total <= height - RESERVE) return { ...fit, rowHeight };
  }
  return fit;
}

/** Height that the text of a row takes. A cell over several rows is taken to find room in them. */
function naturalHeight(slots: readonly Slot[], fit: TableFit): number {
  const lines = slots.map(({ cell, column }) => {
    if (cell.rowSpan > 1) return 1;
    const width = sum(fit.widths.slice(column, column + cell.columnSpan)) - 2 * fit.padding;
    return cellLines(cell).reduce(
      (count, line) => count + Math.max(1, Math.ceil((emWidth(line) * fit.size * 10) / width)),
      0,
    );
  });
  return Math.max(1, ...lines) * tableLine(fit.size) + 2 * fit.leading;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function cellLines(cell: Cell): string[] {
  return cleanLines(cell.inlines.map((inline) => (inline.kind === 'break' ? '\n' : inline.text)).join(''));
}
