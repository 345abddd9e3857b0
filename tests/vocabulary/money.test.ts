import { describe, expect, test } from '@jest/globals';
import {
  amountText,
  compare,
  type DecimalOrigin,
  exactText,
  formatPrinted,
  isFinerThanCent,
  isNegative,
  isZero,
  type Money,
  parseMoney,
  printedDifference,
  printedPercent,
  printedWan,
  roundingAllowance,
  subtract,
  sum,
} from '../../src/vocabulary/money.js';

function yuan(text: string, origin: DecimalOrigin = 'exact'): Money {
  const amount = parseMoney(text, 'yuan', origin);
  if (!amount) throw new Error(text);
  return amount;
}
const wan = (text: string): string => formatPrinted(printedWan(yuan(text)));

describe('an amount in 元 is printed in 万元, rounded once, half up, to two decimals', () => {
  test.each([
    ['0', '0.00'],
    ['49.99', '0.00'],
    ['50', '0.01'],
    ['50.00', '0.01'],
    ['149.99', '0.01'],
    ['150', '0.02'],
    ['7450', '0.75'],
    ['10050', '1.01'],
    ['10049.99', '1.00'],
    ['10150', '1.02'],
    ['10250', '1.03'],
    ['2687760', '268.78'],
    ['43609700', '4,360.97'],
    ['99999950', '10,000.00'],
    ['9999999949.99', '999,999.99'],
    ['9999999999999.99', '1,000,000,000.00'],
    ['123456789012.34', '12,345,678.90'],
  ])('%s 元 is %s 万元', (amount, printed) => {
    expect(wan(amount)).toBe(printed);
  });

  test('1.005 万元 is 1.01, whatever a binary number makes of it', () => {
    for (const text of ['1.005', '1.0049999999999999']) {
      const amount = parseMoney(text, 'wan', 'binary');
      expect(amount && formatPrinted(printedWan(amount))).toBe('1.01');
    }
    expect(formatPrinted(printedWan(parseMoney('1.0049999999999999', 'wan', 'exact') ?? yuan('0')))).toBe('1.00');
  });

  test('a difference below half a 分 never prints a minus sign', () => {
    const small = printedDifference(printedWan(yuan('0')), printedWan(yuan('49')));
    expect(formatPrinted(small)).toBe('0.00');
    expect(formatPrinted(printedWan(subtract(yuan('0'), yuan('1'))))).toBe('0.00');
    expect(formatPrinted(printedWan(subtract(yuan('0'), yuan('50'))))).toBe('-0.01');
  });
});

describe('a spreadsheet number means the 15 digits that the office saw', () => {
  test.each([
    ['0.30000000000000004', '0.3'],
    ['36700.100000000006', '36700.1'],
    ['1.0049999999999999', '1.005'],
    ['22398912.5', '22398912.5'],
    ['9999999999999.99', '9999999999999.99'],
    ['4.3609700000000001E7', '43609700'],
    ['1E3', '1000'],
    ['-0', '0'],
  ])('%s is %s', (stored, meant) => {
    expect(exactText(yuan(stored, 'binary'))).toBe(meant);
  });

  test('an amount typed as text means every digit', () => {
    expect(exactText(yuan('1234567890123456.78'))).toBe('1234567890123456.78');
    expect(isFinerThanCent(yuan('0.001'))).toBe(true);
    expect(isFinerThanCent(yuan('0.0100'))).toBe(false);
  });

  test.each([
    '',
    ' ',
    '1,234',
    '１２',
    '12abc',
    '0x10',
    '1e',
    'NaN',
    'Infinity',
    '--1',
    '1.2.3',
    '.',
    '1E9999',
    '#REF!',
    '万',
  ])('“%s” is no amount', (text) => {
    expect(parseMoney(text, 'yuan', 'exact')).toBeUndefined();
    expect(parseMoney(text, 'yuan', 'binary')).toBeUndefined();
  });
});

describe('amounts are added exactly', () => {
  test('a thousand times one 分 is ten 元', () => {
    expect(exactText(sum(Array.from({ length: 1000 }, () => yuan('0.01'))))).toBe('10');
  });

  test('the total of rounded rows may differ from the rounded total: 5,551.05 + 39.70 prints 5,590.76', () => {
    const [a, b] = [yuan('55510540'), yuan('397020')];
    expect([a, b, sum([a, b])].map((amount) => formatPrinted(printedWan(amount)))).toEqual([
      '5,551.05',
      '39.70',
      '5,590.76',
    ]);
  });

  test('order makes no difference, and signs are told exactly', () => {
    const amounts = ['0.01', '9999999999999.99', '0.02', '-9999999999999.99'].map((text) => yuan(text));
    expect(exactText(sum(amounts))).toBe('0.03');
    expect(exactText(sum([...amounts].reverse()))).toBe('0.03');
    expect(compare(yuan('1.10'), yuan('1.1'))).toBe(0);
    expect(isZero(yuan('0.00'))).toBe(true);
    expect([isNegative(yuan('-0')), isNegative(yuan('-0.01'))]).toEqual([false, true]);
  });
});

test('万元 in the workbook is ten thousand 元, exactly', () => {
  const amount = parseMoney('4360.97', 'wan', 'binary');
  expect(amount && exactText(amount)).toBe('43609700');
  expect(amount && amountText(amount, 'yuan')).toBe('43,609,700.00元');
});

test('rounding of n amounts to 0.01 万元 may add up to n × 50 元', () => {
  expect(exactText(roundingAllowance(12))).toBe('600');
});

test('a share of nothing has no value', () => {
  expect(printedPercent(printedWan(yuan('100')), printedWan(yuan('49')))).toBeUndefined();
});
