/** What follows from rows: one fact in several places, wholes with what divides them, the order of codes. */
import { grouped } from '../../model/grouped.js';
import { type CountedSet, countedBy, dividing, isWithin } from './columns.js';
import type { OrderedRow, Read, Relation } from './relation.js';
import { above, type Division, type Extent, type FigureRow, listKey, unknownUnit } from './rows.js';

const keyOf = ({ space, unit, code, item }: Extent): string => [space, unit, code, item].join('\t');

/** A column of a row: what it counts, and how that is printed. */
interface CountedColumn<R extends Read> {
  readonly set: CountedSet;
  readonly reads: readonly R[];
}

const columnsOf = <R extends Read>({ columns, extent, nature }: FigureRow<R>): CountedColumn<R>[] =>
  [...columns].map(([column, reads]) => ({ set: countedBy(extent.space, column, nature), reads }));

/** What follows from the rows' extents. A row that another of its list has the names of is held only against itself. */
export function sumRelations<R extends Read>(rows: readonly FigureRow<R>[]): Relation<R>[] {
  const alike = grouped(rows, (row) => `${listKey(row)}\t${keyOf(row.extent)}`);
  const known = [...alike.values()].filter(([row]) => row?.extent.unit !== unknownUnit);
  const twice = new Set(known.filter((group) => group.length > 1).flat());
  const told = rows.filter((row) => !twice.has(row) && row.extent.unit !== unknownUnit);
  const byExtent = grouped(told, ({ extent }) => keyOf(extent));
  const isGap = lackingIn(rows);
  const complete = divisions(rows).filter((list) => !list.rows.some((row) => twice.has(row)) && !isGap(list));
  return [
    ...[...byExtent.values()].flatMap(sameFacts),
    ...[...byExtent.values(), ...rows.filter((row) => !told.includes(row)).map((row) => [row])].flatMap(columnSums),
    ...complete.flatMap((division) => rowSums(division, byExtent.get(keyOf(division.whole)) ?? [])),
  ];
}

/** Of lists by code those that lack a row, by the rows below it, which stand under no other: they divide nothing. */
function lackingIn(rows: readonly FigureRow<Read>[]) {
  const lacking = [...grouped(rows, listKey)].flatMap(([list, own]) => {
    const codes = new Set(own.map(({ extent }) => extent.code));
    const parents = own.map(({ extent }) => above(extent.code));
    return parents.flatMap((code) => (code === '' || codes.has(code) ? [] : [`${list} ${above(code)}`]));
  });
  const gaps = new Set(lacking);
  return ({ whole, rows: [first] }: Divided<Read>): boolean =>
    first !== undefined && gaps.has(`${listKey(first)} ${whole.code}`);
}

/** What counts the same part of the same facts. */
function sameFacts<R extends Read>(rows: readonly FigureRow<R>[]): Relation<R>[] {
  const facts = grouped(rows.flatMap(columnsOf), ({ set }) => set);
  return [...facts.values()].flatMap((columns): Relation<R>[] => {
    const values = columns.flatMap(({ reads }) => reads);
    return values.length > 1 ? [{ rule: 'same', values }] : [];
  });
}

/** A whole with what divides it. */
export const sumOf = <R extends Read>(whole: R, parts: readonly R[], by: 'rows' | 'columns'): Relation<R> => {
  return { rule: 'sum', values: [whole, ...parts], whole, parts, by };
};

/** Within a row; where a row has not all the parts, within all rows that count the same. */
function columnSums<R extends Read>(rows: readonly FigureRow<R>[]): Relation<R>[] {
  const done = new Set<CountedSet>();
  const sumsOf = (columns: readonly CountedColumn<R>[], among: readonly CountedColumn<R>[]) =>
    columns.flatMap(({ set, reads }): Relation<R>[] => {
      const parts = dividing(set, among)?.flatMap((part) => part.reads.slice(0, 1));
      if (!parts) return [];
      done.add(set);
      return reads.map((whole) => sumOf(whole, parts, 'columns'));
    });
  const all = rows.map(columnsOf);
  const inRows = all.flatMap((columns) => sumsOf(columns, columns));
  const distinct = [...grouped(all.flat(), ({ set }) => set).values()].flatMap(([one]) => one ?? []);
  const rest = distinct.filter(({ set }) => !done.has(set));
  return [...inRows, ...sumsOf(rest, distinct)];
}

interface Divided<R extends Read> extends Division {
  readonly rows: readonly FigureRow<R>[];
}

/** The rows of each list of each table. */
function divisions<R extends Read>(rows: readonly FigureRow<R>[]): Divided<R>[] {
  const parts = rows.flatMap((row) => (row.divides ?? []).map((division) => ({ row, division })));
  const lists = grouped(parts, ({ row, division }) => `${row.sheet} ${division.list}`);
  return [...lists.values()].map((list) => ({
    ...(list[0]?.division as Division),
    rows: list.map(({ row }) => row),
  }));
}

/**
 * Column by column; the whole's amount in the same table before those elsewhere. A list is complete, so that it divides
 * every column of its whole.
 */
function rowSums<R extends Read>(
  { group, rows, members = rows.length }: Divided<R>,
  wholes: readonly FigureRow<R>[],
): Relation<R>[] {
  const [first] = rows;
  if (!first || rows.length < members) return [];
  const listed = group === undefined ? undefined : countedBy('ledger', `${group}.total`);
  return [...first.columns.keys()].flatMap((column): Relation<R>[] => {
    const parts = rows.flatMap((row) => row.columns.get(column)?.slice(0, 1) ?? []);
    if (parts.length < rows.length) return [];
    if (listed && !isWithin(countedBy(first.extent.space, column), listed)) return [];
    const same = wholes.flatMap(({ sheet, columns }) => (columns.get(column) ?? []).map((read) => ({ sheet, read })));
    const inTable = same.filter(({ sheet }) => sheet === first.sheet);
    const of = inTable.length > 0 ? inTable : same.slice(0, 1);
    return of.map(({ read }) => sumOf(read, parts, 'rows'));
  });
}

const lists =
  /^(codes\.|economic\.rows|projectUnits\[\d+\]\.rows|commissioned\.units\[\d+\]\.items|carryOver\.units\[\d+\]\.projects)/;

/** Of the lists whose rows have codes (tables 2, 3, 5 to 9), and of those of what has a name only (''). */
export function orderRelations<R extends Read>(rows: readonly FigureRow<R>[], texts: readonly Read[]): Relation<R>[] {
  const words = grouped(texts, ({ sheet, path }) => `${sheet} ${path.slice(0, path.lastIndexOf(']') + 1)}`);
  const listed = rows.filter(({ base }) => lists.test(base));
  return [...grouped(listed, listKey).values()].map((list) => {
    const ordered = list.flatMap((row): OrderedRow<R>[] => {
      const [value] = [...row.columns.values()][0] ?? [];
      const same = sameOf(row, words.get(`${row.sheet} ${row.base}`));
      return value ? [{ code: row.extent.code, same, value }] : [];
    });
    return { rule: 'order', values: [], rows: ordered };
  });
}

/** Names to the letter: 改造 and —改造 are two projects. */
function sameOf({ columns }: FigureRow<Read>, words: readonly Read[] = []): string {
  const amounts = [...columns].map(([column, reads]) => `${column} ${reads.map(({ text }) => text).join(' ')}`);
  const isBlank = [...columns.values()].flat().every(({ text }) => text === '');
  return isBlank ? '' : [...words.map(({ text }) => text.replace(/\s/g, '')), ...amounts].join('\t');
}
