/** What has no money is counted nowhere and printed nowhere; the office is told. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { summaryOf } from '../src/document/summary.js';
import { publicParts, renderDocx } from '../src/index.js';
import { economicClasses, fundingSources } from '../src/vocabulary/terms.js';
import { layout } from '../src/workbook/layout/layout.js';
import { dataOf } from '../src/writers/data/dataOf.js';
import { type Book, sampleBook } from './support/book.js';
import { namesIn } from './support/samples.js';

const samples = namesIn('samples', '.xlsx');
const classes = economicClasses.map((key) => layout.projectSpending.columns[`c${key}`].header);

/** What stands beside the document: 图说, the page, the data, the summary of a batch. */
function besideOf(book: Book): string {
  const rendered = book.compose();
  const parts = publicParts(rendered.view, book.examine().edition);
  return JSON.stringify([parts, dataOf(rendered), summaryOf(rendered)]);
}

const bytesOf = async (book: Book): Promise<Buffer> => {
  const { facts, edition, findings } = book.examine();
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return Buffer.from((await renderDocx(facts, edition)).bytes);
};

/** Adds a project all of whose amounts are 0, with a performance table of its own and a commissioned item of 0. */
function addNothing(book: Book, source: string, disclosure: string, columns: readonly string[]): Book {
  const { 预算单位: unit = '', 功能科目编码: code = '' } = book.row('项目支出', 1);
  const name = '没有金额的项目';
  const zeros = Object.fromEntries(columns.map((column) => [column, '0']));
  book.add('项目信息', {
    预算单位: unit,
    项目名称: name,
    是否公开: disclosure,
    ...(disclosure === '公开' && { 绩效目标表: name }),
  });
  book.add('项目支出', { 预算单位: unit, 项目名称: name, 功能科目编码: code, 资金来源: source, ...zeros });
  if (disclosure !== '公开') return book;
  book.add('项目绩效目标', { 项目名称: name, 预算单位: unit, 项目负责人: '某某', 项目总体目标: '某目标。' });
  return book.add('项目绩效指标', {
    ...{
      项目名称: name,
      一级指标: '产出指标',
      二级指标: '数量指标',
      三级指标: '某数',
      指标值: '1',
      指标值设置依据: '某',
    },
    ...{ 上年完成值: '1', 指标分值权重: '1', 指标赋分规则: '某', 佐证资料: '某' },
  });
}

describe.each(samples)('%s', (sample) => {
  test('a project whose rows are all 0 changes no byte of the document, and the office is told', async () => {
    const before = await bytesOf(sampleBook(sample));
    const beside = besideOf(sampleBook(sample));
    const sources = fc.constantFrom(...Object.keys(fundingSources));
    const arbitrary = fc.tuple(sources, fc.constantFrom('公开', '不予公开'), fc.subarray(classes, { minLength: 1 }));
    await fc.assert(
      fc.asyncProperty(arbitrary, async ([source, disclosure, columns]) => {
        const book = addNothing(sampleBook(sample), source, disclosure, columns);
        const told = book.examine().findings.filter(({ code }) => code === 'R11');
        expect(told.map(({ at }) => at)).toEqual([book.at(['项目信息', book.rows('项目信息').length, '项目名称'])]);
        expect((await bytesOf(book)).equals(before)).toBe(true);
        expect(besideOf(book)).toBe(beside);
      }),
      { numRuns: 6, seed: 20261127 },
    );
  }, 120_000);

  test('one 元 is counted (so this can fail)', async () => {
    const book = addNothing(sampleBook(sample), Object.keys(fundingSources)[0] ?? '', '公开', [classes[1] ?? '']);
    const before = book.examine().facts;
    book.set('项目支出', book.rows('项目支出').length, { [classes[1] ?? '']: '1' });
    expect(book.examine().findings.map(({ code }) => code)).not.toContain('R11');
    expect(book.examine().facts).not.toEqual(before);
  });
});
