/**
 * Reads a workbook file (.xlsx) into raw cells, in one bounded pass over the parts that are needed. Amounts keep the
 * file's own decimal text. Not with exceljs, which reads damaged numbers as plausible ones, loses sheets whose part has
 * an unusual name, and runs out of memory on a 2 KB file that merges the whole grid (FACT exceljs-1, exceljs-2).
 */

import { limits, type Spent } from '../../container/limits.js';
import { findWorkbookPart, openPackage } from '../../container/package.js';
import { type Problem, ReadProblem } from '../../container/problem.js';
import { openZip } from '../../container/readZip.js';
import { refuseNonZip } from '../../container/sniff.js';
import { type Finding, finding } from '../../diagnostics/finding.js';
import type { RawWorkbook } from '../cells.js';
import { readWorkbookPart } from './workbook.js';

export type ReadResult =
  | { readonly ok: true; readonly workbook: RawWorkbook }
  | { readonly ok: false; readonly findings: Finding[] };

/**
 * The workbook in `bytes`, or the findings (family F) that say why it cannot be read. `fileName` is only for the
 * messages, and for telling Excel's `~$` owner files. Pure; never throws.
 */
export function readWorkbook(bytes: Uint8Array, fileName: string): ReadResult {
  try {
    return { ok: true, workbook: read(bytes, fileName) };
  } catch (error) {
    const problems: readonly Problem[] = error instanceof ReadProblem ? error.problems : [{ code: 'F34' }];
    return { ok: false, findings: problems.map((problem) => toFinding(problem, fileName)) };
  }
}

function read(bytes: Uint8Array, fileName: string): RawWorkbook {
  refuseFile(bytes, fileName);
  const spent: Spent = { inflated: 0, cells: 0 };
  const opc = openPackage(openZip(bytes), spent);
  return readWorkbookPart(opc, findWorkbookPart(opc), spent);
}

/**
 * By its name and its first bytes; `~$` files are made by an office program that has the workbook open (FACT word-1).
 */
function refuseFile(bytes: Uint8Array, fileName: string): void {
  const code = /^~\$/.test(fileName) ? 'F03' : bytes.length > limits.fileBytes ? 'F14' : refuseNonZip(bytes);
  if (code) throw new ReadProblem({ code, values: { limit: String(limits.fileBytes / 1024 / 1024) } });
}

/** Names out of the file may be as long as the file; a message needs no more than their beginning. */
function toFinding({ code, values, at }: Problem, file: string): Finding {
  const short = Object.entries(values ?? {}).map(([name, value]) => [name, value.slice(0, 100)]);
  return finding(code, { at, values: { file, ...Object.fromEntries(short) } });
}
