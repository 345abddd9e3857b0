/**
 * 项目支出: table 7 prints this year's general budget, table 12 the carry-over; the rest stands in performance tables or
 * nowhere.
 */
import type { EconomicClass, FundingSource } from '../../vocabulary/terms.js';
import { economicClasses } from '../../vocabulary/terms.js';
import { halfPrintedStep, isAbout, lesser, roundedParts, sumOf } from '../amounts.js';
import type { Printed } from '../printed.js';
import { codeOf } from '../sheets/codes.js';
import { type AmountPart, assignParts } from './assign.js';
import { ownAndTransfer, usualClass } from './basic.js';
import type { ColumnRow } from './other.js';
import { type DraftProjectRow, nothingInferred } from './rows.js';
import type { CodeMoney, FiscalBudget, OtherColumn } from './tables.js';

export interface GeneralProject {
  readonly unit: string;
  readonly project: string;
  readonly code: string;
  readonly classes: Partial<Record<EconomicClass, bigint>>;
  readonly total: bigint;
}

/** The rows of table 7 that are projects. */
export const generalProjects = (read: Printed, unitOf: (path: string) => string): GeneralProject[] =>
  read.items('projectUnits').flatMap((unit) =>
    read.items(`${unit}.rows`).flatMap((path): GeneralProject[] => {
      const [code, project] = [codeOf(read, path), read.text(`${path}.project`) ?? ''];
      if (code.length !== 7 || project === '') return [];
      const of = (key: string) => read.amount(`${path}.amounts.general.${key}`);
      const classes = Object.fromEntries(
        economicClasses.map((key) => [key, of(`classes.c${key}`)] as const).filter(([, amount]) => amount > 0n),
      );
      return [{ unit: unitOf(unit), project, code, classes, total: of('project') }];
    }),
  );

const rowOf = (
  { unit, project, code, classes }: GeneralProject,
  source: FundingSource,
  how: Partial<DraftProjectRow['how']> = {},
): DraftProjectRow => ({ unit, project, code, source, classes, how: { ...nothingInferred, ...how } });

const transferHow = '按收入总体情况表该科目的上级转移支付数推定';

/**
 * Which of table 7's projects a 项's transfer pays; what no whole project explains, its basic expenditure or a part of
 * one does.
 */
export function withTransfers(
  projects: readonly GeneralProject[],
  codes: readonly CodeMoney[],
): { rows: DraftProjectRow[]; ofBasic: ReadonlyMap<string, bigint> } {
  const ofBasic = new Map<string, bigint>();
  const rows = codes.flatMap(({ code, budgets: { general } }) => {
    const own = projects.filter((project) => project.code === code);
    if (general.transfer === 0n) return own.map((project) => rowOf(project, 'generalOwn'));
    if (general.own === 0n) {
      ofBasic.set(code, general.basic);
      return own.map((project) => rowOf(project, 'generalTransfer'));
    }
    return partly(own, general, (amount) => ofBasic.set(code, amount));
  });
  return { rows, ofBasic };
}

function partly(
  own: readonly GeneralProject[],
  { own: fromOwn, transfer, basic }: CodeMoney['budgets']['general'],
  payBasic: (amount: bigint) => void,
): DraftProjectRow[] {
  const parts = own.map((project) => ({ amount: project.total, project: project as GeneralProject | undefined }));
  for (const withBasic of [0n, basic]) {
    const all = withBasic > 0n ? [...parts, { amount: withBasic, project: undefined }] : parts;
    const ownRoom = fromOwn - (withBasic > 0n ? 0n : basic);
    const found = assignParts<AmountPart & { project: GeneralProject | undefined }>(
      all,
      new Map([
        ['generalOwn', ownRoom],
        ['generalTransfer', transfer],
      ]),
    );
    if (!found.fits) continue;
    if (found.shares.some(({ part, to }) => part.project === undefined && to === 'generalTransfer')) payBasic(basic);
    return found.shares.flatMap(({ part, to }) =>
      part.project ? [rowOf(part.project, to as FundingSource, { source: transferHow })] : [],
    );
  }
  return splitInOrder(own, transfer, basic, payBasic);
}

/** The transfer pays the projects in the order of the table, the last of them in part, and then basic expenditure. */
function splitInOrder(
  own: readonly GeneralProject[],
  transfer: bigint,
  basic: bigint,
  payBasic: (amount: bigint) => void,
): DraftProjectRow[] {
  let left = transfer;
  const how = { source: `${transferHow}，各项目的份额没有公开` };
  const rows = own.flatMap((project) => {
    const [paid, unpaid]: [GeneralProject['classes'], GeneralProject['classes']] = [{}, {}];
    for (const [key, amount] of Object.entries(project.classes) as [EconomicClass, bigint][]) {
      const share = left <= halfPrintedStep ? 0n : lesser(amount, left);
      if (share > 0n) paid[key] = share;
      if (amount > share) unpaid[key] = amount - share;
      left -= share;
    }
    return [
      rowOf({ ...project, classes: unpaid }, 'generalOwn', how),
      rowOf({ ...project, classes: paid }, 'generalTransfer', how),
    ].filter(({ classes }) => Object.keys(classes).length > 0);
  });
  if (left > halfPrintedStep) payBasic(lesser(left, basic));
  return rows;
}

/** A project that some place names with an amount. */
export interface NamedMoney extends AmountPart {
  readonly unit: string;
  readonly project: string;
  readonly how: string;
}

/** Table 12's projects of one column. */
export const carriedProjects = (
  read: Printed,
  column: Extract<OtherColumn, 'carryFiscal' | 'carryNonFiscal'>,
  unitOf: (path: string) => string,
  codeHint: (unit: string, project: string) => string | undefined,
): NamedMoney[] =>
  read.items('carryOver.units').flatMap((unit) =>
    read.items(`${unit}.projects`).flatMap((path): NamedMoney[] => {
      const [project, name] = [read.text(`${path}.name`) ?? '', unitOf(unit)];
      const amount = read.amount(`${path}.amounts.${column}.project`);
      if (project === '' || amount === 0n) return [];
      return [{ unit: name, project, amount, hint: codeHint(name, project), how: '' }];
    }),
  );

/**
 * The money of one column by 项 and project: named projects where they fit, one without a name for what is left. What a
 * 项 has is a project's however little, unless others have taken of it. `little`: projects whose money does not show.
 */
export function columnProjects(
  column: OtherColumn,
  named: readonly NamedMoney[],
  room: ReadonlyMap<string, bigint>,
  ownUnit: { readonly name: string; readonly how: string },
  nameOf: (code: string) => string,
  little: readonly NamedMoney[] = [],
): ColumnRow[] {
  const { shares, rest } = assignParts(named, room);
  const rows = shares.map(({ part, to, amount }) => {
    const how = room.size > 1 ? '科目按收入总体情况表各科目的金额推定' : '';
    return { column, code: to, unit: part.unit, project: part.project, amount, how: how + part.how };
  });
  const taken = new Set(shares.map(({ to }) => to));
  const left = [...rest].filter(
    ([code, amount]) => amount > 0n && !(taken.has(code) && isAbout(amount, 0n, roundedParts)),
  );
  const hidden = left.filter(([, amount]) => amount < halfPrintedStep);
  const unnamed = left.map(([code, amount]): ColumnRow => {
    const known = hidden.length === little.length ? little[hidden.findIndex(([one]) => one === code)] : undefined;
    if (known)
      return { column, code, unit: known.unit, project: known.project, amount, how: `金额印作0.00${known.how}` };
    const project = `${nameOf(code)}项目（名称未公开）`;
    return { column, code, unit: ownUnit.name, project, amount, how: `项目名称没有公开，请填写；${ownUnit.how}` };
  });
  return [...rows, ...unnamed];
}

/** Table 12 and performance tables print no economic class. */
export const projectRowOf = (
  row: ColumnRow & { readonly source: FundingSource; readonly sourceHow: string },
): DraftProjectRow => ({
  ...{ unit: row.unit, project: row.project ?? '', code: row.code, source: row.source },
  classes: { [usualClass]: row.amount },
  how: {
    ...nothingInferred,
    code: row.how,
    source: row.sourceHow,
    classes: '经济分类没有公开，先列在302商品和服务支出',
  },
});

/** The projects that the two funds pay: named by performance tables where the amount tells, else without a name. */
export function fundProjects(
  budget: Extract<FiscalBudget, 'fund' | 'capital'>,
  codes: readonly CodeMoney[],
  named: readonly NamedMoney[],
  ownUnit: { readonly name: string; readonly how: string },
): { rows: DraftProjectRow[]; used: readonly NamedMoney[] } {
  const room = new Map(codes.map(({ code, budgets }) => [code, budgets[budget].project]));
  const found = assignParts(named, room);
  const shares = found.fits ? found.shares : [];
  const rest = found.fits ? found.rest : room;
  const nameOf = new Map(codes.map(({ code, name }) => [code, name]));
  const parts = [
    ...shares.map(({ part, to, amount }) => ({ ...part, code: to, amount })),
    ...[...rest].map(([code, amount]) => ({
      ...{ unit: ownUnit.name, project: `${nameOf.get(code)}项目（名称未公开）`, code, amount },
      how: `项目名称没有公开，请填写；${ownUnit.how}`,
    })),
  ];
  const rows = parts.flatMap((part): DraftProjectRow[] => {
    if (part.amount <= 0n) return [];
    const { own, transfer, basic } = codes.find(({ code }) => code === part.code)?.budgets[budget] ?? nothing;
    const [ownSource, transferSource] = ownAndTransfer[budget];
    const ofTransfer = own === 0n ? part.amount : lesser(part.amount, transfer);
    const how = { ...nothingInferred, project: part.how, classes: '经济分类没有公开，先列在302商品和服务支出' };
    const shared = { unit: part.unit, project: part.project, code: part.code };
    const source = own > 0n && transfer > 0n ? transferHow : '';
    return [
      { ...shared, source: ownSource, classes: { [usualClass]: part.amount - ofTransfer }, how: { ...how, source } },
      { ...shared, source: transferSource, classes: { [usualClass]: ofTransfer }, how: { ...how, source } },
    ].filter(({ classes }) => (classes[usualClass] ?? 0n) > (basic > 0n ? halfPrintedStep : 0n));
  });
  return { rows, used: shares.map(({ part }) => part) };
}

const nothing = { own: 0n, transfer: 0n, basic: 0n };
/** Over all economic classes, in whole 分. */
export const totalOf = (row: DraftProjectRow): bigint => sumOf(Object.values(row.classes));
