/** The rows of the twelve tables (FORM table-1 to table-12). */
import type { Facts } from '../../model/facts.js';
import { isZero, type Money } from '../../vocabulary/money.js';
import { basicClassNature, labelOf, type ThreePublicItem, threePublicItems } from '../../vocabulary/terms.js';
import type { Cell } from '../../workbook/layout/types.js';
import { inGroup } from '../compared.js';
import { compareYears } from '../comparison.js';
import { type AmountFigure, share, statedAmount, sumOfCells, sumOfFigures } from '../figure.js';
import { type Grid, gridOf } from '../grid.js';
import { type SourceGroupKey, sourceGroups } from '../groups.js';
import type { Entry } from '../ledger.js';
import { codeParts, distinctSorted, type NameOf } from './names.js';
import type { CodeRowView, View } from './viewShape.js';

/** Grids of the same part of the ledger are shared, so that one value has one figure wherever it is printed. */
export type GridFor = (scope: string, entries: () => readonly Entry[]) => Grid;

/** For one view: the grid of a scope is made once, from the entries that the first who asks brings. */
export function gridCache(): GridFor {
  const grids = new Map<string, Grid>();
  return (scope, entries) => {
    const known = grids.get(scope);
    if (known) return known;
    const made = gridOf(scope, entries());
    grids.set(scope, made);
    return made;
  };
}

const codeGrid = (code: string, ledger: readonly Entry[], grid: GridFor): Grid =>
  grid(`科目${code}`, () => ledger.filter((entry) => entry.code.startsWith(code)));

/**
 * 类, 款 and 项 rows in code order, those with money in the source group. 类 and 款 are subtotals of the rows below (FORM
 * row-1).
 */
export function codeRows(
  ledger: readonly Entry[],
  money: SourceGroupKey,
  nameOf: NameOf,
  grid: GridFor,
): CodeRowView[] {
  // no amount is negative (C08), so that one that is not zero is enough
  const own = ledger.filter(inGroup(money)).filter((entry) => !isZero(entry.amount));
  const codes = distinctSorted(own.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]));
  return codes.map((code) =>
    Object.assign(codeParts(code), {
      name: nameOf('functional', code),
      isClass: code.length === 3,
      isGroup: code.length === 5,
      isItem: code.length === 7,
      amounts: codeGrid(code, ledger, grid),
    }),
  );
}

/** Every 类 of the edition's form, with or without money (tables 1 and 4), and its share of all expenditure. */
export function classRows(
  classes: readonly { code: string; name: string }[],
  ledger: readonly Entry[],
  grid: GridFor,
  total: AmountFigure,
): View['classes'] {
  return classes.map(({ code, name }) => {
    const amounts = codeGrid(code, ledger, grid);
    return { code, name, amounts, share: share(`${amounts.all.total.id}/占总支出`, amounts.all.total, total) };
  });
}

/**
 * Table 6: general-budget basic expenditure by economic 款, 类 as subtotals; and the names for explanation 6 (FORM
 * text-4).
 */
export function economicTable(facts: Facts, nameOf: NameOf): View['economic'] & { readonly public: AmountFigure } {
  const sourced = facts.basicByEconomic.map((row) => ({
    code: row.code.value,
    amount: row.amount.value,
    at: row.amount.at,
  }));
  const sumOf = (id: string, accept: (code: string) => boolean) =>
    sumOfCells(
      id,
      sourced.filter((row) => accept(row.code)),
    );
  const natureOf = (code: string) => basicClassNature[code.slice(0, 3)];
  const byNature = (nature: 'personnel' | 'public', label: string) =>
    sumOf(`经济科目/${label}`, (code) => natureOf(code) === nature);
  const nothing = sumOfCells('经济科目/空', []);
  const rows = distinctSorted(sourced.flatMap(({ code }) => [code.slice(0, 3), code]))
    .map((code) => {
      const total = sumOf(`经济科目${code}`, (other) => other.startsWith(code));
      const isPersonnel = natureOf(code) === 'personnel';
      return {
        class: code.slice(0, 3),
        item: code.slice(3),
        name: nameOf('economic', code),
        isClass: code.length === 3,
        total,
        personnel: isPersonnel ? total : nothing,
        public: isPersonnel ? nothing : total,
      };
    })
    .filter((row) => !row.total.isZero);
  const namesWhere = (wanted: 'personnel' | 'public') =>
    rows.filter((row) => !row.isClass && !row[wanted].isZero).map((row) => row.name);
  return {
    rows,
    total: sumOf('经济科目/合计', () => true),
    personnel: byNature('personnel', '人员经费'),
    public: byNature('public', '公用经费'),
    personnelNames: namesWhere('personnel'),
    publicNames: namesWhere('public'),
  };
}

/**
 * Table 7: this year's general-budget projects, by unit, then 类 and 款 as subtotals, then projects in workbook order
 * (FORM row-2).
 */
export function projectUnits(
  facts: Facts,
  ledger: readonly Entry[],
  nameOf: NameOf,
  grid: GridFor,
): View['projectUnits'] {
  const ofProjects = ledger.filter((entry) => entry.nature === 'project');
  const units = facts.units.map((unit) => unit.name.value);
  return units
    .map((name) => {
      const own = ofProjects.filter((entry) => entry.unit === name);
      return { name, amounts: grid(`${name}/全部项目`, () => own), rows: projectRows(name, own, nameOf, grid) };
    })
    .filter((unit) => !unit.amounts.general.project.isZero);
}

function projectRows(
  unit: string,
  own: readonly Entry[],
  nameOf: NameOf,
  grid: GridFor,
): View['projectUnits'][number]['rows'] {
  const subtotals = distinctSorted(own.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]));
  const rows = subtotals.flatMap((code) => {
    const under = own.filter((entry) => entry.code.startsWith(code));
    const name = nameOf('functional', code);
    const rowOf = (project: string, isProject: boolean, amounts: Grid) =>
      Object.assign(codeParts(code), { name, project, isProject, amounts });
    const subtotal = () => grid(`${unit}/科目${code}`, () => under);
    if (code.length < 7) return [rowOf('', false, subtotal())];
    return [...new Set(under.map((entry) => entry.project ?? ''))].map((project) => {
      const own = () => under.filter((entry) => entry.project === project);
      return rowOf(project, true, grid(`${unit}/科目${code}/项目“${project}”`, own));
    });
  });
  return rows.filter((row) => !row.amounts.general.project.isZero);
}

interface ByBudget {
  readonly total: AmountFigure;
  readonly general: AmountFigure;
  readonly fund: AmountFigure;
  readonly capital: AmountFigure;
}
type BudgetCells = { readonly [K in 'general' | 'fund' | 'capital']: Cell<Money> | undefined };

function byBudget(id: string, cells: BudgetCells): ByBudget {
  const general = statedAmount(`${id}/一般公共预算`, cells.general);
  const fund = statedAmount(`${id}/政府性基金`, cells.fund);
  const capital = statedAmount(`${id}/国有资本经营预算`, cells.capital);
  return { total: sumOfFigures(`${id}/合计`, [general, fund, capital]), general, fund, capital };
}

function sumByBudget(id: string, parts: readonly ByBudget[]): ByBudget {
  const sumOf = (key: keyof ByBudget, label: string) =>
    sumOfFigures(
      `${id}/${label}`,
      parts.map((part) => part[key]),
    );
  return {
    total: sumOf('total', '合计'),
    general: sumOf('general', '一般公共预算'),
    fund: sumOf('fund', '政府性基金'),
    capital: sumOf('capital', '国有资本经营预算'),
  };
}

/** Table 10 and explanation 10: 三公 paid from this year's 财政拨款, by budget, and against last year. */
export function threePublicTable(facts: Facts): View['threePublic'] {
  const years = (item: ThreePublicItem) => {
    const row = facts.threePublic.find((candidate) => candidate.item.value === item);
    const id = `三公经费/${labelOf(threePublicItems, item)}`;
    const now = byBudget(id, { general: row?.general, fund: row?.fund, capital: row?.capital });
    const last = byBudget(`${id}/上年`, { general: row?.lastGeneral, fund: row?.lastFund, capital: row?.lastCapital });
    return { now, last, reason: row?.reason };
  };
  const lineOf = (now: ByBudget, last: ByBudget, reason?: Cell<string>) => ({
    ...now,
    compared: compareYears(now.total, last.total, now.total, reason),
  });
  const items = {
    abroad: years('abroad'),
    reception: years('reception'),
    carPurchase: years('carPurchase'),
    carRunning: years('carRunning'),
  };
  const together = (id: string, parts: readonly { now: ByBudget; last: ByBudget }[]) =>
    lineOf(
      sumByBudget(
        id,
        parts.map((part) => part.now),
      ),
      sumByBudget(
        `${id}/上年`,
        parts.map((part) => part.last),
      ),
    );
  const line = (key: keyof typeof items) => lineOf(items[key].now, items[key].last, items[key].reason);
  return {
    abroad: line('abroad'),
    reception: line('reception'),
    cars: together('三公经费/公务用车购置及运行维护费', [items.carPurchase, items.carRunning]),
    carPurchase: line('carPurchase'),
    carRunning: line('carRunning'),
    total: together('三公经费', Object.values(items)),
  };
}

/** Table 11: 委托业务费 by unit and item, in workbook order; an item without money is not listed. */
export function commissionedTable(
  facts: Facts,
): Omit<View['commissioned'], 'explained'> & { readonly lines: readonly CommissionedLine[] } {
  const lines = facts.commissioned
    .map((row) => ({ row, ...byBudget(`委托业务费/${row.unit.value}/${row.project.value}`, row) }))
    .filter(({ total }) => !total.isZero);
  const units = facts.units
    .map((unit) => unit.name.value)
    .map((name) => {
      const own = lines.filter((line) => line.row.unit.value === name);
      const items = own.map(({ row, ...amounts }) => ({ name: row.project.value, ...amounts }));
      return { name, ...sumByBudget(`委托业务费/${name}`, own), items };
    })
    .filter((unit) => unit.items.length > 0);
  return { ...sumByBudget('委托业务费', units), units, lines };
}

export type CommissionedLine = ByBudget & { readonly row: Facts['commissioned'][number] };

const carrySources: readonly string[] = sourceGroups.carry.sources;

/** Table 12: all carry-over by unit and project, in the order of the workbook's carry-over rows. */
export function carryOverUnits(facts: Facts, ledger: readonly Entry[], grid: GridFor): View['carryOver']['units'] {
  return facts.units
    .map((unit) => unit.name.value)
    .map((name) => {
      const own = ledger.filter((entry) => entry.unit === name);
      const carried = own.filter((entry) => carrySources.includes(entry.source));
      const names = [...new Set(carried.flatMap((entry) => entry.project ?? []))];
      const projects = names
        .map((project) => ({
          name: project,
          amounts: grid(`${name}/项目“${project}”`, () => own.filter((entry) => entry.project === project)),
        }))
        .filter((project) => !project.amounts.carry.total.isZero);
      const basic = grid(`${name}/基本支出`, () => own.filter((entry) => entry.nature !== 'project'));
      return { name, amounts: grid(`${name}/全部`, () => own), hasBasic: !basic.carry.total.isZero, basic, projects };
    })
    .filter((unit) => !unit.amounts.carry.total.isZero);
}
