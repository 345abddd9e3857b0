/** What a newcomer types wrongly, and what is said to it: the way out must be one that there is. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import * as audit from '../../src/cli/audit.js';
import * as check from '../../src/cli/check.js';
import * as figures from '../../src/cli/figures.js';
import * as newBook from '../../src/cli/new.js';
import * as render from '../../src/cli/render.js';
import { filesAsPaths } from '../../src/cli/typed.js';
import * as verify from '../../src/cli/verify.js';
import { placeText } from '../../src/published/place.js';
import { sampleBytes } from '../support/samples.js';
import { openTerminal, type Terminal } from '../support/terminal.js';

let terminal: Terminal;
const path = (name: string) => join(terminal.folder, name);
const common = { force: false, json: false, color: false };
beforeEach(() => {
  terminal = openTerminal();
  writeFileSync(path('书.xlsx'), sampleBytes('2026-unit'));
});
afterEach(() => terminal.close());

describe('files', () => {
  test('an output that is there: no option is named that the command does not have', async () => {
    const made = newBook.run({ ...common, file: path('书.xlsx'), kind: '单位' }, terminal.context);
    await expect(made).rejects.toThrow('已存在，没有覆盖。要覆盖请加 --force，或换一个文件名。');
  });

  test('a document is not called a workbook', async () => {
    await render.run({ ...common, workbook: path('书.xlsx'), output: path('公开.docx') }, terminal.context);
    const over = { ...common, published: path('公开.docx'), notes: false, annotate: path('公开.docx'), force: true };
    await expect(audit.run(over, terminal.context)).rejects.toThrow('”就是要读的文件自己，没有覆盖。请换一个文件名。');
  });

  test('a name without its ending, which Windows hides', async () => {
    copyFileSync(path('书.xlsx'), path('a.xlsx'));
    const checked = (name: string) => check.run({ ...common, workbook: path(name), annotate: false }, terminal.context);
    await expect(checked('a')).rejects.toThrow(`是不是“${path('a.xlsx')}”？文件名要连同 .xlsx 一起写。`);
    await expect(checked('b')).rejects.toThrow('请核对文件名和所在文件夹。');
  });
});

test('after -- all are files, those that begin with a hyphen too', () => {
  expect(filesAsPaths(['check', '--json', '--', '-x.xlsx', 'y.xlsx'])).toEqual([
    ...['check', '--json', './-x.xlsx', 'y.xlsx'],
  ]);
  expect(filesAsPaths(['check', '-x'])).toEqual(['check', '-x']);
});

describe('render', () => {
  const run = (options: Partial<render.RenderOptions>) =>
    render.run({ ...common, workbook: path('书.xlsx'), ...options }, terminal.context);

  test('options of a batch without its folder', async () => {
    await expect(run({ jobs: Number.NaN })).rejects.toThrow('--jobs 只用于批量生成，要和 --out-dir 一起写。');
    await expect(run({ shard: '1/2' })).rejects.toThrow('--shard 只用于批量生成，要和 --out-dir 一起写。');
  });

  test('a batch with -o, or into a file', async () => {
    await expect(run({ outDir: path('d'), output: 'x.docx' })).rejects.toThrow('不能同时用 -o。');
    await expect(run({ outDir: path('书.xlsx') })).rejects.toThrow('”是文件，不是文件夹，请换一个。');
  });
});

test('verify with its two files the wrong way round', () => {
  const swapped = { ...common, workbook: path('公开.docx'), published: path('书.xlsx') };
  expect(() => verify.run(swapped, terminal.context)).toThrow(/verify 工作簿 已公开文档，是不是写反了？/);
});

describe('figures --cell', () => {
  const run = (cell: string) => figures.run({ ...common, workbook: path('书.xlsx'), cell }, terminal.context);

  test('says whether the sheet is missing, is not there, or the cell is not used', async () => {
    await expect(run('M5')).rejects.toThrow('请连同工作表名一起写，如 项目支出!M5。');
    await expect(run('无!M5')).rejects.toThrow('没有工作表“无”。');
    await expect(run('项目支岀!M5')).rejects.toThrow('没有工作表“项目支岀”，是不是“项目支出”？');
    await run('项目支出!ZZ9');
    expect(terminal.said().out).toBe('单元格 项目支出!ZZ9 不影响文档中的任何数字。\n');
  });

  test('the quotes that Windows leaves around the value do no harm; every exact value has its unit', async () => {
    await run("'项目支出!M5'");
    const { out } = terminal.said();
    expect(out).toMatch(/单元格 项目支出!M5 影响 \d+ 处数字/);
    expect(out).toMatch(/ {2}43,018,900 元 .*合计 = 13 个单元格 = 43,018,900 元，/);
    expect(out).toMatch(/ {2}51\.36% {2}/);
    expect(out).toMatch(/ {2}94\.99 万元 /);
  });
});

test('a title that ends with a colon has no second one', () => {
  expect(placeText({ headings: ['其中：'], sentence: '1.社会保障。' })).toBe('其中：1.社会保障。');
});
