/** What the office has to fill, by edition and kind: how much each sheet is needed, and how many blank rows it gets. */
import { layout, type SheetKey } from '../layout/layout.js';
import type { Placed, WorkbookPlan } from './place.js';

type KindLabel = WorkbookPlan['kindLabel'];

/**
 * - 必填: without it there is no document
 * - 应填: every budget has it, though the sheet may be empty in theory
 * - 有则填: needed as soon as the office has such a thing
 * - 可不填: only if the office wishes
 */
export type Need = '必填' | '应填' | '有则填' | '可不填';

/** What each means, in the guide and above the headers of a sheet. */
export const needMeanings: Readonly<Record<Need, string>> = {
  必填: '不填不能生成文档',
  应填: '一般都有，没有这项业务才空着',
  有则填: '有这类事项就要填',
  可不填: '按需要填写',
};

const needs: Partial<Record<SheetKey, Need>> = {
  basicByFunction: '应填',
  basicByEconomic: '应填',
  lastYearByCode: '应填',
  purposes: '应填',
  otherMatters: '可不填',
  extraTerms: '可不填',
  controlTotals: '可不填',
};

const forDepartments: readonly SheetKey[] = ['performance', 'entityIndicators'];

/** In the words of the guide. */
export function needOf(key: SheetKey, kind: KindLabel): Need {
  if (!layout[key].mayBeEmpty) return '必填';
  if (forDepartments.includes(key)) return kind === '部门' ? '应填' : '可不填';
  return needs[key] ?? '有则填';
}

const remarks: Record<KindLabel, Partial<Record<SheetKey, string>>> = {
  部门: {
    units: '本级和每个下属单位各一行。',
    performance: '部门应编制整体绩效目标。',
  },
  单位: {
    units: '只填本单位一行，“是否本级”填“是”。',
    performance: '整体绩效目标一般由部门编制，单位没有的不填。',
    entityIndicators: '没有编制整体绩效目标的不填。',
  },
};

/**
 * What the sheet is for, in the words of this kind of office. The first sentence of its help; the rest stands on the
 * sheet.
 */
export function purposeOf({ key, sheet: { help } }: Placed, kind: KindLabel): string {
  return `${help.split('。')[0] ?? help}。${remarks[kind][key] ?? ''}`;
}

/**
 * Rows with formulas beside them: about twice what published departments have. Those below are as open to typing and
 * count as well; with formulas each sheet would be printed on a hundred pages.
 */
export const spareRows: Partial<Record<SheetKey, number>> = {
  basicByFunction: 200,
  basicByEconomic: 200,
  projects: 200,
  projectSpending: 300,
  commissioned: 200,
  lastYearByCode: 100,
  purposes: 50,
  projectGoals: 100,
  projectIndicators: 600,
};
