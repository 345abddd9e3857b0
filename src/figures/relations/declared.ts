/**
 * Relations that paths alone tell: comparisons with last year, shares, and what is counted beside the amounts of the
 * tables.
 */
import { grouped } from '../../model/grouped.js';
import { comparedLines, threePublicItems } from '../../vocabulary/terms.js';
import type { ComparisonRead, Read, Relation } from './relation.js';
import { sumOf } from './sums.js';

/** Printed values by path, in the order of the document. */
export type ByPath<R extends Read> = ReadonlyMap<string, readonly R[]>;

/** Where the money of the whole entity's goal comes from. */
const goalSources = ['fromAbove', 'fromOwn', 'fromOther'].map((part) => `performance.entityGoal.${part}`);
const carKinds = ['generalCars', 'dutyCars', 'otherCars'].map((part) => `assets.${part}`);

/** Sums of values whose paths say all. */
const sums: readonly (readonly [whole: string, ...parts: readonly string[]])[] = [
  ['procurement.total', 'procurement.goods', 'procurement.works', 'procurement.services'],
  ['assets.cars', ...carKinds],
  ['assets.carsValue', ...carKinds.map((part) => `${part}Value`)],
  ['performance.entityGoal.total', ...goalSources],
  ['performance.entityGoalAmount', ...goalSources],
  ['amounts.all.total', ...goalSources],
];

const same: readonly (readonly [string, string])[] = [
  ['performance.entityGoalAmount', 'performance.entityGoal.total'],
  ['economic.total', 'amounts.general.basic'],
  ['economic.personnel', 'amounts.general.personnel'],
  ['economic.public', 'amounts.general.public'],
];

/** Carry-over of 财政拨款 may be told as 上级安排, 本级安排 or 其他资金 (docs/FORM.md). */
const transfers = ['amounts.generalTransfer.total', 'amounts.fundTransfer.total', 'amounts.capitalTransfer.total'];
const owns = ['amounts.generalOwn.total', 'amounts.fundOwn.total', 'amounts.capitalOwn.total'];
const carry = 'amounts.carryFiscal.total';
const headcount = 'organization.headcount';

/** Tables 10 and 11 are of this year's 财政拨款 alone. */
const ofBudgets = ['general', 'fund', 'capital'].flatMap((budget) =>
  ['threePublic.total', 'commissioned'].map((base) => [[`${base}.${budget}`], [`amounts.${budget}.total`]] as const),
);

/** What is no more than something else, all added up. */
const atMost: readonly (readonly [parts: readonly string[], wholes: readonly string[]])[] = [
  [['procurement.reservedForSmall'], ['procurement.total']],
  [['procurement.reservedForMicro'], ['procurement.reservedForSmall']],
  [['assets.equipment100'], ['assets.equipment50']],
  [['assets.plannedEquipment100'], ['assets.plannedEquipment50']],
  [['performance.withheldProjects'], ['performance.fiscalProjects']],
  [['performance.withheldProjectCount'], ['performance.fiscalProjectCount']],
  [transfers, ['performance.entityGoal.fromAbove']],
  [['performance.entityGoal.fromAbove'], [...transfers, carry]],
  [owns, ['performance.entityGoal.fromOwn']],
  [['performance.entityGoal.fromOwn'], [...owns, carry]],
  [
    [`${headcount}.inService.now`, `${headcount}.retired.now`, `${headcount}.veteranRetired.now`],
    [`${headcount}.actual`],
  ],
  ...ofBudgets,
];

/** How many items a list has; `but`: those for which this does not hold are counted. */
const units = /^(organization\.units\[\d+\])\.name$/;
const counts: readonly { readonly values: readonly string[]; readonly list: RegExp; readonly but?: string }[] = [
  { values: ['organization.unitCount'], list: units },
  { values: ['organization.subordinateCount'], list: units, but: 'isOwn' },
  { values: ['organization.administrativeUnits', 'organization.publicInstitutions'], list: units },
  { values: ['organization.officeCount'], list: /^(organization\.offices\[\d+\])$/ },
];

/** Values are taken by their paths, the first where one path is printed several times. */
export function declaredRelations<R extends Read>(
  values: ByPath<R>,
  texts: readonly Read[],
  flags: ReadonlyMap<string, boolean>,
): Relation<R>[] {
  /** Nothing where one of them was not read. */
  const where = (lists: readonly (readonly string[])[], relate: (...found: readonly R[][]) => Relation<R>) => {
    const found = lists.map((paths) => paths.flatMap((path) => values.get(path)?.slice(0, 1) ?? []));
    return found.every(({ length }, at) => length === lists[at]?.length) ? [relate(...found)] : [];
  };
  const itemsOf = (list: RegExp, but: string | undefined) =>
    texts.filter(({ path }) => {
      const base = list.exec(path)?.[1];
      return base !== undefined && !(but && flags.get(`${base}.${but}`));
    });
  return [
    ...[...sums, ...goalSums(values)].flatMap((paths) =>
      where([paths.slice(0, 1), paths.slice(1)], ([whole], parts) => sumOf(whole as R, parts, 'columns')),
    ),
    ...same.flatMap((paths) => where([paths], (found) => ({ rule: 'same', values: found }))),
    ...atMost.flatMap((lists) =>
      where(lists, (parts, wholes) => ({ rule: 'atMost', values: [...parts, ...wholes], parts, wholes })),
    ),
    ...counts.flatMap(({ values: paths, list, but }) => {
      const items = itemsOf(list, but);
      return items.length === 0 ? [] : where([paths], (counted) => ({ rule: 'count', values: counted, items }));
    }),
    ...[...values].flatMap(([path, reads]): Relation<R>[] =>
      reads.length > 1 && uncounted.test(path) ? [{ rule: 'same', values: reads }] : [],
    ),
    ...weightsOf(values),
    ...comparisonRelations(values),
  ];
}

const weight = /^performance\.(?:projectGoals\[\d+\]|entityGoal)(?=\.indicators\[\d+\]\.weight$)/;

/** Of each performance table (FORM agree-11). */
function weightsOf<R extends Read>(values: ByPath<R>): Relation<R>[] {
  const printed = [...values].filter(([path, [read]]) => weight.test(path) && read?.text !== '');
  const tables = grouped(printed, ([path]) => weight.exec(path)?.[0]);
  return [...tables.values()].map((own) => ({
    rule: 'weights',
    values: own.flatMap(([, reads]) => reads),
  }));
}

/** The money of each project's goal. */
const goalSums = (values: ByPath<Read>) =>
  [...values.keys()].flatMap((path) => {
    const goal = /^performance\.projectGoals\[\d+\](?=\.total$)/.exec(path)?.[0];
    return goal === undefined ? [] : [[path, `${goal}.fiscal`, `${goal}.other`] as const];
  });

/** Values that no table counts: where they are printed in several places, they are the same. */
const uncounted = /^(assets|procurement|performance|organization)\.|\.(share|change|rate)$/;

/** What the shares are of: those of the general budget's parts, and everything. */
const wholeOf = (base: string): string =>
  /^(structure|compared\.(general(Basic|Project)|operating))/.test(base)
    ? 'amounts.general.total'
    : 'amounts.all.total';

function comparisonRelations<R extends Read>(values: ByPath<R>): Relation<R>[] {
  const first = (path: string): R | undefined => values.get(path)?.[0];
  const bases = (what: string) =>
    [...values.keys()].flatMap((path) => (path.endsWith(`.${what}`) ? [path.slice(0, -what.length - 1)] : []));
  const nowOf = (base: string) =>
    first(`${base}.now`) ??
    first(base.startsWith('threePublic') ? base.replace(/\.compared$/, '.total') : `${base}.amount`);
  const shares = bases('share').flatMap((base): Relation<R>[] => {
    const [value, part, whole] = [first(`${base}.share`), nowOf(base), first(wholeOf(base))];
    return value && part && whole ? [{ rule: 'share', values: [value, part, whole], value, part, whole }] : [];
  });
  const comparisons = bases('rate').flatMap((base): ComparisonRead<R>[] => {
    const [now, change, rate] = [nowOf(base), first(`${base}.change`), first(`${base}.rate`)];
    return now && change && rate ? [{ base, now, change, rate }] : [];
  });
  return [
    ...shares,
    ...comparisons.map((one) => ({ ...one, rule: 'comparison' as const, values: [one.now, one.change, one.rate] })),
    ...lastYears(comparisons),
  ];
}

const expenditure: readonly string[] = [comparedLines.基本支出, comparedLines.项目支出];
const ofGeneral: readonly string[] = [comparedLines.一般公共预算基本支出, comparedLines.一般公共预算项目支出];
const apart: readonly string[] = [...expenditure, ...ofGeneral, comparedLines.机关运行经费];

/**
 * Last year's income is its expenditure; of the general budget, its 项 too. A line without money in either year is not
 * printed.
 */
function lastYears<R extends Read>(comparisons: readonly ComparisonRead<R>[]): Relation<R>[] {
  const { 一般公共预算: own, 上级一般公共预算转移支付: transfer } = comparedLines;
  const of = (bases: readonly string[]) =>
    bases.flatMap((wanted) => comparisons.find(({ base }) => base === wanted) ?? []);
  const lines = (keys: readonly string[]) => of(keys.map((key) => `compared.${key}`));
  const threePublic = (keys: readonly string[]) => of(keys.map((key) => `threePublic.${key}.compared`));
  const sources = Object.values(comparedLines).filter((line) => !apart.includes(line));
  const items = comparisons.filter(({ base }) => base.startsWith('comparedCodes'));
  const equal = [
    { count: 2, wholes: lines(expenditure), parts: lines(sources) },
    { count: 2, wholes: lines(ofGeneral), parts: lines([own, transfer]) },
    { count: 2, wholes: lines(ofGeneral), parts: items },
    { count: 1, wholes: threePublic(['total']), parts: threePublic(Object.values(threePublicItems)) },
  ];
  return equal.flatMap(({ count, wholes, parts }): Relation<R>[] => {
    const all = [...wholes, ...parts];
    const values = [...all.map(({ change }) => change), ...all.map(({ now }) => now)];
    return wholes.length === count && parts.length > 0 ? [{ rule: 'lastYear', values, wholes, parts }] : [];
  });
}
