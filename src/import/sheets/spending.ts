/** 基本支出（功能）, 项目信息, 项目支出 and 委托业务费 as rows. */

import { nameKey, nearest } from '../../vocabulary/names.js';
import { disclosures, fundingSources, labelOf } from '../../vocabulary/terms.js';
import { isAbout, yuanText } from '../amounts.js';
import { type Found, type FoundRow, inferred, missing, printed } from '../found.js';
import type { Printed } from '../printed.js';
import { type Covering, coveringGoals, projectId } from '../spending/goals.js';
import { totalOf } from '../spending/projects.js';
import type { Spending } from '../spending/spending.js';
import type { Unit } from './identity.js';

const found = (text: string, how: string): Found =>
  how === '' ? { text, origin: 'printed', how } : inferred(text, how);
const amountCell = (fen: bigint, how: string): Found | undefined =>
  fen === 0n ? undefined : found(yuanText(fen), how);

/** 基本支出（功能）. */
export const basicRows = ({ basic }: Spending): FoundRow[] =>
  basic.map((row) => ({
    unit: found(row.unit, row.how),
    code: printed(row.code),
    source: printed(labelOf(fundingSources, row.source)),
    personnel: amountCell(row.personnel, row.how),
    public: amountCell(row.public, row.how),
  }));

/** 项目支出. */
export const projectSpendingRows = ({ projects }: Spending): FoundRow[] =>
  projects.map((row) => ({
    unit: found(row.unit, row.how.unit),
    project: found(row.project, row.how.project),
    code: found(row.code, row.how.code),
    source: found(labelOf(fundingSources, row.source), row.how.source),
    ...Object.fromEntries(
      Object.entries(row.classes).map(([key, amount]) => [`c${key}`, amountCell(amount, row.how.classes)]),
    ),
  }));

interface Explained {
  readonly path: string;
  readonly name: string;
  /** Counted from 1 among those that are listed. */
  readonly order: number;
}

const explainedIn = (read: Printed, list: string): Explained[] =>
  read
    .items(list)
    .filter((path) => read.flag(`${path}.isBasic`) !== true)
    .map((path, index) => ({ path, name: read.text(`${path}.name`) ?? '', order: index + 1 }));

interface Told {
  readonly name: string;
  /** What is paid, as far as the list of explanations says it too. */
  readonly amount: bigint;
}

/**
 * Each item takes the first explanation of its name that is not taken yet; of those that are left, names written
 * otherwise are told by the amount, then by their likeness.
 */
function explanations<T extends Told>(
  read: Printed,
  items: readonly T[],
  list: readonly Explained[],
): Map<T, Explained> {
  const pairs = new Map<T, Explained>();
  const left = new Set(list);
  const pair = (find: (item: T, open: readonly Explained[]) => Explained | undefined) => {
    for (const item of items.filter((one) => !pairs.has(one))) {
      const found = find(item, [...left]);
      if (found === undefined) continue;
      pairs.set(item, found);
      left.delete(found);
    }
  };
  const isPaid = (item: T, { path }: Explained) => isAbout(read.amount(`${path}.amount`), item.amount, 2);
  // two units may have projects of one name
  pair((item, open) => open.find((one) => one.name === item.name && isPaid(item, one)));
  pair((item, open) => open.find(({ name }) => name === item.name));
  pair((item, open) => open.find(({ name }) => nameKey(name) === nameKey(item.name)));
  pair((item, open) => {
    const same = open.filter((one) => isPaid(item, one));
    const like = nearest(
      item.name,
      same.map(({ name }) => name),
    );
    return same.length === 1 ? same[0] : same.find(({ name }) => name === like);
  });
  pair((item, open) => {
    const like = nearest(
      item.name,
      open.map(({ name }) => name),
    );
    return open.find(({ name }) => name === like);
  });
  return pairs;
}

/** Order numbers are typed only where part 3 lists otherwise than the table. */
function ordersOf<T>(items: readonly T[], told: ReadonlyMap<T, Explained>): ReadonlyMap<T, number> {
  const orders = items.flatMap((item) => told.get(item)?.order ?? []);
  const asListed = orders.every((order, index) => index === 0 || order > (orders[index - 1] ?? 0));
  if (asListed) return new Map();
  return new Map(items.flatMap((item) => (told.has(item) ? [[item, told.get(item)?.order ?? 0] as const] : [])));
}

/** Projects in the order in which rows name them first, as a table prints them. */
function inOrderOf<T extends Project>(projects: readonly T[], rows: Spending['projects']): T[] {
  const ids = rows.map((row) => projectId(row.unit, row.project));
  return [...projects].sort((a, b) => ids.indexOf(idOf(a)) - ids.indexOf(idOf(b)));
}

export interface Project {
  readonly unit: string;
  readonly name: string;
}

interface SpendingProject extends Project {
  readonly how: ProjectHow;
  readonly hasGeneral: boolean;
  readonly hasCarry: boolean;
  /** This year's from the general budget, and carried over. */
  readonly general: bigint;
  readonly carried: bigint;
}

/** Every project once, in the order of 项目支出, with the how of a name that is not printed. */
function projectsOf({ projects }: Spending): SpendingProject[] {
  const byKey = new Map<string, SpendingProject>();
  for (const row of projects) {
    const key = `${row.unit}\n${row.project}`;
    const before = byKey.get(key);
    byKey.set(key, {
      ...{ unit: row.unit, name: row.project, how: row.how },
      hasGeneral: (before?.hasGeneral ?? false) || row.source.startsWith('general'),
      hasCarry: (before?.hasCarry ?? false) || row.source.startsWith('carry'),
      general: (before?.general ?? 0n) + (row.source.startsWith('general') ? totalOf(row) : 0n),
      carried: (before?.carried ?? 0n) + (row.source.startsWith('carry') ? totalOf(row) : 0n),
    });
  }
  return [...byKey.values()];
}
type ProjectHow = Spending['projects'][number]['how'];

const idOf = ({ unit, name }: Project): string => projectId(unit, name);

const byId = (pairs: ReadonlyMap<Project, Explained>): ReadonlyMap<string, Explained> =>
  new Map([...pairs].map(([project, told]) => [idOf(project), told]));

/** 项目信息: each project once, with what part 3 says of it. */
export function projectRows(read: Printed, spending: Spending, units: readonly Unit[]): FoundRow[] {
  const projects = projectsOf(spending);
  const withAmount = (key: 'general' | 'carried') => projects.map((project) => ({ ...project, amount: project[key] }));
  const general = withAmount('general').filter(({ hasGeneral }) => hasGeneral);
  const carried = inOrderOf(
    withAmount('carried').filter(({ hasCarry }) => hasCarry),
    spending.projects.filter(({ source }) => source.startsWith('carry')),
  );
  const told = byId(explanations(read, general, explainedIn(read, 'projectsExplained')));
  const toldCarry = byId(explanations(read, carried, explainedIn(read, 'carryOver.explained')));
  const [orders, carryOrders] = [ordersOf(general.map(idOf), told), ordersOf(carried.map(idOf), toldCarry)];
  const withheld = new Set(
    projects
      .filter((project) =>
        [told.get(idOf(project)), toldCarry.get(idOf(project))].some(
          (of) => of && read.flag(`${of.path}.withheld`) === true,
        ),
      )
      .map(idOf),
  );
  const goals = coveringGoals(read, spending.projects, units, (id) => !withheld.has(id));
  return projects.map((project) => {
    const id = idOf(project);
    const row: FoundRow = {
      unit: found(project.unit, project.how.unit),
      name: found(project.name, project.how.project),
      disclosure: disclosureOf(project, withheld.has(id), told.has(id) || toldCarry.has(id)),
      order: printed(orders.get(id)?.toString()),
      carryOverOrder: printed(carryOrders.get(id)?.toString()),
    };
    if (withheld.has(id)) return row;
    const paths = { of: told.get(id)?.path, carry: toldCarry.get(id)?.path };
    return { ...row, ...publicFields(read, project, paths, goals.get(id)) };
  });
}

/** Tables alone do not print it: a project that the texts do not tell of may be withheld, and is asked for. */
function disclosureOf(
  { hasGeneral, hasCarry }: { readonly hasGeneral: boolean; readonly hasCarry: boolean },
  isWithheld: boolean,
  isTold: boolean,
): Found | undefined {
  const label = labelOf(disclosures, isWithheld ? 'withheld' : 'public');
  if (isTold) return printed(label);
  if (hasGeneral || hasCarry) return missing('原文没有这个项目的说明，是否公开请逐个确认', label);
  return inferred(label, '表样不说明资金只有其他来源的项目，按公开填写，请核对');
}

function publicFields(
  read: Printed,
  project: Project & { hasGeneral: boolean; hasCarry: boolean },
  { of, carry }: { readonly of: string | undefined; readonly carry: string | undefined },
  covering: Covering | undefined,
): FoundRow {
  const told = (key: string) => printed(of && read.text(`${of}.${key}`));
  const needed = (key: string) =>
    told(key) ?? (project.hasGeneral ? missing('文档没有这个项目的说明', '某说明') : undefined);
  const carrier = told('carrier');
  const purpose = printed(carry && read.text(`${carry}.purpose`));
  return {
    policyBasis: needed('policyBasis'),
    carrier: carrier?.text === project.unit ? undefined : carrier,
    allocation: needed('allocation'),
    period: needed('period'),
    carryOverPurpose: purpose ?? (project.hasCarry ? missing('文档没有这个项目结转资金的用途', '某用途') : undefined),
    goal: covering && inferred(covering.goal, covering.how),
  };
}

const budgetKeys = ['general', 'fund', 'capital'] as const;

/** 委托业务费. */
export function commissionedRows(read: Printed, spending: Spending, ownUnit: string): FoundRow[] {
  const items = read.items('commissioned.units').flatMap((unit) =>
    read.items(`${unit}.items`).map((path) => ({
      path,
      unit: read.text(`${unit}.name`) ?? ownUnit,
      name: read.text(`${path}.name`) ?? '',
      amount: read.amount(`${path}.total`),
    })),
  );
  const told = explanations(read, items, explainedIn(read, 'commissioned.explained'));
  const orders = ordersOf(items, told);
  return items.map((item) => {
    const project = spending.projects.find(
      (row) => row.unit === item.unit && nameKey(row.project) === nameKey(item.name),
    );
    const isProject = project !== undefined;
    const path = told.get(item)?.path;
    const withheld = path !== undefined && read.flag(`${path}.withheld`) === true;
    return {
      unit: printed(item.unit),
      project: printed(project?.project ?? item.name),
      nature: inferred(
        isProject ? '项目支出' : '基本支出',
        isProject ? '与项目支出的项目同名' : '不是项目支出中的项目',
      ),
      ...Object.fromEntries(budgetKeys.map((key) => [key, amountCell(read.amount(`${item.path}.${key}`), '')])),
      purpose: withheld ? undefined : printed(path && read.text(`${path}.purpose`)),
      order: printed(orders.get(item)?.toString()),
    };
  });
}
