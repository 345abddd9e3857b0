/** The amounts of part 3: comparisons with last year, structure, purposes and what is explained one by one. */
import type { Facts, ProjectRow } from '../../model/facts.js';
import { compare } from '../../vocabulary/money.js';
import { type Budget, type ComparedLine, comparedLines, labelOf } from '../../vocabulary/terms.js';
import { type Comparison, compareYears } from '../comparison.js';
import { type AmountFigure, share, statedAmount } from '../figure.js';
import type { Grid } from '../grid.js';
import type { Entry } from '../ledger.js';
import { clause } from './clause.js';
import { distinctSorted, type NameOf } from './names.js';
import type { CommissionedLine, GridFor } from './tables.js';
import type { View } from './viewShape.js';

/** This year's amount of every compared line, and the whole that its share is of. */
function amountsNow(
  all: Grid,
  operating: AmountFigure,
): Record<ComparedLine, { now: AmountFigure; whole: AmountFigure }> {
  const total = all.all.total;
  const ofAll = (now: AmountFigure) => ({ now, whole: total });
  const ofGeneral = (now: AmountFigure) => ({ now, whole: all.general.total });
  return {
    generalOwn: ofAll(all.generalOwn.total),
    generalTransfer: ofAll(all.generalTransfer.total),
    fundOwn: ofAll(all.fundOwn.total),
    fundTransfer: ofAll(all.fundTransfer.total),
    capitalOwn: ofAll(all.capitalOwn.total),
    capitalTransfer: ofAll(all.capitalTransfer.total),
    specialAccount: ofAll(all.specialAccount.total),
    unitFunds: ofAll(all.unitFunds.total),
    carryFiscal: ofAll(all.carryFiscal.total),
    carryNonFiscal: ofAll(all.carryNonFiscal.total),
    basic: ofAll(all.all.basic),
    project: ofAll(all.all.project),
    generalBasic: ofGeneral(all.general.basic),
    generalProject: ofGeneral(all.general.project),
    operating: ofGeneral(operating),
  };
}

/** Explanations 2, 3, 5(一) and 13(一). `operating`: 机关运行经费 = 公用经费 of table 6. */
export function comparedView(facts: Facts, all: Grid, operating: AmountFigure): View['compared'] {
  const now = amountsNow(all, operating);
  const lines = Object.values(comparedLines).map((line) => {
    const row = facts.lastYear.find((candidate) => candidate.line.value === line);
    const last = statedAmount(`上年/${labelOf(comparedLines, line)}`, row?.amount);
    return [line, compareYears(now[line].now, last, now[line].whole, row?.reason)] as const;
  });
  return Object.fromEntries(lines) as Record<ComparedLine, Comparison>;
}

/** Explanation 5(三): every 项 of the general budget with money in either year, in code order (FORM text-3). */
export function comparedCodes(
  facts: Facts,
  ledger: readonly Entry[],
  all: Grid,
  nameOf: NameOf,
  grid: GridFor,
): View['comparedCodes'] {
  const codes = distinctSorted([
    ...ledger.map((entry) => entry.code),
    ...facts.lastYearByCode.map((row) => row.code.value),
  ]);
  return codes
    .map((code) => {
      const row = facts.lastYearByCode.find((candidate) => candidate.code.value === code);
      const now = grid(`科目${code}`, () => ledger.filter((entry) => entry.code === code)).general.total;
      const last = statedAmount(`上年/科目${code}`, row?.amount);
      return {
        className: nameOf('functional', code.slice(0, 3)),
        groupName: nameOf('functional', code.slice(0, 5)),
        itemName: nameOf('functional', code),
        compared: compareYears(now, last, all.general.total, row?.reason),
      };
    })
    .filter(({ compared }) => !compared.bothZero);
}

/** Explanation 5(二). */
export function structure(classes: View['classes'], all: Grid): View['structure'] {
  return classes
    .filter(({ amounts }) => !amounts.general.total.isZero)
    .map(({ name, amounts }) => {
      const amount = amounts.general.total;
      return { name, amount, share: share(`${amount.id}/占一般公共预算`, amount, all.general.total) };
    });
}

/** Explanation 4: what each 类 is mainly used for, by fiscal budget. */
export function purposesView(facts: Facts, classes: View['classes']): View['purposes'] {
  const ofBudget = (budget: Budget) =>
    classes
      .filter(({ amounts }) => !amounts[budget].total.isZero)
      .map(({ code, name, amounts }) => {
        const row = facts.purposes.find(
          (candidate) => candidate.budget.value === budget && candidate.code.value === code,
        );
        return { name, amount: amounts[budget].total, purpose: clause(row?.purpose) };
      });
  return { general: ofBudget('general'), fund: ofBudget('fund'), capital: ofBudget('capital') };
}

/** By the order that the office typed; without one, as the table lists them, after the numbered ones. */
export function inExplainedOrder<T>(items: readonly T[], orderOf: (item: T) => number | undefined): T[] {
  const rank = (item: T) => orderOf(item) ?? Number.POSITIVE_INFINITY;
  const byRank = (a: T, b: T) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b));
  return [...items].sort(byRank);
}

const projectOf = (facts: Facts, unit: string, name: string): ProjectRow | undefined =>
  facts.projects.find((row) => row.unit.value === unit && row.name.value === name);

const isWithheld = (project: ProjectRow | undefined): boolean => project?.disclosure.value === 'withheld';

/**
 * Explanation 7: this year's general-budget projects. A withheld one shows its code name, unit and amount only (FORM
 * text-5).
 */
export function projectsExplained(
  facts: Facts,
  units: View['projectUnits'],
  ledger: readonly Entry[],
  grid: GridFor,
): View['projectsExplained'] {
  const listed = units.flatMap((unit) =>
    [...new Set(unit.rows.filter((row) => row.isProject).map((row) => row.project))].map((name) => ({
      unit: unit.name,
      name,
      project: projectOf(facts, unit.name, name),
    })),
  );
  return inExplainedOrder(listed, (item) => item.project?.order?.value).map(({ unit, name, project }) => {
    const own = () => ledger.filter((entry) => entry.unit === unit && entry.project === name);
    return {
      name,
      withheld: isWithheld(project),
      amount: grid(`${unit}/项目“${name}”`, own).general.total,
      policyBasis: project?.policyBasis?.value ?? '',
      carrier: project?.carrier?.value ?? unit,
      allocation: project?.allocation?.value ?? '',
      period: project?.period?.value ?? '',
    };
  });
}

/**
 * The projects that are published by name, all funds, the largest first; of equal ones in the order of the workbook.
 */
export function publicProjects(
  facts: Facts,
  ledger: readonly Entry[],
  all: Grid,
  grid: GridFor,
): View['publicProjects'] {
  return facts.projects
    .filter((project) => project.disclosure.value === 'public')
    .map(({ unit, name }) => {
      const own = () => ledger.filter((entry) => entry.unit === unit.value && entry.project === name.value);
      return { name: name.value, amount: grid(`${unit.value}/项目“${name.value}”`, own).all.total };
    })
    .filter(({ amount }) => !amount.isZero)
    .sort((a, b) => compare(b.amount.amount, a.amount.amount))
    .map(({ name, amount }) => ({ name, amount, share: share(`${amount.id}/占项目支出`, amount, all.all.project) }));
}

/** Explanation 11. */
export function commissionedExplained(
  facts: Facts,
  lines: readonly CommissionedLine[],
): View['commissioned']['explained'] {
  return inExplainedOrder(lines, (line) => line.row.order?.value).map(({ row, total }) => ({
    name: row.project.value,
    isBasic: false,
    amount: total,
    withheld: row.nature.value === 'project' && isWithheld(projectOf(facts, row.unit.value, row.project.value)),
    purpose: clause(row.purpose),
  }));
}

/** Explanation 12: carried-over basic expenditure unit by unit, then the projects. */
export function carryOverExplained(facts: Facts, units: View['carryOver']['units']): View['carryOver']['explained'] {
  const basic = units
    .filter((unit) => unit.hasBasic)
    .map(({ name, basic }) => ({ name, isBasic: true, amount: basic.carry.total, withheld: false, purpose: '' }));
  const listed = units.flatMap((unit) =>
    unit.projects.map(({ name, amounts }) => ({ name, amounts, project: projectOf(facts, unit.name, name) })),
  );
  const ordered = inExplainedOrder(listed, (item) => item.project?.carryOverOrder?.value);
  const projects = ordered.map(({ name, amounts, project }) => ({
    name,
    isBasic: false,
    amount: amounts.carry.total,
    withheld: isWithheld(project),
    purpose: clause(project?.carryOverPurpose),
  }));
  return [...basic, ...projects];
}
