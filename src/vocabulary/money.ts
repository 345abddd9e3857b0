/**
 * Money, exact. The only file that imports decimal.js: every other file holds amounts as opaque values and asks here.
 * Source of the rules: FORM money-1 to money-5.
 */
import { Decimal as DecimalBase } from 'decimal.js';

/** Of our own, so that nobody else changes how it rounds (FACT decimal-3). */
const Decimal = DecimalBase.clone({ precision: 60, rounding: DecimalBase.ROUND_HALF_UP, toExpNeg: -60, toExpPos: 60 });

declare const money: unique symbol;
declare const quantity: unique symbol;
declare const printed: unique symbol;

/** An exact amount in 元. */
export interface Money {
  readonly [money]: true;
}

/** An exact number that is not money (平方米, 分值). */
export interface Quantity {
  readonly [quantity]: true;
}

/** A value as it stands in print: 万元 or % with two decimals. Shares and rates are computed from these. */
export interface PrintedDecimal {
  readonly [printed]: true;
}

const inner = (value: Money | Quantity | PrintedDecimal): DecimalBase => value as unknown as DecimalBase;
const asMoney = (value: DecimalBase): Money => value as unknown as Money;
const asPrinted = (value: DecimalBase): PrintedDecimal => value as unknown as PrintedDecimal;

/** decimal.js itself takes more for a number (FACT decimal-1). */
const plainDecimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/**
 * `binary`: the text is how a spreadsheet stored a binary number, with up to 17 digits; it is taken as the 15
 * significant digits that the office saw and typed (FACT number-1). `exact`: the text was typed as text and means every
 * digit.
 */
export type DecimalOrigin = 'binary' | 'exact';

/** The exact value of a plain decimal text (`-1234.5`, `1.2E3`), or undefined when it is none. */
function parseDecimal(text: string, origin: DecimalOrigin): DecimalBase | undefined {
  if (!plainDecimal.test(text)) return undefined;
  const value = new Decimal(text);
  return origin === 'binary' && text.length > 15 ? value.toSignificantDigits(15) : value;
}

/**
 * An amount typed in 元 (`yuan`) or 万元 (`wan`), in 元. The workbook says which, it is never guessed (FACT published-1).
 */
export function parseMoney(text: string, unit: 'yuan' | 'wan', origin: DecimalOrigin): Money | undefined {
  const value = parseDecimal(text, origin);
  return value && asMoney(unit === 'wan' ? value.times(10000) : value);
}

/** A number that is no money, exact; undefined where the text is none. */
export function parseQuantity(text: string, origin: DecimalOrigin): Quantity | undefined {
  return parseDecimal(text, origin) as unknown as Quantity | undefined;
}

export const zero: Money = asMoney(new Decimal(0));

/** Exact, in 元; of nothing it is zero. */
export function sum(amounts: Iterable<Money>): Money {
  let total = inner(zero);
  for (const amount of amounts) {
    // most sums of a document have one addend or none: nothing to compute
    if (!isZero(amount)) total = total.isZero() ? inner(amount) : total.plus(inner(amount));
  }
  return asMoney(total);
}

/** a − b, exact, in 元. */
export const subtract = (a: Money, b: Money): Money => asMoney(inner(a).minus(inner(b)));
/** Negative, zero or positive as a is less than, equal to or more than b. */
export const compare = (a: Money, b: Money): number => inner(a).comparedTo(inner(b));
/** Whether a is at least `factor` times b. */
export const isTimes = (a: Money, b: Money, factor: number): boolean => inner(a).gte(inner(b).times(factor));
/** Exactly zero: what only prints 0.00 is not. */
export const isZero = (value: Money | Quantity): boolean => inner(value).isZero();
/** Less than zero. */
export const isNegative = (value: Money | Quantity | PrintedDecimal): boolean =>
  inner(value).isNegative() && !inner(value).isZero();
/** An amount finer than 分. */
export const isFinerThanCent = (value: Money): boolean => inner(value).decimalPlaces() > 2;
const tenTrillion = new Decimal('1e13');
/** More than ten trillion 元: no budget of ours, and more digits than a column holds. */
export const isImplausible = (value: Money): boolean => inner(value).greaterThan(tenTrillion);
const billion = new Decimal('1e9');
/** More people, cars or square metres than an office can have, and more digits than a JavaScript number keeps. */
export const isBeyondCounting = (value: Quantity): boolean => inner(value).greaterThan(billion);
/** A whole number of 百元, as an amount copied from a document in 万元 with two decimals is. */
export const isMultipleOfHundred = (value: Money): boolean => inner(value).mod(100).isZero();
/**
 * What rounding n amounts to 0.01 万元 can make between two sums, in 元: n × 50. No tolerance in percent (FACT
 * published-3).
 */
export const roundingAllowance = (addends: number): Money => asMoney(new Decimal(addends).times(50));
/** Exact sum (分值), as plain text. */
export const sumQuantities = (values: readonly Quantity[]): string =>
  values.reduce((total, value) => total.plus(inner(value)), inner(zero)).toFixed();
/** Negative, zero or positive as the number `a` is less than, equal to or more than `b`; both plain decimal texts. */
export const compareQuantity = (a: string, b: string): number => new Decimal(a).comparedTo(b);
/** Whether it is a whole number. */
export const isWhole = (value: Quantity): boolean => inner(value).isInteger();
/** As a JavaScript number; only for what is whole and not `isBeyondCounting`. */
export const toInteger = (value: Quantity): number => inner(value).toNumber();

const wanOfYuan = new Decimal('0.0001');
/** 元 → 万元, rounded half up to two decimals: the one rounding of an amount. */
export const printedWan = (amount: Money): PrintedDecimal =>
  asPrinted(inner(amount).times(wanOfYuan).toDecimalPlaces(2));
/** part ÷ whole × 100, both as printed, rounded half up to two decimals; undefined when whole is 0. */
export function printedPercent(part: PrintedDecimal, whole: PrintedDecimal): PrintedDecimal | undefined {
  if (inner(whole).isZero()) return undefined;
  return asPrinted(inner(part).dividedBy(inner(whole)).times(100).toDecimalPlaces(2));
}
/** a − b of what stands in print, exact. */
export const printedDifference = (a: PrintedDecimal, b: PrintedDecimal): PrintedDecimal =>
  asPrinted(inner(a).minus(inner(b)));
/** Without its sign. */
export const printedAbsolute = (value: PrintedDecimal): PrintedDecimal => asPrinted(inner(value).abs());
export const printedHundred: PrintedDecimal = asPrinted(new Decimal(100));
export const printedZero: PrintedDecimal = asPrinted(new Decimal(0));
/** Whether 0.00 is printed. */
export const isPrintedZero = (value: PrintedDecimal): boolean => inner(value).isZero();
/** A quantity rounded half up to two decimals. */
export const printedQuantity = (value: Quantity): PrintedDecimal => asPrinted(inner(value).toDecimalPlaces(2));

/** `1234567.891` → `1,234,567.891`. */
export const inThrees = (plain: string): string => plain.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');

/** Of a text with two decimals; up to 999.99 there is nothing to separate. */
const withCommas = (fixed: string): string => (fixed.length > 6 ? inThrees(fixed) : fixed);

/** `4,360.97`; never `-0.00` (FACT decimal-2). */
export function formatPrinted(value: PrintedDecimal): string {
  const fixed = inner(value).toFixed(2);
  return fixed === '-0.00' ? '0.00' : withCommas(fixed);
}

/**
 * A number as a spreadsheet shows it: rounded half up to so many decimals, in threes or not. Undefined for a text that
 * is no number.
 */
export function shownNumber(text: string, decimals?: number, separated = false): string | undefined {
  const value = parseDecimal(text, 'binary');
  if (value === undefined) return undefined;
  const fixed = decimals === undefined ? value.toFixed() : value.toFixed(decimals);
  const shown = /^-[0.]*$/.test(fixed) ? fixed.slice(1) : fixed;
  return separated ? inThrees(shown) : shown;
}

/** A plain decimal text with its point moved so many places to the right, e.g. `0.95` and 2 is `0.95E2`. */
export function shifted(text: string, places: number): string {
  const [digits = '', power = '0'] = text.split(/e/i);
  return places === 0 ? text : `${digits}E${Number(power) + places}`;
}

/** The exact amount in 元 without separators, e.g. `22398912.5`. */
export const exactText = (value: Money | Quantity | PrintedDecimal): string => inner(value).toFixed();
/** `2,239.89万元`, as it would be printed. */
export const wanText = (amount: Money): string => `${formatPrinted(printedWan(amount))}万元`;

/** For messages, exact and in the unit in which the workbook is kept: `22,398,912.50元`, `2,239.89125万元`. */
export function amountText(amount: Money, unit: 'yuan' | 'wan'): string {
  const value = unit === 'wan' ? inner(amount).times(wanOfYuan) : inner(amount);
  return `${withCommas(value.toFixed(Math.max(2, value.decimalPlaces())))}${unit === 'wan' ? '万元' : '元'}`;
}
