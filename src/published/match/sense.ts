/**
 * Which differences of wording are differences of what is said. The form itself tells: a word of it that stands where
 * it has another one, a number of its own that is another, a negation more or less, a figure without its unit. What an
 * office says in words of its own is left to it.
 */
import type { Automaton } from './automaton.js';
import { charactersOf, isDigit, isPunctuation } from './characters.js';
import type { Form } from './form.js';
import { once } from './remembered.js';
import type { SentenceItem } from './sentence.js';
import type { Alters, Frame, OtherWording } from './types.js';

/** Stand in a text for where it begins and ends and for what an office writes, and for a figure. */
export const gap = '\ue000';
const figure = '\ue001';

const isGap = (character: string): boolean => character === gap || character === figure;

/** What the text itself has. */
export const withoutGaps = (text: string): string => text.replaceAll(gap, '').replaceAll(figure, '');

/** Whether an item prints a number. */
export const isFigure = (item: SentenceItem | undefined): boolean =>
  item?.kind === 'hole' && item.hole.helper !== 'text';

/** What stands for an item that is none of the form's own words. */
export const markOf = (item: SentenceItem): string => (isFigure(item) ? figure : gap);

/** So much is kept of what stands beside a difference. */
const mostBeside = 4;

/** What stands in a text before `start` and behind `end`, up to a gap. */
export function beside(text: string, start: number, end: number): { readonly before: string; readonly after: string } {
  const isFull = (from: number, to: number, edge: number) =>
    to - from === mostBeside || (to > from && isGap(text.charAt(edge)));
  let [from, to] = [start, end];
  while (from > 0 && !isFull(from, start, from)) from -= 1;
  while (to < text.length && !isFull(end, to, to - 1)) to += 1;
  return { before: text.slice(from, start), after: text.slice(end, to) };
}

/** What a form says. */
export interface FormWords {
  /** Some characters in a row, somewhere; a gap is wherever its own words end. */
  has(text: string): boolean;
  /** Two words, one in the other's place in the labels of one table: 人员 and 公用 of 人员经费 and 公用经费. */
  contrasts(one: string, other: string): boolean;
}

/** Of a form for one year, kind and name. */
export function formWordsOf({ paragraphs, tables }: Form): FormWords {
  const labels = tables.map(({ table }) => [...table.words]);
  const cells = labels.flatMap((own) => own.map((words) => gap + words + gap)).join('');
  const contrasts = once(() => new Set(labels.flatMap(contrastsIn)));
  return {
    has: (text) =>
      cells.includes(text) || paragraphs.some(({ pattern }) => isOn(pattern.automaton, pattern.pairs, text)),
    contrasts: (one, other) => contrasts().has(`${one} ${other}`),
  };
}

/** Labels have so much in common at least, around the words that set them apart. */
const leastShared = 2;

function contrastsIn(labels: readonly string[]): string[] {
  return labels.flatMap((label) =>
    labels.flatMap((other) => {
      const { from, end } = apart(label, other);
      const words = [label, other].map((each) => each.slice(from, each.length - end));
      return from + end >= leastShared && words.every((word) => /^\p{L}+$/u.test(word)) ? [words.join(' ')] : [];
    }),
  );
}

/** How much two texts share at their beginning and, of the rest, at their end. */
export function apart(one: string, other: string): { readonly from: number; readonly end: number } {
  const most = Math.min(one.length, other.length);
  let [from, end] = [0, 0];
  while (from < most && one[from] === other[from]) from += 1;
  while (end < most - from && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return { from, end };
}

function isOn(automaton: Automaton<SentenceItem>, pairs: ReadonlySet<string>, text: string): boolean {
  const letters = text.replaceAll(gap, '');
  for (let at = 1; at < letters.length; at += 1) if (!pairs.has(letters.slice(at - 1, at + 1))) return false;
  let states = new Set(automaton.arcs.keys());
  [...text].forEach((character, at) => {
    states = character === gap ? atGap(automaton, states, at === 0) : afterCharacter(automaton, states, character);
  });
  return states.size > 0;
}

/** States with those that are reached from them without reading. */
function spread({ arcs }: Automaton<SentenceItem>, states: Iterable<number>): Set<number> {
  const all = new Set(states);
  for (const state of all) for (const { item, to } of arcs[state] ?? []) if (!item) all.add(to);
  return all;
}

function afterCharacter(automaton: Automaton<SentenceItem>, states: Iterable<number>, character: string): Set<number> {
  const next = new Set<number>();
  for (const state of spread(automaton, states))
    for (const { item, to } of automaton.arcs[state] ?? [])
      if (item?.kind === 'character' && item.character === character) next.add(to);
  return next;
}

/** Behind what is none of the form's words, or, at the end of a text, before it. */
function atGap(automaton: Automaton<SentenceItem>, states: Iterable<number>, isFirst: boolean): Set<number> {
  const { arcs, end } = automaton;
  const isOther = ({ item }: { readonly item: SentenceItem | undefined }) => item && item.kind !== 'character';
  if (isFirst) return new Set([0, ...arcs.flatMap((own) => own.filter(isOther).map(({ to }) => to))]);
  return new Set([...spread(automaton, states)].filter((state) => state === end || arcs[state]?.some(isOther)));
}

/** A frame whose differences say which of them alter what is said. */
export function withSense(frame: Frame, words: FormWords): Frame {
  if (frame.differences.length === 0) return frame;
  // all of it is what the form says elsewhere
  const isElsewhere = words.has(frame.printed.replaceAll(figure, gap));
  const differences = frame.differences.map((one) => {
    const alters = altersOf(one, words) ?? (isElsewhere && letters.test(one.found + one.expected) ? 'word' : undefined);
    return alters ? { ...one, alters } : one;
  });
  return { ...frame, differences };
}

const negationsIn = (text: string): number => [...text.matchAll(/[没无未不非]/g)].length;

/** Longer is another clause. */
const longest = 4;

const letters = /\p{L}/u;

function altersOf({ found, expected, before, after }: OtherWording, words: FormWords): Alters | undefined {
  const printed = charactersOf(found).text;
  if (isOfNumbering(printed, after)) return undefined;
  if (/^\d*$/.test(printed + expected)) {
    const isWithin = isDigit(before.slice(-1)) || isDigit(after.charAt(0));
    return expected !== '' || isWithin ? 'number' : undefined;
  }
  if (expected === figure) return 'figure';
  if (expected === '' && isStuck.test(printed) && (before.endsWith(figure) || after.startsWith(figure)))
    return 'beside';
  const isShort = [printed, expected].every((text) => text.length <= longest && !/\p{P}/u.test(text));
  if (isShort && negationsIn(printed) !== negationsIn(expected)) return 'not';
  if (printed === '') {
    const isAlone = /^\p{L}{1,3}$/u.test(expected) && (isPunctuation(after.charAt(0)) || isGap(after.charAt(0)));
    return before.endsWith(figure) && isAlone ? 'unit' : undefined;
  }
  if (!letters.test(printed) || !letters.test(expected)) return undefined;
  return words.contrasts(printed, expected) || isOtherWord(printed, before, after, words) ? 'word' : undefined;
}

/** What makes another number of the one beside it, or none. */
const isStuck = /\d|^(?:大约|大概|约|近|余|多|左右|超|超过|逾|不足|[-+*])$/;

/** `三、`, `（三）` and `3.` are held against their neighbours, not against the form. */
const isOfNumbering = (printed: string, after: string): boolean =>
  /^[一二三四五六七八九十\d]+$/.test(printed) && /^(?:[、)]|\.\D|部分)/.test(after);

/** So many characters beside a word tell that it is the form's own, and twice as many beside a short word. */
const enough = 2;

/**
 * Whether the form has a word as it stands there: with what follows, or with what goes before (a short word then ends
 * where the form's own words do), or alone between two gaps.
 */
function isOtherWord(word: string, before: string, after: string, { has }: FormWords): boolean {
  const isShort = word.length <= enough;
  const beside = isShort ? mostBeside : enough;
  const left = /[^\d\p{Co}]*$/u.exec(before)?.[0] ?? '';
  const right = /^[^\d\p{Co}]*/u.exec(after)?.[0] ?? '';
  const whole = (before + word + after).replaceAll(figure, gap);
  const start = before.length;
  const end = start + word.length;
  if (right.length >= enough && has(whole.slice(start, end + beside))) return true;
  const isLast = isGap(whole.charAt(end));
  const upTo = whole.slice(Math.max(0, start - beside), isLast ? end + 1 : end);
  if (left.length >= enough && (isLast || !isShort) && has(upTo)) return true;
  return left.length + right.length < enough && isGap(whole.charAt(0)) && isGap(whole.slice(-1)) && has(whole);
}
