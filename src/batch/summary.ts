/** What became of a batch: the entries of summary.json and the table that is printed. */

import type { DocumentSummary } from '../document/summary.js';
import { summaryLine } from '../terminal/report.js';
import type { PassedOver } from './passedOver.js';
import type { BatchJob, Shard } from './plan.js';
import type { Died, Outcome } from './pool.js';
import { type BatchEntity, documentOf, problemsFile, type RenderResult, type RenderStatus } from './renderOne.js';

export type EntryStatus = RenderStatus | 'died' | PassedOver['status'];

export interface BatchEntry {
  /** Path of the workbook below the folder that was given. */
  readonly workbook: string;
  readonly status: EntryStatus;
  /** Path of the document below the output folder; only when it is there and agrees with the workbook. */
  readonly document?: string;
  /** Path of the file that tells what is wrong, below the output folder; only when there is one. */
  readonly problems?: string;
  readonly sha256?: string;
  readonly counts: RenderResult['counts'];
  readonly messages: readonly string[];
  readonly summary?: DocumentSummary;
  readonly entity?: BatchEntity;
  /** An earlier run's document is still there and does not agree with the workbook. */
  readonly stale?: boolean;
}

export interface BatchSummary {
  readonly shard?: string;
  /** `workbooks`: those that were rendered or tried. */
  readonly totals: Record<EntryStatus, number> & { readonly workbooks: number };
  /** By name. */
  readonly entries: readonly BatchEntry[];
}

export const statusWords: Readonly<Record<EntryStatus, string>> = {
  rendered: '已生成',
  unchanged: '未变，沿用',
  errors: '有错误',
  unreadable: '读不了',
  cannotWrite: '写不进去',
  fault: '本工具出错',
  died: '中断',
  otherFormat: '没有读',
  setAside: '不处理',
};

const deathWords: Readonly<Record<Died, string>> = {
  time: '处理超过时限，已停止。请在 Excel 或 WPS 中检查这份工作簿是否有大量多余的内容。',
  memory: '占用内存过多，已停止。请在 Excel 或 WPS 中检查这份工作簿是否有大量多余的内容。',
  crash: '处理时程序意外退出。请把工作簿发给工具维护人员。',
};

/** The entry of a workbook, also of one whose process died. */
export function entryOf({ name, stem }: BatchJob, outcome: Outcome<RenderResult>): BatchEntry {
  if (outcome.state === 'died') {
    const counts = { error: 0, warning: 0, note: 0 };
    return { workbook: name, status: 'died', counts, messages: [deathWords[outcome.reason]] };
  }
  const { status, ...rest } = outcome.result;
  const beside = hasDocument(status) ? { document: documentOf(stem) } : {};
  const problems = hasProblems(outcome.result) ? { problems: problemsFile(stem) } : {};
  return { workbook: name, status, ...beside, ...problems, ...rest };
}

/** A file that the officer finds in the folder and misses among the documents. */
export const entryOfPassedOver = ({ name, status, advice }: PassedOver): BatchEntry => ({
  workbook: name,
  status,
  counts: { error: 0, warning: 0, note: 0 },
  messages: [advice],
});

/** What findings refuse has a file of problems; what the system refuses (a file that cannot be opened) has none. */
const hasProblems = ({ status, counts }: RenderResult): boolean => !hasDocument(status) && counts.error > 0;

/** Whether a document is there at the end of the batch. */
export const hasDocument = (status: EntryStatus): boolean => status === 'rendered' || status === 'unchanged';
/** A unit may be without its document. */
export const isMissing = (status: EntryStatus): boolean => !hasDocument(status) && status !== 'setAside';

/** Entries in the order of their workbooks, and how many there are of each status. */
export function summarise(entries: readonly BatchEntry[], shard: Shard | undefined): BatchSummary {
  const sorted = [...entries].sort((a, b) => (a.workbook < b.workbook ? -1 : 1));
  const count = (status: EntryStatus) => entries.filter((entry) => entry.status === status).length;
  const statuses = Object.keys(statusWords) as EntryStatus[];
  const totals = Object.fromEntries(statuses.map((status) => [status, count(status)])) as Record<EntryStatus, number>;
  return {
    ...(shard && { shard: `${shard.index}/${shard.count}` }),
    totals: { ...totals, workbooks: entries.length - totals.otherFormat - totals.setAside },
    entries: sorted,
  };
}

/** What 总表 tells of it. */
export const tableRowOf = ({
  workbook,
  status,
  entity,
  summary,
  counts,
  document,
  problems,
  messages,
  stale,
}: BatchEntry) => ({
  workbook,
  state: stale && !hasDocument(status) ? `${statusWords[status]}（旧文档请勿公开）` : statusWords[status],
  // without a name or a year there is nothing to sort by
  entity: entity && entity.name !== '' && entity.year > 0 ? entity : undefined,
  summary,
  errors: counts.error,
  warnings: counts.warning,
  file: document ?? problems ?? messages[0] ?? '',
});

/** One line for a workbook, as it ends. */
export function entryLine({ workbook, status, summary, counts, messages, stale }: BatchEntry): string {
  const number = counts.error > 0 && !hasDocument(status) ? `${counts.error} 个错误，` : '';
  const first = counts.error > 1 ? '先看：' : '';
  const detail = summary ? summaryLine(summary) : `${number}${number && first}${messages[0] ?? ''}`;
  const old = stale && !hasDocument(status) ? '（上次生成的文档还在，与工作簿不符，请勿公开）' : '';
  return `${statusWords[status]}  ${workbook}  ${detail}${old}`;
}

/** A folder of pictures or scans would push what matters off the screen. */
const mostSetAside = 20;

/** Those without a document are told one by one; of the others there may be a thousand. */
export function summaryTable({ totals, entries, shard }: BatchSummary): string {
  const list = (title: string, chosen: readonly BatchEntry[], most = chosen.length): string[] => [
    ...(chosen.length > 0 ? [title, ...chosen.slice(0, most).map((entry) => `  ${entryLine(entry)}`)] : []),
    ...(chosen.length > most ? [`  另有 ${chosen.length - most} 个，见总表。`] : []),
  ];
  const counts = (Object.keys(statusWords) as EntryStatus[])
    .filter((status) => totals[status] > 0)
    .filter((status) => status !== 'otherFormat' && status !== 'setAside')
    .map((status) => `${statusWords[status]} ${totals[status]} 份`);
  const other = totals.otherFormat > 0 ? `；另有 ${totals.otherFormat} 个文件格式不对，没有读` : '';
  return [
    `共 ${totals.workbooks} 份工作簿${shard ? `（第 ${shard} 份）` : ''}：${counts.join('，') || '没有'}${other}`,
    ...list(
      '没有生成文档的：',
      entries.filter(({ status }) => isMissing(status)),
    ),
    ...list(
      '不是工作簿、没有处理的：',
      entries.filter(({ status }) => status === 'setAside'),
      mostSetAside,
    ),
  ].join('\n');
}

/**
 * Where everything is: the last lines on the screen. `outDir` as it is to be shown, `table` and `summary` names of
 * files in it.
 */
export function whereText(entries: readonly BatchEntry[], outDir: string, table: string, summary: string): string {
  const problems = entries.flatMap((entry) => entry.problems ?? []);
  return [
    `文档在：${outDir}`,
    `总表：${table}（可筛选、排序）；供程序读取的：${summary}`,
    ...(problems.length > 0 ? ['问题写在（请发给单位）：', ...problems.map((path) => `  ${path}`)] : []),
  ].join('\n');
}
