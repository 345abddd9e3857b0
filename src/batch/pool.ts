/**
 * Child processes that take jobs one after the other. A process, not a thread: a thread that runs out of memory takes
 * the whole program with it (FACT process-1). One that dies or does not answer in time loses its own job only, and
 * another takes its place.
 */
import { type ChildProcess, fork } from 'node:child_process';

export interface PoolOptions {
  /** The script that answers each message with one message. */
  readonly worker: string;
  /** Its arguments. */
  readonly args?: readonly string[];
  readonly size: number;
  /** Heap of one process, MB. */
  readonly heap: number;
  /** For one job, milliseconds. */
  readonly timeout: number;
  /** Resident MB after which a process is replaced before its next job. */
  readonly recycle: number;
  readonly signal?: AbortSignal;
}

export type Died = 'time' | 'memory' | 'crash';
export type Outcome<Result> =
  | { readonly state: 'done'; readonly result: Result }
  | { readonly state: 'died'; readonly reason: Died };

/** What a worker sends. */
export interface Answer<Result> {
  readonly result: Result;
  /** Resident memory after the job, MB. */
  readonly megabytes: number;
}

/** Runs all jobs; `done` is called as each ends. No more is kept of a job than `done` keeps. */
export async function runPool<Job, Result>(
  jobs: readonly Job[],
  options: PoolOptions,
  done: (job: Job, outcome: Outcome<Result>) => void,
): Promise<void> {
  const waiting = jobs.values();
  const lanes = Array.from({ length: Math.min(options.size, jobs.length) }, () => lane(waiting, options, done));
  await Promise.all(lanes);
}

/** One process at a time, until nothing is waiting. */
async function lane<Job, Result>(
  waiting: Iterator<Job, undefined>,
  options: PoolOptions,
  done: (job: Job, outcome: Outcome<Result>) => void,
): Promise<void> {
  let child: ChildProcess | undefined;
  try {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      if (options.signal?.aborted) return;
      child ??= start(options);
      const answer = await ask<Job, Result>(child, next.value, options);
      if (options.signal?.aborted) return;
      if (answer.outcome.state === 'died' || answer.megabytes > options.recycle) child = stop(child);
      done(next.value, answer.outcome);
    }
  } finally {
    if (child) stop(child);
  }
}

function start({ worker, args = [], heap }: PoolOptions): ChildProcess {
  return fork(worker, args, {
    execArgv: [`--max-old-space-size=${heap}`],
    // what V8 says as it dies helps nobody at an office
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function stop(child: ChildProcess): undefined {
  child.removeAllListeners();
  child.on('error', () => {});
  child.kill('SIGKILL');
}

function ask<Job, Result>(
  child: ChildProcess,
  job: Job,
  { timeout, signal }: PoolOptions,
): Promise<{ outcome: Outcome<Result>; megabytes: number }> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome<Result>, megabytes = 0) => {
      clearTimeout(timer);
      child.removeAllListeners();
      signal?.removeEventListener('abort', aborted);
      resolve({ outcome, megabytes });
    };
    const aborted = () => settle({ state: 'died', reason: 'crash' });
    const timer = setTimeout(() => settle({ state: 'died', reason: 'time' }), timeout);
    signal?.addEventListener('abort', aborted);
    child.once('message', (answer) => {
      const { result, megabytes } = answer as Answer<Result>;
      settle({ state: 'done', result }, megabytes);
    });
    child.once('error', () => settle({ state: 'died', reason: 'crash' }));
    // V8 aborts when the heap is full; a system that is short of memory kills
    child.once('exit', (_, by) => {
      settle({ state: 'died', reason: by === 'SIGABRT' || by === 'SIGKILL' ? 'memory' : 'crash' });
    });
    child.send(job as object, (error) => {
      if (error) settle({ state: 'died', reason: 'crash' });
    });
  });
}
