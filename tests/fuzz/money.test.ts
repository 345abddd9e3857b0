/**
 * Amounts, rates and rounding against exact fractions (BigInt): two ways of computing that share nothing (FORM money-1
 * to money-5).
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  compare,
  exactText,
  formatPrinted,
  type Money,
  type PrintedDecimal,
  parseMoney,
  printedDifference,
  printedPercent,
  printedWan,
  subtract,
  sum,
} from '../../src/vocabulary/money.js';

/** numerator ÷ 10^places */
interface Fraction {
  readonly units: bigint;
  readonly places: number;
}

const power = (places: number): bigint => 10n ** BigInt(places);

/** A plain decimal text with or without exponent. */
function fractionOf(text: string): Fraction {
  const [, sign = '', whole = '', part = '', exponent = '0'] =
    /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const units = BigInt(`${whole}${part}` || '0') * (sign === '-' ? -1n : 1n);
  const places = part.length - Number(exponent);
  return places >= 0 ? { units, places } : { units: units * power(-places), places: 0 };
}

/** a ÷ b to hundredths, half away from zero, as printed: `-1,234.50`. */
function hundredths(numerator: bigint, denominator: bigint): string {
  const negative = numerator < 0n !== denominator < 0n;
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  const rounded = (n * 200n + d) / (d * 2n);
  const whole = String(rounded / 100n).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${negative && rounded > 0n ? '-' : ''}${whole}.${String(rounded % 100n).padStart(2, '0')}`;
}

const money = (text: string, unit: 'yuan' | 'wan' = 'yuan'): Money => {
  const value = parseMoney(text, unit, 'exact');
  if (!value) throw new Error(text);
  return value;
};
/** An amount in 分 as 元. */
const yuan = (cents: bigint): string => {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const printedOf = (cents: bigint): PrintedDecimal => printedWan(money(yuan(cents)));

/** Amounts up to ten trillion 元 in 分, many of them at the border between two roundings. */
const amounts = fc.oneof(
  fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
  fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }).map((n) => n * 10_000n + 5_000n),
  fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }).map((n) => n * 10_000n + 4_999n),
  fc.constantFrom(0n, 1n, 4_999n, 5_000n, -5_000n, -4_999n),
);
/** Printed amounts, in hundredths of 万元. */
const prints = amounts.map((cents) => ({ cents, hundredths: roundedHundredths(cents) }));

function roundedHundredths(cents: bigint): bigint {
  const size = ((cents < 0n ? -cents : cents) * 2n + 10_000n) / 20_000n;
  return cents < 0n ? -size : size;
}

const runs = { numRuns: 3000, seed: 20260227 };

describe('against exact fractions', () => {
  test('元 to 万元 as printed', () => {
    fc.assert(
      fc.property(amounts, (cents) => {
        expect(formatPrinted(printedOf(cents))).toBe(hundredths(cents, 1_000_000n));
      }),
      runs,
    );
  });

  test('万元 typed with up to six decimals', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.nat({ max: 6 }), (units, places) => {
        const digits = String(units).padStart(places + 1, '0');
        const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
        expect(formatPrinted(printedWan(money(text, 'wan')))).toBe(hundredths(units, power(places)));
      }),
      runs,
    );
  });

  test('shares and rates, from printed amounts', () => {
    fc.assert(
      fc.property(prints, prints, (part, whole) => {
        const percent = printedPercent(printedOf(part.cents), printedOf(whole.cents));
        if (whole.hundredths === 0n) expect(percent).toBeUndefined();
        else expect(percent && formatPrinted(percent)).toBe(hundredths(part.hundredths * 100n, whole.hundredths));
      }),
      runs,
    );
  });

  test('changes, from printed amounts', () => {
    fc.assert(
      fc.property(prints, prints, (now, last) => {
        const change = printedDifference(printedOf(now.cents), printedOf(last.cents));
        expect(formatPrinted(change)).toBe(hundredths(now.hundredths - last.hundredths, 100n));
      }),
      runs,
    );
  });

  test('sums, differences and order are exact, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 60 }), amounts, (list, other) => {
        const total = list.reduce((a, b) => a + b, 0n);
        const all = list.map((cents) => money(yuan(cents)));
        const same = (value: Money, cents: bigint) => {
          const { units, places } = fractionOf(exactText(value));
          return units * 100n === cents * power(places);
        };
        expect(same(sum(all), total)).toBe(true);
        expect(compare(sum(all), sum([...all].reverse()))).toBe(0);
        expect(same(subtract(sum(all), money(yuan(other))), total - other)).toBe(true);
        expect(Math.sign(compare(sum(all), money(yuan(other))))).toBe(total < other ? -1 : total > other ? 1 : 0);
      }),
      { ...runs, numRuns: 600 },
    );
  });
});

describe('reading numbers', () => {
  test('any text is an amount of exactly that value, or none', () => {
    const numeral = fc.stringMatching(/^[+-]?\d{0,20}(\.\d{0,12})?([eE][+-]?\d{1,3})?$/);
    fc.assert(
      fc.property(fc.oneof(numeral, fc.string(), fc.string({ unit: 'binary' })), (text) => {
        const value = parseMoney(text, 'yuan', 'exact');
        if (value === undefined) return;
        const [typed, read] = [fractionOf(text), fractionOf(exactText(value))];
        expect(typed.units * power(read.places) === read.units * power(typed.places)).toBe(true);
      }),
      runs,
    );
  });

  test('what a spreadsheet stores of an amount with two decimals reads as that amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (cents) => {
        // the double nearest to it, with the 17 digits that Excel writes
        const stored = (cents / 100).toPrecision(17).replace(/\.?0+$/, '');
        const value = parseMoney(stored, 'yuan', 'binary');
        expect(value && compare(value, money(yuan(BigInt(cents))))).toBe(0);
      }),
      runs,
    );
  });

  test('sums that a spreadsheet has computed read as what they mean', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 1, maxLength: 30 }), (list) => {
        const binary = list.reduce((total, cents) => total + cents / 100, 0);
        const value = parseMoney(String(binary), 'yuan', 'binary');
        const exact = list.reduce((total, cents) => total + BigInt(cents), 0n);
        expect(value && compare(value, money(yuan(exact)))).toBe(0);
      }),
      runs,
    );
  });
});

test('never -0.00, always two decimals and separators', () => {
  fc.assert(
    fc.property(amounts, (cents) => {
      expect(formatPrinted(printedOf(cents))).toMatch(/^(?!-0\.00$)-?\d{1,3}(,\d{3})*\.\d\d$/);
    }),
    runs,
  );
});
