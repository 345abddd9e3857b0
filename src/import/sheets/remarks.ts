/** 政府采购, 国有资产, performance targets, 其他说明 and 补充名词解释, from explanation 13 and part 4. */
import { layout } from '../../workbook/layout/layout.js';
import type { Columns } from '../../workbook/layout/types.js';
import { yuanText } from '../amounts.js';
import { type Found, type FoundRow, missing, printed } from '../found.js';
import type { Printed } from '../printed.js';
import { goalUnit, type Unit } from './identity.js';

/** In 元; undefined where nothing was read. */
function amountOf(read: Printed, path: string): string | undefined {
  const fen = read.fen(path);
  return fen === undefined ? undefined : yuanText(fen);
}

/** The fields of a form under the names that the view has for them too. */
function fieldsOf(read: Printed, columns: Columns, base: string): FoundRow {
  const fields = Object.entries(columns).flatMap(([key, { type, required }]) => {
    const path = `${base}.${key}`;
    if (type.kind === 'display') return [];
    const text = type.kind === 'amount' ? amountOf(read, path) : read.text(path)?.replaceAll(',', '');
    return [[key, printed(text) ?? (required ? missing('文档中没有读到', '0') : undefined)] as const];
  });
  return Object.fromEntries(fields);
}

/** 政府采购. */
export const procurementRow = (read: Printed): FoundRow => fieldsOf(read, layout.procurement.columns, 'procurement');
/** 国有资产. */
export const stateAssetsRow = (read: Printed): FoundRow => fieldsOf(read, layout.stateAssets.columns, 'assets');

/** What the goal tables state; computed money that agrees is taken out again. */
export function performanceRow(read: Printed): FoundRow {
  const base = 'performance.entityGoal';
  const stated = (key: string) => printed(amountOf(read, `${base}.${key}`));
  return {
    annualGoal: printed(read.text(`${base}.goal`)),
    fromAbove: stated('fromAbove'),
    fromOwn: stated('fromOwn'),
    fromOther: stated('fromOther'),
    projectCount: printed(read.text('performance.projectCount')),
  };
}

/** Indicators of one table; a level that is printed once for several rows holds on. */
function indicatorsOf(read: Printed, list: string, keys: readonly string[]): FoundRow[] {
  const levels: Record<string, string> = {};
  return read.items(list).map((path) => {
    const value = (key: string): Found | undefined => {
      const text = read.text(`${path}.${key}`);
      if (!key.startsWith('level') || key === 'level3') return printed(text);
      if (text !== undefined && text !== '') levels[key] = text;
      return printed(levels[key]);
    };
    return Object.fromEntries(keys.map((key) => [key, value(key)]));
  });
}

const entityKeys = ['level1', 'level2', 'level3', 'value', 'basis', 'weight'] as const;
const projectKeys = [...entityKeys, 'lastValue', 'scoring', 'evidence'] as const;

/** The indicators of the whole entity’s goal. */
export const entityIndicatorRows = (read: Printed): FoundRow[] =>
  indicatorsOf(read, 'performance.entityGoal.indicators', entityKeys);

/** One a performance table. */
export const projectGoalRows = (read: Printed, units: readonly Unit[], ownUnit: string): FoundRow[] =>
  read.items('performance.projectGoals').map((path) => ({
    name: printed(read.text(`${path}.name`)) ?? missing('没有读到项目名称', path),
    unit: goalUnit(read, path, units) ?? missing('没有读到预算单位', ownUnit),
    leader: printed(read.text(`${path}.leader`)) ?? missing('公开文档没有填项目负责人', '某某'),
    fiscal: printed(amountOf(read, `${path}.fiscal`)),
    other: printed(amountOf(read, `${path}.other`)),
    goal: printed(read.text(`${path}.goal`)) ?? missing('没有读到项目总体目标', '某目标'),
  }));

/** The indicators of all performance tables, in their order. */
export const projectIndicatorRows = (read: Printed): FoundRow[] =>
  read.items('performance.projectGoals').flatMap((path) =>
    indicatorsOf(read, `${path}.indicators`, projectKeys).map((row, index) => ({
      goal: index === 0 ? printed(read.text(`${path}.name`)) : undefined,
      ...row,
    })),
  );

/** 补充名词解释. */
export const termRows = (read: Printed): FoundRow[] =>
  read.items('extraTerms').map((path) => ({
    term: printed(read.text(`${path}.term`)),
    definition: printed(read.text(`${path}.definition`)),
  }));
