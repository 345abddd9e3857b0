/** The items under each key, in their order: made once where each key would otherwise search all items again. */
export function grouped<K, T>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** How many items there are under each key, in the order of the first ones. */
export const countsBy = <K extends string, T>(items: Iterable<T>, keyOf: (item: T) => K): Partial<Record<K, number>> =>
  Object.fromEntries([...grouped(items, keyOf)].map(([key, { length }]) => [key, length])) as Partial<
    Record<K, number>
  >;

/** The largest of numbers, `none` without any; of however many, where `Math.max(...)` takes a hundred thousand. */
export const largestOf = (numbers: readonly number[], none: number): number =>
  numbers.reduce((most, each) => Math.max(most, each), numbers[0] ?? none);

/** The smallest of numbers, `none` without any; of any length. */
export const smallestOf = (numbers: readonly number[], none: number): number =>
  numbers.reduce((least, each) => Math.min(least, each), numbers[0] ?? none);
