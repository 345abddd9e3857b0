/**
 * The ledger: every expenditure of the workbook as one flat list. Tables 1–5, 7–9 and 12 are sums over it, so income
 * equals expenditure by construction, because an expenditure carries its source (FORM fact-2).
 */
import type { Facts, ProjectSpendingRow } from '../model/facts.js';
import type { CellRef } from '../vocabulary/cells.js';
import { isZero, type Money } from '../vocabulary/money.js';
import { type EconomicClass, economicClasses, type FundingSource } from '../vocabulary/terms.js';
import type { Cell } from '../workbook/layout/types.js';

export interface Entry {
  readonly unit: string;
  /** Functional 项, 7 digits. */
  readonly code: string;
  readonly source: FundingSource;
  readonly nature: 'personnel' | 'public' | 'project';
  /** For project expenditure. */
  readonly project?: string;
  readonly economicClass?: EconomicClass;
  /** Exact, in 元. */
  readonly amount: Money;
  readonly at: CellRef;
}

/** A project's name is only unique within its unit. */
export const projectKey = (unit: string, project: string | undefined): string => `${unit}\n${project}`;

/** What has no money is no entry: so nothing that is counted or listed by the ledger counts or names it. */
const hasMoney = (cell: Cell<Money> | undefined): cell is Cell<Money> => cell !== undefined && !isZero(cell.value);

/** Every expenditure with money, in the order of the workbook. Amounts exact, in 元. */
export function ledgerOf(facts: Facts): readonly Entry[] {
  const entries: Entry[] = [];
  for (const row of facts.basicByFunction) addBasic(entries, row);
  for (const row of facts.projectSpending) addProject(entries, row);
  return entries;
}

function addBasic(entries: Entry[], row: Facts['basicByFunction'][number]): void {
  const [unit, code, source] = [row.unit.value, row.code.value, row.source.value];
  for (const nature of ['personnel', 'public'] as const) {
    const cell = row[nature];
    if (hasMoney(cell)) entries.push({ unit, code, source, nature, amount: cell.value, at: cell.at });
  }
}

function addProject(entries: Entry[], row: ProjectSpendingRow): void {
  const [unit, code, source, project] = [row.unit.value, row.code.value, row.source.value, row.project.value];
  for (const economicClass of economicClasses) {
    const cell = row[`c${economicClass}`];
    if (!hasMoney(cell)) continue;
    entries.push({ unit, code, source, project, nature: 'project', economicClass, amount: cell.value, at: cell.at });
  }
}
