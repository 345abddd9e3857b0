/** What part 3 has to say in words: a reason for every change, a purpose for every class, a basis for every project. */
import { type Finding, finding } from '../diagnostics/finding.js';
import { amountOfLine, inGroup, sumOfEntries } from '../figures/compared.js';
import type { SourceGroupKey } from '../figures/groups.js';
import { compare, isZero, type Money, sum, wanText } from '../figures/money.js';
import { budgets, comparedLines, labelOf, threePublicItems } from '../model/terms.js';
import type { CellRef } from '../workbook/cells.js';
import { layout } from '../workbook/layout/layout.js';
import type { Cell } from '../workbook/layout/types.js';
import type { Check, CheckContext } from './check.js';

interface Compared {
  readonly now: Money;
  readonly last: Cell<Money>;
  readonly reason: Cell<string> | undefined;
  readonly label: string;
  /** Where the reason belongs. */
  readonly row: CellRef;
}

function reasonMissing({ now, last, reason, label, row }: Compared): Finding[] {
  if (reason !== undefined || compare(now, last.value) === 0) return [];
  const details = { row: label, found: wanText(now), expected: wanText(last.value), related: [last.at] };
  return [finding('N01', { at: { ...row, column: 0 }, ...details })];
}

function reasonsOfLines(context: CheckContext): Finding[] {
  return context.facts.lastYear.flatMap((row) =>
    reasonMissing({
      now: amountOfLine(row.line.value, context.facts, context.ledger),
      last: row.amount,
      reason: row.reason,
      label: `“${labelOf(comparedLines, row.line.value)}”`,
      row: row.at,
    }),
  );
}

function reasonsOfThreePublic({ facts }: CheckContext): Finding[] {
  const defined = (cells: readonly (Cell<Money> | undefined)[]) =>
    sum(cells.flatMap((cell) => (cell ? [cell.value] : [])));
  return facts.threePublic.flatMap((row) => {
    const now = defined([row.general, row.fund, row.capital]);
    const last = { value: defined([row.lastGeneral, row.lastFund, row.lastCapital]), at: row.lastGeneral.at };
    return reasonMissing({
      now,
      last,
      reason: row.reason,
      label: `“${labelOf(threePublicItems, row.item.value)}”`,
      row: row.at,
    });
  });
}

/** Every 项 of the general budget: last year's amount, and a reason for the change. */
function codesOfBothYears({ facts, ledger }: CheckContext): Finding[] {
  const general = ledger.filter(inGroup('general'));
  const nowOf = (code: string) => general.filter((entry) => entry.code === code);
  const reasons = facts.lastYearByCode.flatMap((row) =>
    reasonMissing({
      now: sumOfEntries(nowOf(row.code.value)),
      last: row.amount,
      reason: row.reason,
      label: `科目 ${row.code.value}`,
      row: row.at,
    }),
  );
  const listed = new Set(facts.lastYearByCode.map((row) => row.code.value));
  const unlisted = [...new Set(general.map((entry) => entry.code))].filter((code) => !listed.has(code)).sort();
  const missing = unlisted.flatMap((code) => {
    const now = sumOfEntries(nowOf(code));
    if (isZero(now)) return [];
    const at = { sheet: layout.lastYearByCode.name, row: 0, column: 0 };
    return [finding('N04', { at, found: code, expected: wanText(now), related: nowOf(code).map((entry) => entry.at) })];
  });
  return [...reasons, ...missing];
}

/** A class with money needs a purpose; a purpose without money is not printed. */
function purposes({ facts, ledger }: CheckContext): Finding[] {
  return Object.entries(budgets).flatMap(([label, budget]) => {
    const entries = ledger.filter(inGroup(budget));
    const classes = [...new Set(entries.map((entry) => entry.code.slice(0, 3)))].sort();
    const rows = facts.purposes.filter((row) => row.budget.value === budget);
    const amountOf = (code: string) => sumOfEntries(entries.filter((entry) => entry.code.startsWith(code)));
    const missing = classes.filter((code) => !isZero(amountOf(code)) && !rows.some((row) => row.code.value === code));
    const idle = rows.filter((row) => isZero(amountOf(row.code.value)));
    const sheet = { sheet: layout.purposes.name, row: 0, column: 0 };
    return [
      ...missing.map((code) =>
        finding('N02', { at: sheet, row: `${label} ${code} 类`, found: wanText(amountOf(code)) }),
      ),
      ...idle.map((row) => finding('N12', { at: row.code.at, row: `${label} `, found: `${row.code.value} 类` })),
    ];
  });
}

const keyOf = (unit: string, project: string | undefined) => `${unit}\n${project}`;

function projectTexts({ facts, ledger }: CheckContext): Finding[] {
  const ofProject = (group: SourceGroupKey, key: string) =>
    sumOfEntries(ledger.filter((entry) => inGroup(group)(entry) && keyOf(entry.unit, entry.project) === key));
  return facts.projects.flatMap((project) => {
    const key = keyOf(project.unit.value, project.name.value);
    const spent = sumOfEntries(ledger.filter((entry) => keyOf(entry.unit, entry.project) === key));
    if (isZero(spent)) return [finding('R11', { at: project.name.at, found: project.name.value })];
    if (project.disclosure.value === 'withheld') return [];
    const row = project.name.value;
    const general = ofProject('general', key);
    const carry = ofProject('carry', key);
    const columns = layout.projects.columns;
    const absent = (['policyBasis', 'allocation', 'period'] as const).filter((name) => project[name] === undefined);
    const texts = isZero(general)
      ? []
      : absent.map((name) => finding('N03', { at: project.name.at, row, column: columns[name].header }));
    const needsPurpose = !isZero(carry) && project.carryOverPurpose === undefined;
    return [...texts, ...(needsPurpose ? [finding('N05', { at: project.name.at, row, found: wanText(carry) })] : [])];
  });
}

function commissionedPurposes({ facts }: CheckContext): Finding[] {
  const withheld = new Set(
    facts.projects
      .filter((row) => row.disclosure.value === 'withheld')
      .map((row) => keyOf(row.unit.value, row.name.value)),
  );
  return facts.commissioned
    .filter((row) => row.purpose === undefined)
    .filter((row) => row.nature.value === 'basic' || !withheld.has(keyOf(row.unit.value, row.project.value)))
    .map((row) => finding('N06', { at: row.project.at, row: row.project.value }));
}

/** 落款 stands in the budget year or late in the year before. */
function signatureDate({ facts }: CheckContext): Finding[] {
  const { date, year } = facts.entity;
  const signed = Number(date.value.slice(0, 4));
  if (signed === year.value || signed === year.value - 1) return [];
  return [finding('N11', { at: date.at, found: date.value, expected: String(year.value) })];
}

const spending = ['basicByFunction', 'projectSpending'] as const;

export const narrativeChecks: readonly Check[] = [
  { title: '增减原因', reads: ['lastYear', ...spending, 'basicByEconomic'], run: reasonsOfLines },
  { title: '“三公”经费增减原因', reads: ['threePublic'], run: reasonsOfThreePublic },
  { title: '科目上年数和增减原因', reads: ['lastYearByCode', ...spending], run: codesOfBothYears },
  { title: '支出用途', reads: ['purposes', ...spending], run: purposes },
  { title: '项目说明', reads: ['projects', ...spending], run: projectTexts },
  { title: '委托业务费用途', reads: ['commissioned', 'projects'], run: commissionedPurposes },
  { title: '落款日期', reads: ['entity'], run: signatureDate },
];
