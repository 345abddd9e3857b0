/** What a document says in words: lists of kinds, notes of empty tables, names and years; and what of the form is missing. */
import type { PublishedDocument } from '../published/document.js';
import type { Match } from '../published/match/types.js';
import type { PlaceOf } from '../published/place.js';
import type { Figure } from './audit.js';
import type { AuditFinding } from './finding.js';
import { unitsOf } from './number.js';

export interface Read {
  readonly document: PublishedDocument;
  readonly match: Match;
  readonly figures: readonly Figure[];
  readonly placeOf: PlaceOf;
}

export function saidFindings(read: Read): AuditFinding[] {
  return [...saidToBe(read)];
}

/** Where the form names something that has money, or says that it has none, the amounts agree. */
function saidToBe({ match, figures, placeOf }: Read): AuditFinding[] {
  const byPath = new Map<string, Figure[]>();
  for (const figure of figures) byPath.set(figure.path, [...(byPath.get(figure.path) ?? []), figure]);
  return match.flags.flatMap(({ path, holds, at }): AuditFinding[] => {
    const amounts = (byPath.get(path) ?? []).filter(({ text }) => unitsOf(text) !== undefined);
    const wrong = holds
      ? amounts.length > 0 && amounts.every(({ text }) => text === '')
      : amounts.length > 0 && amounts.every(({ text }) => unitsOf(text) !== 0n);
    const [first] = amounts;
    if (!wrong || !first) return [];
    const told = placeOf(first.at);
    const table = told.headings.at(-1) ?? '';
    const message = holds
      ? `这里说有${named(told)}，而“${table}”中没有金额`
      : `这里没有提到（或说没有）${named(told)}，而“${table}”中为 ${first.text}`;
    return [{ kind: 'list', severity: 'difference', place: placeOf(at), message, at }];
  });
}

const named = ({ row, column, headings }: ReturnType<PlaceOf>): string =>
  [row, column].filter((part) => part).join(' · ') || (headings.at(-1) ?? '');
