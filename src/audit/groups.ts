/**
 * Which blocks of two readings stand for one another. Where a paragraph ends is no difference: one may stand for
 * several in a row, or several for as many that end elsewhere. What is taken is what accounts for most of the text.
 */

import { alike } from '../vocabulary/likeness.js';
import { alignGroups, bestShapes, type Group, type GroupSize, largest } from './align.js';
import { comparableText, keyOf } from './plain.js';
import { isContents, type Profile } from './profiles.js';

/** Ours and the published that stand for one another. */
const shapes: readonly GroupSize[] = [
  { many: 1, others: 1 },
  ...[2, 3, 4, 5, 6, 7, 8].flatMap((count) => [
    { many: 1, others: count },
    { many: count, others: 1 },
  ]),
  ...[2, 3, 4].flatMap((many) => [2, 3, 4].map((others) => ({ many, others }))),
];
const most = 8;

/** One block, or some paragraphs in a row read as one. */
interface Run {
  readonly first: Profile;
  readonly key: string;
  readonly text: string;
  /** The first and the last characters of the key. */
  readonly head: string;
  readonly tail: string;
}

/** Of each block that has a counterpart; a group of more than one on a side has no table. */
export const groupsOf = (left: readonly Profile[], right: readonly Profile[]): Group<Profile>[] =>
  alignGroups(left, right, ({ fixed }) => fixed, bestGroups);

/** The groups, ascending on both sides, with the highest sum of scores. */
function bestGroups(left: readonly Profile[], right: readonly Profile[]): Group<Profile>[] {
  const [own, published] = [runsFrom(left), runsFrom(right)];
  const score = (i: number, j: number, { many, others }: GroupSize): number => {
    const [a, b] = [own[i]?.[many - 1], published[j]?.[others - 1]];
    return a && b ? scoreOf(a, b, many + others - 2) : 0;
  };
  return bestShapes([left.length, right.length], shapes, score, largest).map(({ pair: [i, j], shape }) => [
    left.slice(i, i + shape.many),
    right.slice(j, j + shape.others),
  ]);
}

/** Of each block the runs that begin with it, of one block, of two … */
function runsFrom(profiles: readonly Profile[]): Run[][] {
  return profiles.map((first, at) => {
    const runs = [runOf(first, first.key, first.text)];
    let text = first.block.kind === 'paragraph' ? first.block.text : '';
    for (const { block } of first.block.kind === 'paragraph' ? profiles.slice(at + 1, at + most) : []) {
      if (block.kind === 'table') break;
      text += block.text;
      runs.push(runOf(first, keyOf(text), comparableText(text)));
    }
    return runs;
  });
}

const runOf = (first: Profile, key: string, text: string): Run => ({
  ...{ first, key, text },
  ...{ head: key.slice(0, 4), tail: key.slice(-4) },
});

/**
 * Characters that two runs account for, less a part of those that they do not; 0 or less when they cannot belong
 * together. `bounds`: how many ends of paragraphs stand within them.
 */
function scoreOf(a: Run, b: Run, bounds: number): number {
  if (bounds > 0 && !isLikely(a, b)) return 0;
  if (a.first.block.kind !== b.first.block.kind) return 0;
  if (a.first.block.kind === 'table') return bounds === 0 ? tableScore(a.first, b.first) : 0;
  // an entry of the contents and the heading that it names have the same text
  const apart = isContents(a.first.block) === isContents(b.first.block) ? 1 : 0.8;
  const size = (a.key.length + b.key.length) / 2;
  const like = a.key === b.key && size > 0 ? 1 : alike(a.key, b.key);
  if (like < 0.5) return bounds === 0 ? beginningScore(a.key, b.key) * apart : 0;
  const ends = (a.text === b.text ? 6 : 0) + (sameEnd(a.text, b.text, 0, 2) + sameEnd(a.text, b.text, -2)) / 2;
  return (size * (like - 0.25 * (1 - like)) + 1 + ends) * apart - bounds / 20;
}

const sameEnd = (a: string, b: string, from: number, to?: number): number =>
  a.slice(from, to) === b.slice(from, to) ? 1 : 0;

/** Paragraphs that are the same but for where they end begin or end alike. */
const isLikely = (a: Run, b: Run): boolean =>
  3 * Math.min(a.key.length, b.key.length) >= Math.max(a.key.length, b.key.length) &&
  (a.head === b.head || a.tail === b.tail);

/** A long paragraph of which a part is missing, or that was cut in very many: its beginning still tells it. */
function beginningScore(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  return length >= 12 && alike(a.slice(0, length), b.slice(0, length)) >= 0.85 ? 0.4 * length : 0;
}

/** As much as a long paragraph: what stands around tables is found by them. */
function tableScore(a: Profile, b: Profile): number {
  const shared = [...a.rows].filter((row) => b.rows.has(row)).length;
  const all = a.rows.size + b.rows.size - shared;
  const like = 0.4 * alike(a.key, b.key) + (all === 0 ? 0.6 : (1.2 * shared) / all);
  return like >= 0.5 ? 300 * like : 0;
}
