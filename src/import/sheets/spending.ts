/** 基本支出（功能）, 项目信息, 项目支出 and 委托业务费 as rows. */
import { disclosures, fundingSources, labelOf } from '../../vocabulary/terms.js';
import { type Found, type FoundRow, inferred, missing, printed } from '../found.js';
import type { Printed } from '../printed.js';
import { type Covering, coveringGoals, projectId } from '../spending/goals.js';
import type { Spending } from '../spending/spending.js';

const found = (text: string, how: string): Found =>
  how === '' ? { text, origin: 'printed', how } : inferred(text, how);
const amountCell = (yuan: bigint, how: string): Found | undefined =>
  yuan === 0n ? undefined : found(String(yuan), how);

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

/** Each item takes the first explanation of its name that is not taken yet. */
function explanations<T extends { readonly name: string }>(
  items: readonly T[],
  list: readonly Explained[],
): Map<T, Explained> {
  const left = [...list];
  const pairs = items.flatMap((item) => {
    const at = left.findIndex(({ name }) => name === item.name);
    const [taken] = at < 0 ? [] : left.splice(at, 1);
    return taken ? [[item, taken] as const] : [];
  });
  return new Map(pairs);
}

/** Order numbers are typed only where part 3 lists otherwise than the table. */
function ordersOf<T>(items: readonly T[], told: ReadonlyMap<T, Explained>): ReadonlyMap<T, number> {
  const orders = items.flatMap((item) => told.get(item)?.order ?? []);
  const asListed = orders.every((order, index) => index === 0 || order > (orders[index - 1] ?? 0));
  if (asListed) return new Map();
  return new Map(items.flatMap((item) => (told.has(item) ? [[item, told.get(item)?.order ?? 0] as const] : [])));
}

export interface Project {
  readonly unit: string;
  readonly name: string;
}

/** Every project once, in the order of 项目支出, with the how of a name that is not printed. */
function projectsOf({ projects }: Spending): (Project & { how: ProjectHow; hasGeneral: boolean; hasCarry: boolean })[] {
  const byKey = new Map<string, Project & { how: ProjectHow; hasGeneral: boolean; hasCarry: boolean }>();
  for (const row of projects) {
    const key = `${row.unit}\n${row.project}`;
    const before = byKey.get(key);
    byKey.set(key, {
      ...{ unit: row.unit, name: row.project, how: row.how },
      hasGeneral: (before?.hasGeneral ?? false) || row.source.startsWith('general'),
      hasCarry: (before?.hasCarry ?? false) || row.source.startsWith('carry'),
    });
  }
  return [...byKey.values()];
}
type ProjectHow = Spending['projects'][number]['how'];

/** 项目信息: each project once, with what part 3 says of it. */
export function projectRows(read: Printed, spending: Spending): FoundRow[] {
  const projects = projectsOf(spending);
  const general = projects.filter(({ hasGeneral }) => hasGeneral);
  const carried = projects.filter(({ hasCarry }) => hasCarry);
  const told = explanations(general, explainedIn(read, 'projectsExplained'));
  const toldCarry = explanations(carried, explainedIn(read, 'carryOver.explained'));
  const [orders, carryOrders] = [ordersOf(general, told), ordersOf(carried, toldCarry)];
  const withheld = new Set(
    projects
      .filter((project) =>
        [told.get(project), toldCarry.get(project)].some((of) => of && read.flag(`${of.path}.withheld`) === true),
      )
      .map(({ unit, name }) => projectId(unit, name)),
  );
  const goals = coveringGoals(read, spending.projects, (id) => !withheld.has(id));
  return projects.map((project) => {
    const id = projectId(project.unit, project.name);
    const row: FoundRow = {
      unit: found(project.unit, project.how.unit),
      name: found(project.name, project.how.project),
      disclosure: printed(labelOf(disclosures, withheld.has(id) ? 'withheld' : 'public')),
      order: printed(orders.get(project)?.toString()),
      carryOverOrder: printed(carryOrders.get(project)?.toString()),
    };
    if (withheld.has(id)) return row;
    const paths = { of: told.get(project)?.path, carry: toldCarry.get(project)?.path };
    return { ...row, ...publicFields(read, project, paths, goals.get(id)) };
  });
}

function publicFields(
  read: Printed,
  project: Project & { hasGeneral: boolean; hasCarry: boolean },
  { of, carry }: { readonly of: string | undefined; readonly carry: string | undefined },
  covering: Covering | undefined,
): FoundRow {
  const told = (key: string) => printed(of && read.text(`${of}.${key}`));
  const needed = (key: string) =>
    told(key) ?? (project.hasGeneral ? missing('说明七没有这个项目的说明', '某说明') : undefined);
  const carrier = told('carrier');
  const purpose = printed(carry && read.text(`${carry}.purpose`));
  return {
    policyBasis: needed('policyBasis'),
    carrier: carrier?.text === project.unit ? undefined : carrier,
    allocation: needed('allocation'),
    period: needed('period'),
    carryOverPurpose: purpose ?? (project.hasCarry ? missing('说明十二没有这个项目的用途', '某用途') : undefined),
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
    })),
  );
  const told = explanations(items, explainedIn(read, 'commissioned.explained'));
  const orders = ordersOf(items, told);
  return items.map((item) => {
    const isProject = spending.projects.some((row) => row.unit === item.unit && row.project === item.name);
    const path = told.get(item)?.path;
    const withheld = path !== undefined && read.flag(`${path}.withheld`) === true;
    return {
      unit: printed(item.unit),
      project: printed(item.name),
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
