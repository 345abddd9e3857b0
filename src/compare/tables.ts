/** What changed in the tables, row by row. */
import { type Money, zero } from '../vocabulary/money.js';
import { type AmountChange, amountChange, bySize } from './amounts.js';
import { type ComparedPair, pairColumns, pairRows, pairTables, type Timeless } from './pairs.js';
import type { ComparedRow, DataTable } from './rows.js';

export type ChangeKind = 'changed' | 'new' | 'gone';

export interface CellChange extends AmountChange {
  readonly column: string;
}

export interface RowChange {
  readonly kind: ChangeKind;
  /** 预算单位, '' where the table has none. */
  readonly unit: string;
  readonly code: string;
  readonly name: string;
  /** Code and name in the other document, where they are others. */
  readonly was: string;
  /** In the order of the table. */
  readonly cells: readonly CellChange[];
  /** The largest change of a cell, in 元. */
  readonly size: Money;
}

export interface TableChange {
  readonly number: string;
  readonly title: string;
  /** The biggest change first. */
  readonly rows: readonly RowChange[];
  /** Rows in both that are the same. */
  readonly unchanged: number;
  /** Columns that only one has; their amounts are not compared. */
  readonly columnsOnlyBefore: readonly string[];
  readonly columnsOnlyAfter: readonly string[];
  /** One of them has codes and no names beside them. */
  readonly isByCodeOnly: boolean;
}

export interface TablesCompared {
  readonly tables: readonly TableChange[];
  /** Titles. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

/** In the order of the later document. */
export function compareTables(
  before: readonly DataTable[],
  after: readonly DataTable[],
  timeless: Timeless,
): TablesCompared {
  const pairs = pairTables(before, after);
  return {
    tables: pairs.flatMap((pair) =>
      pair.before && pair.after ? [compareTable(pair.before, pair.after, timeless)] : [],
    ),
    onlyBefore: pairs.flatMap((pair) => (pair.after ? [] : [pair.before?.title ?? ''])),
    onlyAfter: pairs.flatMap((pair) => (pair.before ? [] : [pair.after?.title ?? ''])),
  };
}

function compareTable(before: DataTable, after: DataTable, timeless: Timeless): TableChange {
  const columns = pairColumns(before.columns, after.columns);
  const known = new Set(columns.values());
  // data of an earlier version do not say which unit a row belongs to
  const hasUnits = [before, after].every(({ rows }) => rows.some(({ unit }) => unit !== ''));
  const [olds, news] = [before, after].map(({ rows }) => (hasUnits ? rows : rows.map((row) => ({ ...row, unit: '' }))));
  const pairs = pairRows(olds ?? [], news ?? [], timeless);
  const rows = pairs.flatMap((pair) => rowChange(pair, columns) ?? []);
  return {
    number: after.number,
    title: after.title,
    rows: [...rows].sort((a, b) => bySize(b, a)),
    unchanged:
      pairs.filter((pair) => pair.before && pair.after).length - rows.filter(({ kind }) => kind === 'changed').length,
    columnsOnlyBefore: before.columns.filter((column) => !columns.has(column)),
    columnsOnlyAfter: after.columns.filter((column) => !known.has(column)),
    isByCodeOnly: [before, after].some(({ rows: own }) => {
      const coded = own.filter(({ code }) => code !== '');
      return coded.length > 0 && coded.every(({ name }) => name === '');
    }),
  };
}

/** Undefined where nothing has changed, and for a row without money that only one has: the form lists it. */
function rowChange(
  { before, after }: ComparedPair<ComparedRow>,
  columns: ReadonlyMap<string, string>,
): RowChange | undefined {
  const cells = [...columns].flatMap(([was, is]): CellChange[] => {
    const change = amountChange(before?.cells.get(was), after?.cells.get(is));
    return change ? [{ ...change, column: is }] : [];
  });
  const row = after ?? before;
  const was = before && after ? otherWords(before, after) : '';
  if (!row || (cells.length === 0 && was === '')) return undefined;
  const kind = before ? (after ? 'changed' : 'gone') : 'new';
  const size = cells
    .map((cell) => cell.size)
    .reduce((most, each) => (bySize({ size: each }, { size: most }) > 0 ? each : most), zero);
  return { kind, unit: row.unit, code: row.code, name: row.name, was, cells, size };
}

const wordsOf = ({ code, name }: ComparedRow): string => (code === '' ? name : `${code} ${name}`);

/** Spaces in a name, as PDF files lose them, are no other name. */
function otherWords(before: ComparedRow, after: ComparedRow): string {
  const plain = (row: ComparedRow) => wordsOf(row).normalize('NFKC').replace(/\s+/g, '');
  return plain(before) === plain(after) ? '' : wordsOf(before);
}
