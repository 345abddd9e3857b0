/** Names, years and units of money that the form prints, where a document has them otherwise. */
import { grouped } from '../model/grouped.js';
import type { PublishedDocument } from '../published/document.js';
import type { Frame, Match, ReadPlace } from '../published/match/types.js';
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

type Difference = Frame['differences'][number];

/** By the paragraph or cell that they stand in, in its order. */
function linesOf(differences: readonly Difference[]): Difference[][] {
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
  readonly meant: string;
  readonly difference?: Difference;
}

function piecesOf(line: readonly Difference[], text: string): Piece[] {
  const alike = (from: number, to?: number): Piece => {
    const same = compact(text.slice(from, to));
    return { printed: same, meant: same };
  };
  const pieces: Piece[] = [];
  let done = 0;
  for (const difference of line) {
    const { at, found, expected } = difference;
    pieces.push(alike(done, at.start));
    const [printed, meant] = [compact(found), compact(expected)];
    pieces.push({ printed, meant, ...(printed !== meant && { difference }) });
    done = at.end;
  }
  return [...pieces, alike(done)];
}

function misnamedIn(line: readonly Difference[], text: string, words: readonly Word[]): AuditFault[] {
  const pieces = piecesOf(line, text);
  const meant = pieces.map((piece) => piece.meant).join('');
  const told = new Set<Difference>();
  return words.flatMap(({ word, kind }) =>
    placesOf(word, meant).flatMap((start): AuditFault[] => {
      const { printed, differences } = standing(pieces, start, start + word.length);
      const [first] = differences.filter((one) => !told.has(one));
      if (!first || printed === word || printed === '') return [];
      for (const one of differences) told.add(one);
      return [{ kind, message: `应为“${word}”，这里印的是“${printed}”`, at: first.at }];
    }),
  );
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
): { printed: string; differences: readonly Difference[] } {
  let at = 0;
  let printed = '';
  const differences: Difference[] = [];
  for (const piece of pieces) {
    const [from, to] = [at, at + piece.meant.length];
    at = to;
    const isIn = piece.meant === '' ? from > start && from < end : from < end && to > start;
    if (!isIn) continue;
    if (piece.difference) {
      if (from < start || to > end) return { printed: '', differences: [] };
      printed += piece.printed;
      differences.push(piece.difference);
    } else printed += piece.meant.slice(Math.max(0, start - from), end - from);
  }
  return { printed, differences };
}
