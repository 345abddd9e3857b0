/** What the blocks of a reading are recognised by. */

import { comparableText, keyOf, wordsOf } from './plain.js';
import type { PlacedBlock, ReadBlock, ReadTable } from './reading.js';
import { rowText } from './statement.js';

export const isBlank = (block: ReadBlock): boolean => block.kind === 'paragraph' && comparableText(block.text) === '';
export const isContents = (block: ReadBlock): boolean => block.kind === 'paragraph' && block.contents === true;

/** What a block is recognised by, worked out once. */
export interface Profile extends PlacedBlock {
  /** Of this block among those of its document that say anything. */
  readonly index: number;
  /** Equal and single on both sides: the same block for sure. */
  readonly fixed: string;
  /** A paragraph without numbering, year and punctuation; a table's first rows. */
  readonly key: string;
  /** A paragraph without punctuation: what it adds to the key of one that it goes on with. */
  readonly words: string;
  readonly text: string;
  readonly rows: ReadonlySet<string>;
}

/** Of the blocks that say anything, in order. */
export const profilesOf = (blocks: readonly PlacedBlock[]): Profile[] =>
  blocks
    .filter(({ block }) => !isBlank(block))
    .map((placed, index): Profile => {
      const { block } = placed;
      if (block.kind === 'paragraph') {
        const text = comparableText(block.text);
        const fixed = text;
        return { ...placed, index, fixed, key: keyOf(block.text), words: wordsOf(text), text, rows: new Set() };
      }
      const texts = block.rows.map(rowText);
      const key = texts.slice(0, 3).join('');
      return { ...placed, index, fixed: `表${texts.join('|')}`, key, words: key, text: key, rows: textsIn(block) };
    });

const textsIn = ({ rows }: ReadTable): Set<string> =>
  new Set(rows.flatMap(({ cells }) => cells.map(({ text }) => comparableText(text))).filter(isWorded));

const isWorded = (text: string): boolean => /\p{L}{2}/u.test(text);
