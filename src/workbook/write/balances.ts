/**
 * What must agree (src/workbook/layout/balances.ts), shown to the officer while typing. `yusuan check` holds far more;
 * these are the ones that a plain formula can show.
 */
import { type Money, parseMoney, subtract, sum } from '../../vocabulary/money.js';
import { labelOf } from '../../vocabulary/terms.js';
import { type Addends, type BalanceSide, balances, type RowCondition } from '../layout/balances.js';
import type { Formula } from './formulas.js';
import {
  type ContentRow,
  cached,
  columnOf,
  type Placed,
  type PlacedColumn,
  type Places,
  rangeOf,
  total,
} from './place.js';

/** A balance as the first tab shows it. */
export interface ShownBalance {
  readonly title: string;
  readonly left: Formula;
  readonly right: Formula;
  /** From the addresses of the two sides: the difference and the verdict. */
  readonly difference: number;
  readonly verdict: Verdict;
  /** Nothing to compare with while the right side is blank. */
  readonly rightMayBeBlank: boolean;
}

export const verdicts = { agrees: '一致', differs: '不一致', empty: '待填' } as const;
export type Verdict = (typeof verdicts)[keyof typeof verdicts];

interface Term {
  readonly formula: string;
  readonly value: Money;
}

/** Undefined where the plan does not have the sheet or a column. */
function termOf(places: Places, { addends }: BalanceSide): Term | undefined {
  const whole: string[] = [];
  const chosen: string[] = [];
  const values: Money[] = [];
  for (const part of addends) {
    const placed = places.get(part.sheet);
    const columns = part.amounts.flatMap((key) => (placed && columnOf(placed, key)) || []);
    const ranges = columns.flatMap(({ key }) => rangeOf(places, part.sheet, key) ?? []);
    const where = placed && conditionOf(placed, part);
    if (placed?.kind !== 'table' || ranges.length === 0 || (part.where && !where)) continue;
    const rows = where ? placed.rows.filter((row) => where.holds(row)) : placed.rows;
    values.push(
      total(
        rows,
        columns.map(({ column }) => column.header),
      ),
    );
    if (where) chosen.push(...ranges.map((range) => where.sum(rangeOf(places, part.sheet, where.key) ?? '', range)));
    else whole.push(...ranges);
  }
  const formulas = [...(whole.length > 0 ? [`SUM(${whole.join(',')})`] : []), ...chosen];
  return formulas.length === 0 ? undefined : { formula: formulas.join('+'), value: sum(values) };
}

interface Condition {
  readonly key: string;
  readonly holds: (row: ContentRow) => boolean;
  /** The formula: of the criteria's range and that of the amounts. */
  readonly sum: (criteria: string, amounts: string) => string;
}

function conditionOf(placed: Placed, { where }: Addends): Condition | undefined {
  const placedColumn = where && columnOf(placed, where.column);
  return where && placedColumn && conditionOn(placedColumn, where);
}

/** Codes may be typed as text or as numbers. */
function conditionOn({ key, column }: PlacedColumn, { kind, values }: RowCondition): Condition {
  const text = (row: ContentRow) => row[column.header] ?? '';
  if (kind === 'beginsWith')
    return {
      key,
      holds: (row) => values.some((code) => text(row).startsWith(code)),
      sum: (codes, amounts) =>
        values.map((code) => `SUMPRODUCT((LEFT(${codes},${code.length})="${code}")*1,${amounts})`).join('+'),
    };
  const { type } = column;
  const words = values.map((id) => (type.kind === 'choice' ? labelOf(type.choices, id) : id));
  return {
    key,
    holds: (row) => words.includes(text(row)),
    sum: (criteria, amounts) => words.map((word) => `SUMIF(${criteria},"${word}",${amounts})`).join('+'),
  };
}

const asFormula = ({ formula, value }: Term): Formula => ({ formula, result: cached(value) });

function verdictOf(left: number, right: number, difference: number): Verdict {
  if (right === 0 && left === 0) return verdicts.empty;
  return difference === 0 ? verdicts.agrees : verdicts.differs;
}

function shown(places: Places, [one, other]: readonly [BalanceSide, BalanceSide]): ShownBalance[] {
  const [left, right] = [termOf(places, one), termOf(places, other)];
  if (!left || !right) return [];
  const difference = cached(subtract(left.value, right.value));
  const [l, r] = [asFormula(left), asFormula(right)];
  const verdict = verdictOf(Number(l.result), Number(r.result), difference);
  const title = `${one.name} 与 ${other.name}`;
  return [{ title, left: l, right: r, difference, verdict, rightMayBeBlank: false }];
}

/** The balances that the plan's sheets allow, with formulas and their results for the content. */
export function shownBalances(places: Places): ShownBalance[] {
  const { T10: approved, ...always } = balances;
  const control = places.get('controlTotals');
  const rows = control?.kind === 'table' ? control.rows : [];
  const typed = rows.some((row) => parseMoney(Object.values(row)[1] ?? '', 'yuan', 'exact'));
  return [
    ...Object.values(always).flatMap((declared) => shown(places, declared)),
    ...shown(places, approved).map((row) => ({
      ...row,
      title: `${row.title}（填了才核对）`,
      rightMayBeBlank: true,
      verdict: typed || row.right.result !== 0 ? row.verdict : verdicts.empty,
    })),
  ];
}
