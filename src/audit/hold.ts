/**
 * Relations held against what is printed (FORM money-2, money-3): what does not hold, by how much, and who says so.
 */
import type { ComparisonRead, Read, Relation } from '../figures/relations/index.js';
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
} from './number.js';

/** A relation that does not hold. */
export interface Broken<R extends Read> {
  readonly kind: AuditKind;
  /** Only rounding. */
  readonly isNote: boolean;
  /** The value that is told of, unless another has part in more of what does not hold. */
  readonly blamed: R;
  /** All that may be at fault. */
  readonly values: readonly R[];
  /** What it was computed from: at fault only where it is elsewhere, too. */
  readonly from?: readonly R[];
  /** What `blamed` is held against; it follows the place of `blamed`. */
  readonly message: string;
  /** Said of one of the other values. */
  readonly aside: string;
}

/** How places are told in messages. */
export type Told<R> = (read: R) => string;

/** What its direction words say of a comparison: 增加 (true) and 减少. */
export type Directions = (base: string) => readonly boolean[];

const units = (read: Read): TenThousandths | undefined => unitsOf(read.text);
const printed = ({ text }: Read): string => (text === '' ? '空白' : text);

/** Empty where the relation holds, or where a number of it cannot be read. */
export function brokenRelation<R extends Read>(
  relation: Relation<R>,
  directions: Directions,
  told: Told<R>,
): readonly Broken<R>[] {
  if (relation.rule === 'order') return outOfOrder(relation);
  const found = brokenOne(relation, directions, told);
  return found ? [found] : [];
}

function brokenOne<R extends Read>(
  relation: Exclude<Relation<R>, { rule: 'order' }>,
  directions: Directions,
  told: Told<R>,
): Broken<R> | undefined {
  switch (relation.rule) {
    case 'same':
      return differing(relation.values, told);
    case 'sum':
      return notAdding(relation, told);
    case 'share':
      return wrongShare(relation);
    case 'comparison':
      return wrongComparison(relation, directions(relation.base));
    case 'lastYear':
      return wrongLastYear(relation, directions);
    case 'atMost':
      return tooMuch(relation);
    case 'count':
      return wrongCount(relation);
  }
}

const isProse = ({ sheet }: Read): boolean => sheet < 0;

function kindOf(values: readonly Read[]): AuditKind {
  if (values.every(({ sheet }) => sheet === values[0]?.sheet)) return isProse(values[0] as Read) ? 'sentence' : 'total';
  return values.some(isProse) ? 'sentence' : 'between';
}

/** The value that most print; of equals, the first. */
function differing<R extends Read>(values: readonly R[], told: Told<R>): Broken<R> | undefined {
  const known = values.flatMap((read) => {
    const value = units(read);
    return value === undefined ? [] : [{ read, value }];
  });
  const count = (value: TenThousandths) => known.filter((other) => other.value === value).length;
  const most = [...known].sort((a, b) => count(b.value) - count(a.value))[0];
  const other = known.find(({ value }) => value !== most?.value);
  if (!most || !other) return undefined;
  const others = known.filter(({ value }) => value === other.value).map(({ read }) => read);
  return {
    kind: kindOf([most.read, other.read]) === 'total' ? 'between' : kindOf([most.read, other.read]),
    isNote: false,
    blamed: other.read,
    values: [...others, most.read],
    message: `为 ${printed(other.read)}，而“${told(most.read)}”为 ${printed(most.read)}`,
    aside: `“${told(other.read)}”为 ${printed(other.read)}`,
  };
}

const names = (count: number, by: 'rows' | 'columns') => (by === 'rows' ? `${count} 行` : `${count} 栏`);

function notAdding<R extends Read>(
  { whole, parts, by }: Extract<Relation<R>, { rule: 'sum' }>,
  told: Told<R>,
): Broken<R> | undefined {
  const [expected, ...addends] = [whole, ...parts].map(units);
  if (expected === undefined || addends.includes(undefined)) return undefined;
  const sum = sumOfUnits(addends as TenThousandths[]);
  const difference = expected - sum;
  if (difference === 0n) return undefined;
  const apart = `相差 ${unitsText(magnitude(difference))}`;
  const of = isProse(whole) ? '其中各项' : `${by === 'rows' ? '明细' : '同一行'} ${names(parts.length, by)}`;
  return {
    kind: kindOf([whole, ...parts]),
    isNote: isRounding(difference, parts.length),
    blamed: whole,
    values: [whole, ...parts],
    message: `为 ${printed(whole)}，${of}合计 ${unitsText(sum)}，${apart}`,
    aside: `与“${told(whole)}”的 ${printed(whole)} 合不上，${apart}`,
  };
}

function wrongShare<R extends Read>({
  value,
  part,
  whole,
}: Extract<Relation<R>, { rule: 'share' }>): Broken<R> | undefined {
  const [said, of, all] = [value, part, whole].map(units);
  if (said === undefined || of === undefined || all === undefined) return undefined;
  const expected = percentOf(of, all) ?? 0n;
  if (said === expected) return undefined;
  const message = `${printed(part)} ÷ ${printed(whole)} 应为 ${unitsText(expected)}%，说明为 ${value.text}`;
  return { kind: 'share', isNote: false, blamed: value, values: [value], from: [part, whole], message, aside: message };
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

function wrongComparison<R extends Read>(
  comparison: ComparisonRead<R>,
  words: readonly boolean[],
): Broken<R> | undefined {
  const { now, change, rate } = comparison;
  const found = (kind: AuditKind, message: string): Broken<R> => {
    const blamed = kind === 'direction' ? change : rate;
    return { kind, isNote: false, blamed, values: [rate, change], from: [now], message, aside: message };
  };
  const [increased] = words;
  if (words.some((word) => word !== increased))
    return found('direction', increased ? '前面说“增加”，后面说“下降”' : '前面说“减少”，后面说“增长”');
  const last = lastOf(comparison, () => words);
  const [amount, by, percent] = [now, change, rate].map(units);
  if (last === undefined || amount === undefined || by === undefined || percent === undefined) return undefined;
  const [word, rateWord] = increased === false ? ['减少', '下降'] : ['增加', '增长'];
  if (last < 0n) return found('direction', `${word} ${change.text} 比本年的 ${printed(now)} 还多，上年成了负数`);
  const expected = percentOf(by, last) ?? (by === 0n ? 0n : hundredUnits);
  // last year nothing, and this year too little to show in print
  if (percent === expected || (last === 0n && by === 0n && percent === hundredUnits)) return undefined;
  const said = `本年 ${printed(now)}、${word} ${change.text}，上年应为 ${unitsText(last)}`;
  return found('rate', `${said}，${rateWord}应为 ${unitsText(expected)}%，说明为 ${rate.text}`);
}

/** Offices copy last year's amounts from what was published, so that each may be off by half a cent more. */
function wrongLastYear<R extends Read>(
  { wholes, parts }: Extract<Relation<R>, { rule: 'lastYear' }>,
  directions: Directions,
): Broken<R> | undefined {
  const [all, each] = [wholes, parts].map((list) => list.map((comparison) => lastOf(comparison, directions)));
  if (!all || !each || [...all, ...each].includes(undefined)) return undefined;
  const [expected, sum] = [sumOfUnits(all as TenThousandths[]), sumOfUnits(each as TenThousandths[])];
  if (isRounding(expected - sum, 2 * (all.length + each.length))) return undefined;
  const [first, ...rest] = [...wholes, ...parts].map(({ change }) => change);
  if (!first) return undefined;
  const message = `由本年数和增减额推算，上年合计 ${unitsText(expected)}，而各项上年合计 ${unitsText(sum)}`;
  return { kind: 'lastYear', isNote: false, blamed: first, values: [first, ...rest], message, aside: message };
}

function tooMuch<R extends Read>({ parts, wholes }: Extract<Relation<R>, { rule: 'atMost' }>): Broken<R> | undefined {
  const [some, all] = [parts.map(units), wholes.map(units)];
  const [blamed] = parts;
  if (!blamed || [...some, ...all].includes(undefined)) return undefined;
  const [part, whole] = [sumOfUnits(some as TenThousandths[]), sumOfUnits(all as TenThousandths[])];
  if (part <= whole || isRounding(part - whole, parts.length + wholes.length - 1)) return undefined;
  const told = (list: readonly Read[], sum: TenThousandths) =>
    list.length === 1
      ? printed(list[0] as Read)
      : `${list.map(printed).join('、')}（合计 ${unitsText(
          sum,
          list.every(({ text }) => /^\d+$/.test(text)),
        )}）`;
  const message = `${told(parts, part)} 大于 ${told(wholes, whole)}`;
  return { kind: 'part', isNote: false, blamed, values: [...parts, ...wholes], message, aside: message };
}

function wrongCount<R extends Read>({ values, items }: Extract<Relation<R>, { rule: 'count' }>): Broken<R> | undefined {
  const [blamed] = values;
  const counted = values.map(units);
  if (!blamed || items.length === 0 || counted.includes(undefined)) return undefined;
  const sum = sumOfUnits(counted as TenThousandths[]);
  const listed = unitsOf(String(items.length));
  if (sum === listed) return undefined;
  const message = `说是 ${unitsText(sum, true)} 个，列出的是 ${items.length} 个`;
  return { kind: 'list', isNote: false, blamed, values, message, aside: message };
}

const isBelow = (code: string, above: string): boolean => code.startsWith(above) && code.length === above.length + 2;

function outOfOrder<R extends Read>({ rows }: Extract<Relation<R>, { rule: 'order' }>): Broken<R>[] {
  const codes = new Set(rows.map(({ code }) => code));
  const deepest = Math.max(...rows.map(({ code }) => code.length));
  /** Where 款 have lost their codes, each looks like its 类 again. */
  const areWhole = (code: string) => code.length === deepest || [...codes].some((other) => isBelow(other, code));
  return rows.flatMap(({ code, same, value }, at): Broken<R>[] => {
    const parent = code.slice(0, code.length - 2);
    const before = rows[at - 1]?.code ?? '';
    const found = (message: string): Broken<R>[] => [
      { kind: 'row', isNote: false, blamed: value, values: [value], message, aside: message },
    ];
    const isAgain = same !== '' && rows.slice(0, at).some((other) => other.same === same);
    if (isAgain && areWhole(code)) return found('前面已有同样的一行，重复了');
    const next = rows[at + 1]?.code ?? '';
    if (code.length < deepest && !next.startsWith(code)) return found('下面没有它的明细一行');
    if (code.length > 3 && !codes.has(parent)) return found(`上面没有它的上级科目 ${parent} 一行`);
    return code < before ? found(`科目 ${code} 排在 ${before} 后面，行的次序不对`) : [];
  });
}
