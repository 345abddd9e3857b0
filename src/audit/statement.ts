/**
 * A table of the form as a reader takes it in: what stands above it, the heads of its columns, and its lists of rows.
 * Tables 1 and 4 hold two lists side by side; the others one.
 */
import { oneLine } from '../vocabulary/names.js';
import { comparableText } from './plain.js';
import type { ReadCell, ReadRow, ReadTable } from './reading.js';

/** Columns that stand together: labels, then the amounts that they name. */
export interface Panel {
  readonly labels: readonly number[];
  readonly amounts: readonly number[];
}

export interface Statement {
  readonly table: ReadTable;
  readonly head: readonly ReadRow[];
  readonly body: readonly ReadRow[];
  /** The heads that stand over each column, from the top, each once. */
  readonly heads: readonly (readonly string[])[];
  /** Empty for a table without a head over columns of amounts (performance tables). */
  readonly panels: readonly Panel[];
}

/** A table of ours and the published one that stands for it. */
export interface Sides {
  readonly expected: Statement;
  readonly published: Statement;
  readonly headings: readonly string[];
}

/** `heads`: how many rows head its columns; of a published table no more is known than how many it should have. */
export function statementOf(table: ReadTable, heads = headsOf(table)): Statement {
  const { rows, columns, captions = 0 } = table;
  const [head, body] = [rows.slice(captions, captions + heads), rows.slice(captions + heads)];
  const over = Array.from({ length: columns }, (_, column) => headsOver(head, column));
  const isAmount = (column: number) => body.some((row) => ownCell(row, column)?.isAmount);
  return {
    table,
    head,
    body,
    heads: over,
    panels: head.length === 0 ? [] : panelsOf(Array.from(over, (_, column) => isAmount(column))),
  };
}

/** A performance table has names beside its cells, and no columns of amounts. */
const headsOf = ({ rows, captions = 0, indicators }: ReadTable): number =>
  indicators === undefined ? Math.max(0, rows.filter(({ head }) => head).length - captions) : 0;

/** Of the form's own: which row heads a performance table's indicators, and its name ('': the whole entity's). */
export function goalOf(table: ReadTable): { readonly indicators: number; readonly name: string } | undefined {
  const { indicators } = table;
  if (indicators === undefined) return undefined;
  const named = table.rows.slice(0, indicators).flatMap((row) => {
    const at = row.cells.findIndex((cell) => comparableText(cell.text) === '项目名称');
    return at < 0 ? [] : row.cells.slice(at + 1, at + 2);
  });
  return { indicators, name: named[0]?.text ?? '' };
}

export const rowText = (row: ReadRow): string => row.cells.map((cell) => comparableText(cell.text)).join('');

/** The cell that covers a column of the grid. */
export const cellAt = (row: ReadRow, column: number): ReadCell | undefined =>
  row.cells.find((cell) => cell.column <= column && column < cell.column + cell.columnSpan);

/** Not a cell that covers other columns besides. */
export function ownCell(row: ReadRow, column: number): ReadCell | undefined {
  const cell = cellAt(row, column);
  return cell && cell.column === column ? cell : undefined;
}

function headsOver(head: readonly ReadRow[], column: number): string[] {
  const texts = head.map((row) => cellAt(row, column)?.text.replace(/\s+/g, '') ?? '').filter((text) => text !== '');
  // a row of column numbers (※ 1 2 3 …) names nothing
  return texts.filter((text, index) => text !== texts[index - 1] && !/^(※|\p{Nd}{1,2})$/u.test(text));
}

function panelsOf(areAmounts: readonly boolean[]): Panel[] {
  const panels: { labels: number[]; amounts: number[] }[] = [];
  areAmounts.forEach((isAmount, column) => {
    const last = panels.at(-1);
    if (isAmount) last?.amounts.push(column);
    else if (last && last.amounts.length === 0) last.labels.push(column);
    else panels.push({ labels: [column], amounts: [] });
  });
  return panels.filter((panel) => panel.amounts.length > 0);
}

/** What a row of a list is called, as printed: the code without gaps, then its names. */
export function rowLabel(row: ReadRow, panel: Panel): string {
  const texts = panel.labels.map((column) => cellAt(row, column)?.text ?? '');
  const distinct = texts.map(oneLine).filter((text) => text !== '');
  return distinct.reduce(
    (label, text) => label + (/\p{Nd}$/u.test(label) && /^\p{Nd}+$/u.test(text) ? '' : label && ' ') + text,
    '',
  );
}

/** What a column is called: its heads from the top, without those that cover the whole list. */
export function columnLabel(statement: Statement, column: number): string {
  const panel = statement.panels.find(({ amounts }) => amounts.includes(column));
  const over = statement.heads[column] ?? [];
  const shared = (text: string) =>
    (panel?.amounts.length ?? 0) > 1 && panel?.amounts.every((other) => statement.heads[other]?.includes(text));
  const own = over.filter((text) => !shared(text));
  return (own.length > 0 ? own : over.slice(-1)).join('·');
}

/**
 * The row and the column of a cell; in a performance table its name and the indicator, or what stands to the left.
 */
export function cellPlace(statement: Statement, row: ReadRow, column: number): { row: string; column: string } {
  const panel = statement.panels.find(({ labels, amounts }) => amounts.includes(column) || labels.includes(column));
  if (panel) return { row: rowLabel(row, panel), column: columnLabel(statement, column) };
  return goalPlace(statement, row, column);
}

function goalPlace({ table }: Statement, row: ReadRow, column: number): { row: string; column: string } {
  const goal = goalOf(table);
  const head = goal && table.rows[goal.indicators];
  const before = row.cells.filter((cell) => cell.column < column && cell.text !== '').map((cell) => cell.text);
  const left = before.filter((text) => !/^[\p{Nd},.]+$/u.test(text)).at(-1) ?? '';
  if (!goal || !head || table.rows.indexOf(row) <= goal.indicators)
    return { row: [goal?.name, left].join(' ').trim(), column: '' };
  const third = head.cells.find((cell) => cell.text.includes('三级'));
  const indicator = third && cellAt(row, third.column)?.text;
  return { row: [goal.name, indicator ?? left].join(' ').trim(), column: cellAt(head, column)?.text ?? '' };
}
