/** The proof of an import: the document that its workbook gives, held against the source as `verify` does. */
import { countByKind, countsSentence, type Difference, differenceKinds, differenceText } from '../audit/difference.js';
import { verify } from '../audit/verify.js';
import type { Draft } from '../import/index.js';
import { trialOf } from '../import/trial.js';
import { compose, type Edition } from '../index.js';
import type { PublishedDocument } from '../published/document.js';
import type { Match } from '../published/match/index.js';
import { placeText } from '../published/place.js';

/** What is not published is stood in for, and differs. */
export function proven(draft: Draft, matched: Match, edition: Edition, source: PublishedDocument): Difference[] {
  const { facts } = trialOf(draft, matched, edition);
  return verify(compose(facts, edition), source);
}

/** One line, in Chinese. */
export const provenText = (differences: readonly Difference[]): string =>
  `由工作簿生成的文档与原文逐段核对：${countsSentence(differences)}`;

/** For programs: counts by kind, and each difference. */
export const provenJson = (differences: readonly Difference[]) => ({
  counts: countByKind(differences),
  differences: differences.map((found) => ({
    kind: differenceKinds[found.kind],
    place: placeText(found.place),
    published: found.published,
    expected: found.expected,
    text: differenceText(found),
  })),
});
