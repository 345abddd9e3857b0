/** What the commands share that go through many files: shards, the output folder, the processes. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseShard, type Shard, summaryFile, tableFile } from '../batch/plan.js';
import { type Outcome, runPool } from '../batch/pool.js';
import { progressOn } from '../batch/progress.js';
import { sweep } from '../batch/sweep.js';
import { CommandError, exitCodes } from '../terminal/exit.js';

/** Throws CommandError for what is no shard. */
export function shardOf(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const shard = parseShard(text);
  if (!shard) throw new CommandError(`--shard 应写成“第几份/共几份”，如 2/8；现在是“${text}”。`, exitCodes.usage);
  return shard;
}

/** Throws CommandError, also where a table of the office's own bears the name of ours. */
export function prepare(outDir: string, shard: Shard | undefined): void {
  if (existsSync(outDir) && !statSync(outDir).isDirectory())
    throw new CommandError(`“${outDir}”是文件，不是文件夹，请换一个。`, exitCodes.cannotWrite);
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

/**
 * Heap of one worker, MB, and seconds for one file: far more than any that the limits of the readers let in
 * (docs/hostile.md).
 */
const heap = 512;
const seconds = 60;
/** A worker that has grown beyond this is replaced. */
const recycle = 400;

export interface Work<Entry> {
  readonly jobs?: number | undefined;
  /** An office's own folder of templates. */
  readonly templates?: string | undefined;
  readonly stderr: NodeJS.WriteStream;
  /** What those that gave nothing are called. */
  readonly missing: string;
  readonly told: (entry: Entry) => { readonly line: string; readonly isMissing: boolean };
}

/** Ctrl+C ends the workers too; what was finished stays, and the next run goes on from there. Throws CommandError. */
export async function workThrough<Task, Result, Entry>(
  tasks: readonly Task[],
  { jobs, templates, stderr, missing, told }: Work<Entry>,
  entryOf: (task: Task, outcome: Outcome<Result>) => Entry,
): Promise<Entry[]> {
  if (jobs !== undefined && !(Number.isInteger(jobs) && jobs > 0))
    throw new CommandError('--jobs 请写不小于 1 的整数。', exitCodes.usage);
  const entries: Entry[] = [];
  const progress = progressOn(stderr, tasks.length, missing);
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
  await runPool<Task, Result>(tasks, options, (task, outcome) => {
    const entry = entryOf(task, outcome);
    entries.push(entry);
    const { line, isMissing } = told(entry);
    progress.ended(line, isMissing);
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
