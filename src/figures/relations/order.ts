/** Rows by code: each 款 and 项 below the row that it is part of, all in the order of their codes, and none twice. */
import type { OrderedRow, Read, Relation, Said } from './relation.js';
import type { FigureRow } from './rows.js';

const listOf = ({ sheet, base }: FigureRow<Read>): string => `${sheet} ${base.replace(/\[\d+\]$/, '')}`;

const lists =
  /^(codes\.|economic\.rows|projectUnits\[\d+\]\.rows|commissioned\.units\[\d+\]\.items|carryOver\.units\[\d+\]\.projects)/;

/** Of the lists whose rows have codes (tables 2, 3, 5 to 9), and of those of what has a name only (''). */
export function orderRelations<R extends Read>(rows: readonly FigureRow<R>[], texts: readonly Said[]): Relation<R>[] {
  const words = new Map<string, string>();
  for (const said of texts)
    words.set(rowKey(said), `${words.get(rowKey(said)) ?? ''}\t${said.text.replace(/\s/g, '')}`);
  const found = new Map<string, OrderedRow<R>[]>();
  for (const row of rows) {
    const [value] = [...row.columns.values()][0] ?? [];
    if (!value || !lists.test(row.base)) continue;
    const list = found.get(listOf(row)) ?? [];
    found.set(listOf(row), list);
    list.push({ code: row.extent.code, same: sameOf(row, words.get(`${row.sheet} ${row.base}`)), value });
  }
  return [...found.values()].map((list) => ({ rule: 'order', rows: list }));
}

/** The row that a text stands in. */
const rowKey = ({ sheet, path }: Said): string => `${sheet} ${path.slice(0, path.lastIndexOf(']') + 1)}`;

/** Names to the letter: 改造 and —改造 are two projects. */
function sameOf({ columns }: FigureRow<Read>, words = ''): string {
  const amounts = [...columns].map(([column, reads]) => `${column} ${reads.map(({ text }) => text).join(' ')}`);
  const isBlank = [...columns.values()].flat().every(({ text }) => text === '');
  return isBlank ? '' : [words, ...amounts].join('\t');
}
