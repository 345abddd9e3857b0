/**
 * Evens out the columns of a table that has been fitted: width that numbers do not need goes to the texts that break over lines, as long
 * as that makes the table shorter. Columns declared alike stay alike, so that the amounts of a table keep one width.
 */

import { sum } from './grid.js';

/** A text that may break over lines: the columns that it stands in and the widths of its lines, in DXA. */
export interface Breakable {
  readonly start: number;
  readonly end: number;
  readonly rowSpan: number;
  readonly lines: readonly number[];
  /** What is lost at the end of a line where the text breaks, em. */
  readonly ragged: number;
}

export interface Balance {
  /** Of each row, the texts that may break; the others have one line whatever the widths. */
  readonly rows: readonly (readonly Breakable[])[];
  /** What a column must keep, DXA. */
  readonly least: readonly number[];
  /** Columns that keep one width among them. */
  readonly groups: readonly (readonly number[])[];
  /** Space beside the text in a cell, DXA. */
  readonly padding: number;
  /** One character, DXA. */
  readonly em: number;
}

/** Marks that may not begin or end a line, and numbers and words that stay whole, cost room at the end of lines, em. */
const RAGGED = { plain: 0.1, marked: 0.5 } as const;
const MARKS = /[，。、；：！？“”‘’（）《》〔〕【】\w.%-]/;
/** Characters that a group may gain in one move: a line is saved by some, not by one. */
const STEPS = [1, 2, 4, 7];
const MOST_MOVES = 24;
/** What a line of one text counts beside a line of the row: where two are equally long, no line is saved before both have become shorter. */
const EACH_TEXT = 0.3;

export const raggedness = (text: string): number => (MARKS.test(text) ? RAGGED.marked : RAGGED.plain);

/** How many lines a text of `length` takes in `width` (both DXA). A line of Chinese holds whole characters only. */
export function lineCount(length: number, width: number, em: number, ragged: number): number {
  if (length <= width) return 1;
  return Math.max(2, Math.ceil(length / (em * Math.max(1, Math.floor(width / em) - ragged))));
}

/** Lines that a row takes: the most of its texts, one over several rows shared out among them. `each` is what every text counts beside. */
export function rowLines(
  texts: readonly Breakable[],
  edges: readonly number[],
  padding: number,
  em: number,
  each = 0,
): number {
  let most = 1;
  let total = 0;
  for (const { start, end, rowSpan, lines, ragged } of texts) {
    const width = (edges[end] ?? 0) - (edges[start] ?? 0) - 2 * padding;
    let count = 0;
    for (const length of lines) count += lineCount(length, width, em, ragged);
    count /= rowSpan;
    total += count;
    if (count > most) most = count;
  }
  return most + each * total;
}

/** Left edges of the columns, and the right edge of the last. */
export function edgesOf(widths: readonly number[]): number[] {
  let edge = 0;
  return [0, ...widths.map((width) => (edge += width))];
}

/** Better widths with the same sum; the same ones when nothing is gained. */
export function balance(table: Balance, widths: readonly number[]): readonly number[] {
  if (table.groups.length < 2) return widths;
  let best = { widths, lines: totalLines(table, widths) };
  for (let move = 0; move < MOST_MOVES; move++) {
    const next = bestMove(table, best.widths, best.lines);
    if (next === undefined) break;
    best = next;
  }
  return best.widths;
}

type Rated = { readonly widths: readonly number[]; readonly lines: number };

/** The move that saves most lines for the characters that it takes; none when none saves any. */
function bestMove(table: Balance, widths: readonly number[], lines: number): Rated | undefined {
  let best: Rated | undefined;
  let bestRate = 0;
  for (const group of table.groups) {
    for (const step of STEPS) {
      const moved = widened(table, group, widths, step * table.em);
      if (moved === undefined) break;
      const after = totalLines(table, moved);
      const rate = (lines - after) / (step * group.length);
      if (rate > bestRate + 1e-9) {
        best = { widths: moved, lines: after };
        bestRate = rate;
      }
    }
  }
  return best;
}

/** Every column of `group` wider by `gain`, taken from the others in proportion to what they can spare. */
function widened(
  { least }: Balance,
  group: readonly number[],
  widths: readonly number[],
  gain: number,
): readonly number[] | undefined {
  const spare = widths.map((width, column) => (group.includes(column) ? 0 : Math.max(0, width - (least[column] ?? 0))));
  const total = sum(spare);
  const wanted = gain * group.length;
  if (wanted > total) return undefined;
  return widths.map((width, column) =>
    group.includes(column) ? width + gain : width - ((spare[column] ?? 0) / total) * wanted,
  );
}

function totalLines({ rows, padding, em }: Balance, widths: readonly number[]): number {
  const edges = edgesOf(widths);
  let total = 0;
  for (const row of rows) total += rowLines(row, edges, padding, em, EACH_TEXT);
  return total;
}

/** Groups of the columns declared alike. */
export function alike(declared: readonly number[]): number[][] {
  const groups = new Map<number, number[]>();
  declared.forEach((width, column) => {
    const key = Math.round(width);
    groups.set(key, [...(groups.get(key) ?? []), column]);
  });
  return [...groups.values()];
}
