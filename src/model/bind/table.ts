/** Binding one table sheet: raw rows under a header to typed rows. */
import { type Finding, finding } from '../../diagnostics/finding.js';
import type { CellRef } from '../../vocabulary/cells.js';
import { nameKey } from '../../vocabulary/names.js';
import type { RawCell, RawSheet } from '../../workbook/cells.js';
import type { AnyColumn, Cell, Columns, TableSheet } from '../../workbook/layout/types.js';
import { Blanks } from './blanks.js';
import { joinCode } from './code.js';
import { locateColumns, type Position, sheetPlace } from './locate.js';
import { MergedCells, mergedHeaders } from './merged.js';
import type { RowLabel } from './reading.js';
import { withheldCells } from './unread.js';
import { unreadInTable } from './unreadTable.js';
import { type ReadingContext, readValue } from './value.js';

export type BoundRow = Record<string, Cell<unknown> | CellRef | undefined> & { at: CellRef };

export interface BoundTable {
  readonly rows: readonly BoundRow[];
  readonly findings: readonly Finding[];
  /** False when the header row or a column was not found: then no row has been read. */
  readonly columnsFound: boolean;
  /** The column in which an answer stands, by column key; of a code in several cells the first. */
  readonly columns: ReadonlyMap<string, number>;
  /** Rows were left out because what their blanks mean is missing elsewhere, where that has been told. */
  readonly waits: boolean;
}

/** The raw cells of one row by column key. */
export type CellsByColumn = ReadonlyMap<string, RawCell>;

export interface TableContext extends ReadingContext {
  /** All rows at once, before any of them is read. */
  readonly survey: (rows: readonly CellsByColumn[]) => void;
  /** Whether the row belongs to a withheld project: then its other fields are not even looked at. */
  readonly isWithheld: (row: CellsByColumn) => boolean;
  /** Rows that are left out altogether (performance goals of withheld projects), some with a finding that says so. */
  readonly refuse: (row: CellsByColumn) => 'read' | 'drop' | Finding;
  /** What a blank cell of a column means, by column key: the only unit that there is. */
  readonly blanks: ReadonlyMap<string, string>;
}

function pick(cells: ReadonlyMap<number, RawCell>, position: Position): RawCell | undefined {
  const first = position[0];
  if (first === undefined) return undefined;
  return position.length === 1 ? cells.get(first) : joinCode(position.map((column) => cells.get(column)));
}

/** A column that is read, and where it stands in this workbook: nowhere, when it may be absent and is. */
interface ReadColumn {
  readonly key: string;
  readonly column: AnyColumn;
  readonly position: Position;
}

const readColumns = (table: TableSheet, positions: ReadonlyMap<string, Position>): ReadColumn[] =>
  Object.entries(table.columns)
    .filter(([, column]) => !isDisplay(column))
    .map(([key, column]) => ({ key, column, position: positions.get(key) ?? [] }));

function rawRow(
  rawCells: ReadonlyMap<number, RawCell>,
  columns: readonly ReadColumn[],
  blanks: ReadonlyMap<string, string>,
): Map<string, RawCell> {
  const cells = new Map<string, RawCell>();
  for (const { key, position } of columns) {
    const cell = pick(rawCells, position);
    // the blank workbook shows the only unit by a formula: without its result the cell says what a blank one says
    if (cell && (cell.kind !== 'empty' || !blanks.has(key))) cells.set(key, cell);
  }
  return cells;
}

/** What a row is called in messages: its number, and what identifies it where that has been filled in. */
function labelOf(table: TableSheet, row: number, cells: CellsByColumn): string {
  const keys = Object.keys(table.columns);
  const naming = ['projectName', 'goalName', 'functionCode', 'economicCode', 'anyCode', 'choice', 'unitName', 'text'];
  const mayName = (key: string) => table.columns[key]?.withheldWithProject !== true;
  const wanted = naming.flatMap((kind) => keys.filter((key) => table.columns[key]?.type.kind === kind && mayName(key)));
  const text = wanted.map((key) => cells.get(key)).find((cell) => cell && cell.kind !== 'error')?.text;
  const short = text === undefined ? '' : text.replace(/\s+/g, ' ').slice(0, 30);
  return short === '' ? `第${row}行` : `第${row}行（${short}）`;
}

const isDisplay = (column: AnyColumn) => column.type.kind === 'display';

/**
 * Rows in the order of the sheet; a row with an error in it is left out, and `columnsFound` is false where nothing
 * could be read.
 */
export function bindTable(table: TableSheet, raw: RawSheet, context: TableContext): BoundTable {
  const located = locateColumns(raw, table.columns);
  const findings: Finding[] = [...located.findings];
  if (located.broken) return { rows: [], findings, columnsFound: false, columns: new Map(), waits: false };
  findings.push(...unreadInTable(table, raw, located), ...mergedHeaders(raw, located.headerRow));
  const columns = readColumns(table, located.positions);
  const merged = new MergedCells(raw, located.headerRow);
  context.survey(rowsWithoutBlanks(table, raw, located.headerRow, columns, context.blanks));
  const rows: BoundRow[] = [];
  const leftOut: RawCell[] = [];
  const blanks = new Blanks(table, context.blanks);
  const unknown = [...context.blanks].filter(([, said]) => said === '').map(([key]) => key);
  let waits = false;
  for (const [number, rawCells] of raw.rows) {
    if (number <= located.headerRow) continue;
    if (merged.isTooMuch) break;
    merged.enterRow(number);
    const cells = rawRow(rawCells, columns, context.blanks);
    if (cells.size === 0) continue;
    const typed = [...cells.values()];
    const continues = blanks.fill(cells, { sheet: raw.name, row: number, column: 0 });
    const verdict = context.refuse(cells);
    // what is to be said of a block is said at its first row
    if (verdict === 'drop' || (continues && verdict !== 'read')) {
      leftOut.push(...typed);
      continue;
    }
    findings.push(...withheldCells(leftOut.splice(0)));
    if (verdict !== 'read') {
      findings.push(verdict);
      continue;
    }
    const total = totalRow(table, cells);
    if (total) {
      findings.push(finding('S13', { at: total.at, row: `第${number}行`, found: total.text.trim() }));
      continue;
    }
    const at = { sheet: raw.name, row: number, column: 0 };
    waits ||= unknown.some((key) => !cells.has(key));
    const row = bindRow(table, at, cells, { columns, merged }, context, findings);
    if (row) rows.push(row);
  }
  findings.push(...withheldCells(leftOut));
  if (rows.length === 0 && !waits && findings.every(({ severity }) => severity !== 'error') && !table.mayBeEmpty) {
    findings.push(finding('S08', { at: sheetPlace(raw.name) }));
  }
  const numbers = new Map([...located.positions].map(([key, [first = 0]]) => [key, first]));
  return { rows, findings, columnsFound: true, columns: numbers, waits };
}

/** As they will be read: whose rows they are is told by the same cells, filled in where a blank means something. */
function rowsWithoutBlanks(
  table: TableSheet,
  raw: RawSheet,
  headerRow: number,
  columns: readonly ReadColumn[],
  said: TableContext['blanks'],
): CellsByColumn[] {
  const blanks = new Blanks(table, said);
  return [...raw.rows].flatMap(([number, rawCells]) => {
    const cells = number > headerRow ? rawRow(rawCells, columns, said) : new Map<string, RawCell>();
    if (cells.size > 0) blanks.fill(cells, { sheet: raw.name, row: number, column: 0 });
    return cells.size > 0 ? [cells] : [];
  });
}

const totalWords: ReadonlySet<string> = new Set(['合计', '总计', '小计', '共计']);

/** A total that the office added under its rows would be counted twice. */
function totalRow(table: TableSheet, cells: CellsByColumn): RawCell | undefined {
  if (table.atLeastOneOf.length === 0 && !cells.has('amount')) return undefined;
  for (const cell of cells.values()) if (totalWords.has(nameKey(cell.text))) return cell;
  return undefined;
}

/** The row, when every cell of it could be read; `findings` takes what is to be said about it. */
function bindRow(
  table: TableSheet,
  at: CellRef,
  cells: CellsByColumn,
  { columns, merged }: { readonly columns: readonly ReadColumn[]; readonly merged: MergedCells },
  context: TableContext,
  findings: Finding[],
): BoundRow | undefined {
  const label: RowLabel = () => labelOf(table, at.row, cells);
  const withheld = context.isWithheld(cells);
  const bound: BoundRow = { at };
  let complete = true;
  let isMerged = false;
  const hides = ({ column }: ReadColumn) => column.withheldWithProject;
  for (const { key, column, position } of withheld ? columns.filter((read) => !hides(read)) : columns) {
    const merge = merged.covering(at.row, position);
    if (merge) {
      findings.push(...merged.findings(merge, column.header));
      isMerged = true;
      continue;
    }
    const cell = cells.get(key);
    if (!cell) {
      if (!column.required) continue;
      complete = false;
      if (context.blanks.get(key) === '') continue;
      const place = { ...at, column: position[0] ?? 0 };
      const details = { row: label(), column: column.header, values: { help: column.help } };
      findings.push(finding('C01', { at: place, ...details }));
      continue;
    }
    const reading = readValue(cell, column, label, context);
    if (reading.findings.length > 0) findings.push(...reading.findings);
    if (reading.value !== undefined) bound[key] = { value: reading.value, at: cell.at };
    else complete = false;
  }
  if (withheld) findings.push(...withheldCells(columns.filter(hides).flatMap(({ key }) => cells.get(key) ?? [])));
  if (!isMerged) findings.push(...missingAmounts(table, at, label, cells));
  return complete && !isMerged ? bound : undefined;
}

function missingAmounts(table: TableSheet<Columns>, at: CellRef, label: RowLabel, cells: CellsByColumn): Finding[] {
  if (table.atLeastOneOf.length === 0 || table.atLeastOneOf.some((key) => cells.has(key))) return [];
  const headers = table.atLeastOneOf.map((key) => table.columns[key]?.header ?? '');
  const expected = headers.length > 3 ? `${headers[0]}等各列至少填一列` : `${headers.join('、')}至少填一列`;
  return [finding('C13', { at, row: label(), expected })];
}
