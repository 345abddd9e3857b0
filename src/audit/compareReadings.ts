/**
 * Two readings laid side by side: blocks by what they say, in order; then each table row by code and name; then each
 * figure and sentence.
 */

import { grouped } from '../model/grouped.js';
import { clipped } from '../published/place.js';
import type { Group } from './align.js';
import { compareTable } from './compareTable.js';
import { compareText } from './compareText.js';
import type { Difference } from './difference.js';
import { groupsOf } from './groups.js';
import { comparableText } from './plain.js';
import { isContents, type Profile, profilesOf } from './profiles.js';
import { type PlacedBlock, placedBlocks, type ReadBlock, type Reading } from './reading.js';
import { rowText } from './statement.js';

/** Differences in the order of `own`. */
export function compareReadings(own: Reading, published: Reading): Difference[] {
  const left = profilesOf(placedBlocks(own));
  const entries = new Set(left.flatMap(({ block, text }) => (isContents(block) ? [text] : [])));
  const right = profilesOf(published.blocks.map((block) => ({ block: withoutPage(block, entries), headings: [] })));
  const groups = groupsOf(left, right);
  const partner = new Map(groups.map(([[mine], [other]]) => [mine as Profile, other as Profile]));
  const joined = joinedParagraphs(left, partner, groups);
  const cut = cutParagraphs(right, partner, groups);
  const [withJoined, withCut] = [wholesOf(joined), wholesOf(cut)];
  const found = left.flatMap((mine): Difference[] => {
    const other = partner.get(mine);
    if (other) return compareBlocks(mine.headings, withJoined(mine), withCut(other));
    return joined.has(mine) || isContents(mine.block) ? [] : [missing(mine)];
  });
  const used = new Set([...partner.values(), ...cut.keys()]);
  const extra = right.flatMap((other) => {
    if (used.has(other)) return [];
    const above = left.findLast((mine) => (partner.get(mine)?.index ?? other.index) < other.index);
    return [extraBlock(other.block, above?.headings ?? [])];
  });
  return [...found, ...missingContents(left, partner, joined), ...extra];
}

type Partner = ReadonlyMap<Profile, Profile>;

/** What stands behind the first of each of the groups. */
const piecesOf = (groups: readonly (readonly Profile[])[]): Map<Profile, Profile> =>
  new Map(groups.flatMap(([first, ...rest]) => rest.map((piece) => [piece, first as Profile] as const)));

/** The published paragraphs that go on with the one before them, which ours is one with. */
function cutParagraphs(right: readonly Profile[], partner: Partner, groups: readonly Group<Profile>[]): Partner {
  const back = new Map([...partner].map(([mine, other]) => [other, mine]));
  const cut = piecesOf(groups.map(([, others]) => others));
  let before: Profile | undefined;
  for (const piece of right) {
    const owner = before && back.get(before);
    if (cut.has(piece)) continue;
    if (back.has(piece) || piece.block.kind === 'table') before = piece;
    else if (before && owner && isText(owner) && piece.text.length >= shortest && contains(owner.text, piece.text))
      cut.set(piece, before);
  }
  return cut;
}

/** Our paragraphs that were published as one with their neighbour. */
function joinedParagraphs(left: readonly Profile[], partner: Partner, groups: readonly Group<Profile>[]): Partner {
  const joined = piecesOf(groups.map(([own]) => own));
  left.forEach((piece, index) => {
    const { text } = piece;
    if (partner.has(piece) || joined.has(piece) || !isText(piece) || text.length < shortest) return;
    const isIn = (near: Profile | undefined) => {
      const other = near && partner.get(near);
      if (!near || other?.block.kind !== 'paragraph') return false;
      const room = other.text.length - near.text.length;
      return other.text.includes(text) || (room >= text.length * 0.8 && contains(other.text, text));
    };
    const last = left.findLast((one, at) => at < index && !joined.has(one));
    const next = left.find((one, at) => at > index && (partner.has(one) || one.block.kind === 'table'));
    const owner = [last, next].find(isIn);
    if (owner) joined.set(piece, owner);
  });
  return joined;
}

/** Shorter ones stand in many paragraphs. */
const shortest = 4;

const isText = ({ block }: Profile): boolean => block.kind === 'paragraph' && !block.contents;

/** A paragraph with its pieces, in their order. */
function wholesOf(pieces: Partner): (profile: Profile) => ReadBlock {
  const byOwner = grouped(pieces.keys(), (piece) => pieces.get(piece));
  return (profile) => {
    const all = [profile, ...(byOwner.get(profile) ?? [])].sort((a, b) => a.index - b.index);
    let text = '';
    const spans = all.flatMap(({ block }) => {
      const from = text.length;
      if (block.kind === 'table') return [];
      text += block.text;
      return (block.spans ?? []).map((span) => ({ ...span, start: span.start + from, end: span.end + from }));
    });
    return all.length === 1 || profile.block.kind === 'table' ? profile.block : { ...profile.block, text, spans };
  };
}

/** Nearly all of the piece stands in the whole. */
function contains(whole: string, piece: string): boolean {
  if (whole.includes(piece)) return true;
  let known = 0;
  for (let at = 0; at + 2 <= piece.length; at += 1) if (whole.includes(piece.slice(at, at + 2))) known += 1;
  return piece.length > 8 && known / (piece.length - 1) >= 0.8;
}

function compareBlocks(headings: readonly string[], block: ReadBlock, other: ReadBlock): Difference[] {
  if (block.kind === 'table') return other.kind === 'table' ? compareTable(block, other, headings) : [];
  if (other.kind === 'table') return [];
  const text = isContents(block) || isContents(other) ? withoutLeader(other.text) : other.text;
  return compareText({ expected: block, published: { ...other, text }, place: { headings } });
}

/** An entry of ours without its page number; a piece of one that ends in a year keeps it. */
function withoutPage(block: ReadBlock, entries: ReadonlySet<string>): ReadBlock {
  if (block.kind === 'table' || !isContents(block)) return block;
  const text = withoutLeader(block.text);
  return entries.has(comparableText(text)) ? { ...block, text } : block;
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
function missingContents(left: readonly Profile[], partner: Partner, joined: Partner): Difference[] {
  const all = left.filter(({ block }) => isContents(block));
  const lost = all.filter((mine) => !partner.has(mine) && !joined.has(mine));
  if (lost.length === 0 || lost.length < all.length) return lost.map(missing);
  return [{ kind: 'missingText', place: { headings: ['目录'] }, published: '', expected: '目录', at: -1 }];
}
