/** What findings say, in the words and the unit of the office. */
import { describe, expect, test } from '@jest/globals';
import { waitingText } from '../../src/diagnostics/counts.js';
import type { Finding } from '../../src/diagnostics/finding.js';
import { address } from '../../src/vocabulary/cells.js';
import { type Book, sampleBook } from '../support/book.js';

const told = (book: Book, code: string): Finding[] => book.examine().findings.filter((found) => found.code === code);

const unnamed = (code: string) =>
  sampleBook('2026-unit').set('基本支出（功能）', 1, { 功能科目编码: code, 科目名称: '' });

describe('a code without a name', () => {
  test('is told once, with the parents that are missing too and no code of another 类', () => {
    const [found, ...others] = told(unnamed('2290201'), 'R02');
    expect(others).toEqual([]);
    expect(found?.message).toBe('编码 2290201 在“科目名称”表中没有，上级科目 22902、229 也没有。');
    expect(found?.remedy).toContain('补上 2290201、22902、229，每个编码一行');
    expect(told(unnamed('2290201'), 'R03')).toEqual([]);
  });

  test('is held against one of its 类 that differs in one digit', () => {
    expect(told(unnamed('2080511'), 'R02')[0]?.message).toContain('是不是 2080501 行政单位离退休');
    expect(told(unnamed('2080571'), 'R02')[0]?.message).toContain('是不是 2080501');
    expect(told(unnamed('2081571'), 'R02')[0]?.message).not.toContain('是不是');
  });
});

describe('a name that is not registered', () => {
  const project = '机关运行补助经费';
  const places = (found: Finding | undefined) => found?.related.map((at) => `${at.sheet}!${address(at)}`);

  test('is told once for all sheets, with the like one that nothing uses as the one that is misspelt', () => {
    const book = sampleBook('2025-department').set('项目信息', 1, { 项目名称: '机关运转补助经费' });
    const rows = book.rows('项目支出').filter((row) => row.项目名称 === project);
    for (const row of rows) book.add('项目支出', { ...row, 功能科目编码: '2150599' });
    const [found, ...others] = told(book, 'R01');
    expect(others).toEqual([]);
    expect(found?.message).toContain(
      '该表 B4 登记的“机关运转补助经费”与它相近，别处又没有用到，多半是登记的名称写错了',
    );
    expect(places(found)).toContain('项目信息!B4');
  });

  test('of one cell alone: either may be misspelt', () => {
    const found = told(sampleBook('2025-department').set('项目信息', 1, { 项目名称: '机关运转补助经费' }), 'R01');
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('两处必有一处写错')]);
  });

  test('has the like one offered that is used elsewhere', () => {
    const book = sampleBook('2025-department');
    const [row = {}] = book.rows('项目支出').filter((one) => one.项目名称 === project);
    book.add('项目支出', { ...row, 项目名称: '机关运行补助', 功能科目编码: '2150599' });
    expect(told(book, 'R01')[0]?.message).toContain(`，是不是“${project}”`);
  });

  test('has none offered that shares no more than a word', () => {
    const book = sampleBook('2025-department').set('项目支出', 1, { 项目名称: '教育培训项目经费' });
    expect(told(book, 'R01')[0]?.message).toMatch(/没有，也没有相近的名称。$/);
  });

  test('is registered under another unit: that is said', () => {
    const book = sampleBook('2026-department');
    for (const row of book.rows('项目信息')) row.是否公开 = '公开';
    const [first, second] = book.rows('预算单位').map((row) => row.单位名称 ?? '');
    const at = book.rows('项目支出').findIndex((row) => row.预算单位 === second);
    book.set('项目支出', at + 1, { 预算单位: first ?? '' });
    expect(told(book, 'R01')[0]?.message).toContain(`，这个项目登记在“${second}”之下`);
  });
});

describe('amounts', () => {
  const wrongTotal = (unit: '元' | '万元', amount: string) =>
    sampleBook('2026-unit')
      .fill('基本信息', { 金额单位: unit })
      .add('批复数核对', { 核对项目: '“三公”经费', 批复数: amount });

  test('stand in the unit of the workbook, with separators and the unit', () => {
    const yuan = told(wrongTotal('元', '1234567.5'), 'T10')[0];
    expect(yuan?.expected).toBe('1,234,567.50元');
    const wan = told(wrongTotal('万元', '1234.5675'), 'T10')[0];
    expect(wan?.expected).toBe('1,234.5675万元');
    expect(wan?.message).not.toMatch(/\d元/);
  });

  test('of a cell are quoted alike', () => {
    const minus = sampleBook('2026-unit').set('上年对比', 1, { 上年预算数: '-12345' });
    expect(told(minus, 'C08')[0]?.message).toContain('是负数 -12,345.00元');
    const fine = sampleBook('2026-unit').set('上年对比', 1, { 上年预算数: '12345.678' });
    expect(told(fine, 'C09')[0]?.message).toContain('为 12,345.678元');
  });

  test('of one finding have one unit: the reason of a change speaks in 元 where the workbook does', () => {
    const found = told(sampleBook('2026-unit').set('上年对比', 1, { 主要原因: '' }), 'N01')[0];
    expect(found?.message).toMatch(/本年 [\d,]+\.\d\d元，上年 [\d,]+\.\d\d元/);
  });
});

describe('two sums that differ by no more than rounding to 万元', () => {
  const text = (book: Book, code: string) => told(book, code)[0]?.remedy;

  test('a control total known in 万元 only: to be typed exactly or left out', () => {
    const book = sampleBook('2026-unit');
    const { 人员经费 } = book.row('基本支出（功能）', 1);
    expect(text(book.set('基本支出（功能）', 1, { 人员经费: String(Number(人员经费) + 33) }), 'T10')).toContain(
      '请清空这一格',
    );
    const far = book.set('基本支出（功能）', 1, { 人员经费: String(Number(人员经费) + 330_000) });
    expect(text(far, 'T10')).not.toContain('尾差');
  });

  test('a line typed in 万元: the difference goes to the largest', () => {
    const book = sampleBook('2026-unit');
    const line = book.row('基本支出（经济）', 1);
    book.set('基本支出（经济）', 1, { 金额: String(Number(line.金额) + 50) });
    expect(text(book, 'T01')).toContain('把尾差调在金额最大的一行');
    book.set('基本支出（经济）', 1, { 金额: String(Number(line.金额) + 50_000) });
    expect(text(book, 'T01')).not.toContain('尾差');
  });
});

test('a date is asked for as one of the workbook’s own year', () => {
  const found = told(sampleBook('2025-department').fill('基本信息', { 落款日期: '二月' }), 'C20')[0];
  expect(found?.message).toContain('应写成“2025年2月27日”');
});

test('hidden rows and columns are named as ranges', () => {
  const book = sampleBook('2026-unit').sheet('项目支出', (sheet) => {
    for (const row of [4, 5, 6, 8]) sheet.hiddenRows.add(row);
    for (const column of [3, 2, 5]) sheet.hiddenColumns.add(column);
  });
  const texts = told(book, 'S07').map(({ message }) => message);
  expect(texts).toEqual([expect.stringContaining('有 B:C、E 列被隐藏'), expect.stringContaining('第4至6、8行被隐藏')]);
});

test('what a list expects is told even where what was typed may not be', () => {
  const found = told(sampleBook('2026-unit').set('项目信息', 4, { 是否公开: '是' }), 'C10')[0];
  expect(found?.message).toMatch(/填的是“（为防泄露不显示）”，应为：公开、不予公开。$/);
});

test('checks that wait are counted, and the first of them named', () => {
  expect(waitingText([])).toBe('');
  expect(waitingText(['甲', '乙'])).toMatch(/2 项.*：甲、乙。/);
  expect(waitingText([...'一二三四五六七八九'])).toMatch(/9 项.*：一、二、三、四、五、六、七、八等。/);
});

test('a code of the explanations has its name beside it', () => {
  const found = told(sampleBook('2026-unit').remove('上年对比（科目）', 3), 'N04')[0];
  expect(found?.message).toMatch(/科目 \d{7} \p{Script=Han}+ 本年/u);
});

test('the example of a workbook of any year, left as it stood, is no text', () => {
  const left = (text: string) =>
    told(sampleBook('2025-department').fill('预算绩效情况', { 年度绩效目标: text }), 'C11').map(({ found }) => found);
  expect(left('本部门2025年计划……')).toEqual(['本部门2025年计划……']);
  expect(left('本部门2025年计划完成三件事。')).toEqual([]);
});

test('a year without a form is one finding, whatever else stands in the workbook', () => {
  const book = sampleBook('2026-unit').fill('基本信息', { 预算年度: '2031', 落款日期: '' }).remove('预算单位', 1);
  expect(book.examine().findings.map(({ code }) => code)).toEqual(['S12']);
});

test('a purpose that names an unregistered project is not quoted while projects are withheld', () => {
  const named = (book: Book) => book.set('支出用途', 1, { 主要用于: '人员经费和“某某秘密工程”项目支出' });
  expect(told(named(sampleBook('2025-department')), 'N21')[0]?.message).toContain('“某某秘密工程”');
  const found = told(named(sampleBook('2026-unit')), 'N21')[0];
  expect(found).toBeDefined();
  expect(JSON.stringify(found)).not.toContain('秘密工程');
});
