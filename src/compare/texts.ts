/** What changed in words: indicators of the performance tables, and the text under each heading. */
import { grouped } from '../model/grouped.js';
import { nameKey } from '../vocabulary/names.js';
import type { DataRow, PublishedData } from '../writers/data/fields.js';
import { pairsBy, type Timeless } from './pairs.js';
import type { ChangeKind } from './tables.js';

export interface IndicatorChange {
  readonly kind: ChangeKind;
  /** Of the third level. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** One performance table. */
export interface GoalChange {
  readonly kind: ChangeKind;
  readonly name: string;
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
  readonly rows: readonly DataRow[];
}

/** 整体支出 is one whatever the office is called. */
const goalsOf = ({ indicators }: PublishedData): Goal[] =>
  [...grouped(indicators, ({ goal = '', name = '', unit = '' }) => [goal, name, unit].join('\n')).values()].map(
    (rows) => ({ goal: rows[0]?.goal ?? '', name: rows[0]?.name ?? '', rows }),
  );

const isWhole = ({ goal }: Goal): boolean => goal === '整体支出';

/**
 * Nothing where one has none. Tables by the name of their project, then without its year; indicators by their three
 * levels.
 */
export function compareGoals(before: PublishedData, after: PublishedData, timeless: Timeless): GoalsCompared {
  if (before.indicators.length === 0 || after.indicators.length === 0) return { changed: [], unchanged: 0 };
  const key = (goal: Goal) => (isWhole(goal) ? goal.goal : nameKey(goal.name));
  const pairs = pairsBy(goalsOf(before), goalsOf(after), key, [(goal, isAfter) => timeless(key(goal), isAfter)]);
  const all = pairs.map((pair): GoalChange => {
    const kind = pair.before ? (pair.after ? 'changed' : 'gone') : 'new';
    const found = pairsBy(pair.before?.rows ?? [], pair.after?.rows ?? [], indicatorKey, [
      ({ level3 = '' }) => nameKey(level3),
    ]);
    const indicators = found.flatMap((one) => indicatorChange(one.before, one.after) ?? []);
    const { goal = '', name = '' } = pair.after ?? pair.before ?? {};
    return {
      kind,
      name: goal === '整体支出' ? goal : name,
      indicators,
      unchanged: found.length - indicators.length,
    };
  });
  const changed = all.filter(({ indicators }) => indicators.length > 0);
  return { changed, unchanged: all.length - changed.length };
}

const indicatorKey = ({ level1 = '', level2 = '', level3 = '' }: DataRow): string =>
  [level1, level2, level3].map(nameKey).join('\n');

function indicatorChange(before: DataRow | undefined, after: DataRow | undefined): IndicatorChange | undefined {
  const [was, is] = [before?.value ?? '', after?.value ?? ''];
  if (before && after && nameKey(was) === nameKey(is)) return undefined;
  const kind = before ? (after ? 'changed' : 'gone') : 'new';
  return { kind, name: (after ?? before)?.level3 ?? '', before: was, after: is };
}

export interface TextChange {
  readonly title: string;
  /** Clauses as they stand. */
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

export interface TextsCompared {
  readonly changed: readonly TextChange[];
  /** Headings whose words are the same. */
  readonly unchanged: number;
}

/** Beside the sentences under tables, which a file of tables alone has, too. */
const isWithTables = ({ tables }: PublishedData): ((row: DataRow) => boolean) => {
  const titles = new Set(tables.map(({ title = '' }) => nameKey(title)));
  return ({ title = '' }) => titles.has(nameKey(title));
};

/** Whether it has more text than that under its tables. */
export function hasTexts(data: PublishedData): boolean {
  const isBelow = isWithTables(data);
  return data.texts.some((row) => !isBelow(row));
}

/**
 * Nothing where one has no text. Under each heading, clause by clause: the office's own name, the two years and the
 * numbers of lists make no difference; clauses whose amounts and rates are all figures printed under that heading are
 * left out, since figures are compared elsewhere. Those of the office's own words stay.
 */
export function compareTexts(before: PublishedData, after: PublishedData, timeless: Timeless): TextsCompared {
  if (!hasTexts(before) || !hasTexts(after)) return { changed: [], unchanged: 0 };
  const words = [before, after].map(({ entity }) => nameKey(entity));
  const plain = (text: string, isAfter: boolean) =>
    timeless(text, isAfter)
      .replaceAll(words[isAfter ? 1 : 0] || '\n', '')
      .replace(/^[（(]?([一二三四五六七八九十]+|\d{1,2})[）)、.．]/, '');
  const groups = (data: PublishedData, isAfter: boolean) => {
    const figures = grouped(data.figures, ({ title = '' }) => title);
    const titles = grouped(data.texts, ({ title = '' }) => plain(title, isAfter));
    return [...titles].map(([key, rows]) => ({
      key,
      title: rows[0]?.title ?? '',
      clauses: rows.flatMap((row) => clausesOf(row, figures.get(row.title ?? '') ?? [])),
    }));
  };
  const pairs = pairsBy(groups(before, false), groups(after, true), ({ key }) => key);
  const all = pairs.map((pair): TextChange => {
    const found = pairsBy(pair.before?.clauses ?? [], pair.after?.clauses ?? [], ({ clause }, isAfter) =>
      plain(clause, isAfter),
    );
    // commas that a PDF has lost at the ends of lines make other clauses of the same words
    const [was, is] = [pair.before, pair.after].map((group, index) =>
      (group?.clauses ?? []).map(({ clause }) => plain(clause, index === 1)).join(''),
    );
    const title = (pair.after ?? pair.before)?.title ?? '';
    if (was === is) return { title, gone: [], added: [] };
    return {
      title,
      gone: found.flatMap((one) => (one.after === undefined && one.before !== undefined ? [one.before.clause] : [])),
      added: found.flatMap((one) => (one.before === undefined && one.after !== undefined ? [one.after.clause] : [])),
    };
  });
  const changed = all.filter(({ gone, added }) => gone.length + added.length > 0);
  return { changed, unchanged: all.length - changed.length };
}

/** An amount or a rate as documents print them. */
const amount = /\d[\d,]*\.\d\d(?!\d)|\d[\d,]*(?:\.\d+)?(?=\s*(?:万元|%))/g;

/** 其中, 分别是, （2026年） say nothing by themselves. */
const fewestLetters = 3;

/** `figures`: those printed under the heading of the text. */
function clausesOf({ text = '' }: DataRow, figures: readonly DataRow[]): { readonly clause: string }[] {
  const values = new Set(figures.map(({ value = '' }) => value.replace(/^-/, '')));
  const isFigure = (printed: string) => values.has(printed.replaceAll(',', ''));
  return text
    .split(/[，。；：;]/)
    .map((clause) => ({ clause: clause.trim(), amounts: clause.match(amount) ?? [] }))
    .filter(({ clause, amounts }) =>
      amounts.length > 0 ? !amounts.every(isFigure) : (clause.match(/\p{L}/gu)?.length ?? 0) > fewestLetters,
    );
}
