/**
 * A copy of a workbook as filled, with every finding where it stands. Built from the raw cells by our own writer:
 * saving a loaded file would lose what the library does not know (FACT exceljs-3).
 */

import type { Workbook } from 'exceljs';
import { severityWords } from '../diagnostics/counts.js';
import type { Finding } from '../diagnostics/finding.js';
import type { Edition } from '../document/edition.js';
import { scopedSheet } from '../model/bind/bind.js';
import { locateSheets } from '../model/bind/locate.js';
import { loadExcel } from '../platform/excel.js';
import type { RawSheet, RawWorkbook } from '../workbook/cells.js';
import type { SheetKey } from '../workbook/layout/layout.js';
import { resultSheetName } from '../workbook/layout/lists.js';
import { finish } from '../workbook/write/finish.js';
import { addNote } from '../workbook/write/notes.js';
import { sheetNames } from '../workbook/write/sheetName.js';
import { fontName } from '../workbook/write/style.js';
import { type CopiedTab, copyTab } from './copySheet.js';
import { markedCell, severityColours, writeResults } from './results.js';
import { restoreDropDowns } from './validations.js';

/**
 * Each tab by its name in the copy: a file that has one that Excel refuses is copied under the nearest that it takes.
 */
function tabNames(sheets: readonly RawSheet[]): ReadonlyMap<string, string> {
  const free = sheetNames(resultSheetName);
  return new Map(sheets.map(({ name }) => [name, free(name)]));
}

function noteText({ severity, code, title, message, remedy }: Finding): string {
  return `【${severityWords[severity]} ${code}】${title}\n${message}\n办法：${remedy}`;
}

const rank = { error: 0, warning: 1, note: 2 } as const;

/** Findings by the cell that carries them. */
function byCell(findings: readonly Finding[]): Map<string, Map<string, Finding[]>> {
  const sheets = new Map<string, Map<string, Finding[]>>();
  for (const found of findings) {
    if (!found.at) continue;
    const cells = sheets.get(found.at.sheet) ?? new Map<string, Finding[]>();
    const { row, column } = markedCell(found.at);
    const key = `${row},${column}`;
    cells.set(key, [...(cells.get(key) ?? []), found]);
    sheets.set(found.at.sheet, cells);
  }
  return sheets;
}

function markTab(workbook: Workbook, name: string, cells: ReadonlyMap<string, readonly Finding[]>): void {
  const ws = workbook.getWorksheet(name);
  if (!ws) return;
  for (const [key, findings] of cells) {
    const [row = 1, column = 1] = key.split(',').map(Number);
    const worst = [...findings].sort((a, b) => rank[a.severity] - rank[b.severity])[0];
    const text = findings.map(noteText).join('\n\n');
    addNote(ws.getCell(row, column), text, worst && severityColours[worst.severity]);
  }
}

/** The layout's sheet for each tab that is one, as the edition has it. */
function knownTabs(workbook: RawWorkbook, edition: Edition): ReadonlyMap<string, SheetKey> {
  const wanted = new Map(edition.sheets.map((key) => [key, scopedSheet(key, edition)] as const));
  return new Map([...locateSheets(workbook, wanted, []).found].map(([key, raw]) => [raw.name, key]));
}

export interface Annotated {
  /** Without its folder. */
  readonly file: string;
  readonly workbook: RawWorkbook;
  /** In the order in which they are to be listed. */
  readonly findings: readonly Finding[];
  readonly edition: Edition;
}

/** The annotated copy as the bytes of an .xlsx file. */
export async function annotate({ file, workbook: raw, findings, edition }: Annotated): Promise<Uint8Array> {
  const exceljs = await loadExcel();
  const sheets = raw.sheets.filter(({ name }) => name !== resultSheetName);
  const names = tabNames(sheets);
  const known = knownTabs(raw, edition);
  const marks = byCell(findings);
  const workbook = new exceljs.Workbook();
  workbook.calcProperties.fullCalcOnLoad = true;
  workbook.properties.date1904 = raw.date1904;
  writeResults(workbook, file, findings, (sheet) => names.get(sheet));
  const unchanged = new Set(sheets.map(({ name }) => name).filter((name) => names.get(name) === name));
  for (const sheet of sheets) {
    const key = known.get(sheet.name);
    const rows = [...(marks.get(sheet.name)?.keys() ?? [])].map((cell) => Number(cell.split(',')[0]));
    const tab: CopiedTab = {
      raw: sheet,
      name: names.get(sheet.name) ?? sheet.name,
      sheet: key && scopedSheet(key, edition),
      rowsWithFindings: new Set(rows),
    };
    copyTab(workbook, tab, unchanged);
  }
  restoreDropDowns(workbook, raw, known, edition);
  for (const [sheet, cells] of marks) markTab(workbook, names.get(sheet) ?? sheet, cells);
  const written = await workbook.xlsx.writeBuffer();
  return finish(new Uint8Array(written), '预算公开工作簿检查结果', fontName);
}
