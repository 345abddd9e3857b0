/** Laying two sequences side by side, in order, so that what belongs together scores most. */

export type Pair = readonly [left: number, right: number];

/** Items of both sides that stand for one another, in order. */
export type Group<T> = readonly [left: readonly T[], right: readonly T[]];

/**
 * What belongs together, ascending on both sides, one or several in a row with one or several. Items with the same key,
 * the only ones with it on both sides, are fixed points; `between` says what belongs together of what stands between
 * two of them.
 */
export function alignGroups<T>(
  left: readonly T[],
  right: readonly T[],
  keyOf: (item: T) => string,
  between: (a: readonly T[], b: readonly T[]) => Group<T>[],
): Group<T>[] {
  const fixed = fixedPoints(left.map(keyOf), right.map(keyOf));
  let [from, to] = [0, 0];
  return [...fixed, [left.length, right.length] as const].flatMap(([x, y]): Group<T>[] => {
    const groups = between(left.slice(from, x), right.slice(to, y));
    [from, to] = [x + 1, y + 1];
    return x < left.length ? [...groups, [left.slice(x, x + 1), right.slice(y, y + 1)]] : groups;
  });
}

/** Larger tables of scores are not worth the time; then only what is equal is paired. */
export const largest = 1_500_000;

/** The same for items that stand for one another singly. `score`: 0 or less when two cannot belong together. */
export function align<T>(
  left: readonly T[],
  right: readonly T[],
  keyOf: (item: T) => string,
  score: (a: T, b: T) => number,
): (readonly [T, T])[] {
  const between = (a: readonly T[], b: readonly T[]) =>
    bestPairs(a, b, score, largest).map(([i, j]): Group<T> => [a.slice(i, i + 1), b.slice(j, j + 1)]);
  return alignGroups(left, right, keyOf, between).map(([[a], [b]]) => [a as T, b as T] as const);
}

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
  return longestAscending(shared.sort((x, y) => x[0] - y[0]));
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

/** Pairs, ascending on both sides, with the highest sum of scores; none where there are more than `most` to try. */
export const bestPairs = <T>(
  left: readonly T[],
  right: readonly T[],
  score: (a: T, b: T) => number,
  most: number,
): Pair[] =>
  bestShapes([left.length, right.length], single, (i, j) => score(left[i] as T, right[j] as T), most).map(
    ({ pair }) => pair,
  );

/** How many in a row on the left and on the right stand for one another. */
export interface GroupSize {
  readonly many: number;
  readonly others: number;
}

const single: readonly GroupSize[] = [{ many: 1, others: 1 }];

/**
 * Where which shapes begin, ascending on both sides, for the highest sum of scores; of equal ones the first shape. None
 * where there are more than `most` places to try. `score`: of a shape that begins at two places, 0 or less when those
 * cannot belong together, or are not so many.
 */
export function bestShapes(
  [rows, columns]: Pair,
  shapes: readonly GroupSize[],
  score: (i: number, j: number, shape: GroupSize) => number,
  most: number,
): { readonly pair: Pair; readonly shape: GroupSize }[] {
  if (rows === 0 || columns === 0 || rows * columns > most) return [];
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  /** Which shape begins at a place, from 1; 0 for none. */
  const taken = new Uint8Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
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
  return placesTaken(rows, columns, (i, j) => {
    const at = i * width + j;
    return shapes[(taken[at] ?? 0) - 1] ?? ((best[at + width] ?? 0) >= (best[at + 1] ?? 0) ? 'row' : 'column');
  });
}

/** From the first place on: what begins there, or whether it goes on with the next row or column. */
function placesTaken(rows: number, columns: number, next: (i: number, j: number) => GroupSize | 'row' | 'column') {
  const places: { readonly pair: Pair; readonly shape: GroupSize }[] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    const shape = next(i, j);
    if (shape === 'row') i += 1;
    else if (shape === 'column') j += 1;
    else {
      places.push({ pair: [i, j], shape });
      i += shape.many;
      j += shape.others;
    }
  }
  return places;
}
