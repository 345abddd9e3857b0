/** What an office may state otherwise than computed: the stated figure is printed, and the difference is told. */
import { expect, test } from '@jest/globals';
import { type Book, sampleBook, short } from '../support/book.js';
import { goalTables, sentences } from '../support/document.js';

const texts = (book: Book) => sentences(book.compose().tree).map(({ text }) => text);

test('the number of projects', () => {
  const [computed, stated] = [sampleBook('2026-unit'), sampleBook('2026-unit')];
  stated.fill('预算绩效情况', { 当年预算安排项目个数: '12' });
  expect(texts(computed).join()).toContain('当年预算安排项目共8个');
  expect(texts(stated).join()).toContain('当年预算安排项目共12个');
  expect(stated.examine().findings.map(short)).toEqual(['N18 项目信息!B13', 'N20 预算绩效情况!B8']);
});

test('the money of the whole department’s goal, cell by cell', () => {
  const computed = sampleBook('2026-department').fill('预算绩效情况', {
    ...{ '财政资金：上级安排': '', '财政资金：本级安排': '', 其他资金: '', 当年预算安排项目个数: '' },
  });
  const money = (book: Book) => (goalTables(book.compose().tree)[0]?.grid ?? []).slice(4, 8).map((row) => row.at(-1));
  expect(money(computed)).toEqual(['17.00', '6,623.10', '39.70', '6,679.80']);
  expect(money(computed.fill('预算绩效情况', { 其他资金: '0' }))).toEqual(['17.00', '6,623.10', '0.00', '6,640.10']);
});

test('the money of a project’s goal', () => {
  const book = sampleBook('2026-unit').set('项目绩效目标', 5, { 财政拨款: '500000', 其他资金: '10000' });
  const row = goalTables(book.compose().tree)[4]?.grid[2] ?? [];
  expect(row.filter((cell) => /\d/.test(cell) && cell !== '')).toEqual(
    expect.arrayContaining(['51.00', '50.00', '1.00']),
  );
  expect(book.examine().findings.map(short)).toEqual([
    'N18 项目信息!B13',
    'T09 项目绩效目标!D8',
    'T09 项目绩效目标!E8',
  ]);
});

test('the carrying unit of a project', () => {
  const book = sampleBook('2026-unit').set('项目信息', 2, { 项目承担单位: '某某中心' });
  expect(texts(book)).toContain('项目承担单位：某某中心');
});
