/** import: tables with what has to be said of them first, an office's own codes, and targets beside a document. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import excel from 'exceljs';
import * as importing from '../../src/cli/import.js';
import * as blank from '../../src/cli/new.js';
import type { DocumentTree } from '../../src/document/tree.js';
import { exitCodes } from '../../src/terminal/exit.js';
import { readWorkbook } from '../../src/workbook/read/index.js';
import { writeDocx } from '../../src/writers/docx/index.js';
import { writePublicationWorkbook } from '../../src/writers/xlsx/index.js';
import { sampleBook } from '../support/book.js';
import { openTerminal, type Terminal } from '../support/terminal.js';

let terminal: Terminal;
beforeEach(() => {
  terminal = openTerminal();
});
afterEach(() => terminal.close());

const quiet = { next: false, force: false, json: false, color: false } as const;
const path = (name: string) => join(terminal.folder, name);
const put = (name: string, bytes: Uint8Array) => {
  writeFileSync(path(name), bytes);
  return path(name);
};

async function sheet(name: string, rows: readonly (readonly string[])[]): Promise<string> {
  const workbook = new excel.Workbook();
  workbook.addWorksheet('表').addRows(rows.map((row) => [...row]));
  return put(name, new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** Rows of a sheet, each with its cells' texts. */
function rowsOf(file: string, name: string): string[][] {
  const read = readWorkbook(readFileSync(file), file);
  const found = read.ok ? read.workbook.sheets.find((one) => one.name === name) : undefined;
  return [...(found?.rows.values() ?? [])].map((cells) => [...cells.values()].map(({ text }) => text));
}

const unit = sampleBook('2026-unit').compose().tree;
const withoutUnits = JSON.parse(JSON.stringify(unit).replaceAll('单位：万元', '')) as DocumentTree;

test('what the tables do not say is asked once, answered in the file, and then settled', async () => {
  const tables = put('各表.xlsx', await writePublicationWorkbook(withoutUnits));
  const output = path('工作簿.xlsx');
  const options = { ...quiet, documents: [tables], output };
  expect(await importing.run(options, terminal.context)).toBe(exitCodes.findings);
  expect(existsSync(output)).toBe(false);
  expect(terminal.said().out).toContain('没有注明金额是元还是万元');
  const map = path('对应.json');
  expect(await importing.run({ ...options, map }, terminal.context)).toBe(exitCodes.findings);
  const file = JSON.parse(readFileSync(map, 'utf8')) as { 金额单位: Record<string, string> };
  for (const table of Object.keys(file.金额单位)) file.金额单位[table] = '万元';
  writeFileSync(map, JSON.stringify(file));
  expect(await importing.run({ ...options, map }, terminal.context)).toBe(exitCodes.fine);
  expect(terminal.said().out).toMatch(/原文的数 (\d+) 个，重新印出相同的 \1 个/);
});

test('targets alone make no workbook; beside a document they replace its own', async () => {
  const targets = await sheet('绩效.xlsx', [
    ['项目名称', '一级指标', '二级指标', '三级指标', '指标值'],
    ['某新项目', '产出指标', '数量指标', '某某次数', '3次'],
  ]);
  await expect(importing.run({ ...quiet, documents: [targets] }, terminal.context)).rejects.toThrow(/只有绩效目标/);
  const document = put('公开.docx', await writeDocx(unit));
  const output = path('工作簿.xlsx');
  expect(await importing.run({ ...quiet, documents: [document, targets], output }, terminal.context)).toBe(0);
  expect(rowsOf(output, '项目绩效指标').flat()).toContain('某某次数');
});

test('an office’s own list of codes: those that a document names and does not print, with their parents', async () => {
  const document = put('公开.docx', await writeDocx(sampleBook('2024-department').compose().tree));
  const output = path('工作簿.xlsx');
  // invented codes: the test must not know real ones
  const names = ['城乡社区支出', '其他城乡社区支出', '其他城乡社区支出', '没有用到的科目'];
  const list = ['212', '21287', '2128765', '2128766'].map((code, at) => [code, names[at] ?? '']);
  const codes = await sheet('科目.xlsx', [['政府收支分类科目'], ['科目编码', '科目名称'], ...list]);
  expect(await importing.run({ ...quiet, documents: [document], codes, output }, terminal.context)).toBe(0);
  const proof = '由工作簿生成的文档与原文逐段核对：没有差异。';
  expect(terminal.said().out).toContain(proof);
  expect(rowsOf(output, '导入说明').flat()).toContain(proof);
  const own = rowsOf(output, '科目名称').map(([, code]) => code);
  expect(own).toEqual(expect.arrayContaining(['212', '21287', '2128765', '2150501']));
  expect(own).not.toContain('2128766');
  expect(rowsOf(output, '上年对比（科目）').flat()).toContain('2128765');
});

test('a blank workbook takes the whole list', async () => {
  const codes = await sheet('科目.xlsx', [
    ['功能分类科目编码', '功能分类科目名称'],
    ['299', '某类'],
    ['29901', '某款'],
    ['2990101', '某项'],
  ]);
  const file = path('空白.xlsx');
  expect(await blank.run({ ...quiet, file, kind: '单位', codes }, terminal.context)).toBe(exitCodes.fine);
  expect(rowsOf(file, '科目名称').flat()).toEqual(expect.arrayContaining(['299', '29901', '2990101', '某项']));
});

test('tables do not print which projects are withheld: that is asked of each, and never taken as 公开', async () => {
  const tables = put('各表.xlsx', await writePublicationWorkbook(unit));
  const output = path('工作簿.xlsx');
  expect(await importing.run({ ...quiet, documents: [tables], output }, terminal.context)).toBe(exitCodes.fine);
  const projects = rowsOf(output, '项目信息').filter((row) => row.join().includes('特定目标'));
  expect(projects.length).toBeGreaterThan(0);
  expect(projects.flat()).not.toContain('公开');
  expect(rowsOf(output, '导入说明').flat().join()).toContain('是否公开请逐个确认');
});

test('a row of the list that is not used is told, one that says the same again is not', async () => {
  const codes = await sheet('科目.xlsx', [
    ['科目编码', '科目名称'],
    ['299', '某类'],
    ['29901a', '某款'],
    ['29902', ''],
    ['299', '某类'],
    ['299', '另一类'],
    ['', '合计'],
  ]);
  const file = path('空白.xlsx');
  expect(await blank.run({ ...quiet, file, kind: '单位', codes }, terminal.context)).toBe(exitCodes.fine);
  const told = terminal
    .said()
    .out.split('\n')
    .filter((line) => line.includes('注意'));
  expect(told).toHaveLength(3);
  expect(told.join()).toMatch(/第3行.*“29901a”.*第4行.*没有名称.*第6行.*“某类”.*“另一类”/);
});

test('a workbook without a list of codes is refused', async () => {
  const codes = await sheet('科目.xlsx', [['甲', '乙']]);
  const run = blank.run({ ...quiet, file: path('空白.xlsx'), kind: '单位', codes }, terminal.context);
  await expect(run).rejects.toThrow(/没有找到科目/);
});
