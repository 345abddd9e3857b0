/** 填写说明, the first tab: on one screen what to fill in which order, what is still missing, and what does not agree. */
import type { Workbook, Worksheet } from 'exceljs';
import { columnLetters } from '../../vocabulary/cells.js';
import { guideSheetName } from '../layout/layout.js';
import { type ShownBalance, shownBalances, verdicts } from './balances.js';
import type { Formula } from './formulas.js';
import {
  amountsKnownInPrint,
  coloursLegend,
  namesAsPrinted,
  needsRule,
  orderOfWork,
  printedRule,
  unitRule,
} from './guideText.js';
import { linkTo } from './heading.js';
import { purposeOf } from './needs.js';
import { firstRow, type Placed, type Places, quoted, type WorkbookPlan } from './place.js';
import { box, colours, fill, font, linesOf, protect, setUpPage, styleLink, styleTitle, whenTrue } from './style.js';

type KindLabel = WorkbookPlan['kindLabel'];

export const guideWidths = [5, 22, 56, 8, 8, 2, 56, 16, 16, 14, 8] as const;
/** The right block: its first and last columns. */
const right = { first: 7, last: 11 } as const;
const rightWidth = 110;
const top = 3;

function head(ws: Worksheet, row: number, column: number, words: readonly string[]): void {
  words.forEach((word, i) => {
    const cell = ws.getCell(row, column + i);
    cell.value = word;
    cell.font = font(10, colours.white, true);
    cell.fill = fill(colours.requiredHeader);
    cell.border = box;
    cell.alignment = { horizontal: 'center', vertical: 'middle' };
  });
}

/** A column that is filled already, or not in every row. */
const mayRepeat = ({ sheet }: Extract<Placed, { kind: 'table' }>, key: string): boolean =>
  key === sheet.prefilled || key === sheet.continues;

/** How much has been filled: rows of a table (counted in the first column one types into), answers of a form. */
function progress(placed: Placed): Formula & { readonly numFmt: string } {
  const inputs = placed.columns.filter(({ column }) => column.type.kind !== 'display');
  const name = quoted(placed.sheet.name);
  if (placed.kind === 'form') {
    const filled = inputs.filter(({ column }) => (placed.fields[column.header] ?? '') !== '').length;
    const shown = placed.columns.length - inputs.length;
    // a locked total is never blank, and never an answer
    const all = `COUNTA(${name}!$B$${firstRow}:$B$${placed.lastRow})`;
    const formula = shown === 0 ? all : `${all}-${shown}`;
    return { formula, result: filled, numFmt: `0"/${inputs.length} 项"` };
  }
  const column =
    inputs.find(
      ({ key, column: { required, type } }) => required && type.kind !== 'unitName' && !mayRepeat(placed, key),
    ) ?? inputs[0];
  const letter = column?.letter ?? 'A';
  const filled = placed.rows.filter((row) => (row[column?.column.header ?? ''] ?? '') !== '').length;
  const formula = `COUNTA(${name}!$${letter}$${firstRow}:$${letter}$${placed.lastRow + 1})`;
  return { formula, result: filled, numFmt: '0" 行"' };
}

/** Two lines of the smaller size: every row alike, so that the page reads as one list. */
const rowHeight = 30;

const needStyles = {
  必填: { colour: colours.wrong, bold: true },
  应填: { colour: colours.black, bold: true },
  有则填: { colour: colours.black, bold: false },
  可不填: { colour: colours.muted, bold: false },
} as const;

function writeSheetRow(ws: Worksheet, row: number, number: number, placed: Placed, kind: KindLabel): void {
  const { sheet, need } = placed;
  const { formula, result, numFmt } = progress(placed);
  const values = [
    number,
    linkTo(sheet.name, placed.kind === 'form' ? `B${firstRow}` : `A${firstRow}`, sheet.name),
    purposeOf(placed, kind),
    need,
    { formula, result },
  ];
  values.forEach((value, i) => {
    const cell = ws.getCell(row, i + 1);
    cell.value = value;
    cell.font = i === 3 ? font(10, needStyles[need].colour, needStyles[need].bold) : font(10);
    cell.border = box;
    cell.alignment = { horizontal: i === 1 || i === 2 ? 'left' : 'center', vertical: 'middle', wrapText: i === 2 };
  });
  styleLink(ws.getCell(row, 2));
  ws.getCell(row, 5).numFmt = numFmt;
  ws.getRow(row).height = rowHeight;
}

function writeSheetTable(ws: Worksheet, places: Places, kind: KindLabel): void {
  head(ws, top, 1, ['序号', '工作表（点击进入）', '填什么', '要求', '已填']);
  let row = top;
  for (const placed of places.values()) {
    row += 1;
    writeSheetRow(ws, row, row - top, placed, kind);
  }
}

function rightHead(ws: Worksheet, row: number, word: string): void {
  ws.mergeCells(`${columnLetters(right.first)}${row}:${columnLetters(right.last)}${row}`);
  head(ws, row, right.first, [word]);
  ws.getCell(row, right.first).alignment = { horizontal: 'left', vertical: 'middle', indent: 1 };
}

function rightText(ws: Worksheet, row: number, words: string): void {
  ws.mergeCells(`${columnLetters(right.first)}${row}:${columnLetters(right.last)}${row}`);
  const cell = ws.getCell(row, right.first);
  cell.value = words;
  cell.font = font(10);
  cell.alignment = { vertical: 'middle', wrapText: true };
  const needed = 5 + 13 * linesOf(words, rightWidth, 10);
  ws.getRow(row).height = Math.max(ws.getRow(row).height ?? 18, needed);
}

/** In rows of as many as the block has columns. Gives the last row. */
function writeLegend(ws: Worksheet, first: number): number {
  const columns = right.last - right.first + 1;
  coloursLegend.forEach(({ word, colour, ink }, i) => {
    const cell = ws.getCell(first + Math.floor(i / columns), right.first + (i % columns));
    cell.value = word;
    cell.fill = fill(colour);
    cell.font = font(10, ink);
    cell.border = box;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  const last = first + Math.floor((coloursLegend.length - 1) / columns);
  for (let row = first; row <= last; row += 1) ws.getRow(row).height = Math.max(ws.getRow(row).height ?? 18, 28);
  return last;
}

function writeBalance(
  ws: Worksheet,
  row: number,
  { title, left, right: other, difference, verdict, rightMayBeBlank }: ShownBalance,
): void {
  const [l, r] = [`H${row}`, `I${row}`];
  const gap = `ROUND(${l}-${r},6)`;
  const nothing = rightMayBeBlank ? `${r}=0` : `AND(${l}=0,${r}=0)`;
  const values = [
    title,
    left,
    other,
    { formula: gap, result: difference },
    {
      formula: `IF(${nothing},"${verdicts.empty}",IF(${gap}=0,"${verdicts.agrees}","${verdicts.differs}"))`,
      result: verdict,
    },
  ];
  values.forEach((value, i) => {
    const cell = ws.getCell(row, right.first + i);
    cell.value = value;
    cell.font = font(10);
    cell.border = box;
    if (i > 0 && i < 4) cell.numFmt = '#,##0.00';
    cell.alignment = {
      horizontal: i === 0 ? 'left' : i === 4 ? 'center' : 'right',
      vertical: 'middle',
      wrapText: i === 0,
    };
  });
  ws.getRow(row).height = Math.max(ws.getRow(row).height ?? 18, 5 + 13 * linesOf(title, guideWidths[6], 10));
}

function colourVerdicts(ws: Worksheet, ref: string): void {
  const first = ref.split(':')[0] ?? ref;
  const rule = (verdict: string, argb: string, priority: number) =>
    whenTrue(`${first}="${verdict}"`, priority, { font: { color: { argb }, bold: true } });
  ws.addConditionalFormatting({
    ref,
    rules: [rule(verdicts.differs, colours.wrong, 1), rule(verdicts.agrees, colours.right, 2)],
  });
}

/** Order of work, colours, unit, balances; beside the table of sheets, so that all of it is on one screen. */
function writeRightBlock(ws: Worksheet, plan: WorkbookPlan, places: Places): void {
  let row = top;
  rightHead(ws, row, '怎么做');
  for (const step of orderOfWork(plan)) rightText(ws, ++row, step);
  rightHead(ws, ++row, '颜色');
  row = writeLegend(ws, row + 1);
  rightHead(ws, ++row, '要求');
  rightText(ws, ++row, needsRule);
  rightHead(ws, ++row, '金额单位');
  rightText(ws, ++row, unitRule);
  rightHead(ws, ++row, '印出的数和名称');
  for (const rule of [printedRule, amountsKnownInPrint, namesAsPrinted]) rightText(ws, ++row, rule);
  head(ws, ++row, right.first, ['平衡核对（随填随算）', '左', '右', '差额', '结果']);
  const first = row + 1;
  for (const balance of shownBalances(places)) writeBalance(ws, ++row, balance);
  if (row >= first) colourVerdicts(ws, `K${first}:K${row}`);
}

/** Adds the tab to the workbook, which must be its first. */
export async function writeGuide(workbook: Workbook, plan: WorkbookPlan, places: Places): Promise<void> {
  const ws = workbook.addWorksheet(guideSheetName, {
    properties: { tabColor: { argb: colours.right }, defaultRowHeight: 18 },
    views: [{ state: 'frozen', xSplit: 0, ySplit: 1, showGridLines: false, zoomScale: 80 }],
  });
  guideWidths.forEach((width, i) => {
    ws.getColumn(i + 1).width = width;
  });
  const title = ws.getCell(1, 1);
  title.value = `${plan.year}年${plan.kindLabel}预算公开工作簿　填写说明（只列${plan.year}年${plan.kindLabel}表样用到的表）`;
  styleTitle(title);
  ws.getRow(1).height = 28;
  ws.getRow(2).height = 6;
  writeSheetTable(ws, places, plan.kindLabel);
  writeRightBlock(ws, plan, places);
  setUpPage(ws, { onePage: true });
  await protect(ws);
}
