/**
 * A published document matched with an edition's form: the templates read backwards. Nothing is guessed: what is in
 * doubt is said, and no number is read without its place in the form (FACT published-4).
 */
import type { Edition, Editions } from '../../document/edition.js';
import type { Grammar } from '../../document/grammar.js';
import { coverView } from '../../figures/view/identity.js';
import type { PublishedDocument } from '../document.js';
import { alignBlocks } from './blocks.js';
import { type CoverRead, readCover, type Titles, titlesOf } from './cover.js';
import { type Form, type FormTableItem, formOf } from './form.js';
import { readingOf } from './reading.js';
import { remembered } from './remembered.js';
import { type Cover, settledGrammar } from './settled.js';
import type { Match } from './types.js';

export type { CoverRead } from './cover.js';
export type { Frame, LackingPart, Match, MatchedTable, PrintedValue, ReadFlag, ReadPlace } from './types.js';

/** What is made of an edition once, and what of its form tells whose a document is. */
const prepared = new WeakMap<Edition, { grammar: Grammar; titles: Titles }>();

const preparedOf = (edition: Edition) =>
  remembered(prepared, edition, () => {
    const grammar = edition.grammar();
    return { grammar, titles: titlesOf(grammar.nodes) };
  });

/** Whose document it is, of which year, and the edition that it is read with. Throws EditionError and TemplateError. */
export function identifyDocument(document: PublishedDocument, editions: Editions, known: Partial<CoverRead> = {}) {
  const newest = editions.load(editions.years.at(-1) ?? 0);
  const first = merged(known, readCover(document, preparedOf(newest).titles));
  const year = nearest(first.year ?? newest.year, editions.years);
  const edition = year === newest.year ? newest : editions.load(year);
  const own = () => merged(merged(known, readCover(document, preparedOf(edition).titles)), first);
  return { edition, cover: edition === newest ? first : own() };
}

/** The form as it reads for a year, kind and name. */
const settledForm = (edition: Edition, cover: CoverRead): Form =>
  formOf(settledGrammar(preparedOf(edition).grammar.nodes, knownBy(cover, cover.year ?? edition.year)));

/** The form's tables, in its order. Throws TemplateError. */
export const formTables = (edition: Edition, cover: CoverRead): readonly FormTableItem[] =>
  settledForm(edition, cover).tables;

/** `known`: besides what the document says. Throws EditionError and TemplateError, for a form that is in error. */
export function match(document: PublishedDocument, editions: Editions, known: Partial<CoverRead> = {}): Match {
  const { edition, cover } = identifyDocument(document, editions, known);
  const year = cover.year ?? edition.year;
  const form = settledForm(edition, cover);
  const path = alignBlocks(document, form);
  const who = { year, name: cover.name ?? '', kind: cover.kind ?? '单位' } as const;
  const reading = readingOf(document, form, path, { name: who.name, isAlone: cover.kind === '单位' });
  return { edition, ...who, yearIsKnown: edition.year === cover.year, ...reading };
}

const merged = (cover: Partial<CoverRead>, other: CoverRead): CoverRead => ({
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
