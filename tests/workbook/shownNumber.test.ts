/** A number whose format shows another one is told from one that is only rounded, parted or named. */
import { expect, test } from '@jest/globals';
import { shownOtherwise } from '../../src/model/bind/shownNumber.js';

const shown = (text: string, format: string, power = 0) =>
  shownOtherwise({ at: { sheet: '某表', row: 4, column: 2 }, kind: 'number', text, display: 'plain', format }, power);

test.each([
  ['5', '0"万元"', '5万元'],
  ['5', '0.00"万"', '5.00万'],
  ['5', '#,##0"千元"', '5千元'],
  ['5', 'General"亿"', '5亿'],
  ['123450', '#,##0,', '123'],
  ['123450', '#"."####', '12.3450'],
  ['-5', ';;;', ''],
])('%s under %s', (text, format, seen) => {
  expect(shown(text, format)).toBe(seen);
});

test.each([
  ['123450', '#,##0.00'],
  ['123450', '0\\.0,"万"'],
  ['123450', '0!.0,"万元"'],
  ['5000000', '0.0,,"百万"'],
  ['123450', '¥#,##0.00'],
  ['123450', '0"元"'],
  ['5.4', '0'],
  ['5.4', '0"元"'],
  ['-123450', '#,##0.00_);[Red](#,##0.00)'],
  ['0', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  ['123450', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  ['0', '#,##0.00;-#,##0.00;;'],
  ['123450', '[DBNum2]0'],
])('%s under %s is the same', (text, format) => expect(shown(text, format)).toBeUndefined());

test('in a workbook in 万元, 万元 beside the number is its unit, and 元 is not', () => {
  expect(shown('5', '0"万元"', 4)).toBeUndefined();
  expect(shown('5', '0.00', 4)).toBeUndefined();
  expect(shown('5', '0"元"', 4)).toBe('5元');
  expect(shown('5', '0"亿元"', 4)).toBe('5亿元');
});
