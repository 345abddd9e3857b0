/**
 * What must agree, shown to the officer while typing. Source: FORM agree-1 to agree-6. `yusuan check` holds
 * far more; these are the ones that a plain formula can show.
 */
import { type Money, parseMoney, subtract, sum } from '../../vocabulary/money.js';
import type { SheetKey } from '../layout/layout.js';
import type { Formula } from './formulas.js';
import { type ContentRow, cached, columnOf, type Places, rangeOf, total } from './place.js';

interface Term {
  readonly formula: string;
  readonly value: Money;
}

export interface Balance {
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

const generalSources = ['一般公共预算', '上级一般公共预算转移支付'] as const;
const fundingLines = [
  '一般公共预算',
  '上级一般公共预算转移支付',
  '政府性基金预算',
  '上级政府性基金转移支付',
  '国有资本经营预算',
  '上级国有资本经营转移支付',
  '财政专户核拨',
  '单位资金',
  '财政拨款结转',
  '非财政拨款结转结余',
] as const;

type Where = (row: ContentRow) => boolean;

function rowsOf(places: Places, key: SheetKey): readonly ContentRow[] {
  const placed = places.get(key);
  return placed?.kind === 'table' ? placed.rows : [];
}

function headerOf(places: Places, key: SheetKey, column: string): string {
  const placed = places.get(key);
  return (placed && columnOf(placed, column)?.column.header) ?? '';
}

function amountWhere(places: Places, key: SheetKey, amount: string, where: Where): Money {
  const header = headerOf(places, key, amount);
  return total(rowsOf(places, key).filter(where), [header]);
}

/** The amounts of the rows whose label is one of `labels`. */
function sumIf(
  places: Places,
  key: SheetKey,
  label: string,
  labels: readonly string[],
  amount: string,
): Term | undefined {
  const criteria = rangeOf(places, key, label);
  const amounts = rangeOf(places, key, amount);
  if (criteria === undefined || amounts === undefined) return undefined;
  const header = headerOf(places, key, label);
  return {
    formula: labels.map((word) => `SUMIF(${criteria},"${word}",${amounts})`).join('+'),
    value: amountWhere(places, key, amount, (row) => labels.includes(row[header] ?? '')),
  };
}

/** The amounts of the economic codes that begin with one of `classes`, typed as text or as numbers. */
function sumClasses(places: Places, classes: readonly string[]): Term | undefined {
  const codes = rangeOf(places, 'basicByEconomic', 'code');
  const amounts = rangeOf(places, 'basicByEconomic', 'amount');
  if (codes === undefined || amounts === undefined) return undefined;
  const header = headerOf(places, 'basicByEconomic', 'code');
  return {
    formula: classes.map((code) => `SUMPRODUCT((LEFT(${codes},3)="${code}")*1,${amounts})`).join('+'),
    value: amountWhere(places, 'basicByEconomic', 'amount', (row) => classes.includes((row[header] ?? '').slice(0, 3))),
  };
}

function sumColumns(places: Places, columns: readonly (readonly [SheetKey, readonly string[]])[]): Term | undefined {
  const ranges = columns.flatMap(([key, names]) => names.map((name) => rangeOf(places, key, name)));
  const known = ranges.filter((range) => range !== undefined);
  if (known.length === 0) return undefined;
  const values = columns.map(([key, names]) =>
    total(
      rowsOf(places, key),
      names.map((name) => headerOf(places, key, name)).filter((header) => header !== ''),
    ),
  );
  return { formula: `SUM(${known.join(',')})`, value: sum(values) };
}

const asFormula = ({ formula, value }: Term): Formula => ({ formula, result: cached(value) });

function verdictOf(left: number, right: number, difference: number): Verdict {
  if (right === 0 && left === 0) return verdicts.empty;
  return difference === 0 ? verdicts.agrees : verdicts.differs;
}

function balance(title: string, left: Term | undefined, right: Term | undefined): Balance[] {
  if (!left || !right) return [];
  const difference = cached(subtract(left.value, right.value));
  const [l, r] = [asFormula(left), asFormula(right)];
  const verdict = verdictOf(Number(l.result), Number(r.result), difference);
  return [{ title, left: l, right: r, difference, verdict, rightMayBeBlank: false }];
}

const allSpending = [
  ['basicByFunction', ['personnel', 'public']],
  ['projectSpending', ['c301', 'c302', 'c303', 'c307', 'c309', 'c310', 'c311', 'c312', 'c313', 'c399']],
] as const;

/** The balances that the plan's sheets allow, with formulas and their results for the content. */
export function balances(places: Places): Balance[] {
  const general = (amount: string) => sumIf(places, 'basicByFunction', 'source', generalSources, amount);
  const last = (lines: readonly string[]) => sumIf(places, 'lastYear', 'line', lines, 'amount');
  const approved = sumIf(places, 'controlTotals', 'item', ['收入总计'], 'amount');
  const typed = rowsOf(places, 'controlTotals').some((row) => parseMoney(Object.values(row)[1] ?? '', 'yuan', 'exact'));
  return [
    ...balance(
      '一般公共预算人员经费：“基本支出（功能）”与“基本支出（经济）”301、303类',
      general('personnel'),
      sumClasses(places, ['301', '303']),
    ),
    ...balance(
      '一般公共预算公用经费：“基本支出（功能）”与“基本支出（经济）”302、310类',
      general('public'),
      sumClasses(places, ['302', '310']),
    ),
    ...balance('上年：各项资金来源合计 与 基本支出＋项目支出', last(fundingLines), last(['基本支出', '项目支出'])),
    ...balance(
      '上年：一般公共预算（含上级转移支付）与 其基本＋项目支出',
      last(generalSources),
      last(['一般公共预算基本支出', '一般公共预算项目支出']),
    ),
    ...balance(
      '上年：一般公共预算（含上级转移支付）与 分科目合计',
      last(generalSources),
      sumColumns(places, [['lastYearByCode', ['amount']]]),
    ),
    ...balance('本年支出总计 与 批复数“收入总计”（填了才核对）', sumColumns(places, allSpending), approved).map(
      (row) => ({
        ...row,
        rightMayBeBlank: true,
        verdict: typed || row.right.result !== 0 ? row.verdict : verdicts.empty,
      }),
    ),
  ];
}
