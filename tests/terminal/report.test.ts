/** What an officer reads in the terminal. */
import { expect, test } from '@jest/globals';
import { finding } from '../../src/diagnostics/finding.js';
import { findingsText, plainStyle } from '../../src/terminal/report.js';

const sheet = '国有资产';
const missing = (row: number, column: string, help = '没有的填 0。') =>
  finding('C01', { at: { sheet, row, column: 2 }, row: '“国有资产”表', column, values: { help } });

test('what is said of several cells is said once, with all of them', () => {
  const text = findingsText([missing(4, '房屋价值'), missing(5, '办公家具价值'), missing(9, '房屋面积')], plainStyle);
  expect(text.match(/C01/g)).toHaveLength(1);
  expect(text).toContain('共 3 处：“房屋价值”B4、“办公家具价值”B5、“房屋面积”B9');
});

test('cells of one column that follow one another are a range', () => {
  const rows = [4, 5, 6, 9].map((row) => missing(row, '金额'));
  expect(findingsText(rows, plainStyle)).toContain('共 4 处：“金额”B4:B6、B9');
});

test('what differs in more than the place is told by itself', () => {
  const text = findingsText([missing(4, '房屋价值'), missing(5, '办公家具价值', '按账面原值填。')], plainStyle);
  expect(text.match(/C01/g)).toHaveLength(2);
  expect(text).toContain('B4  错误 C01  “国有资产”表的“房屋价值”没有填写。');
});
