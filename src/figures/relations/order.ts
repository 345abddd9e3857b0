/** Rows by code: each 款 and 项 below the row that it is part of, all in the order of their codes, and none twice. */
import { grouped } from '../../model/grouped.js';
import type { OrderedRow, Read, Relation, Said } from './relation.js';
import { type FigureRow, listKey } from './rows.js';

const lists =
  /^(codes\.|economic\.rows|projectUnits\[\d+\]\.rows|commissioned\.units\[\d+\]\.items|carryOver\.units\[\d+\]\.projects)/;

/** Of the lists whose rows have codes (tables 2, 3, 5 to 9), and of those of what has a name only (''). */
export function orderRelations<R extends Read>(rows: readonly FigureRow<R>[], texts: readonly Said[]): Relation<R>[] {
  const words = grouped(texts, ({ sheet, path }) => `${sheet} ${path.slice(0, path.lastIndexOf(']') + 1)}`);
  const listed = rows.filter(({ base }) => lists.test(base));
  return [...grouped(listed, listKey).values()].map((list) => {
    const ordered = list.flatMap((row): OrderedRow<R>[] => {
      const [value] = [...row.columns.values()][0] ?? [];
      const same = sameOf(row, words.get(`${row.sheet} ${row.base}`));
      return value ? [{ code: row.extent.code, same, value }] : [];
    });
    return { rule: 'order', rows: ordered };
  });
}

/** Names to the letter: 改造 and —改造 are two projects. */
function sameOf({ columns }: FigureRow<Read>, words: readonly Said[] = []): string {
  const amounts = [...columns].map(([column, reads]) => `${column} ${reads.map(({ text }) => text).join(' ')}`);
  const isBlank = [...columns.values()].flat().every(({ text }) => text === '');
  return isBlank ? '' : [...words.map(({ text }) => text.replace(/\s/g, '')), ...amounts].join('\t');
}
