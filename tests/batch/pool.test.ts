/** A worker that dies, hangs or eats memory costs its own job and nothing else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Outcome, type PoolOptions, runPool } from '../../src/batch/pool.js';

const script = `
process.on('message', ({ kind, n }) => {
  if (kind === 'hang') for (;;);
  if (kind === 'eat') { const held = []; for (;;) held.push(new Array(1000).fill({})); }
  if (kind === 'exit') process.exit(7);
  process.send({ result: { n, pid: process.pid }, megabytes: kind === 'grow' ? 9999 : 1 });
});
process.on('disconnect', () => process.exit());
`;

let folder = '';
let options: PoolOptions;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yusuan-pool-'));
  const worker = join(folder, 'worker.cjs');
  writeFileSync(worker, script);
  options = { worker, size: 2, heap: 32, timeout: 5000, recycle: 1000 };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Job {
  readonly kind: string;
  readonly n: number;
}
type Result = Outcome<{ readonly n: number; readonly pid: number }>;

async function run(kinds: string[], more: Partial<PoolOptions> = {}): Promise<Map<number, Result>> {
  const outcomes = new Map<number, Result>();
  const jobs = kinds.map((kind, n): Job => ({ kind, n }));
  await runPool<Job, { n: number; pid: number }>(jobs, { ...options, ...more }, ({ n }, outcome) => {
    expect(outcomes.has(n)).toBe(false);
    outcomes.set(n, outcome);
  });
  return outcomes;
}

test('every job is answered once, whatever becomes of the others', async () => {
  const outcomes = await run(['fine', 'hang', 'fine', 'eat', 'fine', 'exit', 'fine', 'fine']);
  expect(outcomes.size).toBe(8);
  expect(outcomes.get(1)).toEqual({ state: 'died', reason: 'time' });
  expect(outcomes.get(3)).toEqual({ state: 'died', reason: 'memory' });
  expect(outcomes.get(5)).toEqual({ state: 'died', reason: 'crash' });
  for (const n of [0, 2, 4, 6, 7]) expect(outcomes.get(n)).toMatchObject({ state: 'done', result: { n } });
}, 60_000);

test('a process serves many jobs, and one that has grown is replaced', async () => {
  const pids = async (kind: string) => {
    const outcomes = [...(await run([kind, kind, kind], { size: 1 })).values()];
    return new Set(outcomes.map((outcome) => (outcome.state === 'done' ? outcome.result.pid : 0))).size;
  };
  expect(await pids('fine')).toBe(1);
  expect(await pids('grow')).toBe(3);
}, 30_000);

test('nothing to do', async () => expect((await run([])).size).toBe(0));

test('stopped, it ends at once and starts nothing more', async () => {
  const stopped = new AbortController();
  setTimeout(() => stopped.abort(), 500);
  const started = Date.now();
  const outcomes = await run(['hang', 'hang', 'fine'], { timeout: 30_000, signal: stopped.signal });
  expect(Date.now() - started).toBeLessThan(10_000);
  expect(outcomes.size).toBe(0);
}, 30_000);
