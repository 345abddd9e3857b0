/** A table sheet: title and totals, help, headers, content rows and blank rows to type into. */
import type { Alignment, Cell, Workbook, Worksheet } from 'exceljs';
import type { CellType } from '../layout/types.js';
import type { Finish, Repeated } from './finish.js';
import { codeNames, displayFormula, type Formula, unitFormula, unknownCode } from './formulas.js';
import { addHeading, addReturnLink, addUnitNote, tabColour } from './heading.js';
import type { Lists } from './lists.js';
import {
  type ContentRow,
  cached,
  firstRow,
  headerRow,
  type PlacedColumn,
  type PlacedTable,
  type Places,
  rangeOf,
  total,
} from './place.js';
import {
  box,
  colours,
  columnWidth,
  fill,
  font,
  linesOf,
  missingStyle,
  pagesFor,
  protect,
  setUpPage,
  styleHeader,
  whenTrue,
} from './style.js';
import { addValidation } from './validation.js';
import { cellValue, numberFormat } from './values.js';

const totalled: ReadonlySet<string> = new Set([
  'basicByFunction',
  'basicByEconomic',
  'projectSpending',
  'threePublic',
  'commissioned',
]);

const isAmount = ({ column: { type } }: PlacedColumn): boolean =>
  type.kind === 'amount' || (type.kind === 'display' && type.formula.show === 'sum');

/** Of a sum of columns the columns themselves: they are filled below the last row that shows the sum, too. */
function sourceColumns(table: PlacedTable, placed: PlacedColumn): readonly PlacedColumn[] {
  const { type } = placed.column;
  if (type.kind !== 'display' || type.formula.show !== 'sum') return [placed];
  const keys = type.formula.columns;
  return table.columns.filter(({ key }) => keys.includes(key));
}

/** Row 1, above each amount column; the locked row below the last one is in the range, for rows added at the end. */
function addTotals(ws: Worksheet, table: PlacedTable): PlacedColumn[] {
  const columns = totalled.has(table.key) ? table.columns.filter(isAmount) : [];
  for (const placed of columns) {
    const sources = sourceColumns(table, placed);
    const [left, right] = [sources[0] ?? placed, sources.at(-1) ?? placed];
    const isBlock = right.index - left.index === sources.length - 1;
    const blocks = isBlock ? [[left, right] as const] : sources.map((one) => [one, one] as const);
    const ranges = blocks.map(([from, to]) => `${from.letter}${firstRow}:${to.letter}${table.lastRow + 1}`);
    const headers = sources.map(({ column }) => column.header);
    const cell = ws.getCell(1, placed.index);
    cell.value = { formula: `SUM(${ranges.join(',')})`, result: cached(total(table.rows, headers)) };
    cell.numFmt = '"合计 "#,##0.00';
    cell.font = font(10, colours.title, true);
    cell.alignment = { horizontal: 'right', vertical: 'middle' };
  }
  return columns;
}

function alignmentOf(type: CellType): Partial<Alignment> {
  if (type.kind === 'amount' || (type.kind === 'display' && type.formula.show === 'sum')) return { vertical: 'middle' };
  if (type.kind === 'count' || type.kind === 'quantity') return { horizontal: 'center', vertical: 'middle' };
  return { horizontal: 'left', indent: 1, vertical: 'middle', wrapText: true };
}

function styleBody(cell: Cell, { column: { type }, showsUnit }: PlacedColumn, locked: boolean): void {
  const shown = type.kind === 'display';
  cell.numFmt = numberFormat(type);
  cell.border = box;
  cell.fill = fill(locked ? colours.display : colours.input);
  cell.font = shown && type.formula.show !== 'sum' ? font(9, colours.muted) : font(11);
  if (showsUnit && cell.formula !== undefined) cell.font = font(11, colours.muted);
  cell.alignment = alignmentOf(type);
  if (!locked || shown) cell.protection = { locked: false };
}

/** A fixed item (三公经费, 上年对比) is not for typing; a word that is none of the fixed ones is. */
function isFixed(table: PlacedTable, { key, column }: PlacedColumn, row: ContentRow): boolean {
  if (key !== table.sheet.prefilled || column.type.kind !== 'choice') return false;
  return Object.hasOwn(column.type.choices, row[column.header] ?? '');
}

/** The look and the lock of a column below what is written: rows of any number, and none of them in the file. */
function styleColumn(ws: Worksheet, placed: PlacedColumn): void {
  const like = ws.getCell(headerRow + 1, placed.index);
  const { numFmt, font: letters, border, fill: ground, alignment } = like.style;
  const style = { numFmt, font: letters, border, fill: ground, alignment, protection: { locked: false } };
  // set on the column itself: its setters would go over every cell
  ws.getColumn(placed.index).style = style as typeof like.style;
}

/** Above the header nothing is for typing, though the columns are. */
function lockHeading(ws: Worksheet, table: PlacedTable): void {
  for (const row of [1, 2]) {
    for (const { index } of table.columns) {
      const cell = ws.getCell(row, index);
      if (cell.font === undefined) cell.font = font(10);
    }
  }
}

function writeRow(ws: Worksheet, table: PlacedTable, at: number, row: ContentRow, formula: FormulaOf): void {
  for (const placed of table.columns) {
    const { column, index } = placed;
    const cell = ws.getCell(at, index);
    const typed = row[column.header] ?? '';
    const shown = typed === '' ? formula(placed, at, row) : undefined;
    cell.value = shown ? { formula: shown.formula, result: shown.result } : cellValue(column.type, typed);
    styleBody(cell, placed, column.type.kind === 'display' || isFixed(table, placed, row));
  }
  ws.getRow(at).height = rowHeight(table, row);
}

/** Two lines at least beside a code, for the names of its 类 and 款; more where the content needs them. */
function rowHeight({ columns }: PlacedTable, row: ContentRow): number {
  const named = columns.some(({ column: { type } }) => type.kind === 'display' && type.formula.show === 'codeName');
  const lines = columns.map(({ column }) => linesOf(row[column.header] ?? '', columnWidth(column, columns.length) - 2));
  return 8 + 14 * Math.max(named ? 2 : 1, ...lines);
}

type FormulaOf = (placed: PlacedColumn, at: number, row: ContentRow) => Formula | undefined;

/** Required cells of a row that has been begun light up until they are filled; so does a code without a name. */
function addHints(ws: Worksheet, table: PlacedTable, places: Places): void {
  const last = table.columns.at(-1)?.letter ?? 'A';
  const begun = `SUMPRODUCT(LEN($A${firstRow}:$${last}${firstRow}))>0`;
  const units = rangeOf(places, 'units', 'name');
  table.columns.forEach(({ key, column, letter }, i) => {
    const ref = `${letter}${firstRow}:${letter}${table.lastRow}`;
    const cell = `${letter}${firstRow}`;
    const wrong = { font: { color: { argb: colours.wrong }, bold: true } };
    if (column.required) {
      const conditions = [`LEN(${cell})=0`, begun];
      if (column.type.kind === 'unitName' && units !== undefined) conditions.push(`COUNTA(${units})<>1`);
      if (key === table.sheet.continues) conditions.push(`COUNTA(${letter}$${firstRow}:${cell})=0`);
      const missing = whenTrue(`AND(${conditions.join(',')})`, i + 1, missingStyle);
      ws.addConditionalFormatting({ ref, rules: [missing] });
    } else if (column.type.kind === 'display' && column.type.formula.show === 'codeName') {
      ws.addConditionalFormatting({ ref, rules: [whenTrue(`${cell}="${unknownCode}"`, i + 1, wrong)] });
    }
  });
}

/** How many columns stay in sight: the leading ones that say whose row it is, up to half a screen. */
function frozenColumns(table: PlacedTable): number {
  const keys: ReadonlySet<string> = new Set(['unitName', 'projectName', 'goalName', 'functionCode', 'economicCode']);
  let width = 0;
  let count = 0;
  for (const { column, key } of table.columns) {
    width += columnWidth(column, table.columns.length);
    const names = keys.has(column.type.kind) || key === table.sheet.prefilled;
    if (!names || width > 80) break;
    count += 1;
  }
  return count < table.columns.length ? count : 0;
}

function addHeaders(ws: Worksheet, table: PlacedTable): void {
  for (const { column, index } of table.columns) {
    const cell = ws.getCell(headerRow, index);
    cell.value = column.header;
    styleHeader(cell, column);
    ws.getColumn(index).width = columnWidth(column, table.columns.length);
  }
  ws.getRow(headerRow).height = 34;
}

function addValidations(ws: Worksheet, table: PlacedTable, places: Places, lists: Lists): void {
  for (const { key, column, letter } of table.columns) {
    if (column.type.kind === 'display' || key === table.sheet.prefilled) continue;
    const range = `${letter}${firstRow}:${letter}${table.lastRow}`;
    addValidation(ws, { sheet: table.key, key, column, range }, places, lists);
  }
}

function addSheet(workbook: Workbook, table: PlacedTable): Worksheet {
  const xSplit = frozenColumns(table);
  // the pane that scrolls cannot have its active cell among the frozen columns
  const start = xSplit === 0 ? { activeCell: `A${firstRow}` } : {};
  return workbook.addWorksheet(table.sheet.name, {
    properties: { tabColor: { argb: tabColour(table.sheet) }, defaultRowHeight: rowHeight(table, {}) },
    views: [{ state: 'frozen', xSplit, ySplit: headerRow, showGridLines: false, ...start }],
  });
}

/** Writes the rows, and of those below the first; `finish` repeats it. */
function writeRows(ws: Worksheet, table: PlacedTable, places: Places): Repeated | undefined {
  const names = codeNames(places);
  const formula: FormulaOf = (placed, at, row) =>
    placed.column.type.kind === 'display'
      ? displayFormula(placed.column.type.formula, table, at, row, places, names)
      : unitFormula(table, placed, at, row, places);
  const written = Math.max(headerRow + table.rows.length, firstRow);
  for (let at = firstRow; at <= written; at += 1) writeRow(ws, table, at, table.rows[at - firstRow] ?? {}, formula);
  const first = written + 1;
  const shown = table.columns.flatMap((placed) => ({ placed, value: formula(placed, first, {}) }));
  if (first > table.lastShown || shown.every(({ value }) => value === undefined)) return undefined;
  for (const { placed, value } of shown) {
    if (value === undefined) continue;
    const cell = ws.getCell(first, placed.index);
    cell.value = { formula: value.formula, result: value.result };
    styleBody(cell, placed, placed.column.type.kind === 'display');
  }
  return { row: first, last: table.lastShown };
}

/**
 * The way back and the unit of the amounts: in the cells of row 1 that no total takes, or, where totals leave no room
 * near the amounts, beside the help, which ends in the column `helpEnd`.
 */
function addNotes(
  ws: Worksheet,
  table: PlacedTable,
  totals: readonly PlacedColumn[],
  helpEnd: number,
  places: Places,
): void {
  const taken = new Set(totals.map(({ index }) => index));
  const free = table.columns.map(({ index }) => index).filter((index) => index > 1 && !taken.has(index));
  const isCrowded = totals.length > 0 && free.length < 2;
  const [row, link, unit] = isCrowded
    ? [2, helpEnd + 2, helpEnd + 1]
    : [1, free[0] ?? table.columns.length + 1, free[1] ?? table.columns.length + 1];
  addReturnLink(ws.getCell(row, link));
  if (table.columns.some(isAmount)) addUnitNote(ws.getCell(row, unit), places);
}

/** Adds the sheet to the workbook, filled with the content of its plan. */
export async function writeTableSheet(
  workbook: Workbook,
  table: PlacedTable,
  places: Places,
  lists: Lists,
): Promise<Finish> {
  const ws = addSheet(workbook, table);
  addHeaders(ws, table);
  const helpEnd = addHeading(ws, table);
  addNotes(ws, table, addTotals(ws, table), helpEnd, places);
  const repeated = writeRows(ws, table, places);
  if (table.sheet.prefilled === undefined) {
    lockHeading(ws, table);
    for (const placed of table.columns) styleColumn(ws, placed);
  }
  addHints(ws, table, places);
  addValidations(ws, table, places, lists);
  const last = table.columns.at(-1)?.letter ?? 'A';
  if (table.sheet.prefilled === undefined) ws.autoFilter = `A${headerRow}:${last}${table.lastRow}`;
  const width = table.columns.reduce((sum, { column }) => sum + columnWidth(column, table.columns.length), 0);
  const frozen = table.columns[frozenColumns(table) - 1]?.letter;
  const pagesWide = pagesFor(width);
  setUpPage(ws, { titleRows: `1:${headerRow}`, pagesWide, ...(frozen ? { titleColumns: `A:${frozen}` } : {}) });
  await protect(ws);
  const texts = `A1:${last}${table.lastRow}`;
  return { sheet: ws.id, editable: editableIn(table), texts, ...(repeated && { repeated }) };
}

/** Where anybody may type: cells that were pasted from elsewhere, and locked there, too. */
function editableIn({ sheet, columns, lastRow }: PlacedTable): string {
  const last = columns.at(-1)?.letter ?? 'A';
  if (sheet.prefilled === undefined) return `A${firstRow}:${last}${lastRow}`;
  const open = columns.filter(({ key, column }) => key !== sheet.prefilled && column.type.kind !== 'display');
  return open.map(({ letter }) => `${letter}${firstRow}:${letter}${lastRow}`).join(' ');
}
