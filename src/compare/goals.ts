/** What changed in the performance tables: their goals in words, and their indicators. */
import { grouped } from '../model/grouped.js';
import { nameKey } from '../vocabulary/names.js';
import { type DataRow, type PublishedData, resources } from '../writers/data/fields.js';
import { pairsBy, type Timeless } from './pairs.js';
import type { ChangeKind } from './tables.js';

/** What stands in one place of a performance table, before and after. */
export interface WordsChange {
  /** As the form calls it: 指标值, 分值权重. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface IndicatorChange {
  readonly kind: ChangeKind;
  /** Of the third level. */
  readonly name: string;
  /** What has changed; of an indicator that only one has, its value. */
  readonly fields: readonly WordsChange[];
}

/** One performance table. */
export interface GoalChange {
  readonly kind: ChangeKind;
  readonly name: string;
  /** 年度绩效目标, 项目总体目标, what of it is only in one; undefined where it is the same. */
  readonly aim: WordsChange | undefined;
  /** Of a project's table: what it prints of money, in 万元 as printed. */
  readonly amounts: readonly WordsChange[];
  readonly indicators: readonly IndicatorChange[];
  readonly unchanged: number;
}

export interface GoalsCompared {
  readonly changed: readonly GoalChange[];
  readonly unchanged: number;
}

interface Goal {
  readonly goal: string;
  readonly name: string;
  readonly text: string;
  readonly rows: readonly DataRow[];
  /** What a project's table prints of money, by its name there: 财政拨款. */
  readonly amounts: ReadonlyMap<string, string>;
}

const goalKey = ({ goal = '', name = '', unit = '' }: DataRow): string => [goal, name, unit].join('\n');

/** Figures called `绩效目标/〈project〉/财政拨款`; points are not money. */
function amountsOf(name: string, figures: readonly DataRow[]): ReadonlyMap<string, string> {
  const start = `绩效目标/${name}/`;
  return new Map(
    figures.flatMap(({ id = '', unit, value = '' }) =>
      unit === '万元' && id.startsWith(start) ? [[id.slice(start.length), value] as const] : [],
    ),
  );
}

/** 整体支出 is one whatever the office is called. */
function goalsOf({ figures, indicators, goals }: PublishedData): Goal[] {
  const rows = grouped(indicators, goalKey);
  const texts = new Map(goals.map((row) => [goalKey(row), row]));
  return [...new Set([...texts.keys(), ...rows.keys()])].map((key) => {
    const own = rows.get(key) ?? [];
    const { goal = '', name = '', text = '' } = { ...own[0], ...texts.get(key) };
    return { goal, name, text, rows: own, amounts: amountsOf(name, figures) };
  });
}

const isWhole = ({ goal }: Goal): boolean => goal === '整体支出';

/** Fields of an indicator beside its value, in the order of the form. */
const besides = ['basis', 'last', 'weight', 'scoring', 'evidence'] as const;
const titles = new Map<string, string>(resources.indicators.map(({ name, title }) => [name, title]));

/** Data of earlier versions have neither goals in words nor what stands beside an indicator's value. */
export const hasWholeGoals = ({ indicators }: PublishedData): boolean =>
  indicators.every(({ basis }) => basis !== undefined);

/**
 * Nothing where one has none. Tables by the name of their project, then without its year; indicators by their three
 * levels. Between years 上年完成值 is another by its nature, and not compared.
 */
export function compareGoals(before: PublishedData, after: PublishedData, timeless: Timeless): GoalsCompared {
  if (before.indicators.length === 0 || after.indicators.length === 0) return { changed: [], unchanged: 0 };
  const isEvery = hasWholeGoals(before) && hasWholeGoals(after);
  const fields = ['value', ...(isEvery ? besides : [])].filter(
    (field) => field !== 'last' || before.year === after.year,
  );
  const key = (goal: Goal) => (isWhole(goal) ? goal.goal : nameKey(goal.name));
  const pairs = pairsBy(goalsOf(before), goalsOf(after), key, [(goal, isAfter) => timeless(key(goal), isAfter)]);
  const all = pairs.map((pair): GoalChange => {
    const found = pairsBy(pair.before?.rows ?? [], pair.after?.rows ?? [], indicatorKey, [
      ({ level3 = '' }) => nameKey(level3),
    ]);
    const indicators = found.flatMap((one) => indicatorChange(one.before, one.after, fields) ?? []);
    const { goal = '', name = '' } = pair.after ?? pair.before ?? {};
    return {
      kind: pair.before ? (pair.after ? 'changed' : 'gone') : 'new',
      name: goal === '整体支出' ? goal : name,
      aim: isEvery && pair.before && pair.after ? aimChange(pair.before, pair.after, timeless) : undefined,
      amounts: pair.before && pair.after ? amountChanges(pair.before, pair.after) : [],
      indicators,
      unchanged: found.length - indicators.length,
    };
  });
  const changed = all.filter(
    ({ kind, aim, amounts, indicators }) => kind !== 'changed' || aim || amounts.length + indicators.length > 0,
  );
  return { changed, unchanged: all.length - changed.length };
}

function amountChanges(before: Goal, after: Goal): WordsChange[] {
  const names = [...new Set([...after.amounts.keys(), ...before.amounts.keys()])];
  return names.flatMap((field) => {
    const [was = '', is = ''] = [before.amounts.get(field), after.amounts.get(field)];
    return was === is ? [] : [{ field: `${field}（万元）`, before: was, after: is }];
  });
}

/** The clauses that only one of them has; all of it where they differ in nothing but marks between clauses. */
function aimChange(before: Goal, after: Goal, timeless: Timeless): WordsChange | undefined {
  if (timeless(before.text, false) === timeless(after.text, true)) return undefined;
  const clauses = ({ text }: Goal, isAfter: boolean) =>
    text
      .split(/[，。；：;]/)
      .filter((clause) => clause.trim() !== '')
      .map((clause) => ({ clause: clause.trim(), key: timeless(clause, isAfter) }));
  const [olds, news] = [clauses(before, false), clauses(after, true)];
  const onlyIn = (own: typeof olds, others: typeof olds) => {
    const keys = new Set(others.map(({ key }) => key));
    return own.flatMap(({ clause, key }) => (keys.has(key) ? [] : [clause])).join('；');
  };
  const [gone, added] = [onlyIn(olds, news), onlyIn(news, olds)];
  const isAll = gone === '' && added === '';
  return { field: '总体目标', before: isAll ? before.text : gone, after: isAll ? after.text : added };
}

const indicatorKey = ({ level1 = '', level2 = '', level3 = '' }: DataRow): string =>
  [level1, level2, level3].map(nameKey).join('\n');

function indicatorChange(
  before: DataRow | undefined,
  after: DataRow | undefined,
  fields: readonly string[],
): IndicatorChange | undefined {
  const name = (after ?? before)?.level3 ?? '';
  const changeOf = (field: string): WordsChange => ({
    field: titles.get(field) ?? field,
    before: before?.[field] ?? '',
    after: after?.[field] ?? '',
  });
  if (!before || !after) return { kind: before ? 'gone' : 'new', name, fields: [changeOf('value')] };
  const changed = fields.map(changeOf).filter((one) => nameKey(one.before) !== nameKey(one.after));
  return changed.length > 0 ? { kind: 'changed', name, fields: changed } : undefined;
}
