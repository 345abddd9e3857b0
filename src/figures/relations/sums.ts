/** One fact in several places, and wholes with what divides them. */
import { grouped } from '../../model/grouped.js';
import { type CountedSet, countedBy, dividing, isWithin } from './columns.js';
import type { Read, Relation } from './relation.js';
import { type Division, type Extent, type FigureRow, listKey, unknownUnit } from './rows.js';

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
  const twice = new Set([...alike.values()].filter((group) => group.length > 1).flat());
  const told = rows.filter((row) => !twice.has(row) && row.extent.unit !== unknownUnit);
  const byExtent = grouped(told, ({ extent }) => keyOf(extent));
  const complete = divisions(rows).filter(
    (list) => !list.rows.some((row) => twice.has(row) && row.extent.unit !== unknownUnit),
  );
  return [
    ...[...byExtent.values()].flatMap(sameFacts),
    ...[...byExtent.values(), ...rows.filter((row) => !told.includes(row)).map((row) => [row])].flatMap(columnSums),
    ...complete.flatMap((division) => rowSums(division, byExtent.get(keyOf(division.whole)) ?? [])),
  ];
}

/** What counts the same part of the same facts. */
function sameFacts<R extends Read>(rows: readonly FigureRow<R>[]): Relation<R>[] {
  const facts = grouped(rows.flatMap(columnsOf), ({ set }) => set);
  return [...facts.values()].flatMap((columns): Relation<R>[] => {
    const values = columns.flatMap(({ reads }) => reads);
    return values.length > 1 ? [{ rule: 'same', values }] : [];
  });
}

/** Within a row; where a row has not all the parts, within all rows that count the same. */
function columnSums<R extends Read>(rows: readonly FigureRow<R>[]): Relation<R>[] {
  const done = new Set<CountedSet>();
  const sumsOf = (columns: readonly CountedColumn<R>[], among: readonly CountedColumn<R>[]) =>
    columns.flatMap(({ set, reads }): Relation<R>[] => {
      const parts = dividing(set, among)?.flatMap((part) => part.reads.slice(0, 1));
      if (!parts) return [];
      done.add(set);
      return reads.map((whole) => ({ rule: 'sum', whole, parts, by: 'columns' }));
    });
  const inRows = rows.flatMap((row) => {
    const columns = columnsOf(row);
    return sumsOf(columns, columns);
  });
  const distinct = [...grouped(rows.flatMap(columnsOf), ({ set }) => set).values()].flatMap(([one]) => one ?? []);
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
  return [...lists.values()].flatMap((list) => {
    const [first] = list;
    return first ? [{ ...first.division, rows: list.map(({ row }) => row) }] : [];
  });
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
    return of.map(({ read }) => ({ rule: 'sum', whole: read, parts, by: 'rows' }));
  });
}
