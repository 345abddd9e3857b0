/** How a finding is put into words, whatever it is about. */
import { expect, test } from '@jest/globals';
import { finding } from '../../src/diagnostics/finding.js';

const at = { sheet: '委托业务费', row: 4, column: 5 };

test('a value with quotes of its own has inner ones where the message quotes it; the value itself stays', () => {
  const found = finding('S04', { found: '“小升规”专项奖补资金' });
  expect(found.message).toContain('工作表“‘小升规’专项奖补资金”不是');
  expect(found.found).toBe('“小升规”专项奖补资金');
});

test('the cells concerned are the others', () => {
  const other = { ...at, row: 5 };
  const values = { difference: '1.00元', rounding: '' };
  const found = finding('T04', { at, found: '2.00元', expected: '1.00元', values, related: [{ ...at }, other] });
  expect(found.related).toEqual([other]);
});
