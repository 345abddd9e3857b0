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
 * A property that is computed when it is first asked for and then is the object's own: templates see only own properties,
 * and look whose it is after they have asked. It waits on the prototype, since most objects are asked for few.
 */
function lazy<T extends object>(prototype: T, key: string, compute: (self: T) => unknown): void {
  Object.defineProperty(prototype, key, {
    get(this: T) {
      const value = compute(this);
      Object.defineProperty(this, key, { value, enumerable: true });
      return value;
    },
  });
}

/** The entries that a grid is about. */
class Part {
  readonly entries: readonly Entry[];
  #whole: AmountFigure | undefined;

  constructor(entries: readonly Entry[]) {
    this.entries = entries;
  }

  /** The sum of some of the entries. Often they are all (a project is paid from one source): those are added up once. */
  sumOf(id: string, some: readonly Entry[]): AmountFigure {
    if (some.length < this.entries.length) return sumOfCells(id, some);
    this.#whole ??= sumOfCells(id, some);
    return this.#whole.id === id ? this.#whole : renamed(id, this.#whole);
  }
}

class LazyGrid {
  readonly #scope: string;
  readonly #part: Part;

  constructor(scope: string, entries: readonly Entry[]) {
    this.#scope = scope;
    this.#part = new Part(entries);
  }

  static {
    for (const key of sourceGroupKeys) {
      lazy(LazyGrid.prototype, key, (grid) => new LazyRow(grid.#scope, key, grid.#part));
    }
  }
}

/** The entries paid from one source group, by nature. */
class LazyRow {
  readonly #id: string;
  readonly #part: Part;
  readonly #entries: readonly Entry[];

  constructor(scope: string, group: SourceGroupKey, part: Part) {
    const sources: readonly string[] = sourceGroups[group].sources;
    this.#id = `${scope}/${sourceGroups[group].label}`;
    this.#part = part;
    this.#entries = part.entries.filter((entry) => sources.includes(entry.source));
  }

  static {
    for (const key of natureKeys) lazy(LazyRow.prototype, key, (row) => row.#ofNature(key));
    lazy(LazyRow.prototype, 'classes', (row) => new LazyClasses(row.#id, row.#part, row.#entries));
  }

  #ofNature(key: NatureKey): AmountFigure {
    const wanted: readonly string[] = natures[key].natures;
    const own = this.#entries.filter((entry) => wanted.includes(entry.nature));
    return this.#part.sumOf(`${this.#id}/${natures[key].label}`, own);
  }
}

/** The project expenditure of a row by economic class. */
class LazyClasses {
  readonly #id: string;
  readonly #part: Part;
  readonly #entries: readonly Entry[];

  constructor(id: string, part: Part, entries: readonly Entry[]) {
    this.#id = id;
    this.#part = part;
    this.#entries = entries;
  }

  static {
    for (const key of classKeys) lazy(LazyClasses.prototype, key, (classes) => classes.#ofClass(key.slice(1)));
  }

  #ofClass(code: string): AmountFigure {
    const own = this.#entries.filter((entry) => entry.economicClass === code);
    return this.#part.sumOf(`${this.#id}/项目支出${code}`, own);
  }
}

/** `scope`: how this part of the ledger is called in the figures' ids, e.g. `科目215`. */
export const gridOf = (scope: string, entries: readonly Entry[]): Grid =>
  new LazyGrid(scope, entries) as unknown as Grid;
