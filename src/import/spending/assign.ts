/**
 * Which part belongs to which whole, when only the amounts tell: parts are given to wholes so that each whole is the
 * sum of its parts.
 */
import { halfPrintedStep, isAbout, lesser, sumOf } from '../amounts.js';

export interface AmountPart {
  readonly amount: bigint;
  /** The whole that it belongs to, as far as another place tells. */
  readonly hint?: string | undefined;
}

export interface Share<P extends AmountPart> {
  readonly part: P;
  readonly to: string;
  readonly amount: bigint;
}

export interface Assigned<P extends AmountPart> {
  readonly shares: readonly Share<P>[];
  /** What of the wholes no part explains. */
  readonly rest: ReadonlyMap<string, bigint>;
  /** Every whole is the sum of whole parts, but for rounding. */
  readonly fits: boolean;
}

/** Steps of the search; beyond them it is given up and parts are split. */
const mostSteps = 50_000;

/**
 * The parts that come to about the amount; the search takes the larger first. Undefined when none do. `isStrict`: a
 * whole of one part prints just that.
 */
function wholeParts<P extends AmountPart>(
  parts: readonly P[],
  wholes: ReadonlyMap<string, bigint>,
  isStrict: boolean,
): Share<P>[] | undefined {
  const left = new Map(wholes);
  const taken = new Map<string, number>();
  const chosen: Share<P>[] = [];
  const sorted = [...parts].sort((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0));
  let steps = 0;
  const slack = (to: string) => halfPrintedStep * BigInt((taken.get(to) ?? 0) + 2);
  const isFull = (rest: bigint, count: number) =>
    isStrict && count === 1 ? rest === 0n : isAbout(rest, 0n, count + 1);
  const visit = (index: number): boolean => {
    steps += 1;
    if (steps > mostSteps) return false;
    const part = sorted[index];
    if (part === undefined) return [...left].every(([to, amount]) => isFull(amount, taken.get(to) ?? 0));
    const places = [...left].filter(([to, amount]) => part.amount <= amount + slack(to));
    const away = (amount: bigint) => Number(amount > part.amount ? amount - part.amount : part.amount - amount);
    const first = places.sort(
      ([a, x], [b, y]) => Number(b === part.hint) - Number(a === part.hint) || away(x) - away(y),
    );
    for (const [to, amount] of first) {
      left.set(to, amount - part.amount);
      taken.set(to, (taken.get(to) ?? 0) + 1);
      chosen.push({ part, to, amount: part.amount });
      if (visit(index + 1)) return true;
      chosen.pop();
      taken.set(to, (taken.get(to) ?? 0) - 1);
      left.set(to, amount);
    }
    return false;
  };
  const place = (share: Share<P>) => parts.indexOf(share.part);
  return visit(0) ? chosen.sort((a, b) => place(a) - place(b)) : undefined;
}

/** Parts poured into the wholes one after another; one that does not fit goes on in the next. */
function poured<P extends AmountPart>(parts: readonly P[], wholes: ReadonlyMap<string, bigint>): Assigned<P> {
  const left = new Map(wholes);
  const shares: Share<P>[] = [];
  for (const part of parts) {
    let amount = part.amount;
    const order = [...left.keys()].sort((a, b) => Number(b === part.hint) - Number(a === part.hint));
    for (const to of order) {
      const share = lesser(amount, left.get(to) ?? 0n);
      if (share <= halfPrintedStep) continue;
      shares.push({ part, to, amount: share });
      left.set(to, (left.get(to) ?? 0n) - share);
      amount -= share;
    }
  }
  return { shares, rest: left, fits: false };
}

/** Parts of nothing belong nowhere, and wholes of nothing take nothing. A whole that no part is given is left over. */
export function assignParts<P extends AmountPart>(
  parts: readonly P[],
  wholes: ReadonlyMap<string, bigint>,
): Assigned<P> {
  const some = parts.filter(({ amount }) => amount > 0n);
  const open = new Map([...wholes].filter(([, amount]) => amount > 0n));
  const [only] = open.size === 1 ? [...open.keys()] : [];
  if (only !== undefined && isAbout(sumOf(some.map((part) => part.amount)), open.get(only) ?? 0n, some.length + 1)) {
    const shares = some.map((part) => ({ part, to: only, amount: part.amount }));
    if (some.length > 0) return { shares, rest: new Map(), fits: true };
  }
  const shares = wholeParts(some, open, true) ?? wholeParts(some, open, false);
  if (shares === undefined) return poured(some, open);
  const taken = new Set(shares.map(({ to }) => to));
  return { shares, rest: new Map([...open].filter(([to]) => !taken.has(to))), fits: true };
}
