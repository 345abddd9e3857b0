/**
 * 基本支出（功能）: tables print it by 项 or by 人员 / 公用, never by both for the general budget, and by unit only where it is
 * carried over.
 */
import type { economicClasses, FundingSource } from '../../vocabulary/terms.js';
import { halfPrintedStep, lesser, printedStep, sumOf } from '../amounts.js';
import type { Printed } from '../printed.js';
import { type BasicRow, mergedBasic } from './rows.js';
import { type CodeMoney, type FiscalBudget, fiscalBudgets, type OtherColumn } from './tables.js';

/** 社会保障和就业、卫生健康、住房保障: their basic expenditure is money for people, as long as other 项 can hold the running costs. */
const peopleClasses: readonly string[] = ['208', '210', '221'];

/** What a project's economic class is taken for where none is printed. */
export const usualClass: (typeof economicClasses)[number] = '302';

export interface CarriedBasic {
  readonly unit: string;
  readonly column: Extract<OtherColumn, 'carryFiscal' | 'carryNonFiscal'>;
  readonly personnel: bigint;
  readonly public: bigint;
}

/** Table 12's carried-over basic expenditure by unit. */
export function carriedBasic(read: Printed, unitOf: (path: string) => string): CarriedBasic[] {
  return read.items('carryOver.units').flatMap((path) =>
    (['carryFiscal', 'carryNonFiscal'] as const).flatMap((column): CarriedBasic[] => {
      const of = (nature: string) => read.amount(`${path}.basic.${column}.${nature}`);
      const [personnel, running] = [of('personnel'), of('public')];
      return personnel + running === 0n ? [] : [{ unit: unitOf(path), column, personnel, public: running }];
    }),
  );
}

/** 公用经费 of the general budget, given to the 项 that can have it in proportion to their basic expenditure. */
function runningCosts(read: Printed, codes: readonly CodeMoney[]): { of: ReadonlyMap<string, bigint>; how: string } {
  const running = read.amount('economic.public');
  const basic = codes.filter(({ budgets }) => budgets.general.basic > 0n);
  const offices = basic.filter(({ code }) => !peopleClasses.includes(code.slice(0, 3)));
  const room = (rows: readonly CodeMoney[]) => sumOf(rows.map(({ budgets }) => budgets.general.basic));
  const taking = room(offices) >= running ? offices : basic;
  const whole = room(taking);
  const of = new Map<string, bigint>();
  let left = running;
  taking.forEach(({ code, budgets }, index) => {
    // as it is printed
    const part = whole === 0n ? 0n : (budgets.general.basic * running) / whole / printedStep;
    const share = lesser(index === taking.length - 1 ? left : lesser(left, part * printedStep), budgets.general.basic);
    of.set(code, share);
    left -= share;
  });
  if (basic.length <= 1) return { of, how: '' };
  const how =
    taking.length === 1
      ? '各科目的人员、公用经费没有分别公开，公用经费全部列在这一科目'
      : '各科目的人员、公用经费没有分别公开，公用经费按各科目基本支出的比例分摊';
  return { of, how };
}

const sourcesOf: Readonly<Record<FiscalBudget, readonly [own: FundingSource, transfer: FundingSource]>> = {
  general: ['generalOwn', 'generalTransfer'],
  fund: ['fundOwn', 'fundTransfer'],
  capital: ['capitalOwn', 'capitalTransfer'],
};
export const ownAndTransfer = sourcesOf;

/**
 * This year's basic expenditure from the fiscal budgets. `ofTransfer`: how much of a 项's basic expenditure is paid from
 * the transfer.
 */
export function fiscalBasic(
  read: Printed,
  codes: readonly CodeMoney[],
  unit: { readonly name: string; readonly how: string },
  ofTransfer: (code: string, budget: FiscalBudget) => bigint,
): BasicRow[] {
  const running = runningCosts(read, codes);
  const rows = fiscalBudgets.flatMap((budget) =>
    codes.flatMap(({ code, budgets }): BasicRow[] => {
      const { basic, public: printedPublic } = budgets[budget];
      if (basic === 0n) return [];
      const running_ = budget === 'general' ? (running.of.get(code) ?? 0n) : printedPublic;
      const how = [budget === 'general' ? running.how : '', unit.how].filter((text) => text !== '').join('；');
      return split(basic - running_, running_, ofTransfer(code, budget)).map(([personnel, public_], index) => ({
        ...{ unit: unit.name, code, source: sourcesOf[budget][index] ?? sourcesOf[budget][0], how },
        personnel,
        public: public_,
      }));
    }),
  );
  return mergedBasic(rows);
}

/** 人员 and 公用 from own funds and from the transfer, the transfer paying people first. */
function split(personnel: bigint, running: bigint, transfer: bigint): (readonly [bigint, bigint])[] {
  if (transfer <= halfPrintedStep) return [[personnel, running]];
  const people = lesser(personnel, transfer);
  const rest = lesser(running, transfer - people);
  return [
    [personnel - people, running - rest],
    [people, rest],
  ];
}

/** 公用经费 that table 11 shows a unit to have: its 委托业务费 that no project of its own pays. */
export interface NeededRunning {
  readonly unit: string;
  readonly amount: bigint;
}

/** Rows of a unit that must have 公用经费 and has none, taken off the row that has most of it. */
export function withNeededRunning(rows: readonly BasicRow[], needed: readonly NeededRunning[]): BasicRow[] {
  return needed.reduce<BasicRow[]>(
    (all, { unit, amount }) => {
      const general = all.filter((row) => row.source === 'generalOwn');
      const has = sumOf(general.filter((row) => row.unit === unit).map((row) => row.public));
      const [most] = general.filter((row) => row.unit !== unit).sort((a, b) => (a.public < b.public ? 1 : -1));
      if (has >= amount || most === undefined || most.public <= amount) return all;
      const how = '委托业务费表上这个单位有公用经费安排的委托业务费，至少列这么多公用经费';
      const taken = all.map((row) => (row === most ? { ...row, public: row.public - amount } : row));
      return [...taken, { ...most, unit, personnel: 0n, public: amount, how }];
    },
    [...rows],
  );
}
