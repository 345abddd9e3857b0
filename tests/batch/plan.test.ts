/** Which workbooks, under which names, in which shard: decided from names alone. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { inShard, parseShard, planBatch } from '../../src/batch/plan.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yusuan-plan-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function files(...names: string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), '');
  }
}
const whole = (...inputs: string[]) =>
  planBatch(
    inputs.map((name) => join(folder, name)),
    join(folder, 'out'),
  );
const plan = (...inputs: string[]) => whole(...inputs).jobs;
const passed = (...inputs: string[]) => whole(...inputs).passedOver.map(({ name, status }) => [name, status]);
const stems = (...inputs: string[]) => plan(...inputs).map(({ stem }) => stem);

test('folders are searched to the bottom; temporary and hidden files and the output folder are not', () => {
  files('in/b.xlsx', 'in/甲/a.XLSX', 'in/~$b.xlsx', 'in/.c.xlsx', 'in/d.xls', 'out/e.xlsx');
  expect(stems('.')).toEqual(['in/b', 'in/甲/a']);
});

test('the output folder is searched where it is the folder that was given', () => {
  files('out/a.xlsx', 'out/甲/b.xlsx', 'out/a.docx');
  expect(stems('out')).toEqual(['a', '甲/b']);
});

test('what lies there besides is named, whether a workbook may be behind it or not; what an earlier run wrote is not', () => {
  files(
    'out/a.xlsx',
    'out/旧.xls',
    'out/甲/乙.ET',
    'out/宏.xlsm',
    'out/文.wps',
    'out/~$a.xlsx',
    'out/.~c.xlsx',
    'out/.d.xlsx',
  );
  files(
    'out/a.docx',
    'out/a.manifest.json',
    'out/a.问题.txt',
    'out/b.docx',
    'out/.DS_Store',
    'out/.a.docx.7.tmp',
    'out/包.zip',
  );
  expect(passed('out')).toEqual([
    ['.d.xlsx', 'setAside'],
    ['.~c.xlsx', 'setAside'],
    ['b.docx', 'setAside'],
    ['~$a.xlsx', 'setAside'],
    ['包.zip', 'otherFormat'],
    ['宏.xlsm', 'otherFormat'],
    ['文.wps', 'otherFormat'],
    ['旧.xls', 'otherFormat'],
    ['甲/乙.ET', 'otherFormat'],
  ]);
  expect(whole('out').passedOver.find(({ name }) => name === '旧.xls')?.advice).toContain('另存为 .xlsx');
});

test('the tables of an earlier run are no workbooks; a table of that name without a run is one', () => {
  files('out/a.xlsx', 'out/总表.xlsx', 'out/甲/总表.xlsx');
  expect(stems('out')).toEqual(['a', '总表', '甲/总表']);
  files('out/summary.json');
  expect(stems('out')).toEqual(['a', '甲/总表']);
  expect(passed('out')).toEqual([]);
});

test('a folder that the system does not open, and a link to a folder, are named', () => {
  files('in/a.xlsx', 'elsewhere/b.xlsx');
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'in', '别处'));
  expect(passed('in')).toEqual([['别处', 'setAside']]);
  mkdirSync(join(folder, 'in', '锁着'), { mode: 0 });
  // root opens every folder
  const open = process.getuid?.() === 0;
  expect(passed('in').filter(([name]) => name === '锁着')).toEqual(open ? [] : [['锁着', 'otherFormat']]);
});

test('a workbook that is given twice is rendered once', () => {
  files('a.xlsx');
  expect(stems('.', 'a.xlsx')).toEqual(['a']);
});

test('a link to a folder above does not lead round', () => {
  files('in/a.xlsx');
  symlinkSync(folder, join(folder, 'in', 'up'));
  expect(stems('in')).toEqual(['a']);
});

describe('names', () => {
  test('two workbooks never share a document, on Windows neither', () => {
    files('x/a.xlsx', 'y/A.xlsx', 'y/a-2.xlsx', 'z/a.xlsx');
    const all = stems('x', 'y', 'z').map((stem) => stem.toLowerCase());
    expect(new Set(all).size).toBe(4);
  });

  test('what Windows refuses is replaced, and no name leaves the output folder', () => {
    files('con.xlsx', 'a:b?.xlsx', '..xlsx', '...xlsx', 'x. /y.xlsx');
    const out = join(folder, 'out');
    for (const stem of stems('.', '..xlsx', '...xlsx')) {
      expect(resolve(out, stem).startsWith(`${out}/`)).toBe(true);
      expect(stem).not.toMatch(/[:?]|^con$|[. ]$|[. ]\//);
    }
  });

  test('a name that would be too long with its endings is cut, and stays its own', () => {
    const long = '长'.repeat(80);
    files(`x/${long}一.xlsx`, `x/${long}二.xlsx`);
    const all = stems('x');
    expect(new Set(all).size).toBe(2);
    for (const stem of all) expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(180);
  });
});

describe('shards', () => {
  test.each([
    ['1/1', { index: 1, count: 1 }],
    ['2/8', { index: 2, count: 8 }],
    ['0/8', undefined],
    ['9/8', undefined],
    ['2', undefined],
    ['-1/8', undefined],
    ['a/b', undefined],
  ])('%s', (text, shard) => expect(parseShard(text)).toEqual(shard));

  test('every workbook is in exactly one, wherever the folder lies and whatever lies beside it', () => {
    const names = Array.from({ length: 60 }, (_, n) => `单位${n}.xlsx`);
    files(
      ...names.map((name) => `in/${name}`),
      ...names.map((name) => `elsewhere/deep/${name}`),
      'elsewhere/deep/新.xlsx',
    );
    const shardOf = (input: string) =>
      new Map(
        plan(input).map((job) => {
          const own = [1, 2, 3, 4].filter((index) => inShard(job, { index, count: 4 }));
          expect(own).toHaveLength(1);
          return [job.name, own[0]];
        }),
      );
    const here = shardOf('in');
    const there = shardOf('elsewhere/deep');
    for (const [name, index] of here) expect(there.get(name)).toBe(index);
    expect(new Set(here.values()).size).toBe(4);
  });
});
