/** What is paid from one of the fiscal budgets cannot be more than that budget spends. */
import { type Finding, finding } from '../diagnostics/finding.js';
import { inGroup, sumOfEntries } from '../figures/compared.js';
import { compare, isZero, sum } from '../vocabulary/money.js';
import { budgets } from '../vocabulary/terms.js';
import { amountsOf, type Check, type CheckContext } from './check.js';

/** 三公 is paid from 公用经费 or projects of the budget in whose column it stands. */
function threePublicWithinBudget(context: CheckContext): Finding[] {
  const { facts, ledger } = context;
  const text = amountsOf(context);
  if (ledger.length === 0) return []; // T15 says that nothing is spent at all
  return Object.entries(budgets).flatMap(([label, budget]) => {
    const cells = facts.threePublic.flatMap((row) => row[budget] ?? []);
    const at = cells.find((cell) => !isZero(cell.value))?.at;
    if (!at) return [];
    const paid = sum(cells.map((cell) => cell.value));
    const own = ledger.filter(inGroup(budget));
    const limit = sumOfEntries(own.filter((entry) => entry.nature !== 'personnel'));
    if (compare(paid, limit) <= 0) return [];
    const details = { found: text(paid), expected: text(limit), related: cells.map((cell) => cell.at) };
    return [finding('T19', { at, column: label, ...details })];
  });
}

/** 委托业务费 is paid from its project, or from the unit's 公用经费, of the budget in whose column it stands. */
function commissionedWithinBudget(context: CheckContext): Finding[] {
  const { facts, ledger } = context;
  const text = amountsOf(context);
  return facts.commissioned.flatMap((row) =>
    Object.entries(budgets).flatMap(([label, budget]) => {
      const cell = row[budget];
      if (!cell) return [];
      const own = ledger.filter(inGroup(budget)).filter((entry) => entry.unit === row.unit.value);
      const payers = own.filter((entry) =>
        row.nature.value === 'basic' ? entry.nature === 'public' : entry.project === row.project.value,
      );
      const limit = sumOfEntries(payers);
      if (compare(cell.value, limit) <= 0) return [];
      const details = {
        found: text(cell.value),
        expected: text(limit),
        related: payers.map((entry) => entry.at),
      };
      return [finding('T20', { at: cell.at, row: row.project.value, column: label, ...details })];
    }),
  );
}

export const budgetChecks: readonly Check[] = [
  {
    title: '“三公”经费与预算支出',
    reads: ['threePublic', 'basicByFunction', 'projectSpending'],
    run: threePublicWithinBudget,
  },
  {
    title: '委托业务费与预算支出',
    reads: ['commissioned', 'basicByFunction', 'projectSpending'],
    needs: ['commissioned'],
    run: commissionedWithinBudget,
  },
];
