/** 检查结果, the first tab of the annotated copy: every finding in a row, with a link to its cell. */
import type { Workbook } from 'exceljs';
import { countsText, severityWords } from '../diagnostics/counts.js';
import { type Finding, placeInWords, type Severity } from '../diagnostics/finding.js';
import { address, type CellRef } from '../vocabulary/cells.js';
import { resultSheetName } from '../workbook/layout/lists.js';
import { linkTo } from '../workbook/write/heading.js';
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
} from '../workbook/write/style.js';

export const severityColours: Readonly<Record<Severity, string>> = {
  error: 'FFFFC7CE',
  warning: 'FFFFEB9C',
  note: 'FFDDEBF7',
};

const heads = ['序号', '级别', '编号', '工作表', '位置', '问题', '说明', '办法', '有关单元格'] as const;
const widths = [6, 7, 7, 20, 10, 24, 56, 50, 34] as const;
const headRow = 3;

/** Named in full up to here; more would bury the rest. */
const mostRelated = 12;

/** The cell that stands for the finding's place: its own, the first of its row, or the sheet's first. */
export const markedCell = ({ row, column }: CellRef): { row: number; column: number } => ({
  row: Math.max(1, row),
  column: Math.max(1, column),
});

function placeText(at: CellRef): string {
  if (at.row === 0) return '整张表';
  return at.column === 0 ? `第${at.row}行` : address(at);
}

function relatedText({ related, at }: Finding): string {
  const cells = related
    .slice(0, mostRelated)
    .map((cell) => (cell.sheet === at?.sheet ? placeText(cell) : placeInWords(cell)));
  return related.length > mostRelated ? `${cells.join('、')} 等 ${related.length} 处` : cells.join('、');
}

/** How many findings of each severity, in words. */
export const countsLine = (findings: readonly Finding[]): string =>
  findings.length === 0 ? '没有发现问题' : countsText(findings);

/** `tabName`: what a tab of the office's workbook is called in the copy. */
export function writeResults(
  workbook: Workbook,
  file: string,
  findings: readonly Finding[],
  tabName: (sheet: string) => string | undefined,
): void {
  const ws = workbook.addWorksheet(resultSheetName, {
    properties: { tabColor: { argb: colours.wrong } },
    views: [{ state: 'frozen', xSplit: 0, ySplit: headRow, showGridLines: false }],
  });
  widths.forEach((width, i) => {
    ws.getColumn(i + 1).width = width;
  });
  ws.getCell(1, 1).value = `检查结果：${countsLine(findings)}`;
  styleTitle(ws.getCell(1, 1));
  ws.getRow(1).height = 26;
  ws.getCell(2, 1).value =
    `本簿是“${file}”的副本，所填内容原样未改。点“位置”进入单元格。有问题的单元格已着色（红：错误，必须改正；黄：警告，请核对；蓝：提示）并加批注。可以直接在本簿改正，另存后再检查。`;
  styleHelp(ws.getCell(2, 1));
  ws.mergeCells('A2:I2');
  ws.getRow(2).height = 34;
  heads.forEach((head, i) => {
    const cell = ws.getCell(headRow, i + 1);
    cell.value = head;
    styleHeader(cell, undefined);
  });
  findings.forEach((found, i) => {
    writeFinding(ws, headRow + 1 + i, i + 1, found, tabName);
  });
  if (findings.length > 0) ws.autoFilter = `A${headRow}:I${headRow + findings.length}`;
  setUpPage(ws, { titleRows: `${headRow}:${headRow}` });
}

function writeFinding(
  ws: ReturnType<Workbook['addWorksheet']>,
  row: number,
  number: number,
  found: Finding,
  tabName: (sheet: string) => string | undefined,
): void {
  const { at, severity, code, title, message, remedy } = found;
  const tab = at && tabName(at.sheet);
  const link = (text: string) => {
    if (!at || tab === undefined) return text;
    const cell = markedCell(at);
    return linkTo(tab, address({ sheet: tab, ...cell }), text);
  };
  const related = relatedText(found);
  const values = [
    number,
    severityWords[severity],
    code,
    at?.sheet ?? '（整本）',
    at ? link(placeText(at)) : '',
    title,
    message,
    remedy,
    related,
  ];
  values.forEach((value, i) => {
    const cell = ws.getCell(row, i + 1);
    cell.value = value;
    cell.font = font(10);
    cell.border = box;
    cell.alignment = { vertical: 'middle', wrapText: true, horizontal: i < 3 ? 'center' : 'left' };
  });
  ws.getCell(row, 2).fill = fill(severityColours[severity]);
  if (tab !== undefined) styleLink(ws.getCell(row, 5));
  const lines = [title, message, remedy, related].map((text, i) => linesOf(text, widths[i + 5] ?? 20, 10));
  ws.getRow(row).height = 6 + 13 * Math.max(...lines);
}
