/** The command as it is installed: one bundled file with what V8 compiled of it (scripts/bundle.js), not the sources that other tests run. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hasErrors } from '../../src/diagnostics/finding.js';
import { examine, renderDocx } from '../../src/index.js';
import { writeWorkbook } from '../../src/workbook/write/index.js';
import { editions, namesIn, root, sampleBytes, sampleSource } from '../support/samples.js';
import { splitByUnit } from '../support/split.js';

const bin = join(root, 'bin', 'yusuan.cjs');
const folder = mkdtempSync(join(tmpdir(), 'yusuan-bundle-'));
const { filename, cacheName } = createRequire(import.meta.url)(bin) as { filename: string; cacheName: () => string };
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

test('the bundle is ASCII: it is loaded as Latin-1', () => {
  expect(readFileSync(filename).every((byte) => byte < 0x80)).toBe(true);
});

/** A copy of the package whose cache is another. */
function withCache(name: string, cache: Uint8Array | undefined): string {
  const copy = join(folder, name);
  mkdirSync(copy);
  for (const part of ['bin', 'dist/bundle', 'templates', 'package.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const path = join(copy, 'dist', 'bundle', basename(cacheName()));
  rmSync(path);
  if (cache) writeFileSync(path, cache);
  return join(copy, 'bin', 'yusuan.cjs');
}

let cache: Uint8Array;
beforeAll(() => {
  cache = readFileSync(cacheName());
});

test.each([
  ['missing', () => undefined],
  ['of another V8', () => cache.map((byte, at) => (at < 64 ? byte ^ 0xff : byte))],
  ['damaged in a bit', () => cache.map((byte, at) => (at === 700_000 ? byte ^ 4 : byte))],
  ['zero at its end', () => cache.map((byte, at) => (at > cache.length - 65_536 ? 0 : byte))],
  ['cut off', () => cache.slice(0, 1000)],
  ['empty', () => new Uint8Array()],
])('a cache that is %s only costs time', (name, made) => {
  const printed = execFileSync(process.execPath, [withCache(name, made()), 'editions'], { encoding: 'utf8' });
  expect(printed).toContain('2026年表样');
});

test('the cache is that of this Node and no other: V8 itself would take one that crashes it', () => {
  const { version, arch, platform } = process;
  for (const part of [version, arch, platform, String(statSync(process.execPath).size)]) {
    expect(basename(cacheName()).split('-').join(' ')).toContain(part);
  }
  expect(readdirSync(join(root, 'dist', 'bundle')).sort()).toEqual([basename(filename), basename(cacheName())]);
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
      const { sheets, withoutColumns } = editions.load(2026);
      const plan = { year: 2026, kindLabel: '部门' as const, sheets, withoutColumns, content, spareRows: 1 };
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

test('a changed bundle runs as it is, not as it was compiled before', () => {
  const own = withCache('改过', cache);
  const bundle = join(own, '..', '..', 'dist', 'bundle', basename(filename));
  const changed = readFileSync(bundle, 'latin1').replaceAll('\\u7F16\\u5236', '\\u7F16\\u5199');
  expect(changed.length).toBe(readFileSync(filename).length);
  writeFileSync(bundle, changed, 'latin1');
  expect(execFileSync(process.execPath, [own, '--help'], { encoding: 'utf8' })).toContain('编写部门');
});

test('a bundle that is cut off is told in Chinese', () => {
  const own = withCache('半截', cache);
  const bundle = join(own, '..', '..', 'dist', 'bundle', basename(filename));
  writeFileSync(bundle, readFileSync(filename).subarray(0, 400_000));
  const run = spawnSync(process.execPath, [own, 'editions'], { encoding: 'utf8' });
  expect([run.status, run.stderr]).toEqual([5, expect.stringMatching(/^本工具的文件不完整，请重新安装/)]);
});

test('without a build it says what to do', () => {
  const copy = join(folder, '未编译');
  cpSync(join(root, 'bin'), join(copy, 'bin'), { recursive: true });
  const run = spawnSync(process.execPath, [join(copy, 'bin', 'yusuan.cjs'), 'editions'], { encoding: 'utf8' });
  expect([run.status, run.stderr]).toEqual([5, '还没有编译。请在本工具的文件夹中先运行 npm run build。\n']);
});
