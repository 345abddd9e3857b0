/** Amounts that stand in two places (FORM agree-1 to agree-4). Exact to the 分, except rounded last-year figures. */
import { type Finding, finding } from '../diagnostics/finding.js';
import { classKeys } from '../figures/groups.js';
import type { CellRef } from '../vocabulary/cells.js';
import {
  compare,
  isMultipleOfHundred,
  isZero,
  type Money,
  roundingAllowance,
  subtract,
  sum,
} from '../vocabulary/money.js';
import { commissionedEconomicCode, labelOf, threePublicEconomicCodes, threePublicItems } from '../vocabulary/terms.js';
import { type BalanceSide, balances, type RowCondition } from '../workbook/layout/balances.js';
import { layout } from '../workbook/layout/layout.js';
import type { Cell } from '../workbook/layout/types.js';
import { amountsOf, type Check, type CheckContext, codeText } from './check.js';
import { isWithinRounding, roundingRemedy } from './rounding.js';

interface Side {
  readonly total: Money;
  readonly amounts: readonly Money[];
  readonly cells: readonly CellRef[];
}

type FactRow = Readonly<Record<string, Cell<unknown> | undefined>>;

/** The amounts of a declared side, by the ids that it names where it does, else in the order of the rows. */
function cellsOf({ facts }: CheckContext, { addends }: BalanceSide): Cell<Money>[] {
  return addends.flatMap(({ sheet, amounts, where }) => {
    const rows = facts[sheet] as unknown as readonly FactRow[];
    const among = where ? where.values.flatMap((value) => rows.filter((row) => holds(row, where, value))) : rows;
    return defined(among.flatMap((row) => amounts.map((key) => row[key] as Cell<Money> | undefined)));
  });
}

function holds(row: FactRow, { column, kind }: RowCondition, value: string): boolean {
  const said = String(row[column]?.value ?? '');
  return kind === 'is' ? said === value : said.startsWith(value);
}

const side = (cells: readonly Cell<Money>[]): Side => ({
  total: sum(cells.map((cell) => cell.value)),
  amounts: cells.map((cell) => cell.value),
  cells: cells.map((cell) => cell.at),
});

const distance = (a: Money, b: Money): Money => (compare(a, b) >= 0 ? subtract(a, b) : subtract(b, a));
const defined = <T>(values: readonly (T | undefined)[]): T[] => values.filter((value) => value !== undefined);

/** A finding when the two sides differ, with both sides' cells. */
type Agreement = 'T01' | 'T02' | 'T04' | 'T06' | 'T07' | 'T08';

function mustAgree(context: CheckContext, code: Agreement, at: CellRef, a: Side, b: Side): Finding[] {
  if (compare(a.total, b.total) === 0) return [];
  const text = amountsOf(context);
  const difference = distance(a.total, b.total);
  const isRounding = isWithinRounding(difference, [...a.amounts, ...b.amounts]);
  const values = { difference: text(difference), rounding: isRounding ? roundingRemedy : '' };
  const related = [...a.cells, ...b.cells];
  return [finding(code, { at, found: text(a.total), expected: text(b.total), values, related })];
}

const firstCell = (cells: readonly CellRef[], sheet: string): CellRef => cells[0] ?? { sheet, row: 0, column: 0 };

/** Table 6 against 人员 / 公用经费 of general-budget basic expenditure by function (FORM agree-1). */
function basicExpenditure(context: CheckContext): Finding[] {
  return (['T01', 'T02'] as const).flatMap((code) => {
    const [a, b] = balances[code].map((declared) => side(cellsOf(context, declared))) as [Side, Side];
    return mustAgree(context, code, firstCell(a.cells, layout.basicByEconomic.name), a, b);
  });
}

/** A 三公 item may exceed the basic-expenditure line because projects may pay too, never be less (FORM agree-2). */
function threePublicAgainstEconomic(context: CheckContext): Finding[] {
  const { facts } = context;
  const text = amountsOf(context);
  return facts.threePublic.flatMap((row) => {
    const code = threePublicEconomicCodes[row.item.value];
    const economic = side(facts.basicByEconomic.filter((line) => line.code.value === code).map((line) => line.amount));
    if (compare(row.general.value, economic.total) >= 0) return [];
    const details = { found: text(row.general.value), expected: text(economic.total), related: economic.cells };
    return [
      finding('T03', {
        at: row.general.at,
        row: labelOf(threePublicItems, row.item.value),
        values: { code: codeText(context, code, 'economic') },
        ...details,
      }),
    ];
  });
}

function commissionedAgainstEconomic(context: CheckContext): Finding[] {
  const { facts } = context;
  const running = facts.commissioned.filter((row) => row.nature.value === 'basic');
  const a = side(defined(running.map((row) => row.general)));
  const b = side(
    facts.basicByEconomic.filter((row) => row.code.value === commissionedEconomicCode).map((row) => row.amount),
  );
  return mustAgree(context, 'T04', firstCell([...a.cells, ...b.cells], layout.commissioned.name), a, b);
}

function commissionedAgainstProjects(context: CheckContext): Finding[] {
  const { facts } = context;
  const text = amountsOf(context);
  const general: readonly string[] = ['generalOwn', 'generalTransfer'];
  return facts.commissioned.flatMap((row) => {
    if (row.nature.value !== 'project' || !row.general) return [];
    const spending = facts.projectSpending.filter(
      (line) =>
        line.unit.value === row.unit.value &&
        line.project.value === row.project.value &&
        general.includes(line.source.value),
    );
    const services = side(defined(spending.map((line) => line.c302)));
    const whole = sum(spending.flatMap((line) => defined(classKeys.map((key) => line[key]))).map((cell) => cell.value));
    // more than the whole project is an error of its own (T20)
    if (compare(row.general.value, services.total) <= 0 || compare(row.general.value, whole) > 0) return [];
    const details = { found: text(row.general.value), expected: text(services.total), related: services.cells };
    return [finding('T05', { at: row.general.at, row: row.project.value, ...details })];
  });
}

/**
 * Last year's figures must add up. An office often has them only as published, rounded to 万元: then a difference within
 * the rounding of the addends is a warning, not an error (FORM money-8).
 */
function lastYearAgrees(context: CheckContext, code: 'T06' | 'T07' | 'T08', label: string, at: CellRef) {
  const [a, b] = balances[code].map((declared) => cellsOf(context, declared)) as [Cell<Money>[], Cell<Money>[]];
  const findings = mustAgree(context, code, at, side(a), side(b));
  const [found] = findings;
  const cells = [...a, ...b];
  const difference = distance(side(a).total, side(b).total);
  const rounded = cells.every((cell) => isMultipleOfHundred(cell.value));
  if (!found || !rounded || compare(difference, roundingAllowance(cells.length)) > 0) return findings;
  const details = {
    found: found.found,
    expected: found.expected,
    related: found.related,
    values: { difference: amountsOf(context)(difference) },
  };
  return [finding('T12', { at, row: label, ...details })];
}

function lastYear(context: CheckContext): Finding[] {
  const { facts } = context;
  const text = amountsOf(context);
  const amounts = new Map(facts.lastYear.map((row) => [row.line.value, row.amount]));
  const at = amounts.get('basic')?.at ?? { sheet: layout.lastYear.name, row: 0, column: 0 };
  const generalAt = amounts.get('generalBasic')?.at ?? at;
  const part = (
    small: 'generalBasic' | 'generalProject',
    large: 'basic' | 'project',
    labels: readonly [string, string],
  ) => {
    const [a, b] = [amounts.get(small), amounts.get(large)];
    if (!a || !b || compare(a.value, b.value) <= 0) return [];
    const details = { found: text(a.value), expected: text(b.value), related: [b.at] };
    return [finding('T13', { at: a.at, row: labels[0], column: labels[1], ...details })];
  };
  return [
    ...lastYearAgrees(context, 'T06', '上年收入与支出', at),
    ...lastYearAgrees(context, 'T07', '上年一般公共预算', generalAt),
    ...part('generalBasic', 'basic', ['一般公共预算基本支出', '基本支出']),
    ...part('generalProject', 'project', ['一般公共预算项目支出', '项目支出']),
  ];
}

function lastYearCodes(context: CheckContext): Finding[] {
  const [first] = context.facts.lastYearByCode;
  const at = first?.amount.at ?? firstCell([], layout.lastYearByCode.name);
  return lastYearAgrees(context, 'T08', '上年科目合计', at);
}

function procurement(context: CheckContext): Finding[] {
  const text = amountsOf(context);
  const { goods, works, services, reservedForSmall, reservedForMicro } = context.facts.procurement;
  const total = sum([goods.value, works.value, services.value]);
  const columns = layout.procurement.columns;
  const atMost = (cell: Cell<Money>, row: string, limit: Money, column: string, related: readonly CellRef[]) =>
    compare(cell.value, limit) <= 0
      ? []
      : [finding('T11', { at: cell.at, row, column, found: text(cell.value), expected: text(limit), related })];
  const parts = [goods.at, works.at, services.at];
  return [
    ...atMost(reservedForSmall, columns.reservedForSmall.header, total, '政府采购预算合计', parts),
    ...atMost(
      reservedForMicro,
      columns.reservedForMicro.header,
      reservedForSmall.value,
      columns.reservedForSmall.header,
      [reservedForSmall.at],
    ),
  ];
}

function anyExpenditure({ ledger }: CheckContext): Finding[] {
  if (!isZero(sum(ledger.map((entry) => entry.amount)))) return [];
  return [finding('T15', { at: { sheet: layout.basicByFunction.name, row: 0, column: 0 } })];
}

export const totalChecks: readonly Check[] = [
  { title: '有没有支出', reads: ['basicByFunction', 'projectSpending'], run: anyExpenditure },
  { title: '基本支出两张表一致', reads: ['basicByFunction', 'basicByEconomic'], run: basicExpenditure },
  { title: '“三公”经费与经济科目', reads: ['threePublic', 'basicByEconomic'], run: threePublicAgainstEconomic },
  {
    title: '委托业务费与经济科目',
    reads: ['commissioned', 'basicByEconomic'],
    needs: ['commissioned'],
    run: commissionedAgainstEconomic,
  },
  { title: '委托业务费与项目支出', reads: ['commissioned', 'projectSpending'], run: commissionedAgainstProjects },
  { title: '上年收支', reads: ['lastYear'], run: lastYear },
  { title: '上年科目合计', reads: ['lastYear', 'lastYearByCode'], run: lastYearCodes },
  { title: '政府采购', reads: ['procurement'], run: procurement },
];
