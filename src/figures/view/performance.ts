/** 预算绩效情况: the whole entity's goal, and the projects' goals with the money of the projects they cover. */
import type { Facts, ProjectGoalRow, ProjectRow } from '../../model/facts.js';
import { grouped } from '../../model/grouped.js';
import { isZero, type Quantity } from '../../vocabulary/money.js';
import type { Cell } from '../../workbook/layout/types.js';
import { type AmountFigure, count, quantity, statedAmount, sumOfCells, sumOfFigures } from '../figure.js';
import type { Grid } from '../grid.js';
import { sourceGroups } from '../groups.js';
import { type Entry, projectKey } from '../ledger.js';
import { inExplainedOrder } from './narrative.js';
import type { View } from './viewShape.js';

const fiscalSources: readonly string[] = [...sourceGroups.fiscal.sources, ...sourceGroups.carryFiscal.sources];
const currentSources: readonly string[] = sourceGroups.current.sources;
const currentFiscalSources: readonly string[] = sourceGroups.fiscal.sources;
const currentOtherSources: readonly string[] = sourceGroups.nonFiscal.sources;

/** The entries of the projects that each performance table lists, by the table's name, in the ledger's order. */
export function coveredEntries(facts: Facts, ledger: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const projects = grouped(facts.projects, (row) => projectKey(row.unit.value, row.name.value));
  const covered = new Map<string, Entry[]>();
  for (const entry of ledger) {
    const rows = projects.get(projectKey(entry.unit, entry.project)) ?? [];
    for (const goal of new Set(rows.flatMap((row) => row.goal?.value ?? []))) {
      const entries = covered.get(goal);
      if (entries) entries.push(entry);
      else covered.set(goal, [entry]);
    }
  }
  return covered;
}

/** What the projects listed in a performance table come to, this year's money and carry-over together. */
export function coveredMoney(name: string, entries: readonly Entry[]): { fiscal: AmountFigure; other: AmountFigure } {
  const id = `绩效目标/${name}`;
  const isFiscal = (entry: Entry) => fiscalSources.includes(entry.source);
  return {
    fiscal: sumOfCells(`${id}/财政拨款`, entries.filter(isFiscal)),
    other: sumOfCells(
      `${id}/其他资金`,
      entries.filter((entry) => !isFiscal(entry)),
    ),
  };
}

/** 上级安排, 本级安排 and 其他资金 of the whole entity, as computed; the office may state them otherwise. */
export function entityMoney(all: Grid): { fromAbove: AmountFigure; fromOwn: AmountFigure; fromOther: AmountFigure } {
  const { generalTransfer, fundTransfer, capitalTransfer, generalOwn, fundOwn, capitalOwn, carryFiscal } = all;
  const { nonFiscal, carryNonFiscal } = all;
  const sumOf = (label: string, rows: readonly { total: AmountFigure }[]) =>
    sumOfFigures(
      `整体绩效/${label}`,
      rows.map((row) => row.total),
    );
  return {
    fromAbove: sumOf('上级安排', [generalTransfer, fundTransfer, capitalTransfer]),
    fromOwn: sumOf('本级安排', [generalOwn, fundOwn, capitalOwn, carryFiscal]),
    fromOther: sumOf('其他资金', [nonFiscal, carryNonFiscal]),
  };
}

/** The rows of 项目信息 that have money of this year: others are no projects (FORM row-3). */
export const currentProjects = (facts: Facts, ledger: readonly Entry[]): Facts['projects'] =>
  projectsPaidFrom(currentSources, facts, ledger);

function projectsPaidFrom(sources: readonly string[], facts: Facts, ledger: readonly Entry[]): readonly ProjectRow[] {
  const paid = new Set(
    ledger
      .filter((entry) => entry.nature === 'project' && sources.includes(entry.source))
      .map((entry) => projectKey(entry.unit, entry.project)),
  );
  return facts.projects.filter((row) => paid.has(projectKey(row.unit.value, row.name.value)));
}

/** How many projects this year's fiscal and other money pays, and the withheld ones of the former. */
function projectCounts(facts: Facts, ledger: readonly Entry[]) {
  const counted = (id: string, rows: readonly ProjectRow[]) =>
    count(
      id,
      rows.length,
      'count',
      rows.map((row) => row.name.at),
    );
  const fiscal = projectsPaidFrom(currentFiscalSources, facts, ledger);
  const withheld = fiscal.filter((row) => row.disclosure.value === 'withheld');
  const names = new Set(withheld.map((row) => projectKey(row.unit.value, row.name.value)));
  const money = ledger.filter(
    (entry) => currentFiscalSources.includes(entry.source) && names.has(projectKey(entry.unit, entry.project)),
  );
  return {
    fiscalProjectCount: counted('当年财政拨款项目个数', fiscal),
    nonFiscalProjectCount: counted('当年非财政拨款项目个数', projectsPaidFrom(currentOtherSources, facts, ledger)),
    withheldProjectCount: counted('当年财政拨款不予公开项目个数', withheld),
    withheldProjects: sumOfCells('当年财政拨款不予公开项目', money),
  };
}

interface IndicatorRow {
  readonly level1: Cell<string>;
  readonly level2: Cell<string>;
  readonly level3: Cell<string>;
  readonly value: Cell<string>;
  readonly basis: Cell<string>;
  readonly weight: Cell<Quantity> | undefined;
}

/** How many rows from `index` on agree with it, and whether it is the first of them. */
function run<T>(rows: readonly T[], index: number, same: (a: T, b: T) => boolean): { starts: boolean; length: string } {
  const [row, before] = [rows[index], rows[index - 1]];
  if (row === undefined) return { starts: false, length: '0' };
  let end = index + 1;
  for (let next = rows[end]; next !== undefined && same(row, next); next = rows[end]) end += 1;
  return { starts: before === undefined || !same(before, row), length: String(end - index) };
}

/** An entity's indicator may have no weight; then no template asks for it. */
const weightOf = (id: string, cell: Cell<Quantity> | undefined) =>
  cell ? quantity(id, '分', cell) : count(id, 0, 'count', []);

function indicatorView<R extends IndicatorRow>(id: string, rows: readonly R[], index: number, row: R) {
  const level1 = run(rows, index, (a, b) => a.level1.value === b.level1.value);
  const level2 = run(rows, index, (a, b) => a.level1.value === b.level1.value && a.level2.value === b.level2.value);
  return {
    level1: row.level1.value,
    level2: row.level2.value,
    level3: row.level3.value,
    value: row.value.value,
    basis: row.basis.value,
    hasWeight: row.weight !== undefined,
    weight: weightOf(`${id}/指标${index + 1}/分值`, row.weight),
    startsLevel1: level1.starts,
    level1Rows: level1.length,
    startsLevel2: level2.starts,
    level2Rows: level2.length,
  };
}

function projectGoal(
  goal: ProjectGoalRow,
  facts: Facts,
  entries: readonly Entry[],
  rows: Facts['projectIndicators'],
): View['performance']['projectGoals'][number] {
  const covered = coveredMoney(goal.name.value, entries);
  const fiscal = goal.fiscal ? statedAmount(covered.fiscal.id, goal.fiscal) : covered.fiscal;
  const other = goal.other ? statedAmount(covered.other.id, goal.other) : covered.other;
  const id = `绩效目标/${goal.name.value}`;
  return {
    name: goal.name.value,
    unit: goal.unit.value,
    isOwn: facts.units.some((unit) => unit.name.value === goal.unit.value && unit.own.value === 'yes'),
    leader: goal.leader.value,
    total: sumOfFigures(`${id}/年度预算总额`, [fiscal, other]),
    fiscal,
    other,
    goal: goal.goal.value,
    // V8 takes forty times as long to copy the object and then add to the copy
    indicators: rows.map((row, index) =>
      Object.assign(indicatorView(id, rows, index, row), {
        lastValue: row.lastValue?.value ?? '',
        scoring: row.scoring.value,
        evidence: row.evidence.value,
      }),
    ),
  };
}

function entityGoal(facts: Facts, all: Grid): View['performance']['entityGoal'] {
  const computed = entityMoney(all);
  const { performance, entity, entityIndicators } = facts;
  const pick = (cell: Parameters<typeof statedAmount>[1], own: AmountFigure) =>
    cell ? statedAmount(own.id, cell) : own;
  const fromAbove = pick(performance.fromAbove, computed.fromAbove);
  const fromOwn = pick(performance.fromOwn, computed.fromOwn);
  const fromOther = pick(performance.fromOther, computed.fromOther);
  return {
    contact: entity.contact?.value ?? '',
    phone: entity.phone?.value ?? '',
    goal: performance.annualGoal?.value ?? '',
    fromAbove,
    fromOwn,
    fromOther,
    total: sumOfFigures('整体绩效/合计', [fromAbove, fromOwn, fromOther]),
    indicators: entityIndicators.map((row, index) => indicatorView('整体绩效', entityIndicators, index, row)),
  };
}

/**
 * The performance tables that are printed: not those whose projects are all without money, unless the office states an
 * amount. One that no project lists is printed, since nobody can tell what it covers.
 */
function printedGoals(facts: Facts, entries: ReadonlyMap<string, readonly Entry[]>): readonly ProjectGoalRow[] {
  const listed = new Set(facts.projects.flatMap((row) => row.goal?.value ?? []));
  const stated = ({ fiscal, other }: ProjectGoalRow) => [fiscal, other].some((cell) => cell && !isZero(cell.value));
  return facts.projectGoals.filter((row) => !listed.has(row.name.value) || entries.has(row.name.value) || stated(row));
}

/** Explanation 13(四) and its tables. */
export function performanceView(facts: Facts, ledger: readonly Entry[], all: Grid): View['performance'] {
  const { annualGoal, projectCount } = facts.performance;
  const goal = entityGoal(facts, all);
  const entries = coveredEntries(facts, ledger);
  const indicators = grouped(facts.projectIndicators, (row) => row.goal.value);
  const goals = printedGoals(facts, entries);
  const hasEntityGoal = annualGoal !== undefined;
  const projects = currentProjects(facts, ledger).map((row) => row.name.at);
  return {
    entityGoals: count('整体绩效/目标个数', hasEntityGoal ? 1 : 0, 'count', annualGoal ? [annualGoal.at] : []),
    entityGoalAmount: hasEntityGoal ? goal.total : sumOfCells('整体绩效/涉及预算金额', []),
    projectCount: projectCount
      ? count('当年预算安排项目个数', projectCount.value, 'stated', [projectCount.at])
      : count('当年预算安排项目个数', projects.length, 'count', projects),
    fiscalProjects: all.fiscal.project,
    nonFiscalProjects: all.nonFiscal.project,
    ...projectCounts(facts, ledger),
    hasEntityGoal,
    hasTables: hasEntityGoal || goals.length > 0,
    entityGoal: goal,
    projectGoals: inExplainedOrder(goals, (row) => row.order?.value).map((row) => {
      const name = row.name.value;
      return projectGoal(row, facts, entries.get(name) ?? [], indicators.get(name) ?? []);
    }),
  };
}
