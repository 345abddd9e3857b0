/** All relations between the values read off a document. */
import { grouped } from '../../model/grouped.js';
import { declaredRelations } from './declared.js';
import { namesBy, type Office } from './names.js';
import type { Read, Relation } from './relation.js';
import { rowsOf } from './rows.js';
import { orderRelations, sumRelations } from './sums.js';

export { codedRows, type Office, unitItems } from './names.js';
export type { ComparisonRead, Read, Relation, Rule } from './relation.js';

export interface Reads<R extends Read> {
  /** Numbers, in the order of the document. */
  readonly figures: readonly R[];
  readonly texts: readonly R[];
  /** Conditions by path. */
  readonly flags: ReadonlyMap<string, boolean>;
  readonly office: Office;
}

/** `nameless`: what was read without the names that tell what it counts; `unlisted`: what only part 3 names. */
export function relationsOf<R extends Read>({ figures, texts, flags, office }: Reads<R>) {
  const byPath = grouped(figures, ({ path }) => path);
  const { rows, ...rest } = rowsOf(figures, namesBy(texts, flags, office));
  const relations: Relation<R>[] = [
    ...[...sumRelations(rows), ...orderRelations(rows, texts)],
    ...declaredRelations(byPath, texts, flags),
  ];
  return { relations, ...rest };
}
