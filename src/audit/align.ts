/** Laying two sequences side by side, in order, so that what belongs together scores most. */

type Pair = readonly [left: number, right: number];

/** Items of both sides that stand for one another, in order. */
export type Group<T> = readonly [left: readonly T[], right: readonly T[]];

/** How many in a row on the left and on the right stand for one another. */
export interface GroupSize {
  readonly many: number;
  readonly others: number;
}

interface Scores<T> {
  readonly shapes: readonly GroupSize[];
  /** How well a shape that begins at two places belongs together; 0 or less where it does not, or is not so large. */
  readonly scoreOf: (left: readonly T[], right: readonly T[]) => (i: number, j: number, shape: GroupSize) => number;
  /** How many pairs of places are worth the time; where there are more, only what is equal stands for one another. */
  readonly most: number;
}

/**
 * What belongs together, ascending on both sides, for the highest sum of scores; of equal ones the first shape. Items
 * with the same key, the only ones with it on both sides, are fixed points; scores are asked for between two of them.
 */
export function alignGroups<T>(
  left: readonly T[],
  right: readonly T[],
  keyOf: (item: T) => string,
  scores: Scores<T>,
): Group<T>[] {
  const fixed = fixedPoints(left.map(keyOf), right.map(keyOf));
  let [from, to] = [0, 0];
  return [...fixed, [left.length, right.length] as const].flatMap(([x, y]): Group<T>[] => {
    const groups = bestGroups(left.slice(from, x), right.slice(to, y), scores);
    [from, to] = [x + 1, y + 1];
    return x < left.length ? [...groups, [left.slice(x, x + 1), right.slice(y, y + 1)]] : groups;
  });
}

/** The same for items that stand for one another singly. `score`: 0 or less when two cannot belong together. */
export const align = <T>(
  left: readonly T[],
  right: readonly T[],
  keyOf: (item: T) => string,
  score: (a: T, b: T) => number,
  most: number,
): (readonly [T, T])[] =>
  alignGroups(left, right, keyOf, {
    shapes: [{ many: 1, others: 1 }],
    scoreOf: (a, b) => (i, j) => score(a[i] as T, b[j] as T),
    most,
  }).map(([[a], [b]]) => [a as T, b as T]);

/** Keys that occur once on each side, as the longest run that ascends on both. */
function fixedPoints(left: readonly string[], right: readonly string[]): Pair[] {
  const once = (keys: readonly string[]) => {
    const places = new Map<string, number>();
    keys.forEach((key, index) => {
      places.set(key, places.has(key) || key === '' ? -1 : index);
    });
    return places;
  };
  const [a, b] = [once(left), once(right)];
  const shared = [...a].flatMap(([key, index]): Pair[] => {
    const other = b.get(key) ?? -1;
    return index >= 0 && other >= 0 ? [[index, other]] : [];
  });
  return longestAscending(shared);
}

function longestAscending(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, value], index) => {
    let at = ends.findIndex((end) => (pairs[end]?.[1] ?? 0) >= value);
    if (at < 0) at = ends.length;
    before[index] = at > 0 ? (ends[at - 1] ?? -1) : -1;
    ends[at] = index;
  });
  const chain: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) chain.unshift(pair);
  }
  return chain;
}

function bestGroups<T>(left: readonly T[], right: readonly T[], { shapes, scoreOf, most }: Scores<T>): Group<T>[] {
  if (left.length === 0 || right.length === 0 || left.length * right.length > most) return [];
  const score = scoreOf(left, right);
  const width = right.length + 1;
  const best = new Float64Array((left.length + 1) * width);
  /** Which shape begins at a place, from 1; 0 for none. */
  const taken = new Uint8Array(best.length);
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      best[at] = Math.max(best[at + width] ?? 0, best[at + 1] ?? 0);
      for (let index = 0; index < shapes.length; index += 1) {
        const shape = shapes[index] as GroupSize;
        const own = score(i, j, shape);
        const sum = own > 0 ? own + (best[at + shape.many * width + shape.others] ?? 0) : 0;
        if (sum <= 0 || sum < (best[at] ?? 0) || (sum === best[at] && taken[at] !== 0)) continue;
        best[at] = sum;
        taken[at] = index + 1;
      }
    }
  }
  const groups: Group<T>[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const at = i * width + j;
    const shape = shapes[(taken[at] ?? 0) - 1];
    if (shape) groups.push([left.slice(i, i + shape.many), right.slice(j, j + shape.others)]);
    const isBelow = !shape && (best[at + width] ?? 0) >= (best[at + 1] ?? 0);
    i += shape?.many ?? (isBelow ? 1 : 0);
    j += shape?.others ?? (isBelow ? 0 : 1);
  }
  return groups;
}
