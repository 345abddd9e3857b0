/**
 * A published document held against itself: the relations between figures (src/figures/relations) held against the
 * values that the edition's own templates read off it.
 */
import { type Read, type Reads, type Relation, relationsOf } from '../figures/relations/index.js';
import { countsBy, grouped, largestOf, smallestOf } from '../model/grouped.js';
import type { PublishedDocument } from '../published/document.js';
import { isUnitName } from '../published/match/shapes.js';
import type { Match, PrintedValue, ReadPlace } from '../published/match/types.js';
import { type Place, placesIn, placeText } from '../published/place.js';
import { nameKey } from '../vocabulary/names.js';
import type { AuditFault, AuditFinding } from './finding.js';
import { type Broken, brokenRelation, type How } from './hold.js';
import { recognitionOf } from './report.js';
import { saidFaults } from './said.js';
import { miswriting } from './written.js';

/** What was found and done, so that silence can be told from blindness. */
export type Audited = ReturnType<typeof audit>;

/** A printed number and the table that it stands in. */
export type AuditFigure = PrintedValue & Read;

/** What was read of a document; `told`: where a figure is told of already. */
export type ReadDocument = ReturnType<typeof readDocument> & { readonly told: ReadonlySet<ReadPlace> };

/** The findings, in order, and how many figures were held against what. */
export function audit(document: PublishedDocument, match: Match) {
  const read = readDocument(document, match);
  const { placeOf } = read;
  const relations = read.relations.filter((relation) => wasReadWhole(relation, read));
  const flags = grouped(match.flags, ({ path }) => path);
  const how: How = {
    told: ({ at }) => placeText(placeOf(at)),
    directions: (base) => (flags.get(`${base}.increased`) ?? []).map(({ holds }) => holds),
  };
  const bad = relations.flatMap((relation) => brokenRelation(relation, how));
  const broken = faultsOf(bad.filter(({ isNote }) => !isNote));
  const faults: readonly AuditFault[] = [
    ...bad.flatMap((one) => (one.isNote ? [{ ...faultOf(one.blamed, [one]), isNote: true }] : [])),
    ...broken,
    ...saidFaults({ ...read, told: new Set(broken.map(({ at }) => at)) }),
  ];
  const findings = faults.map(({ kind, message, at, place = placeOf(at), isNote }): AuditFinding => {
    return { kind, severity: isNote ? 'note' : 'difference', place, message: toldAt(place, message), at };
  });
  return { findings: inOrder(findings), figures: countsOf(read.figures, relations) };
}

/**
 * `isMost`: most of the form was recognised; `isBesideUnread`: whether something in some blocks, or beside them, was not
 * read, or may be read otherwise; `valueAt`: the first that a path printed.
 */
function readDocument(document: PublishedDocument, match: Match) {
  const { office, ...reads } = readsOf(match);
  const unread = [...match.unmatched, ...match.doubtful.map(({ at }) => at)];
  const byPath = grouped(match.values, ({ path }) => path);
  return {
    ...{ document, match, ...reads, ...relationsOf({ ...reads, office }), hasSubordinates: office.hasSubordinates },
    placeOf: placesIn(document, match),
    isMost: recognitionOf(document, match).extent === 'most',
    isBesideUnread: (from: number, to = from) => unread.some(({ block }) => block >= from - 1 && block <= to + 1),
    valueAt: (path: string): PrintedValue | undefined => byPath.get(path)?.[0],
  };
}

/**
 * Where something within a list or beside it was not read, its items and their names are not known to be all, and nothing
 * is said; nor of its sum where less than most of the form was recognised. A row that a table lacks is told by its sums.
 */
function wasReadWhole(
  { values, ...relation }: Relation<AuditFigure>,
  { isMost, isBesideUnread }: Pick<ReadDocument, 'isMost' | 'isBesideUnread'>,
): boolean {
  const { rule } = relation;
  const told = values.filter(({ sheet }) => sheet < 0 || rule === 'weights');
  if (rule === 'same') return !told.some(({ path, at }) => path.includes('[') && isBesideUnread(at.block));
  const isList = rule === 'sum' ? relation.by === 'rows' : ['lastYear', 'count', 'weights'].includes(rule);
  const blocks = told.map(({ at }) => at.block);
  return !isList || blocks.length < 2 || (isMost && !isBesideUnread(smallestOf(blocks, 0), largestOf(blocks, 0)));
}

/** What relations are made of. Tables are told by their first block. */
export function readsOf(match: Match): Reads<AuditFigure> {
  const { values, tables, flags, edition } = match;
  const sheets = new Map(tables.flatMap(({ blocks }) => blocks.map((block) => [block, blocks[0] ?? -1] as const)));
  const reads = values.map((value) => ({ ...value, sheet: sheets.get(value.at.block) ?? -1 }));
  return {
    figures: reads.filter(({ hole }) => hole !== 'text'),
    texts: reads.filter(({ hole }) => hole === 'text'),
    flags: new Map(flags.map(({ path, holds }) => [path, holds])),
    office: {
      classes: edition.classes,
      codes: edition.codes,
      hasSubordinates: match.kind === '部门' && saysSubordinates(match),
    },
  };
}

/**
 * As the text says, in one place at least; where there is no text (tables alone), whether units of several names are
 * listed.
 */
function saysSubordinates({ flags, values }: Match): boolean {
  const said = flags.filter(({ path }) => path === 'organization.hasSubordinates');
  const units = new Set(values.filter(isUnitName).map(({ text }) => nameKey(text)));
  return said.length > 0 ? said.some(({ holds }) => holds) : units.size > 1;
}

/**
 * One mistake breaks several relations: they are told together, of the value that has part in most of them; and once
 * where it breaks nothing but columns of the same rows: one of these is lacking or too many.
 */
function faultsOf(all: readonly Broken[]): AuditFault[] {
  const miswritten = new Set([...new Set(all.flatMap(({ values }) => values))].filter(miswriting));
  const found: { readonly blamed: AuditFigure; readonly own: readonly Broken[] }[] = [];
  for (let rest = all; rest.length > 0; ) {
    const blamed = mostBlamed(rest, miswritten);
    const own = rest.filter(({ values, from = [] }) => values.includes(blamed) || from.includes(blamed));
    found.push({ blamed, own });
    rest = rest.filter((each) => !own.includes(each));
  }
  const lists = grouped(found, (one) =>
    one.own.every(({ rows }) => rows) ? one.own.map(({ rows }) => rows).join(' and ') : one,
  );
  return [...lists.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const fault = faultOf(first.blamed, first.own);
    const all = [fault.message, ...more.flatMap(({ own }) => own[0]?.aside ?? [])];
    const rest = all.length > 3 ? `；另有 ${all.length - 3} 处也合不上` : '';
    return { ...fault, message: all.slice(0, 3).join('；') + rest };
  });
}

/** `miswritten`: not as the form writes numbers, digits cut off perhaps. */
function mostBlamed(all: readonly Broken[], miswritten: ReadonlySet<AuditFigure>): AuditFigure {
  const counts = new Map<AuditFigure, number>();
  for (const { values, blamed } of all) {
    for (const value of new Set(values)) {
      const before = counts.get(value) ?? (miswritten.has(value) ? 1 : 0);
      counts.set(value, before + (value === blamed ? 1.5 : 1));
    }
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

function faultOf(blamed: AuditFigure, own: readonly Broken[]): AuditFault {
  const { kind } = own.find((each) => each.blamed === blamed) ?? (own[0] as Broken);
  const isAmount = own.some(({ aside }) => aside !== undefined);
  const messages = own.map(({ blamed: one, message, aside }) => (one === blamed ? message : (aside ?? message)));
  const message = (isAmount ? `为 ${blamed.text || '空白'}，` : '') + [...new Set(messages)].slice(0, 3).join('；');
  return { kind, message, at: blamed.at };
}

/** What stands under the same title is told without it. */
function toldAt({ headings }: Place, message: string): string {
  const title = placeText({ headings });
  return message.replaceAll(`“${title} · `, '“本表 · ').replaceAll(`“${title.replace(/：$/, '')}：`, '“本节：');
}

const inOrder = (findings: readonly AuditFinding[]): AuditFinding[] =>
  [...findings].sort(({ at: a }, { at: b }) => a.block - b.block || (a.row ?? -1) - (b.row ?? -1));

/** `rules`: relations held against what is printed, by their rule; `unchecked`: what nothing in the document can check. */
function countsOf(figures: readonly AuditFigure[], relations: readonly Relation<AuditFigure>[]) {
  const reached = new Set(relations.flatMap(({ values }) => values));
  const unchecked = figures.filter((figure) => !reached.has(figure));
  const rules = countsBy(relations, ({ rule }) => rule);
  return { read: figures.length, checked: figures.length - unchecked.length, rules, unchecked };
}
