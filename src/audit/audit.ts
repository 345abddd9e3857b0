/**
 * A published document held against itself: the relations between figures (src/figures/relations) held against the
 * values that the edition's own templates read off it.
 */
import { type Read, type Reads, type Relation, type Rule, relationsOf } from '../figures/relations/index.js';
import { countsBy, grouped, largestOf, smallestOf } from '../model/grouped.js';
import type { PublishedDocument } from '../published/document.js';
import { isUnitName } from '../published/match/shapes.js';
import type { Match, PrintedValue, ReadPlace } from '../published/match/types.js';
import { type Place, placesIn, placeText } from '../published/place.js';
import { nameKey } from '../vocabulary/names.js';
import type { AuditFault, AuditFinding } from './finding.js';
import { type Broken, brokenRelation, type Directions } from './hold.js';
import { saidSubordinates } from './names.js';
import { recognitionOf } from './report.js';
import { saidFaults } from './said.js';

/** What was done, so that silence can be told from blindness. */
export interface Audited {
  readonly findings: readonly AuditFinding[];
  readonly figures: {
    readonly read: number;
    readonly checked: number;
    /** Relations held against what is printed, by their rule. */
    readonly rules: Partial<Record<Rule, number>>;
    /** Figures that nothing in the document can check. */
    readonly unchecked: readonly AuditFigure[];
  };
}

/** A printed number and the table that it stands in. */
export type AuditFigure = PrintedValue & Read;

export function audit(document: PublishedDocument, match: Match): Audited {
  const placeOf = placesIn(document, match);
  const reads = readsOf(match);
  const { relations: all, ...others } = relationsOf(reads);
  const unread = new Set(match.unmatched.map(({ block }) => block));
  const isBesideUnread = ({ block }: ReadPlace) => unread.has(block - 1) || unread.has(block + 1);
  const isMost = recognitionOf(document, match).extent === 'most';
  const relations = all.filter(readWhole(match, isMost));
  const directions = directionsOf(match);
  const bad = relations.flatMap((relation) => brokenRelation(relation, ({ at }) => placeText(placeOf(at)), directions));
  const broken = faultsOf(bad.filter(({ isNote }) => !isNote));
  const told = new Set(broken.map(({ at }) => at));
  const faults: readonly AuditFault[] = [
    ...bad.flatMap((one) => (one.isNote ? [{ ...faultOf(one.blamed, [one]), isNote: true }] : [])),
    ...broken,
    ...saidFaults({ document, match, ...reads, ...others, placeOf, isMost, isBesideUnread, told }),
  ];
  const findings = faults.map(({ kind, message, at, place = placeOf(at), isNote }): AuditFinding => {
    return { kind, severity: isNote ? 'note' : 'difference', place, message: toldAt(place, message), at };
  });
  return { findings: inOrder(findings), figures: countsOf(reads.figures, relations) };
}

/**
 * Whether a list in the text was read whole: where paragraphs within or beside it were not, its items and their names
 * are not known to be all, and nothing is said; nor where less than most of the form was recognised.
 */
function readWhole({ unmatched }: Match, isMost: boolean): (relation: Relation<AuditFigure>) => boolean {
  const unread = new Set(unmatched.filter(({ row }) => row === undefined).map(({ block }) => block));
  const isBeside = ({ sheet, path, at }: AuditFigure) =>
    sheet < 0 && path.includes('[') && (unread.has(at.block - 1) || unread.has(at.block + 1));
  return (relation) => {
    const { values } = relation;
    if (relation.rule === 'same' || relation.rule === 'order') return !values.some(isBeside);
    const isList =
      relation.rule === 'lastYear' || relation.rule === 'count' || (relation.rule === 'sum' && relation.by === 'rows');
    const blocks = values.filter(({ sheet }) => sheet < 0).map(({ at }) => at.block);
    if (!isList || blocks.length < 2) return true;
    const [from, to] = [smallestOf(blocks, 0) - 1, largestOf(blocks, 0) + 1];
    return isMost && ![...unread].some((block) => block >= from && block <= to);
  };
}

/** What relations are made of. Tables are told by their first block. */
export function readsOf(match: Match): Reads<AuditFigure> {
  const { values, tables } = match;
  const sheets = new Map(tables.flatMap(({ blocks }) => blocks.map((block) => [block, blocks[0] ?? -1] as const)));
  const reads = values.map((value) => ({ ...value, sheet: sheets.get(value.at.block) ?? -1 }));
  return {
    figures: reads.filter(({ hole }) => hole !== 'text'),
    texts: reads.filter(({ hole }) => hole === 'text'),
    flags: new Map(match.flags.map(({ path, holds }) => [path, holds])),
    office: {
      classes: match.edition.classes,
      codes: match.edition.codes,
      hasSubordinates: match.kind === '部门' && hasSubordinates(match),
    },
  };
}

/** As the text says; where there is no text (tables alone), whether units of several names are listed. */
const hasSubordinates = (match: Match): boolean =>
  saidSubordinates(match) ?? new Set(match.values.filter(isUnitName).map(({ text }) => nameKey(text))).size > 1;

/** What its words say of a comparison, each place where they stand. */
function directionsOf({ flags }: Match): Directions {
  const words = grouped(flags, ({ path }) => path);
  return (base) => (words.get(`${base}.increased`) ?? []).map(({ holds }) => holds);
}

/**
 * One mistake breaks several relations: they are told together, of the value that has part in most of them; and once
 * where it breaks nothing but columns of the same rows: one of these is lacking or too many.
 */
function faultsOf(all: readonly Broken[]): AuditFault[] {
  const found: { readonly blamed: AuditFigure; readonly own: readonly Broken[] }[] = [];
  for (let rest = all; rest.length > 0; ) {
    const blamed = mostBlamed(rest);
    const own = rest.filter(({ values, from = [] }) => values.includes(blamed) || from.includes(blamed));
    found.push({ blamed, own });
    rest = rest.filter((each) => !own.includes(each));
  }
  const rowsOf = ({ own: [first, ...more] }: (typeof found)[number]) =>
    more.every(({ rows }) => rows === first?.rows) ? first?.rows : undefined;
  const lists = grouped(found, (one) => rowsOf(one) ?? one);
  return [...lists.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const fault = faultOf(first.blamed, first.own);
    return more.length === 0 ? fault : { ...fault, message: `${fault.message}；另有 ${more.length} 处也合不上` };
  });
}

function mostBlamed(all: readonly Broken[]): AuditFigure {
  const counts = new Map<AuditFigure, number>();
  for (const { values, blamed } of all) {
    for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + (value === blamed ? 1.5 : 1));
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

function countsOf(figures: readonly AuditFigure[], relations: readonly Relation<AuditFigure>[]): Audited['figures'] {
  const reached = new Set(relations.flatMap(({ values }) => values));
  const rules = countsBy(relations, ({ rule }) => rule);
  const unchecked = figures.filter((figure) => !reached.has(figure));
  return { read: figures.length, checked: figures.length - unchecked.length, rules, unchecked };
}
