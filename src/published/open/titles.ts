/** Titles and notes that stand in rows of a table, as in tables that were pasted from a worksheet. */
import { textOf } from './assemble.js';
import type { OpenedBlock, OpenedCell, OpenedRow, OpenedTable } from './raw.js';

/** A note at the foot says more than a label does. */
const NOTE = 8;

/**
 * The table without the rows at its top and at its foot that hold one text for all of it: those stand before and behind
 * it as paragraphs. A table that has nothing else stays as it is.
 */
export function withoutTitles(table: OpenedTable): readonly OpenedBlock[] {
  const { rows } = table;
  const width = rows.reduce((most, { cells }) => Math.max(most, ...cells.map(endOf)), 0);
  const isAcross = (row: OpenedRow) => (only(row)?.columnSpan ?? 0) >= width;
  const isRow = (row: OpenedRow) => saying(row).length > 0 && !only(row);
  const [top, bottom] = [rows.findIndex(isRow), rows.findLastIndex(isRow)];
  if (top < 0 || width < 2) return [table];
  const first = rows.slice(0, top).findLastIndex(isAcross) + 1;
  const foot = rows.slice(bottom + 1).findIndex((row) => isAcross(row) && saysMuch(row));
  const end = foot < 0 ? rows.length : bottom + 1 + foot;
  const texts = (part: readonly OpenedRow[]): OpenedBlock[] =>
    part.flatMap((row) => saying(row).flatMap(({ content }) => content.map((block) => onPageOf(table, block))));
  return [...texts(rows.slice(0, first)), { ...table, rows: rows.slice(first, end) }, ...texts(rows.slice(end))];
}

const endOf = ({ column, columnSpan }: OpenedCell): number => column + columnSpan;

const saying = ({ cells }: OpenedRow): readonly OpenedCell[] => cells.filter(({ content }) => textOf(content) !== '');

/** The cell that alone says something, and stands at the left. */
const only = (row: OpenedRow): OpenedCell | undefined => {
  const [cell, ...more] = saying(row);
  return more.length === 0 && cell?.column === 0 && cell.rowSpan === 1 ? cell : undefined;
};

const saysMuch = (row: OpenedRow): boolean => textOf(only(row)?.content ?? []).length >= NOTE;

const onPageOf = ({ page }: OpenedTable, block: OpenedBlock): OpenedBlock =>
  page === undefined || block.page !== undefined ? block : { ...block, page };
