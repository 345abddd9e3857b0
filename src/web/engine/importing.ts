/** 导入: a published document back to a workbook, as the command does. */
import { countsText } from '../../diagnostics/counts.js';
import { importMatch } from '../../import/index.js';
import type { KnownAmounts } from '../../import/printed.js';
import { refusal } from '../../import/refusal.js';
import { countsOf } from '../../import/report.js';
import { matchTables, questionText } from '../../import/tables/index.js';
import { importPlan } from '../../import/workbook.js';
import type { PublishedDocument } from '../../published/document.js';
import { type Match, match } from '../../published/match/index.js';
import { openPublished } from '../../published/open/index.js';
import { safeFileName } from '../../vocabulary/fileNames.js';
import { writeWorkbook } from '../../workbook/write/index.js';
import { pageEditions } from './editions.js';
import type { FileIn, Made } from './protocol.js';
import { fileOut } from './workbook.js';

type ImportReading =
  | { readonly matched: Match; readonly amounts?: KnownAmounts }
  | { readonly refused: readonly string[] };

/** A document, or tables that nothing has to be asked about: the page takes no answers. */
function readingOf(document: PublishedDocument, name: string): ImportReading {
  const tables = document.format === 'xlsx' ? matchTables(document, name, pageEditions, {}) : undefined;
  const matched = tables?.match ?? match(document, pageEditions);
  const asked = [...(tables?.questions.map(questionText) ?? []), ...(tables?.problems ?? [])];
  if (asked.length > 0)
    return { refused: ['有几处要先说明，没有生成工作簿；请用命令 import 的 --map 说明，或先在表里改好：', ...asked] };
  const refused = refusal(matched, tables?.document ?? document);
  if (refused !== undefined) return { refused: [`“${name}”${refused}没有生成工作簿。`] };
  return { matched, ...(tables && { amounts: tables.amounts }) };
}

/** The workbook of a published document, or why there is none. */
export async function importDocument(file: FileIn): Promise<Made> {
  const opened = await openPublished(file);
  if (!opened.ok)
    return {
      findings: opened.findings,
      countsText: countsText(opened.findings),
      lines: ['文件读不了，没有生成工作簿。'],
    };
  const read = readingOf(opened.document, file.name);
  if ('refused' in read) return { findings: [], countsText: '', lines: read.refused };
  const { matched } = read;
  const imported = importMatch(matched, matched.edition, read.amounts);
  const { year, kind, name, edition, yearIsKnown } = matched;
  const { printed, inferred, missing } = countsOf(imported.draft);
  const { figures, reproduced } = imported.proof;
  const bytes = await writeWorkbook(importPlan(imported, matched, edition, file.name));
  const lines = [
    `${year}年${kind} ${name}：照原文 ${printed} 格，推定 ${inferred} 格，未公开待填 ${missing} 格（已着色并附批注，见工作簿的“导入说明”表）。`,
    `原文的数 ${figures} 个，由这份工作簿重新印出相同的 ${reproduced} 个。`,
    ...(yearIsKnown ? [] : [`没有${year}年的表样，按${edition.year}年的表样读取。`]),
  ];
  return {
    file: fileOut(`${safeFileName(`${year}年${name}预算公开工作簿`)}.xlsx`, bytes),
    findings: [],
    countsText: '',
    lines,
  };
}
