/**
 * Where everything will stand: each sheet with its columns, letters and rows, computed before a cell is written,
 * because formulas and drop-downs on one sheet point into others.
 */

import { type CellRef, columnLetters } from '../../vocabulary/cells.js';
import { exactText, type Money, parseMoney, sum } from '../../vocabulary/money.js';
import { layout, type SheetKey } from '../layout/layout.js';
import type { PartNumbers } from '../layout/printedIn.js';
import type { AnyColumn, Columns, FormSheet, Sheet, TableSheet } from '../layout/types.js';
import { type Need, needOf } from './needs.js';
import { ownText, ownWords } from './wording.js';

export type ContentRow = Readonly<Record<string, string>>;
/**
 * What stands in a workbook besides its frame: sheet name → fields (form) or rows (table), by column header, values as
 * typed text.
 */
export type Content = Readonly<Record<string, ContentRow | readonly ContentRow[]>>;

export interface WorkbookPlan {
  readonly year: number;
  readonly kindLabel: '部门' | '单位';
  /** In tab order. */
  readonly sheets: readonly SheetKey[];
  /** Column keys of the layout that this edition does not have. */
  readonly withoutColumns: Partial<Record<SheetKey, readonly string[]>>;
  /** Of its tables and explanations, for the help. */
  readonly partNumbers: PartNumbers;
  readonly content: Content;
  /** Blank input rows below the content of each table: so many for each, or by sheet. */
  readonly spareRows: number | Partial<Record<SheetKey, number>>;
  /** Cells that carry a comment and a colour, for the officer to look at. */
  readonly marks?: readonly Mark[];
  /** What the first tab lists of the workbook's origin, where it was made from something else. */
  readonly report?: Report;
}

export interface Report {
  readonly title: string;
  readonly lines: readonly string[];
  readonly rows: readonly ReportRow[];
}

export interface ReportRow {
  readonly level: string;
  readonly colour: string;
  /** Undefined: not about a cell of the workbook. */
  readonly at?: CellRef;
  readonly where: string;
  readonly what: string;
  readonly how: string;
}

export interface Mark {
  readonly sheet: SheetKey;
  /** Counted from 0 among the content's rows; 0 in a form. */
  readonly row: number;
  /** Column key. */
  readonly column: string;
  readonly text: string;
  /** Where it is not that of a cell that is to be filled. */
  readonly colour?: string;
}

/** Row 1 title and totals, row 2 help, row 3 headers. */
export const headerRow = 3;
export const firstRow = headerRow + 1;

/** Rows that a table takes, whatever is prepared of it: more than any office has. */
const capacity = 2000;

export interface PlacedColumn {
  readonly key: string;
  readonly column: AnyColumn;
  readonly index: number;
  readonly letter: string;
  /** Blank, it means the one unit of 基本信息, and shows its name: in the workbook of a 单位. */
  readonly showsUnit: boolean;
}

interface Needed {
  /** How much the sheet is needed by this kind of office. */
  readonly need: Need;
}

export interface PlacedTable extends Needed {
  readonly kind: 'table';
  readonly key: SheetKey;
  readonly sheet: TableSheet;
  readonly columns: readonly PlacedColumn[];
  readonly rows: readonly ContentRow[];
  /** The last row with formulas. */
  readonly lastShown: number;
  /** The last row that is unlocked and that totals, drop-downs and hints reach. */
  readonly lastRow: number;
}

export interface PlacedForm extends Needed {
  readonly kind: 'form';
  readonly key: SheetKey;
  readonly sheet: FormSheet;
  /** The fields; `index` is that of the row below the header, `letter` always the column of the answers. */
  readonly columns: readonly PlacedColumn[];
  readonly fields: ContentRow;
  readonly lastRow: number;
}

export type Placed = PlacedTable | PlacedForm;
export type Places = ReadonlyMap<SheetKey, Placed>;

type ChosenColumn = Pick<PlacedColumn, 'key' | 'column' | 'showsUnit'>;

function columnsOf(sheetKey: SheetKey, sheet: Sheet, plan: WorkbookPlan): ChosenColumn[] {
  const without = plan.withoutColumns[sheetKey] ?? [];
  return Object.entries<AnyColumn>(sheet.columns as Columns)
    .filter(([key]) => !without.includes(key))
    .map(([key, column]) => {
      const isUnit = column.required && (column.type.kind === 'unitName' || (sheetKey === 'units' && key === 'name'));
      const showsUnit = isUnit && plan.kindLabel === '单位';
      return { key, column: ownWords(column, plan, showsUnit), showsUnit };
    });
}

/** Content that has no place would be lost without a word; that is our fault, never the office's. */
function refuseUnplaced(sheet: string, row: ContentRow, columns: readonly { column: AnyColumn }[]): void {
  for (const [header, text] of Object.entries(row)) {
    const known = columns.some(({ column }) => column.header === header && column.type.kind !== 'display');
    if (!known && text !== '') throw new Error(`“${sheet}”表没有可填的“${header}”列，内容无处可写。`);
  }
}

/** One row for each choice of the prefilled column, when nothing else is there. */
function prefilledRows(sheet: TableSheet): ContentRow[] {
  const column = sheet.prefilled === undefined ? undefined : (sheet.columns as Columns)[sheet.prefilled];
  if (column?.type.kind !== 'choice') return [];
  return Object.keys(column.type.choices).map((label) => ({ [column.header]: label }));
}

function placeTable(key: SheetKey, sheet: TableSheet, plan: WorkbookPlan): PlacedTable {
  const columns = columnsOf(key, sheet, plan);
  const content = plan.content[sheet.name] ?? [];
  if (!isRows(content)) throw new Error(`“${sheet.name}”是逐行填写的表，内容应为行的列表。`);
  for (const row of content) refuseUnplaced(sheet.name, row, columns);
  const rows = content.length > 0 ? content : prefilledRows(sheet);
  const wanted = typeof plan.spareRows === 'number' ? plan.spareRows : (plan.spareRows[key] ?? 1);
  const spare = sheet.prefilled === undefined ? Math.max(1, wanted) : 0;
  const placed = columns.map((entry, i) => ({ ...entry, index: i + 1, letter: columnLetters(i + 1) }));
  const lastShown = headerRow + rows.length + spare;
  const lastRow = sheet.prefilled === undefined ? Math.max(lastShown, headerRow + capacity) : lastShown;
  return { kind: 'table', need: needOf(key, plan.kindLabel), key, sheet, columns: placed, rows, lastShown, lastRow };
}

function placeForm(key: SheetKey, sheet: FormSheet, plan: WorkbookPlan): PlacedForm {
  const columns = columnsOf(key, sheet, plan);
  const fields = plan.content[sheet.name] ?? {};
  if (isRows(fields)) throw new Error(`“${sheet.name}”是逐项填写的表，内容应为项目和内容。`);
  refuseUnplaced(sheet.name, fields, columns);
  const placed = columns.map((entry, i) => ({ ...entry, index: i + 1, letter: 'B' }));
  return {
    kind: 'form',
    need: needOf(key, plan.kindLabel),
    key,
    sheet,
    columns: placed,
    fields,
    lastRow: headerRow + columns.length,
  };
}

const isRows = (content: ContentRow | readonly ContentRow[]): content is readonly ContentRow[] =>
  Array.isArray(content);

/** Throws (our fault) when the content names a sheet or column that the plan has no place for. */
export function placesOf(plan: WorkbookPlan): Places {
  const places = new Map<SheetKey, Placed>();
  for (const key of plan.sheets) {
    const declared: Sheet = layout[key];
    const sheet: Sheet = { ...declared, help: ownText(declared.help, plan) };
    places.set(key, sheet.kind === 'table' ? placeTable(key, sheet, plan) : placeForm(key, sheet, plan));
  }
  const names = new Set([...places.values()].map(({ sheet }) => sheet.name));
  const lost = Object.keys(plan.content).find((name) => !names.has(name));
  if (lost !== undefined) throw new Error(`本年度的工作簿没有“${lost}”表，内容无处可写。`);
  return places;
}

/** `'基本支出（功能）'`: quoted always, since full-width brackets need it. */
export const quoted = (sheetName: string): string => `'${sheetName.replaceAll("'", "''")}'`;

/** The column of this key; undefined where the edition does without it. */
export const columnOf = (placed: Placed, key: string): PlacedColumn | undefined =>
  placed.columns.find((column) => column.key === key);

/** Where a cell of the content stands; `row` is counted from 0 and means nothing in a form. */
export function cellAt(places: Places, sheet: SheetKey, row: number, key: string): CellRef | undefined {
  const placed = places.get(sheet);
  const column = placed && columnOf(placed, key);
  if (!placed || !column) return undefined;
  const { name } = placed.sheet;
  if (placed.kind === 'form') return { sheet: name, row: headerRow + column.index, column: 2 };
  return { sheet: name, row: firstRow + row, column: column.index };
}

/**
 * The absolute range of a table's column, e.g. `'预算单位'!$A$4:$A$33`. It takes in the locked row below the last
 * input row, so that rows inserted at the end are still inside.
 */
export function rangeOf(places: Places, sheetKey: SheetKey, columnKey: string): string | undefined {
  const placed = places.get(sheetKey);
  const column = placed && columnOf(placed, columnKey);
  if (placed?.kind !== 'table' || !column) return undefined;
  return `${quoted(placed.sheet.name)}!$${column.letter}$${firstRow}:$${column.letter}$${placed.lastRow + 1}`;
}

/** The exact total of the amounts that stand in some columns of some rows; what is no amount counts nothing. */
export function total(rows: readonly ContentRow[], headers: readonly string[]): Money {
  const texts = rows.flatMap((row) => headers.map((header) => row[header] ?? ''));
  return sum(texts.map((text) => parseMoney(text, 'yuan', 'exact')).filter((amount) => amount !== undefined));
}

/** For a formula's cached result, the one place where an amount becomes a JavaScript number. */
export const cached = (amount: Money): number => Number(exactText(amount));
