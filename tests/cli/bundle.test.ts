/** The command as it is installed: one bundled file (scripts/bundle.js), not the sources that other tests run. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import * as nodeModule from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { hasErrors } from '../../src/diagnostics/finding.js';
import { examine, renderDocx } from '../../src/index.js';
import { writeWorkbook } from '../../src/workbook/write/index.js';
import { editions, namesIn, root, sampleBytes, sampleSource } from '../support/samples.js';
import { splitByUnit } from '../support/split.js';

const bin = join(root, 'bin', 'yusuan.cjs');
const folder = mkdtempSync(join(tmpdir(), 'yusuan-bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Bytes that the sources make of a sample. */
async function bySources(name: string): Promise<Uint8Array> {
  const examined = examine({ name: `${name}.xlsx`, bytes: sampleBytes(name) }, editions);
  if (examined.state === 'unreadable' || hasErrors(examined.findings)) throw new Error(name);
  return (await renderDocx(examined.facts, examined.edition)).bytes;
}

test.each(namesIn('samples', '.xlsx'))('%s: the same bytes as by the sources', async (name) => {
  const output = join(folder, `${name}.docx`);
  execFileSync(process.execPath, [bin, 'render', join(root, 'samples', `${name}.xlsx`), '-o', output], {
    stdio: 'pipe',
  });
  expect(sha256(readFileSync(output))).toBe(sha256(await bySources(name)));
});

test('help is in Chinese, and an unknown command too', () => {
  const help = execFileSync(process.execPath, [bin, 'render', '--help'], { encoding: 'utf8' });
  expect(help).toContain('选项：');
  expect(help).toContain('[字符串]');
  const slip = spawnSync(process.execPath, [bin, 'rendr', 'x.xlsx'], {
    encoding: 'utf8',
    env: { ...process.env, npm_command: '' },
  });
  expect([slip.status, slip.stderr]).toEqual([
    2,
    '没有命令“rendr”，是不是 render？\n用 yusuan --help 看命令的写法。\n',
  ]);
});

/** A copy of the package, to do harm to. */
function copied(name: string): { readonly bin: string; readonly bundle: string } {
  const copy = join(folder, name);
  mkdirSync(copy);
  for (const part of ['bin', 'dist/bundle', 'dist/precompiled', 'dist/zlib.wasm', 'templates', 'package.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return { bin: join(copy, 'bin', 'yusuan.cjs'), bundle: join(copy, 'dist', 'bundle', 'cli.cjs') };
}

test('the build leaves nothing of its own machine behind', () => {
  const names = readdirSync(join(root, 'dist', 'bundle')).sort();
  expect(names).toEqual(['cli.cjs', 'render.cjs']);
  for (const name of names) expect(readFileSync(join(root, 'dist', 'bundle', name), 'utf8')).not.toContain(root);
});

test('render says and writes the same from its own bundle as from that of all commands', () => {
  const runs = [['render'], ['--color', 'render']].map((start, index) => {
    const output = join(folder, `两种${index}.docx`);
    const words = [...start, join(root, 'samples', '2024-department.xlsx'), '-o', output, '--html', '--xlsx'];
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], { encoding: 'utf8' });
    return {
      status,
      said: (stdout + stderr).replaceAll(`两种${index}`, '两种'),
      written: sha256(readFileSync(output)),
    };
  });
  expect(runs[0]?.status).toBe(0);
  expect(runs[1]).toEqual(runs[0]);
});

test('help for render is that of all commands', () => {
  const help = ['render --help', '--help render'].map((words) =>
    execFileSync(process.execPath, [bin, ...words.split(' ')], { encoding: 'utf8' }),
  );
  expect(help[0]).toContain('--out-dir');
  expect(help[0]).toBe(help[1]);
});

test('without the templates that the build compiled the same bytes, only slower', () => {
  const own = copied('未预编译');
  rmSync(join(own.bundle, '..', '..', 'precompiled', '2026.cjs'));
  const documents = [bin, own.bin].map((command, index) => {
    const output = join(folder, `预编译${index}.docx`);
    execFileSync(process.execPath, [command, 'render', join(root, 'samples', '2026-unit.xlsx'), '-o', output], {
      stdio: 'pipe',
    });
    return sha256(readFileSync(output));
  });
  expect(documents[0]).toBe(documents[1]);
});

test('several files, as they are typed, all reach the command', async () => {
  const typed = namesIn('samples', '.xlsx').map((name) => join(root, 'samples', `${name}.xlsx`));
  const rendered = spawnSync(process.execPath, [bin, 'render', ...typed, '--out-dir', join(folder, '各')], {
    encoding: 'utf8',
  });
  expect([rendered.status, rendered.stdout]).toEqual([0, expect.stringContaining(`已生成 ${typed.length} 份`)]);
  const parts = await Promise.all(
    splitByUnit(sampleSource('2026-department')).map(async ({ name, content }) => {
      const path = join(folder, `${name}.xlsx`);
      const { sheets, withoutColumns, partNumbers } = editions.load(2026);
      const plan = {
        year: 2026,
        kindLabel: '部门' as const,
        sheets,
        withoutColumns,
        partNumbers: partNumbers(),
        content,
        spareRows: 1,
      };
      writeFileSync(path, await writeWorkbook(plan));
      return path;
    }),
  );
  const merged = join(folder, '部门.xlsx');
  expect(parts.length).toBeGreaterThan(2);
  execFileSync(process.execPath, [bin, 'merge', ...parts, '-o', merged], { stdio: 'pipe' });
  const examined = examine({ name: '部门.xlsx', bytes: readFileSync(merged) }, editions);
  expect(examined.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
}, 60_000);

test.each([
  ['--kind', ['new', 'a.xlsx', '--kind', '单位', '--kind', '部门']],
  ['--output', ['render', 'a.xlsx', '-o', 'a.docx', '--output', 'b.docx']],
  ['--out-dir', ['render', 'a.xlsx', '--out-dir', 'a', '--out-dir', 'b']],
])('%s twice is refused', (option, args) => {
  expect(typed(args)).toEqual({ status: 2, said: `选项 ${option} 写了两次，请只写一次。` });
});

/** Run without npx, whose hints are written otherwise. */
const typed = (args: readonly string[]) => {
  const { status, stderr } = spawnSync(process.execPath, [bin, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, npm_command: '' },
  });
  return { status, said: stderr.replace('用 yusuan --help 看命令的写法。\n', '').trimEnd() };
};

test.each([
  ['check a.xlsx —annotate', '“—annotate”前面应是两个英文减号：--annotate。'],
  ['check a.xlsx －－annotate', '“－－annotate”前面应是两个英文减号：--annotate。'],
  ['check a.xlsx -annotate', '“-annotate”前面应是两个英文减号：--annotate。'],
  ['render a.xlsx －o b.docx', '“－o”前面应是一个英文减号：-o。'],
  ['check a.xlsx --anotate', '没有选项 --anotate，是不是 --annotate？'],
  ['check a.xlsx -x', '没有选项 -x。'],
  ['check a.xlsx b.xlsx', '不认识“b.xlsx”：多写了文件名，或选项写错。'],
  ['检查 a.xlsx', '没有命令“检查”。检查是 check，生成文档是 render；用 yusuan --help 看全部命令。'],
  ['a.xlsx', '请先写命令，如 yusuan check a.xlsx。'],
  ['', '请写明命令，如 yusuan check 工作簿.xlsx；用 yusuan --help 看全部命令。'],
  ['new a.xlsx', '缺少选项：--kind。'],
  ['new a.xlsx --kind', '选项“kind”后面没有写值。'],
  ['render a.xlsx -o', '选项“o”后面没有写值。'],
  ['new a.xlsx --kind 局', '值不在可选范围内：\n  --kind 写的是 "局"，可选 "部门", "单位"'],
  ['figures a.xlsx --find 1 --cell 2', '--find 和 --cell 不能同时用。'],
])('yusuan %s: %s', (args, message) => {
  expect(typed(args.split(' ').filter((arg) => arg !== ''))).toEqual({ status: 2, said: message });
});

test('started by npx, the hints are too', () => {
  const env = { ...process.env, npm_command: 'exec' };
  const { stderr } = spawnSync(process.execPath, [bin], { encoding: 'utf8', env });
  expect(stderr).toContain('用 npx yusuan --help');
});

test('a bundle that has changed runs as it is, not as it was compiled before', () => {
  const own = copied('改过');
  expect(execFileSync(process.execPath, [own.bin, '--help'], { encoding: 'utf8' })).toContain('编制部门');
  const changed = readFileSync(own.bundle, 'utf8').replaceAll('\\u7F16\\u5236', '\\u7F16\\u5199');
  writeFileSync(own.bundle, changed);
  expect(execFileSync(process.execPath, [own.bin, '--help'], { encoding: 'utf8' })).toContain('编写部门');
});

test('V8 knows the settings that an audit gives it', () => {
  const { status, stderr } = spawnSync(process.execPath, [bin, 'audit', '--help'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

// later versions keep it by themselves
('enableCompileCache' in nodeModule ? test.skip : test)(
  'what V8 compiled is kept for one user, and damage does no harm',
  () => {
    const temporary = mkdtempSync(join(folder, 'tmp-'));
    const env = { ...process.env, TMPDIR: temporary };
    const said = () => execFileSync(process.execPath, [bin, 'editions', '--help'], { encoding: 'utf8', env });
    const first = said();
    const [kept] = readdirSync(temporary).map((name) => join(temporary, name));
    const files = readdirSync(kept ?? '').map((name) => join(kept ?? '', name));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) writeFileSync(file, readFileSync(file).subarray(0, 5000));
    expect(said()).toBe(first);
    // V8 itself takes this for whole
    for (const file of files) writeFileSync(file, readFileSync(file).fill(0, 20_000, 24_000));
    expect(said()).toBe(first);
    for (const file of files) rmSync(file);
    chmodSync(kept ?? '', 0o777);
    expect(said()).toBe(first);
    expect(readdirSync(kept ?? '')).toEqual([]);
  },
);

test('a bundle that is cut off is told in Chinese', () => {
  const own = copied('半截');
  writeFileSync(own.bundle, readFileSync(own.bundle).subarray(0, 400_000));
  const run = spawnSync(process.execPath, [own.bin, 'editions'], { encoding: 'utf8' });
  expect([run.status, run.stderr]).toEqual([5, expect.stringMatching(/^本工具的文件不完整，请重新安装/)]);
});

test('without a build it says what to do', () => {
  const copy = join(folder, '未编译');
  cpSync(join(root, 'bin'), join(copy, 'bin'), { recursive: true });
  const run = spawnSync(process.execPath, [join(copy, 'bin', 'yusuan.cjs'), 'editions'], { encoding: 'utf8' });
  expect([run.status, run.stderr]).toEqual([5, '还没有编译。请在本工具的文件夹中先运行 npm run build。\n']);
});
