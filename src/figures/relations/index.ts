/** All relations between the values read off a document. */
import { grouped } from '../../model/grouped.js';
import { declaredRelations } from './declared.js';
import { namesBy, type Office } from './names.js';
import { orderRelations } from './order.js';
import type { Read, Relation, Said } from './relation.js';
import { type Rows, rowsOf } from './rows.js';
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

export interface Related<R extends Read> extends Omit<Rows<R>, 'rows'> {
  readonly relations: readonly Relation<R>[];
}

/** `nameless`: what was read without the names that tell what it counts. */
export function relationsOf<R extends Read>({ figures, texts, flags, office }: Reads<R>): Related<R> {
  const byPath = grouped(figures, ({ path }) => path);
  const { rows, ...rest } = rowsOf(figures, namesBy(texts, flags, office));
  const relations = [...sumRelations(rows), ...orderRelations(rows, texts), ...declaredRelations(byPath, texts, flags)];
  return { relations, ...rest };
}
