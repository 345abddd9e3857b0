/** Everything that part 3 compares with last year, in one list. */
import { amountOfLine, generalByCode } from '../figures/compared.js';
import type { CellRef } from '../vocabulary/cells.js';
import { type Money, sum, zero } from '../vocabulary/money.js';
import { comparedLines, labelOf, threePublicItems } from '../vocabulary/terms.js';
import type { Cell } from '../workbook/layout/types.js';
import { type CheckContext, codeText } from './check.js';

export interface LastYearComparison {
  readonly sheet: 'lastYear' | 'lastYearByCode' | 'threePublic';
  /** Where the reason belongs. */
  readonly row: CellRef;
  readonly label: string;
  readonly now: Money;
  readonly last: Cell<Money>;
  readonly reason: Cell<string> | undefined;
}

const filled = (cells: readonly (Cell<Money> | undefined)[]): Money =>
  sum(cells.flatMap((cell) => (cell ? [cell.value] : [])));

function threePublic({ facts }: CheckContext): LastYearComparison[] {
  return facts.threePublic.map((row) => ({
    sheet: 'threePublic',
    row: row.at,
    label: `“${labelOf(threePublicItems, row.item.value)}”`,
    now: filled([row.general, row.fund, row.capital]),
    last: { value: filled([row.lastGeneral, row.lastFund, row.lastCapital]), at: row.lastGeneral.at },
    reason: row.reason,
  }));
}

function lines({ facts, ledger }: CheckContext): LastYearComparison[] {
  return facts.lastYear.map((row) => ({
    sheet: 'lastYear',
    row: row.at,
    label: `“${labelOf(comparedLines, row.line.value)}”`,
    now: amountOfLine(row.line.value, facts, ledger),
    last: row.amount,
    reason: row.reason,
  }));
}

function codes(context: CheckContext): LastYearComparison[] {
  const { facts, ledger } = context;
  const amounts = generalByCode(ledger);
  return facts.lastYearByCode.map((row) => ({
    sheet: 'lastYearByCode',
    row: row.at,
    label: `科目 ${codeText(context, row.code.value, 'functional')} `,
    now: amounts.get(row.code.value) ?? zero,
    last: row.amount,
    reason: row.reason,
  }));
}

const readers: Readonly<Record<LastYearComparison['sheet'], (context: CheckContext) => LastYearComparison[]>> = {
  lastYear: lines,
  lastYearByCode: codes,
  threePublic,
};

/** Several checks of one run ask for the same. */
const made = new WeakMap<CheckContext, Map<LastYearComparison['sheet'], readonly LastYearComparison[]>>();

/** Of one sheet, since the others may be in error. */
export function comparisons(context: CheckContext, sheet: LastYearComparison['sheet']): readonly LastYearComparison[] {
  const known = made.get(context) ?? new Map<LastYearComparison['sheet'], readonly LastYearComparison[]>();
  made.set(context, known);
  const own = known.get(sheet) ?? readers[sheet](context);
  known.set(sheet, own);
  return own;
}
