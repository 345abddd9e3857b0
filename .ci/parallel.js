/**
 * The line of docs/scale.md for GNU parallel, on this machine alone: four shards give, byte for byte, what a single run
 * gives.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const machines = '机器1,机器2,机器3,机器4';
const shared = '/srv/budget';

/** As documented, but for the names of the machines (`:` is this one, without ssh) and the shared folder. */
function documentedLine(folder) {
  const [, line] = /```sh\n(parallel [\s\S]*?)```/.exec(readFileSync('docs/scale.md', 'utf8')) ?? [];
  assert.ok(line?.includes(machines) && line.includes(shared), 'docs/scale.md has no line for GNU parallel');
  return line.replace(machines, ':').replaceAll(shared, folder);
}

if (spawnSync('parallel', ['--version']).status !== 0) {
  console.log('GNU parallel is not installed: skipped');
} else {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-parallel-'));
  try {
    for (const name of ['in', 'bin']) mkdirSync(join(folder, name));
    for (const name of readdirSync('samples').filter((name) => name.endsWith('.xlsx')))
      copyFileSync(join('samples', name), join(folder, 'in', name));
    // one that gives no document, and one that is no workbook: every file stands in one shard
    writeFileSync(join(folder, 'in', '坏.xlsx'), '项目,金额');
    writeFileSync(join(folder, 'in', '旧.xls'), '');
    const command = join(folder, 'bin', 'yusuan');
    writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${resolve('bin/yusuan.cjs')}" "$@"\n`, {
      mode: 0o755,
    });
    const env = { ...process.env, PATH: join(folder, 'bin') + delimiter + process.env.PATH };
    const run = (line) =>
      spawnSync('sh', ['-c', line], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    // GNU parallel ends with the number of jobs that failed: here the shards with a file that gave no document
    const { status } = run(documentedLine(folder));
    assert.ok(status === 1 || status === 2, `parallel ended with ${status}`);
    const single = run(`yusuan render ${folder}/in --out-dir ${folder}/single`);
    assert.equal(single.status, 1);
    const made = (out) =>
      readdirSync(join(folder, out))
        .filter((name) => !/^(summary|总表)/.test(name))
        .sort();
    const names = made('single');
    assert.ok(names.filter((name) => name.endsWith('.docx')).length >= 4, `too few documents: ${names}`);
    assert.deepEqual(made('out'), names);
    for (const name of names) {
      const [a, b] = ['out', 'single'].map((out) => readFileSync(join(folder, out, name)));
      assert.ok(a.equals(b), `${name} differs`);
    }
    const entries = (out, name) => JSON.parse(readFileSync(join(folder, out, name), 'utf8')).entries;
    const byName = (a, b) => (a.workbook < b.workbook ? -1 : 1);
    const shards = [1, 2, 3, 4].flatMap((n) => entries('out', `summary-${n}-of-4.json`)).sort(byName);
    assert.deepEqual(shards, entries('single', 'summary.json'));
    console.log(`GNU parallel, four shards: ${names.length} files, byte for byte those of a single run`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
