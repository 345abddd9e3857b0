/**
 * A published document back to the workbook that prints it: what is printed is taken, what follows is inferred, the
 * rest is named as missing.
 */
import type { Edition } from '../document/edition.js';
import type { Match } from '../published/match/index.js';
import { draftOf } from './draft.js';
import type { Draft } from './found.js';
import { Printed } from './printed.js';
import { type Proof, proofOf } from './proof.js';
import { statedWhereNeeded, withoutStated } from './stated.js';
import { tried } from './trial.js';
import { inYuan } from './yuan.js';

export type { Draft, Found, FoundRow, Origin } from './found.js';
export type { Proof } from './proof.js';

export interface Imported {
  readonly draft: Draft;
  /** Amounts, and how many of them are not the printed 万元 times ten thousand. */
  readonly amounts: number;
  readonly moved: number;
  readonly proof: Proof;
}

/** `edition`: that of the match. */
export function importMatch(match: Match, edition: Edition = match.edition): Imported {
  const read = new Printed(match.values, match.flags);
  const first = draftOf(read, match, edition);
  const bare = tried(withoutStated(first), match, edition);
  const stated = statedWhereNeeded(first, read, bare, false);
  const { draft, moved, amounts } = inYuan(stated, read, tried(stated, match, edition));
  // money that cannot be moved to print what is stated is stated after all
  const computed = tried(withoutStated(draft), match, edition);
  const whole = restated(draft, statedWhereNeeded(first, read, computed, true));
  return { draft: whole, moved, amounts, proof: proofOf(match, read, tried(whole, match, edition).view) };
}

/** The solved draft with the stated cells of the other. */
function restated(draft: Draft, other: Draft): Draft {
  const take = (key: 'performance' | 'projectGoals'): Draft =>
    other[key] === undefined ? {} : { [key]: merge(draft[key], other[key]) };
  return { ...draft, ...take('performance'), ...take('projectGoals') };
}

function merge(solved: Draft['performance'], stated: Draft['performance']): NonNullable<Draft['performance']> {
  if (Array.isArray(solved) && Array.isArray(stated)) return solved.map((row, index) => ({ ...row, ...stated[index] }));
  return { ...solved, ...stated } as NonNullable<Draft['performance']>;
}
