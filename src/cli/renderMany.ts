/** yusuan render … --out-dir: many workbooks over all cores. */
import { join, resolve } from 'node:path';
import { type BatchJob, inShard, planBatch, type Shard, summaryFile, tableFile } from '../batch/plan.js';
import type { RenderJob, RenderResult } from '../batch/renderOne.js';
import {
  type BatchEntry,
  type BatchSummary,
  entryLine,
  entryOf,
  entryOfPassedOver,
  hasDocument,
  isMissing,
  summarise,
  summaryTable,
  tableRowOf,
  whereText,
} from '../batch/summary.js';
import { CommandError, type ExitCode, exitCodes } from '../terminal/exit.js';
import { writeOutput } from '../terminal/files.js';
import { writeBatchTable } from '../writers/xlsx/batchTable.js';
import type { Context } from './context.js';
import { prepare, shardOf, workThrough } from './many.js';

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

type Task = RenderJob & { readonly job: BatchJob };

/** Progress goes to stderr, the summary to stdout and into the output folder. 1 when any workbook gave no document. */
export async function renderMany(options: ManyOptions, { stdout, stderr }: Context): Promise<ExitCode> {
  const outDir = resolve(options.outDir);
  const shard = shardOf(options.shard);
  const plan = planBatch(options.inputs, outDir);
  const own = (one: { readonly name: string }) => !shard || inShard(one, shard);
  const passed = plan.passedOver.filter(own).map(entryOfPassedOver);
  if (plan.jobs.length === 0) throw nothingFound(passed);
  const tasks = plan.jobs
    .filter(own)
    .map((job): Task => ({ job, workbook: job.workbook, stem: join(outDir, job.stem), force: options.force }));
  prepare(outDir, shard);
  const told = (entry: BatchEntry) => ({ line: entryLine(entry), isMissing: !hasDocument(entry.status) });
  const { jobs, templates } = options;
  const work = { jobs, templates, stderr, missing: '没有生成', told };
  const done = await workThrough<Task, RenderResult, BatchEntry>(tasks, work, ({ job }, outcome) =>
    entryOf(job, outcome),
  );
  const entries = [...done, ...passed];
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
