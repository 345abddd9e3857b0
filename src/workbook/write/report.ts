/** 导入说明, the first tab of an imported workbook: where its values come from, the most important first. */
import type { Workbook, Worksheet } from 'exceljs';
import { address } from '../../vocabulary/cells.js';
import { importSheetName } from '../layout/lists.js';
import { linkTo } from './heading.js';
import type { Report, ReportRow } from './place.js';
import {
  box,
  colours,
  fill,
  font,
  linesOf,
  setUpPage,
  styleHeader,
  styleHelp,
  styleLink,
  styleTitle,
} from './style.js';

const heads = ['序号', '要做什么', '位置', '内容', '说明'] as const;
const widths = [6, 14, 40, 60, 66] as const;

/** Adds the tab to the workbook. */
export async function writeReport(workbook: Workbook, report: Report): Promise<void> {
  const headRow = report.lines.length + 3;
  const ws = workbook.addWorksheet(importSheetName, {
    properties: { tabColor: { argb: colours.wrong } },
    views: [{ state: 'frozen', xSplit: 0, ySplit: headRow, showGridLines: false }],
  });
  widths.forEach((width, i) => {
    ws.getColumn(i + 1).width = width;
  });
  ws.getCell(1, 1).value = report.title;
  styleTitle(ws.getCell(1, 1));
  ws.getRow(1).height = 26;
  report.lines.forEach((line, i) => {
    const cell = ws.getCell(i + 2, 1);
    cell.value = line;
    styleHelp(cell);
    ws.mergeCells(i + 2, 1, i + 2, heads.length);
    ws.getRow(i + 2).height = 4 + 14 * linesOf(line, 180, 10);
  });
  heads.forEach((head, i) => {
    const cell = ws.getCell(headRow, i + 1);
    cell.value = head;
    styleHeader(cell, undefined);
  });
  report.rows.forEach((row, i) => {
    writeRow(ws, headRow + 1 + i, i + 1, row);
  });
  setUpPage(ws, { titleRows: `${headRow}:${headRow}` });
}

function writeRow(ws: Worksheet, at: number, number: number, row: ReportRow): void {
  const where = row.at ? linkTo(row.at.sheet, address(row.at), row.where) : row.where;
  [number, row.level, where, row.what, row.how].forEach((value, i) => {
    const cell = ws.getCell(at, i + 1);
    cell.value = value;
    cell.font = font(10);
    cell.border = box;
    cell.alignment = { vertical: 'middle', wrapText: true, horizontal: i < 2 ? 'center' : 'left' };
  });
  if (row.at) styleLink(ws.getCell(at, 3));
  ws.getCell(at, 2).fill = fill(row.colour);
  const lines = Math.max(
    ...[row.where, row.what, row.how].map((text, i) => linesOf(text, (widths[i + 2] ?? 40) - 2, 10)),
  );
  ws.getRow(at).height = 6 + 13 * lines;
}
