/** Names, years, units of money and other words that the form prints, where a document has them otherwise. */
import { grouped } from '../model/grouped.js';
import type { PublishedDocument } from '../published/document.js';
import { withoutGaps } from '../published/match/sense.js';
import type { Match, OtherWording, ReadPlace } from '../published/match/types.js';
import type { AuditFault, AuditKind } from './finding.js';

/** Half width and no white space. */
export const compact = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

interface Word {
  readonly word: string;
  readonly kind: Extract<AuditKind, 'year' | 'name' | 'unit'>;
}

/** One finding a word, however many of its characters are others. */
export function misnamed(document: PublishedDocument, match: Match): AuditFault[] {
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
    linesOf(differences).flatMap((line) => misnamedIn(line, textAt(document, line[0]?.at), words)),
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

/** What is alike on both sides, or what the form has otherwise. */
interface Piece {
  readonly printed: string;
  /** Where the form has it, in its own text. */
  readonly from: number;
  readonly to: number;
  readonly difference?: OtherWording;
}

/** `meant`: the form's own text. */
function piecesOf(line: readonly OtherWording[], text: string): { meant: string; pieces: readonly Piece[] } {
  const pieces: Piece[] = [];
  let [meant, done] = ['', 0];
  const add = (found: string, expected: string, difference?: OtherWording) => {
    const [printed, own, from] = [compact(found), compact(expected), meant.length];
    meant += own;
    pieces.push({ printed, from, to: meant.length, ...(difference && printed !== own && { difference }) });
  };
  const alike = (to?: number) => add(text.slice(done, to), text.slice(done, to));
  for (const difference of line) {
    alike(difference.at.start);
    add(difference.found, difference.expected, difference);
    done = difference.at.end;
  }
  alike();
  return { meant, pieces };
}

function misnamedIn(line: readonly OtherWording[], text: string, words: readonly Word[]): AuditFault[] {
  const { meant, pieces } = piecesOf(line, text);
  const told = new Set<OtherWording>();
  const named = words.flatMap(({ word, kind }) =>
    placesOf(word, meant).flatMap((start): AuditFault[] => {
      const { printed, differences } = standing(pieces, start, start + word.length);
      const [first] = differences.filter((one) => !told.has(one));
      if (!first || printed === word || printed === '') return [];
      for (const one of differences) told.add(one);
      return [{ kind, message: `应为“${word}”，这里印的是“${printed}”`, at: first.at }];
    }),
  );
  return [...named, ...line.filter((one) => !told.has(one)).flatMap(altered)];
}

/** What is said otherwise, or only in other words; marks alone are nothing. */
function altered({ alters, at, found, expected, before, after }: OtherWording): AuditFault[] {
  if (alters === 'unit') return [{ kind: 'unit', message: `数的后面缺少“${expected}”`, at }];
  if (alters === 'figure')
    return [{ kind: 'written', message: found === '' ? '这里缺少一个数' : `“${found}”不是一个数`, at }];
  if (alters === 'beside') return [{ kind: 'written', message: `数的旁边多了“${found}”`, at }];
  if (alters === undefined && !/\p{L}/u.test(found + expected)) return [];
  const [own, printed] = [expected, compact(found)].map((word) => withoutGaps(before + word + after));
  const message = printed === '' ? `这里缺少表样的“${own}”` : `表样是“${own}”，这里印的是“${printed}”`;
  return [{ kind: 'words', message, at, isNote: alters === undefined }];
}

function placesOf(word: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at);
  return places;
}

/** What is printed where the form has `start` to `end`; nothing where what differs reaches beyond: other words. */
function standing(
  pieces: readonly Piece[],
  start: number,
  end: number,
): { printed: string; differences: readonly OtherWording[] } {
  const inside = pieces.filter(({ from, to }) => (from === to ? from > start && from < end : from < end && to > start));
  if (inside.some(({ difference, from, to }) => difference && (from < start || to > end)))
    return { printed: '', differences: [] };
  const part = ({ printed, from, difference }: Piece) =>
    difference ? printed : printed.slice(Math.max(0, start - from), end - from);
  return { printed: inside.map(part).join(''), differences: inside.flatMap(({ difference }) => difference ?? []) };
}
