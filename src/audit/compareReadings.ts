/**
 * Two readings laid side by side: blocks by what they say, in order; then each table row by code and name; then each
 * figure and sentence.
 */

import { clipped } from '../published/place.js';
import { compareTable } from './compareTable.js';
import { compareText } from './compareText.js';
import type { Difference } from './difference.js';
import { groupsOf } from './groups.js';
import { comparableText } from './plain.js';
import { isContents, type Profile, profilesOf } from './profiles.js';
import { joinedLines, type PlacedBlock, placedBlocks, type ReadBlock, type Reading } from './reading.js';
import { rowText } from './statement.js';

/** Differences in the order of `own`. */
export function compareReadings(own: Reading, published: Reading): Difference[] {
  const left = profilesOf(placedBlocks(own));
  const contents = left.filter(({ block }) => isContents(block));
  const entries = new Set(contents.map(({ text }) => text));
  const right = profilesOf(published.blocks.map((block) => ({ block: withoutPage(block, entries), headings: [] })));
  const groups = groupsOf(left, right);
  const groupOf = new Map(groups.flatMap((group) => group.flat().map((profile) => [profile, group] as const)));
  // 编制单位 and 单位 above a table that the other side lacks are told with it
  const isToldBelow = (all: readonly Profile[], { text, index }: Profile) => {
    const below = all[index + 1];
    return text.includes(':') && below?.block.kind === 'table' && !groupOf.has(below);
  };
  const isListed = contents.some((entry) => groupOf.has(entry));
  const found = left.flatMap((mine): Difference[] => {
    const [ours, theirs] = groupOf.get(mine) ?? [];
    if (ours && theirs) return ours[0] === mine ? compareBlocks(mine.headings, wholeOf(ours), wholeOf(theirs)) : [];
    // contents that are not there at all are one difference, not thirty
    if (isListed || !isContents(mine.block)) return isToldBelow(left, mine) ? [] : [missing(mine)];
    return mine === contents[0] ? [{ ...missing(mine), place: { headings: ['目录'] }, expected: '目录' }] : [];
  });
  const extra = right.flatMap((other) => {
    if (groupOf.has(other) || isToldBelow(right, other)) return [];
    const above = left.findLast((mine) => (groupOf.get(mine)?.[1][0]?.index ?? other.index) < other.index);
    return [extraBlock(other.block, above?.headings ?? [])];
  });
  return [...found, ...extra];
}

/** A table, or paragraphs put together. */
function wholeOf(profiles: readonly Profile[]): ReadBlock {
  const [{ block }] = profiles as [Profile];
  if (block.kind === 'table') return block;
  return { ...block, ...joinedLines(profiles.flatMap((one) => (one.block.kind === 'table' ? [] : [one.block]))) };
}

function compareBlocks(headings: readonly string[], block: ReadBlock, other: ReadBlock): Difference[] {
  if (block.kind === 'table') return other.kind === 'table' ? compareTable(block, other, headings) : [];
  if (other.kind === 'table') return [];
  const text = isContents(block) || isContents(other) ? withoutLeader(other.text) : other.text;
  return compareText({ expected: block, published: { ...other, text }, place: { headings } });
}

/** An entry of ours without its page number; a piece of one that ends in a year keeps it. */
function withoutPage(block: ReadBlock, entries: ReadonlySet<string>): ReadBlock {
  if (block.kind === 'table') return block;
  const text = block.text.replace(/[\s.…·]*\d{1,4}$/, '');
  return /[.…·]{3,}\s*\d+$/.test(block.text) || entries.has(comparableText(text)) ? { ...block, text } : block;
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
