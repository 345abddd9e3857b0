/** Sums over a part of the ledger, by source group and nature; each is worked out when it is first asked for. */
import { type AmountFigure, sumOfCells } from './figure.js';
import {
  type ClassKey,
  classKeys,
  type NatureKey,
  natureKeys,
  natures,
  type SourceGroupKey,
  sourceGroupKeys,
  sourceGroups,
} from './groups.js';
import type { Entry } from './ledger.js';

export type GridRow = Readonly<Record<NatureKey, AmountFigure>> & {
  readonly classes: Readonly<Record<ClassKey, AmountFigure>>;
};
/** `grid.general.basic`: 一般公共预算 basic expenditure; `grid.general.classes.c302`: its projects' 302 part. */
export type Grid = Readonly<Record<SourceGroupKey, GridRow>>;

/** An own, enumerable property (templates see only own properties) that is computed once, on first use. */
function lazy<T extends object>(target: T, key: string, compute: () => unknown): void {
  Object.defineProperty(target, key, {
    enumerable: true,
    configurable: true,
    get() {
      const value = compute();
      Object.defineProperty(target, key, { value, enumerable: true });
      return value;
    },
  });
}

/** `scope`: how this part of the ledger is called in the figures' ids, e.g. `科目215`. */
export function gridOf(scope: string, entries: readonly Entry[]): Grid {
  const grid = {};
  for (const key of sourceGroupKeys) lazy(grid, key, () => gridRow(scope, key, entries));
  return grid as Grid;
}

function gridRow(scope: string, group: SourceGroupKey, entries: readonly Entry[]): GridRow {
  const sources: readonly string[] = sourceGroups[group].sources;
  const own = entries.filter((entry) => sources.includes(entry.source));
  const id = `${scope}/${sourceGroups[group].label}`;
  const row = { classes: {} };
  for (const key of natureKeys) {
    const wanted: readonly string[] = natures[key].natures;
    lazy(row, key, () =>
      sumOfCells(
        `${id}/${natures[key].label}`,
        own.filter((entry) => wanted.includes(entry.nature)),
      ),
    );
  }
  for (const key of classKeys) {
    const part = () => own.filter((entry) => `c${entry.economicClass}` === key);
    lazy(row.classes, key, () => sumOfCells(`${id}/项目支出${key.slice(1)}`, part()));
  }
  return row as GridRow;
}
