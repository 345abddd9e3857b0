/** This year's amounts of what part 3 compares with last year: the lines of 上年对比, and the 项 of the general budget. */
import type { Facts } from '../model/facts.js';
import { grouped } from '../model/grouped.js';
import { type Money, sum } from '../vocabulary/money.js';
import { basicClassNature, type ComparedLine } from '../vocabulary/terms.js';
import { type SourceGroupKey, sourceGroups } from './groups.js';
import type { Entry } from './ledger.js';

/** Whether an entry is paid from one of the group's sources. */
export const inGroup = (group: SourceGroupKey) => {
  const sources: readonly string[] = sourceGroups[group].sources;
  return (entry: Entry): boolean => sources.includes(entry.source);
};

/** Exact, in 元. */
export const sumOfEntries = (entries: readonly Entry[]): Money => sum(entries.map((entry) => entry.amount));

/** Exact, in 元. 机关运行经费 is 公用经费 of table 6 (FORM fact-5). */
export function amountOfLine(
  line: ComparedLine,
  facts: Pick<Facts, 'basicByEconomic'>,
  ledger: readonly Entry[],
): Money {
  const basic = (entry: Entry) => entry.nature !== 'project';
  const project = (entry: Entry) => entry.nature === 'project';
  const general = inGroup('general');
  switch (line) {
    case 'basic':
      return sumOfEntries(ledger.filter(basic));
    case 'project':
      return sumOfEntries(ledger.filter(project));
    case 'generalBasic':
      return sumOfEntries(ledger.filter((entry) => general(entry) && basic(entry)));
    case 'generalProject':
      return sumOfEntries(ledger.filter((entry) => general(entry) && project(entry)));
    case 'operating':
      return sum(
        facts.basicByEconomic
          .filter((row) => basicClassNature[row.code.value.slice(0, 3)] === 'public')
          .map((row) => row.amount.value),
      );
    default:
      return sumOfEntries(ledger.filter(inGroup(line)));
  }
}

/** 项 of the general budget → this year's exact amount in 元, in code order. */
export function generalByCode(ledger: readonly Entry[]): ReadonlyMap<string, Money> {
  const general = grouped(ledger.filter(inGroup('general')), (entry) => entry.code);
  return new Map([...general.keys()].sort().map((code) => [code, sumOfEntries(general.get(code) ?? [])]));
}
