/** yusuan audit … --out-dir: many published documents over all cores. */
import { join, resolve } from 'node:path';
import { type AuditKind, auditKinds, auditStates } from '../audit/finding.js';
import { type AuditJob, type AuditResult, type AuditStatus, pageFile } from '../batch/auditOne.js';
import {
  type BatchJob,
  documentFile,
  inShard,
  planBatch,
  summaryFile,
  tableFile,
  workbooksBeside,
} from '../batch/plan.js';
import type { Died, Outcome } from '../batch/pool.js';
import { CommandError, type ExitCode, exitCodes } from '../terminal/exit.js';
import { writeOutput } from '../terminal/files.js';
import { writeAuditTable } from '../writers/xlsx/auditTable.js';
import type { Context } from './context.js';
import { prepare, shardOf, workThrough } from './many.js';

export interface AuditManyOptions {
  readonly inputs: readonly string[];
  readonly outDir: string;
  readonly shard?: string | undefined;
  readonly jobs?: number | undefined;
  /** An office's own folder of templates. */
  readonly templates?: string | undefined;
  /** Where the data of each go; undefined: nowhere. */
  readonly data?: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
}

type Status = AuditStatus | 'died';
const statusWords: Readonly<Record<Status, string>> = {
  ...auditStates,
  unchanged: '未变，沿用',
  cannotWrite: '写不进去',
  fault: '本工具出错',
  died: '中断',
};
const deathWords: Readonly<Record<Died, string>> = {
  time: '处理超过时限，已停止。',
  memory: '占用内存过多，已停止。',
  crash: '处理时程序意外退出。请把文档发给工具维护人员。',
};

type AuditEntry = Omit<AuditResult, 'status'> & {
  readonly document: string;
  readonly status: Status;
  /** Path of the findings below the output folder. */
  readonly page?: string;
};
type Task = AuditJob & { readonly job: BatchJob };

const isAudited = ({ status }: AuditEntry): boolean => status === 'audited' || status === 'unchanged';
const findingsOf = ({ counts }: AuditEntry): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/**
 * Progress goes to stderr, the summary to stdout and into the output folder. 1 when any has findings or was not read.
 */
export async function auditMany(options: AuditManyOptions, { stdout, stderr }: Context): Promise<ExitCode> {
  const outDir = resolve(options.outDir);
  const dataDir = options.data === undefined ? undefined : resolve(options.data);
  if (options.data?.toLowerCase().endsWith('.zip'))
    throw new CommandError('成批核对时，--data 请写明文件夹：每份文档一个数据文件。', exitCodes.usage);
  const shard = shardOf(options.shard);
  const plan = planBatch(options.inputs, outDir, documentFile);
  const [sheets, ...more] = workbooksBeside(plan);
  if (sheets !== undefined) {
    const count = more.length > 0 ? `等 ${more.length + 1} 个文件` : '';
    stderr.write(`“${sheets}”${count}是 .xlsx，没有核对。是公开的各表的，请逐个核对：npx yusuan audit "${sheets}"\n`);
  }
  if (plan.jobs.length === 0)
    throw new CommandError('没有找到公开的文档（.docx、.pdf、.html）。', exitCodes.unreadable);
  const own = plan.jobs.filter((one) => !shard || inShard(one, shard));
  const tasks = own.map(
    (job): Task => ({
      ...{ job, document: job.workbook, stem: join(outDir, job.stem), force: options.force },
      ...(dataDir !== undefined && { data: `${join(dataDir, job.stem)}（数据）.zip` }),
    }),
  );
  prepare(outDir, shard);
  const { jobs, templates } = options;
  const told = (entry: AuditEntry) => ({ line: lineOf(entry), isMissing: !isAudited(entry) });
  const work = { jobs, templates, stderr, missing: '没有核对', told };
  const done = await workThrough<Task, AuditResult, AuditEntry>(tasks, work, entryOf);
  const entries = [...done].sort((a, b) => (a.document < b.document ? -1 : 1));
  const summary = { ...(shard && { shard: `${shard.index}/${shard.count}` }), documents: entries.length, entries };
  stdout.write(`${options.json ? JSON.stringify(summary, null, 2) : textOf(entries, options, tableFile(shard))}\n`);
  writeOutput(join(outDir, summaryFile(shard)), Buffer.from(`${JSON.stringify(summary, null, 2)}\n`), true);
  const kinds = Object.values(auditKinds);
  writeOutput(join(outDir, tableFile(shard)), await writeAuditTable(entries.map(rowOf), kinds), true);
  return entries.some((entry) => !isAudited(entry) || findingsOf(entry) > 0) ? exitCodes.findings : exitCodes.fine;
}

function entryOf({ job }: Task, outcome: Outcome<AuditResult>): AuditEntry {
  if (outcome.state === 'done') {
    const { status } = outcome.result;
    const page = ['audited', 'partly', 'unchanged'].includes(status) ? { page: pageFile(job.stem) } : {};
    return { document: job.name, ...page, ...outcome.result };
  }
  const none = {
    name: '',
    year: 0,
    kind: '',
    counts: {},
    figures: { read: 0, checked: 0 },
    tables: { found: 0, missing: 0 },
  };
  return { document: job.name, status: 'died', ...none, messages: [deathWords[outcome.reason]] };
}

const lineOf = (entry: AuditEntry): string =>
  `${statusWords[entry.status]}  ${entry.document}  ${entry.messages.join('')}`;

/** What was found, whether in this run or in one before it. */
function rowOf(entry: AuditEntry) {
  const { document, status, name, year, tables, figures, counts, messages, page } = entry;
  const byName = Object.fromEntries(
    Object.entries(counts).map(([kind, count]) => [auditKinds[kind as AuditKind], count]),
  );
  const remark = [...messages, ...(page !== undefined && findingsOf(entry) > 0 ? [page] : [])].join('\n');
  const state = statusWords[status === 'unchanged' ? 'audited' : status];
  return { document, state, name, year, tables, figures, counts: byName, remark };
}

function textOf(
  entries: readonly AuditEntry[],
  { outDir, data }: Pick<AuditManyOptions, 'outDir' | 'data'>,
  table: string,
): string {
  const missing = entries.filter((entry) => !isAudited(entry));
  const found = entries.filter((entry) => isAudited(entry) && findingsOf(entry) > 0);
  const fine = entries.length - missing.length - found.length;
  return [
    `共 ${entries.length} 份文档：没有问题 ${fine} 份，有问题 ${found.length} 份，没有核对或没有核对完的 ${missing.length} 份`,
    ...(missing.length > 0 ? ['没有核对或没有核对完的：', ...missing.map((entry) => `  ${lineOf(entry)}`)] : []),
    `每份的问题在：${outDir}（.问题.html 和 .批注.docx）`,
    ...(data === undefined ? [] : [`每份的数据在：${data}（“……（数据）.zip”）`]),
    `总表：${table}（可筛选、排序）`,
  ].join('\n');
}
