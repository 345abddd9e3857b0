/** 批复数: control totals that the office typed, against the computed ones (FORM agree-6). */
import { type Finding, finding } from '../diagnostics/finding.js';
import { gridOf } from '../figures/grid.js';
import { compare, type Money, subtract, sum } from '../vocabulary/money.js';
import { type ControlItem, controlItems, labelOf } from '../vocabulary/terms.js';
import type { SheetKey } from '../workbook/layout/layout.js';
import type { Cell } from '../workbook/layout/types.js';
import { amountsOf, type Check, type CheckContext } from './check.js';
import { approvedRoundingRemedy, isWithinRounding, roundingRemedy } from './rounding.js';

function computedTotals({ facts, ledger }: CheckContext): Record<ControlItem, Money> {
  const all = gridOf('全部', ledger);
  const paid = (
    rows: readonly {
      general: Cell<Money> | undefined;
      fund: Cell<Money> | undefined;
      capital: Cell<Money> | undefined;
    }[],
  ) => sum(rows.flatMap((row) => [row.general, row.fund, row.capital].flatMap((cell) => (cell ? [cell.value] : []))));
  return {
    total: all.all.total.amount,
    current: all.current.total.amount,
    fiscal: all.fiscal.total.amount,
    general: all.general.total.amount,
    fund: all.fund.total.amount,
    capital: all.capital.total.amount,
    specialAccount: all.specialAccount.total.amount,
    unitFunds: all.unitFunds.total.amount,
    carry: all.carry.total.amount,
    basic: all.all.basic.amount,
    personnel: all.all.personnel.amount,
    public: all.all.public.amount,
    project: all.all.project.amount,
    threePublic: paid(facts.threePublic),
    commissioned: paid(facts.commissioned),
  };
}

/** The form may do without the sheet that a total comes from; then there is nothing to hold it against. */
const sheetOfItem: Partial<Record<ControlItem, SheetKey>> = { commissioned: 'commissioned' };

function controlTotals(context: CheckContext): Finding[] {
  if (context.facts.controlTotals.length === 0) return [];
  const computed = computedTotals(context);
  const text = amountsOf(context);
  const { sheets } = context.form;
  return context.facts.controlTotals.flatMap((row) => {
    const from = sheetOfItem[row.item.value];
    if (from && !sheets.includes(from)) return [];
    const [own, approved] = [computed[row.item.value], row.amount.value];
    if (compare(own, approved) === 0) return [];
    const difference = compare(own, approved) > 0 ? subtract(own, approved) : subtract(approved, own);
    const inWan = isWithinRounding(difference, [approved]);
    const amounts = context.ledger.map((entry) => entry.amount);
    const rounding = inWan ? approvedRoundingRemedy : isWithinRounding(difference, amounts) ? roundingRemedy : '';
    const details = {
      found: text(own),
      expected: text(approved),
      values: { difference: text(difference), rounding },
    };
    return [finding('T10', { at: row.amount.at, row: labelOf(controlItems, row.item.value), ...details })];
  });
}

export const controlChecks: readonly Check[] = [
  {
    title: '批复数',
    reads: ['controlTotals', 'basicByFunction', 'projectSpending', 'threePublic', 'commissioned'],
    run: controlTotals,
  },
];
