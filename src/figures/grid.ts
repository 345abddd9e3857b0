/** Sums over a part of the ledger, by source group and nature; each is worked out when it is first asked for. */
import { type AmountFigure, renamed, sumOfCells } from './figure.js';
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

/**
 * Properties that are worked out when they are first asked for. They are the object's own and enumerable, because
 * templates see no others and copy the object when they hand it to a partial; the functions behind them are shared by
 * all objects of a class.
 */
class Lazy<K extends string> {
  readonly #known: Partial<Record<K, unknown>> = {};
  readonly #compute: (key: K) => unknown;

  constructor(properties: readonly (readonly [K, PropertyDescriptor])[], compute: (key: K) => unknown) {
    this.#compute = compute;
    for (const [key, descriptor] of properties) Object.defineProperty(this, key, descriptor);
  }

  static properties<K extends string>(keys: readonly K[]): (readonly [K, PropertyDescriptor])[] {
    return keys.map((key) => {
      function get(this: Lazy<K>) {
        this.#known[key] ??= this.#compute(key);
        return this.#known[key];
      }
      return [key, { enumerable: true, get }];
    });
  }
}

/** The entries that a grid is about. */
class Part {
  readonly entries: readonly Entry[];
  #whole: AmountFigure | undefined;

  constructor(entries: readonly Entry[]) {
    this.entries = entries;
  }

  /**
   * The sum of some of the entries. Often they are all (a project is paid from one source): those are added up once.
   */
  sumOf(id: string, some: readonly Entry[]): AmountFigure {
    if (some.length < this.entries.length) return sumOfCells(id, some);
    this.#whole ??= sumOfCells(id, some);
    return this.#whole.id === id ? this.#whole : renamed(id, this.#whole);
  }
}

const groupProperties = Lazy.properties(sourceGroupKeys);
const rowProperties = Lazy.properties([...natureKeys, 'classes']);
const classProperties = Lazy.properties(classKeys);

/** `scope`: how this part of the ledger is called in the figures' ids, e.g. `科目215`. */
export function gridOf(scope: string, entries: readonly Entry[]): Grid {
  const part = new Part(entries);
  return new Lazy(groupProperties, (group) => gridRow(scope, group, part)) as unknown as Grid;
}

/** The entries paid from one source group, by nature. */
function gridRow(scope: string, group: SourceGroupKey, part: Part): GridRow {
  const sources: readonly string[] = sourceGroups[group].sources;
  const own = part.entries.filter((entry) => sources.includes(entry.source));
  const id = `${scope}/${sourceGroups[group].label}`;
  const ofNature = (key: NatureKey) => {
    const wanted: readonly string[] = natures[key].natures;
    const some = own.filter((entry) => wanted.includes(entry.nature));
    return part.sumOf(`${id}/${natures[key].label}`, some);
  };
  const compute = (key: NatureKey | 'classes') => (key === 'classes' ? classesOf(id, own, part) : ofNature(key));
  return new Lazy(rowProperties, compute) as unknown as GridRow;
}

/** Its project expenditure by economic class. */
function classesOf(id: string, own: readonly Entry[], part: Part): GridRow['classes'] {
  const ofClass = (key: ClassKey) => {
    const code = key.slice(1);
    const some = own.filter((entry) => entry.economicClass === code);
    return part.sumOf(`${id}/项目支出${code}`, some);
  };
  return new Lazy(classProperties, ofClass) as unknown as GridRow['classes'];
}
