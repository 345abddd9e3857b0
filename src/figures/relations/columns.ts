/**
 * Which columns of a row add up to which: source groups, natures, economic classes, budgets. All from the declarations
 * of groups.ts.
 */
import { classKeys, natures, sourceGroups } from '../groups.js';
import type { Space } from './relation.js';

/** What a column counts, as a set; columns of one row that divide another are sets that divide its set. */
export type CountedSet = ReadonlySet<string>;

const products = (sources: readonly string[], kinds: readonly string[]): CountedSet =>
  new Set(sources.flatMap((source) => kinds.map((kind) => `${source} ${kind}`)));

/** Project expenditure by economic class; other expenditure is not divided so. */
const atomsOf = (nature: string): readonly string[] => (nature === 'project' ? classKeys : [nature]);

const ledgerSet = (column: string, nature: 'project' | 'basic' | undefined): CountedSet => {
  const [group = '', kind = '', own] = column.split('.');
  const sources = sourceGroups[group as keyof typeof sourceGroups]?.sources ?? [];
  if (kind === 'classes') return products(sources, own === undefined ? [] : [own]);
  const within: readonly string[] = nature === undefined ? natures.total.natures : natures[nature].natures;
  const counted: readonly string[] = natures[kind as keyof typeof natures]?.natures ?? [];
  return products(sources, counted.filter((each) => within.includes(each)).flatMap(atomsOf));
};

const others: Readonly<Record<Exclude<Space, 'ledger'>, readonly string[]>> = {
  economic: ['personnel', 'public'],
  threePublic: ['general', 'fund', 'capital'],
  commissioned: ['general', 'fund', 'capital'],
};

const known = new Map<string, CountedSet>();
const byContent = new Map<string, CountedSet>();

/** One set for all that count the same. `nature`: of the ledger, only this nature is counted in the row. */
export function countedBy(space: Space, column: string, nature?: 'project' | 'basic'): CountedSet {
  const key = `${space} ${column} ${nature}`;
  const before = known.get(key);
  if (before) return before;
  const other = space === 'ledger' ? undefined : others[space];
  const made = other ? new Set(column === 'total' ? other : [column]) : ledgerSet(column, nature);
  const content = [...made].sort().join();
  const set = byContent.get(content) ?? made;
  byContent.set(content, set);
  known.set(key, set);
  return set;
}

/** Whether everything that `part` counts is counted by `whole` too. */
export function isWithin(part: CountedSet, whole: CountedSet): boolean {
  if (part.size > whole.size) return false;
  for (const atom of part) if (!whole.has(atom)) return false;
  return true;
}

/**
 * The fewest of the columns that together count exactly the whole; undefined when some of it is in none. The sets are
 * nested or apart.
 */
export function dividing<Column extends { readonly set: CountedSet }>(
  whole: CountedSet,
  columns: readonly Column[],
): Column[] | undefined {
  const rest = new Set(whole);
  const chosen: Column[] = [];
  const smaller = columns.filter(({ set }) => set.size < whole.size && set.size > 0 && isWithin(set, whole));
  for (const column of [...smaller].sort((a, b) => b.set.size - a.set.size)) {
    if (!isWithin(column.set, rest)) continue;
    for (const atom of column.set) rest.delete(atom);
    chosen.push(column);
  }
  return rest.size === 0 && chosen.length > 1 ? chosen : undefined;
}
