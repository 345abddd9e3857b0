/**
 * The trace as a workbook: one sheet that can be filtered, one with every cell under every figure, linked to the
 * office's book.
 */

import type { Worksheet } from 'exceljs';
import { loadExcel } from '../platform/excel.js';
import { address, type CellRef, fullAddress } from '../vocabulary/cells.js';
import { finish } from '../workbook/write/finish.js';
import { fontName } from '../workbook/write/style.js';
import { exactText, ruleNames, type TraceEntry } from './trace.js';

const figuresSheet = '数字';
const cellsSheet = '单元格';
const figureColumns = [
  '序号',
  '表或标题',
  '行',
  '列',
  '句子',
  '印出',
  '单位',
  '精确值',
  '规则',
  '算法',
  '单元格',
  '编号',
];
const cellColumns = ['数字序号', '印出', '单元格', '原值'];
const widths = [6, 40, 36, 24, 40, 14, 8, 18, 10, 60, 22, 48];

/** Excel refuses a longer text in a formula. */
const longestLiteral = 255;

/** `workbook` is the office's file as the links name it: its name, so that both files lie in one folder. */
export async function traceWorkbook(trace: readonly TraceEntry[], workbook: string): Promise<Uint8Array> {
  const ExcelJS = await loadExcel();
  const book = new ExcelJS.Workbook();
  const figures = sheet(book.addWorksheet(figuresSheet), figureColumns, widths);
  const cells = sheet(book.addWorksheet(cellsSheet), cellColumns, [10, 16, 36, 24]);
  trace.forEach((entry, index) => {
    const first = cells.rowCount + 1;
    for (const { at, exact } of entry.cells) {
      cells.addRow([index + 1, entry.text, link(`${workbook}#${quoted(at)}`, fullAddress(at)), exact]);
    }
    const [only] = entry.cells;
    const target =
      only && entry.cells.length === 1 ? link(`${workbook}#${quoted(only.at)}`, fullAddress(only.at)) : undefined;
    figures.addRow(figureRow(entry, index + 1, target ?? cellsLink(entry, first)));
  });
  const written = await book.xlsx.writeBuffer();
  return finish(new Uint8Array(written), '数字来源', fontName);
}

const cellsLink = ({ cells }: TraceEntry, row: number) =>
  cells.length === 0 ? '' : link(`#'${cellsSheet}'!A${row}`, `${cells.length} 个`);

function figureRow(
  { place, text, unit, exact, rule, ruleText, id }: TraceEntry,
  number: number,
  cells: unknown,
): unknown[] {
  const { headings, row = '', column = '', sentence = '' } = place;
  return [
    number,
    headings.at(-1) ?? '',
    row,
    column,
    sentence,
    text,
    unit,
    exactText({ exact, unit, rule }),
    ruleNames[rule],
    ruleText,
    cells,
    id,
  ];
}

const quoted = (at: CellRef): string => `'${at.sheet.replaceAll("'", "''")}'!${address(at)}`;

function link(target: string, text: string): unknown {
  const literal = (value: string) => `"${value.replaceAll('"', '""')}"`;
  if (target.length > longestLiteral) return text;
  return { formula: `HYPERLINK(${literal(target)},${literal(text)})`, result: text };
}

function sheet(target: Worksheet, columns: readonly string[], sizes: readonly number[]): Worksheet {
  target.columns = columns.map((header, index) => ({ header, width: sizes[index] ?? 16 }));
  target.getRow(1).font = { name: fontName, bold: true };
  target.views = [{ state: 'frozen', ySplit: 1 }];
  target.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  return target;
}
