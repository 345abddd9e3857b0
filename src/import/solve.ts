/**
 * Whole numbers near zero whose sums lie within bounds: how far amounts are moved, in 元, so that everything prints as
 * published (FORM money-1). Projections onto the bounds one after another find a point between all of them if there is
 * one; then it is rounded and mended. The same input gives the same answer.
 */

export interface Bound {
  /** Indices of the numbers that are added, or taken off where `minus` has them. */
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  readonly low: number;
  readonly high: number;
}

const rounds = 400;
const mendings = 4000;
const freezings = 8;
/** Bounds are drawn in by this much while projecting, so that rounding does not leave them. */
const usualMargin = 3;

const sumAt = ({ plus, minus }: Bound, x: Float64Array): number => {
  let value = 0;
  for (const index of plus) value += x[index] ?? 0;
  for (const index of minus) value -= x[index] ?? 0;
  return value;
};

function project({ bounds, x, margin }: State, frozen: Uint8Array): void {
  for (let round = 0; round < rounds; round += 1) {
    let moved = 0;
    for (const bound of bounds) {
      const room = bound.high - bound.low;
      const inner = Math.min(margin, room / 4);
      const value = sumAt(bound, x);
      const gap = value < bound.low + inner ? bound.low + inner - value : Math.min(0, bound.high - inner - value);
      if (Math.abs(gap) < 1e-6) continue;
      const free = [...bound.plus, ...bound.minus].filter((index) => frozen[index] === 0).length;
      if (free === 0) continue;
      const step = gap / free;
      for (const index of bound.plus) if (frozen[index] === 0) x[index] = (x[index] ?? 0) + step;
      for (const index of bound.minus) if (frozen[index] === 0) x[index] = (x[index] ?? 0) - step;
      moved = Math.max(moved, Math.abs(gap));
    }
    if (moved < 0.01) return;
  }
}

interface State {
  readonly bounds: readonly Bound[];
  readonly touching: readonly (readonly number[])[];
  readonly x: Float64Array;
  readonly margin: number;
}

const excess = ({ low, high }: Bound, value: number): number => Math.max(low - value, value - high, 0);

/** How much the bounds that a number touches are left by, when it is moved. */
function cost({ bounds, touching, x }: State, index: number, by: number): number {
  let sum = 0;
  for (const at of touching[index] ?? []) {
    const bound = bounds[at];
    if (!bound) continue;
    const sign = bound.plus.includes(index) ? 1 : -1;
    sum += excess(bound, sumAt(bound, x) + sign * by);
  }
  return sum;
}

/** Each number back to zero, or to the nearest ten, where no bound minds. */
function simplify(state: State): void {
  const { x } = state;
  const order = [...x.keys()].sort((a, b) => Math.abs(x[a] ?? 0) - Math.abs(x[b] ?? 0) || a - b);
  for (const step of [Number.POSITIVE_INFINITY, 10]) {
    for (const index of order) {
      const value = x[index] ?? 0;
      const target = step === 10 ? Math.round(value / 10) * 10 : 0;
      if (value !== target && cost(state, index, target - value) <= cost(state, index, 0)) x[index] = target;
    }
  }
}

/** Moves single numbers until every bound holds or nothing helps. */
function mend(state: State): void {
  const { bounds, x } = state;
  for (let round = 0; round < mendings; round += 1) {
    const at = bounds.findIndex((bound) => excess(bound, sumAt(bound, x)) > 0);
    const bound = bounds[at];
    if (!bound) return;
    const value = sumAt(bound, x);
    const gap = value < bound.low ? bound.low - value : bound.high - value;
    const moves = [...bound.plus, ...bound.minus].flatMap((index) => {
      const sign = bound.plus.includes(index) ? 1 : -1;
      return [...new Set([gap, Math.sign(gap)])].map((by) => ({ index, by: sign * by }));
    });
    const gains = moves.map((move) => ({
      ...move,
      gain: cost(state, move.index, 0) - cost(state, move.index, move.by),
    }));
    const best = gains.reduce((a, b) => (b.gain > a.gain ? b : a), { index: -1, by: 0, gain: 0 });
    if (best.index < 0) return;
    x[best.index] = (x[best.index] ?? 0) + best.by;
  }
}

/** Numbers that may as well stay zero are kept there, and the others found again. */
function sparsely(state: State): void {
  const { bounds, x } = state;
  const frozen = new Uint8Array(x.length);
  project(state, frozen);
  for (let round = 0; round < freezings; round += 1) {
    const before = x.slice();
    const small = [...x.keys()]
      .filter((index) => frozen[index] === 0)
      .sort((a, b) => Math.abs(x[a] ?? 0) - Math.abs(x[b] ?? 0) || a - b);
    const some = small.slice(0, Math.ceil(small.length / 3));
    for (const index of some) {
      frozen[index] = 1;
      x[index] = 0;
    }
    project(state, frozen);
    if (bounds.every((bound) => excess(bound, sumAt(bound, x)) < 1)) continue;
    x.set(before);
    for (const index of some) frozen[index] = 0;
    return;
  }
}

export interface Solution {
  readonly moves: readonly number[];
  /** How many of the bounds do not hold. */
  readonly broken: number;
}

/**
 * `count` numbers in 元; a solution says too which bounds it could not keep. `margin`: 0 where what is within its bounds
 * must stay as it is.
 */
export function solve(count: number, bounds: readonly Bound[], margin = usualMargin): Solution {
  const x = new Float64Array(count);
  const touching: number[][] = Array.from({ length: count }, () => []);
  bounds.forEach(({ plus, minus }, at) => {
    for (const index of [...plus, ...minus]) touching[index]?.push(at);
  });
  const state = { bounds, touching, x, margin };
  sparsely(state);
  for (let index = 0; index < count; index += 1) x[index] = Math.round(x[index] ?? 0);
  mend(state);
  simplify(state);
  mend(state);
  const broken = bounds.filter((bound) => excess(bound, sumAt(bound, x)) > 0).length;
  return { moves: [...x], broken };
}
