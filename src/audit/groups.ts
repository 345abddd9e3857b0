/**
 * Which blocks of two readings stand for one another. Where a paragraph ends is no difference: one may stand for
 * several in a row, or several for as many that end elsewhere. What is taken is what accounts for most of the text.
 */

import { alike, alikeIn, pairsIn } from '../vocabulary/likeness.js';
import { alignGroups, type Group, type GroupSize } from './align.js';
import { isContents, type Profile } from './profiles.js';

/** A paragraph may be cut at every line of a page. */
const most = 24;

/** Ours and the published that stand for one another. */
const shapes: readonly GroupSize[] = [
  { many: 1, others: 1 },
  ...Array.from({ length: most - 1 }, (_, more) => [
    { many: 1, others: more + 2 },
    { many: more + 2, others: 1 },
  ]).flat(),
  ...[2, 3, 4].flatMap((many) => [2, 3, 4].map((others) => ({ many, others }))),
];

/** Where more than so many pairs are left without a fixed point among them, it is another document. */
const mostPairs = 1_000_000;
/** So many pairs of runs are looked into between two fixed points; a published text broken at every line took 43,000. */
const mostRuns = 300_000;

/** One block, or some paragraphs in a row read as one. */
interface Run {
  readonly first: Profile;
  readonly key: string;
  readonly text: string;
  /** Of the key, once they were asked for. */
  pairs: Uint32Array | undefined;
}

/** Of each block that has a counterpart; a group of more than one on a side has no table. */
export const groupsOf = (left: readonly Profile[], right: readonly Profile[]): Group<Profile>[] =>
  alignGroups(left, right, ({ fixed }) => fixed, { shapes, scoreOf: scoreOfRuns, most: mostPairs });

function scoreOfRuns(left: readonly Profile[], right: readonly Profile[]) {
  const [own, published] = [runsFrom(left), runsFrom(right)];
  const known = new Map<string, number>();
  let tries = mostRuns;
  const [ends, others] = [endsOf(left, known), endsOf(right, known)];
  return (i: number, j: number, shape: GroupSize): number => {
    const [many, more] = [shape.many - 1, shape.others - 1];
    // paragraphs that are the same but for where they end begin or end alike
    const isLikely = ends.heads[i] === others.heads[j] || ends.tails[i + many] === others.tails[j + more];
    if (many + more > 0 && (!isLikely || tries === 0)) return 0;
    // of several on both sides, what is the same at an end stands for itself
    const isSame = (a?: Profile, b?: Profile) => a?.text === b?.text;
    if (many * more > 0 && (isSame(left[i], right[j]) || isSame(left[i + many], right[j + more]))) return 0;
    tries -= Math.min(1, many + more);
    const [a, b] = [own[i]?.[many], published[j]?.[more]];
    return a && b ? scoreOf(a, b, many + more) : 0;
  };
}

/** Of each block the runs that begin with it, of one block, of two … */
const runsFrom = (profiles: readonly Profile[]): Run[][] =>
  profiles.map((first, at) => {
    let { key, text } = first;
    const runs: Run[] = [{ first, key, text, pairs: undefined }];
    for (const { block, words, ...more } of isTable(first) ? [] : profiles.slice(at + 1, at + most)) {
      if (block.kind === 'table') break;
      [key, text] = [key + words, text + more.text];
      runs.push({ first, key, text, pairs: undefined });
    }
    return runs;
  });

/** What each block begins and ends with, by four characters; each of them has a number in `known`. */
function endsOf(profiles: readonly Profile[], known: Map<string, number>) {
  const whole = profiles.map(({ text }) => text).join('');
  const numberAt = (from: number): number => {
    const characters = whole.slice(Math.max(0, from), from + 4);
    if (!known.has(characters)) known.set(characters, known.size);
    return known.get(characters) ?? -1;
  };
  let end = 0;
  const ends = profiles.map(({ text }) => (end += text.length));
  return { heads: [0, ...ends].map(numberAt), tails: ends.map((one) => numberAt(one - 4)) };
}

const isTable = ({ block }: Profile): boolean => block.kind === 'table';

/**
 * Characters that two runs account for, less a part of those that they do not; 0 or less when they cannot belong
 * together. `bounds`: how many ends of paragraphs stand within them.
 */
function scoreOf(a: Run, b: Run, bounds: number): number {
  if (a.first.block.kind !== b.first.block.kind) return 0;
  if (isTable(a.first)) return tableScore(a.first, b.first);
  const isSame = a.text === b.text;
  // an entry of the contents and the heading that it names have the same text
  const apart = isContents(a.first.block) === isContents(b.first.block) ? 1 : 0.8;
  const like = isSame ? 1 : likeness(a, b);
  if (like < 0.5) return bounds === 0 ? partScore(a, b) * apart : 0;
  const size = (a.key.length + b.key.length) / 2;
  const ends = (isSame ? 6 : 0) + (sameEnd(a.text, b.text, 0, 2) + sameEnd(a.text, b.text, -2)) / 2;
  return (size * (like - 0.25 * (1 - like)) + 1 + ends) * apart - bounds / 20;
}

/** Below 0.5 where one is three times as long as the other. */
function likeness(a: Run, b: Run): number {
  if (a.key === b.key) return 1;
  if (3 * Math.min(a.key.length, b.key.length) < Math.max(a.key.length, b.key.length)) return 0;
  a.pairs ??= pairsIn(a.key);
  b.pairs ??= pairsIn(b.key);
  return alikeIn(a.pairs, b.pairs);
}

const sameEnd = (a: string, b: string, from: number, to?: number): number =>
  a.slice(from, to) === b.slice(from, to) ? 1 : 0;

/** A long paragraph of which a part is missing, or that says something else: its beginning or its end still tells it. */
function partScore(a: Run, b: Run): number {
  const length = Math.min(a.key.length, b.key.length);
  const isLabelled = a.text[0] === b.text[0] && labelOf(a.text) !== '' && labelOf(a.text) === labelOf(b.text);
  const isAlike = (cut: (key: string, size: number) => string) =>
    cut(a.key, 4) === cut(b.key, 4) && alike(cut(a.key, length), cut(b.key, length)) >= 0.85;
  const isPart =
    length >= 12 && (isAlike((key, size) => key.slice(0, size)) || isAlike((key, size) => key.slice(-size)));
  return isLabelled || isPart ? 0.4 * length : 0;
}

/** `单位:` */
const labelOf = (text: string): string => /^[^:]{1,12}:/.exec(text)?.[0] ?? '';

/** As much as a long paragraph: what stands around tables is found by them. */
function tableScore(a: Profile, b: Profile): number {
  const shared = [...a.rows].filter((row) => b.rows.has(row)).length;
  const all = a.rows.size + b.rows.size - shared;
  const like = 0.4 * alike(a.key, b.key) + (all === 0 ? 0.6 : (1.2 * shared) / all);
  return like >= 0.5 ? 300 * like : 0;
}
