/**
 * Which projects each performance table covers: the one of its name, else those of its unit that come to the money it
 * states.
 */
import { nameKey, nearest } from '../../vocabulary/names.js';
import { isAbout, printedStep } from '../amounts.js';
import type { Printed } from '../printed.js';
import { goalUnit, type Unit } from '../sheets/identity.js';
import { totalOf } from './projects.js';
import type { DraftProjectRow } from './rows.js';

export interface Covering {
  readonly goal: string;
  readonly how: string;
}

interface Money {
  readonly fiscal: bigint;
  readonly other: bigint;
}

interface Project extends Money {
  readonly key: string;
  readonly unit: string;
  readonly name: string;
}

interface Goal extends Money {
  readonly name: string;
  readonly unit: string;
}

/** A project within the department: two units may have one of the same name. */
export const projectId = (unit: string, name: string): string => `${unit}\n${name}`;

const fiscal = /^(general|fund|capital|carryGeneral|carryFund|carryCapital)/;

function projectsOf(rows: readonly DraftProjectRow[], isPublic: (id: string) => boolean): Project[] {
  const byKey = new Map<string, Project>();
  for (const row of rows) {
    const key = projectId(row.unit, row.project);
    if (!isPublic(key)) continue;
    const before = byKey.get(key) ?? { key, unit: row.unit, name: row.project, fiscal: 0n, other: 0n };
    const side = fiscal.test(row.source) ? 'fiscal' : 'other';
    byKey.set(key, { ...before, [side]: before[side] + totalOf(row) });
  }
  return [...byKey.values()];
}

/** At most so many projects stand in one performance table, as far as the amounts are searched. */
const mostTogether = 4;

/** The fewest projects that come to the money, those after `from` in the list. */
function comingTo(
  wanted: Money,
  projects: readonly Project[],
  some: readonly Project[] = [],
  from = 0,
): readonly Project[] | undefined {
  const of = (key: keyof Money) => some.reduce((sum, project) => sum + project[key], 0n);
  const fits = (key: keyof Money) => isAbout(of(key), wanted[key], some.length + 1);
  if (some.length > 0 && fits('fiscal') && fits('other')) return some;
  if (some.length === mostTogether) return undefined;
  const found = projects.slice(from).flatMap((project, index) => {
    if (
      of('fiscal') + project.fiscal > wanted.fiscal + 5n * printedStep ||
      of('other') + project.other > wanted.other + 5n * printedStep
    )
      return [];
    const more = comingTo(wanted, projects, [...some, project], from + index + 1);
    return more ? [more] : [];
  });
  return found.sort((a, b) => a.length - b.length)[0];
}

/** By the project's id. */
export function coveringGoals(
  read: Printed,
  rows: readonly DraftProjectRow[],
  units: readonly Unit[],
  isPublic: (id: string) => boolean,
): ReadonlyMap<string, Covering> {
  const projects = projectsOf(rows, isPublic);
  const goals = read.items('performance.projectGoals').map(
    (path): Goal => ({
      ...{ name: read.text(`${path}.name`) ?? '', unit: goalUnit(read, path, units)?.text ?? '' },
      ...{ fiscal: read.amount(`${path}.fiscal`), other: read.amount(`${path}.other`) },
    }),
  );
  const covering = new Map<string, Covering>();
  const open = (unit: string) => projects.filter((one) => one.unit === unit && !covering.has(one.key));
  const cover = (some: readonly Project[], goal: Goal, how: string) => {
    for (const { key } of some) covering.set(key, { goal: goal.name, how });
  };
  const unnamed = goals.filter((goal) => {
    const same = projects.filter((one) => nameKey(one.name) === nameKey(goal.name) && !covering.has(one.key));
    const own = same.filter((one) => one.unit === goal.unit);
    cover(own.length > 0 ? own : same.slice(0, 1), goal, '与绩效目标表同名');
    return same.length === 0;
  });
  coverRest(
    goals.filter((goal) => !unnamed.includes(goal)),
    projects,
    covering,
    open,
    cover,
  );
  for (const goal of unnamed) {
    const found = comingTo(goal, byLikeness(goal, open(goal.unit)));
    if (found) cover(found, goal, '按绩效目标表的预算单位和资金推定');
    else coverNearest(goal, open(goal.unit), cover);
  }
  return covering;
}

/** A table that states more than the project of its name has lists others too. */
function coverRest(
  goals: readonly Goal[],
  projects: readonly Project[],
  covering: ReadonlyMap<string, Covering>,
  open: (unit: string) => Project[],
  cover: (some: readonly Project[], goal: Goal, how: string) => void,
): void {
  for (const goal of goals) {
    const own = projects.filter(({ key }) => covering.get(key)?.goal === goal.name);
    const sum = (key: keyof Money) => own.reduce((total, project) => total + project[key], 0n);
    const rest = { fiscal: goal.fiscal - sum('fiscal'), other: goal.other - sum('other') };
    if (
      (rest.fiscal < 5n * printedStep && rest.other < 5n * printedStep) ||
      rest.fiscal < -5n * printedStep ||
      rest.other < -5n * printedStep
    )
      continue;
    const found = comingTo(rest, open(goal.unit));
    if (found) cover(found, goal, '按绩效目标表的预算单位和资金推定');
  }
}

const byLikeness = ({ name }: Goal, projects: readonly Project[]): readonly Project[] => {
  const like = nearest(
    name,
    projects.map((project) => project.name),
  );
  return [...projects].sort((a, b) => Number(b.name === like) - Number(a.name === like));
};

function coverNearest(
  goal: Goal,
  projects: readonly Project[],
  cover: (some: readonly Project[], goal: Goal, how: string) => void,
): void {
  const like = nearest(
    goal.name,
    projects.map((project) => project.name),
  );
  const found = projects.filter((project) => project.name === like).slice(0, 1);
  cover(found, goal, '名称与绩效目标表相近，金额不同');
}
