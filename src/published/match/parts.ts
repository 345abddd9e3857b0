/** The parts of the form that were found in a document, with what was decided on the way to each. */
import type { Move } from './bestPath.js';
import type { FoundParagraph } from './candidates.js';
import type { BlockItem, FormParagraph, FormTableItem } from './form.js';
import type { ReadFlag } from './types.js';
import { followMark, type Positions, pathAt } from './values.js';

export type BlockMove = Move<BlockItem, FoundParagraph>;

interface Reached {
  /** How far the repetitions around it have come. */
  readonly positions: Positions;
  /** Conditions that its being there decides. */
  readonly flags: readonly ReadFlag[];
}

export interface ParagraphPart extends Reached {
  readonly kind: 'paragraph';
  readonly item: FormParagraph;
  readonly found: FoundParagraph;
}

export interface TablePart extends Reached {
  readonly kind: 'table';
  readonly item: FormTableItem;
  readonly blocks: number[];
}

export type MatchedPart = ParagraphPart | TablePart;

/** In the order of the document. */
export function partsOf(moves: readonly BlockMove[]): MatchedPart[] {
  const parts: MatchedPart[] = [];
  const positions: Positions = new Map();
  let conditions: { path: string; holds: boolean }[] = [];
  let table: number[] | undefined;
  for (const move of moves) {
    const { item, mark, isRead, found, from } = move;
    followMark(move, positions);
    if (mark?.kind === 'flag') conditions.push({ path: pathAt(mark.path, positions), holds: mark.holds });
    if (!item) continue;
    if (isRead && item.kind === 'continuation') table?.push(from);
    const flags = conditions.map((condition) => ({
      ...condition,
      at: { block: from, start: 0, end: 0 },
      template: 'place' in item ? item.place : nowhere,
    }));
    conditions = [];
    // what the document lacks decides nothing
    if (!isRead) continue;
    if (item.kind === 'paragraph' && found)
      parts.push({ kind: 'paragraph', item, found, positions: new Map(positions), flags });
    if (item.kind !== 'table') continue;
    table = [from];
    parts.push({ kind: 'table', item, blocks: table, positions: new Map(positions), flags });
  }
  return parts;
}

const nowhere = { file: '', line: 1 };
