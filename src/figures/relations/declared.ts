/**
 * Relations that paths alone tell: comparisons with last year, shares, and what is counted beside the amounts of the
 * tables.
 */
import { comparedLines } from '../../vocabulary/terms.js';
import type { ComparisonRead, Read, Relation, Said } from './relation.js';

/** Printed values by path, in the order of the document. */
export type ByPath<R extends Read> = ReadonlyMap<string, readonly R[]>;

/** Sums of values whose paths say all, with `*` for any index, the same throughout. */
const sums: readonly (readonly [whole: string, ...parts: readonly string[]])[] = [
  ['procurement.total', 'procurement.goods', 'procurement.works', 'procurement.services'],
  ['assets.cars', 'assets.generalCars', 'assets.dutyCars', 'assets.otherCars'],
  ['assets.carsValue', 'assets.generalCarsValue', 'assets.dutyCarsValue', 'assets.otherCarsValue'],
  [
    'performance.entityGoal.total',
    'performance.entityGoal.fromAbove',
    'performance.entityGoal.fromOwn',
    'performance.entityGoal.fromOther',
  ],
  [
    'performance.entityGoalAmount',
    'performance.entityGoal.fromAbove',
    'performance.entityGoal.fromOwn',
    'performance.entityGoal.fromOther',
  ],
  [
    'amounts.all.total',
    'performance.entityGoal.fromAbove',
    'performance.entityGoal.fromOwn',
    'performance.entityGoal.fromOther',
  ],
  ['performance.projectGoals[*].total', 'performance.projectGoals[*].fiscal', 'performance.projectGoals[*].other'],
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
];

/** How many items a list has; `but`: those for which this does not hold are counted. */
const counts: readonly { readonly values: readonly string[]; readonly list: RegExp; readonly but?: string }[] = [
  { values: ['organization.unitCount'], list: /^(organization\.units\[\d+\])\.name$/ },
  { values: ['organization.subordinateCount'], list: /^(organization\.units\[\d+\])\.name$/, but: 'isOwn' },
  {
    values: ['organization.administrativeUnits', 'organization.publicInstitutions'],
    list: /^(organization\.units\[\d+\])\.name$/,
  },
  { values: ['organization.officeCount'], list: /^(organization\.offices\[\d+\])$/ },
];

/** Values are taken by their paths, the first where one path is printed several times. */
export function declaredRelations<R extends Read>(
  values: ByPath<R>,
  texts: readonly Said[],
  flags: ReadonlyMap<string, boolean>,
): Relation<R>[] {
  const first = (path: string): R | undefined => values.get(path)?.[0];
  return [
    ...sums.flatMap((paths) => unfolded(paths, values).flatMap((own) => sumOf(own, values))),
    ...same.flatMap(([left, right]): Relation<R>[] => {
      const [a, b] = [first(left), first(right)];
      return a && b ? [{ rule: 'same', values: [a, b] }] : [];
    }),
    ...atMost.flatMap((sides): Relation<R>[] => {
      const [parts, wholes] = sides.map((paths) => paths.flatMap((path) => first(path) ?? [])) as [R[], R[]];
      const isComplete = parts.length === sides[0].length && wholes.length === sides[1].length;
      return isComplete ? [{ rule: 'atMost', parts, wholes }] : [];
    }),
    ...counts.flatMap(({ values: paths, list, but }): Relation<R>[] => {
      const counted = paths.flatMap((path) => first(path) ?? []);
      const all = texts.flatMap((said) => ({ said, base: list.exec(said.path)?.[1] }));
      const items = all.filter(({ base }) => base !== undefined && !(but && flags.get(`${base}.${but}`)));
      return counted.length === paths.length
        ? [{ rule: 'count', values: counted, items: items.map(({ said }) => said) }]
        : [];
    }),
    ...repeated(values),
    ...comparisonRelations(values),
  ];
}

/** Values that no table counts, printed in several places. */
function repeated<R extends Read>(values: ByPath<R>): Relation<R>[] {
  return [...values].flatMap(([path, reads]): Relation<R>[] =>
    reads.length > 1 && /^(assets|procurement|performance|organization)\.|\.(share|change|rate)$/.test(path)
      ? [{ rule: 'same', values: reads }]
      : [],
  );
}

/** The paths for each index that the whole is printed with. */
function unfolded(paths: readonly string[], values: ByPath<Read>): (readonly string[])[] {
  const [whole = ''] = paths;
  if (!whole.includes('*')) return [paths];
  const [before = '', after = ''] = whole.split('[*]');
  const found = [...values.keys()].filter((path) => path.startsWith(`${before}[`) && path.endsWith(`]${after}`));
  return found.map((path) => {
    const index = path.slice(before.length, path.length - after.length);
    return paths.map((each) => each.replace('[*]', index));
  });
}

function sumOf<R extends Read>([whole = '', ...parts]: readonly string[], values: ByPath<R>): Relation<R>[] {
  const found = parts.flatMap((path) => values.get(path)?.slice(0, 1) ?? []);
  const [of] = values.get(whole) ?? [];
  return of && found.length === parts.length ? [{ rule: 'sum', whole: of, parts: found, by: 'columns' }] : [];
}

/** What the shares are of: those of the general budget's parts, and everything. */
const wholeOf = (base: string): string =>
  /^(structure|compared\.(general(Basic|Project)|operating))/.test(base)
    ? 'amounts.general.total'
    : 'amounts.all.total';

function comparisonRelations<R extends Read>(values: ByPath<R>): Relation<R>[] {
  const first = (path: string): R | undefined => values.get(path)?.[0];
  const comparisons = new Map<string, ComparisonRead<R>>();
  const found: Relation<R>[] = [];
  for (const path of values.keys()) {
    const [, base = '', what] = /^(.+)\.(share|rate)$/.exec(path) ?? [];
    const isOfThreePublic = base.startsWith('threePublic');
    const now =
      first(`${base}.now`) ?? first(isOfThreePublic ? base.replace(/\.compared$/, '.total') : `${base}.amount`);
    const [share, change, rate] = ['share', 'change', 'rate'].map((key) => first(`${base}.${key}`));
    const whole = first(wholeOf(base));
    if (what === 'share' && share && now && whole) found.push({ rule: 'share', value: share, part: now, whole });
    if (what === 'rate' && rate && now && change) comparisons.set(base, { base, now, change, rate });
  }
  for (const comparison of comparisons.values()) found.push({ rule: 'comparison', ...comparison });
  return [...found, ...lastYears(comparisons)];
}

const { 一般公共预算: own, 上级一般公共预算转移支付: transfer } = comparedLines;
const {
  基本支出: basic,
  项目支出: project,
  一般公共预算基本支出: generalBasic,
  一般公共预算项目支出: generalProject,
} = comparedLines;
const expenditure: readonly string[] = [basic, project];
const ofGeneral: readonly string[] = [generalBasic, generalProject];
const apart: readonly string[] = [...expenditure, ...ofGeneral, comparedLines.机关运行经费];

/**
 * Last year's income is its expenditure; of the general budget, its 项 too. A line without money in either year is not
 * printed.
 */
function lastYears<R extends Read>(comparisons: ReadonlyMap<string, ComparisonRead<R>>): Relation<R>[] {
  const lines = (keys: readonly string[]) => keys.flatMap((key) => comparisons.get(`compared.${key}`) ?? []);
  const sources = Object.values(comparedLines).filter((line) => !apart.includes(line));
  const items = [...comparisons.values()].filter(({ base }) => base.startsWith('comparedCodes'));
  const threePublic = (keys: readonly string[]) =>
    keys.flatMap((key) => comparisons.get(`threePublic.${key}.compared`) ?? []);
  const wholes = [
    { wholes: lines(expenditure), parts: lines(sources), most: 2 },
    { wholes: lines(ofGeneral), parts: lines([own, transfer]), most: 2 },
    { wholes: lines(ofGeneral), parts: items, most: 2 },
    {
      wholes: threePublic(['total']),
      parts: threePublic(['abroad', 'reception', 'carPurchase', 'carRunning']),
      most: 1,
    },
  ];
  return wholes.flatMap(({ wholes: of, parts, most }): Relation<R>[] =>
    of.length === most && parts.length > 0 ? [{ rule: 'lastYear', wholes: of, parts }] : [],
  );
}
