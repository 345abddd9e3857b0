/**
 * The workbook: every sheet and column, declared once. Reading, the blank workbook (`yusuan new`) and the
 * documentation follow from this; so do the types of the facts (`Facts` in model/facts.ts).
 * Source: FORM fact-1, fact-6.
 */

import { nameKey, sheetKeyOf } from '../../vocabulary/names.js';
import { controlTotals, lastYear, lastYearByCode, purposes } from './comparison.js';
import { codes, duties, entity, headcount, innerOffices, units } from './identity.js';
import { commissioned, threePublic } from './listedApart.js';
import { entityIndicators, performance, projectGoals, projectIndicators } from './performance.js';
import { extraTerms, otherMatters, procurement, stateAssets } from './remarks.js';
import { basicByEconomic, basicByFunction, projectSpending, projects } from './spending.js';

/** Every sheet that is read, in tab order. (填写说明, the first tab, is written by `yusuan new` and never read.) */
export const layout = {
  entity,
  duties,
  units,
  innerOffices,
  headcount,
  codes,
  basicByFunction,
  basicByEconomic,
  projects,
  projectSpending,
  threePublic,
  commissioned,
  lastYear,
  lastYearByCode,
  purposes,
  procurement,
  stateAssets,
  performance,
  entityIndicators,
  projectGoals,
  projectIndicators,
  otherMatters,
  extraTerms,
  controlTotals,
} as const;

export type Layout = typeof layout;
export type SheetKey = keyof Layout;

/** The first tab of the blank workbook; it holds no facts. */
export const guideSheetName = '填写说明';

/** Fewer sheets of ours beside 基本信息 may be a table of somebody else's. */
const fewestSheets = 5;

/** Whether a workbook with sheets of these names is one to be filled, and no publication. */
export function isToBeFilled(sheets: readonly string[]): boolean {
  const keys = new Set(sheets.map(sheetKeyOf));
  const own = Object.values(layout).filter(({ name }) => keys.has(nameKey(name)));
  return own.some((sheet) => sheet === entity) && own.length > fewestSheets;
}
