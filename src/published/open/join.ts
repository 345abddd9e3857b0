/**
 * Tables that were cut in two, as offices do to fit pages: joined where it is certain, with the repeated head dropped.
 */
import { textOf } from './assemble.js';
import type { OpenedBlock, OpenedRow, OpenedTable } from './raw.js';

/** Nothing may stand between the two; paragraphs without text are gone already. */
export function joinSplit(blocks: readonly OpenedBlock[]): readonly OpenedBlock[] {
  const joined: OpenedBlock[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    const whole = before?.kind === 'table' && block.kind === 'table' ? joinedTable(before, block) : undefined;
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(block);
  }
  return joined;
}

/** Undefined when the second is a table of its own. */
function joinedTable(first: OpenedTable, second: OpenedTable): OpenedTable | undefined {
  if (first.sheet !== second.sheet || !haveOneGrid(first, second)) return undefined;
  const repeated = repeatedRows(first.rows, second.rows);
  const rest = second.rows.slice(repeated);
  const [next] = rest;
  const like = first.rows[repeated];
  if (!next || !like || isTitle(next) || sharesLabel(like, next)) return undefined;
  if (repeated === 0 && !haveWidths(first, second)) return undefined;
  return { ...first, rows: [...first.rows, ...rest] };
}

const widthOf = ({ rows }: OpenedTable): number =>
  rows.reduce((most, { cells }) => Math.max(most, ...cells.map((cell) => cell.column + cell.columnSpan)), 0);

/** Columns of equal number and, where both files say so, about equal widths. */
function haveOneGrid(first: OpenedTable, second: OpenedTable): boolean {
  if (widthOf(first) !== widthOf(second)) return false;
  const [a, b] = [first.widths ?? [], second.widths ?? []];
  if (a.length !== b.length) return a.length === 0 || b.length === 0;
  const total = a.reduce((sum, width) => sum + width, 0);
  return a.every((width, index) => Math.abs(width - (b[index] ?? 0)) <= total / 100);
}

const haveWidths = (first: OpenedTable, second: OpenedTable): boolean =>
  (first.widths?.length ?? 0) > 0 && (second.widths?.length ?? 0) > 0;

/** How many rows at the top of both say the same. */
function repeatedRows(first: readonly OpenedRow[], second: readonly OpenedRow[]): number {
  let count = 0;
  while (count < Math.min(first.length, second.length) && isSame(first[count], second[count])) count += 1;
  return count;
}

function isSame(a: OpenedRow | undefined, b: OpenedRow | undefined): boolean {
  const said = (row: OpenedRow | undefined) => row?.cells.map((cell) => squeezed(textOf(cell.content))).join('|') ?? '';
  return said(a) === said(b) && /[^|]/.test(said(a));
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** One cell across the whole table. */
const isTitle = ({ cells }: OpenedRow): boolean => cells.length === 1 && (cells[0]?.columnSpan ?? 1) > 1;

/**
 * Two forms filled in alike (performance tables) have the same labels in the same places; a row that goes on has none.
 */
function sharesLabel(a: OpenedRow, b: OpenedRow): boolean {
  const labels = new Set(a.cells.map((cell) => `${cell.column} ${squeezed(textOf(cell.content))}`));
  return b.cells.some((cell) => {
    const text = squeezed(textOf(cell.content));
    return /\p{Script=Han}/u.test(text) && labels.has(`${cell.column} ${text}`);
  });
}
