/**
 * What 财政专户, 单位资金 and carry-over pay: table 2 prints it by 项, table 12 the carry-over by unit and project, table 1 the
 * kinds of source.
 */
import type { FundingSource } from '../../vocabulary/terms.js';
import { halfPrintedStep, isAbout, lesser, roundedParts, sumOf } from '../amounts.js';
import type { Printed } from '../printed.js';
import { assignParts } from './assign.js';
import type { CarriedBasic } from './basic.js';
import type { BasicRow } from './rows.js';
import { type CodeMoney, type OtherColumn, otherColumnKeys, otherColumns } from './tables.js';

/** Money of one column of table 2 for one 项, still without its kind of source. */
export interface ColumnRow {
  readonly column: OtherColumn;
  readonly code: string;
  readonly unit: string;
  /** Undefined: basic expenditure. */
  readonly project: string | undefined;
  readonly amount: bigint;
  readonly personnel?: bigint;
  readonly how: string;
}

/** Basic expenditure that carry-over and other money pays, by 项. What is left of it no table explains. */
export function otherBasic(
  codes: readonly CodeMoney[],
  carried: readonly CarriedBasic[],
  ownUnit: string,
): ColumnRow[] {
  const rows: ColumnRow[] = [];
  const room = new Map(codes.map(({ code, otherBasic }) => [code, otherBasic]));
  const take = (column: OtherColumn, code: CodeMoney, wanted: bigint) => {
    const used = sumOf(rows.filter((row) => row.code === code.code && row.column === column).map((row) => row.amount));
    return lesser(lesser(wanted, code.other[column] - used), room.get(code.code) ?? 0n);
  };
  for (const { unit, column, personnel, public: running } of carried) {
    let [people, rest] = [personnel, running];
    for (const code of codes) {
      const amount = take(column, code, people + rest);
      if (amount <= 0n) continue;
      const ofPeople = lesser(people, amount);
      rows.push({ column, code: code.code, unit, project: undefined, amount, personnel: ofPeople, how: byAmounts });
      people -= ofPeople;
      rest -= amount - ofPeople;
      room.set(code.code, (room.get(code.code) ?? 0n) - amount);
    }
  }
  for (const code of codes) {
    for (const column of ['unitFunds', 'specialAccount'] as const) {
      const amount = take(column, code, code.other[column]);
      if (amount <= halfPrintedStep * 4n) continue;
      const how = '支出总体情况表的基本支出大于财政拨款各表之和，按非财政拨款安排的人员经费填写';
      rows.push({ column, code: code.code, unit: ownUnit, project: undefined, amount, personnel: amount, how });
      room.set(code.code, (room.get(code.code) ?? 0n) - amount);
    }
  }
  return rows;
}

const byAmounts = '按收入、支出、上年结转结余各表的金额推定';

/** What each column of table 2 leaves for projects, by 项; beside basic expenditure, rounding is nothing. */
export const projectRoom = (
  column: OtherColumn,
  codes: readonly CodeMoney[],
  basic: readonly ColumnRow[],
): ReadonlyMap<string, bigint> =>
  new Map(
    codes.map(({ code, other }) => {
      const used = basic.filter((row) => row.column === column && row.code === code).map((row) => row.amount);
      const left = other[column] - sumOf(used);
      return [code, used.length > 0 && isAbout(left, 0n, roundedParts) ? 0n : left];
    }),
  );

/** Each row with its kind of source, as table 1's sums tell it; a row may have to be split. */
export function withSources(
  read: Printed,
  rows: readonly ColumnRow[],
): (ColumnRow & { readonly source: FundingSource; readonly sourceHow: string })[] {
  return otherColumnKeys.flatMap((column) => {
    const own = rows.filter((row) => row.column === column);
    const kinds: readonly FundingSource[] = otherColumns[column];
    const totals = new Map<string, bigint>(kinds.map((kind) => [kind, read.amount(`amounts.${kind}.total`)]));
    const paying = kinds.filter((kind) => (totals.get(kind) ?? 0n) > 0n);
    const [only] = paying;
    const usual = only ?? kinds.at(-1) ?? 'otherIncome';
    if (paying.length <= 1) return own.map((row) => ({ ...row, source: usual, sourceHow: '' }));
    const parts = assignParts(own, totals);
    return parts.shares.map(({ part, to, amount }) => ({
      ...part,
      amount,
      ...(part.personnel === undefined ? {} : { personnel: lesser(part.personnel, amount) }),
      source: to as FundingSource,
      sourceHow: '资金来源按收支总体情况表各项来源的合计推定',
    }));
  });
}

/** The row of 基本支出（功能）, once the source is known: what is not 人员经费 is 公用经费. Whole 元. */
export const basicRowOf = (
  row: ColumnRow & { readonly source: FundingSource; readonly sourceHow: string },
): BasicRow => ({
  ...{ unit: row.unit, code: row.code, source: row.source, how: row.how },
  personnel: row.personnel ?? row.amount,
  public: row.amount - (row.personnel ?? row.amount),
});
