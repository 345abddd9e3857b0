/**
 * Relations held against what is printed (FORM money-2, money-3): what does not hold, by how much, and who says so.
 */
import type { ComparisonRead, Read, Relation, Rule } from '../figures/relations/index.js';
import { grouped, largestOf } from '../model/grouped.js';
import type { AuditFigure } from './audit.js';
import type { AuditKind } from './finding.js';
import {
  hundredUnits,
  isRounding,
  magnitude,
  percentOf,
  sumOfUnits,
  type TenThousandths,
  unitsOf,
  unitsText,
} from './numbers.js';

/** A relation that does not hold. */
export interface Broken {
  readonly kind: AuditKind;
  /** Only rounding. */
  readonly isNote?: boolean;
  /** The value that is told of, unless another has part in more of what does not hold. */
  readonly blamed: AuditFigure;
  /** All that may be at fault. */
  readonly values: readonly AuditFigure[];
  /** What it was computed from: at fault only where it is elsewhere, too. */
  readonly from?: readonly AuditFigure[];
  /** What `blamed` is held against; it follows the place of `blamed`. */
  readonly message: string;
  /** Said of one of the other values; without it, the message. */
  readonly aside?: string;
  /** The rows that were added up: one too few or too many breaks all their columns. */
  readonly rows?: string;
}

/** How places are told in messages. */
type Told = (figure: AuditFigure) => string;

/** What its direction words say of a comparison: 增加 (true) and 减少. */
export type Directions = (base: string) => readonly boolean[];

type Of<Name extends Rule> = Extract<Relation<AuditFigure>, { rule: Name }>;

const units = (read: Read): TenThousandths | undefined => unitsOf(read.text);
const printed = ({ text }: Read): string => (text === '' ? '空白' : text);

/** Undefined where one of them is no number. */
function allUnits(reads: readonly Read[]): TenThousandths[] | undefined {
  const known = reads.map(units).filter((value) => value !== undefined);
  return known.length === reads.length ? known : undefined;
}

/** Empty where the relation holds, or where a number of it cannot be read. */
type Hold<Name extends Rule> = (relation: Of<Name>, told: Told, directions: Directions) => Broken[];

const holds: { readonly [Name in Rule]: Hold<Name> } = {
  ...{ same: differing, sum: notAdding, share: wrongShare, comparison: wrongComparison, lastYear: wrongLastYear },
  ...{ atMost: tooMuch, count: wrongCount, order: outOfOrder },
};

export const brokenRelation = (
  relation: Relation<AuditFigure>,
  ...how: [told: Told, directions: Directions]
): Broken[] => (holds[relation.rule] as Hold<Rule>)(relation, ...how);

const broken = (
  kind: AuditKind,
  blamed: AuditFigure,
  values: readonly AuditFigure[],
  told: Omit<Broken, 'kind' | 'blamed' | 'values'>,
): Broken[] => [{ kind, blamed, values, ...told }];

const isProse = ({ sheet }: Read): boolean => sheet < 0;

function kindOf(values: readonly Read[]): AuditKind {
  if (values.every(({ sheet }) => sheet === values[0]?.sheet)) return isProse(values[0] as Read) ? 'sentence' : 'total';
  return values.some(isProse) ? 'sentence' : 'between';
}

/** The value that most print; of equals, the first. */
function differing({ values }: Of<'same'>, told: Told): Broken[] {
  const known = values.filter((read) => units(read) !== undefined);
  const groups = [...grouped(known, units).values()];
  const usual = [...groups].sort((a, b) => b.length - a.length)[0];
  const others = groups.find((group) => group !== usual);
  const [most, other] = [usual?.[0], others?.[0]];
  if (!others || !most || !other) return [];
  const kind = kindOf([most, other]);
  return broken(kind === 'total' ? 'between' : kind, other, [...others, most], {
    message: `为 ${printed(other)}，而“${told(most)}”为 ${printed(most)}`,
    aside: `“${told(other)}”为 ${printed(other)}`,
  });
}

function notAdding({ values, whole, parts, by }: Of<'sum'>, told: Told): Broken[] {
  const [expected, ...addends] = allUnits(values) ?? [];
  const sum = sumOfUnits(addends);
  if (expected === undefined || expected === sum) return [];
  const apart = `相差 ${unitsText(magnitude(expected - sum))}`;
  const counted = by === 'rows' ? `明细 ${parts.length} 行` : `同一行 ${parts.length} 栏`;
  return broken(kindOf(values), whole, values, {
    isNote: isRounding(expected - sum, parts.length),
    message: `为 ${printed(whole)}，${isProse(whole) ? '其中各项' : counted}合计 ${unitsText(sum)}，${apart}`,
    aside: `与“${told(whole)}”的 ${printed(whole)} 合不上，${apart}`,
    ...(by === 'rows' && !parts.some(isProse) && { rows: parts.map(({ at }) => `${at.block} ${at.row}`).join() }),
  });
}

function wrongShare({ value, part, whole }: Of<'share'>): Broken[] {
  const [said, of, all] = allUnits([value, part, whole]) ?? [];
  if (said === undefined || of === undefined || all === undefined) return [];
  const expected = percentOf(of, all) ?? 0n;
  if (said === expected) return [];
  const message = `${printed(part)} ÷ ${printed(whole)} 应为 ${unitsText(expected)}%，说明为 ${value.text}`;
  return broken('share', value, [value], { message, from: [part, whole] });
}

/**
 * What was printed last year follows from this year and the change; undefined where the words contradict each other.
 */
function lastOf({ base, now, change }: ComparisonRead<Read>, directions: Directions): TenThousandths | undefined {
  const [amount, by] = [units(now), units(change)];
  const [increased, ...rest] = directions(base);
  if (amount === undefined || by === undefined || rest.some((word) => word !== increased)) return undefined;
  if (increased === undefined && by !== 0n) return undefined;
  return increased === false ? amount + by : amount - by;
}

function wrongComparison(comparison: Of<'comparison'>, _: Told, directions: Directions): Broken[] {
  const { base, now, change, rate } = comparison;
  const found = (kind: AuditKind, message: string) =>
    broken(kind, kind === 'direction' ? change : rate, [rate, change], { message, from: [now] });
  const [increased, ...rest] = directions(base);
  if (rest.some((word) => word !== increased))
    return found('direction', increased ? '前面说“增加”，后面说“下降”' : '前面说“减少”，后面说“增长”');
  const last = lastOf(comparison, directions);
  const [by, percent] = [change, rate].map(units);
  if (last === undefined || by === undefined || percent === undefined) return [];
  const [word, rateWord] = increased === false ? ['减少', '下降'] : ['增加', '增长'];
  if (last < 0n) return found('direction', `${word} ${change.text} 比本年的 ${printed(now)} 还多，上年成了负数`);
  const expected = percentOf(by, last) ?? (by === 0n ? 0n : hundredUnits);
  // last year nothing, and this year too little to show in print
  if (percent === expected || (last === 0n && by === 0n && percent === hundredUnits)) return [];
  const said = `本年 ${printed(now)}、${word} ${change.text}，上年应为 ${unitsText(last)}`;
  return found('rate', `${said}，${rateWord}应为 ${unitsText(expected)}%，说明为 ${rate.text}`);
}

/** Offices copy last year's amounts from what was published, so that each may be off by half a cent more. */
function wrongLastYear({ wholes, parts }: Of<'lastYear'>, _: Told, directions: Directions): Broken[] {
  const all = [...wholes, ...parts];
  const last = all.map((each) => lastOf(each, directions)).filter((value) => value !== undefined);
  const [expected, sum] = [sumOfUnits(last.slice(0, wholes.length)), sumOfUnits(last.slice(wholes.length))];
  const [blamed] = all;
  if (!blamed || last.length < all.length || isRounding(expected - sum, 2 * all.length)) return [];
  const message = `由本年数和增减额推算，上年合计 ${unitsText(expected)}，而各项上年合计 ${unitsText(sum)}`;
  const changes = all.map(({ change }) => change);
  return broken('lastYear', blamed.change, changes, { message });
}

function tooMuch({ values, parts, wholes }: Of<'atMost'>): Broken[] {
  const [some, all] = [allUnits(parts), allUnits(wholes)];
  const [blamed] = parts;
  if (!blamed || !some || !all) return [];
  const [part, whole] = [sumOfUnits(some), sumOfUnits(all)];
  if (part <= whole || isRounding(part - whole, parts.length + wholes.length - 1)) return [];
  const told = (list: readonly Read[], sum: TenThousandths) => {
    const texts = list.map(printed);
    const areCounts = list.every(({ text }) => /^\d+$/.test(text));
    return texts.length === 1 ? texts[0] : `${texts.join('、')}（合计 ${unitsText(sum, areCounts)}）`;
  };
  const message = `${told(parts, part)} 大于 ${told(wholes, whole)}`;
  return broken('part', blamed, values, { message });
}

function wrongCount({ values, items }: Of<'count'>): Broken[] {
  const [blamed] = values;
  const counted = allUnits(values);
  if (!blamed || items.length === 0 || !counted) return [];
  const sum = sumOfUnits(counted);
  if (sum === unitsOf(String(items.length))) return [];
  const message = `说是 ${unitsText(sum, true)} 个，列出的是 ${items.length} 个`;
  return broken('list', blamed, values, { message });
}

const isBelow = (code: string, above: string): boolean => code.startsWith(above) && code.length === above.length + 2;

function outOfOrder({ rows }: Of<'order'>): Broken[] {
  const codes = new Set(rows.map(({ code }) => code));
  const deepest = largestOf(
    rows.map(({ code }) => code.length),
    0,
  );
  /** Where 款 have lost their codes, each looks like its 类 again. */
  const areWhole = (code: string) => code.length === deepest || [...codes].some((other) => isBelow(other, code));
  return rows.flatMap(({ code, same, value }, at): Broken[] => {
    const parent = code.slice(0, code.length - 2);
    const before = rows[at - 1]?.code ?? '';
    const found = (message: string) => broken('row', value, [value], { message });
    const isAgain = same !== '' && rows.slice(0, at).some((other) => other.same === same);
    if (isAgain && areWhole(code)) return found('前面已有同样的一行，重复了');
    // rows below it that stand elsewhere are told as out of order
    if (code.length < deepest && ![...codes].some((other) => other !== code && other.startsWith(code)))
      return found('下面没有它的明细一行');
    const isFirst = !rows.slice(0, at).some((other) => other.code.startsWith(parent));
    if (code.length > 3 && !codes.has(parent) && isFirst) return found(`上面没有它的上级科目 ${parent} 一行`);
    return code < before ? found(`科目 ${code} 排在 ${before} 后面，行的次序不对`) : [];
  });
}
