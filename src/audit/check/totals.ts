/** Totals against their rows and columns, within the rounding that the form allows. */
import { cellPlace } from '../place.js';
import { plain } from '../plain.js';
import { cellAt, columnLabel, goalOf, type Statement } from '../statement.js';
import { type AuditFinding, type Cents, centsOf, shown, withinRounding } from './finding.js';
import type { FormKey, FormList, FormRow, FormTable, Published } from './forms.js';

export function checkTotals(published: Published, unitNames: (name: string) => boolean): AuditFinding[] {
  const tables = [...published.tables.values()];
  return [
    ...tables.flatMap((table) => table.lists.flatMap((list, side) => checkList(table, list, side, unitNames))),
    ...published.goals.flatMap(({ table, headings }) => checkGoal(table, headings)),
  ];
}

/** One sum: what is printed against its addends. */
export function sumFinding(
  printed: Cents,
  addends: readonly Cents[],
  describe: { readonly what: string; readonly of: string; readonly place: AuditFinding['place']; readonly at: number },
): AuditFinding[] {
  const sum = addends.reduce((total, addend) => total + addend, 0);
  if (sum === printed || addends.length === 0) return [];
  const counted = addends.filter((addend) => addend !== 0).length;
  const severity = withinRounding(printed - sum, counted) ? 'note' : 'difference';
  const tail = severity === 'note' ? '，属四舍五入误差' : `，相差 ${shown(printed - sum)}`;
  const message = `${describe.what}为 ${shown(printed)}，${describe.of}相加为 ${shown(sum)}${tail}`;
  return [{ kind: 'total', severity, place: describe.place, message, at: describe.at }];
}

function checkList(
  table: FormTable,
  list: FormList,
  side: number,
  unitNames: (name: string) => boolean,
): AuditFinding[] {
  const depth = list.rows.map((row, index) => depthOf(table.key, side, row, list.rows.slice(0, index), unitNames));
  const rows = list.rows.flatMap((row, index) => {
    const children = row.isTotal ? topRows(list, depth) : childrenOf(list, depth, index);
    return children.length === 0 ? [] : checkColumns(table, list, row, children);
  });
  return [...rows, ...list.rows.flatMap((row) => checkRow(table, list, row)), ...checkParents(table, list)];
}

/** Above a 项 stands its 款, above a 款 its 类. */
function checkParents(table: FormTable, list: FormList): AuditFinding[] {
  return list.rows.flatMap((row, index) => {
    if (![5, 7].includes(row.code.length)) return [];
    const above = list.rows
      .slice(0, index)
      .findLast((other) => other.code.length < row.code.length && other.code !== '');
    const parent = list.rows.some(({ code }) => code.length === 5) ? row.code.slice(0, -2) : row.code.slice(0, 3);
    if (above?.code === parent) return [];
    const place = { headings: table.headings, row: row.label };
    const at = row.row.cells.find((cell) => cell.text !== '')?.at ?? -1;
    return [
      { kind: 'total', severity: 'difference', place, message: `上面没有它的上级科目 ${parent} 一行`, at } as const,
    ];
  });
}

/** The level of a row below the total, from 1. */
function depthOf(
  key: FormKey,
  side: number,
  row: FormRow,
  before: readonly FormRow[],
  unitNames: (name: string) => boolean,
): number {
  if (row.isTotal) return 0;
  const label = plain(row.label);
  if (key === 'balance' && side === 0) return /^[一二三]、/.test(label) ? 1 : /^\d/.test(label) ? 2 : 3;
  if (key === 'fiscalBalance' && side === 0) return /^[一二三]、/.test(label) ? 1 : 2;
  if (key === 'threePublic') return before.some((other) => /小计/.test(other.label)) && !/小计/.test(label) ? 2 : 1;
  if (key === 'commissioned' || key === 'carryOver') return unitNames(row.name) ? 1 : 2;
  if (row.code === '') return 1;
  const own = row.code.length === 3 ? 2 : row.code.length === 5 ? 3 : 4;
  return own;
}

function topRows(list: FormList, depth: readonly number[]): FormRow[] {
  const least = Math.min(...depth.filter((level) => level > 0));
  return list.rows.filter((_, index) => depth[index] === least);
}

/** The rows right below: those of the least level up to the next row that is not below. */
function childrenOf(list: FormList, depth: readonly number[], index: number): FormRow[] {
  const own = depth[index] ?? 0;
  const end = depth.findIndex((level, other) => other > index && level <= own);
  const below = list.rows.map((_, other) => other).slice(index + 1, end < 0 ? undefined : end);
  const least = Math.min(...below.map((other) => depth[other] ?? 0));
  return below.filter((other) => depth[other] === least).flatMap((other) => list.rows.slice(other, other + 1));
}

function checkColumns(table: FormTable, list: FormList, row: FormRow, children: readonly FormRow[]): AuditFinding[] {
  return list.panel.amounts.flatMap((column, index) => {
    const place = { headings: table.headings, ...cellPlace(table.statement, row.row, column) };
    const addends = children.map((child) => child.amounts[index] ?? 0);
    const at = cellAt(row.row, column)?.at ?? -1;
    return sumFinding(row.amounts[index] ?? 0, addends, { what: '合计', of: `下面 ${children.length} 行`, place, at });
  });
}

/** Which columns add up to which: a column called 合计, 总计 or 小计 and those under the same head, or all that follow. */
function columnSums(
  statement: Statement,
  list: FormList,
): { readonly total: number; readonly parts: readonly number[] }[] {
  const { amounts } = list.panel;
  const last = (column: number) => plain(statement.heads[column]?.at(-1) ?? '');
  const group = (column: number) => plain(statement.heads[column]?.at(-2) ?? '');
  const isSubtotal = (column: number) => /(小计|合计)$/.test(last(column)) && column !== amounts[0];
  const upper = (column: number) =>
    plain(
      statement.heads[column]?.find((text) =>
        amounts.some(
          (other) => isSubtotal(other) && statement.heads[other]?.includes(text) && !/(小计|合计)$/.test(plain(text)),
        ),
      ) ?? '',
    );
  const subtotals = amounts.filter(isSubtotal).map((total) => ({
    total,
    parts: amounts.filter(
      (other) => other !== total && upper(other) !== '' && upper(other) === (upper(total) || group(total)),
    ),
  }));
  const [first] = amounts;
  if (first === undefined || !/(合计|总计)$/.test(last(first))) return subtotals;
  const grouped = new Set(subtotals.flatMap(({ parts }) => parts));
  return [{ total: first, parts: amounts.filter((column) => column !== first && !grouped.has(column)) }, ...subtotals];
}

function checkRow(table: FormTable, list: FormList, row: FormRow): AuditFinding[] {
  const value = (column: number) => row.amounts[list.panel.amounts.indexOf(column)] ?? 0;
  return columnSums(table.statement, list).flatMap(({ total, parts }) => {
    const place = { headings: table.headings, ...cellPlace(table.statement, row.row, total) };
    const of =
      parts.length <= 4
        ? parts.map((column) => columnLabel(table.statement, column)).join('、')
        : `同一行 ${parts.length} 栏`;
    const at = cellAt(row.row, total)?.at ?? -1;
    return sumFinding(value(total), parts.map(value), { what: columnLabel(table.statement, total), of, place, at });
  });
}

/** 年度预算总额 = 财政拨款 + 其他资金, where a performance table prints all three in a row. */
function checkGoal(table: Published['goals'][number]['table'], headings: readonly string[]): AuditFinding[] {
  const row = table.rows.find((other) => other.cells.some((cell) => /年度预算总额|预算总额/.test(cell.text)));
  if (!row) return [];
  const amounts = row.cells
    .map((cell) => ({ cents: centsOf(cell.text), at: cell.at }))
    .filter(({ cents }) => cents !== undefined);
  const [total, ...parts] = amounts.map(({ cents }) => cents ?? 0);
  if (total === undefined || parts.length !== 2) return [];
  const place = { headings, row: [goalOf(table)?.name, '年度预算总额'].join(' ').trim() };
  return sumFinding(total, parts, { what: '年度预算总额', of: '财政拨款、其他资金', place, at: amounts[0]?.at ?? -1 });
}
