/** A form sheet: 项目 | 内容 | 填写说明, one field a row. */
import type { Workbook, Worksheet } from 'exceljs';
import { textWidth } from '../../vocabulary/width.js';
import { formHeaders } from '../layout/lists.js';
import type { Finish } from './finish.js';
import { fieldSum } from './formulas.js';
import { addHeading, addReturnLink, addUnitNote, tabColour } from './heading.js';
import type { Lists } from './lists.js';
import { firstRow, headerRow, type PlacedColumn, type PlacedForm, type Places } from './place.js';
import { box, colours, fill, font, linesOf, missingStyle, protect, setUpPage, styleHeader, whenTrue } from './style.js';
import { addValidation } from './validation.js';
import { cellValue, numberFormat } from './values.js';

const helpWidth = 66;

function widths(form: PlacedForm): readonly [number, number, number] {
  const longest = Math.max(...form.columns.map(({ column }) => textWidth(column.header)));
  const long = form.columns.some(({ column }) => column.type.kind === 'longText');
  return [Math.min(longest + 4, 44), long ? 70 : 40, helpWidth];
}

function explanation({ column: { help, example, printedIn } }: PlacedColumn): string {
  const parts = [help, example === '' ? '' : `例：${example}`, printedIn === '' ? '' : `印在：${printedIn}`];
  return parts.filter((part) => part !== '').join('　');
}

/** Whether a total is one of vehicles, not of money. */
const isCounted = (form: PlacedForm, keys: readonly string[]): boolean =>
  form.columns.some(({ key, column }) => keys.includes(key) && column.type.kind === 'count');

function writeField(ws: Worksheet, form: PlacedForm, placed: PlacedColumn): void {
  const { column, index } = placed;
  const row = ws.getRow(headerRow + index);
  const [label, answer, help] = [row.getCell(1), row.getCell(2), row.getCell(3)];
  label.value = column.header;
  styleHeader(label, column);
  label.alignment = { vertical: 'middle', wrapText: true, indent: 1 };
  const shown = column.type.kind === 'display' && column.type.formula.show === 'sum' ? column.type.formula : undefined;
  if (shown) {
    const { formula, result } = fieldSum(form, shown.columns);
    answer.value = { formula, result };
  } else answer.value = cellValue(column.type, form.fields[column.header] ?? '');
  answer.numFmt = shown && isCounted(form, shown.columns) ? '0' : numberFormat(column.type);
  answer.font = font(11);
  answer.fill = fill(shown ? colours.display : colours.input);
  if (!shown) answer.protection = { locked: false };
  answer.alignment = { horizontal: 'left', indent: 1, vertical: 'middle', wrapText: answer.numFmt !== '#,##0.00' };
  help.value = explanation(placed);
  help.font = font(10, colours.muted);
  help.alignment = { vertical: 'middle', wrapText: true, indent: 1 };
  for (const cell of [label, answer, help]) cell.border = box;
  const [, answerWidth] = widths(form);
  const lines = linesOf(form.fields[column.header] ?? '', answerWidth);
  row.height = Math.max(24, 6 + 15 * lines, 6 + 15 * linesOf(explanation(placed), helpWidth - 2, 10));
}

function addHints(ws: Worksheet, form: PlacedForm): void {
  for (const { column, index } of form.columns) {
    if (!column.required) continue;
    const ref = `B${headerRow + index}`;
    ws.addConditionalFormatting({ ref, rules: [whenTrue(`LEN(${ref})=0`, index, missingStyle)] });
  }
}

/** Adds the sheet to the workbook, filled with the content of its plan. */
export async function writeFormSheet(
  workbook: Workbook,
  form: PlacedForm,
  places: Places,
  lists: Lists,
): Promise<Finish> {
  const ws = workbook.addWorksheet(form.sheet.name, {
    properties: { tabColor: { argb: tabColour(form.sheet) } },
    views: [{ state: 'frozen', xSplit: 0, ySplit: headerRow, activeCell: `B${firstRow}`, showGridLines: false }],
  });
  widths(form).forEach((width, i) => {
    ws.getColumn(i + 1).width = width;
  });
  addHeading(ws, form);
  formHeaders.forEach((header, i) => {
    const cell = ws.getCell(headerRow, i + 1);
    cell.value = header;
    styleHeader(cell, undefined);
  });
  ws.getRow(headerRow).height = 24;
  for (const placed of form.columns) writeField(ws, form, placed);
  addReturnLink(ws.getCell(1, 3));
  if (form.columns.some(({ column }) => column.type.kind === 'amount')) addUnitNote(ws.getCell(1, 2), places);
  addHints(ws, form);
  for (const { key, column, index } of form.columns) {
    if (column.type.kind === 'display') continue;
    addValidation(ws, { sheet: form.key, key, column, range: `B${headerRow + index}` }, places, lists);
  }
  setUpPage(ws, { titleRows: `${headerRow}:${firstRow - 1}`, onePage: true });
  await protect(ws);
  const open = form.columns.filter(({ column }) => column.type.kind !== 'display');
  const editable = open.map(({ index }) => `B${headerRow + index}`).join(' ');
  return { sheet: ws.id, editable, texts: `A1:C${form.lastRow}` };
}
