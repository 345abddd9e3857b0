/** A table that runs over pages: its parts joined, its head told once. */
import { textOf } from '../assemble.js';
import type { PageCell, PageRow, PageTable } from './layout.js';
import { joinedLines } from './lines.js';

export interface OpenPdfTable {
  xs: readonly number[];
  rows: PageRow[];
}

/** Points by which the lines of two pages may differ. */
const SAME = 3;
/** Points: lower than any line of text. */
const STRIP = 9;

/** Appends the part on the next page; false when it is a table of its own, with other outer edges or columns. */
export function appendPart(table: OpenPdfTable, next: PageTable): boolean {
  const xs = commonGrid(table.xs, next.xs);
  if (!xs) return false;
  const [own, others] = [onGrid(table.rows, table.xs, xs), onGrid(next.rows, next.xs, xs)];
  const repeated = repeatedRows(own, others);
  table.rows = joinedRows(own, others.slice(repeated));
  table.xs = xs;
  return true;
}

/** The lines of both where those of the one are among those of the other: a part may lack rows that need a line. */
function commonGrid(a: readonly number[], b: readonly number[]): readonly number[] | undefined {
  const [more, less] = a.length >= b.length ? [a, b] : [b, a];
  const near = (x: number | undefined, y: number | undefined) => Math.abs((x ?? 0) - (y ?? Number.NaN)) <= SAME;
  if (!near(more[0], less[0]) || !near(more.at(-1), less.at(-1))) return undefined;
  return less.every((x) => more.some((other) => near(x, other))) ? more : undefined;
}

function onGrid(rows: readonly PageRow[], from: readonly number[], to: readonly number[]): PageRow[] {
  const place = from.map((x) =>
    to.reduce((best, other, i) => (Math.abs(other - x) < Math.abs((to[best] ?? 0) - x) ? i : best), 0),
  );
  const moved = (cell: PageCell): PageCell => {
    const column = place[cell.column] ?? cell.column;
    return { ...cell, column, columnSpan: Math.max(1, (place[cell.column + cell.columnSpan] ?? column + 1) - column) };
  };
  return rows.map((row) => ({ ...row, cells: row.cells.map(moved) }));
}

/** Rows at the top that the first part has at its top too. */
function repeatedRows(first: readonly PageRow[], next: readonly PageRow[]): number {
  const said = (row: PageRow | undefined) =>
    row?.cells.map((cell) => `${cell.column} ${textOf(cell.content).replace(/\s/g, '')}`).join('|') ?? '';
  let count = 0;
  while (count < next.length && count < first.length && said(first[count]) === said(next[count])) count += 1;
  return count;
}

function joinedRows(first: readonly PageRow[], next: readonly PageRow[]): PageRow[] {
  const [top, ...rest] = next;
  if (!top) return [...first];
  const bottom = reaching(first);
  const goesOn = isRestOfRow(bottom, top);
  const grown = new Map<PageCell, PageCell>();
  const left: PageCell[] = [];
  for (const cell of top.cells) {
    const above = bottom.find((other) => other.column === cell.column && other.columnSpan === cell.columnSpan);
    const isBlank = textOf(cell.content) === '';
    if (above && goesOn) grown.set(above, withMore(above, cell, cell.rowSpan - 1));
    else if (above && isBlank && (above.rowSpan > 1 || cell.rowSpan > 1))
      grown.set(above, withMore(above, cell, cell.rowSpan));
    else left.push(cell);
  }
  const rows = first.map((row) => ({ ...row, cells: row.cells.map((cell) => grown.get(cell) ?? cell) }));
  return goesOn ? [...rows, ...rest] : [...rows, { ...top, cells: left }, ...rest];
}

const withMore = (above: PageCell, below: PageCell, rows: number): PageCell => {
  const text = joinedLines(textOf(above.content), textOf(below.content));
  const content = text === '' ? [] : [{ kind: 'paragraph', text, level: 0, contents: false } as const];
  return { ...above, content, rowSpan: above.rowSpan + rows, full: below.content.length > 0 ? below.full : above.full };
};

/** Cells that end with the last row. */
const reaching = (rows: readonly PageRow[]): PageCell[] =>
  rows.flatMap(({ cells }, index) => cells.filter((cell) => index + cell.rowSpan === rows.length));

/**
 * Whether the page break went through a row: each text that goes on stands below one that filled its last line, none is
 * a figure, and something of the row does not go on. A strip without any text is what is left of a row's lower edge.
 */
function isRestOfRow(bottom: readonly PageCell[], top: PageRow): boolean {
  if (top.cells.length !== bottom.length) return false;
  const filled = top.cells.filter(hasText);
  if (filled.length === 0) return top.height < STRIP;
  const goOn = filled.every((cell) => {
    const above = bottom.find((other) => other.column === cell.column && other.columnSpan === cell.columnSpan);
    return above?.full === true && !/^[-\d,.%\s]+$/.test(textOf(cell.content));
  });
  return goOn && filled.length < bottom.filter(hasText).length;
}

const hasText = ({ content }: PageCell): boolean => textOf(content) !== '';
