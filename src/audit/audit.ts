/**
 * What a reader who has only the published document can hold against itself. Amounts are compared as printed, with the rounding
 * that FORM money-2 allows between a total and its addends and no other tolerance.
 */
import { checkBetween } from './check/between.js';
import type { AuditFinding } from './check/finding.js';
import { publishedOf } from './check/forms.js';
import { checkLists } from './check/lists.js';
import { checkNames, coverOf, unitNamesOf } from './check/names.js';
import { sentencesOf } from './check/sentence.js';
import { checkSentences } from './check/sentences.js';
import { checkTotals } from './check/totals.js';
import type { Reading } from './reading.js';

export function auditReading(reading: Reading): AuditFinding[] {
  const published = publishedOf(reading);
  const cover = coverOf(published);
  const sentences = sentencesOf(published);
  return [
    ...checkNames(published, cover),
    ...checkTotals(published, unitNamesOf(published, cover)),
    ...checkBetween(published),
    ...checkSentences(published, sentences),
    ...checkLists(published, sentences),
  ];
}
