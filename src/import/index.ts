/**
 * A published document back to the workbook that prints it: what is printed is taken, what follows is inferred, the
 * rest is named as missing.
 */
import type { Edition } from '../document/edition.js';
import type { Match } from '../published/match/index.js';
import { alignedRows } from './aligned.js';
import { draftOf } from './draft.js';
import type { Draft } from './found.js';
import { asPrinted, type KnownAmounts, Printed } from './printed.js';
import { type Proof, proofOf } from './proof.js';
import { withoutStated, withStatedCells, withStatedWhereNeeded } from './stated.js';
import { trialOf } from './trial.js';
import { inYuan } from './yuan.js';

export type { Draft, Found, FoundRow, Origin } from './found.js';
export type { Proof } from './proof.js';

export interface ImportedMatch {
  readonly draft: Draft;
  /** Amounts, and how many of them are not the printed 万元 times ten thousand. */
  readonly amounts: number;
  readonly moved: number;
  /** The source has the amounts in 元. */
  readonly inYuan: boolean;
  readonly proof: Proof;
}

/** Stated cells may turn out to be needed only when 元 have been found, and then other 元 may be. */
const mostRounds = 3;

/** `edition`: that of the match. */
export function importMatch(
  given: Match,
  edition: Edition = given.edition,
  known: KnownAmounts = asPrinted,
): ImportedMatch {
  const match = { ...given, values: alignedRows(given.values) };
  const read = new Printed(match.values, match.flags, known);
  const first = draftOf(read, match, edition);
  const bare = trialOf(withoutStated(first), match, edition);
  let stated = withStatedWhereNeeded(first, read, bare);
  let solved = inYuan(stated, read, trialOf(stated, match, edition));
  for (let round = 1; round < mostRounds; round += 1) {
    // where no 元 print everything, what is only nearly as computed was stated otherwise
    const trials = [trialOf(solved.draft, match, edition), ...(solved.broken > 0 ? [bare] : [])];
    const needed = withStatedCells(stated, first, read, trials);
    if (needed === undefined) break;
    stated = needed;
    solved = inYuan(stated, read, trialOf(stated, match, edition));
  }
  const { moved, amounts } = solved;
  // the last 元 may again have moved a computed figure that could be stated
  const draft = withStatedCells(solved.draft, first, read, [trialOf(solved.draft, match, edition)]) ?? solved.draft;
  return {
    draft,
    moved,
    amounts,
    inYuan: known.inYuan,
    proof: proofOf(match, read, trialOf(draft, match, edition).view),
  };
}
