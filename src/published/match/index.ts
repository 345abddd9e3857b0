/**
 * A published document matched with an edition's form: the templates read backwards. Nothing is guessed: what is in
 * doubt is said, and no number is read without its place in the form (FACT published-4).
 */
import { grammarOf } from '../../compile/grammar.js';
import type { Edition, Editions } from '../../document/edition.js';
import type { Grammar } from '../../document/grammar.js';
import { coverView } from '../../figures/view/identity.js';
import type { PublishedDocument } from '../document.js';
import { alignBlocks } from './blocks.js';
import { type CoverRead, readCover } from './cover.js';
import { type Form, formOf } from './form.js';
import { readingOf } from './reading.js';
import { remembered } from './remembered.js';
import { type Cover, settledBy } from './settled.js';
import type { Match } from './types.js';

export type { Frame, LackingPart, Match, MatchedTable, PrintedValue, ReadFlag, ReadPlace } from './types.js';

/** What is made of an edition once, and the form as it reads before its cover is known. */
const prepared = new WeakMap<Edition, { grammar: Grammar; unknown: Form }>();

const preparedOf = (edition: Edition) =>
  remembered(prepared, edition, () => {
    const grammar = grammarOf(edition);
    return { grammar, unknown: formOf(grammar.nodes) };
  });

/** Throws EditionError and TemplateError, for a form that is in error. */
export function match(document: PublishedDocument, editions: Editions): Match {
  const newest = editions.load(editions.years.at(-1) ?? 0);
  const first = readCover(document, preparedOf(newest).unknown);
  const year = first.year ?? newest.year;
  const edition = editions.load(nearest(year, editions.years));
  const cover = edition === newest ? first : merged(readCover(document, preparedOf(edition).unknown), first);
  const form = formOf(settledBy(preparedOf(edition).grammar.nodes, knownBy(cover, year)));
  const path = alignBlocks(document, form);
  const who = { year, name: cover.name ?? '', kind: cover.kind ?? '单位' } as const;
  return { edition, ...who, yearIsKnown: edition.year === first.year, ...readingOf(document, form, path, who.name) };
}

const merged = (cover: CoverRead, other: CoverRead): CoverRead => ({
  year: cover.year ?? other.year,
  name: cover.name ?? other.name,
  kind: cover.kind ?? other.kind,
});

const nearest = (year: number, years: readonly number[]): number =>
  [...years].sort((a, b) => Math.abs(a - year) - Math.abs(b - year) || b - a)[0] ?? year;

function knownBy({ name, kind }: CoverRead, year: number): Cover {
  const { name: named, ...rest } = coverView({ year, name: name ?? '', isDepartment: kind === '部门' });
  return name === undefined ? rest : { ...rest, name: named };
}
