/**
 * What a performance table says in words: the money in its goal, the year of its project; and what a project's money is
 * said to go to.
 */
import { amountsIn, comeTo } from '../checks/allocation.js';
import { grouped } from '../model/grouped.js';
import { exactText, isZero, type Money, parseMoney, subtract, sum, wanText } from '../vocabulary/money.js';
import type { ReadDocument } from './audit.js';
import type { AuditFault } from './finding.js';
import { mostTold } from './hold.js';
import { compact } from './misnamed.js';
import { numberKind, parsePrinted, sumOfUnits, type TenThousandths, unitsOf, unitsText } from './numbers.js';
import { comparableText } from './plain.js';

/**
 * What offices call a project's own money in its goal (计划支出 405 万元); other money there is a price, a part or what
 * others spend.
 */
const ownMoney = /(?<!按)(?:计划支出|安排预算|预算安排)(?:资金|经费)?(\d[\d,]*(?:\.\d+)?)万元/g;

const goalName = /^performance\.projectGoals\[\d+\]\.name$/;

/** `租赁费8.00万元、劳务费2.4万元。`: what each part of a project's money goes to, and no other number. */
const listed = /^(?:[^\d,、;。]{2,}\d[\d,]*(?:\.\d+)?万?元(?:[,、;。]|$)){2,}$/;

/**
 * Where a list of what a project's money goes to does not come to what it has, here or in its table (FORM agree-10).
 * Other texts name what they like, but for an amount with a digit too many or two exchanged.
 */
export function allocations({ texts, figures, valueAt, told }: ReadDocument): AuditFault[] {
  const names = texts.filter(({ path }) => goalName.test(path));
  const goals = grouped(names, ({ text }) => comparableText(text));
  return texts.flatMap(({ path, text, at }): AuditFault[] => {
    const project = /^(projectsExplained\[\d+\])\.allocation$/.exec(path)?.[1];
    const amounts = project === undefined ? [] : amountsIn(text);
    if (amounts.length === 0) return [];
    const own = valueAt(`${project}.amount`)?.text ?? '';
    const named = goals.get(comparableText(valueAt(`${project}.name`)?.text ?? '')) ?? [];
    const printed = [own, ...named.map((name) => valueAt(name.path.replace(/name$/, 'total'))?.text ?? '')];
    const known = printed.flatMap((one) => parseMoney(compact(one).replace(/,/g, ''), 'wan', 'exact') ?? []);
    if (known.every(isZero) || comeTo(amounts, known)) return [];
    if (figures.some((one) => one.path === `${project}.amount` && told.has(one.at))) return [];
    if (!listed.test(compact(text)) && !known.some((total) => isMiswritten(amounts, total))) return [];
    const each = amounts.length === 1 || amounts.length > mostTold ? '' : `（${amounts.map(wanText).join(' + ')}）`;
    const message = `写明的金额合计 ${wanText(sum(amounts))}${each}，预算安排规模为 ${own}万元`;
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

/** The money of a performance table. */
const moneyKeys = ['total', 'fiscal', 'other', 'fromAbove', 'fromOwn', 'fromOther'];

/**
 * A goal that names its project's money names one of the amounts of its table, or several that are it together. Goals
 * whose table was not read are not told of.
 */
export const goalMoney = ({ texts, valueAt }: ReadDocument): AuditFault[] =>
  texts.flatMap(({ path, text, at }): AuditFault[] => {
    const base = /^performance\..*(?=\.goal$)/.exec(path)?.[0];
    if (base === undefined) return [];
    const known = moneyKeys.flatMap((key) => valueAt(`${base}.${key}`)?.text || []).map(unitsOf);
    const named = [...compact(text).matchAll(ownMoney)].map(([, amount = '']) => unitsOf(amount) ?? 0n);
    const whole = valueAt(`${base}.total`)?.text;
    const isKnown = (amount: TenThousandths) => known.includes(amount);
    if (!whole || named.length === 0 || isKnown(sumOfUnits(named)) || named.every(isKnown)) return [];
    const written = named.map((amount) => unitsText(amount)).join('、');
    return [{ kind: 'goal', message: `目标中写的是 ${written} 万元，同一张表的金额为 ${whole}`, at }];
  });

const withoutYear = (name: string): string => comparableText(name).replace(/20\d\d/g, '');

function isPart(...names: [string, string]): boolean {
  const [a, b] = names.map(comparableText) as [string, string];
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}

/** A project that the tables have, in whole or part, with another year in its name, and not with this one. */
export function otherYears({ texts, items }: ReadDocument): AuditFault[] {
  const projects = items.flatMap(({ space, item }) => (space === 'ledger' ? [item] : []));
  return texts.flatMap(({ path, text, at }): AuditFault[] => {
    if (!goalName.test(path) || withoutYear(text) === comparableText(text)) return [];
    if (projects.some((name) => isPart(name, text))) return [];
    const like = projects.find((name) => isPart(withoutYear(name), withoutYear(text)));
    return like ? [{ kind: 'year', message: `这里印的是“${text}”，别的表中是“${like}”`, at }] : [];
  });
}
