/**
 * Evens out the columns of a table that has been fitted: width that numbers do not need goes to the texts that break
 * over lines, as long as that makes the table shorter. Columns declared alike stay alike, so that the amounts of a
 * table keep one width.
 */

import { sum } from '../../document/grid.js';

/** A text that may break over lines: the columns that it stands in and the widths of its lines, in DXA. */
export interface Breakable {
  readonly start: number;
  readonly end: number;
  readonly rowSpan: number;
  readonly lines: readonly number[];
  /** What is lost at the end of a line where the text breaks, em. */
  readonly ragged: number;
}

export interface BalancedTable {
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
/**
 * What a line of one text counts beside a line of the row: where two are equally long, no line is saved before both
 * have become shorter.
 */
const EACH_TEXT = 0.3;
/** A line that is to stay whole keeps so much beside it, em: programs and fonts differ by a little. */
const SPARE = 0.35;
/** A move must be better by more than sums of fractions differ by the order in which they are added. */
const ROUNDING = 1e-9;

/** The room that a line of this text loses at its end, em. */
export const raggedness = (text: string): number => (MARKS.test(text) ? RAGGED.marked : RAGGED.plain);

/** How many lines a text of `length` takes in `width` (both DXA). A line of Chinese holds whole characters only. */
export function lineCount(length: number, width: number, em: number, ragged: number): number {
  if (length <= width) return 1;
  return Math.max(2, Math.ceil(length / (em * Math.max(1, Math.floor(width / em) - ragged))));
}

/** Lines that a text takes in all the rows that it stands in. */
function textLines({ start, end, lines, ragged }: Breakable, edges: readonly number[], padding: number, em: number) {
  const width = (edges[end] ?? 0) - (edges[start] ?? 0) - 2 * padding;
  let count = 0;
  for (let index = 0; index < lines.length; index++) count += lineCount(lines[index] ?? 0, width, em, ragged);
  return count;
}

/**
 * Lines that a row takes: the most of its texts, one over several rows shared out among them. `each` is what every text
 * counts beside.
 */
export function rowLines(
  texts: readonly Breakable[],
  edges: readonly number[],
  padding: number,
  em: number,
  each = 0,
): number {
  let most = 1;
  let total = 0;
  for (const text of texts) {
    const count = textLines(text, edges, padding, em) / text.rowSpan;
    total += count;
    if (count > most) most = count;
  }
  return most + each * total;
}

/** Left edges of the columns, and the right edge of the last. */
export function edgesOf(widths: readonly number[]): number[] {
  let edge = 0;
  const edges = [edge];
  for (const width of widths) {
    edge += width;
    edges.push(edge);
  }
  return edges;
}

/** Better widths with the same sum; the same ones when nothing is gained. */
export function balance(table: BalancedTable, widths: readonly number[]): readonly number[] {
  if (table.groups.length < 2) return widths;
  let best = widths;
  for (let move = 0; move < MOST_MOVES; move++) {
    const next = bestMove(table, best);
    if (next === undefined) break;
    best = next;
  }
  return best;
}

/**
 * The widths after the move that saves most lines for the characters that it takes; none when none saves any. Width is
 * taken from where it breaks nothing, or else wherever it can be spared.
 */
function bestMove(table: BalancedTable, widths: readonly number[]): readonly number[] | undefined {
  const edges = edgesOf(widths);
  const broken = brokenTexts(table, edges);
  const whole = wholeWidths(table, edges);
  const before = table.rows.map((row) => rowLines(row, edges, table.padding, table.em, EACH_TEXT));
  let best: readonly number[] | undefined;
  let bestRate = 0;
  for (const group of table.groups) {
    const texts = group.flatMap((column) => broken[column] ?? []);
    const most = mostSaved(texts, ({ text }) => text.lines.length);
    for (const keeps of [whole, table.least]) {
      // from the others in proportion to what they can spare
      const spare = widths.map((width, column) =>
        group.includes(column) ? 0 : Math.max(0, width - Math.max(keeps[column] ?? 0, table.least[column] ?? 0)),
      );
      const total = sum(spare);
      for (const step of STEPS) {
        const gain = step * table.em;
        const wanted = gain * group.length;
        const enough = (bestRate + ROUNDING) * step * group.length;
        if (wanted > total || most <= enough) break;
        const moved = widths.map((width, column) => width - ((spare[column] ?? 0) / total) * wanted);
        for (const column of group) moved[column] = (widths[column] ?? 0) + gain;
        const saved = savedLines(table, before, texts, edgesOf(moved), enough);
        if (saved > enough) {
          best = moved;
          bestRate = saved / (step * group.length);
        }
      }
    }
  }
  return best;
}

/** A text that takes more lines than it has of itself, and how many. */
interface Broken {
  readonly text: Breakable;
  readonly count: number;
}

/** The broken texts by the columns that they stand in. */
function brokenTexts({ rows, least, padding, em }: BalancedTable, edges: readonly number[]): Broken[][] {
  const broken: Broken[][] = least.map(() => []);
  for (const row of rows) {
    for (const text of row) {
      const count = textLines(text, edges, padding, em);
      if (count === text.lines.length) continue;
      for (let column = text.start; column < text.end; column++) broken[column]?.push({ text, count });
    }
  }
  return broken;
}

/**
 * What each column must keep so that no text in it breaks that does not now, DXA; those that keep one width keep the
 * most of theirs.
 */
function wholeWidths({ rows, least, groups, padding, em }: BalancedTable, edges: readonly number[]): number[] {
  const widths = least.map(() => 0);
  for (const row of rows) {
    for (const text of row) {
      const { start, end, lines } = text;
      if (end - start > 1 || textLines(text, edges, padding, em) > lines.length) continue;
      for (const line of lines) widths[start] = Math.max(widths[start] ?? 0, line + 2 * padding + SPARE * em);
    }
  }
  for (const group of groups) {
    const most = Math.max(...group.map((column) => widths[column] ?? 0));
    for (const column of group) widths[column] = most;
  }
  return widths;
}

/**
 * Lines that a table can lose at most by a move that leaves each of `texts` so many lines: a line less of a text may be
 * one less of its row.
 */
function mostSaved(texts: readonly Broken[], left: (text: Broken) => number): number {
  let most = 0;
  for (const broken of texts) most += Math.max(0, broken.count - left(broken)) / broken.text.rowSpan;
  return most * (1 + EACH_TEXT);
}

/**
 * Lines that the table loses by a move to `edges`; `broken` are the texts in the columns that become wider. Counted
 * only as far as it can still be more than `enough`.
 */
function savedLines(
  { rows, padding, em }: BalancedTable,
  before: readonly number[],
  broken: readonly Broken[],
  edges: readonly number[],
  enough: number,
): number {
  const most = mostSaved(broken, ({ text }) => textLines(text, edges, padding, em));
  let saved = 0;
  for (let index = 0; index < rows.length && saved + most > enough; index++) {
    saved += (before[index] ?? 0) - rowLines(rows[index] ?? [], edges, padding, em, EACH_TEXT);
  }
  return saved;
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
