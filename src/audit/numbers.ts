/**
 * Printed numbers compared exactly, and what is wrong with one that differs (FACT published-2). No binary fractions.
 */
import { type Figure, isLeaf } from '../figures/figure.js';

/** `units` ÷ 10^`scale`. */
export interface PrintedNumber {
  readonly units: bigint;
  readonly scale: number;
}

/** An exact value as a fraction. */
export interface Ratio {
  readonly over: bigint;
  readonly under: bigint;
}

export type NumberKind = 'rounding' | 'truncation' | 'factor' | 'transposed' | 'direction' | 'figure';

const power = (exponent: number): bigint => 10n ** BigInt(exponent);
export const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** `-4,360.97`, `51.36%`, blank is none. */
export function parsePrinted(text: string): PrintedNumber | undefined {
  const found = /^([+-]?)(\d+)(?:\.(\d+))?%?$/.exec(text.replace(/,/g, ''));
  if (!found) return undefined;
  const [, sign, whole = '', decimals = ''] = found;
  const units = BigInt(whole + decimals);
  return { units: sign === '-' ? -units : units, scale: decimals.length };
}

export const sameNumber = (a: PrintedNumber, b: PrintedNumber): boolean =>
  a.units * power(b.scale) === b.units * power(a.scale);

export const ratioOf = ({ units, scale }: PrintedNumber): Ratio => ({ over: units, under: power(scale) });

/** In units of 10^-scale. */
const truncated = ({ over, under }: Ratio, scale: number): bigint => (over * power(scale)) / under;

/** Half away from zero. */
export function roundedTo({ over, under }: Ratio, scale: number): bigint {
  const doubled = (magnitude(over) * power(scale) * 2n + under) / (under * 2n);
  return over < 0n ? -doubled : doubled;
}

/** What a figure was before it was rounded, in the unit that it is printed in (万元 or %). */
export function exactOf(figure: Figure): Ratio | undefined {
  const exact = parsePrinted(figure.exact);
  if (!exact) return undefined;
  if (figure.rule !== 'share' && figure.rule !== 'rate') {
    const own = ratioOf(exact);
    return figure.unit === '万元' && figure.rule !== 'change' ? { over: own.over, under: own.under * 10000n } : own;
  }
  const [part, whole] = figure.inputs.map((input) => (isLeaf(input) ? undefined : parsePrinted(input.text)));
  if (!part || !whole || whole.units <= 0n) return ratioOf(exact);
  return { over: part.units * power(whole.scale) * 100n, under: whole.units * power(part.scale) };
}

/**
 * Why a published number is not the expected one. `exact`: the expected value before rounding, for telling a
 * truncation from a
 * rounding. The first that fits: sign, truncation, last digit, factor, transposition.
 */
export function numberKind(
  published: PrintedNumber,
  expected: PrintedNumber,
  exact: Ratio = ratioOf(expected),
): { readonly kind: NumberKind; readonly factor?: number } {
  if (sameNumber({ ...published, units: -published.units }, expected) && expected.units !== 0n)
    return { kind: 'direction' };
  const { units, scale } = published;
  if (units !== 0n && scale <= expected.scale && units === truncated(exact, scale)) return { kind: 'truncation' };
  const coarser = scale < expected.scale && units === roundedTo(exact, scale);
  if (coarser || (scale === expected.scale && magnitude(units - expected.units) === 1n)) return { kind: 'rounding' };
  const factor = factorBetween(published, exact) ?? factorBetween(published, ratioOf(expected));
  if (factor !== undefined) return { kind: 'factor', factor };
  return { kind: isTransposed(published, expected) ? 'transposed' : 'figure' };
}

/** 10, 100, 1,000 or 10,000, by which the published number is too large or too small. */
function factorBetween({ units, scale }: PrintedNumber, { over, under }: Ratio): number | undefined {
  if (units === 0n) return undefined;
  for (const exponent of [1, 2, 4, 3]) {
    const larger: Ratio = { over: over * power(exponent), under };
    const smaller: Ratio = { over, under: under * power(exponent) };
    // printed with the same two decimals, what is left of a number that was divided must still tell it
    const telling = magnitude(units) >= 10n;
    if (fits(units, scale, larger) || (fits(units, scale, smaller) && (telling || isExact(units, scale, smaller))))
      return 10 ** exponent;
  }
  return undefined;
}

const fits = (units: bigint, scale: number, value: Ratio): boolean =>
  units === roundedTo(value, scale) || units === truncated(value, scale);
const isExact = (units: bigint, scale: number, { over, under }: Ratio): boolean =>
  units * under === over * power(scale);

/** Two neighbouring digits in each other's place. */
function isTransposed(a: PrintedNumber, b: PrintedNumber): boolean {
  const [x, y] = [magnitude(a.units).toString(), magnitude(b.units).toString()];
  if (a.scale !== b.scale || x.length !== y.length) return false;
  const at = [...x].findIndex((digit, index) => digit !== y[index]);
  return x[at] === y[at + 1] && x[at + 1] === y[at] && x.slice(at + 2) === y.slice(at + 2);
}
