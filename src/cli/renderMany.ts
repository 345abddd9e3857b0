/** yusuan render … --out-dir: many workbooks over all cores. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BatchJob, inShard, parseShard, planBatch, type Shard, summaryFile, tableFile } from '../batch/plan.js';
import { runPool } from '../batch/pool.js';
import { progressOn } from '../batch/progress.js';
import type { RenderJob, RenderResult } from '../batch/renderOne.js';
import {
  type BatchEntry,
  type BatchSummary,
  entryOf,
  entryOfPassedOver,
  isMissing,
  summarise,
  summaryTable,
  tableRowOf,
  whereText,
} from '../batch/summary.js';
import { sweep } from '../batch/sweep.js';
import { CommandError, type ExitCode, exitCodes } from '../terminal/exit.js';
import { writeOutput } from '../terminal/files.js';
import { writeBatchTable } from '../writers/xlsx/batchTable.js';
import type { Context } from './context.js';

export interface ManyOptions {
  readonly inputs: readonly string[];
  readonly outDir: string;
  readonly shard?: string | undefined;
  readonly jobs?: number | undefined;
  /** An office's own folder of templates. */
  readonly templates?: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
}

/**
 * Heap of one worker, MB, and seconds for one workbook: far more than any that the limits of the reader let in
 * (docs/hostile.md).
 */
const heap = 512;
const seconds = 60;
/** A worker that has grown beyond this is replaced. */
const recycle = 400;

type Task = RenderJob & { readonly job: BatchJob };

/** Progress goes to stderr, the summary to stdout and into the output folder. 1 when any workbook gave no document. */
export async function renderMany(options: ManyOptions, { stdout, stderr }: Context): Promise<ExitCode> {
  if (existsSync(options.outDir) && !statSync(options.outDir).isDirectory())
    throw new CommandError(`“${options.outDir}”是文件，不是文件夹，请换一个。`, exitCodes.cannotWrite);
  const outDir = resolve(options.outDir);
  const shard = shardOf(options.shard);
  const plan = planBatch(options.inputs, outDir);
  const own = (one: { readonly name: string }) => !shard || inShard(one, shard);
  const passed = plan.passedOver.filter(own).map(entryOfPassedOver);
  if (plan.jobs.length === 0) throw nothingFound(passed);
  const tasks = plan.jobs
    .filter(own)
    .map((job): Task => ({ job, workbook: job.workbook, stem: join(outDir, job.stem), force: options.force }));
  if (options.jobs !== undefined && !(Number.isInteger(options.jobs) && options.jobs > 0))
    throw new CommandError('--jobs 请写不小于 1 的整数。', exitCodes.usage);
  prepare(outDir, shard);
  const entries = [...(await work(tasks, options, stderr)), ...passed];
  const summary = summarise(entries, shard);
  // first: the tables may be open in Excel and refuse to be written
  stdout.write(`${options.json ? JSON.stringify(summary, null, 2) : summaryTable(summary)}\n`);
  await writeTables(outDir, summary, shard);
  if (!options.json) {
    stdout.write(`${whereText(summary.entries, options.outDir, tableFile(shard), summaryFile(shard))}\n`);
  }
  return entries.some(({ status }) => isMissing(status)) ? exitCodes.findings : exitCodes.fine;
}

/** No workbook at all: what lies there instead is named. */
function nothingFound(passed: readonly BatchEntry[]): CommandError {
  const named = passed.slice(0, 10).map(({ workbook, messages }) => `\n  ${workbook}  ${messages[0] ?? ''}`);
  const more = passed.length > named.length ? `\n  另有 ${passed.length - named.length} 个。` : '';
  return new CommandError(`没有找到工作簿（.xlsx）。${named.join('')}${more}`, exitCodes.unreadable);
}

async function writeTables(outDir: string, summary: BatchSummary, shard: Shard | undefined): Promise<void> {
  writeOutput(join(outDir, summaryFile(shard)), Buffer.from(`${JSON.stringify(summary, null, 2)}\n`), true);
  writeOutput(join(outDir, tableFile(shard)), await writeBatchTable(summary.entries.map(tableRowOf)), true);
}

function shardOf(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const shard = parseShard(text);
  if (!shard) throw new CommandError(`--shard 应写成“第几份/共几份”，如 2/8；现在是“${text}”。`, exitCodes.usage);
  return shard;
}

/** Throws CommandError, also where a table of the office's own bears the name of ours. */
function prepare(outDir: string, shard: Shard | undefined): void {
  const table = join(outDir, tableFile(shard));
  if (existsSync(table) && !existsSync(join(outDir, summaryFile(shard))))
    throw new CommandError(`“${table}”不是本工具写的，没有覆盖。请改名，或换一个输出文件夹。`, exitCodes.cannotWrite);
  try {
    mkdirSync(outDir, { recursive: true });
  } catch {
    throw new CommandError(`文件夹“${outDir}”建不了，请换一个。`, exitCodes.cannotWrite);
  }
  sweep(outDir, Date.now());
}

/** Ctrl+C ends the workers too; what was finished stays, and the next run goes on from there. */
async function work(tasks: readonly Task[], { jobs, templates }: ManyOptions, stderr: NodeJS.WriteStream) {
  const entries: BatchEntry[] = [];
  const progress = progressOn(stderr, tasks.length);
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, stop);
  const options = {
    worker: fileURLToPath(new URL('../batch/worker.js', import.meta.url)),
    args: templates === undefined ? [] : [resolve(templates)],
    size: jobs ?? availableParallelism(),
    heap,
    timeout: seconds * 1000,
    recycle,
    signal: stopped.signal,
  };
  await runPool<Task, RenderResult>(tasks, options, ({ job }, outcome) => {
    const entry = entryOf(job, outcome);
    entries.push(entry);
    progress.ended(entry);
  });
  for (const signal of signals) process.removeListener(signal, stop);
  progress.close();
  if (stopped.signal.aborted) {
    throw new CommandError(
      `已中断，完成 ${entries.length}/${tasks.length} 份。再运行一次即从中断处继续。`,
      exitCodes.findings,
    );
  }
  return entries;
}
