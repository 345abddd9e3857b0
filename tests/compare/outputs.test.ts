/** A comparison as an officer sees it: the list, the workbook, the page; and how the command ends. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import * as compare from '../../src/cli/compare.js';
import { comparisonText } from '../../src/cli/compareText.js';
import { compareData } from '../../src/compare/compare.js';
import { comparisonPage } from '../../src/compare/page.js';
import { comparisonWorkbook } from '../../src/compare/sheet.js';
import { exitCodes } from '../../src/terminal/exit.js';
import { textWidth } from '../../src/vocabulary/width.js';
import { readWorkbook } from '../../src/workbook/read/index.js';
import { dataOf } from '../../src/writers/data/dataOf.js';
import { writeDataPackage } from '../../src/writers/data/index.js';
import { Book } from '../support/book.js';
import { sampleBytes, sampleSource } from '../support/samples.js';
import { openTerminal, type Terminal } from '../support/terminal.js';
import { testIf } from '../support/tools.js';
import { accessibilityFaults, isInstalled, launch, onDisk } from '../web/browser.js';

const canary = '机密标记';
/** Whatever an office types into the hidden fields of withheld projects. */
function book(): Book {
  const made = new Book(sampleSource('2026-unit'));
  const hidden = ['设立的政策依据', '项目承担单位', '资金分配情况', '资金执行时间', '结转资金用途'];
  made.rows('项目信息').forEach((row, index) => {
    if (row.是否公开 === '不予公开')
      made.set('项目信息', index + 1, Object.fromEntries(hidden.map((field) => [field, canary])));
  });
  return made;
}
const before = dataOf(book().compose());
function changedBook(): Book {
  const made = book().fill('政府采购', { 政府采购货物预算: '46700' });
  made.rows('批复数核对').length = 0;
  const row = made.rows('项目支出').findIndex((one) => one['302商品和服务支出'] === '165000') + 1;
  made.set('项目支出', row, { '302商品和服务支出': '265050' });
  const indicator = made.rows('项目绩效指标').findIndex((one) => one.指标值 === '>=1项') + 1;
  made.set('项目绩效指标', indicator, { 指标值: '<b>&2项' });
  const reason = made.rows('上年对比').findIndex((one) => one.对比事项 === '一般公共预算') + 1;
  return made.set('上年对比', reason, { 主要原因: '新增了奖补项目' });
}
const after = dataOf(changedBook().compose());
const side = (data: typeof before, file: string) => ({ file, kind: 'workbook', data, notices: [] }) as const;
const comparison = compareData(side(before, '初稿.xlsx'), side(after, '定稿.xlsx'));
if (!comparison) throw new Error('nothing in common');

describe('what is written', () => {
  test('the list fits 80 columns, shows the most of each table, and all of it when asked', () => {
    const listed = comparisonText(comparison, { width: 80, all: false });
    expect(listed.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
    const tables = before.tables.map((cell) => (cell.text === '' ? cell : { ...cell, value: '99.00', yuan: '' }));
    const many = compareData(side(before, '初稿.xlsx'), side({ ...before, tables }, '定稿.xlsx'));
    expect(many && comparisonText(many, { width: 80, all: false })).toMatch(/另有 \d+ 行变化较小，用 --all 全部列出。/);
    const all = comparisonText(comparison, { width: 40, all: true });
    expect(all.split('\n').filter((line) => textWidth(line) > 40)).toEqual([]);
    expect(all).not.toContain('--all');
    expect(all.replaceAll(/\s/g, '')).toContain(
      '特定目标01100149项目支出合计、商品和服务支出16.50→26.51，+10.01（+60.67%）',
    );
    expect(all.replaceAll(/\s/g, '')).toContain('变化重大技术改造项目支持数：指标值>=1项→<b>&2项');
    expect(listed).toContain('政府采购 · 货物  3.67 → 4.67，+1.00（+27.25%）');
    expect(listed).toMatch(/表 12 张：有变化的 \d+ 行，没有变化的 \d+ 行/);
  });

  test('the workbook has every change as numbers, the same every time', async () => {
    const bytes = await comparisonWorkbook(comparison);
    expect(await comparisonWorkbook(comparison)).toEqual(bytes);
    const read = readWorkbook(bytes, '比较.xlsx');
    const sheets = read.ok ? read.workbook.sheets : [];
    expect(sheets.map(({ name }) => name)).toEqual(['说明', '上年数核对', '各表', '表外的数', '绩效目标', '文字']);
    const rows = [...(sheets[2]?.rows.values() ?? [])].map((row) =>
      [...row.values()].map(({ kind, text }) => [kind, text]),
    );
    const project = rows.filter((row) => row.some(([, text]) => text === '特定目标01100149'));
    expect(project[0]).toEqual(
      expect.arrayContaining([
        ['text', '项目支出合计'],
        ['number', '16.5'],
        ['number', '26.51'],
        ['number', '10.01'],
      ]),
    );
  });

  test('the page is valid HTML, asks nothing of any other place, and takes no text for markup', async () => {
    const html = comparisonPage(comparison);
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'doctype-style': 'off', 'tel-non-breaking': 'off', 'long-title': 'off', 'prefer-native-element': 'off' },
    });
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, line }) => `${ruleId} ${line}`))).toEqual([]);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<script|https?:|<b>/);
    expect(html).toContain('&lt;b&gt;&amp;2项');
  });

  test('nothing of withheld projects but their code names and amounts, and no cell of the workbook', async () => {
    const workbook = readWorkbook(await comparisonWorkbook(comparison), '比较.xlsx');
    const written = [
      comparisonText(comparison, { width: 80, all: true }),
      comparisonPage(comparison),
      JSON.stringify(comparison),
      JSON.stringify(workbook, (_, value) => (value instanceof Map ? [...value.values()] : value)),
    ];
    for (const text of written) {
      expect(text).toContain('特定目标01100149');
      expect(text).not.toContain(canary);
      expect(text).not.toMatch(/![A-Z]{1,2}\d+/);
    }
  });

  testIf(isInstalled('chromium'), 'chromium')(
    'axe-core finds nothing, at a desk and on a phone, and nothing but tables is wider than the window',
    async () => {
      const browser = await launch('chromium');
      try {
        const page = await browser.newPage();
        for (const width of [1280, 390]) {
          await page.setViewport({ width, height: 844 });
          await page.goto(`file://${onDisk('比较.html', Buffer.from(comparisonPage(comparison)))}`);
          expect(await accessibilityFaults(page)).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        }
      } finally {
        await browser.close();
      }
    },
    180_000,
  );
});

describe('the command', () => {
  let terminal: Terminal;
  const path = (name: string) => join(terminal.folder, name);
  const run = (options: Partial<compare.CompareOptions> = {}) =>
    compare.run(
      {
        before: path('前.xlsx'),
        after: path('后.zip'),
        all: false,
        force: false,
        json: false,
        color: false,
        ...options,
      },
      terminal.context,
    );
  beforeEach(() => {
    terminal = openTerminal();
    writeFileSync(path('前.xlsx'), sampleBytes('2026-unit'));
    writeFileSync(path('后.zip'), writeDataPackage(after));
    writeFileSync(path('同.zip'), writeDataPackage(before));
  });
  afterEach(() => terminal.close());

  test('0 where two versions are the same, 1 where they are not, in words and as JSON', async () => {
    expect(await run({ after: path('同.zip') })).toBe(exitCodes.fine);
    expect(terminal.said().out).not.toContain('完全一样');
    expect(await run({ after: path('前.xlsx') })).toBe(exitCodes.fine);
    expect(terminal.said().out).toContain('两份文件的内容完全一样');
    expect(await run()).toBe(exitCodes.findings);
    expect(terminal.said().out).toContain('后：后.zip（公开数据，2026 年）');
    const told = terminal.said().out.length;
    expect(await run({ json: true })).toBe(exitCodes.findings);
    const read = JSON.parse(terminal.said().out.slice(told));
    expect(read).toMatchObject({ relation: 'versions', figures: { changed: [{ name: '政府采购' }, {}, {}] } });
    expect(JSON.stringify(read)).not.toContain('"size"');
  });

  test('-o writes a workbook or a page, and nothing else, and not over what is there', async () => {
    await run({ output: path('改动.html') });
    await run({ output: path('改动.xlsx') });
    expect(readFileSync(path('改动.html'), 'utf8')).toMatch(/^<!DOCTYPE html>/);
    expect(readWorkbook(readFileSync(path('改动.xlsx')), '改动.xlsx').ok).toBe(true);
    await expect(run({ output: path('改动.html') })).rejects.toMatchObject({ exitCode: exitCodes.cannotWrite });
    await expect(run({ output: path('前.xlsx'), force: true })).rejects.toMatchObject({
      exitCode: exitCodes.cannotWrite,
    });
    await expect(run({ output: path('改动.pdf') })).rejects.toMatchObject({ exitCode: exitCodes.usage });
    expect(existsSync(path('改动.pdf'))).toBe(false);
  });

  test('a file that is no disclosure is refused with its reason', async () => {
    writeFileSync(path('坏.zip'), new Uint8Array([0x50, 0x4b, 3, 4, 0]));
    writeFileSync(path('通知.html'), '<p>关于召开会议的通知</p>');
    for (const [name, reason] of [
      ['坏.zip', '坏.zip'],
      ['通知.html', '没有认出'],
    ] as const) {
      const refused = run({ after: path(name) });
      await expect(refused).rejects.toMatchObject({ exitCode: exitCodes.unreadable });
      await expect(refused).rejects.toThrow(reason);
    }
    const two = { ...before, figures: [...before.figures, { ...before.figures[0], entity: '某某局' }] };
    writeFileSync(path('两家.zip'), writeDataPackage(two as typeof before));
    await expect(run({ after: path('两家.zip') })).rejects.toThrow('几个部门');
  });
});
