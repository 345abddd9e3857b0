/**
 * Finding sheets, header rows and columns by their texts, so that inserted columns and moved sheets do no harm (FACT
 * published-7).
 */
import { type Finding, finding } from '../../diagnostics/finding.js';
import type { CellRef } from '../../vocabulary/cells.js';
import { nameKey, nearest, sheetKeyOf } from '../../vocabulary/names.js';
import type { RawCell, RawSheet, RawWorkbook } from '../../workbook/cells.js';
import type { AnyColumn, Columns, Sheet } from '../../workbook/layout/types.js';
import { grouped } from '../grouped.js';

/** Header rows are looked for in the first rows only; below them stand the office's own rows. */
const headerSearchRows = 20;

/** A place for findings that concern a whole sheet. */
export const sheetPlace = (sheet: string): CellRef => ({ sheet, row: 0, column: 0 });

export interface LocatedSheets<K extends string> {
  readonly found: ReadonlyMap<K, RawSheet>;
  readonly findings: readonly Finding[];
  /** Sheets that an error was made of: not there, or not certain. A sheet that may be empty may also not be there. */
  readonly missing: ReadonlySet<K>;
}

/** Matches the workbook's tabs with the sheets wanted; `ignored` are tabs of ours that hold no facts. */
export function locateSheets<K extends string>(
  workbook: RawWorkbook,
  wanted: ReadonlyMap<K, Sheet>,
  ignored: readonly string[],
): LocatedSheets<K> {
  const findings: Finding[] = [];
  const found = new Map<K, RawSheet>();
  const missing = new Set<K>();
  const told = new Set<K>();
  const used = new Set<RawSheet>();
  const byName = grouped(workbook.sheets, (raw) => sheetKeyOf(raw.name));
  for (const [key, sheet] of wanted) {
    const candidates = byName.get(nameKey(sheet.name)) ?? [];
    const exact = candidates.filter((raw) => raw.name === sheet.name);
    const meant = exact.length === 1 ? exact : candidates;
    const [first, second] = meant;
    for (const candidate of meant) used.add(candidate);
    if (first && !second) found.set(key, first);
    else missing.add(key);
    if (first && second) {
      const values = { other: second.name };
      findings.push(finding('S05', { at: sheetPlace(first.name), found: first.name, expected: sheet.name, values }));
      told.add(key);
    }
  }
  const free = new Set(workbook.sheets.filter((raw) => !used.has(raw) && !ignored.includes(raw.name)));
  for (const [key, sheet] of wanted) {
    if (!missing.has(key) || byName.has(nameKey(sheet.name))) continue;
    const like = nearest(
      sheet.name,
      [...free].map((raw) => raw.name),
    );
    findings.push(finding('S01', { expected: sheet.name, values: { nearest: nearestPhrase(like) } }));
    told.add(key);
    for (const raw of free) if (raw.name === like) free.delete(raw);
  }
  const read = new Map([...found.values()].map((raw) => [copiedKey(raw.name), raw.name]));
  for (const raw of free) {
    const twin = read.get(copiedKey(raw.name));
    const details = { at: sheetPlace(raw.name), found: raw.name };
    // what stands in it may have been meant for the other
    findings.push(twin === undefined ? finding('S04', details) : finding('S23', { ...details, expected: twin }));
  }
  return { found, findings, missing: told };
}

/** Also of a copy that Excel has made and named: `项目支出 (2)`. */
const copiedKey = (name: string): string => sheetKeyOf(name).replace(/\(\d+\)$/, '');

const nearestPhrase = (like: string | undefined) => (like === undefined ? '' : `，最接近的是“${like}”`);

/** Where a column stands: one sheet column, or several for a code in 类, 款, 项 cells. */
export type Position = readonly number[];

export interface LocatedColumns {
  readonly headerRow: number;
  readonly positions: ReadonlyMap<string, Position>;
  readonly findings: readonly Finding[];
  /** A required column is missing or stands twice. */
  readonly broken: boolean;
}

const splitHeaders: Readonly<Record<string, readonly string[]>> = {
  functionCode: ['类', '款', '项'],
  economicCode: ['类', '款'],
};

const isHeaderText = (cell: RawCell) => cell.kind === 'text';

function findHeaderRow(sheet: RawSheet, headers: ReadonlySet<string>): number | undefined {
  let best: number | undefined;
  let bestCount = 0;
  for (const [row, cells] of sheet.rows) {
    if (row > headerSearchRows) break;
    if (cells.size <= bestCount) continue;
    let count = 0;
    for (const cell of cells.values()) if (isHeaderText(cell) && headers.has(nameKey(cell.text))) count += 1;
    if (count > bestCount) [best, bestCount] = [row, count];
  }
  return best;
}

function splitPosition(column: AnyColumn, byHeader: ReadonlyMap<string, readonly RawCell[]>): Position | undefined {
  const parts = splitHeaders[column.type.kind]?.map((header) => byHeader.get(header)?.[0]?.at.column);
  return parts?.every((part) => part !== undefined) ? parts : undefined;
}

/** Finds the header row of a table and the columns under it. */
export function locateColumns(sheet: RawSheet, columns: Columns): LocatedColumns {
  const known = new Set(Object.values(columns).map((column) => nameKey(column.header)));
  const headerRow = findHeaderRow(sheet, known);
  if (headerRow === undefined) {
    const expected = Object.values(columns)[0]?.header ?? '';
    const findings = [finding('S09', { at: sheetPlace(sheet.name), expected })];
    return { headerRow: 0, positions: new Map(), findings, broken: true };
  }
  const headers = [...(sheet.rows.get(headerRow)?.values() ?? [])].filter(isHeaderText);
  const byHeader = grouped(headers, (cell) => nameKey(cell.text));
  const unknown = headers.filter((cell) => !known.has(nameKey(cell.text)));
  return { headerRow, ...matchColumns(sheet, headerRow, columns, byHeader, unknown) };
}

/** An absent amount column would silently lose money, so every amount column must be there. */
const mustBeThere = (column: AnyColumn) => column.required || column.type.kind === 'amount';

function matchColumns(
  sheet: RawSheet,
  headerRow: number,
  columns: Columns,
  byHeader: ReadonlyMap<string, readonly RawCell[]>,
  unknown: readonly RawCell[],
): Omit<LocatedColumns, 'headerRow'> {
  const positions = new Map<string, Position>();
  const findings: Finding[] = [];
  const free = new Map(unknown.map((cell) => [cell.text.trim(), cell]));
  const absent: AnyColumn[] = [];
  let broken = false;
  for (const [key, column] of Object.entries(columns)) {
    const [first, second] = byHeader.get(nameKey(column.header)) ?? [];
    const position = first ? [first.at.column] : splitPosition(column, byHeader);
    if (position) positions.set(key, position);
    else if (column.type.kind !== 'display') absent.push(column);
    // the cells of a code in 类, 款, 项 are no headers of the layout, but not unknown either
    for (const part of first ? [] : (position ?? [])) {
      for (const [text, cell] of free) if (cell.at.column === part) free.delete(text);
    }
    if (second && column.type.kind !== 'display') {
      const at = { sheet: sheet.name, row: headerRow, column: second.at.column };
      findings.push(finding('S06', { at, found: column.header }));
      broken = true;
    }
  }
  for (const column of absent) {
    const like = nearest(column.header, [...free.keys()]);
    if (!mustBeThere(column) && like === undefined) continue;
    const at = (like !== undefined && free.get(like)?.at) || { sheet: sheet.name, row: headerRow, column: 0 };
    findings.push(finding('S02', { at, expected: column.header, values: { nearest: nearestPhrase(like) } }));
    if (like !== undefined) free.delete(like);
    broken = true;
  }
  return { positions, findings, broken };
}
