/** An office that begins: the blank workbook, half filled, and texts that no template has ever seen. */
import { describe, expect, test } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { blankPlan } from '../src/editions/blank.js';
import { renderDocx } from '../src/index.js';
import { type Content, writeWorkbook } from '../src/workbook/write/index.js';
import { type Book, short } from './support/book.js';
import { docxParagraphs, docxParts, sentences } from './support/document.js';
import { editions, examined } from './support/samples.js';
import { addProject, newCode, smallBook } from './support/small.js';

const unit = '某某市某某局';

/** A blank workbook of 2026 with some of it filled in, as the bytes of a file. */
async function begun(filled: Content): Promise<Uint8Array> {
  const plan = blankPlan(editions.load(2026), '单位');
  const entity = { ...plan.content.基本信息, ...filled.基本信息 };
  return writeWorkbook({ ...plan, spareRows: 5, content: { ...plan.content, ...filled, 基本信息: entity } });
}

describe('a blank workbook', () => {
  test('gets one list of all that is missing, at its cells, and what has to wait is named', async () => {
    const { findings, waiting } = examined('空白', await begun({}));
    const missing = findings.map(short);
    // 预算单位!A4 takes its name from 基本信息!B6 and is not asked for a second time
    expect(missing).toEqual([
      'C01 基本信息!B6',
      'C01 基本信息!B8',
      'S08 主要职能',
      'C01 预算单位!B4',
      'T15 基本支出（功能）',
      ...fixed('三公经费', 4, ['B', 'E']),
      ...fixed('上年对比', 15, ['B']),
      ...typed('政府采购', 6, ['B7']),
      ...typed('国有资产', 16, ['B6', 'B13']),
    ]);
    expect(findings.every(({ severity }) => severity === 'error')).toBe(true);
    expect(waiting).toContain('预算单位与公开类型');
  });
});

/** A required column of the rows that the blank workbook already has, or the answers of a form. */
const fixed = (sheet: string, rows: number, columns: readonly string[]): string[] =>
  Array.from({ length: rows }, (_, row) => columns.map((column) => `C01 ${sheet}!${column}${row + 4}`)).flat();

/** A form's fields without those that show a total. */
const typed = (sheet: string, count: number, totals: readonly string[]): string[] =>
  fixed(sheet, count, ['B']).filter((place) => !totals.some((total) => place.endsWith(`!${total}`)));

test('half filled, it gets one complete list: what is blank, what is wrong and what it says together', async () => {
  const rows: Content = {
    基本信息: { '部门（单位）名称': unit, 落款日期: '2026年2月27日' },
    主要职能: [{ 内容: '请填写' }],
    预算单位: [{ 单位名称: unit, 单位性质: '行政单位', 是否本级: '是' }],
    '基本支出（功能）': [
      { 预算单位: unit, 功能科目编码: '2150501', 资金来源: '一般公共预算', 人员经费: '1000000' },
      { 预算单位: unit, 功能科目编码: '2150501', 资金来源: '' },
    ],
    '基本支出（经济）': [{ 经济科目编码: '30101', 金额: '' }],
    项目信息: [{ 预算单位: unit, 项目名称: '甲项目', 是否公开: '公开' }],
    项目支出: [{ 预算单位: unit, 项目名称: '乙项目', 功能科目编码: '2150502', 资金来源: '一般公共预算' }],
    三公经费: [
      { 支出内容: '因公出国（境）费用', 一般公共预算: '0', 上年一般公共预算: '0' },
      { 支出内容: '公务接待费', 一般公共预算: '3000', 上年一般公共预算: '0' },
    ],
    政府采购: { 政府采购货物预算: '约3万元' },
    项目绩效目标: [{ 项目名称: '甲项目', 预算单位: unit }],
  };
  const { findings, waiting } = examined('半成', await begun(rows));
  expect(findings.map(short)).toEqual([
    'C11 主要职能!A4',
    'C13 基本支出（功能）!5',
    'C01 基本支出（功能）!D5',
    'C01 基本支出（经济）!D4',
    'C13 项目支出!4',
    'R01 项目支出!B4',
    ...['R09 三公经费', 'R09 三公经费'],
    ...fixed('上年对比', 15, ['B']),
    'C02 政府采购!B4',
    ...typed('政府采购', 6, ['B7']).slice(1),
    ...typed('国有资产', 16, ['B6', 'B13']),
    'C01 项目绩效目标!C4',
    'C01 项目绩效目标!F4',
  ]);
  expect(waiting).toEqual(expect.arrayContaining(['基本支出两张表一致', '“三公”经费增减原因', '项目说明']));
  for (const { message, remedy } of findings) {
    expect(`${message}${remedy}`).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
    expect(message).toMatch(/[\u4e00-\u9fff]/);
  }
});

test('a workbook of which any one sheet has been emptied never throws', () => {
  const names = Object.keys(smallBook().content);
  for (const name of names) {
    const book = addProject(newCode(smallBook(), '2010302'), '甲', '一般公共预算', '10000');
    book.sheet(name, (sheet) => sheet.rows.clear());
    expect(() => book.examine()).not.toThrow();
    expect(book.examine().findings.length).toBeGreaterThan(0);
  }
});

const nasty = {
  markup: '<p>甲 & 乙</p> "丙" <b>',
  template: '{{name}} {{{x}}} {{#each duties}} {{> cover}}',
  entities: '&lt;b&gt; &amp;amp; &#x41;',
  comment: '<!-- --> ]]> <![CDATA[x]]> <?xml?>',
  prototype: '__proto__ constructor toString',
  rareCharacters: '𠮷㐂　全角',
};

/** The small workbook with a text in every place that takes one. */
function everywhere(text: string): Book {
  const book = addProject(newCode(smallBook(), '2010302'), `项目${text}`, '一般公共预算', '10000', {
    ...{ 设立的政策依据: text, 项目承担单位: text, 资金分配情况: text, 资金执行时间: text, 绩效目标表: `目标${text}` },
  });
  addProject(book, `项目${text}`, '上年财政拨款结转-一般公共预算', '5000').set('项目信息', 1, { 结转资金用途: text });
  const name = `${text}局`; // a name that ends in a letter would run into the year (R21)
  book.fill('基本信息', { '部门（单位）名称': name }).set('预算单位', 1, { 单位名称: name });
  for (const sheet of ['基本支出（功能）', '项目信息', '项目支出']) {
    for (const row of book.rows(sheet)) row.预算单位 = name;
  }
  for (const sheet of ['上年对比', '上年对比（科目）']) for (const row of book.rows(sheet)) row.主要原因 = text;
  // of these the form says nothing while there is no money
  const silent = ['财政专户核拨', '单位资金', '非财政拨款结转结余'];
  for (const row of book.rows('上年对比')) if (silent.includes(row.对比事项 ?? '')) row.主要原因 = '';
  book.set('主要职能', 1, { 内容: text }).set('支出用途', 1, { 主要用于: text });
  book.add('补充名词解释', { 名词: text, 解释: text }).add('其他说明', { 内容: text });
  book.add('项目绩效目标', { 项目名称: `目标${text}`, 预算单位: name, 项目负责人: text, 项目总体目标: text });
  return book.add('项目绩效指标', {
    ...{ 项目名称: `目标${text}`, 一级指标: text, 二级指标: text, 三级指标: text, 指标值: text, 指标值设置依据: text },
    ...{ 上年完成值: text, 指标分值权重: '90', 指标赋分规则: text, 佐证资料: text },
  });
}

/** Every XML part of a .docx is well-formed. */
function expectWellFormed(bytes: Uint8Array): void {
  for (const [name, xml] of Object.entries(docxParts(bytes))) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.write(xml).close();
  }
}

const squeezed = (text: string) => text.replace(/\s+/g, '');

describe('what an office types is printed as it was typed', () => {
  test.each(Object.entries(nasty))('%s: %s', async (_, text) => {
    const book = everywhere(text);
    expect(book.examine().findings.map(short)).toEqual([]);
    const { facts, edition } = book.examine();
    const { tree, bytes } = await renderDocx(facts, edition);
    const wanted = squeezed(text);
    const paragraphs = docxParagraphs(bytes);
    expectWellFormed(bytes);
    expect(sentences(tree).map((sentence) => sentence.text)).toContain(`设立的政策依据：${wanted}`);
    for (const start of ['', '设立的政策依据：', '项目承担单位：', '资金分配情况：', '资金执行时间：', '十、']) {
      expect(paragraphs.some((paragraph) => paragraph.startsWith(`${start}${wanted}`))).toBe(true);
    }
    expect(paragraphs.filter((paragraph) => paragraph.includes(wanted)).length).toBeGreaterThan(20);
  });

  test('control characters, non-characters and bidi overrides are taken out, with a warning at the cell', async () => {
    const book = everywhere('甲\u0000\u0008\uFFFE\uFFFF\u202E\u2066乙\u2069\u200B\uD800丙');
    const { facts, edition, findings } = book.examine();
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['C15']));
    const { bytes } = await renderDocx(facts, edition);
    expectWellFormed(bytes);
    const all = Object.values(docxParts(bytes)).join('');
    expect(all).toContain('甲乙丙');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(all).not.toMatch(/[\u0000-\u0008\u202A-\u202E\u2066-\u2069\u200B\uFFFE\uFFFF]/);
  });

  test('a line break inside a cell is a line break in the document', async () => {
    const { facts, edition } = smallBook().set('主要职能', 1, { 内容: '第一行\r\n第二行\n\n第三行' }).examine();
    const { bytes } = await renderDocx(facts, edition);
    expect(docxParts(bytes)['word/document.xml']).toMatch(/第一行.*<w:br\/>.*第二行.*<w:br\/>.*第三行/s);
  });
});
