/** Names, years, units of money and other words that the form prints, where a document has them otherwise. */
import { grouped } from '../model/grouped.js';
import type { PublishedDocument } from '../published/document.js';
import { withoutGaps } from '../published/match/sense.js';
import type { OtherWording, ReadPlace } from '../published/match/types.js';
import type { AuditFault, AuditKind } from './finding.js';
import type { ReadDocument } from './said.js';

/** Half width and no white space. */
export const compact = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

interface Word {
  readonly word: string;
  readonly kind: Extract<AuditKind, 'year' | 'name' | 'unit'>;
}

/** One finding a word, however many of its characters are others. */
export function misnamed({ document, match }: ReadDocument): AuditFault[] {
  const { year, name, kind } = match;
  const of = (each: Word['kind'], words: readonly string[]): Word[] => words.map((word) => ({ word, kind: each }));
  const words = [
    ...of('year', [`${year}`, `${year - 1}`, '上年', '本年', '当年']),
    ...of(
      'name',
      [compact(name), `本${kind}`].filter((word) => word !== ''),
    ),
    ...of('unit', ['万元']),
  ];
  return [...match.frames, ...match.captions].flatMap(({ differences }) =>
    linesOf(differences).flatMap((line) => misnamedIn(line, textAt(document, line[0]?.at), words, year)),
  );
}

/** By the paragraph or cell that they stand in, in its order. */
function linesOf(differences: readonly OtherWording[]): OtherWording[][] {
  const lines = grouped(differences, ({ at }) => [at.block, at.row, at.column].join(' '));
  return [...lines.values()].map((line) => line.sort((a, b) => a.at.start - b.at.start));
}

function textAt({ blocks }: PublishedDocument, at: ReadPlace | undefined): string {
  const block = blocks[at?.block ?? -1];
  if (block?.kind !== 'table') return block?.text ?? '';
  return block.rows[at?.row ?? -1]?.cells.find(({ column }) => column === at?.column)?.text ?? '';
}

/** What a line has otherwise; the form has it from `from` to `to` of its own text. */
interface Other {
  readonly printed: string;
  readonly from: number;
  readonly to: number;
  readonly difference: OtherWording;
}

/** `meant`: the form's own text. */
function othersOf(line: readonly OtherWording[], text: string): { meant: string; others: readonly Other[] } {
  let [meant, done] = ['', 0];
  const others = line.flatMap((difference): Other[] => {
    meant += compact(text.slice(done, difference.at.start));
    done = difference.at.end;
    const [printed, expected, from] = [compact(difference.found), compact(difference.expected), meant.length];
    meant += expected;
    return printed === expected ? [] : [{ printed, from, to: meant.length, difference }];
  });
  return { meant: meant + compact(text.slice(done)), others };
}

function misnamedIn(line: readonly OtherWording[], text: string, words: readonly Word[], year: number): AuditFault[] {
  const { meant, others } = othersOf(line, text);
  const told = new Set<OtherWording>();
  const named = words.flatMap(({ word, kind }) =>
    placesOf(word, meant).flatMap((start): AuditFault[] => {
      const end = start + word.length;
      const inside = others.filter(({ from, to }) => from < end && to > start && (from < to || from > start));
      const first = inside.find(({ difference }) => !told.has(difference));
      const printed = standing(meant, inside, start, end);
      if (!first || printed === word || printed === '' || isSameYear(word, printed, year)) return [];
      for (const { difference } of inside) told.add(difference);
      return [{ kind, message: `应为“${word}”，这里印的是“${printed}”`, at: first.difference.at }];
    }),
  );
  return [...named, ...line.filter((one) => !told.has(one)).flatMap((one) => altered(one, text))];
}

/** Whether a word for a year has one of the same year in its place, or what is no year at all. */
function isSameYear(word: string, printed: string, year: number): boolean {
  if (!/^[上本当]年$/.test(word)) return false;
  const same = word === '上年' ? [`${year - 1}年`, '上年度', '去年'] : [`${year}年`, '本年', '当年', '本年度'];
  return same.includes(printed) || !/[年\d]/.test(printed);
}

const clauseEnd = /[，。；：、\n]/;

/** What is said otherwise, or only in other words, told with its clause; marks alone are nothing. */
function altered({ alters, at, found, expected }: OtherWording, text: string): AuditFault[] {
  if (alters === 'unit') return [{ kind: 'unit', message: `数的后面缺少“${expected}”`, at }];
  if (alters === 'figure')
    return [{ kind: 'written', message: found === '' ? '这里缺少一个数' : `“${found}”不是一个数`, at }];
  if (alters === 'beside') return [{ kind: 'written', message: `数的旁边多了“${found}”`, at }];
  if (alters === undefined && !/\p{L}/u.test(found + expected)) return [];
  const [left, right] = [text.slice(0, at.start).split(clauseEnd).at(-1), text.slice(at.end).split(clauseEnd)[0]];
  const [own, printed] = [withoutGaps(expected), found].map((word) => `${left}${word}${right}`);
  const message = printed === '' ? `这里缺少表样的“${own}”` : `表样是“${own}”，这里印的是“${printed}”`;
  return [{ kind: 'words', message, at, isNote: alters === undefined }];
}

function placesOf(word: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at);
  return places;
}

/** What is printed where the form has `start` to `end`; nothing where what differs reaches beyond: other words. */
function standing(meant: string, inside: readonly Other[], start: number, end: number): string {
  if (inside.some(({ from, to }) => from < start || to > end)) return '';
  const pieces = inside.map(({ printed, from }, at) => meant.slice(inside[at - 1]?.to ?? start, from) + printed);
  return pieces.join('') + meant.slice(inside.at(-1)?.to ?? start, end);
}
