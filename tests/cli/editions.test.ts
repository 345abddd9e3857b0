/** Which forms there are, and an office's own folder of one. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import * as editionsCommand from '../../src/cli/editions.js';
import * as render from '../../src/cli/render.js';
import { editionsWith } from '../../src/editions/packaged.js';
import { exitCodes } from '../../src/terminal/exit.js';
import { root } from '../support/samples.js';
import { openTerminal, type Terminal } from '../support/terminal.js';

let terminal: Terminal;
let folder: string;
beforeEach(() => {
  terminal = openTerminal();
  folder = join(terminal.folder, '我的表样');
  cpSync(join(root, 'templates', '2026'), folder, { recursive: true });
});
afterEach(() => terminal.close());

function edit(file: string, from: string, to: string): void {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(from);
  writeFileSync(path, before.replace(from, to));
}
const own = () => ({ ...terminal.context, editions: editionsWith(folder) });

test('every year is listed with its tables and explanations', () => {
  expect(editionsCommand.run({ json: true }, terminal.context)).toBe(exitCodes.fine);
  const listed = JSON.parse(terminal.said().out) as { year: number; tables: string[]; explanations: string[] }[];
  expect(listed.map(({ year, tables, explanations }) => [year, tables.length, explanations.length])).toEqual([
    [2024, 11, 12],
    [2025, 11, 12],
    [2026, 12, 13],
  ]);
  expect(listed[2]?.tables).toContain('十一、财政拨款委托业务费支出情况表');
});

test('an office’s own folder stands for its year', async () => {
  edit('edition.json', '"threePublicTotal": "总计"', '"threePublicTotal": "共计"');
  const output = join(terminal.folder, '公开.docx');
  const options = { workbook: join(root, 'samples/2026-unit.xlsx'), output, force: false, json: true, color: false };
  expect(await render.run(options, own())).toBe(exitCodes.fine);
  const body = unzipSync(readFileSync(output))['word/document.xml'];
  expect(strFromU8(body ?? new Uint8Array())).toContain('>共计<');
});

test('a name that does not exist is told with file and line', () => {
  edit('cover.hbs', '{{year}}', '{{yaer}}');
  expect(() => editionsCommand.run({ json: false }, own())).toThrow(/我的表样\/cover\.hbs 第 \d+ 行：.*yaer/);
});

test('a form cannot do without what every form needs', () => {
  edit('edition.json', '"withoutSheets": [', '"withoutSheets": ["procurement", ');
  expect(own).toThrow(/政府采购.*不能去掉/);
});

test('a template that nothing calls is pointed out', () => {
  writeFileSync(join(folder, 'covr.hbs'), '<section></section>\n');
  expect(editionsCommand.run({ json: false }, own())).toBe(exitCodes.fine);
  expect(terminal.said().err).toContain('我的表样/covr.hbs');
});
