/** Figures beside the tables: those that the text alone prints, and last year's as this year's document gives them. */
import { grouped } from '../model/grouped.js';
import {
  formatPrinted,
  isPrintedZero,
  type PrintedDecimal,
  parseMoney,
  printedDifference,
  printedWan,
  printedZero,
} from '../vocabulary/money.js';
import type { DataRow, PublishedData } from '../writers/data/fields.js';
import { type AmountChange, amountChange } from './amounts.js';
import type { ChangeKind } from './tables.js';

export interface FigureChange extends Pick<AmountChange, 'before' | 'after' | 'change' | 'rate' | 'yuan'> {
  readonly kind: ChangeKind;
  /** `政府采购 · 货物`. */
  readonly name: string;
  readonly unit: string;
}

export interface FiguresCompared {
  readonly changed: readonly FigureChange[];
  readonly unchanged: number;
}

/** Last year's amount of this year's document that last year's document does not print so. In 万元. */
export interface LastYearChange {
  readonly name: string;
  /** As this year's document has it. */
  readonly said: string;
  /** As last year's has it; '' where it has no such amount. */
  readonly printed: string;
}

export interface LastYearCompared {
  readonly held: number;
  readonly differences: readonly LastYearChange[];
}

/** Projects stand in the tables by name; a name that has changed is told there. */
const ofProject = /(^|\/)项目“|^(绩效目标|委托业务费)\//;
const derived: ReadonlySet<string> = new Set(['share', 'change', 'rate']);
/** `全部/一般财力/合计` is 一般财力, `政府采购/货物` 政府采购 · 货物. */
const inWords = (id: string): string => id.replace(/^全部\/|\/合计$/g, '').replaceAll('/', ' · ');

/** The two figures that a printed change is of: this year's and last year's. */
function compared(figures: readonly DataRow[]): { now: DataRow; last: DataRow }[] {
  const byNumber = new Map(figures.map((row) => [row.number ?? '', row]));
  return figures.flatMap((row) => {
    const [now, last] = (row.inputs ?? '').split(' ').map((number) => byNumber.get(number));
    return row.rule === 'change' && now && last ? [{ now, last }] : [];
  });
}

const lastIds = ({ figures }: PublishedData): string[] => compared(figures).map(({ last }) => last.id ?? '');

const tableIds = (...all: readonly PublishedData[]): ReadonlySet<string> =>
  new Set(all.flatMap(({ tables }) => tables.map(({ figure = '' }) => figure)));

/** Beside the tables, and no more than what does not follow from others. */
const isElsewhere = ({ id = '', rule = '', unit }: DataRow, inTables: ReadonlySet<string>): boolean =>
  !(id === '' || inTables.has(id) || derived.has(rule) || unit === '分' || ofProject.test(id));

/** Whether it has any figures that its tables do not have. */
export const hasFigures = (data: PublishedData): boolean => {
  const inTables = tableIds(data);
  return data.figures.some((row) => isElsewhere(row, inTables));
};

/**
 * By id. Left out: what the tables have, shares and rates, which follow from amounts, points of indicators, whose
 * numbers shift; and `withoutLast` what belongs to the year before.
 */
export function compareFigures(before: PublishedData, after: PublishedData, withoutLast: boolean): FiguresCompared {
  const inTables = tableIds(before, after);
  const last = new Set(withoutLast ? [...lastIds(before), ...lastIds(after)] : []);
  const known = ({ figures }: PublishedData) =>
    new Map(
      [...figures]
        .reverse()
        .flatMap((row) => {
          const { id = '' } = row;
          return last.has(id) || !isElsewhere(row, inTables) ? [] : [[id, row] as const];
        })
        .reverse(),
    );
  const [olds, news] = [known(before), known(after)];
  // tables alone print no others: that is said (`lacks`), and is no change
  if (olds.size === 0 || news.size === 0) return { changed: [], unchanged: 0 };
  const ids = [...new Set([...news.keys(), ...olds.keys()])];
  const changed = ids.flatMap((id) => figureChange(id, olds.get(id), news.get(id)) ?? []);
  return { changed, unchanged: ids.length - changed.length };
}

function figureChange(id: string, before: DataRow | undefined, after: DataRow | undefined): FigureChange | undefined {
  const unit = after?.unit ?? before?.unit ?? '';
  const kind = before ? (after ? 'changed' : 'gone') : 'new';
  if (unit === '万元') {
    const change = amountChange(before, after);
    return change ? { ...change, kind, name: inWords(id), unit } : undefined;
  }
  const [was, is] = [before?.value ?? '', after?.value ?? ''];
  if (was === is) return undefined;
  return { kind, name: inWords(id), unit, before: was, after: is, change: '', rate: '', yuan: '' };
}

/**
 * What this year's document says of last year, held against what last year's document printed; both as printed, in
 * 万元. What last year's document does not have at all, though it has others of its kind, is a difference where it is
 * money.
 */
export function compareLastYear(before: PublishedData, after: PublishedData): LastYearCompared {
  const printed = grouped(before.figures, ({ id = '' }) => id);
  const kinds = new Set(before.figures.map(({ id = '' }) => kindOf(id)));
  const held = [...new Map(compared(after.figures).map((pair) => [pair.now.id ?? '', pair])).entries()].flatMap(
    ([id, { last }]) => {
      const own = printed.get(id)?.find((row) => row.printed === 'true');
      const hasMoney = !isNothing(last);
      const isLacking = own === undefined && hasMoney && id.includes('/') && kinds.has(kindOf(id));
      return id !== '' && last.unit === '万元' && (own || isLacking) ? [{ id, last, own }] : [];
    },
  );
  const differences = held.flatMap(({ id, last, own }): LastYearChange[] => {
    const isSame = own !== undefined && isSameAmount(own, last);
    return isSame ? [] : [{ name: inWords(id), said: shown(last), printed: own ? shown(own) : '' }];
  });
  return { held: held.length, differences };
}

/** `科目2060101/一般公共预算拨款/合计` is one of many `…/一般公共预算拨款/合计`. */
const kindOf = (id: string): string => id.slice(id.indexOf('/'));

const printedOf = ({ value = '' }: DataRow): PrintedDecimal | undefined => {
  const amount = parseMoney(value, 'wan', 'exact');
  return amount && printedWan(amount);
};

/** As it is printed; what is no number stands as it is. */
const shown = (row: DataRow): string => {
  const printed = printedOf(row);
  return printed ? formatPrinted(printed) : (row.value ?? '');
};

function isSameAmount(a: DataRow, b: DataRow): boolean {
  const [one, other] = [printedOf(a), printedOf(b)];
  return one !== undefined && other !== undefined && isPrintedZero(printedDifference(one, other));
}

const isNothing = (row: DataRow): boolean => isPrintedZero(printedOf(row) ?? printedZero);
