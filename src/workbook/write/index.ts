/** Writing workbooks from our own layout: the blank one, the samples, and whatever is filled from facts. */

import type { Workbook } from 'exceljs';
import { loadExcel } from '../../platform/excel.js';
import { type Finish, finish } from './finish.js';
import { writeFormSheet } from './formSheet.js';
import { writeGuide } from './guide.js';
import { listsOf, writeLists } from './lists.js';
import { addNote } from './notes.js';
import { cellAt, type Places, placesOf, type WorkbookPlan } from './place.js';
import { writeReport } from './report.js';
import { colours, fontName } from './style.js';
import { writeTableSheet } from './tableSheet.js';

export { formHeaders } from '../layout/lists.js';
export type { Content, ContentRow, Mark, Report, ReportRow, WorkbookPlan } from './place.js';

/**
 * The workbook of a plan as the bytes of an .xlsx file; the same plan gives the same bytes. Amounts stand in the file
 * exactly as typed (in the unit that 基本信息 of the content says); text that is no number in an amount cell stays text.
 * Throws when the content has no place in the plan's sheets and columns.
 */
export async function writeWorkbook(plan: WorkbookPlan): Promise<Uint8Array> {
  const exceljs = await loadExcel();
  const places = placesOf(plan);
  const workbook = new exceljs.Workbook();
  workbook.calcProperties.fullCalcOnLoad = true;
  const lists = listsOf(places);
  if (plan.report) await writeReport(workbook, plan.report);
  await writeGuide(workbook, plan, places);
  const finishes: Finish[] = [];
  for (const placed of places.values()) {
    finishes.push(
      placed.kind === 'table'
        ? await writeTableSheet(workbook, placed, places, lists)
        : await writeFormSheet(workbook, placed, places, lists),
    );
  }
  writeMarks(workbook, plan, places);
  await writeLists(workbook, places, lists);
  const written = await workbook.xlsx.writeBuffer();
  return finish(new Uint8Array(written), `${plan.year}年${plan.kindLabel}预算公开工作簿`, fontName, finishes);
}

function writeMarks(workbook: Workbook, { marks = [] }: WorkbookPlan, places: Places): void {
  for (const { sheet, row, column, text, colour = colours.missing } of marks) {
    const at = cellAt(places, sheet, row, column);
    const ws = at && workbook.getWorksheet(at.sheet);
    if (ws) addNote(ws.getCell(at.row, at.column), text, colour);
  }
}
