/** Where the year's money goes, from the tables of the document: the rows of 基本支出（功能） and 项目支出. */

import { nameKey } from '../../vocabulary/names.js';
import { negligible, sumOf } from '../amounts.js';
import type { Printed } from '../printed.js';
import { goalUnit, type Unit } from '../sheets/identity.js';
import { carriedBasic, fiscalBasic, type NeededRunning, withNeededRunning } from './basic.js';
import { basicRowOf, type ColumnRow, otherBasic, projectRoom, withSources } from './other.js';
import {
  carriedProjects,
  columnProjects,
  fundProjects,
  type GeneralProject,
  generalProjects,
  type NamedMoney,
  projectRowOf,
  withTransfers,
} from './projects.js';
import { type BasicRow, type DraftProjectRow, mergedBasic, mergedProjectRows } from './rows.js';
import { codeMoney } from './tables.js';

export interface Spending {
  readonly basic: readonly BasicRow[];
  readonly projects: readonly DraftProjectRow[];
}

/**
 * The performance tables that no project of table 7 or 12 is named in, by the money that they state; `little`: those
 * that state 0.00 of both kinds.
 */
function unexplainedGoals(
  read: Printed,
  key: 'fiscal' | 'other' | 'little',
  taken: ReadonlySet<string>,
  unit: string,
  units: readonly Unit[],
): NamedMoney[] {
  return read.items('performance.projectGoals').flatMap((path): NamedMoney[] => {
    const project = read.text(`${path}.name`) ?? '';
    const [fiscal, other] = [read.amount(`${path}.fiscal`), read.amount(`${path}.other`)];
    const amount = key === 'little' ? (fiscal + other === 0n ? negligible : 0n) : { fiscal, other }[key];
    if (project === '' || amount === 0n || taken.has(project)) return [];
    return [{ unit: goalUnit(read, path, units)?.text ?? unit, project, amount, how: '；项目名称按绩效目标表' }];
  });
}

/** Amounts in whole 分, as printed; the units that the document does not tell apart stand under 本级. */
/** One spelling for names that differ in spaces and marks only: the first. */
function spelling(): (name: string) => string {
  const first = new Map<string, string>();
  return (name) => {
    const key = nameKey(name);
    const known = first.get(key) ?? name;
    first.set(key, known);
    return known;
  };
}

/** The rows of both sheets, amounts in 分, each with how it was inferred. */
export function spendingOf(read: Printed, units: readonly Unit[]): Spending {
  const own = units.find((unit) => unit.isOwn)?.name ?? units[0]?.name ?? '';
  const ownUnit = { name: own, how: units.length > 1 ? '公开文档不按单位列示，暂列本级' : '' };
  const unitOf = (path: string) => read.text(`${path}.name`) ?? own;
  const codes = codeMoney(read);
  const nameOf = (code: string) => codes.find((row) => row.code === code)?.name ?? code;
  const spelt = spelling();
  const speltAlike = <T extends { readonly project: string }>(rows: readonly T[]): T[] =>
    rows.map((row) => ({ ...row, project: spelt(row.project) }));
  const table7 = speltAlike(generalProjects(read, unitOf));
  const { rows: general, ofBasic } = withTransfers(table7, codes);
  const basic = fiscalBasic(read, codes, ownUnit, (code, budget) => {
    if (budget === 'general') return ofBasic.get(code) ?? 0n;
    const money = codes.find((row) => row.code === code)?.budgets[budget];
    return money && money.own === 0n ? money.basic : 0n;
  });
  const running = runningNeeded(read, [...table7, ...general], unitOf);
  const carried = otherBasic(codes, carriedBasic(read, unitOf), own);
  const hint = (unit: string, project: string) => codeHint(table7, unit, project);
  const fiscal = speltAlike(carriedProjects(read, 'carryFiscal', unitOf, hint));
  const nonFiscal = speltAlike(carriedProjects(read, 'carryNonFiscal', unitOf, hint));
  const taken = new Set([...table7, ...fiscal].map(({ project }) => project));
  const goals = unexplainedGoals(read, 'fiscal', taken, own, units);
  const fund = fundProjects('fund', codes, goals, ownUnit);
  const capital = fundProjects(
    'capital',
    codes,
    goals.filter((goal) => !fund.used.includes(goal)),
    ownUnit,
  );
  const others = unexplainedGoals(read, 'other', new Set(nonFiscal.map(({ project }) => project)), own, units);
  const room = (column: ColumnRow['column']) => projectRoom(column, codes, carried);
  const little = unexplainedGoals(
    read,
    'little',
    new Set([...taken, ...nonFiscal.map(({ project }) => project)]),
    own,
    units,
  );
  const columns: readonly (readonly [ColumnRow['column'], readonly NamedMoney[]])[] = [
    ['carryFiscal', fiscal],
    ['carryNonFiscal', nonFiscal],
    ['unitFunds', others],
    ['specialAccount', room('unitFunds').size === 0 ? others : []],
  ];
  const named = columns.flatMap(([column, money]) =>
    columnProjects(column, money, room(column), ownUnit, nameOf, column === 'unitFunds' ? little : []),
  );
  const paid = withSources(read, [...carried, ...named]);
  return {
    basic: mergedBasic([
      ...withNeededRunning(basic, running),
      ...paid.filter((row) => row.project === undefined).map(basicRowOf),
    ]),
    projects: mergedProjectRows([
      ...general,
      ...fund.rows,
      ...capital.rows,
      ...paid.filter((row) => row.project !== undefined).map(projectRowOf),
    ]),
  };
}

/** A carried-over project that goes on this year most likely stays under its 项. */
const codeHint = (table7: readonly GeneralProject[], unit: string, project: string): string | undefined =>
  table7.find((row) => row.unit === unit && nameKey(row.project) === nameKey(project))?.code;

/** 委托业务费 of table 11 that is no project's. */
function runningNeeded(
  read: Printed,
  projects: readonly { readonly unit: string; readonly project: string }[],
  unitOf: (path: string) => string,
): NeededRunning[] {
  return read.items('commissioned.units').flatMap((path) => {
    const unit = unitOf(path);
    const ofProjects = new Set(projects.filter((row) => row.unit === unit).map(({ project }) => nameKey(project)));
    const basic = read
      .items(`${path}.items`)
      .filter((item) => !ofProjects.has(nameKey(read.text(`${item}.name`) ?? '')));
    const amount = sumOf(basic.map((item) => read.amount(`${item}.general`)));
    return amount === 0n ? [] : [{ unit, amount }];
  });
}
