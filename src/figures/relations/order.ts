/** Rows by code: each 款 and 项 below the row that it is part of, and all in the order of their codes. */
import type { Read, Relation } from './relation.js';
import type { FigureRow } from './rows.js';

const listOf = ({ sheet, base }: FigureRow<Read>): string => `${sheet} ${base.replace(/\[\d+\]$/, '')}`;

/** Of the lists whose rows have codes (tables 2, 3, 5 to 9). */
export function orderRelations<R extends Read>(rows: readonly FigureRow<R>[]): Relation<R>[] {
  const lists = new Map<string, { code: string; value: R }[]>();
  for (const row of rows) {
    const [value] = [...row.columns.values()][0] ?? [];
    if (!value || !/^(codes\.|economic\.rows|projectUnits\[\d+\]\.rows)/.test(row.base)) continue;
    const list = lists.get(listOf(row)) ?? [];
    lists.set(listOf(row), list);
    list.push({ code: row.extent.code, value });
  }
  return [...lists.values()].map((list) => ({ rule: 'order', rows: list }));
}
