/**
 * Evens out the columns of a table that has been fitted: width that numbers do not need goes to the texts that break
 * over lines, as long as that makes the table shorter. Columns declared alike stay alike, so that the amounts of a
 * table keep one width.
 */

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
function textLines({ start, end, lines, ragged }: Breakable, edges: Edges, padding: number, em: number): number {
  const width = (edges[end] ?? 0) - (edges[start] ?? 0) - 2 * padding;
  let count = 0;
  for (let index = 0; index < lines.length; index++) count += lineCount(lines[index] ?? 0, width, em, ragged);
  return count;
}

/**
 * Lines that a row takes: the most of its texts, one over several rows shared out among them. `each` is what every text
 * counts beside.
 */
export function rowLines(texts: readonly Breakable[], edges: Edges, padding: number, em: number, each = 0): number {
  let most = 1;
  let total = 0;
  for (const text of texts) {
    const count = textLines(text, edges, padding, em) / text.rowSpan;
    total += count;
    if (count > most) most = count;
  }
  return most + each * total;
}

/** Left edges of the columns, and the right edge of the last, DXA. */
export type Edges = readonly number[];

/** Of columns so wide. */
export function edgesOf(widths: readonly number[]): Edges {
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
 * taken from where it breaks nothing, or else wherever it can be spared. A table is weighed thousands of times: plain
 * loops here, and nothing is made before it is known to be needed.
 */
function bestMove(table: BalancedTable, widths: readonly number[]): readonly number[] | undefined {
  const stand = standOf(table, edgesOf(widths));
  const spares = [stand.whole, table.least].map((keeps) => spareWidths(table, widths, keeps));
  const edges = widths.map(() => 0);
  let best: Move | undefined;
  let bestRate = 0;
  table.groups.forEach((group, index) => {
    const texts = stand.broken[index] ?? [];
    const most = mostSaved(texts);
    for (const spare of spares) {
      const total = spareBeside(group, spare);
      for (const step of STEPS) {
        const gain = step * table.em;
        const enough = (bestRate + ROUNDING) * step * group.length;
        if (most <= enough || gain * group.length > total) break;
        const move = { group, gain, spare, total };
        moveEdges(edges, widths, move);
        const saved = savedLines(table, stand.before, texts, edges, enough);
        if (saved > enough) {
          best = move;
          bestRate = saved / (step * group.length);
        }
      }
    }
  });
  const move = best;
  return move && widths.map((width, column) => movedWidth(width, column, move));
}

/** The columns of a group become wider by `gain`, the others narrower in proportion to what they can spare (DXA). */
interface Move {
  readonly group: readonly number[];
  readonly gain: number;
  readonly spare: readonly number[];
  /** What the others can spare together. */
  readonly total: number;
}

const movedWidth = (width: number, column: number, { group, gain, spare, total }: Move): number =>
  group.includes(column) ? width + gain : width - ((spare[column] ?? 0) / total) * (gain * group.length);

/** Puts the edges after a move where others stood: thousands are tried, and few are made. */
function moveEdges(edges: number[], widths: readonly number[], move: Move): void {
  let edge = 0;
  edges[0] = edge;
  for (let column = 0; column < widths.length; column++) {
    edge += movedWidth(widths[column] ?? 0, column, move);
    edges[column + 1] = edge;
  }
}

/** What each column can give, DXA. */
const spareWidths = ({ least }: BalancedTable, widths: readonly number[], keeps: readonly number[]): number[] =>
  widths.map((width, column) => Math.max(0, width - Math.max(keeps[column] ?? 0, least[column] ?? 0)));

function spareBeside(group: readonly number[], spare: readonly number[]): number {
  let total = 0;
  for (let column = 0; column < spare.length; column++) if (!group.includes(column)) total += spare[column] ?? 0;
  return total;
}

/** A text that takes more lines than it has of itself, and how many. */
interface Broken {
  readonly text: Breakable;
  readonly count: number;
}

/** How a table stands with its columns as they are. */
interface Stand {
  /** The broken texts by the groups of columns that they stand in. */
  readonly broken: readonly (readonly Broken[])[];
  /**
   * What each column must keep so that no text in it breaks that does not now, DXA; those that keep one width keep the
   * most of theirs.
   */
  readonly whole: readonly number[];
  /** Lines that each row takes. */
  readonly before: readonly number[];
}

function standOf({ rows, least, groups, padding, em }: BalancedTable, edges: Edges): Stand {
  const columns: Broken[][] = least.map(() => []);
  const whole = least.map(() => 0);
  for (const row of rows) {
    for (const text of row) {
      const { start, end, lines } = text;
      const count = textLines(text, edges, padding, em);
      if (count !== lines.length) {
        for (let column = start; column < end; column++) columns[column]?.push({ text, count });
      } else if (end - start === 1) {
        for (const line of lines) whole[start] = Math.max(whole[start] ?? 0, line + 2 * padding + SPARE * em);
      }
    }
  }
  for (const group of groups) {
    const most = Math.max(...group.map((column) => whole[column] ?? 0));
    for (const column of group) whole[column] = most;
  }
  return {
    broken: groups.map((group) => group.flatMap((column) => columns[column] ?? [])),
    whole,
    before: rows.map((row) => rowLines(row, edges, padding, em, EACH_TEXT)),
  };
}

/**
 * Lines that a table can lose at most by a move that gives `texts` the room between `edges`, or as much as they like: a
 * line less of a text may be one less of its row.
 */
function mostSaved(texts: readonly Broken[], edges?: Edges, padding = 0, em = 0): number {
  let most = 0;
  for (const { text, count } of texts) {
    const left = edges ? textLines(text, edges, padding, em) : text.lines.length;
    if (left < count) most += (count - left) / text.rowSpan;
  }
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
  edges: Edges,
  enough: number,
): number {
  const most = mostSaved(broken, edges, padding, em);
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
