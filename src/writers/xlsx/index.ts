/**
 * The publication workbook: the numbered tables as they are printed, a sheet each, for the websites that ask for them
 * beside the document. Amounts are numbers with two decimals, equal to the printed ones; nothing else of the office's
 * workbook gets into it.
 */

import type { Alignment, Worksheet } from 'exceljs';
import { layOut } from '../../document/grid.js';
import { cleanText, emWidth, escapeXml } from '../../document/text.js';
import type { DocumentTree, Table, TreeCell } from '../../document/tree.js';
import { loadExcel } from '../../platform/excel.js';
import { finish } from '../../workbook/write/finish.js';
import { fitTable } from '../docx/fit.js';
import { textArea } from '../docx/geometry.js';
import { type PublishedTable, plainText, publishedTables } from './tables.js';

const FONT = '宋体';
const TITLE_FONT = '方正小标宋简体';
/** Points; the sheet is set in 10 pt and scaled to the width of the page when printed. */
const SIZE = 10;
const LINE = 15;
/** Twentieths of a point to Excel's column width, whose unit is a digit of the default font. */
const DXA_PER_CHARACTER = 115;
const A4 = 9;
const LINE_STYLE = { style: 'thin', color: { argb: 'FF000000' } } as const;
const AMOUNT = /^-?\d{1,3}(,\d{3})*\.\d{2}$/;

/** The bytes of an .xlsx file. The same tree gives the same bytes. */
export async function writePublicationWorkbook(tree: DocumentTree): Promise<Uint8Array> {
  const excel = await loadExcel();
  const workbook = new excel.Workbook();
  for (const table of publishedTables(tree)) {
    const sheet = workbook.addWorksheet(table.sheet, {
      pageSetup: {
        paperSize: A4,
        orientation: table.landscape ? 'landscape' : 'portrait',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        horizontalCentered: true,
        margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.4 },
      },
      headerFooter: { oddFooter: '&C— &P —' },
      views: [{ showGridLines: false }],
    });
    fillSheet(sheet, table);
  }
  return finish(new Uint8Array(await workbook.xlsx.writeBuffer()), escapeXml(cleanText(tree.title)), FONT);
}

function fillSheet(sheet: Worksheet, { number, title, table, note, landscape }: PublishedTable): void {
  const columns = table.widths.length;
  const area = textArea(landscape ? 'landscape' : 'portrait');
  const { widths } = fitTable(table, area.width, area.height);
  const digits = longestAmounts(table);
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = Math.max(width / DXA_PER_CHARACTER, (digits[index] ?? 0) + 2);
  });
  wideRow(sheet, 1, columns, number, { size: 12, font: '黑体', horizontal: 'left', height: 20 });
  wideRow(sheet, 2, columns, title, { size: 18, font: TITLE_FONT, horizontal: 'center', height: 30 });
  fillGrid(sheet, table, 3, widths);
  const last = 2 + table.head.length + table.body.length;
  if (note !== '') wideRow(sheet, last + 1, columns, note, { size: 11, font: FONT, horizontal: 'left', height: 36 });
  sheet.pageSetup.printTitlesRow = `1:${2 + table.head.length}`;
  sheet.views = [{ state: 'frozen', ySplit: 2 + table.head.length, showGridLines: false }];
}

/** Characters of the longest amount of each column: a number that has no room shows as `####`. */
function longestAmounts(table: Table): number[] {
  const longest: number[] = new Array(table.widths.length).fill(0);
  for (const { cell, column } of layOut(table.body, table.widths.length).flat()) {
    if (cell.align !== 'right' || cell.columnSpan > 1) continue;
    longest[column] = Math.max(longest[column] ?? 0, plainText(cell.inlines).length * (cell.bold ? 1.1 : 1));
  }
  return longest;
}

interface RowLook {
  readonly size: number;
  readonly font: string;
  readonly horizontal: 'left' | 'center';
  readonly height: number;
}

/** A row of one text across the sheet. */
function wideRow(sheet: Worksheet, row: number, columns: number, text: string, look: RowLook): void {
  sheet.mergeCells(row, 1, row, columns);
  const cell = sheet.getCell(row, 1);
  cell.value = text;
  cell.font = { name: look.font, size: look.size };
  cell.alignment = { horizontal: look.horizontal, vertical: 'middle', wrapText: true };
  sheet.getRow(row).height = look.height;
}

function fillGrid(sheet: Worksheet, table: Table, top: number, widths: readonly number[]): void {
  layOut([...table.head, ...table.body], table.widths.length).forEach((slots, index) => {
    const row = top + index;
    let lines = 1;
    for (const { cell, column, continued } of slots) {
      if (continued) continue;
      fillCell(sheet, row, column + 1, cell);
      const width = widths.slice(column, column + cell.columnSpan).reduce((total, own) => total + own, 0);
      lines = Math.max(lines, Math.ceil((emWidth(plainText(cell.inlines)) * SIZE * 20 * 1.1) / width) / cell.rowSpan);
    }
    sheet.getRow(row).height = Math.ceil(lines) * LINE + 3;
  });
}

function fillCell(sheet: Worksheet, row: number, column: number, cell: TreeCell): void {
  const lastRow = row + cell.rowSpan - 1;
  const lastColumn = column + cell.columnSpan - 1;
  if (lastRow > row || lastColumn > column) sheet.mergeCells(row, column, lastRow, lastColumn);
  const text = plainText(cell.inlines);
  const amount = cell.align === 'right' && AMOUNT.test(text);
  const first = sheet.getCell(row, column);
  if (text !== '') first.value = amount ? Number(text.replaceAll(',', '')) : text;
  for (let r = row; r <= lastRow; r++) {
    for (let c = column; c <= lastColumn; c++) {
      const own = sheet.getCell(r, c);
      own.font = { name: FONT, size: SIZE, ...(cell.bold ? { bold: true } : {}) };
      own.alignment = alignmentOf(cell);
      if (cell.align === 'right') own.numFmt = '#,##0.00';
      if (cell.border) own.border = { top: LINE_STYLE, left: LINE_STYLE, bottom: LINE_STYLE, right: LINE_STYLE };
    }
  }
}

function alignmentOf({ align, indent, border }: TreeCell): Partial<Alignment> {
  return {
    horizontal: align === 'justify' ? 'left' : align,
    vertical: 'middle',
    wrapText: border && align !== 'right',
    ...(indent > 0 ? { indent } : {}),
  };
}
