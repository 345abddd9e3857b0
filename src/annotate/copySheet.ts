/** One tab of the office's workbook, cell by cell; tabs of ours get their looks and drop-downs back. */
import type { Cell, Workbook, Worksheet } from 'exceljs';
import { locateColumns } from '../model/bind/locate.js';
import type { CellRef } from '../vocabulary/cells.js';
import { nameKey } from '../vocabulary/names.js';
import { textWidth } from '../vocabulary/width.js';
import type { RawCell, RawSheet } from '../workbook/cells.js';
import { guideSheetName } from '../workbook/layout/layout.js';
import { formHeaders } from '../workbook/layout/lists.js';
import type { AnyColumn, Sheet } from '../workbook/layout/types.js';
import { guideWidths } from '../workbook/write/guide.js';
import { linkTo, tabColour } from '../workbook/write/heading.js';
import {
  box,
  colours,
  columnWidth,
  fill,
  font,
  linesOf,
  setUpPage,
  styleHeader,
  styleLink,
  styleTitle,
} from '../workbook/write/style.js';
import { numberFormat } from '../workbook/write/values.js';
import { copiedFormat, copiedValue } from './cellValue.js';

/** How a tab of ours is laid out in the office's file. */
interface Geometry {
  readonly headerRow: number;
  /** Sheet column → the layout's column. */
  readonly columns: ReadonlyMap<number, AnyColumn>;
}

function tableGeometry(raw: RawSheet, sheet: Sheet): Geometry {
  const { headerRow, positions } = locateColumns(raw, sheet.columns);
  const columns = new Map<number, AnyColumn>();
  for (const [key, position] of positions) {
    const column = sheet.columns[key];
    for (const at of position) if (column) columns.set(at, column);
  }
  return { headerRow, columns };
}

function formHeaderRow(raw: RawSheet): number {
  const wanted: readonly string[] = formHeaders;
  for (const [row, cells] of raw.rows) {
    if ([...cells.values()].filter((cell) => wanted.includes(nameKey(cell.text))).length >= 2) return row;
  }
  return 0;
}

/** A tab of the copy that is not the list of findings. */
export interface CopiedTab {
  readonly raw: RawSheet;
  /** The name in the copy: Excel's rules for names are kept where the file has broken them. */
  readonly name: string;
  /** The layout's sheet that the tab is. */
  readonly sheet: Sheet | undefined;
  /** A hidden part with a finding is shown, so that the link leads somewhere. */
  readonly rowsWithFindings: ReadonlySet<number>;
}

/** No spread: a sheet may have more rows than a call takes arguments. */
function lastColumn(raw: RawSheet): number {
  let last = 1;
  for (const cells of raw.rows.values()) for (const column of cells.keys()) last = Math.max(last, column);
  return last;
}

function copyCells(ws: Worksheet, { raw }: CopiedTab, sheets: ReadonlySet<string>): void {
  for (const [row, cells] of raw.rows) {
    for (const [column, rawCell] of cells) {
      const cell = ws.getCell(row, column);
      cell.value = copiedValue(rawCell, sheets);
      cell.font = font(11);
      const format = copiedFormat(rawCell);
      if (format !== undefined) cell.numFmt = format;
      if (rawCell.kind === 'text' && sheets.has(rawCell.text) && rawCell.formula === undefined) restoreLink(ws, cell);
    }
    if (raw.hiddenRows.has(row)) ws.getRow(row).hidden = true;
  }
  const last = lastColumn(raw);
  for (const column of raw.hiddenColumns) if (column <= last) ws.getColumn(column).hidden = true;
}

/** The guide's links to the tabs; elsewhere a tab's name is just a word. */
function restoreLink(ws: Worksheet, cell: Cell): void {
  if (ws.name !== guideSheetName || typeof cell.value !== 'string') return;
  cell.value = linkTo(cell.value, 'A1', cell.value);
  styleLink(cell);
}

/** Hidden rows, columns and a hidden tab of ours are shown where they have a finding. */
function showWhatIsFound(ws: Worksheet, { raw, sheet, rowsWithFindings }: CopiedTab): void {
  if (rowsWithFindings.size === 0 || !sheet) return;
  if (raw.hidden) ws.state = 'visible';
  for (const row of rowsWithFindings) if (row > 0) ws.getRow(row).hidden = false;
  const last = lastColumn(raw);
  for (const column of raw.hiddenColumns) if (column <= last) ws.getColumn(column).hidden = false;
}

/** Merges that a finding is told of stay as they are, so that they are seen and a check of the copy says the same. */
function copyMerges(ws: Worksheet, { raw, rowsWithFindings }: CopiedTab, headerRow: number): void {
  const [rows, columns] = [Math.max(0, ...raw.rows.keys()), lastColumn(raw)];
  for (const { at, lastRow, lastColumn } of raw.merges) {
    if (at.row < headerRow || !rowsWithFindings.has(at.row)) continue;
    const [bottom, right] = [Math.min(lastRow, rows), Math.min(lastColumn, columns)];
    if (!coversNothing(ws, at, bottom, right)) continue;
    ws.mergeCells(at.row, at.column, bottom, right);
  }
}

/** No content of the office's own that a merge would take away, and no cell of another merge. */
function coversNothing(ws: Worksheet, { row, column }: CellRef, bottom: number, right: number): boolean {
  for (let r = row; r <= bottom; r += 1) {
    for (let c = column; c <= right; c += 1) {
      const cell = ws.getCell(r, c);
      if (cell.isMerged || (cell.value !== null && (r !== row || c !== column))) return false;
    }
  }
  return true;
}

function styleTable(ws: Worksheet, raw: RawSheet, { headerRow, columns }: Geometry): void {
  for (const [index, column] of columns) {
    ws.getColumn(index).width = columnWidth(column, columns.size);
    styleHeader(ws.getCell(headerRow, index), column);
  }
  for (const [row, cells] of raw.rows) {
    if (row <= headerRow) continue;
    let lines = 1;
    for (const [index, column] of columns) {
      styleAnswer(ws.getCell(row, index), column, cells.get(index));
      lines = Math.max(lines, linesOf(cells.get(index)?.text ?? '', columnWidth(column, columns.size) - 2));
    }
    ws.getRow(row).height = 8 + 14 * lines;
  }
}

function styleAnswer(cell: Cell, column: AnyColumn, raw: RawCell | undefined): void {
  const own = numberFormat(column.type);
  // numbers in a column of texts are read as their format shows them
  const keeps = raw?.display === 'date' || raw?.display === 'percent' || (raw?.format !== undefined && isOfText(own));
  if (!keeps) cell.numFmt = own;
  cell.border = box;
  cell.fill = fill(column.type.kind === 'display' ? colours.display : colours.input);
  cell.alignment = { vertical: 'middle', wrapText: column.type.kind !== 'amount' };
}

function styleForm(ws: Worksheet, raw: RawSheet, sheet: Sheet, headerRow: number): void {
  const byHeader = new Map(Object.values(sheet.columns).map((column) => [nameKey(column.header), column]));
  [34, 60, 66].forEach((width, i) => {
    ws.getColumn(i + 1).width = width;
  });
  for (const [row, cells] of raw.rows) {
    if (row < headerRow) continue;
    if (row === headerRow) for (const column of cells.keys()) styleHeader(ws.getCell(row, column), undefined);
    const column = byHeader.get(nameKey(cells.get(1)?.text ?? ''));
    if (row === headerRow || !column) continue;
    styleHeader(ws.getCell(row, 1), column);
    styleAnswer(ws.getCell(row, 2), column, cells.get(2));
    ws.getCell(row, 2).alignment = { horizontal: 'left', vertical: 'middle', wrapText: true };
    Object.assign(ws.getCell(row, 3), {
      font: font(10, colours.muted),
      alignment: { vertical: 'middle', wrapText: true },
    });
    const lines = Math.max(linesOf(cells.get(2)?.text ?? '', 58), linesOf(cells.get(3)?.text ?? '', 64, 10));
    ws.getRow(row).height = 8 + 15 * lines;
  }
}

const isOfText = (format: string): boolean => format === '@' || format === 'General';

/** The guide as `yusuan new` writes it: its words run on over the cells to the right. */
function styleGuide(ws: Worksheet): void {
  guideWidths.forEach((width, i) => {
    ws.getColumn(i + 1).width = width;
  });
  ws.eachRow((row) => {
    row.eachCell((cell) => {
      cell.font = cell.font?.underline ? cell.font : font(10);
      if (typeof cell.value === 'object' && cell.numFmt === undefined) cell.numFmt = '#,##0.##';
    });
  });
  styleTitle(ws.getCell(1, 1));
}

/** Totals above the header. */
function styleTotals(ws: Worksheet, raw: RawSheet, headerRow: number): void {
  for (const [row, cells] of raw.rows) {
    if (row >= headerRow) return;
    for (const [column, { kind }] of cells) {
      const cell = ws.getCell(row, column);
      cell.font = font(10, colours.muted);
      if (kind === 'number') cell.numFmt = '"合计 "#,##0.00';
    }
  }
}

/** A tab of the office's own: no wider than reads well. */
function styleForeign(ws: Worksheet, raw: RawSheet): void {
  const widths = new Map<number, number>();
  for (const cells of raw.rows.values()) {
    for (const [column, { text }] of cells) {
      widths.set(column, Math.max(widths.get(column) ?? 10, Math.min(textWidth(text) + 2, 40)));
    }
  }
  for (const [column, width] of widths) ws.getColumn(column).width = width;
}

/** Adds the tab to the workbook. `sheets`: the names of all tabs of the copy, to which its formulas may point. */
export function copyTab(workbook: Workbook, tab: CopiedTab, sheets: ReadonlySet<string>): Worksheet {
  const { raw, sheet } = tab;
  const ws = workbook.addWorksheet(tab.name, { state: raw.hidden ? 'hidden' : 'visible' });
  copyCells(ws, tab, sheets);
  let headerRow = 0;
  if (sheet?.kind === 'table') {
    const geometry = tableGeometry(raw, sheet);
    headerRow = geometry.headerRow;
    if (headerRow > 0) styleTable(ws, raw, geometry);
  } else if (sheet) {
    headerRow = formHeaderRow(raw);
    styleForm(ws, raw, sheet, headerRow);
  } else if (raw.name === guideSheetName) styleGuide(ws);
  else styleForeign(ws, raw);
  if (sheet) {
    ws.properties.tabColor = { argb: tabColour(sheet) };
    styleTotals(ws, raw, headerRow);
    if (headerRow > 1) styleTitle(ws.getCell(1, 1));
  }
  if (headerRow > 0) ws.views = [{ state: 'frozen', xSplit: 0, ySplit: headerRow, showGridLines: false }];
  setUpPage(ws, headerRow > 0 ? { titleRows: `1:${headerRow}` } : {});
  if (headerRow > 0) copyMerges(ws, tab, headerRow);
  showWhatIsFound(ws, tab);
  return ws;
}
