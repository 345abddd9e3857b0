/** What tables 1 to 5 and 7 to 9 print of each 项, as amounts in 分. */
import type { FundingSource } from '../../vocabulary/terms.js';
import { atLeastZero } from '../amounts.js';
import type { Printed } from '../printed.js';
import { codeOf } from '../sheets/codes.js';

export const fiscalBudgets = ['general', 'fund', 'capital'] as const;
export type FiscalBudget = (typeof fiscalBudgets)[number];

/** Columns of table 2, and the sources that each may be. */
export const otherColumns = {
  specialAccount: ['specialAccount'],
  unitFunds: ['businessIncome', 'superiorGrant', 'affiliatedPayment', 'operatingIncome', 'otherIncome'],
  carryFiscal: ['carryGeneral', 'carryFund', 'carryCapital'],
  carryNonFiscal: ['carrySpecialAccount', 'carryUnitFunds'],
} as const satisfies Record<string, readonly FundingSource[]>;
export type OtherColumn = keyof typeof otherColumns;
export const otherColumnKeys = Object.keys(otherColumns) as OtherColumn[];

export interface BudgetMoney {
  readonly own: bigint;
  readonly transfer: bigint;
  readonly basic: bigint;
  /** Printed for the two funds only. */
  readonly personnel: bigint;
  readonly public: bigint;
  readonly project: bigint;
}

export interface CodeMoney {
  readonly code: string;
  readonly name: string;
  readonly budgets: Readonly<Record<FiscalBudget, BudgetMoney>>;
  readonly other: Readonly<Record<OtherColumn, bigint>>;
  /** Basic expenditure that none of the three fiscal budgets pays. */
  readonly otherBasic: bigint;
}

const nothing: BudgetMoney = { own: 0n, transfer: 0n, basic: 0n, personnel: 0n, public: 0n, project: 0n };

function budgetMoney(read: Printed, all: string, own: string | undefined, budget: FiscalBudget): BudgetMoney {
  const sources = {
    own: read.amount(`${all}.${budget}Own.total`),
    transfer: read.amount(`${all}.${budget}Transfer.total`),
  };
  if (own === undefined) return { ...nothing, ...sources };
  const of = (nature: string) => read.amount(`${own}.amounts.${budget}.${nature}`);
  const [personnel, running] = [of('personnel'), of('public')];
  const basic = budget === 'general' ? of('basic') : personnel + running;
  return { ...sources, personnel, public: running, basic, project: of('project') };
}

/** In code order, whole 分. */
export function codeMoney(read: Printed): CodeMoney[] {
  const byBudget = fiscalBudgets.map((budget) => {
    const rows = read.items(`codes.${budget}`).map((path) => [codeOf(read, path), path] as const);
    return [budget, new Map(rows)] as const;
  });
  return read.items('codes.all').flatMap((path): CodeMoney[] => {
    const code = codeOf(read, path);
    if (code.length !== 7) return [];
    const all = `${path}.amounts`;
    const budgets = Object.fromEntries(
      byBudget.map(([budget, rows]) => [budget, budgetMoney(read, all, rows.get(code), budget)]),
    ) as Record<FiscalBudget, BudgetMoney>;
    const other = Object.fromEntries(
      otherColumnKeys.map((column) => [column, read.amount(`${all}.${column}.total`)]),
    ) as Record<OtherColumn, bigint>;
    const paid = fiscalBudgets.reduce((sum, budget) => sum + budgets[budget].basic, 0n);
    const otherBasic = atLeastZero(read.amount(`${all}.all.basic`) - paid);
    return [{ code, name: read.text(`${path}.name`) ?? code, budgets, other, otherBasic }];
  });
}
