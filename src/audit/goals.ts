/**
 * What a performance table says of itself: the money in the words of its goal, its weights, its project; and what a
 * project's money is said to go to.
 */
import { amountsIn, comeTo } from '../checks/allocation.js';
import { usualWeights } from '../checks/performance.js';
import { grouped } from '../model/grouped.js';
import { goalTable } from '../published/cellPlace.js';
import type { PrintedValue } from '../published/match/types.js';
import { exactText, isZero, type Money, parseMoney, subtract, sum, wanText } from '../vocabulary/money.js';
import type { AuditFault } from './finding.js';
import { compact } from './misnamed.js';
import { numberKind, parsePrinted, sumOfUnits, unitsOf, unitsText } from './numbers.js';
import { comparableText } from './plain.js';
import type { ReadDocument } from './said.js';

/**
 * What offices call a project's own money in its goal (计划支出 405 万元); other money there is a price, a part or what
 * others spend.
 */
const ownMoney = /(?<!按)(?:计划支出|安排预算|预算安排)(?:资金|经费)?(\d[\d,]*(?:\.\d+)?)万元/g;

/** What is wrong within one performance table, or between its project's name and the tables'. */
export function goalFaults(read: ReadDocument): AuditFault[] {
  const { match, items } = read;
  const projects = items.flatMap(({ space, item }) => (space === 'ledger' ? [item] : []));
  const ofGoals = match.values.filter(({ path }) => goalTable.test(path));
  const tables = grouped(ofGoals, ({ path }) => goalTable.exec(path)?.[0]);
  const unread = new Set([...match.unmatched, ...match.doubtful.map(({ at }) => at)].map(({ block }) => block));
  const isWhole = (values: readonly PrintedValue[]) => !values.some(({ at }) => unread.has(at.block));
  const ownFaults = [...tables.values()].flatMap((values) => [
    ...moneyFaults(values),
    ...(isWhole(values) ? weightFaults(values) : []),
    ...otherYear(values, projects),
  ]);
  return [...ownFaults, ...allocationFaults(read)];
}

/** `租赁费8.00万元、劳务费2.4万元。`: what each part of a project's money goes to, and no other number. */
const listed = /^(?:[^\d,、;。]{2,}\d[\d,]*(?:\.\d+)?万?元(?:[,、;。]|$)){2,}$/;

/**
 * Where a list of what a project's money goes to does not come to what it has, here or in its table (FORM agree-10).
 * Other texts name what they like, but for an amount with a digit too many or two exchanged.
 */
function allocationFaults({ match: { values }, told }: ReadDocument): AuditFault[] {
  const texts = new Map(values.map(({ path, text }) => [path, text]));
  const tables = grouped(
    values.filter(({ path }) => /^performance\.projectGoals\[\d+\]\.name$/.test(path)),
    ({ text }) => comparableText(text),
  );
  return values.flatMap(({ path, text, at }): AuditFault[] => {
    const project = /^(projectsExplained\[\d+\])\.allocation$/.exec(path)?.[1];
    const amounts = project === undefined ? [] : amountsIn(text);
    const own = texts.get(`${project}.amount`) ?? '';
    const goals = tables.get(comparableText(texts.get(`${project}.name`) ?? '')) ?? [];
    const printed = [own, ...goals.map((name) => texts.get(name.path.replace(/name$/, 'total')) ?? '')];
    const known = printed.flatMap((one) => parseMoney(one.replace(/[,，\s]/g, ''), 'wan', 'exact') ?? []);
    if (amounts.length === 0 || known.every(isZero) || comeTo(amounts, known)) return [];
    if (values.some((one) => one.path === `${project}.amount` && told.has(one.at))) return [];
    if (!listed.test(compact(text)) && !known.some((total) => isMiswritten(amounts, total))) return [];
    const message = `写明的金额合计 ${wanText(sum(amounts))}，预算安排规模为 ${own}万元`;
    return [{ kind: 'sentence', message, at }];
  });
}

/** Whether with one of the amounts written right they would come to the total. */
function isMiswritten(amounts: readonly Money[], total: Money): boolean {
  return amounts.some((amount) => {
    const right = subtract(total, subtract(sum(amounts), amount));
    const [is, meant] = [amount, right].map((one) => parsePrinted(exactText(one)));
    return is !== undefined && meant !== undefined && ['factor', 'transposed'].includes(numberKind(is, meant).kind);
  });
}

/**
 * A goal that names its project's money names one of the amounts of its table, or several that are it together. Goals
 * whose table was not read are not told of.
 */
function moneyFaults(values: readonly PrintedValue[]): AuditFault[] {
  const amounts = values.filter(({ path, text }) => /\.(?:total|fiscal|other|from\w+)$/.test(path) && text !== '');
  const known = amounts.map(({ text }) => unitsOf(text)).filter((units) => units !== undefined);
  const whole = amounts.find(({ path }) => path.endsWith('.total'));
  if (!whole) return [];
  return values
    .filter(({ hole, path }) => hole === 'text' && path.endsWith('.goal'))
    .flatMap(({ text, at }): AuditFault[] => {
      const named = [...compact(text).matchAll(ownMoney)].map(([, amount = '']) => unitsOf(amount) ?? 0n);
      const sum = sumOfUnits(named);
      if (named.length === 0 || known.includes(sum) || named.every((amount) => known.includes(amount))) return [];
      const message = `目标中写的是 ${named.map((amount) => unitsText(amount)).join('、')} 万元，同一张表的金额为 ${whole.text}`;
      return [{ kind: 'goal', message, at }];
    });
}

/** The weights of a table that prints any (FORM agree-11). */
function weightFaults(values: readonly PrintedValue[]): AuditFault[] {
  const weights = values.filter(({ path, text }) => path.endsWith('.weight') && text !== '');
  const units = weights.map(({ text }) => unitsOf(text)).filter((one) => one !== undefined);
  const sum = sumOfUnits(units);
  const [first] = weights;
  if (!first || units.length < weights.length || usualWeights.some((usual) => unitsOf(usual) === sum)) return [];
  const message = `各指标的分值合计 ${unitsText(sum, true)}，应为 ${usualWeights.join(' 或 ')}`;
  return [{ kind: 'goal', message, at: first.at }];
}

const withoutYear = (name: string): string => name.replace(/20\d\d/g, '');

const isPart = (a: string, b: string): boolean => a !== '' && b !== '' && (a.includes(b) || b.includes(a));

/** A project that the tables have, in whole or part, with another year in its name, and not with this one. */
function otherYear(values: readonly PrintedValue[], listed: readonly string[]): AuditFault[] {
  return values
    .filter(({ path }) => /^performance\.projectGoals\[\d+\]\.name$/.test(path))
    .flatMap(({ text, at }): AuditFault[] => {
      const own = comparableText(text);
      if (withoutYear(own) === own || listed.some((name) => isPart(comparableText(name), own))) return [];
      const like = listed.find((name) => isPart(withoutYear(comparableText(name)), withoutYear(own)));
      return like === undefined ? [] : [{ kind: 'year', message: `这里印的是“${text}”，别的表中是“${like}”`, at }];
    });
}
