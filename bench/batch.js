/**
 * npm run bench:batch: a folder of workbooks (copies of the 2026 samples with one amount changed, and some cut off)
 * rendered by the command line: killed half-way, gone on with, and run a third time. Prints what docs/scale.md tells.
 * COPIES and KILL_AFTER (seconds) change the size.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { writeWorkbook } from '../dist/workbook/write/index.js';
import { readSource, samplePlan } from '../samples/build.js';

const copies = Number(process.env.COPIES ?? 1000);
const killAfter = Number(process.env.KILL_AFTER ?? 30);
const damaged = 20;
const bin = join(import.meta.dirname, '..', 'bin', 'yusuan.cjs');
const folder = mkdtempSync(join(tmpdir(), 'yusuan-batch-'));
const [input, output] = [join(folder, 'in'), join(folder, 'out')];

async function makeInput() {
  mkdirSync(input);
  const sources = ['2026-unit', '2026-department'].map(readSource);
  for (let number = 0; number < copies; number += 1) {
    const content = structuredClone(sources[number % sources.length]);
    const assets = content.国有资产;
    assets.办公家具价值 = String(Number(assets.办公家具价值) + 100 * number);
    const bytes = await writeWorkbook(samplePlan(content));
    writeFileSync(join(input, `${String(number).padStart(4, '0')}.xlsx`), bytes);
    if (number < damaged) writeFileSync(join(input, `坏${number}.xlsx`), bytes.subarray(0, bytes.length / 2));
  }
}

const statusOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return ''; // it has ended
  }
};
const field = (status, name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);

/** Memory of a process and its children, MB. */
function familyMegabytes(parent) {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const family = processes.map(statusOf).filter((s) => field(s, 'PPid') === parent || field(s, 'Pid') === parent);
  return family.reduce((total, status) => total + field(status, 'VmRSS'), 0) / 1024;
}

function run(killed) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(process.execPath, [bin, 'render', input, '--out-dir', output], {
      stdio: 'ignore',
    });
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, familyMegabytes(child.pid));
      if (killed && performance.now() - started > killAfter * 1000) child.kill('SIGKILL');
    }, 200);
    child.on('close', () => {
      clearInterval(watch);
      resolve({ seconds: (performance.now() - started) / 1000, megabytes: Math.round(most) });
    });
  });
}

/** Documents in the folder; a file that is not whole, or a temporary one, is an error. */
function wholeDocuments() {
  const names = readdirSync(output);
  const left = names.filter((name) => name.endsWith('.tmp'));
  if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
  const documents = names.filter((name) => name.endsWith('.docx'));
  for (const name of documents) unzipSync(readFileSync(join(output, name)));
  return documents.length;
}

try {
  console.log(`${copies} workbooks and ${damaged} damaged ones, ${cpus().length} cores, Node ${process.versions.node}`);
  await makeInput();
  let before = 0;
  for (const name of [`killed after ${killAfter} s`, 'gone on', 'once more']) {
    const { seconds, megabytes } = await run(name.startsWith('killed'));
    const documents = wholeDocuments();
    const made = documents - before;
    console.log(
      `${name}: ${seconds.toFixed(1)} s, ${made} made (${(made / seconds).toFixed(1)} a second), ${documents} whole, ${megabytes} MB`,
    );
    before = documents;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
