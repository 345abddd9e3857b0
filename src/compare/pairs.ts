/** What of one document is what of another: tables by title, columns by their heads, rows by code and then by name. */
import { grouped } from '../model/grouped.js';
import { nameKey, nearest } from '../vocabulary/names.js';
import type { ComparedRow, DataTable } from './rows.js';

/** Undefined: the other has none. */
export interface ComparedPair<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/**
 * Pairs by the first key, things of one key in their order; then by each further key what is alone on both sides. In
 * the order of `after`, what is gone at the end.
 */
export function pairsBy<T>(
  before: readonly T[],
  after: readonly T[],
  first: (thing: T, isAfter: boolean) => string,
  further: readonly ((thing: T, isAfter: boolean) => string | undefined)[] = [],
): ComparedPair<T>[] {
  const found = new Map<T, T>();
  const left = () => {
    const used = new Set(found.values());
    return before.filter((thing) => !used.has(thing));
  };
  const exact = grouped(before, (thing) => first(thing, false));
  for (const thing of after) {
    const own = exact.get(first(thing, true))?.shift();
    if (own !== undefined) found.set(thing, own);
  }
  for (const keyOf of further) {
    const olds = grouped(left(), (thing) => keyOf(thing, false));
    const news = grouped(
      after.filter((thing) => !found.has(thing)),
      (thing) => keyOf(thing, true),
    );
    for (const [key, [thing, ...others]] of news) {
      const [own, ...otherOlds] = olds.get(key) ?? [];
      if (key === undefined || !thing || !own || others.length > 0 || otherOlds.length > 0) continue;
      found.set(thing, own);
    }
  }
  return [
    ...after.map((thing) => ({ before: found.get(thing), after: thing })),
    ...left().map((thing) => ({ before: thing, after: undefined })),
  ];
}

/** A name without its year where that is the document's own or the one before; four digits of a code are no year. */
export type Timeless = (name: string, isAfter: boolean) => string;

/** `years`: of the two documents. */
export const timelessFor =
  (years: readonly [before: string, after: string]): Timeless =>
  (name, isAfter) => {
    const year = Number(years[isAfter ? 1 : 0]);
    return nameKey(name).replace(/(?<!\d)20\d{2}(?!\d)/g, (found) => {
      const distance = year - Number(found);
      return distance === 0 ? '本年' : distance === 1 ? '上年' : found;
    });
  };

/**
 * By unit, code and name; then by code; then by name; then by name without its year; then whatever the unit; then by
 * figure. What names more than one row on either side pairs nothing; nor does a code by itself pair projects: a
 * withheld one must not lead to the name that it had in another document.
 */
export function pairRows(
  before: readonly ComparedRow[],
  after: readonly ComparedRow[],
  timeless: Timeless,
): ComparedPair<ComparedRow>[] {
  const key = (...parts: readonly string[]) => parts.map(nameKey).join('\n');
  return pairsBy(before, after, ({ unit, code, name }) => key(unit, code, name), [
    ({ unit, code, isUnderCode }) => (code === '' || isUnderCode ? undefined : key(unit, code)),
    ({ unit, name }) => (name === '' ? undefined : key(unit, name)),
    ({ unit, name }, isAfter) => (name === '' ? undefined : key(unit, timeless(name, isAfter))),
    ({ code, name }) => key(code, name),
    (row) => (row.isUnderCode ? undefined : figureOf(row)),
  ]);
}

/** The id of its first figure, which is the same in every form: rows are called otherwise in other years (合计, 总计). */
const figureOf = ({ cells }: ComparedRow): string | undefined =>
  [...cells.values()].flatMap(({ figure = '' }) => (figure === '' ? [] : [figure]))[0];

/** The same head; where both have as many columns, those left over by their position. Column before → column after. */
export function pairColumns(before: readonly string[], after: readonly string[]): ReadonlyMap<string, string> {
  const keys = new Map(after.map((column) => [nameKey(column), column]));
  const pairs = new Map<string, string>();
  for (const column of before) {
    const own = keys.get(nameKey(column));
    if (own !== undefined) pairs.set(column, own);
  }
  if (before.length !== after.length) return pairs;
  const taken = new Set(pairs.values());
  before.forEach((column, index) => {
    const own = after[index] ?? '';
    if (!pairs.has(column) && !taken.has(own)) pairs.set(column, own);
  });
  return pairs;
}

/** Titles begin with who publishes: 部门 or 单位. */
const titleKey = ({ title }: DataTable): string => nameKey(title).replace(/^(部门|单位)/, '');

/** Half of the columns have the same heads. */
const isAlike = (a: DataTable, b: DataTable): boolean => {
  const heads = new Set(b.columns.map(nameKey));
  return a.columns.filter((column) => heads.has(nameKey(column))).length * 2 >= Math.max(a.columns.length, heads.size);
};

/** By title; then the title most like it, of a table with like columns: forms of other years call it otherwise. */
export function pairTables(before: readonly DataTable[], after: readonly DataTable[]): ComparedPair<DataTable>[] {
  const pairs = pairsBy(before, after, titleKey);
  const lone = pairs.flatMap((pair) => (pair.after ? [] : [pair.before as DataTable]));
  const used = new Set<DataTable>();
  const found = pairs.map((pair): ComparedPair<DataTable> => {
    const { after: own } = pair;
    if (pair.before || !own) return pair;
    const others = lone.filter((table) => !used.has(table) && isAlike(table, own));
    const title = nearest(
      own.title,
      others.map((table) => table.title),
    );
    const other = others.find((table) => table.title === title);
    if (other) used.add(other);
    return { before: other, after: own };
  });
  return found.filter((pair) => pair.after !== undefined || !used.has(pair.before as DataTable));
}
