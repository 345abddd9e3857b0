/** Printed numbers as whole ten-thousandths, so that all arithmetic is exact. */
import { inThrees } from '../vocabulary/money.js';
import { magnitude, parsePrinted, roundedTo } from './numbers.js';

export type TenThousandths = bigint;
const scale = 4;

/** `4,360.97`, `51.36%`, `9`, blank; undefined for what is no number or has more decimals than any form prints. */
export function unitsOf(text: string): TenThousandths | undefined {
  const plain = text.normalize('NFKC').replace(/[,，\s]/g, '');
  if (/^[-—–]*$/.test(plain)) return 0n;
  const printed = parsePrinted(plain);
  return printed && printed.scale <= scale ? printed.units * 10n ** BigInt(scale - printed.scale) : undefined;
}

const one = 10n ** BigInt(scale);
const cent = one / 100n;
export const hundredUnits: TenThousandths = 100n * one;

export const sumOfUnits = (all: readonly TenThousandths[]): TenThousandths => all.reduce((sum, each) => sum + each, 0n);

/** What n amounts, each rounded to 0.01, may differ from their rounded total (FORM money-2): n × 0.005 + 0.005. */
export const isRounding = (difference: TenThousandths, addends: number): boolean =>
  magnitude(difference) * 2n <= cent * BigInt(addends + 1);

/** part ÷ whole × 100, rounded half up to two decimals; undefined of nothing. */
export function percentOf(part: TenThousandths, whole: TenThousandths): TenThousandths | undefined {
  if (whole === 0n) return undefined;
  return roundedTo({ over: (whole < 0n ? -part : part) * 100n, under: magnitude(whole) }, 2) * cent;
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
