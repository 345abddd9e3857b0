/**
 * What an office states only where it differs from what is computed: left blank where the computed figure prints what
 * is published.
 */
import type { SheetKey } from '../workbook/layout/layout.js';
import { fenOf, isAbout } from './amounts.js';
import { type Draft, type Found, isRows } from './found.js';
import type { Printed } from './printed.js';
import { addends, figureAt, type Trial } from './trial.js';
import { withChangedCells } from './yuan.js';

/** The path of the view that a stated cell prints, by sheet and column. */
const statedPaths: Partial<Record<SheetKey, Readonly<Record<string, (row: number) => string>>>> = {
  performance: {
    fromAbove: () => 'performance.entityGoal.fromAbove',
    fromOwn: () => 'performance.entityGoal.fromOwn',
    fromOther: () => 'performance.entityGoal.fromOther',
    projectCount: () => 'performance.projectCount',
  },
  projectGoals: {
    fiscal: (row) => `performance.projectGoals[${row}].fiscal`,
    other: (row) => `performance.projectGoals[${row}].other`,
  },
};

const pathOf = (sheet: SheetKey, row: number, column: string): string | undefined =>
  statedPaths[sheet]?.[column]?.(row);

/** The draft without those cells, so that what is computed shows. */
export const withoutStated = (draft: Draft): Draft =>
  withChangedCells(draft, (found, { sheet, row, column }) =>
    pathOf(sheet, row, column) === undefined ? found : undefined,
  );

/**
 * The draft whose stated cells are blank where the trial, which has none of them, computes as much, but for 元 that are
 * still to be found.
 */
export const withStatedWhereNeeded = (draft: Draft, read: Printed, trial: Trial): Draft =>
  withChangedCells(draft, (found, { sheet, row, column }) => {
    const path = pathOf(sheet, row, column);
    const figure = path === undefined ? undefined : figureAt(trial.view, path);
    if (path === undefined || figure === undefined) return found;
    const value = read.value(path);
    if (value === undefined) return undefined;
    if (figure.unit !== '万元') return figure.text === value.text ? undefined : found;
    const [computed, printed] = [fenOf(figure.text, ''), fenOf(value.text, '')];
    if (computed === undefined || printed === undefined) return found;
    const several = addends(figure, trial).length;
    // what one cell comes to is printed elsewhere too
    return computed === printed || (several > 1 && isAbout(computed, printed, several + 1)) ? undefined : found;
  });

/** The figures of one table that are stated and added up together. */
function together(sheet: SheetKey, path: string): string[] {
  const [, base = '', key = ''] = /^(.*)\.(\w+)$/.exec(path) ?? [];
  if (key === 'projectCount') return [path];
  const keys = Object.keys(statedPaths[sheet] ?? {}).filter((other) => other !== 'projectCount');
  return [...keys, 'total'].map((other) => `${base}.${other}`);
}

function differs(path: string, read: Printed, trials: readonly Trial[]): boolean {
  const value = read.value(path);
  return trials.some((trial) => value && (figureAt(trial.view, path)?.text ?? value.text) !== value.text);
}

/**
 * `draft` with the cells of `all` that one of the trials does not print as published. Undefined when there are none.
 */
export function withStatedCells(draft: Draft, all: Draft, read: Printed, trials: readonly Trial[]): Draft | undefined {
  let added = false;
  const whole = withChangedCells(all, (found, { sheet, row, column }) => {
    const own = cellOf(draft, sheet, row, column);
    const path = pathOf(sheet, row, column);
    if (path === undefined || own !== undefined) return own;
    if (!together(sheet, path).some((one) => differs(one, read, trials))) return undefined;
    added = true;
    return found;
  });
  return added ? whole : undefined;
}

function cellOf(draft: Draft, key: SheetKey, row: number, column: string): Found | undefined {
  const sheet = draft[key];
  if (sheet === undefined) return undefined;
  return isRows(sheet) ? sheet[row]?.[column] : sheet[column];
}
