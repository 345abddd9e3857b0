/**
 * The worker: the engine of the command line, asked by the page one thing after another. The open workbook stays here.
 */
import '../polyfills.js';
import { version } from 'page:about';
import { zipSync } from 'fflate';
import { FileProblem } from '../problem.js';
import { auditDocument, auditOne, auditTable } from './auditing.js';
import { compare, comparisonFile } from './comparing.js';
import type { Examined } from './examined.js';
import { importAnswered, importFiles, savedAnswers } from './importing.js';
import { batchTable, blank, merge, nextYear, one, sample } from './making.js';
import type { Against, DocumentResult, FileIn, FileOut, PageQuestion, Reply, TaskName, Tasks } from './protocol.js';
import { verifyDocument } from './verifying.js';
import {
  fedBy,
  fileOut,
  type OpenWorkbook,
  openedOf,
  openWorkbook,
  previewOf,
  sheetOf,
  sourceOf,
  written,
} from './workbook.js';

type Answering = {
  readonly [N in TaskName]: (ask: Tasks[N]['ask']) => Tasks[N]['answer'] | Promise<Tasks[N]['answer']>;
};

let current: OpenWorkbook | undefined;

function theWorkbook(): OpenWorkbook {
  if (!current) throw new FileProblem('工作簿已经不在内存里，请重新选择。');
  return current;
}

/** The documents that were examined last, for their copies with comments and their data. */
const examined = new Map<Against, { readonly file: FileIn } & Omit<Examined, 'result'>>();

function keep(against: Against, file: FileIn, { result, ...more }: Examined): DocumentResult {
  examined.set(against, { file, ...more });
  return result;
}

function auditedData(): FileOut {
  const { file, data } = examined.get('itself') ?? {};
  if (!file || !data) throw new FileProblem('文档已经不在内存里，请重新选择。');
  return fileOut(`${file.name.replace(/\.[^.]*$/, '')}（数据）.zip`, data());
}

function commentedCopy({ against, wording }: Tasks['commented']['ask']): FileOut {
  const { file, commented } = examined.get(against) ?? {};
  if (!file || !commented) throw new FileProblem('文档已经不在内存里，请重新选择。');
  return fileOut(`${file.name.replace(/\.[^.]*$/, '')}（批注）.docx`, commented(wording));
}

const answering: Answering = {
  open: (file) => {
    current = openWorkbook(file);
    return openedOf(current);
  },
  sheet: ({ name }) => sheetOf(theWorkbook(), name),
  write: ({ output }) => written(theWorkbook(), output, version),
  preview: () => previewOf(theWorkbook()),
  source: ({ id }) => sourceOf(theWorkbook(), id),
  feeds: ({ address }) => fedBy(theWorkbook(), address),
  blank,
  sample,
  nextYear,
  merge,
  verify: async (file) => keep('workbook', file, await verifyDocument(theWorkbook(), file)),
  audit: async (file) => keep('itself', file, await auditDocument(file)),
  commented: commentedCopy,
  auditedData,
  importFiles,
  importAnswered,
  savedAnswers,
  compare,
  comparison: comparisonFile,
  one,
  auditOne,
  auditTable,
  table: batchTable,
  zip: zipped,
};

/** One file of many, named apart where two are called alike; stored, since documents are compressed already. */
function zipped(files: readonly FileIn[]): FileOut {
  const parts: Record<string, Uint8Array> = {};
  for (const { name, bytes } of files) {
    let free = name;
    for (let number = 2; Object.hasOwn(parts, free); number += 1) free = name.replace(/(\.[^.]*)?$/, `（${number}）$1`);
    parts[free] = bytes;
  }
  return fileOut('预算公开.zip', zipSync(parts, { level: 0, mtime: new Date(1980, 0, 1, 12) }));
}

async function reply({ number, task, ask }: PageQuestion): Promise<Reply> {
  try {
    const answer = answering[task] as (ask: unknown) => unknown;
    return { number, answer: await answer(ask) };
  } catch (error) {
    if (error instanceof FileProblem) return { number, problem: error.message };
    return { number, fault: error instanceof Error ? error.message : String(error) };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<PageQuestion | { part: string }>) => {
  if ('part' in data) return; // src/web/platform/parts.ts waits for it
  void reply(data).then((answer) => self.postMessage(answer));
});
