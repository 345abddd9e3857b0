/**
 * Printed numbers, exact: read, added up, held against each other and told, and what is wrong with one that differs
 * (FACT published-2). No binary fractions.
 */
import { type Figure, isLeaf } from '../figures/figure.js';
import { inThrees } from '../vocabulary/money.js';

/** `units` ÷ 10^`scale`. */
export interface PrintedNumber {
  readonly units: bigint;
  readonly scale: number;
}

/** A number with four decimals at most, as all arithmetic takes it. */
export type TenThousandths = bigint;
const scale = 4;

const power = (exponent: number): bigint => 10n ** BigInt(exponent);
const one = power(scale);
const cent = one / 100n;
export const hundredUnits: TenThousandths = 100n * one;
export const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** `-4,360.97`, `51.36%`, blank is none. */
export function parsePrinted(text: string): PrintedNumber | undefined {
  const found = /^([+-]?)(\d+)(?:\.(\d+))?%?$/.exec(text.replace(/,/g, ''));
  if (!found) return undefined;
  const [, sign, whole = '', decimals = ''] = found;
  const units = BigInt(whole + decimals);
  return { units: sign === '-' ? -units : units, scale: decimals.length };
}

/** `4,360.97`, `51.36%`, `9`, blank; undefined for what is no number or has more decimals than any form prints. */
export function unitsOf(text: string): TenThousandths | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  if (/^(?:[-—–/]*|无)$/.test(plain)) return 0n;
  const printed = parsePrinted(plain);
  return printed && printed.scale <= scale ? cut(printed, scale) : undefined;
}

/** `4,360.97`; a whole number where `isCount`. */
export function unitsText(units: TenThousandths, isCount = false): string {
  const digits = magnitude(units)
    .toString()
    .padStart(scale + 1, '0');
  const [whole, decimals] = [inThrees(digits.slice(0, -scale)), digits.slice(-scale)];
  const rest = decimals.replace(/0{1,2}$/, '');
  return `${units < 0n ? '-' : ''}${whole}${isCount && /^0*$/.test(rest) ? '' : `.${rest}`}`;
}

export const sumOfUnits = (all: readonly TenThousandths[]): TenThousandths => all.reduce((sum, each) => sum + each, 0n);

/** What n amounts, each rounded to 0.01, may differ from their rounded total (FORM money-2): n × 0.005 + 0.005. */
export const isRounding = (difference: TenThousandths, addends: number): boolean =>
  magnitude(difference) * 2n <= cent * BigInt(addends + 1);

/** part ÷ whole × 100, rounded half up to two decimals; undefined of nothing. */
export const percentOf = (part: TenThousandths, whole: TenThousandths): TenThousandths | undefined =>
  whole === 0n ? undefined : rounded(percentage(part, whole), 2) * cent;

/** Of one scale; with so many digits that it is rounded, and cut off, as the exact quotient. */
const percentage = (part: bigint, whole: bigint): PrintedNumber => ({ units: (part * power(22)) / whole, scale: 20 });

/** In units of 10^-to. */
const cut = ({ units, scale }: PrintedNumber, to: number): bigint =>
  to >= scale ? units * power(to - scale) : units / power(scale - to);

/** In units of 10^-to; half away from zero. */
function rounded(value: PrintedNumber, to: number): bigint {
  const finer = cut(value, to + 1);
  return (finer + (finer < 0n ? -5n : 5n)) / 10n;
}

export const sameNumber = (a: PrintedNumber, b: PrintedNumber): boolean =>
  a.units * power(b.scale) === b.units * power(a.scale);

/** What a figure was before it was rounded, in the unit that it is printed in (万元 or %). */
export function exactOf(figure: Figure): PrintedNumber | undefined {
  const exact = parsePrinted(figure.exact);
  if (!exact) return undefined;
  if (figure.rule !== 'share' && figure.rule !== 'rate')
    return figure.unit === '万元' && figure.rule !== 'change' ? { ...exact, scale: exact.scale + 4 } : exact;
  const [part, whole] = figure.inputs.map((input) => (isLeaf(input) ? undefined : parsePrinted(input.text)));
  if (!part || !whole || whole.units <= 0n) return exact;
  return percentage(part.units * power(whole.scale), whole.units * power(part.scale));
}

/**
 * Why a published number is not the expected one. `exact`: the expected value before rounding, for telling a truncation
 * from a rounding. The first that fits: sign, truncation, last digit, factor, transposition.
 */
export function numberKind(
  published: PrintedNumber,
  expected: PrintedNumber,
  exact: PrintedNumber = expected,
): { kind: 'rounding' | 'truncation' | 'factor' | 'transposed' | 'direction' | 'figure'; factor?: number } {
  const { units, scale } = published;
  if (units !== 0n && sameNumber({ units: -units, scale }, expected)) return { kind: 'direction' };
  if (units !== 0n && scale <= expected.scale && units === cut(exact, scale)) return { kind: 'truncation' };
  const coarser = scale < expected.scale && units === rounded(exact, scale);
  if (coarser || (scale === expected.scale && magnitude(units - expected.units) === 1n)) return { kind: 'rounding' };
  const factor = factorBetween(published, exact) ?? factorBetween(published, expected);
  if (factor !== undefined) return { kind: 'factor', factor };
  return { kind: isTransposed(published, expected) ? 'transposed' : 'figure' };
}

/** 10, 100, 1,000 or 10,000, by which the published number is too large or too small. */
function factorBetween(published: PrintedNumber, exact: PrintedNumber): number | undefined {
  const shifted = (by: number): PrintedNumber => ({ ...exact, scale: exact.scale + by });
  // printed with the same two decimals, what is left of a number that was divided must still tell it
  const isTold = (by: number) => magnitude(published.units) >= 10n || sameNumber(published, shifted(by));
  const found = [1, 2, 4, 3].find(
    (by) => fits(published, shifted(-by)) || (fits(published, shifted(by)) && isTold(by)),
  );
  return published.units === 0n || found === undefined ? undefined : 10 ** found;
}

const fits = ({ units, scale }: PrintedNumber, value: PrintedNumber): boolean =>
  units === rounded(value, scale) || units === cut(value, scale);

/** Two neighbouring digits in each other's place. */
function isTransposed(a: PrintedNumber, b: PrintedNumber): boolean {
  const [x, y] = [magnitude(a.units).toString(), magnitude(b.units).toString()];
  if (a.scale !== b.scale || x.length !== y.length) return false;
  const at = [...x].findIndex((digit, index) => digit !== y[index]);
  return x[at] === y[at + 1] && x[at + 1] === y[at] && x.slice(at + 2) === y.slice(at + 2);
}
