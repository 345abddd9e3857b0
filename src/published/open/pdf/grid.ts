/** From a net of ruling lines to the cells of a table. */
import { documentLimits } from '../limits.js';
import { refuse } from '../refusal.js';
import { Groups, type Stroke, type Strokes } from './rules.js';

/** A cell, by the lines of the grid that bound it. */
export interface Region {
  readonly column: number;
  readonly row: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

export interface RuledGrid {
  /** Where the lines of the grid lie, ascending. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** By row, then by column. */
  readonly regions: readonly Region[];
  /** The region at a point; undefined outside. */
  regionAt(x: number, y: number): Region | undefined;
}

/** Points: lines that lie closer are one, drawn twice. */
const SAME = 2.5;
/** How far lines must reach beyond the outermost line across them for a side to count as open. */
const OPEN = 8;

/** Undefined for a frame around a text, which is no table. */
export function gridOf({ across, down }: Strokes): RuledGrid | undefined {
  const xs = withOpenSides(placesOf(down), across);
  const ys = withOpenSides(placesOf(across), down);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1) return undefined;
  if (columns > documentLimits.columns || columns * rows > documentLimits.cells) refuse('F41', { what: '表格线' });
  const groups = new Groups(columns * rows);
  const isDrawn = drawnBetween(across, ys, xs);
  const isDrawnDown = drawnBetween(down, xs, ys);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = row * columns + column;
      if (row + 1 < rows && !isDrawn(row + 1, column)) groups.join(cell, cell + columns);
      if (column + 1 < columns && !isDrawnDown(column + 1, row)) groups.join(cell, cell + 1);
    }
  }
  const regions = regionsOf(groups, rows, columns);
  return regions.length < 2 ? undefined : { xs, ys, regions, regionAt: finder(xs, ys, regions) };
}

/** Where lines lie, each place once. */
function placesOf(strokes: readonly Stroke[]): number[] {
  const places: number[] = [];
  let first = Number.NEGATIVE_INFINITY;
  for (const at of strokes.map((stroke) => stroke.at).sort((a, b) => a - b)) {
    if (at - first > SAME) {
      places.push(at);
      first = at;
    }
  }
  return places;
}

function withOpenSides(places: readonly number[], crossing: readonly Stroke[]): number[] {
  const start = Math.min(...crossing.map(({ from }) => from));
  const end = Math.max(...crossing.map(({ to }) => to));
  const [first = start, last = end] = [places[0], places.at(-1)];
  return [...(start < first - OPEN ? [start] : []), ...places, ...(end > last + OPEN ? [end] : [])];
}

/** Whether the line at a place is drawn along an interval between two places of the other direction. */
function drawnBetween(strokes: readonly Stroke[], places: readonly number[], others: readonly number[]) {
  const drawn = places.map(() => new Uint8Array(others.length));
  for (const { at, from, to } of strokes) {
    places.forEach((place, index) => {
      if (Math.abs(place - at) > SAME) return;
      for (let other = 0; other + 1 < others.length; other += 1) {
        const [a = 0, b = 0] = [others[other], others[other + 1]];
        if (from <= a + (b - a) * 0.3 && to >= a + (b - a) * 0.7) (drawn[index] as Uint8Array)[other] = 1;
      }
    });
  }
  return (place: number, interval: number): boolean => drawn[place]?.[interval] === 1;
}

/** What belongs together as rectangles: a corner that lacks a piece of line is filled up. */
function regionsOf(groups: Groups, rows: number, columns: number): Region[] {
  for (let again = true; again; ) {
    again = false;
    for (const { row, column, rowSpan, columnSpan } of boxesOf(groups, rows, columns)) {
      const first = row * columns + column;
      for (let r = row; r < row + rowSpan; r += 1) {
        for (let c = column; c < column + columnSpan; c += 1) {
          const cell = r * columns + c;
          if (groups.rootOf(cell) === groups.rootOf(first)) continue;
          groups.join(cell, first);
          again = true;
        }
      }
    }
  }
  return boxesOf(groups, rows, columns);
}

function boxesOf(groups: Groups, rows: number, columns: number): Region[] {
  const boxes = new Map<number, { row: number; column: number; lastRow: number; lastColumn: number }>();
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const root = groups.rootOf(row * columns + column);
      const box = boxes.get(root);
      if (!box) boxes.set(root, { row, column, lastRow: row, lastColumn: column });
      else {
        box.column = Math.min(box.column, column);
        box.lastRow = row;
        box.lastColumn = Math.max(box.lastColumn, column);
      }
    }
  }
  return [...boxes.values()]
    .map(({ row, column, lastRow, lastColumn }) => ({
      ...{ row, column, rowSpan: lastRow - row + 1, columnSpan: lastColumn - column + 1 },
    }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

function finder(xs: readonly number[], ys: readonly number[], regions: readonly Region[]): RuledGrid['regionAt'] {
  const columns = xs.length - 1;
  const cells: Region[] = [];
  for (const region of regions) {
    for (let r = region.row; r < region.row + region.rowSpan; r += 1) {
      for (let c = region.column; c < region.column + region.columnSpan; c += 1) cells[r * columns + c] = region;
    }
  }
  return (x, y) => {
    if (x < (xs[0] ?? 0) || y < (ys[0] ?? 0)) return undefined;
    const column = intervalOf(xs, x);
    const row = intervalOf(ys, y);
    return column < 0 || row < 0 ? undefined : cells[row * columns + column];
  };
}

/** Between which two of the places; -1 beyond the last. */
function intervalOf(places: readonly number[], at: number): number {
  for (let next = 1; next < places.length; next += 1) if (at < (places[next] as number)) return next - 1;
  return -1;
}
