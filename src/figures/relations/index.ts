/** All relations between the values read off a document. */
import { type ByPath, declaredRelations } from './declared.js';
import { namesBy, type Office } from './names.js';
import { orderRelations } from './order.js';
import type { Read, Relation, Said } from './relation.js';
import { rowsOf } from './rows.js';
import { sumRelations } from './sums.js';

export type { Office } from './names.js';
export type { ComparisonRead, Read, Relation, Rule, Said } from './relation.js';

export interface Reads<R extends Read> {
  /** Numbers, in the order of the document. */
  readonly figures: readonly R[];
  readonly texts: readonly Said[];
  /** Conditions by path. */
  readonly flags: ReadonlyMap<string, boolean>;
  readonly office: Office;
}

export interface Related<R extends Read> {
  readonly relations: readonly Relation<R>[];
  /** Amounts of rows without a code or a name, which nothing can be held against. */
  readonly nameless: readonly R[];
  /** Amounts of what part 3 names and no table lists. */
  readonly unlisted: readonly R[];
}

/** `nameless`: what was read without the names that tell what it counts. */
export function relationsOf<R extends Read>({ figures, texts, flags, office }: Reads<R>): Related<R> {
  const { rows, nameless, unlisted } = rowsOf(figures, namesBy(texts, flags, office));
  return {
    relations: [
      ...sumRelations(rows),
      ...orderRelations(rows, texts),
      ...declaredRelations(byPath(figures), texts, flags),
    ],
    nameless,
    unlisted,
  };
}

function byPath<R extends Read>(figures: readonly R[]): ByPath<R> {
  const values = new Map<string, R[]>();
  for (const read of figures) values.set(read.path, [...(values.get(read.path) ?? []), read]);
  return values;
}
