/** 资金分配情况 is the office's own text; the amounts in it should come to what the project has (FORM agree-10). */
import { type Finding, finding } from '../diagnostics/finding.js';
import { inGroup, sumOfEntries } from '../figures/compared.js';
import { projectKey } from '../figures/ledger.js';
import { grouped } from '../model/grouped.js';
import { compare, isZero, type Money, parseMoney, roundingAllowance, subtract, sum } from '../vocabulary/money.js';
import { layout } from '../workbook/layout/layout.js';
import { amountsOf, type Check, type CheckContext } from './check.js';
import { isUnitInDoubt } from './units.js';

/** `8.03万元`, `80,300元`; not the end of a range or of a longer number. */
const amount = /(?<![\d.,\-—~～至到])(\d[\d,]*(?:\.\d+)?)\s*(万元|万|元)/g;
/** Unit prices, standards, ranges, other measures: what such a text comes to nobody can tell. */
const untold = /每|人均|平均|标准|单价|按照|不超过|不低于|左右|[×*/~～]|亿|\d\s*[-—至到]\s*\d[\d.]*\s*(?:万|元)/;

/** The amounts that a text names, in 元; none where it names what cannot be added up. */
export function amountsIn(text: string): readonly Money[] {
  const plain = text.normalize('NFKC');
  if (untold.test(plain)) return [];
  return [...plain.matchAll(amount)].flatMap(([, digits = '', unit]) => {
    const value = parseMoney(digits.replaceAll(',', ''), unit === '元' ? 'yuan' : 'wan', 'exact');
    return value ? [value] : [];
  });
}

/** More amounts than this are only held as a whole and each by itself. */
const mostCombined = 10;

/** The sums that some of the amounts come to: a text may name a total besides its parts. */
function sumsOf(amounts: readonly Money[]): readonly Money[] {
  const whole = sum(amounts);
  if (amounts.length > mostCombined) return [whole, ...amounts];
  const sums = [sum([])];
  for (const one of amounts) sums.push(...sums.map((so) => sum([so, one])));
  return sums;
}

const isWithin = (a: Money, b: Money, allowance: Money): boolean =>
  compare(compare(a, b) > 0 ? subtract(a, b) : subtract(b, a), allowance) <= 0;

/** Whether some of the amounts that a text names come to one of the totals, all in 元 and exact. */
export function comeTo(amounts: readonly Money[], totals: readonly Money[]): boolean {
  // printed in 万元 with two decimals, each part may be rounded
  const allowance = roundingAllowance(amounts.length + 1);
  return sumsOf(amounts).some((some) => totals.some((total) => isWithin(some, total, allowance)));
}

function allocations(context: CheckContext): Finding[] {
  const { facts, ledger } = context;
  if (isUnitInDoubt(context)) return [];
  const text = amountsOf(context);
  const byProject = grouped(ledger, (entry) => projectKey(entry.unit, entry.project));
  return facts.projects.flatMap((project) => {
    const { allocation, name } = project;
    const amounts = allocation ? amountsIn(allocation.value) : [];
    const entries = byProject.get(projectKey(project.unit.value, name.value)) ?? [];
    const general = entries.filter(inGroup('general'));
    const money = sumOfEntries(general);
    if (!allocation || amounts.length === 0 || isZero(money)) return [];
    const totals = [money, sumOfEntries(entries.filter(inGroup('current'))), sumOfEntries(entries)];
    if (comeTo(amounts, totals)) return [];
    const details = { found: text(sum(amounts)), expected: text(money), related: general.map((entry) => entry.at) };
    const { header } = layout.projects.columns.allocation;
    return [finding('N24', { at: allocation.at, row: name.value, column: header, ...details })];
  });
}

export const allocationChecks: readonly Check[] = [
  {
    title: '资金分配与项目金额',
    reads: ['entity', 'projects', 'projectSpending', 'basicByFunction'],
    run: allocations,
  },
];
