/**
 * Amounts that must be the same in two places of the workbook, declared once: for the check (src/checks/totals.ts) and
 * for the formulas on the first tab. Source: FORM agree-1, agree-4, agree-6.
 */
import { basicClassNature, comparedIncomes, economicClasses } from '../../vocabulary/terms.js';
import type { SheetKey } from './layout.js';

/** The amounts of some columns, of all rows or of those whose column says one of these. */
export interface Addends {
  readonly sheet: SheetKey;
  /** Column keys. */
  readonly amounts: readonly string[];
  readonly where?: RowCondition;
}

export interface RowCondition {
  /** Column key. */
  readonly column: string;
  /** `is`: one of the ids of a choice; `beginsWith`: a code of one of these classes. */
  readonly kind: 'is' | 'beginsWith';
  readonly values: readonly string[];
}

export interface BalanceSide {
  /** As the first tab and the finding both call it. */
  readonly name: string;
  readonly addends: readonly Addends[];
}

export type Balance = readonly [BalanceSide, BalanceSide];

const generalSources = ['generalOwn', 'generalTransfer'];

function economic(nature: 'personnel' | 'public'): BalanceSide {
  const classes = Object.keys(basicClassNature).filter((code) => basicClassNature[code] === nature);
  const where = { column: 'code', kind: 'beginsWith', values: classes } as const;
  const name = `“基本支出（经济）”${classes.join('、')}类合计`;
  return { name, addends: [{ sheet: 'basicByEconomic', amounts: ['amount'], where }] };
}

function functional(nature: 'personnel' | 'public', word: string): BalanceSide {
  const where = { column: 'source', kind: 'is', values: generalSources } as const;
  const name = `“基本支出（功能）”一般公共预算${word}合计`;
  return { name, addends: [{ sheet: 'basicByFunction', amounts: [nature], where }] };
}

const lastYear = (name: string, lines: readonly string[]): BalanceSide => ({
  name,
  addends: [{ sheet: 'lastYear', amounts: ['amount'], where: { column: 'line', kind: 'is', values: lines } }],
});
const lastGeneral = lastYear('上年一般公共预算基本支出、项目支出合计', ['generalBasic', 'generalProject']);

/** By the code of the finding when the two differ. */
export const balances = {
  T01: [economic('personnel'), functional('personnel', '人员经费')],
  T02: [economic('public'), functional('public', '公用经费')],
  T06: [
    lastYear('上年各项收入来源合计', comparedIncomes),
    lastYear('上年基本支出、项目支出合计', ['basic', 'project']),
  ],
  T07: [lastYear('上年一般公共预算（含上级转移支付）合计', generalSources), lastGeneral],
  T08: [{ name: '“上年对比（科目）”合计', addends: [{ sheet: 'lastYearByCode', amounts: ['amount'] }] }, lastGeneral],
  /** `yusuan check` holds every 批复数 against the ledger; a formula can do it with the total. */
  T10: [
    {
      name: '本年支出总计',
      addends: [
        { sheet: 'basicByFunction', amounts: ['personnel', 'public'] },
        { sheet: 'projectSpending', amounts: economicClasses.map((code) => `c${code}`) },
      ],
    },
    {
      name: '批复数“收入总计”',
      addends: [
        { sheet: 'controlTotals', amounts: ['amount'], where: { column: 'item', kind: 'is', values: ['total'] } },
      ],
    },
  ],
} as const satisfies Record<string, Balance>;
