/**
 * Two readings laid side by side: blocks by what they say, in order; then each table row by code and name; then each
 * figure and sentence.
 */

import { clipped } from '../published/place.js';
import { alike } from '../vocabulary/likeness.js';
import { align } from './align.js';
import { compareTable } from './compareTable.js';
import { compareText } from './compareText.js';
import type { Difference } from './difference.js';
import { type PlacedBlock, placedBlocks } from './place.js';
import { comparableText, keyOf } from './plain.js';
import type { ReadBlock, Reading, ReadParagraph, ReadTable } from './reading.js';
import { type IsCaption, rowText } from './statement.js';

/** Differences in the order of `own`. */
export function compareReadings(own: Reading, published: Reading, isCaption: IsCaption): Difference[] {
  const expected = placedBlocks(own).filter(({ block }) => !isBlank(block));
  const others = published.blocks.filter((block) => !isBlank(block));
  const [left, right] = [expected.map(({ block }) => profileOf(block)), others.map(profileOf)];
  const pairs = align(left, right, ({ fixed }) => fixed, score);
  const partner = new Map(pairs);
  const rest = joinRest(left, right, partner);
  const found = expected.flatMap((placed, index): Difference[] => {
    const at = partner.get(index) ?? -1;
    const other = others[at];
    if (!other) return rest.absorbed.has(index) || isContents(placed.block) ? [] : [missing(placed)];
    const block = joinedLine(placed.block, rest.own.get(index), index);
    return compareBlocks({ ...placed, block }, other, rest.published.get(at) ?? [], isCaption);
  });
  const used = new Set([...partner.values(), ...[...rest.published.values()].flat().map(({ index }) => index)]);
  const extra = others.flatMap((block, index) => {
    if (used.has(index)) return [];
    const [above = -1] = pairs.findLast(([, other]) => other < index) ?? [];
    return [extraBlock(block, expected[above]?.headings ?? [])];
  });
  return [...found, ...missingContents(expected, partner), ...extra];
}

export const isBlank = (block: ReadBlock): boolean => block.kind === 'paragraph' && comparableText(block.text) === '';
export const isContents = (block: ReadBlock): boolean => block.kind === 'paragraph' && block.contents === true;

/** What a block is recognised by, worked out once. */
interface Profile {
  readonly block: ReadBlock;
  /** Equal and single on both sides: the same block for sure. */
  readonly fixed: string;
  /** A paragraph without numbering, year and punctuation; a table's first rows. */
  readonly key: string;
  readonly text: string;
  readonly rows: ReadonlySet<string>;
}

function profileOf(block: ReadBlock): Profile {
  if (block.kind === 'paragraph') {
    const text = comparableText(block.text);
    return { block, fixed: `${isContents(block)}${text}`, key: keyOf(block.text), text, rows: new Set() };
  }
  const texts = block.rows.map(rowText);
  const key = texts.slice(0, 3).join('');
  return { block, fixed: `表${texts.join('|')}`, key, text: key, rows: textsIn(block) };
}

const textsIn = ({ rows }: ReadTable): Set<string> =>
  new Set(rows.flatMap(({ cells }) => cells.map(({ text }) => comparableText(text))).filter(isWorded));

const isWorded = (text: string): boolean => /\p{L}{2}/u.test(text);

function score(a: Profile, b: Profile): number {
  if (a.block.kind !== b.block.kind) return 0;
  if (a.block.kind === 'table') {
    const shared = [...a.rows].filter((row) => b.rows.has(row)).length;
    const all = a.rows.size + b.rows.size - shared;
    const like = 0.4 * alike(a.key, b.key) + (all === 0 ? 0.6 : (1.2 * shared) / all);
    return like >= 0.5 ? 3 * like : 0;
  }
  // an entry of the contents and the heading that it names have the same text
  const apart = isContents(a.block) === isContents(b.block) ? 1 : 0.8;
  if (a.key === b.key && a.key !== '') return (a.text === b.text ? 2 : 1.8) * apart;
  const like = alike(a.key, b.key);
  if (like >= 0.5) return like * apart;
  // a long paragraph that was cut in pieces: its beginning still tells it
  const length = Math.min(a.key.length, b.key.length);
  const begins = length >= 12 && alike(a.key.slice(0, length), b.key.slice(0, length)) >= 0.85;
  return begins ? 0.4 * apart : 0;
}

interface Rest {
  readonly index: number;
  readonly block: ReadParagraph;
}

/**
 * Paragraphs without a partner that are a piece of a neighbour's: a paragraph that was split in two, or two that
 * were joined.
 * `published`: by the index of the published paragraph, the ones that continue it; `own`: by the index of ours, the ones
 * that were published as one with it; `absorbed`: all of these.
 */
function joinRest(left: readonly Profile[], right: readonly Profile[], partner: ReadonlyMap<number, number>) {
  const back = new Map([...partner].map(([i, j]) => [j, i]));
  const published = new Map<number, Rest[]>();
  let before = -1;
  right.forEach(({ block, text }, j) => {
    if (back.has(j) || block.kind === 'table') before = j;
    else {
      const owner = left[back.get(before) ?? -1];
      if (text.length < 4 || !isText(owner) || !contains(owner.text, text)) return;
      published.set(before, [...(published.get(before) ?? []), { index: j, block }]);
    }
  });
  const own = new Map<number, Rest[]>();
  const absorbed = new Set<number>();
  left.forEach(({ block, text }, i) => {
    if (partner.has(i) || block.kind === 'table' || block.contents || text.length < 4) return;
    const isIn = (near: number) => {
      const other = right[partner.get(near) ?? -1];
      if (other?.block.kind !== 'paragraph') return false;
      const room = other.text.length - (left[near]?.text.length ?? 0);
      return other.text.includes(text) || (room >= text.length * 0.8 && contains(other.text, text));
    };
    const last = left.findLastIndex((_, at) => at < i && !absorbed.has(at));
    const next = left.findIndex((one, at) => at > i && (partner.has(at) || one.block.kind === 'table'));
    const owner = [last, next].find(isIn);
    if (owner === undefined) return;
    absorbed.add(i);
    own.set(owner, [...(own.get(owner) ?? []), { index: i, block }]);
  });
  return { published, own, absorbed };
}

const isText = (profile: Profile | undefined): profile is Profile =>
  profile?.block.kind === 'paragraph' && !profile.block.contents;

/** A paragraph of ours and those that were published as one with it, in our order. */
function joinedLine(block: ReadBlock, rest: readonly Rest[] = [], index: number): ReadBlock {
  if (block.kind === 'table' || rest.length === 0) return block;
  const all = [...rest, { index, block }].sort((a, b) => a.index - b.index);
  let text = '';
  const spans = all.flatMap(({ block: piece }) => {
    const from = text.length;
    text += piece.text;
    return (piece.spans ?? []).map((span) => ({ ...span, start: span.start + from, end: span.end + from }));
  });
  return { ...block, text, spans };
}

/** Nearly all of the piece stands in the whole. */
function contains(whole: string, piece: string): boolean {
  if (whole.includes(piece)) return true;
  let known = 0;
  for (let at = 0; at + 2 <= piece.length; at += 1) if (whole.includes(piece.slice(at, at + 2))) known += 1;
  return piece.length > 8 && known / (piece.length - 1) >= 0.8;
}

function compareBlocks(
  { block, headings }: PlacedBlock,
  other: ReadBlock,
  rest: readonly Rest[],
  isCaption: IsCaption,
): Difference[] {
  if (block.kind === 'table') return other.kind === 'table' ? compareTable(block, other, headings, isCaption) : [];
  if (other.kind === 'table') return [];
  const text = [other.text, ...rest.map((piece) => piece.block.text)].join('');
  const published = { ...other, text: isContents(block) || isContents(other) ? withoutLeader(text) : text };
  return compareText({ expected: block, published, place: { headings }, inTable: false });
}

/** The dots and the page number behind an entry of the contents. */
const withoutLeader = (text: string): string => text.replace(/(?:[\s.…·]+|[.…·]{2,})\d{1,4}$/, '');

function missing({ block, headings }: PlacedBlock): Difference {
  if (block.kind === 'table')
    return { kind: 'missingTable', place: { headings }, published: '', expected: headings.at(-1) ?? '', at: -1 };
  const place = { headings, sentence: clipped(block.text, longest) };
  return { kind: 'missingText', place, published: '', expected: block.text, at: -1 };
}

function extraBlock(block: ReadBlock, headings: readonly string[]): Difference {
  if (block.kind === 'paragraph') {
    const place = { headings, sentence: clipped(block.text, longest) };
    return { kind: 'extraText', place, published: block.text, expected: '', at: block.source ?? -1 };
  }
  const shown = clipped(block.rows.slice(0, 3).map(rowText).join(' '), longest);
  const at = block.rows[0]?.cells[0]?.source ?? -1;
  return { kind: 'extraTable', place: { headings }, published: shown, expected: '', at };
}

/** Characters of a text that names a place. */
const longest = 60;

/** A contents page that is not there at all is one difference, not thirty. */
function missingContents(expected: readonly PlacedBlock[], partner: ReadonlyMap<number, number>): Difference[] {
  const lost = expected.filter(({ block }, index) => isContents(block) && !partner.has(index));
  const isWhole = lost.length > 0 && lost.length === expected.filter(({ block }) => isContents(block)).length;
  if (!isWhole) return lost.map(missing);
  return [{ kind: 'missingText', place: { headings: ['目录'] }, published: '', expected: '目录', at: -1 }];
}
