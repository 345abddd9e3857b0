/**
 * What part 3 has to say in words: a reason for every change, a purpose for every class, a basis for every project
 * (FORM agree-7).
 */
import { type Finding, finding } from '../diagnostics/finding.js';
import { inGroup, sumOfEntries } from '../figures/compared.js';
import { projectKey } from '../figures/ledger.js';
import { grouped } from '../model/grouped.js';
import { canBeSigned, dayIn } from '../vocabulary/days.js';
import { compare, isZero } from '../vocabulary/money.js';
import { nameKey } from '../vocabulary/names.js';
import { budgets } from '../vocabulary/terms.js';
import { layout } from '../workbook/layout/layout.js';
import { amountsOf, type Check, type CheckContext, codeText } from './check.js';
import { comparisons, type LastYearComparison } from './comparisons.js';

function reasonMissing(context: CheckContext, { sheet, now, last, reason, label, row }: LastYearComparison): Finding[] {
  const text = amountsOf(context);
  if (reason !== undefined || compare(now, last.value) === 0) return [];
  const details = { row: label, found: text(now), expected: text(last.value), related: [last.at] };
  return [finding('N01', { at: context.cellOf(sheet, 'reason', row), ...details })];
}

const reasonsMissing = (sheet: LastYearComparison['sheet']) => (context: CheckContext) =>
  comparisons(context, sheet).flatMap((one) => reasonMissing(context, one));

/** Every 项 of the general budget: last year's amount, and a reason for the change. */
function codesOfBothYears(context: CheckContext): Finding[] {
  const { facts, ledger } = context;
  const general = grouped(ledger.filter(inGroup('general')), (entry) => entry.code);
  const listed = new Set(facts.lastYearByCode.map((row) => row.code.value));
  const unlisted = [...general.keys()].filter((code) => !listed.has(code)).sort();
  const missing = unlisted.flatMap((code) => {
    const entries = general.get(code) ?? [];
    const now = sumOfEntries(entries);
    if (isZero(now)) return [];
    const at = { sheet: layout.lastYearByCode.name, row: 0, column: 0 };
    const details = { found: codeText(context, code, 'functional'), expected: amountsOf(context)(now) };
    return [finding('N04', { at, ...details, related: entries.map((entry) => entry.at) })];
  });
  return [...reasonsMissing('lastYearByCode')(context), ...missing];
}

/** A class with money needs a purpose; a purpose without money is not printed. */
function purposes(context: CheckContext): Finding[] {
  const { facts, ledger } = context;
  const text = amountsOf(context);
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
        finding('N02', {
          at: sheet,
          row: `${label} ${codeText(context, code, 'functional')} 类`,
          found: text(amountOf(code)),
        }),
      ),
      ...idle.map((row) =>
        finding('N12', {
          at: row.code.at,
          row: `${label} `,
          found: `${codeText(context, row.code.value, 'functional')} 类`,
        }),
      ),
    ];
  });
}

function projectTexts(context: CheckContext): Finding[] {
  const { facts, ledger } = context;
  const text = amountsOf(context);
  const byProject = grouped(ledger, (entry) => projectKey(entry.unit, entry.project));
  return facts.projects.flatMap((project) => {
    const entries = byProject.get(projectKey(project.unit.value, project.name.value)) ?? [];
    if (isZero(sumOfEntries(entries))) return [finding('R11', { at: project.name.at, found: project.name.value })];
    if (project.disclosure.value === 'withheld') return [];
    const row = project.name.value;
    const general = sumOfEntries(entries.filter(inGroup('general')));
    const carry = sumOfEntries(entries.filter(inGroup('carry')));
    const columns = layout.projects.columns;
    const absent = (['policyBasis', 'allocation', 'period'] as const).filter((name) => project[name] === undefined);
    const texts = isZero(general)
      ? []
      : absent.map((name) => finding('N03', { at: blank(name), row, column: columns[name].header }));
    const needsPurpose = !isZero(carry) && project.carryOverPurpose === undefined;
    const at = blank('carryOverPurpose');
    return [...texts, ...(needsPurpose ? [finding('N05', { at, row, found: text(carry) })] : [])];

    function blank(name: string) {
      return context.cellOf('projects', name, project.at);
    }
  });
}

function commissionedPurposes({ facts, cellOf }: CheckContext): Finding[] {
  const withheld = new Set(
    facts.projects
      .filter((row) => row.disclosure.value === 'withheld')
      .map((row) => projectKey(row.unit.value, row.name.value)),
  );
  return facts.commissioned
    .filter((row) => row.purpose === undefined)
    .filter((row) => row.nature.value === 'basic' || !withheld.has(projectKey(row.unit.value, row.project.value)))
    .map((row) => finding('N06', { at: cellOf('commissioned', 'purpose', row.at), row: row.project.value }));
}

/** A project that a text names: in quotes, and called a project. */
const namedProject = /“([^“”]{2,60})”(?:专项|重点|重大|建设)?项目(?!库)/g;

/** A purpose that names a project of which 项目信息 knows nothing: last year's text, or a project that was forgotten. */
function unknownProjects({ facts }: CheckContext): Finding[] {
  const known = facts.projects.map((row) => nameKey(row.name.value));
  // with withheld projects about, the name could be the real one of such a project
  const mayQuote = facts.projects.every((row) => row.disclosure.value === 'public');
  const isKnown = (name: string) => known.some((one) => one.includes(name) || name.includes(one));
  const texts = [
    ...facts.purposes.map(({ purpose }) => ({ cell: purpose, column: layout.purposes.columns.purpose.header })),
    ...facts.commissioned.map(({ purpose }) => ({ cell: purpose, column: layout.commissioned.columns.purpose.header })),
  ];
  return texts.flatMap(({ cell, column }) => {
    const names = [...(cell?.value.matchAll(namedProject) ?? [])].map((match) => match[1] ?? '');
    const unknown = [...new Set(names)].filter((name) => !isKnown(nameKey(name)));
    if (!cell || unknown.length === 0) return [];
    const found = mayQuote ? unknown.map((name) => `“${name}”`).join('、') : '（名称不显示）';
    return [finding('N21', { at: cell.at, row: `第${cell.at.row}行`, column, found })];
  });
}

function signatureDate({ facts }: CheckContext): Finding[] {
  const { date, year } = facts.entity;
  const day = dayIn(date.value);
  if (!day || canBeSigned(day, year.value)) return [];
  return [finding('N11', { at: date.at, found: date.value, expected: String(year.value) })];
}

const spending = ['basicByFunction', 'projectSpending'] as const;

export const narrativeChecks: readonly Check[] = [
  { title: '增减原因', reads: ['lastYear', ...spending, 'basicByEconomic'], run: reasonsMissing('lastYear') },
  { title: '“三公”经费增减原因', reads: ['threePublic'], run: reasonsMissing('threePublic') },
  { title: '科目上年数和增减原因', reads: ['lastYearByCode', ...spending], run: codesOfBothYears },
  { title: '支出用途', reads: ['purposes', ...spending], run: purposes },
  { title: '项目说明', reads: ['projects', ...spending], run: projectTexts },
  { title: '委托业务费用途', reads: ['commissioned', 'projects'], run: commissionedPurposes },
  { title: '用途中的项目', reads: ['purposes', 'commissioned', 'projects'], run: unknownProjects },
  { title: '落款日期', reads: ['entity'], run: signatureDate },
];
