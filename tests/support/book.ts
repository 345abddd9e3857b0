/**
 * A workbook in memory that a test changes cell by cell: what an office typed, put where `yusuan new` would put it, and
 * handed to the checks as the reader would hand it. Writing and reading the .xlsx are tested elsewhere.
 */
import type { Finding, Severity } from '../../src/diagnostics/finding.js';
import { type Checked, compose, examineCells, type RenderedDocument } from '../../src/index.js';
import { address, type CellRef } from '../../src/vocabulary/cells.js';
import type { Merge, RawCell, RawSheet, RawWorkbook } from '../../src/workbook/cells.js';
import { type Content, formHeaders } from '../../src/workbook/write/index.js';
import { firstRow, headerRow, type Placed, placesOf } from '../../src/workbook/write/place.js';
import { cellValue } from '../../src/workbook/write/values.js';
import { editions, sampleSource } from './samples.js';

export type Row = Record<string, string>;

/** What may stand in a cell besides typed text. */
export type CellChange = Partial<Pick<RawCell, 'kind' | 'text' | 'formula' | 'display' | 'format'>>;

export interface LooseSheet {
  name: string;
  hidden: boolean;
  readonly rows: Map<number, Map<number, RawCell>>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  readonly merges: Merge[];
}

/**
 * A place in words: sheet; row counted from 1 below the header (0: the header; a form's field: 1); column header or
 * field.
 */
export type Spot = readonly [sheet: string, row?: number, column?: string];

const isRows = (part: Content[string] | undefined): part is readonly Row[] => Array.isArray(part);

export class Book {
  readonly #content: Record<string, Row | Row[]>;
  readonly #edits: ((sheets: LooseSheet[]) => void)[] = [];

  constructor(content: Content) {
    this.#content = structuredClone(content) as Record<string, Row | Row[]>;
  }

  /** What is typed in it, without what only cells can hold. */
  get content(): Content {
    return this.#content;
  }

  /** The rows of a table, to be changed in place. */
  rows(sheet: string): Row[] {
    const part = this.#content[sheet] ?? [];
    if (!isRows(part)) throw new Error(`“${sheet}” is a form`);
    this.#content[sheet] = part as Row[];
    return part as Row[];
  }

  /** The n-th row (from 1) of a table. */
  row(sheet: string, number: number): Row {
    const row = this.rows(sheet)[number - 1];
    if (!row) throw new Error(`“${sheet}” has no row ${number}`);
    return row;
  }

  add(sheet: string, ...rows: Row[]): this {
    this.rows(sheet).push(...rows);
    return this;
  }

  remove(sheet: string, number: number): this {
    this.rows(sheet).splice(number - 1, 1);
    return this;
  }

  /** Types into the n-th row of a table. */
  set(sheet: string, number: number, values: Row): this {
    Object.assign(this.row(sheet, number), values);
    return this;
  }

  /** Types into the fields of a form; '' empties one. */
  fill(sheet: string, values: Row): this {
    const part = this.#content[sheet] ?? {};
    if (isRows(part)) throw new Error(`“${sheet}” is a table`);
    this.#content[sheet] = { ...part, ...values };
    return this;
  }

  /** Makes of one cell what no typing can: an error value, a formula, a date. */
  cell(spot: Spot, change: CellChange): this {
    const at = this.at(spot);
    return this.edit((sheets) => {
      const rows = sheetNamed(sheets, at.sheet).rows;
      const row = rows.get(at.row) ?? new Map<number, RawCell>();
      const cell: RawCell = { at, kind: 'text', text: '', display: 'plain', ...row.get(at.column), ...change };
      rows.set(at.row, sorted(row.set(at.column, cell)));
    });
  }

  /** Changes the sheets as they lie in the file. */
  edit(change: (sheets: LooseSheet[]) => void): this {
    this.#edits.push(change);
    return this;
  }

  sheet(name: string, change: (sheet: LooseSheet) => void): this {
    return this.edit((sheets) => change(sheetNamed(sheets, name)));
  }

  /** Where something stands; row and column are 0 where the spot does not say. */
  at([sheet, row, column]: Spot): CellRef {
    if (row === undefined) return { sheet, row: 0, column: 0 };
    const placed = this.#places().find((candidate) => candidate.sheet.name === sheet);
    if (!placed) throw new Error(`no sheet ${sheet}`);
    const found = placed.columns.find((candidate) => candidate.column.header === column);
    if (column !== undefined && !found) throw new Error(`“${sheet}” has no ${column}`);
    if (placed.kind === 'form') return { sheet, row: headerRow + (found?.index ?? row), column: 2 };
    return { sheet, row: row === 0 ? headerRow : firstRow + row - 1, column: found?.index ?? 0 };
  }

  raw(): RawWorkbook {
    const sheets = this.#places().map(looseSheet);
    for (const edit of this.#edits) edit(sheets);
    return { sheets: sheets as readonly RawSheet[], date1904: false };
  }

  examine(): Checked {
    return examineCells(this.raw(), editions);
  }

  /** The document; throws when an error stands in the way. */
  compose(): RenderedDocument {
    const { findings, facts, edition } = this.examine();
    const errors = findings.filter((found) => found.severity === 'error');
    if (errors.length > 0) throw new Error(told(errors).join('\n'));
    return compose(facts, edition);
  }

  #places(): readonly Placed[] {
    const entity = this.#content.基本信息;
    const typed = isRows(entity) ? NaN : Number(entity?.预算年度);
    const year = editions.years.includes(typed) ? typed : (editions.years.at(-1) ?? 0);
    const { sheets, withoutColumns, partNumbers } = editions.load(year);
    const plan = {
      year,
      kindLabel: '单位',
      sheets,
      withoutColumns,
      partNumbers: partNumbers(),
      content: this.#content,
      spareRows: 1,
    } as const;
    return [...placesOf(plan).values()];
  }
}

/** A sample as a book. */
export const sampleBook = (name: string): Book => new Book(sampleSource(name));

export function sheetNamed(sheets: readonly LooseSheet[], name: string): LooseSheet {
  const found = sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

const sorted = (row: Map<number, RawCell>) => new Map([...row].sort(([a], [b]) => a - b));

/** A text cell. */
export const textCell = (sheet: string, row: number, column: number, text: string): RawCell => ({
  at: { sheet, row, column },
  kind: 'text',
  text,
  display: 'plain',
});

function looseSheet(placed: Placed): LooseSheet {
  const { name } = placed.sheet;
  const rows = new Map<number, Map<number, RawCell>>();
  const put = (row: number, column: number, value: string | number | null) => {
    if (value === null) return;
    const cell: RawCell = { ...textCell(name, row, column, String(value)), kind: typeof value as 'number' | 'text' };
    const kind = typeof value === 'number' ? ('number' as const) : ('text' as const);
    rows.set(row, (rows.get(row) ?? new Map()).set(column, { ...cell, kind }));
  };
  put(1, 1, name);
  if (placed.kind === 'form') {
    formHeaders.forEach((header, index) => {
      put(headerRow, index + 1, header);
    });
    for (const { column, index } of placed.columns) {
      put(headerRow + index, 1, column.header);
      put(headerRow + index, 2, cellValue(column.type, placed.fields[column.header] ?? ''));
    }
  } else {
    for (const { column, index } of placed.columns) put(headerRow, index, column.header);
    placed.rows.forEach((row, number) => {
      for (const { column, index } of placed.columns) {
        put(firstRow + number, index, cellValue(column.type, row[column.header] ?? ''));
      }
    });
  }
  return { name, hidden: false, rows, hiddenRows: new Set(), hiddenColumns: new Set(), merges: [] };
}

/** A finding in one line, with its place: `T01 基本支出（经济）!C4`; a row is `!4`, a whole sheet just its name. */
export function short({ code, at }: Finding): string {
  if (!at) return code;
  if (at.row === 0) return `${code} ${at.sheet}`;
  return `${code} ${at.sheet}!${at.column === 0 ? at.row : address(at)}`;
}

/** The same with the message, for a failing test to show. */
export const told = (findings: readonly Finding[]): string[] =>
  findings.map((found) => `${short(found)} ${found.message}`);

/** What a book says beyond what it was said before it was changed. */
export function added(findings: readonly Finding[], before: readonly Finding[]): Finding[] {
  const known = before.map((found) => JSON.stringify(found));
  return findings.filter((found) => {
    const index = known.indexOf(JSON.stringify(found));
    if (index >= 0) known.splice(index, 1);
    return index < 0;
  });
}

export const ofSeverity = (findings: readonly Finding[], severity: Severity) =>
  findings.filter((found) => found.severity === severity);
