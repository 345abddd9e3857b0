/**
 * One printed amount altered in a given way, or undefined when this amount cannot be altered so that only that way
 * explains it.
 */
import type { Figure } from '../../src/figures/figure.js';

export const amountKinds = ['rounding', 'truncation', 'factor10', 'factor100', 'factor10000', 'transposed'] as const;
export type AmountKind = (typeof amountKinds)[number];

const centsOf = (text: string): bigint => BigInt(text.replace(/[,.]/g, ''));

/** `436097n` → `4,360.97` */
function shown(cents: bigint): string {
  const digits = cents.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\B(?=(\d{3})+(?=\.))/g, ',');
}

export function amountAlteration(
  kind: AmountKind,
  figure: Figure,
  text: string,
  random: () => number,
): string | undefined {
  if (!/^[\d,]+\.\d\d$/.test(text)) return undefined;
  const cents = centsOf(text);
  // three different digits or more: no other way leads to the same result
  if (cents < 1000n || new Set(cents.toString()).size < 3) return undefined;
  switch (kind) {
    case 'rounding':
      return lastDigit(figure, cents, random);
    case 'truncation':
      return truncation(figure, cents);
    case 'transposed':
      return transposition(cents, random);
    case 'factor10':
      return factor(cents, 10n, random);
    case 'factor100':
      return factor(cents, 100n, random);
    case 'factor10000':
      return factor(cents, 10000n, random);
  }
}

/** Whether the exact amount (元) was rounded up to what is printed. */
function wasRoundedUp(figure: Figure, cents: bigint): boolean {
  if (figure.unit !== '万元' || figure.rule === 'change') return false;
  return Number(figure.exact) / 100 < Number(cents) - 1e-6;
}

function lastDigit(figure: Figure, cents: bigint, random: () => number): string | undefined {
  if (figure.unit === '%') return undefined;
  const up = wasRoundedUp(figure, cents) || random() < 0.5;
  return shown(up ? cents + 1n : cents - 1n);
}

/** The digits behind the second decimal cut off, or the second one itself. */
function truncation(figure: Figure, cents: bigint): string | undefined {
  if (wasRoundedUp(figure, cents)) return shown(cents - 1n);
  return cents % 10n === 0n || figure.unit === '%' ? undefined : shown(cents).slice(0, -1);
}

function transposition(cents: bigint, random: () => number): string | undefined {
  const digits = [...cents.toString()];
  const places = digits.flatMap((digit, at) =>
    at + 1 < digits.length && digit !== digits[at + 1] && !(at === 0 && digits[1] === '0') ? [at] : [],
  );
  const at = places[Math.floor(random() * places.length)];
  if (at === undefined) return undefined;
  const swapped = digits.map((digit, index) => (index === at ? digits[at + 1] : index === at + 1 ? digits[at] : digit));
  return shown(BigInt(swapped.join('')));
}

function factor(cents: bigint, by: bigint, random: () => number): string | undefined {
  if (random() < 0.5) return shown(cents * by);
  const divided = (cents * 2n + by) / (by * 2n);
  return divided >= 10n ? shown(divided) : shown(cents * by);
}
