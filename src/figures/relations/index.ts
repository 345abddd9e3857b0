/** All relations between the values read off a document. */
import { grouped } from '../../model/grouped.js';
import { misplacedCodes, misprintedCodes, withRightCodes } from './codes.js';
import { declaredRelations } from './declared.js';
import { codedRows, codesByName, namesBy, type Office, unitItems } from './names.js';
import type { Read, Relation } from './relation.js';
import { rowsOf } from './rows.js';
import { orderRelations, sumRelations } from './sums.js';

export type { MisprintedCode } from './codes.js';
export type { Office } from './names.js';
export type { ComparisonRead, Read, Relation, Rule } from './relation.js';
export { above } from './rows.js';

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
 * `items`: what tables list by code, and under units; `misprinted`: codes that all the rest takes as they should be.
 */
export function relationsOf<R extends Read>(reads: Reads<R>) {
  const printed = rowsRead(reads);
  const misplaced = misplacedCodes(printed.coded, reads.office);
  const inOrder = withRightCodes(reads.texts, misplaced);
  const ordered = misplaced.length === 0 ? printed : rowsRead({ ...reads, texts: inOrder });
  const others = misprintedCodes(ordered.rows, ordered.coded, reads.office);
  const texts = withRightCodes(inOrder, others);
  const { rows, ...rest } = others.length === 0 ? ordered : rowsRead({ ...reads, texts });
  const misprinted = [...misplaced, ...others];
  const ofRows: Relation<R>[] = [...sumRelations(rows), ...orderRelations(rows, texts)];
  const byPath = grouped(reads.figures, ({ path }) => path);
  const relations = [...ofRows, ...declaredRelations(byPath, texts, reads.flags)];
  return { relations, misprinted, ...rest };
}

function rowsRead<R extends Read>(reads: Reads<R>) {
  const [coded, items] = [codedRows(reads.texts), unitItems(reads.texts)];
  const codeOf = codesByName(coded, reads.office);
  return { ...rowsOf(reads.figures, namesBy(reads, codeOf, items)), coded, items, codeOf };
}
