/** All relations between the values read off a document. */
import { grouped } from '../../model/grouped.js';
import { declaredRelations } from './declared.js';
import { codedRows, namesBy, type Office, unitItems } from './names.js';
import type { Read, Relation } from './relation.js';
import { rowsOf } from './rows.js';
import { orderRelations, sumRelations } from './sums.js';

export type { Office } from './names.js';
export type { ComparisonRead, Read, Relation, Rule } from './relation.js';

export interface Reads<R extends Read> {
  /** Numbers, in the order of the document. */
  readonly figures: readonly R[];
  readonly texts: readonly R[];
  /** Conditions by path. */
  readonly flags: ReadonlyMap<string, boolean>;
  readonly office: Office;
}

/**
 * `nameless`: what was read without the names that tell what it counts; `unlisted`: what only part 3 names; `coded`,
 * `items`: what tables list by code, and under units.
 */
export function relationsOf<R extends Read>(reads: Reads<R>) {
  const { figures, texts, flags } = reads;
  const byPath = grouped(figures, ({ path }) => path);
  const [coded, items] = [codedRows(texts), unitItems(texts)];
  const { rows, ...rest } = rowsOf(figures, namesBy(reads, coded, items));
  const ofRows: Relation<R>[] = [...sumRelations(rows), ...orderRelations(rows, texts)];
  const relations = [...ofRows, ...declaredRelations(byPath, texts, flags)];
  return { relations, coded, items, ...rest };
}
