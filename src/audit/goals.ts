/** Money in the words of a performance goal, held against the table that the goal stands in. */
import { grouped } from '../model/grouped.js';
import type { Match } from '../published/match/types.js';
import type { AuditFault } from './finding.js';
import { sumOfUnits, unitsOf, unitsText } from './number.js';

/**
 * What offices call a project's own money in its goal (计划支出 405 万元); other money there is a price, a part or what
 * others spend.
 */
const ownMoney = /(?<!按)(?:计划支出|安排预算|预算安排)(?:资金|经费)?(\d[\d,]*(?:\.\d+)?)万元/g;

/** The part of a path that values of one performance table share. */
const goalTable = /^performance\.(?:projectGoals\[\d+\]|entityGoal)(?=\.)/;

/**
 * A goal that names its project's money names one of the amounts of its table, or several that are it together. Goals
 * whose table was not read are not told of.
 */
export function goalFaults(match: Match): AuditFault[] {
  const ofGoals = match.values.filter(({ path }) => goalTable.test(path));
  return [...grouped(ofGoals, ({ path }) => goalTable.exec(path)?.[0]).values()].flatMap((values) => {
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
  });
}
