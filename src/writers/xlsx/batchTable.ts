/**
 * 总表: what became of many workbooks, one row each, for a finance bureau to sort and filter. It holds what documents
 * print as totals and how many errors there are, never a text of a workbook but the unit's name: nothing of withheld
 * projects can be in it.
 */

import type { Workbook, Worksheet } from 'exceljs';
import { cleanText, emWidth } from '../../document/text.js';
import { loadExcel } from '../../platform/excel.js';
import { finish } from '../../workbook/write/finish.js';

export interface BatchTableRow {
  /** Path of the workbook below the folder that was given. */
  readonly workbook: string;
  /** As an officer reads it: 已生成, 有错误. */
  readonly state: string;
  /** Without them: the workbook could not be read so far. */
  readonly entity?: { readonly name: string; readonly year: number } | undefined;
  /** 万元 as printed, with commas; none without a document. */
  readonly summary?: Readonly<Record<Amount, string>> | undefined;
  readonly errors: number;
  readonly warnings: number;
  /** Where to look: the document, the file of problems, or what to do. */
  readonly file: string;
}

type Amount = 'total' | 'currentIncome' | 'carryOver' | 'basic' | 'project' | 'threePublic' | 'threePublicLastYear';

/** A text that a formula shows as a link. */
export interface LinkedText {
  readonly formula: string;
  readonly result: string;
}

export interface BatchColumn<Row> {
  readonly head: string;
  readonly width: number;
  readonly format?: string;
  readonly of: (row: Row) => string | number | LinkedText | undefined;
}

/** A column of words, or of numbers without decimals of their own. */
export const column = <Row>(head: string, width: number, of: BatchColumn<Row>['of']): BatchColumn<Row> => ({
  head,
  width,
  of,
});

/** Excel refuses a longer text in a formula. */
const longestLiteral = 255;

/** A text that leads to a file or a cell; the text alone where the target is too long for a link. */
export function linkTo(target: string, text: string): LinkedText | string {
  const literal = (value: string) => `"${value.replaceAll('"', '""')}"`;
  if (target.length > longestLiteral) return text;
  return { formula: `HYPERLINK(${literal(target)},${literal(text)})`, result: text };
}

const amount = (head: string, key: Amount): BatchColumn<BatchTableRow> => ({
  head,
  width: 16,
  format: '#,##0.00',
  of: ({ summary }) => (summary ? Number(summary[key].replaceAll(',', '')) : undefined),
});

const columns: readonly BatchColumn<BatchTableRow>[] = [
  column('单位', 34, ({ entity }) => entity?.name),
  { head: '年度', width: 8, format: '0', of: ({ entity }) => entity?.year },
  column('状态', 14, ({ state }) => state),
  amount('收支总计（万元）', 'total'),
  amount('本年收入（万元）', 'currentIncome'),
  amount('上年结转结余（万元）', 'carryOver'),
  amount('基本支出（万元）', 'basic'),
  amount('项目支出（万元）', 'project'),
  amount('本年“三公”（万元）', 'threePublic'),
  amount('上年“三公”（万元）', 'threePublicLastYear'),
  { head: '错误', width: 8, format: '0', of: ({ errors }) => errors },
  { head: '警告', width: 8, format: '0', of: ({ warnings }) => warnings },
  column('工作簿', 40, ({ workbook }) => workbook),
  column('文档、问题或办法', 60, ({ file }) => file),
];

const font = { name: '宋体', size: 11 } as const;
const rim = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;

/** 总表 of rendered workbooks. */
export const writeBatchTable = (rows: readonly BatchTableRow[]): Promise<Uint8Array> => writeTable(columns, rows);

/** The bytes of an .xlsx file with one sheet, 总表. The same rows give the same bytes. */
export const writeTable = <Row>(columns: readonly BatchColumn<Row>[], rows: readonly Row[]): Promise<Uint8Array> =>
  writeSheets('总表', [listSheet('总表', columns, rows)]);

/** A sheet of one table, to sort and filter. */
export interface ListSheet {
  readonly name: string;
  readonly columns: readonly BatchColumn<unknown>[];
  readonly rows: readonly unknown[];
}

/** The columns of a sheet with their rows. */
export const listSheet = <Row>(
  name: string,
  columns: readonly BatchColumn<Row>[],
  rows: readonly Row[],
): ListSheet => ({
  name,
  columns: columns as readonly BatchColumn<unknown>[],
  rows,
});

/** The bytes of an .xlsx file with these sheets. The same rows give the same bytes. */
export async function writeSheets(title: string, sheets: readonly ListSheet[]): Promise<Uint8Array> {
  const excel = await loadExcel();
  const workbook: Workbook = new excel.Workbook();
  for (const { name, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
    sheet.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
    sheet.pageSetup.printTitlesRow = '1:1';
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
    columns.forEach((each, index) => {
      fillColumn(sheet, index + 1, each, rows);
    });
    sheet.getRow(1).height = 34;
  }
  return finish(new Uint8Array(await workbook.xlsx.writeBuffer()), title, font.name);
}

function fillColumn<Row>(
  sheet: Worksheet,
  number: number,
  { head, width, format, of }: BatchColumn<Row>,
  rows: readonly Row[],
) {
  sheet.getColumn(number).width = width;
  const top = sheet.getCell(1, number);
  top.value = head;
  top.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7EEF7' } };
  rows.forEach((row, index) => {
    const value = of(row);
    const cell = sheet.getCell(index + 2, number);
    if (value !== undefined && value !== '') cell.value = typeof value === 'string' ? cleanText(value) : value;
    if (format !== undefined) cell.numFmt = format;
    const lines = typeof value === 'string' ? Math.ceil((emWidth(value) * 2.1) / width) : 1;
    sheet.getRow(index + 2).height = Math.max(sheet.getRow(index + 2).height ?? 0, lines * 16 + 2);
  });
  for (let row = 1; row <= rows.length + 1; row += 1) {
    const cell = sheet.getCell(row, number);
    cell.font = row === 1 ? { ...font, bold: true } : font;
    cell.border = { top: rim, left: rim, bottom: rim, right: rim };
    const horizontal = row === 1 ? 'center' : format === undefined ? 'left' : 'right';
    cell.alignment = { vertical: 'middle', wrapText: true, horizontal };
  }
}
