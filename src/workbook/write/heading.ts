/** What every sheet carries above its headers: title, help, the way back to the guide, the unit of its amounts. */
import type { Cell, Worksheet } from 'exceljs';
import { columnLetters } from '../../vocabulary/cells.js';
import { textWidth } from '../../vocabulary/width.js';
import { needMark, returnLinkText, unitNoteLabel } from '../layout/heading.js';
import { guideSheetName } from '../layout/layout.js';
import type { Sheet } from '../layout/types.js';
import { needMeanings } from './needs.js';
import { columnOf, headerRow, type Placed, type Places, quoted } from './place.js';
import { colours, font, linesOf, styleHelp, styleLink, styleTitle } from './style.js';

/** Widest line of help that reads well; wider sheets leave the rest of the row empty. */
const helpWidth = 110;

/** Dark where the sheet must be filled, light where it may be empty. */
export const tabColour = (sheet: Sheet): string => (sheet.mayBeEmpty ? colours.optionalHeader : colours.requiredHeader);

/**
 * Row 1 the sheet's name, row 2 how much it is needed and its help, across as many columns as that takes. Columns must
 * have their widths. Gives the last column of the help.
 */
export function addHeading(ws: Worksheet, { sheet, columns, kind, need }: Placed): number {
  const title = ws.getCell(1, 1);
  title.value = sheet.name;
  styleTitle(title);
  ws.getRow(1).height = 26;
  const count = kind === 'form' ? 3 : columns.length;
  let width = 0;
  let last = 0;
  const words = `${needMark(need, needMeanings[need])}${sheet.help}`;
  while (last < count && width < Math.min(helpWidth, (textWidth(words) * 10) / 11)) {
    last += 1;
    width += ws.getColumn(last).width ?? 10;
  }
  const help = ws.getCell(2, 1);
  help.value = words;
  styleHelp(help);
  if (last > 1) ws.mergeCells(`A2:${columnLetters(last)}2`);
  ws.getRow(2).height = 6 + 15 * linesOf(words, width, 10);
  return last;
}

/** A link inside the workbook; finish.ts makes it a plain location. */
export const linkTo = (sheetName: string, cell: string, text: string) => ({
  text,
  hyperlink: `${quoted(sheetName)}!${cell}`,
});

/** The link to the first tab. */
export function addReturnLink(cell: Cell): void {
  cell.value = linkTo(guideSheetName, 'A1', returnLinkText);
  styleLink(cell);
}

/** `金额单位：元`, as 基本信息 says at the moment. */
export function addUnitNote(cell: Cell, places: Places): void {
  const entity = places.get('entity');
  const field = entity && columnOf(entity, 'amountUnit');
  if (entity?.kind !== 'form' || !field) return;
  const answer = `${quoted(entity.sheet.name)}!$B$${headerRow + field.index}`;
  const unit = entity.fields[field.column.header] ?? '';
  cell.value = {
    formula: `"${unitNoteLabel}"&IF(${answer}="","（基本信息未填）",${answer})`,
    result: `${unitNoteLabel}${unit === '' ? '（基本信息未填）' : unit}`,
  };
  cell.font = font(10, colours.muted);
  cell.alignment = { vertical: 'middle' };
}
