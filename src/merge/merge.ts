/**
 * The department's workbook from its own (本级) and its subordinate units': rows that name their 预算单位 stand one after
 * another, figures of the whole entity add up exactly, texts are those of 本级. Amounts exact, in 元.
 */
import type { Finding } from '../diagnostics/finding.js';
import type { Edition } from '../document/edition.js';
import { gridOf } from '../figures/grid.js';
import { currentProjects, entityMoney } from '../figures/view/performance.js';
import { exactText } from '../vocabulary/money.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import type { Content, ContentRow, WorkbookPlan } from '../workbook/write/index.js';
import { mergeFindingsOf } from './findings.js';
import { economicRows, onceEach, renumbered, stacked, summedForm, summedRows, unitRows } from './join.js';
import { allParts, compact, fieldsOf, headerOf, type Part, type Parts, rowsOf, sumTexts } from './part.js';

export type { Part, Parts } from './part.js';

/** Blank rows below the merged ones. */
const spareRows = 20;

function mergedEntity({ own }: Parts): ContentRow {
  const { kind, amountUnit } = layout.entity.columns;
  return { ...fieldsOf(own, 'entity'), [kind.header]: '部门', [amountUnit.header]: '元' };
}

function mergedProjects(parts: Parts): ContentRow[] {
  const first = renumbered(
    allParts(parts).map((part) => rowsOf(part, 'projects')),
    headerOf('projects', 'order'),
  );
  let from = 0;
  const again = allParts(parts).map((part) => {
    const rows = first.slice(from, from + part.facts.projects.length);
    from += rows.length;
    return rows;
  });
  return renumbered(again, headerOf('projects', 'carryOverOrder'));
}

const mergedCommissioned = (parts: Parts): ContentRow[] =>
  renumbered(
    allParts(parts).map((part) => rowsOf(part, 'commissioned')),
    headerOf('commissioned', 'order'),
  );

/** Control totals of the department exist only where every workbook has them. */
function mergedControls(parts: Parts): ContentRow[] {
  const item = headerOf('controlTotals', 'item');
  const everywhere = (row: ContentRow) =>
    allParts(parts).every((part) => rowsOf(part, 'controlTotals').some((other) => other[item] === row[item]));
  return summedRows(parts, 'controlTotals', [item]).filter(everywhere);
}

const stated = ['fromAbove', 'fromOwn', 'fromOther', 'projectCount'] as const;
type Stated = (typeof stated)[number];

/** What a workbook states of its 预算绩效情况, or what is computed where it states nothing. */
function statedOrComputed({ facts, ledger }: Part, key: Stated, typed: string | undefined): string {
  if (typed !== undefined) return typed;
  if (key === 'projectCount') return String(currentProjects(facts, ledger).length);
  return exactText(entityMoney(gridOf('全部', ledger))[key].amount);
}

/** Figures stay automatic unless a workbook states them; then they add up. The goal is 本级's. */
function mergedPerformance(parts: Parts): ContentRow {
  const figures = stated.map((key) => {
    const header = headerOf('performance', key);
    const typed = allParts(parts).map((part) => [part, fieldsOf(part, 'performance')[header]] as const);
    if (typed.every(([, text]) => text === undefined)) return [header, undefined] as const;
    return [header, sumTexts(typed.map(([part, text]) => statedOrComputed(part, key, text)))] as const;
  });
  return compact({ ...fieldsOf(parts.own, 'performance'), ...Object.fromEntries(figures) });
}

type Joining = (parts: Parts) => ContentRow | readonly ContentRow[];

const ownRows =
  (key: SheetKey): Joining =>
  ({ own }) =>
    rowsOf(own, key);

const joining: Readonly<Record<SheetKey, Joining>> = {
  entity: mergedEntity,
  duties: ownRows('duties'),
  units: unitRows,
  innerOffices: ownRows('innerOffices'),
  headcount: (parts) => summedForm(parts, 'headcount'),
  codes: (parts) => onceEach(parts, 'codes', [headerOf('codes', 'category'), headerOf('codes', 'code')]),
  basicByFunction: (parts) => stacked(parts, 'basicByFunction'),
  basicByEconomic: economicRows,
  projects: mergedProjects,
  projectSpending: (parts) => stacked(parts, 'projectSpending'),
  threePublic: (parts) => summedRows(parts, 'threePublic', [headerOf('threePublic', 'item')]),
  commissioned: mergedCommissioned,
  lastYear: (parts) => summedRows(parts, 'lastYear', [headerOf('lastYear', 'line')]),
  lastYearByCode: (parts) => summedRows(parts, 'lastYearByCode', [headerOf('lastYearByCode', 'code')]),
  purposes: (parts) => onceEach(parts, 'purposes', [headerOf('purposes', 'budget'), headerOf('purposes', 'code')]),
  procurement: (parts) => summedForm(parts, 'procurement'),
  stateAssets: (parts) => summedForm(parts, 'stateAssets'),
  performance: mergedPerformance,
  entityIndicators: ownRows('entityIndicators'),
  projectGoals: (parts) => stacked(parts, 'projectGoals'),
  projectIndicators: (parts) => stacked(parts, 'projectIndicators'),
  otherMatters: ownRows('otherMatters'),
  extraTerms: (parts) => onceEach(parts, 'extraTerms', [headerOf('extraTerms', 'term')]),
  controlTotals: mergedControls,
};

export interface Merged {
  readonly plan: WorkbookPlan;
  /** With an error among them the plan must not be written: it would count money twice or mix years. */
  readonly findings: readonly Finding[];
}

/** The department's workbook. Every part's facts must be without errors; `edition` is that of 本级's year. */
export function mergePlan(parts: Parts, edition: Edition): Merged {
  const content: Content = Object.fromEntries(
    edition.sheets.map((key) => [layout[key].name, joining[key](parts)] as const),
  );
  const { year, sheets, withoutColumns } = edition;
  const partNumbers = edition.partNumbers();
  return {
    plan: { year, kindLabel: '部门', sheets, withoutColumns, partNumbers, content, spareRows },
    findings: mergeFindingsOf(parts),
  };
}
