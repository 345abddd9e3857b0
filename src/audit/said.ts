/** What a document says in words: lists of kinds, notes of empty tables, names and years; what of the form lacks. */
import { grouped } from '../model/grouped.js';
import type { PlaceOf } from '../published/place.js';
import { canBeSigned, dayIn, isInCalendar } from '../vocabulary/days.js';
import { gluedIn } from '../vocabulary/glued.js';
import { likeNames, oneLine } from '../vocabulary/names.js';
import type { ReadDocument } from './audit.js';
import type { AuditFault } from './finding.js';
import { allocations, goalMoney, otherYears } from './goals.js';
import { compact, misnamed } from './misnamed.js';
import { otherCodeNames, otherCodes, otherUnits, unknownNames } from './names.js';
import { unitsOf } from './numbers.js';
import { partFaults } from './parts.js';
import { damagedFaults, isParted, writtenFaults } from './written.js';

/** What is wrong with what a document says, the rules in the order in which they are told of one place. */
export const saidFaults = (read: ReadDocument): AuditFault[] =>
  [
    ...[saidToBe, namelessRows, unlistedItems, lackingRows, partFaults, otherUnits, otherCodes, otherCodeNames],
    ...[unknownNames, misnamed, gluedFigures, goalMoney, otherYears, allocations, writtenFaults, damagedFaults],
    wrongTimes,
  ].flatMap((faults) => faults(read));

/** Plans look no further ahead. */
const furthest = 10;

/**
 * The day under a document that can be none of its year, a project that ends before it begins, and years that are none
 * or that no plan reaches, each once.
 */
function wrongTimes({ match: { year }, texts }: ReadDocument): AuditFault[] {
  const told = new Set<number>();
  return texts.flatMap(({ path, text, at }): AuditFault[] => {
    const years = [...compact(text).matchAll(/(?<!\d)20\d{2,3}(?=年)/g)].map(Number);
    const far = new Set(years.filter((one) => one > year + furthest && !told.has(one)));
    for (const one of far) told.add(one);
    const [from = 0, to = from] = years.filter((one) => one <= year + furthest);
    const day = path === 'date' ? dayIn(text) : undefined;
    const isDay = day && isInCalendar(day);
    const messages = [
      ...[...far].map((one) => `“${one}年”：看不出是哪一年`),
      ...(/^projectsExplained\[\d+\]\.period$/.test(path) && from > to ? [`“${text}”的起止年份颠倒`] : []),
      ...(day && !isDay ? [`“${text}”：没有这一天`] : []),
      ...(isDay && !canBeSigned(day, year) ? [`“${text}”：落款日期与 ${year} 年预算不符`] : []),
    ];
    return messages.map((message) => ({ kind: 'year', message, at }));
  });
}

/** Figures and list marks that run into what stands beside them, so that a reader takes two numbers for one. */
function gluedFigures({ document, match, figures, texts }: ReadDocument): AuditFault[] {
  const names = [match.name, ...texts.map(({ text }) => text)].map(compact);
  const misparted = figures.filter(({ text }) => !isParted(text));
  return document.blocks.flatMap((block) => {
    const glued = block.kind === 'table' ? [] : gluedIn(block.text).map((one) => ({ ...one, text: block.text }));
    return glued.flatMap(({ start, end, kind, text }): AuditFault[] => {
      const token = text.slice(start, end);
      // `3.15A区服务中心` is called so
      const isName = kind === 'mark' && names.some((name) => name.startsWith(compact(token)));
      if (isName || misparted.some(({ at }) => at.block === block.index && at.start === start)) return [];
      const what = kind === 'mark' ? '序号和后面的数字' : '金额和前面的名称或代码';
      const message = `“${token}”中${what}连在一起，会被当成一个数`;
      return [{ kind: 'glued', message, at: { block: block.index, start, end } }];
    });
  });
}

/** Where the form names something that has money, or says that it has none, the amounts agree. */
function saidToBe({ match, figures, placeOf }: ReadDocument): AuditFault[] {
  const byPath = grouped(figures, ({ path }) => path);
  return match.flags.flatMap(({ path, holds, at }): AuditFault[] => {
    const amounts = (byPath.get(path) ?? []).filter(({ text }) => unitsOf(text) !== undefined);
    const [first] = amounts;
    if (!first || !amounts.every(({ text }) => (holds ? text === '' : unitsOf(text) !== 0n))) return [];
    const told = placeOf(first.at);
    const [table, name] = [told.headings.at(-1) ?? '', named(told)];
    // told by what stands here or does not, not by a word
    const isWithoutWords = at.end === at.start;
    const lacks = isWithoutWords
      ? `“${table}”中${name}没有金额，这里缺少相应的说明，或印的是有金额时的文字`
      : `这里说有${name}，而“${table}”中没有金额`;
    const message = holds ? lacks : `这里没有提到（或说没有）${name}，而“${table}”中为 ${first.text}`;
    return [{ kind: 'list', message, at }];
  });
}

const named = ({ row, column, headings }: ReturnType<PlaceOf>): string =>
  [row, column].filter((part) => part).join(' · ') || (headings.at(-1) ?? '');

/** A row with money that no code or name tells. */
function namelessRows({ nameless }: ReadDocument): AuditFault[] {
  const told = nameless.filter(({ sheet, text }) => sheet >= 0 && text !== '');
  const rows = new Map(told.map((figure) => [`${figure.at.block} ${figure.at.row}`, figure]));
  return [...rows.values()].map(({ at, text }) => {
    const message = `这一行有金额（${text}），却没有科目代码或名称，看不出是哪一项，没有计入合计的核对`;
    return { kind: 'row', message, at };
  });
}

/** Where the tables list what a list of part 3 tells of. */
const listsInTables: Readonly<Record<string, string>> = {
  projectsExplained: 'projectUnits',
  'carryOver.explained': 'carryOver.units',
  'commissioned.explained': 'commissioned.units',
};

/**
 * A project or item that part 3 tells of and no table has, with the names there that it may be a slip of. Names of what was
 * read badly are not told.
 */
const unlistedItems = ({ match, unlisted, texts, valueAt, isBesideUnread }: ReadDocument): AuditFault[] =>
  unlisted
    .filter(({ at }) => !isBesideUnread(at.block))
    .map(({ path, at }) => {
      const name = valueAt(path.replace(/amount$/, 'name'))?.text ?? '';
      const list = listsInTables[path.replace(/\[\d+\]\.amount$/, '')];
      const inTable = texts.filter((value) => value.path.startsWith(`${list}[`));
      const title = match.tables.find(({ blocks }) => inTable.some((value) => blocks.includes(value.at.block)))?.title;
      const names = inTable.filter((value) => /\.(?:project|(?:projects|items)\[\d+\]\.name)$/.test(value.path));
      const like = likeNames(name, [...new Set(names.map((value) => oneLine(value.text)))]);
      const message = `“${name}”在${title === undefined ? '相应的表' : `“${title}”`}中没有`;
      const meant = like.length === 0 ? '' : `，表中相近的是“${like.join('”“')}”`;
      return { kind: 'name', message: message + meant, at };
    });

/** Rows that the form has in every such table. */
const lackingRows = ({ match, placeOf }: ReadDocument): AuditFault[] =>
  match.lackingRows.map(({ at, words, elsewhere }) => {
    const place = { headings: placeOf(at).headings, row: words };
    const message = elsewhere ? '这一行在表中的位置与表样不同' : '表中缺少这一行';
    return { kind: 'row', place, message, at: elsewhere ?? at };
  });
