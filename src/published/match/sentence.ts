/** A paragraph or the text of a cell read with the pattern of a template. */

import type { Hole, Node } from '../../document/grammar.js';
import { helperDefinitions } from '../../document/helpers.js';
import { type Automaton, automatonOf, nextItems } from './automaton.js';
import { bestPath, costless, type Input, type Path, type Step } from './bestPath.js';
import { type Characters, charactersOf, isDigit, isPunctuation } from './characters.js';
import { costs } from './costs.js';
import { once, remembered } from './remembered.js';
import { atLeast, cheapestWays, type Rest, restOf, type Ways } from './rest.js';
import { shapeAt } from './shapes.js';

/** One character of the form's own words, or something printed. */
export type SentenceItem =
  | { readonly kind: 'character'; readonly character: string; readonly isPunctuation: boolean }
  | { readonly kind: 'hole'; readonly hole: Hole; readonly reads: RegExp | undefined; readonly follows: Follows }
  | { readonly kind: 'position'; readonly prints: RegExp };

/** What can stand after a text: so it ends only where this could begin. */
interface Follows {
  characters: ReadonlySet<string>;
  /** A number, after words that may be lost. */
  number: boolean;
  /** Right after it a number, or another text: anywhere. */
  anything: boolean;
}

export interface Pattern {
  readonly automaton: Automaton<SentenceItem>;
  /**
   * Pairs of neighbouring characters among the form's own words, and how many there are on the cheapest way through.
   */
  readonly pairs: ReadonlySet<string>;
  readonly leastPairs: number;
  /** Cost of leaving everything out, on the cheapest way through. */
  readonly weight: number;
  readonly rest: Rest;
  /** The characters that a text read word for word begins with; undefined where it may begin with anything. */
  readonly starts: ReadonlySet<string> | undefined;
}

export type Sentence = Path<SentenceItem, never>;

/** By the nodes that they are of: what a form prints whosever document it is has one pattern. */
const patterns = new WeakMap<readonly Node[], Pattern>();

/** Of the children of a heading, paragraph or cell. */
export const patternOf = (nodes: readonly Node[]): Pattern => remembered(patterns, nodes, () => madePattern(nodes));

function madePattern(nodes: readonly Node[]): Pattern {
  const automaton = automatonOf(nodes, itemsOf);
  for (const { to, item } of automaton.arcs.flat()) {
    if (item?.kind === 'hole') Object.assign(item.follows, followsOf(automaton, to));
  }
  const ways = cheapestWays(automaton, omittedCost);
  const rest = once(() => restOf(automaton, ways.costs));
  return {
    automaton,
    pairs: allPairs(automaton),
    leastPairs: pairsOf(itemsOn(ways)).size,
    weight: ways.costs[0] ?? 0,
    get rest() {
      return rest();
    },
    starts: startsOf(automaton),
  };
}

function startsOf(automaton: Automaton<SentenceItem>): ReadonlySet<string> | undefined {
  const items = nextItems(automaton, 0).map(({ item }) => item);
  return items.every((item) => item.kind === 'character')
    ? new Set(items.map(({ character }) => character))
    : undefined;
}

/** Those of the cheapest way through. */
function itemsOn({ arcs }: Ways): SentenceItem[] {
  const items: SentenceItem[] = [];
  for (let arc = arcs[0]; arc; arc = arcs[arc.to]) if (arc.item) items.push(arc.item);
  return items;
}

function itemsOf(node: Node): SentenceItem[] | undefined {
  if (node.kind === 'text') {
    return [...charactersOf(node.text).text].map((character) => ({
      kind: 'character',
      character,
      isPunctuation: isPunctuation(character),
    }));
  }
  if (node.kind === 'hole')
    return [
      {
        kind: 'hole',
        hole: node.hole,
        reads: readsOf(node.hole),
        follows: { characters: new Set(), number: false, anything: false },
      },
    ];
  if (node.kind === 'position') return [{ kind: 'position', prints: helperDefinitions[node.helper]?.prints ?? /\d+/y }];
  return undefined;
}

/** The longest of the form's words that stands there. */
function readsOf({ path, words }: Hole): RegExp | undefined {
  if (!words) return shapeAt(path).reads;
  const longestFirst = words.map((word) => charactersOf(word).text).sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map((word) => word.replace(/[^\p{L}\d]/gu, '\\$&')).join('|'), 'yu');
}

/** So many characters after a text may be lost or misread. */
const mostLost = 2;

function followsOf(automaton: Automaton<SentenceItem>, state: number): Follows {
  const characters = new Set<string>();
  const right = nextItems(automaton, state);
  let number = false;
  let next = right;
  for (let lost = 0; lost <= mostLost; lost += 1) {
    const words = next.filter(({ item }) => item.kind === 'character');
    for (const { item } of words) if (item.kind === 'character' && lost < mostLost) characters.add(item.character);
    number ||= next.some(({ item }) => item.kind === 'hole' && item.hole.helper !== 'text');
    next = words.flatMap(({ to }) => nextItems(automaton, to));
  }
  return { characters, number, anything: right.some(({ item }) => item.kind !== 'character') };
}

function pairsOf(items: readonly SentenceItem[]): Set<string> {
  return new Set(
    items.flatMap((item, at) => {
      const next = items[at + 1];
      return item.kind === 'character' && next?.kind === 'character' ? [item.character + next.character] : [];
    }),
  );
}

function allPairs(automaton: Automaton<SentenceItem>): Set<string> {
  const pairs = new Set<string>();
  for (const { item, to } of automaton.arcs.flat()) {
    if (item?.kind !== 'character') continue;
    for (const next of nextItems(automaton, to))
      if (next.item.kind === 'character') pairs.add(item.character + next.item.character);
  }
  return pairs;
}

function omittedCost(item: SentenceItem): number {
  if (item.kind === 'position') return costs.mark;
  if (item.kind === 'character') return item.isPunctuation ? costs.mark : costs.character;
  return item.hole.helper === 'text' ? costs.emptyText : costs.figure;
}

/** Undefined when reading it costs more than `limit`. */
export function readSentence(
  { automaton, rest }: Pattern,
  characters: Characters,
  limit: number,
): Sentence | undefined {
  const { text } = characters;
  const least = atLeast(automaton, rest, text, omittedCost, limit);
  if (!least) return undefined;
  const input: Input<SentenceItem, never> = {
    length: text.length,
    read: (item, at) => stepsOf(item, characters, at),
    omitted: omittedCost,
    unexplained: (at) => (isPunctuation(text.charAt(at)) ? costs.mark : costs.character),
    marked: costless,
    atLeast: least,
  };
  return bestPath(automaton, input, limit);
}

/** Undefined when it is not word for word what the pattern says. */
export function readExactly({ automaton, starts }: Pattern, characters: Characters): Sentence | undefined {
  const { text } = characters;
  if (starts && text !== '' && !starts.has(text.charAt(0))) return undefined;
  const input: Input<SentenceItem, never> = {
    length: text.length,
    read: (item, at) => {
      const steps = stepsOf(item, characters, at);
      return steps === otherMark || steps === otherCharacter ? none : steps;
    },
    omitted: (item) => (item.kind === 'hole' && item.hole.helper === 'text' ? costs.emptyText : never()),
    unexplained: never,
    marked: costless,
    atLeast: costless,
  };
  return bestPath(automaton, input, text.length * 2 * costs.free + costs.otherNumber + costs.withinNumber);
}

const never = (): number => Number.POSITIVE_INFINITY;

const exact: readonly Step<never>[] = [{ length: 1, cost: 0, found: undefined }];
const otherMark: readonly Step<never>[] = [{ length: 1, cost: costs.mark, found: undefined }];
const otherCharacter: readonly Step<never>[] = [{ length: 1, cost: costs.character, found: undefined }];
const none: readonly Step<never>[] = [];

function stepsOf(item: SentenceItem, characters: Characters, at: number): readonly Step<never>[] {
  const { text } = characters;
  if (at >= text.length) return none;
  if (item.kind === 'character') {
    const found = text.charAt(at);
    if (found === item.character) return exact;
    // a figure never stands in for a word
    if (isDigit(found) !== isDigit(item.character)) return none;
    return item.isPunctuation && isPunctuation(found) ? otherMark : otherCharacter;
  }
  if (item.kind === 'position') {
    const length = lengthAt(item.prints, text, at);
    return length === 0 ? none : [{ length, cost: 0, found: undefined }];
  }
  const { helper } = item.hole;
  const { reads } = item;
  if (helper !== 'text') return figureSteps(helper, characters, at);
  if (!reads) return textSteps(item.follows, text, at);
  const length = lengthAt(reads, text, at);
  if (length > 0) return [{ length, cost: length * costs.free, found: undefined }];
  // an office may write a name otherwise than the form
  return item.hole.words
    ? textSteps(item.follows, text, at).map((step) => ({ ...step, cost: step.cost + costs.mark }))
    : none;
}

function textSteps({ characters, number, anything }: Follows, text: string, at: number): Step<never>[] {
  const steps: Step<never>[] = [];
  for (let end = at + 1; end <= text.length; end += 1) {
    const next = text.charAt(end);
    const isNumber = number && isDigit(next) && !isDigit(text.charAt(end - 1));
    if (end === text.length || anything || isNumber || characters.has(next))
      steps.push({ length: end - at, cost: (end - at) * costs.free, found: undefined });
  }
  return steps;
}

const run = /-?\d(?:[\d,]*\d)?(?:\.\d+)*%?/y;

/** How many characters from `at` on a sticky pattern takes; 0 where it does not match. */
export function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** A number is one piece: it is read whole, up to white space or up to what is no part of a number. */
export function figureSteps(helper: string, { text, spaced }: Characters, at: number): Step<never>[] {
  const whole = lengthAt(run, text, at);
  if (whole === 0) return [];
  const before = text.charAt(at - 1);
  const within = at > 0 && !spaced[at] && (isDigit(before) || (/[.,]/.test(before) && isDigit(text.charAt(at - 2))));
  const start = within ? costs.withinNumber : 0;
  let length = 1;
  while (length < whole && !spaced[at + length]) length += 1;
  const prints = helperDefinitions[helper]?.prints;
  const step = (end: number, cost: number): Step<never> => {
    const isAsPrinted = prints !== undefined && lengthAt(prints, text.slice(0, at + end), at) === end;
    const all = end * costs.free + start + cost + (isAsPrinted ? 0 : costs.otherNumber);
    return { length: end, cost: all, found: undefined };
  };
  return length === whole ? [step(whole, 0)] : [step(length, 0), step(whole, costs.mark)];
}
