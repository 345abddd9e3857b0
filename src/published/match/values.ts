/**
 * What a reading says: the values printed and the conditions decided, each with its path in the view and its place in
 * the document.
 */

import type { FormPlace, Hole } from '../../document/grammar.js';
import type { Move, Path } from './bestPath.js';
import { type Characters, sourceRange } from './characters.js';
import type { SentenceItem } from './sentence.js';
import type { PrintedValue, ReadFlag, ReadPlace } from './types.js';

/** How far each repetition has come, by its number. */
export type Positions = Map<number, number>;

/** `codes.all[#3].name` with the positions reached. */
export const pathAt = (path: string, positions: Positions): string =>
  path.replace(/\[#(\d+)\]/g, (_, number) => `[${positions.get(Number(number)) ?? 0}]`);

/** Keeps `positions` (list number → index) at where a move leads. */
export function followMark<Item, Found>({ mark }: Move<Item, Found>, positions: Positions): void {
  if (mark?.kind === 'list') positions.set(mark.number, -1);
  if (mark?.kind === 'next') positions.set(mark.number, (positions.get(mark.number) ?? -1) + 1);
}

/** What is read off something, and what could as well be read in its place. */
export interface SaidValues {
  readonly values: readonly PrintedValue[];
  readonly flags: readonly ReadFlag[];
}

export const nothingSaid: SaidValues = { values: [], flags: [] };

/** Several readings as one, in their order. */
export const joinedValues = (said: readonly SaidValues[]): SaidValues => ({
  values: said.flatMap(({ values }) => values),
  flags: said.flatMap(({ flags }) => flags),
});

/** Where the pieces of a text stand: all but start and end. */
export type PieceAt = (piece: number) => Omit<ReadPlace, 'start' | 'end'>;

/** What the moves through one sentence say. `positions` are read, not changed. */
export function saidBySentence(
  moves: readonly Move<SentenceItem, never>[],
  { characters, at, positions, place }: { characters: Characters; at: PieceAt; positions: Positions; place: FormPlace },
): SaidValues {
  const own: Positions = new Map(positions);
  const values: PrintedValue[] = [];
  const flags: ReadFlag[] = [];
  for (const move of moves) {
    followMark(move, own);
    const { mark, item, isRead } = move;
    const { piece, from, to } = sourceRange(characters, move.from, move.to);
    const here = { ...at(piece), start: from, end: to };
    if (mark?.kind === 'flag')
      flags.push({ path: pathAt(mark.path, own), holds: mark.holds, at: here, template: place });
    if (item?.kind !== 'hole') continue;
    if (isRead) values.push(printedValue(item.hole, own, characters.source(move.from, move.to), here));
    else if (item.hole.helper === 'text') values.push(printedValue(item.hole, own, '', here));
  }
  return { values, flags };
}

/** The value of a hole, by its path with the indices of the lists around it. */
export const printedValue = (
  { path, helper, place }: Hole,
  positions: Positions,
  text: string,
  at: ReadPlace,
): PrintedValue => ({
  path: pathAt(path, positions),
  hole: helper as PrintedValue['hole'],
  text,
  at,
  template: place,
});

const keyOf = ({ path, text, at }: PrintedValue): string =>
  [path, text, at.block, at.row, at.column, at.start].join(' ');

/**
 * What a path says. Values that another way at the same cost would read otherwise are none: they are told apart, so
 * that nothing is guessed. `say` tells what moves say.
 */
export function saidBy<Item, Found>(
  path: Path<Item, Found>,
  say: (moves: readonly Move<Item, Found>[]) => SaidValues,
): { said: SaidValues; doubtful: readonly PrintedValue[] } {
  const said = say(path.moves);
  const doubtful = new Map<string, PrintedValue>();
  for (const { from, to, instead } of path.others) {
    const other = say([...path.moves.slice(0, from), ...instead, ...path.moves.slice(to)]);
    const [ours, theirs] = [said.values, other.values].map(
      (values) => new Map(values.map((value) => [keyOf(value), value])),
    );
    for (const [key, value] of ours ?? []) if (!theirs?.has(key)) doubtful.set(key, value);
  }
  const values = said.values.filter((value) => !doubtful.has(keyOf(value)));
  return { said: { values, flags: said.flags }, doubtful: [...doubtful.values()] };
}
