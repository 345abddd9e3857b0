/** Names, years, units of money and other words that the form prints, where a document has them otherwise. */
import { grouped } from '../model/grouped.js';
import type { PublishedDocument } from '../published/document.js';
import { withoutGaps } from '../published/match/sense.js';
import type { OtherWording } from '../published/match/types.js';
import { lineAt } from '../published/place.js';
import type { ReadDocument } from './audit.js';
import type { AuditFault, AuditKind } from './finding.js';

/** Half width and no white space. */
export const compact = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

type Word = readonly [kind: Extract<AuditKind, 'year' | 'name' | 'unit'>, word: string];

/** One finding a word, however many of its characters are others. */
export function misnamed({ document, match: { year, name, kind, frames, captions } }: ReadDocument): AuditFault[] {
  const words: readonly Word[] = [
    ...[`${year}`, `${year - 1}`, '上年', '本年', '当年'].map((word) => ['year', word] as const),
    ...[compact(name), `本${kind}`].map((word) => ['name', word] as const),
    ['unit', '万元'],
  ];
  return [...frames, ...captions].flatMap(({ differences }) => {
    const lines = grouped(differences, ({ at }) => [at.block, at.row, at.column].join(' '));
    return [...lines.values()].flatMap((line) => misnamedIn(line, document, words, year));
  });
}

/** A character of a line, or what it has otherwise. */
interface Piece {
  readonly meant: string;
  readonly printed: string;
  readonly difference?: OtherWording;
}

/** Of a paragraph or cell, as the form has it and as it is printed. */
function piecesOf(line: readonly OtherWording[], text: string): Piece[] {
  const same = (from = 0, to?: number) =>
    [...compact(text.slice(from, to))].map((character) => ({ meant: character, printed: character }));
  const pieces = line.flatMap((difference, at): Piece[] => {
    const [meant, printed] = [compact(difference.expected), compact(difference.found)];
    const before = same(line[at - 1]?.at.end, difference.at.start);
    return [...before, { meant, printed, ...(meant !== printed && { difference }) }];
  });
  return [...pieces, ...same(line.at(-1)?.at.end)];
}

/** Those from `start` on that are a word; none where what differs reaches beyond it: other words. */
function standingFor(word: string, pieces: readonly Piece[], start: number): readonly Piece[] {
  let [end, meant] = [start, ''];
  while (meant.length < word.length && end < pieces.length) meant += pieces[end++]?.meant;
  return meant === word && pieces[start]?.meant !== '' ? pieces.slice(start, end) : [];
}

function misnamedIn(
  all: readonly OtherWording[],
  document: PublishedDocument,
  words: readonly Word[],
  year: number,
): AuditFault[] {
  const line = [...all].sort((a, b) => a.at.start - b.at.start);
  const text = (line[0] && lineAt(document, line[0].at)?.text) ?? '';
  const pieces = piecesOf(line, text);
  const told = new Set<OtherWording>();
  const named = words.flatMap(([kind, word]) =>
    pieces.flatMap((_, start): AuditFault[] => {
      const own = standingFor(word, pieces, start);
      const inside = own.flatMap(({ difference }) => difference ?? []);
      const first = inside.find((difference) => !told.has(difference));
      const printed = own.map((piece) => piece.printed).join('');
      if (!first || ['', word].includes(printed) || isSameYear(word, printed, year)) return [];
      for (const difference of inside) told.add(difference);
      return [{ kind, message: `应为“${word}”，这里印的是“${printed}”`, at: first.at }];
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
