/**
 * Relations held against what is printed (FORM money-2, money-3): what does not hold, by how much, and who says so.
 */
import { above, type ComparisonRead, type Read, type Relation, type Rule } from '../figures/relations/index.js';
import { grouped, largestOf } from '../model/grouped.js';
import { firstOf } from '../vocabulary/names.js';
import { usualWeights } from '../vocabulary/terms.js';
import type { AuditFigure } from './audit.js';
import type { AuditFault, AuditKind } from './finding.js';
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
export interface Broken extends Pick<AuditFault, 'kind' | 'isNote'> {
  /** The value that is told of, unless another has part in more of what does not hold. */
  readonly blamed: AuditFigure;
  /** All that may be at fault. */
  readonly values: readonly AuditFigure[];
  /** What it was computed from: at fault only where it is elsewhere, too. */
  readonly from?: readonly AuditFigure[];
  /** What `blamed` is held against; it follows the place of `blamed`, and its number where there is an aside. */
  readonly message: string;
  /** Said of one of the other values; without it, the message. */
  readonly aside?: string;
  /** The rows that were added up: one too few or too many breaks all their columns. */
  readonly rows?: string;
}

/** How places are told in messages. */
type Told = (figure: AuditFigure) => string;

export interface How {
  readonly told: Told;
  /** What its direction words say of a comparison: 增加 (true) and 减少. */
  readonly directions: (base: string) => readonly boolean[];
}

type Units = readonly TenThousandths[];
type Of<Name extends Rule> = Extract<Relation<AuditFigure>, { rule: Name }>;

const units = (read: Read): TenThousandths | undefined => unitsOf(read.text);
const known = (read: Read): TenThousandths => units(read) ?? 0n;
const printed = ({ text }: Read): string => (text === '' ? '空白' : text);

/** `amounts`: of the relation's values. Empty where it holds. */
type Hold<Name extends Rule> = (relation: Of<Name>, amounts: Units, how: How) => Broken[];

const holds: { readonly [Name in Rule]: Hold<Name> } = {
  ...{ same: differing, sum: notAdding, share: wrongShare, comparison: wrongComparison, lastYear: wrongLastYear },
  ...{ atMost: tooMuch, count: notComingTo, weights: notComingTo, order: outOfOrder },
};

/** Nothing where a number cannot be read, unless it is one of several that should be the same. */
export function brokenRelation(relation: Relation<AuditFigure>, how: How): Broken[] {
  const values = relation.values.filter((read) => units(read) !== undefined);
  if (relation.rule !== 'same' && values.length < relation.values.length) return [];
  return (holds[relation.rule] as Hold<Rule>)({ ...relation, values }, values.map(known), how);
}

const isProse = ({ sheet }: Read): boolean => sheet < 0;

function kindOf(values: readonly Read[]): AuditKind {
  if (values.every(({ sheet }) => sheet === values[0]?.sheet)) return isProse(values[0] as Read) ? 'sentence' : 'total';
  return values.some(isProse) ? 'sentence' : 'between';
}

/** The value that most print; of equals, the first. */
function differing({ values }: Of<'same'>, _: unknown, { told }: How): Broken[] {
  const groups = [...grouped(values, units).values()];
  const usual = [...groups].sort((a, b) => b.length - a.length)[0];
  const others = groups.find((group) => group !== usual);
  const [most, other] = [usual?.[0], others?.[0]];
  if (!others || !most || !other) return [];
  const kind = kindOf([most, other]);
  const [message, aside] = [most, other].map((one) => `“${told(one)}”为 ${printed(one)}`) as [string, string];
  return [{ kind: kind === 'total' ? 'between' : kind, blamed: other, values: [...others, most], message, aside }];
}

/** So many are told one by one. */
export const mostTold = 6;

/** What amounts come to, with those that a reader adds up. */
function addedUp(amounts: Units, areCounts = false): string {
  const some = amounts.filter((amount) => amount !== 0n);
  const told = some.length < 2 || some.length > mostTold ? [] : some.map((amount) => unitsText(amount, areCounts));
  const rest = some.length < amounts.length ? '，其余为 0' : '';
  return unitsText(sumOfUnits(amounts), areCounts) + (told.length > 0 ? `（${told.join(' + ')}${rest}）` : '');
}

const areCounts = (reads: readonly Read[]): boolean => reads.every(({ text }) => /^\p{Nd}+$/u.test(text));

/** `“…”为 3.00`, `“…”等 2 项合计 3.00（1.00 + 2.00）`. */
function named(reads: readonly AuditFigure[], amounts: Units, told: Told, of = '为'): string {
  const first = reads[amounts.findIndex((amount) => amount !== 0n)] ?? reads[0];
  const counted = reads.length > 1 ? `等 ${reads.length} 项合计` : of;
  return `“${first ? told(first) : ''}”${counted} ${addedUp(amounts, areCounts(reads))}`;
}

/** Parts to a reader who looks at their whole. */
function partsTold({ whole, parts, by }: Of<'sum'>, amounts: Units, told: Told): string {
  const isBeside = ({ at }: AuditFigure) => at.block === whole.at.block && at.row === whole.at.row;
  const isBelow = by === 'rows' && !isProse(whole) && parts.every(({ sheet }) => sheet === whole.sheet);
  if (!isBelow && !(parts.length > 1 && parts.every(isBeside))) return named(parts, amounts, told);
  const counted = isBelow ? `明细 ${parts.length} 行` : isProse(whole) ? '其中各项' : `同一行 ${parts.length} 栏`;
  return `${counted}合计 ${addedUp(amounts, areCounts(parts))}`;
}

function notAdding(relation: Of<'sum'>, [expected = 0n, ...addends]: Units, { told }: How): Broken[] {
  const { values, whole, parts, by } = relation;
  const difference = expected - sumOfUnits(addends);
  if (difference === 0n) return [];
  const apart = unitsText(magnitude(difference), areCounts(values));
  const message = `${partsTold(relation, addends, told)}，相差 ${apart}`;
  const isNote = isRounding(difference, parts.length);
  const rows = by === 'rows' && !parts.some(isProse) && parts.map(({ at }) => `${at.block} ${at.row}`).join();
  const aside = `“${told(whole)}”为 ${printed(whole)}，${message}`;
  return [{ kind: kindOf(values), blamed: whole, values, isNote, message, aside, ...(rows && { rows }) }];
}

function wrongShare(relation: Of<'share'>, [said, of = 0n, all = 0n]: Units, { told }: How): Broken[] {
  const { value, part, whole } = relation;
  const expected = percentOf(of, all) ?? 0n;
  if (said === expected) return [];
  const divided = `${printed(part)} ÷ ${printed(whole)} 应为 ${unitsText(expected)}%`;
  const message = `${divided}，说明为 ${value.text}（总数见“${told(whole)}”）`;
  return [{ kind: 'share', blamed: value, values: [value], message, from: [part, whole] }];
}

/**
 * What was printed last year follows from this year and the change; undefined where the words contradict each other.
 */
function lastOf({ base, now, change }: ComparisonRead<Read>, { directions }: How): TenThousandths | undefined {
  const [amount, by] = [known(now), known(change)];
  const [increased, ...rest] = directions(base);
  if (rest.some((word) => word !== increased)) return undefined;
  if (increased === undefined && by !== 0n) return undefined;
  return increased === false ? amount + by : amount - by;
}

function wrongComparison(comparison: Of<'comparison'>, _: unknown, how: How): Broken[] {
  const { base, now, change, rate } = comparison;
  const found = (kind: AuditKind, message: string): Broken[] => {
    return [{ kind, blamed: kind === 'direction' ? change : rate, values: [rate, change, now], message }];
  };
  const [increased, ...rest] = how.directions(base);
  if (rest.some((word) => word !== increased))
    return found('direction', increased ? '前面说“增加”，后面说“下降”' : '前面说“减少”，后面说“增长”');
  const last = lastOf(comparison, how);
  const [by, percent] = [known(change), known(rate)];
  if (last === undefined) return [];
  const [word, rateWord] = increased === false ? ['减少', '下降'] : ['增加', '增长'];
  if (last < 0n) return found('direction', `${word} ${change.text} 比本年的 ${printed(now)} 还多，上年成了负数`);
  const expected = percentOf(by, last) ?? (by === 0n ? 0n : hundredUnits);
  // last year nothing, and this year too little to show in print
  if (percent === expected || (last === 0n && by === 0n && percent === hundredUnits)) return [];
  const said = `本年 ${printed(now)}、${word} ${change.text}，上年应为 ${unitsText(last)}`;
  return found('rate', `${said}，${rateWord}应为 ${unitsText(expected)}%，说明为 ${rate.text}`);
}

/** Offices copy last year's amounts from what was published, so that each may be off by half a cent more. */
function wrongLastYear({ values, wholes, parts }: Of<'lastYear'>, _: unknown, how: How): Broken[] {
  const all = [...wholes, ...parts];
  const last = all.map((each) => lastOf(each, how)).filter((value) => value !== undefined);
  const [own, others] = [last.slice(0, wholes.length), last.slice(wholes.length)];
  const [blamed] = all;
  if (!blamed || last.length < all.length || isRounding(sumOfUnits(own) - sumOfUnits(others), 2 * all.length))
    return [];
  const changes = all.map(({ change }) => change);
  const of = [named(changes.slice(0, own.length), own, how.told), named(changes.slice(own.length), others, how.told)];
  const message = `由本年数和增减额推算上年数：${of.join('，而')}`;
  return [{ kind: 'lastYear', blamed: blamed.change, values, message }];
}

function tooMuch(relation: Of<'atMost'>, amounts: Units, { told }: How): Broken[] {
  const { values, parts, wholes } = relation;
  const [some, all] = [amounts.slice(0, parts.length), amounts.slice(parts.length)];
  const difference = sumOfUnits(some) - sumOfUnits(all);
  const [blamed] = parts;
  if (!blamed || difference <= 0n || isRounding(difference, parts.length + wholes.length - 1)) return [];
  const [own, than] = [named(parts, some, told), `大于${named(wholes, all, told, '的')}`];
  const aside = `${own}，${than}`;
  return [{ kind: 'part', blamed, values, message: parts.length > 1 ? aside : than, aside }];
}

function notComingTo(relation: Of<'count' | 'weights'>, amounts: Units): Broken[] {
  const { values } = relation;
  const [blamed] = values;
  const sum = sumOfUnits(amounts);
  const meant = relation.rule === 'count' ? [`${relation.items.length}`] : usualWeights;
  if (!blamed || meant.some((text) => unitsOf(text) === sum)) return [];
  const said = unitsText(sum, true);
  if (relation.rule === 'weights')
    return [{ kind: 'goal', blamed, values, message: `各指标的分值合计 ${said}，应为 ${meant.join(' 或 ')}` }];
  const names = relation.items.map(({ text }) => text);
  const message = `说是 ${said} 个，列出的是 ${meant} 个（${firstOf(names, mostTold)}）`;
  return [{ kind: 'list', blamed, values, message }];
}

/** 类, 款 and 项 have three, five and seven digits; some lists have no codes. */
const isCode = (code: string): boolean => code === '' || code.length % 2 === 1;

function outOfOrder({ rows }: Of<'order'>): Broken[] {
  const codes = new Set(rows.map(({ code }) => code));
  const deepest = largestOf(
    [...codes].filter(isCode).map((code) => code.length),
    0,
  );
  /** Where 款 have lost their codes, each looks like its 类 again. */
  const areWhole = (code: string) =>
    code.length === deepest || [...codes].some((other) => other.startsWith(code) && other.length === code.length + 2);
  return rows.flatMap(({ code, same, value }, at): Broken[] => {
    const parent = above(code);
    const before = rows[at - 1]?.code ?? '';
    const found = (message: string): Broken[] => [{ kind: 'row', blamed: value, values: [value], message }];
    const isAgain = same !== '' && rows.slice(0, at).some((other) => other.same === same);
    if (isAgain && areWhole(code)) return found('前面已有同样的一行，重复了');
    if (!isCode(code)) return found(`科目代码 ${code} 的位数不对`);
    // rows below it that stand elsewhere are told as out of order
    if (code.length < deepest && ![...codes].some((other) => other !== code && other.startsWith(code)))
      return found('下面没有它的明细一行');
    const isFirst = !rows.slice(0, at).some((other) => above(other.code) === parent);
    if (parent !== '' && !codes.has(parent) && isFirst) return found(`上面没有它的上级科目 ${parent} 一行`);
    return code < before ? found(`科目 ${code} 排在 ${before} 后面，行的次序不对`) : [];
  });
}
