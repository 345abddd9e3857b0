/** This year against last year (FORM money-3 to money-5): from printed amounts, direction from exact ones. */
import { describe, expect, test } from '@jest/globals';
import { compareYears } from '../../src/figures/comparison.js';
import { sumOfCells } from '../../src/figures/figure.js';
import { parseMoney } from '../../src/vocabulary/money.js';

function amount(id: string, text: string) {
  const value = parseMoney(text, 'yuan', 'exact');
  if (!value) throw new Error(text);
  return sumOfCells(id, [{ amount: value, at: { sheet: '表', row: 1, column: 1 } }]);
}

function told(now: string, last: string, whole = now) {
  const { share, change, rate, increased, bothZero } = compareYears(
    amount('本年', now),
    amount('上年', last),
    amount('合计', whole),
    undefined,
  );
  const words = increased ? ['增加', '增长'] : ['减少', '下降'];
  return { text: `${words[0]}${change.text}万元，${words[1]}${rate.text}%`, share: share.text, bothZero };
}

describe('change and rate', () => {
  test.each([
    ['22398900', '21449000', '增加94.99万元，增长4.43%'],
    ['20620000', '22640000', '减少202.00万元，下降8.92%'],
    ['590800', '16032000', '减少1,544.12万元，下降96.31%'],
    // the whole amount again, and more than all of it
    ['18750000', '9370000', '增加938.00万元，增长100.11%'],
    ['200', '100', '增加0.01万元，增长100.00%'],
  ])('%s 元 against %s 元: %s', (now, last, text) => {
    expect(told(now, last).text).toBe(text);
  });

  test('from nothing to something is 100 per cent', () => {
    expect(told('629900', '0').text).toBe('增加62.99万元，增长100.00%');
  });

  test('from something to nothing is 100 per cent down', () => {
    expect(told('0', '629900').text).toBe('减少62.99万元，下降100.00%');
  });

  test('nothing in both years is 增加 0.00 and 增长 0.00%', () => {
    expect(told('0', '0')).toEqual({ text: '增加0.00万元，增长0.00%', share: '0.00', bothZero: true });
  });

  test('no change is 增加 0.00', () => {
    expect(told('108000', '108000').text).toBe('增加0.00万元，增长0.00%');
  });

  test('a fall of a few 元 prints 减少 0.00, a rise 增加 0.00', () => {
    expect(told('15251897', '15251900').text).toBe('减少0.00万元，下降0.00%');
    expect(told('15251903', '15251900').text).toBe('增加0.00万元，增长0.00%');
  });

  test('a last year that prints 0.00 counts as nothing when the change prints', () => {
    expect(told('62990', '49').text).toBe('增加6.30万元，增长100.00%');
    expect(told('30', '20').text).toBe('增加0.00万元，增长0.00%');
  });

  test('both are made from print, so that a reader can check them: 0.03 − 0.01 is 0.02, though exactly it is 0.0101', () => {
    expect(told('251', '149').text).toBe('增加0.02万元，增长200.00%');
  });
});

describe('shares', () => {
  test.each([
    ['22398900', '43609700', '51.36'],
    ['3443900', '43018900', '8.01'],
    ['1', '3', '0.00'],
    ['20000', '30000', '66.67'],
    ['12500', '100000000', '0.01'],
    ['10000', '80000', '12.50'],
    ['43609700', '43609700', '100.00'],
  ])('%s 元 of %s 元 is %s%%', (part, whole, share) => {
    expect(told(part, '0', whole).share).toBe(share);
  });

  test('half a hundredth is rounded up', () => {
    // 1.00 / 800.00 × 100 = 0.125
    expect(told('10000', '0', '8000000').share).toBe('0.13');
  });
});
