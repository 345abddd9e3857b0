/**
 * Two readings laid side by side: blocks by what they say, in order; then each table row by code and name; then each
 * figure and sentence.
 */
import { align, likeness } from './align.js';
import type { Known } from './compareAmount.js';
import { compareTable } from './compareTable.js';
import { compareText } from './compareText.js';
import type { Difference } from './difference.js';
import { type PlacedBlock, placedBlocks } from './place.js';
import { comparableText, keyOf } from './plain.js';
import type { ReadBlock, Reading, ReadParagraph, ReadTable } from './reading.js';
import { rowText } from './statement.js';

/** Differences in the order of `own`. */
export function compareReadings(own: Reading, published: Reading, known: Known): Difference[] {
  const expected = placedBlocks(own).filter(({ block }) => !isBlank(block));
  const others = published.blocks.filter((block) => !isBlank(block));
  const left = expected.map((placed) => profileOf(placed.block));
  const right = others.map((block) => profileOf(block));
  const pairs = align(left, right, { left: (item) => item.fixed, right: (item) => item.fixed }, score);
  const partner = new Map(pairs);
  const groups = joinRest(left, right, partner);
  const found: Difference[] = [];
  let contentsMissing = 0;
  expected.forEach((placed, index) => {
    const at = partner.get(index);
    const other = at === undefined ? undefined : others[at];
    const whole = { ...placed, block: joinedLine(placed.block, groups.own.get(index), index) };
    if (other) found.push(...compareBlocks(whole, other, groups.published.get(at ?? -1) ?? [], known));
    else if (groups.absorbed.has(index)) return;
    else if (isContents(placed.block)) contentsMissing += 1;
    else found.push(missing(placed));
  });
  const used = new Set([...partner.values(), ...[...groups.published.values()].flat().map(({ index }) => index)]);
  const extra = others.flatMap((block, index) =>
    used.has(index) ? [] : [extraBlock(block, headingsAbove(index, expected, partner))],
  );
  const listed = expected.filter(({ block }) => isContents(block)).length;
  return [...found, ...contentsDifference(contentsMissing, listed, expected, partner), ...extra];
}

export const isBlank = (block: ReadBlock): boolean => block.kind === 'paragraph' && comparableText(block.text) === '';
export const isContents = (block: ReadBlock): boolean => block.kind === 'paragraph' && block.contents;

/** What a block is recognised by, worked out once. */
interface Profile {
  readonly block: ReadBlock;
  readonly contents: boolean;
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
    return {
      block,
      contents: block.contents,
      fixed: `${block.contents}${text}`,
      key: keyOf(block.text),
      text,
      rows: new Set(),
    };
  }
  const key = block.rows.slice(0, 3).map(rowText).join('');
  return {
    block,
    contents: false,
    fixed: `表${block.rows.map(rowText).join('|')}`,
    key,
    text: key,
    rows: textsIn(block),
  };
}

const textsIn = ({ rows }: ReadTable): Set<string> =>
  new Set(rows.flatMap(({ cells }) => cells.map(({ text }) => comparableText(text))).filter(isWorded));

const isWorded = (text: string): boolean => /\p{L}{2}/u.test(text);

function score(a: Profile, b: Profile): number {
  if (a.block.kind !== b.block.kind) return 0;
  if (a.block.kind === 'table') {
    const shared = [...a.rows].filter((row) => b.rows.has(row)).length;
    const all = a.rows.size + b.rows.size - shared;
    const alike = 0.4 * likeness(a.key, b.key) + (all === 0 ? 0.6 : (1.2 * shared) / all);
    return alike >= 0.5 ? 3 * alike : 0;
  }
  // an entry of the contents and the heading that it names have the same text
  const apart = a.contents === b.contents ? 1 : 0.8;
  if (a.key === b.key && a.key !== '') return (a.text === b.text ? 2 : 1.8) * apart;
  const alike = likeness(a.key, b.key);
  if (alike >= 0.5) return alike * apart;
  // a long paragraph that was cut in pieces: its beginning still tells it
  const length = Math.min(a.key.length, b.key.length);
  const begins = length >= 12 && likeness(a.key.slice(0, length), b.key.slice(0, length)) >= 0.85;
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
function joinRest(left: readonly Profile[], right: readonly Profile[], partner: Map<number, number>) {
  const back = new Map([...partner].map(([i, j]) => [j, i]));
  const published = new Map<number, Rest[]>();
  right.forEach(({ block, text }, j) => {
    if (back.has(j) || block.kind !== 'paragraph' || text.length < 4) return;
    let before = j - 1;
    while (
      before >= 0 &&
      !back.has(before) &&
      published.get(before) === undefined &&
      right[before]?.block.kind === 'paragraph'
    )
      before -= 1;
    const owner = left[back.get(before) ?? -1];
    if (owner?.block.kind !== 'paragraph' || owner.contents || !contains(owner.text, text)) return;
    published.set(before, [...(published.get(before) ?? []), { index: j, block }]);
  });
  const own = new Map<number, Rest[]>();
  const absorbed = new Set<number>();
  left.forEach(({ block, text, contents }, i) => {
    if (partner.has(i) || block.kind !== 'paragraph' || contents || text.length < 4) return;
    const isIn = (near: number) => {
      const other = right[partner.get(near) ?? -1];
      if (other?.block.kind !== 'paragraph') return false;
      const room = other.text.length - (left[near]?.text.length ?? 0);
      return other.text.includes(text) || (room >= text.length * 0.8 && contains(other.text, text));
    };
    let before = i - 1;
    while (absorbed.has(before)) before -= 1;
    let after = i + 1;
    while (after < left.length && !partner.has(after) && left[after]?.block.kind === 'paragraph') after += 1;
    const owner = [before, after].find(isIn);
    if (owner === undefined) return;
    absorbed.add(i);
    own.set(owner, [...(own.get(owner) ?? []), { index: i, block }]);
  });
  return { published, own, absorbed };
}

/** A paragraph of ours and those that were published as one with it, in our order. */
function joinedLine(block: ReadBlock, rest: readonly Rest[] = [], index: number): ReadBlock {
  if (block.kind === 'table' || rest.length === 0) return block;
  const all = [...rest, { index, block }].sort((a, b) => a.index - b.index);
  let text = '';
  const spans = all.flatMap((piece) => {
    const from = text.length;
    text += piece.block.text;
    return piece.block.spans.map((span) => ({ ...span, start: span.start + from, end: span.end + from }));
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

function compareBlocks(placed: PlacedBlock, other: ReadBlock, rest: readonly Rest[], known: Known): Difference[] {
  const { block, headings } = placed;
  if (block.kind === 'table') return other.kind === 'table' ? compareTable(block, other, headings, known) : [];
  if (other.kind === 'table') return [];
  const text = [other.text, ...rest.map((piece) => piece.block.text)].join('');
  const published = { ...other, text: block.contents || other.contents ? withoutLeader(text) : text };
  return compareText({ expected: block, published, place: { headings }, inTable: false }, known.figureOf);
}

/** The dots and the page number behind an entry of the contents. */
const withoutLeader = (text: string): string => text.replace(/(?:[\s.…·]+|[.…·]{2,})\d{1,4}$/, '');

function missing({ block, headings }: PlacedBlock): Difference {
  if (block.kind === 'table')
    return { kind: 'missingTable', place: { headings }, published: '', expected: headings.at(-1) ?? '', at: -1 };
  return {
    kind: 'missingText',
    place: { headings, sentence: short(block.text) },
    published: '',
    expected: block.text,
    at: -1,
  };
}

function extraBlock(block: ReadBlock, headings: readonly string[]): Difference {
  if (block.kind === 'paragraph') {
    const place = { headings, sentence: short(block.text) };
    return { kind: 'extraText', place, published: block.text, expected: '', at: block.at };
  }
  const shown = block.rows.slice(0, 3).map(rowText).join(' ');
  return {
    kind: 'extraTable',
    place: { headings },
    published: short(shown),
    expected: '',
    at: block.rows[0]?.cells[0]?.at ?? -1,
  };
}

const short = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);

/** The headings of the nearest block before that has a partner. */
function headingsAbove(
  index: number,
  expected: readonly PlacedBlock[],
  partner: ReadonlyMap<number, number>,
): readonly string[] {
  const before = [...partner].filter(([, other]) => other < index).sort((a, b) => b[1] - a[1])[0];
  return expected[before?.[0] ?? -1]?.headings ?? [];
}

/** A contents page that is not there at all is one difference, not thirty. */
function contentsDifference(
  count: number,
  listed: number,
  expected: readonly PlacedBlock[],
  partner: ReadonlyMap<number, number>,
): Difference[] {
  if (count === 0) return [];
  if (count === listed)
    return [{ kind: 'missingText', place: { headings: ['目录'] }, published: '', expected: '目录', at: -1 }];
  return expected.flatMap((placed, index) =>
    isContents(placed.block) && !partner.has(index) ? [missing(placed)] : [],
  );
}
