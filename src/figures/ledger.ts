/**
 * The ledger: every expenditure of the workbook as one flat list. Tables 1–5, 7–9 and 12 are sums over it, so income equals
 * expenditure by construction, because an expenditure carries its source (form.md, "One fact, entered once").
 */
import type { Facts, ProjectSpendingRow } from '../model/facts.js';
import { type EconomicClass, economicClasses, type FundingSource } from '../model/terms.js';
import type { CellRef } from '../workbook/cells.js';
import type { Money } from './money.js';

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

export function ledgerOf(facts: Facts): readonly Entry[] {
  return [...basicEntries(facts), ...facts.projectSpending.flatMap(projectEntries)];
}

function basicEntries(facts: Facts): Entry[] {
  return facts.basicByFunction.flatMap((row) => {
    const common = { unit: row.unit.value, code: row.code.value, source: row.source.value };
    return (['personnel', 'public'] as const).flatMap((nature) => {
      const cell = row[nature];
      return cell ? [{ ...common, nature, amount: cell.value, at: cell.at }] : [];
    });
  });
}

function projectEntries(row: ProjectSpendingRow): Entry[] {
  const common = { unit: row.unit.value, code: row.code.value, source: row.source.value, project: row.project.value };
  return economicClasses.flatMap((economicClass) => {
    const cell = row[`c${economicClass}`];
    return cell ? [{ ...common, nature: 'project' as const, economicClass, amount: cell.value, at: cell.at }] : [];
  });
}
