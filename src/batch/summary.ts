/** What became of a batch: the entries of summary.json and the table that is printed. */

import type { DocumentSummary } from '../document/summary.js';
import { summaryLine } from '../terminal/report.js';
import type { BatchJob, Shard } from './plan.js';
import type { Died, Outcome } from './pool.js';
import type { RenderResult, RenderStatus } from './renderOne.js';

export type EntryStatus = RenderStatus | 'died';

export interface BatchEntry {
  /** Path of the workbook below the folder that was given. */
  readonly workbook: string;
  readonly status: EntryStatus;
  /** Path of the document below the output folder; only when it is there and agrees with the workbook. */
  readonly document?: string;
  readonly sha256?: string;
  readonly counts: RenderResult['counts'];
  readonly messages: readonly string[];
  readonly summary?: DocumentSummary;
  /** An earlier run's document is still there and does not agree with the workbook. */
  readonly stale?: boolean;
}

export interface BatchSummary {
  readonly shard?: string;
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
  return { workbook: name, status, ...(hasDocument(status) && { document: `${stem}.docx` }), ...rest };
}

/** Whether a document is there at the end of the batch. */
export const hasDocument = (status: EntryStatus): boolean => status === 'rendered' || status === 'unchanged';

/** Entries in the order of their workbooks, and how many there are of each status. */
export function summarise(entries: readonly BatchEntry[], shard: Shard | undefined): BatchSummary {
  const sorted = [...entries].sort((a, b) => (a.workbook < b.workbook ? -1 : 1));
  const count = (status: EntryStatus) => entries.filter((entry) => entry.status === status).length;
  const statuses = Object.keys(statusWords) as EntryStatus[];
  const totals = Object.fromEntries(statuses.map((status) => [status, count(status)])) as Record<EntryStatus, number>;
  return {
    ...(shard && { shard: `${shard.index}/${shard.count}` }),
    totals: { ...totals, workbooks: entries.length },
    entries: sorted,
  };
}

/** One line for a workbook, as it ends. */
export function entryLine({ workbook, status, summary, messages, stale }: BatchEntry): string {
  const detail = summary ? summaryLine(summary) : (messages[0] ?? '');
  const old = stale && !hasDocument(status) ? '（上次生成的文档还在，与工作簿不符，请勿公开）' : '';
  return `${statusWords[status]}  ${workbook}  ${detail}${old}`;
}

/** Those without a document are told one by one; of the others there may be a thousand. */
export function summaryTable({ totals, entries, shard }: BatchSummary): string {
  const failed = entries.filter(({ status }) => !hasDocument(status));
  const counts = (Object.keys(statusWords) as EntryStatus[])
    .filter((status) => totals[status] > 0)
    .map((status) => `${statusWords[status]} ${totals[status]} 份`);
  const lines = [`共 ${totals.workbooks} 份工作簿${shard ? `（第 ${shard} 份）` : ''}：${counts.join('，') || '没有'}`];
  if (failed.length > 0) lines.push('没有生成文档的：', ...failed.map((entry) => `  ${entryLine(entry)}`));
  return lines.join('\n');
}
