/** The auditor's commands: figures, verify and audit, and what render writes for them. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import * as audit from '../../src/cli/audit.js';
import * as figures from '../../src/cli/figures.js';
import * as render from '../../src/cli/render.js';
import * as verify from '../../src/cli/verify.js';
import { CommandError, exitCodes } from '../../src/terminal/exit.js';
import { textWidth } from '../../src/vocabulary/width.js';
import { readWorkbook } from '../../src/workbook/read/index.js';
import { sampleBytes } from '../support/samples.js';
import { openTerminal, type Terminal } from '../support/terminal.js';
import { testWithLayout } from '../support/tools.js';

let terminal: Terminal;
const path = (name: string) => join(terminal.folder, name);
const common = { force: false, json: false, color: false };
const renderDocument = (options: Partial<render.RenderOptions> = {}) =>
  render.run({ ...common, workbook: path('书.xlsx'), output: path('公开.docx'), ...options }, terminal.context);
const runFigures = (options: Partial<figures.FiguresOptions>) =>
  figures.run({ ...common, workbook: path('书.xlsx'), ...options }, terminal.context);
const runVerify = async (options: Partial<verify.VerifyOptions>) =>
  verify.run({ ...common, workbook: path('书.xlsx'), published: path('公开.docx'), ...options }, terminal.context);
const runAudit = (options: Partial<audit.AuditOptions>) =>
  audit.run({ ...common, published: path('公开.docx'), notes: false, ...options }, terminal.context);

/** Changes the words of the published document. */
function alter(change: (xml: string) => string): void {
  const parts = unzipSync(readFileSync(path('公开.docx')));
  const xml = change(strFromU8(parts['word/document.xml'] ?? new Uint8Array()));
  writeFileSync(path('公开.docx'), zipSync({ ...parts, 'word/document.xml': strToU8(xml) }));
}

beforeEach(() => {
  terminal = openTerminal();
  writeFileSync(path('书.xlsx'), sampleBytes('2026-unit'));
});
afterEach(() => terminal.close());

describe('figures', () => {
  test('lists every figure; --find and --cell choose', async () => {
    expect(await runFigures({})).toBe(exitCodes.fine);
    expect(terminal.said().out).toMatch(/共 \d{3} 处数字/);
    expect(await runFigures({ find: '51.36%' })).toBe(exitCodes.fine);
    expect(terminal.said().out).toMatch(
      /● 二、关于[^●]*\n {2}51\.36% .*占比 = 2,239\.89 ÷ 4,360\.97 × 100〕\n {4}2,239\.89 万元/,
    );
    expect(await runFigures({ cell: "'项目支出'!G4" })).toBe(exitCodes.fine);
    expect(terminal.said().out).toMatch(/单元格 项目支出!G4 影响 \d+ 处数字/);
    expect(await runFigures({ find: '999.99' })).toBe(exitCodes.findings);
    expect(await runFigures({ cell: '项目支出!ZZ9' })).toBe(exitCodes.findings);
  });

  test('--json gives each with its place, rule and cells', async () => {
    await runFigures({ json: true });
    const { figures: listed } = JSON.parse(terminal.said().out);
    expect(listed.length).toBeGreaterThan(400);
    expect(listed[0]).toEqual({
      id: expect.any(String),
      place: expect.objectContaining({ headings: expect.any(Array) }),
      text: '4,301.89',
      unit: '万元',
      exact: '43018900',
      rule: 'sum',
      ruleText: expect.stringContaining('合计 = 13 个单元格'),
      cells: expect.arrayContaining([{ cell: expect.stringMatching(/!/), exact: expect.any(String) }]),
    });
  });

  test('--xlsx writes a list that can be filtered, with links to the cells', async () => {
    expect(await runFigures({ xlsx: path('数字.xlsx') })).toBe(exitCodes.fine);
    const bytes = readFileSync(path('数字.xlsx'));
    const parts = unzipSync(bytes);
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toMatch(/<autoFilter ref="A1:L\d+"/);
    expect(sheet).toMatch(/HYPERLINK\(&quot;书\.xlsx#&apos;|HYPERLINK\(&quot;书\.xlsx#'/);
    const read = readWorkbook(bytes, '数字.xlsx');
    expect(read.ok && read.workbook.sheets.map((each) => [each.name, each.rows.size > 400])).toEqual([
      ['数字', true],
      ['单元格', true],
    ]);
  });
});

describe('verify', () => {
  test('our own document: nothing, exit code 0', async () => {
    await renderDocument();
    expect(await runVerify({})).toBe(exitCodes.fine);
    expect(terminal.said().out).toContain('没有差异');
  });

  test('an altered one: exit code 1, kind, place, both amounts and the cells; comments in a copy', async () => {
    await renderDocument();
    alter((xml) => xml.replace('>51.36%<', '>15.36%<').replace('基本工资、津贴补贴', '基本工资、补贴补贴'));
    expect(await runVerify({ annotate: path('核对.docx') })).toBe(exitCodes.findings);
    const { out } = terminal.said();
    expect(widest(out)).toBeLessThanOrEqual(80);
    expect(unwrapped(out)).toMatch(
      /数字颠倒 {2}二、关于.*公开为“15\.36”，工作簿为“51\.36”占比 = 2,239\.89 ÷ 4,360\.97 × 100（.*!.*等 \d+ 个）/,
    );
    expect(out).toContain('共 2 处差异：数字颠倒 1，文字不同 1。');
    const copy = unzipSync(readFileSync(path('核对.docx')));
    expect(strFromU8(copy['word/comments.xml'] ?? new Uint8Array())).toContain('数字颠倒：公开为“15.36”');
    expect(await runVerify({ published: path('核对.docx'), json: true })).toBe(exitCodes.findings);
    const { counts, differences } = JSON.parse(terminal.said().out.slice(out.length));
    expect(counts).toEqual({ transposed: 1, wording: 1 });
    expect(differences[0]).toMatchObject({
      kind: 'transposed',
      kindName: '数字颠倒',
      published: '15.36',
      expected: '51.36',
    });
  });

  test('--no-wording leaves out what is of the wording alone, never a figure', async () => {
    await renderDocument();
    alter((xml) =>
      xml.replace('基本工资、津贴补贴', '基本工资、补贴补贴').replace(/(收支总预算)(?=<)/, '$1约12.50万元，'),
    );
    expect(await runVerify({ wording: false })).toBe(exitCodes.findings);
    expect(unwrapped(terminal.said().out)).toContain(
      '共 1 处差异：文字不同 1。另有 1 处只是文字不同，没有列出（不加 --no-wording 时列出）。',
    );
    await renderDocument({ force: true });
    alter((xml) => xml.replace('基本工资、津贴补贴', '基本工资、补贴补贴'));
    expect(await runVerify({ wording: false })).toBe(exitCodes.fine);
    expect(terminal.said().out).toContain('没有与数字有关的差异。');
  });

  test('the published tables as a workbook: only they are held against', async () => {
    await renderDocument({ xlsx: true });
    expect(await runVerify({ published: path('公开（各表）.xlsx') })).toBe(exitCodes.fine);
    const parts = unzipSync(readFileSync(path('公开（各表）.xlsx')));
    const name = Object.keys(parts).find((each) => each.endsWith('sheet1.xml')) ?? '';
    const sheet = strFromU8(parts[name] ?? new Uint8Array());
    writeFileSync(
      path('公开（各表）.xlsx'),
      zipSync({ ...parts, [name]: strToU8(sheet.replaceAll('<v>4360.97</v>', '<v>4306.97</v>')) }),
    );
    expect(await runVerify({ published: path('公开（各表）.xlsx') })).toBe(exitCodes.findings);
    expect(unwrapped(terminal.said().out)).toMatch(/数字颠倒 .*公开为“4,?306\.97”，工作簿为“4,?360\.97”/);
  });

  test('says what it needs, and what it cannot read', async () => {
    await expect(runVerify({ workbook: undefined, published: undefined })).rejects.toMatchObject({
      exitCode: exitCodes.usage,
    });
    writeFileSync(path('公开.docx'), '不是文档');
    await expect(runVerify({})).rejects.toMatchObject({ exitCode: exitCodes.unreadable });
    await expect(runVerify({})).rejects.toThrow(CommandError);
  });
});

describe('the manifest', () => {
  test('agrees with the files beside it until one of them changes', async () => {
    await renderDocument({ manifest: true });
    const manifest = path('公开.manifest.json');
    const beside = { manifest, workbook: undefined, published: undefined };
    expect(await runVerify(beside)).toBe(exitCodes.fine);
    expect(terminal.said().out.match(/^一致/gm)?.length).toBe(5);
    const workbook = path('别处.xlsx');
    renameSync(path('书.xlsx'), workbook);
    await expect(runVerify(beside)).rejects.toThrow('写明在哪里');
    expect(await runVerify({ ...beside, workbook })).toBe(exitCodes.fine);
    renameSync(workbook, path('书.xlsx'));
    terminal.said();
    alter((xml) => xml.replace('>51.36%<', '>15.36%<'));
    expect(await runVerify({ manifest })).toBe(exitCodes.findings);
    expect(terminal.said().out).toMatch(/不一致 {2}文档 公开\.docx/);
    writeFileSync(manifest, '{}');
    await expect(runVerify({ manifest })).rejects.toMatchObject({ exitCode: exitCodes.unreadable });
  });

  testWithLayout(
    'of a document with page numbers in its contents is checked by content',
    async () => {
      await renderDocument({ manifest: true, paginate: true, annotate: true });
      expect(await runVerify({ manifest: path('公开.manifest.json') })).toBe(exitCodes.fine);
      expect(await runVerify({})).toBe(exitCodes.fine);
      expect(existsSync(path('公开（数字来源）.docx'))).toBe(true);
    },
    60_000,
  );
});

/** Lines of a terminal as one again. */
const unwrapped = (out: string): string => out.replaceAll(/\n {4,}/g, '');
const widest = (out: string): number => Math.max(...out.split('\n').slice(1).map(textWidth));

describe('audit', () => {
  test('our own document: nothing, and rounding only when asked for', async () => {
    await renderDocument();
    expect(await runAudit({})).toBe(exitCodes.fine);
    expect(widest(terminal.said().out.split('SHA-256')[1] ?? '')).toBeLessThanOrEqual(80);
    const out = unwrapped(terminal.said().out);
    expect(out).toMatch(/没有发现问题；另有四舍五入尾差 \d 处/);
    expect(out).toMatch(/表 18 张；文字 \d+ 段。/);
    expect(out).toMatch(/数字 \d{3} 个，核对了 \d{3} 个（.*合计 \d+.*）；\d+ 个在文档中没有可以对照的数。/);
    expect(await runAudit({ notes: true })).toBe(exitCodes.fine);
    expect(unwrapped(terminal.said().out)).toMatch(/提示 {2}合计与明细不符.*相差 0\.01/);
  });

  test('an altered one: every place that no longer agrees', async () => {
    await renderDocument();
    alter((xml) => xml.replace('>51.36%<', '>15.36%<').replace('比上年预算增加', '比上年预算减少'));
    expect(await runAudit({ annotate: path('核对.docx') })).toBe(exitCodes.findings);
    const out = unwrapped(terminal.said().out);
    expect(out).toContain('2,239.89 ÷ 4,360.97 应为 51.36%，说明为 15.36%');
    expect(out).toMatch(/增减用词矛盾.*前面说“减少”，后面说“增长”/);
    expect(strFromU8(unzipSync(readFileSync(path('核对.docx')))['word/comments.xml'] ?? new Uint8Array())).toContain(
      '占比算不平',
    );
  });

  test('what is no budget document is no document without mistakes', async () => {
    writeFileSync(
      path('通知.html'),
      '<p>关于召开会议的通知</p><p>会议经费12.50万元。</p><table><tr><td>张某</td><td>000</td></tr></table>',
    );
    const audited = runAudit({ published: path('通知.html') });
    await expect(audited).rejects.toMatchObject({ exitCode: exitCodes.unreadable });
    await expect(audited).rejects.toThrow('没有认出预算公开文档的任何表和数字');
  });

  test('--data writes what was read into a folder or a .zip, beside what was found', async () => {
    await renderDocument();
    expect(await runAudit({ data: terminal.folder })).toBe(exitCodes.fine);
    expect(terminal.said().err).toContain('公开（数据）.zip');
    const parts = unzipSync(readFileSync(path('公开（数据）.zip')));
    expect(Object.keys(parts)).toEqual([
      'datapackage.json',
      'figures.csv',
      'tables.csv',
      'indicators.csv',
      'goals.csv',
      'texts.csv',
    ]);
    expect(strFromU8(parts['figures.csv'] ?? new Uint8Array())).toContain(',51.36%,%,51.36,,share,');
    await expect(runAudit({ data: path('没有') })).rejects.toThrow('没有文件夹');
    await expect(runAudit({ data: path('公开（数据）.zip') })).rejects.toMatchObject({
      exitCode: exitCodes.cannotWrite,
    });
    alter((xml) => xml.replaceAll('单位：万元', '单位：元'));
    await expect(runAudit({ data: path('元.zip') })).rejects.toThrow('单位：元');
    expect(existsSync(path('元.zip'))).toBe(false);
  });

  test('what could be read only in part is said first', async () => {
    await renderDocument();
    alter((xml) => xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, ''));
    expect(await runAudit({})).toBe(exitCodes.unreadable);
    const { out } = terminal.said();
    expect(out).toMatch(/注意 {2}文档中的表一张也没有读出来/);
    expect(out).not.toMatch(/(?<!部分)没有发现问题/);
  });
});
