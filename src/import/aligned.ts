/**
 * A list that several tables print has its rows told by their codes: a document that leaves out a row in one table, or
 * has one more, would give each row below it another's amounts.
 */
import type { PrintedValue } from '../published/match/index.js';

const rowPath = /^([^[\]]+)\[(\d+)\]\.(.+)$/;
const codeParts: readonly string[] = ['class', 'group', 'item'];

interface RowOf {
  readonly list: string;
  readonly index: number;
  readonly rest: string;
}

function rowOf({ path }: PrintedValue): RowOf | undefined {
  const [, list, index, rest] = rowPath.exec(path) ?? [];
  return list === undefined || rest === undefined ? undefined : { list, index: Number(index), rest };
}

/** By list and table: the codes of its rows, by their numbers. */
function codesByTable(values: readonly PrintedValue[]): Map<string, Map<number, Map<number, string>>> {
  const lists = new Map<string, Map<number, Map<number, string>>>();
  for (const value of values) {
    const row = rowOf(value);
    if (!row || !codeParts.includes(row.rest) || value.at.row === undefined) continue;
    const tables = lists.get(row.list) ?? new Map<number, Map<number, string>>();
    lists.set(row.list, tables);
    const codes = tables.get(value.at.block) ?? new Map<number, string>();
    tables.set(value.at.block, codes);
    codes.set(row.index, (codes.get(row.index) ?? '') + value.text.replaceAll(/\s/g, ''));
  }
  return lists;
}

/** The numbers that the rows of one list get, by table and number; undefined where all tables have the same rows. */
function renumbered(tables: ReadonlyMap<number, ReadonlyMap<number, string>>): Map<string, number> | undefined {
  const lists = [...tables.values()].map((codes) => [...codes].sort(([a], [b]) => a - b).map(([, code]) => code));
  if (lists.length < 2 || new Set(lists.map((codes) => codes.join())).size === 1) return undefined;
  const isList = (codes: readonly string[]) => codes.every((code, at) => at === 0 || code > (codes[at - 1] ?? ''));
  // only where the order says which row belongs where
  if (!lists.every(isList)) return undefined;
  const all = [...new Set(lists.flat())].sort();
  return new Map(
    [...tables].flatMap(([block, codes]) =>
      [...codes].map(([index, code]) => [`${block} ${index}`, all.indexOf(code)]),
    ),
  );
}

/** The values, each at the row of its code. */
export function alignedRows(values: readonly PrintedValue[]): readonly PrintedValue[] {
  const numbers = new Map(
    [...codesByTable(values)].flatMap(([list, tables]) => {
      const found = renumbered(tables);
      return found ? [[list, found] as const] : [];
    }),
  );
  if (numbers.size === 0) return values;
  return values.map((value) => {
    const row = rowOf(value);
    const number = row && numbers.get(row.list)?.get(`${value.at.block} ${row.index}`);
    return number === undefined ? value : { ...value, path: `${row?.list}[${number}].${row?.rest}` };
  });
}
