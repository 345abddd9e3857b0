import { describe, expect, test } from '@jest/globals';
import { builtinDisplay, displayOf } from '../../../src/workbook/read/styles.js';
import { cellsIn } from './support.js';

describe('number formats that show an amount', () => {
  test.each([
    'General',
    '0.00',
    '#,##0.00_ ',
    '0.00\\d',
    '#,##0.00_d',
    '0.00人民币d',
    '0.00"元 ymd"',
    '[Red]0.00',
    '[$-804]0',
    '* #,##0.00_-;-* #,##0.00_-;* "-"??_-;_-@_-',
    '0!.0,"万元"',
    '0.00\\%',
    '0"%"',
    '@',
    '0.0年',
    '[>100]0',
    '0.00E+00',
    '"d',
  ])('%s', (code) => expect(displayOf(code)).toBe('plain'));
});

describe('number formats that show a date or a time', () => {
  test.each([
    'yyyy-mm-dd',
    'yyyy"年"m"月"d"日";@',
    'yyyy年m月d日',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'h:mm AM/PM',
    '[h]:mm:ss',
    '[mm]:ss.00',
    'm/d/yy',
    '[DBNum1][$-804]yyyy"年"m"月"',
    'aaaa',
    'YYYY/M/D',
  ])('%s', (code) => expect(displayOf(code)).toBe('date'));
});

test.each(['0%', '0.00%', '#,##0.0%;[Red]-0.0%', '0.00 %'])('%s shows a percentage', (code) => {
  expect(displayOf(code)).toBe('percent');
});

test('built-in formats', () => {
  const ids = Array.from({ length: 60 }, (_, id) => id);
  expect(ids.filter((id) => builtinDisplay(id) === 'percent')).toEqual([9, 10]);
  expect(ids.filter((id) => builtinDisplay(id) === 'date')).toEqual([
    14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
    57, 58,
  ]);
});

test('a cell shows its number by its own cell format; other cells are plain', () => {
  const cells = cellsIn(
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c><c r="C1" s="2"><v>1</v></c><c r="D1" s="3"><v>1</v></c>' +
      '<c r="E1" s="99"><v>1</v></c><c r="F1" s="1" t="str"><v>一</v></c></row>',
    { formats: [14, '0.0%', '0.00_d'] },
  );
  expect(Object.values(cells).map((cell) => cell.display)).toEqual([
    'plain',
    'date',
    'percent',
    'plain',
    'plain',
    'plain',
  ]);
});

test('a format code that was made to be slow is plain at once', () => {
  expect(displayOf('['.repeat(5_000_000))).toBe('plain');
});
