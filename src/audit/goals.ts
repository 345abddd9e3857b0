/** What a performance table says of itself: the money in the words of its goal, its weights, its project. */
import { usualWeights } from '../checks/performance.js';
import { grouped } from '../model/grouped.js';
import type { Match, PrintedValue } from '../published/match/types.js';
import type { AuditFault } from './finding.js';
import { sumOfUnits, unitsOf, unitsText } from './numbers.js';
import { comparableText } from './plain.js';

/**
 * What offices call a project's own money in its goal (计划支出 405 万元); other money there is a price, a part or what
 * others spend.
 */
const ownMoney = /(?<!按)(?:计划支出|安排预算|预算安排)(?:资金|经费)?(\d[\d,]*(?:\.\d+)?)万元/g;

/** The part of a path that values of one performance table share. */
const goalTable = /^performance\.(?:projectGoals\[\d+\]|entityGoal)(?=\.)/;

/** What is wrong within one performance table, or between its project's name and the tables'. */
export function goalFaults(match: Match): AuditFault[] {
  const ofGoals = match.values.filter(({ path }) => goalTable.test(path));
  const tables = grouped(ofGoals, ({ path }) => goalTable.exec(path)?.[0]);
  const unread = new Set([...match.unmatched, ...match.doubtful.map(({ at }) => at)].map(({ block }) => block));
  const isWhole = (values: readonly PrintedValue[]) => !values.some(({ at }) => unread.has(at.block));
  return [...tables.values()].flatMap((values) => [
    ...moneyFaults(values),
    ...(isWhole(values) ? weightFaults(values) : []),
    ...otherYear(values, match),
  ]);
}

/**
 * A goal that names its project's money names one of the amounts of its table, or several that are it together. Goals
 * whose table was not read are not told of.
 */
function moneyFaults(values: readonly PrintedValue[]): AuditFault[] {
  const amounts = values.filter(({ hole, text }) => hole !== 'text' && text !== '');
  const known = amounts.map(({ text }) => unitsOf(text)).filter((units) => units !== undefined);
  const whole = amounts.find(({ path }) => path.endsWith('.total'));
  if (!whole) return [];
  return values
    .filter(({ hole, path }) => hole === 'text' && path.endsWith('.goal'))
    .flatMap(({ text, at }): AuditFault[] => {
      const named = [...text.normalize('NFKC').replace(/\s/g, '').matchAll(ownMoney)].map(
        ([, amount = '']) => unitsOf(amount) ?? 0n,
      );
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
function otherYear(values: readonly PrintedValue[], match: Match): AuditFault[] {
  const listed = match.values
    .filter(({ path }) =>
      /^(projectUnits|carryOver\.units)\[\d+\]\.(rows\[\d+\]\.project|projects\[\d+\]\.name)$/.test(path),
    )
    .map(({ text }) => ({ text, name: comparableText(text) }));
  return values
    .filter(({ path }) => /^performance\.projectGoals\[\d+\]\.name$/.test(path))
    .flatMap(({ text, at }): AuditFault[] => {
      const own = comparableText(text);
      if (withoutYear(own) === own || listed.some(({ name }) => isPart(name, own))) return [];
      const like = listed.find(({ name }) => isPart(withoutYear(name), withoutYear(own)));
      return like ? [{ kind: 'year', message: `这里印的是“${text}”，别的表中是“${like.text}”`, at }] : [];
    });
}
