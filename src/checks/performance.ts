/**
 * 预算绩效: money against the projects covered, weights, and what the office states otherwise than computed (FORM agree-5,
 * agree-11).
 */
import { type Finding, finding } from '../diagnostics/finding.js';
import { gridOf } from '../figures/grid.js';
import { projectKey } from '../figures/ledger.js';
import { coveredEntries, coveredMoney, currentProjects, entityMoney } from '../figures/view/performance.js';
import { grouped } from '../model/grouped.js';
import { compare, compareQuantity, isZero, type Money, type Quantity, sumQuantities } from '../vocabulary/money.js';
import { usualWeights } from '../vocabulary/terms.js';
import { layout } from '../workbook/layout/layout.js';
import type { Cell } from '../workbook/layout/types.js';
import { amountsOf, type Check, type CheckContext } from './check.js';

function goalMoney(context: CheckContext): Finding[] {
  const { facts, ledger } = context;
  const text = amountsOf(context);
  const columns = layout.projectGoals.columns;
  const projects = grouped(facts.projects, (project) => project.goal?.value);
  const entries = coveredEntries(facts, ledger);
  return facts.projectGoals.flatMap((goal) => {
    const name = goal.name.value;
    const covered = projects.get(name) ?? [];
    if (covered.length === 0) return [finding('R14', { at: goal.name.at, found: name })];
    if (!goal.fiscal && !goal.other) return [];
    const computed = coveredMoney(name, entries.get(name) ?? []);
    return (['fiscal', 'other'] as const).flatMap((key) => {
      const cell = goal[key];
      if (!cell || compare(cell.value, computed[key].amount) === 0) return [];
      const details = { found: text(cell.value), expected: text(computed[key].amount) };
      const related = covered.map((project) => project.name.at);
      return [finding('T09', { at: cell.at, row: name, column: columns[key].header, related, ...details })];
    });
  });
}

/** Public projects with money that no performance table takes in. */
function unlisted({ facts, ledger }: CheckContext): Finding[] {
  const spent = grouped(
    ledger.filter((entry) => !isZero(entry.amount)),
    (entry) => projectKey(entry.unit, entry.project),
  );
  const lacking = facts.projects
    .filter((row) => row.disclosure.value !== 'withheld' && row.goal === undefined)
    .filter((row) => spent.has(projectKey(row.unit.value, row.name.value)));
  const [first, ...others] = lacking.map((row) => row.name);
  if (!first) return [];
  const related = others.map((name) => name.at);
  return [finding('N18', { at: first.at, row: first.value, found: String(lacking.length), related })];
}

function weights({ facts }: CheckContext): Finding[] {
  const indicators = grouped(facts.projectIndicators, (row) => row.goal.value);
  const goals = facts.projectGoals.map(({ name }) => ({ name, rows: indicators.get(name.value) ?? [] }));
  const missing = goals.filter((goal) => goal.rows.length === 0);
  const unusual = (name: Cell<string>, row: string, weights: readonly (Cell<Quantity> | undefined)[]) => {
    const cells = weights.flatMap((cell) => cell ?? []);
    const total = sumQuantities(cells.map((cell) => cell.value));
    // a form that prints no weights does without them
    if (cells.length === 0 || usualWeights.some((usual) => compareQuantity(total, usual) === 0)) return [];
    return [finding('N08', { at: name.at, row, found: total, related: cells.map((cell) => cell.at) })];
  };
  const entity = facts.entityIndicators[0];
  return [
    ...missing.map((goal) => finding('R13', { at: goal.name.at, found: goal.name.value })),
    ...goals.flatMap((goal) =>
      unusual(
        goal.name,
        goal.name.value,
        goal.rows.map((row) => row.weight),
      ),
    ),
    ...(entity
      ? unusual(
          entity.level3,
          '整体绩效目标表',
          facts.entityIndicators.map((row) => row.weight),
        )
      : []),
  ];
}

function statedOtherwise(context: CheckContext): Finding[] {
  const { facts, ledger } = context;
  const text = amountsOf(context);
  const { performance } = facts;
  const columns = layout.performance.columns;
  const money = (key: 'fromAbove' | 'fromOwn' | 'fromOther'): Finding[] => {
    const cell: Cell<Money> | undefined = performance[key];
    if (!cell) return [];
    const own = entityMoney(gridOf('全部', ledger))[key];
    if (compare(cell.value, own.amount) === 0) return [];
    return [
      finding('N09', {
        at: cell.at,
        row: columns[key].header,
        found: text(cell.value),
        expected: text(own.amount),
      }),
    ];
  };
  const { projectCount } = performance;
  const count = (): Finding[] => {
    if (!projectCount) return [];
    const [stated, counted] = [projectCount.value, currentProjects(facts, ledger).length];
    if (stated === counted) return [];
    const details = { found: String(stated), expected: String(counted) };
    return [finding('N20', { at: projectCount.at, row: columns.projectCount.header, ...details })];
  };
  return [...money('fromAbove'), ...money('fromOwn'), ...money('fromOther'), ...count()];
}

function entityGoal({ facts, cellOf }: CheckContext): Finding[] {
  const { performance, entity, entityIndicators } = facts;
  if (!performance.annualGoal) {
    const at = cellOf('performance', 'annualGoal');
    return entity.kind.value === 'department' ? [finding('N10', { at })] : [];
  }
  const contact = (['contact', 'phone'] as const).filter((key) => entity[key] === undefined);
  return [
    ...contact.map((key) => finding('N07', { at: cellOf('entity', key), column: layout.entity.columns[key].header })),
    ...(entityIndicators.length === 0 ? [finding('N13', { at: performance.annualGoal.at })] : []),
  ];
}

export const performanceChecks: readonly Check[] = [
  {
    title: '没有绩效目标表的项目',
    reads: ['projects', 'projectSpending', 'basicByFunction'],
    needs: ['projectGoals'],
    run: unlisted,
  },
  { title: '绩效目标表的资金', reads: ['projectGoals', 'projects', 'projectSpending'], run: goalMoney },
  { title: '绩效分值', reads: ['projectGoals', 'projectIndicators', 'entityIndicators'], run: weights },
  {
    title: '另行填写的数',
    reads: ['performance', 'projects', 'projectSpending', 'basicByFunction'],
    run: statedOtherwise,
  },
  { title: '整体绩效目标', reads: ['performance', 'entity', 'entityIndicators'], run: entityGoal },
];
