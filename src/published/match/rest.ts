/** What reading the rest of a text costs at least: so that a search which cannot succeed is not made. */
import { isDigit, isPunctuation } from './characters.js';
import { costs } from './costs.js';
import type { Pattern, SentenceItem } from './sentence.js';

/** By state of a pattern's automaton. */
export interface Rest {
  /** Cost of leaving out all that follows, on the cheapest way. */
  readonly lost: readonly number[];
  /** So many characters can be read at most; infinite where something printed may follow. */
  readonly most: readonly number[];
  /** Something may follow that is read as whatever stands there: a text, a number in words. */
  readonly isOpen: readonly boolean[];
  /** The form's own characters. */
  readonly own: ReadonlySet<string>;
}

type Graph = Pattern['automaton'];

/** `lost`: of each state, what leaving out all that follows costs. */
export function restOf(automaton: Graph, lost: readonly number[]): Rest {
  const { arcs } = automaton;
  const own = new Set<string>();
  let all = 0;
  for (const { item } of arcs.flat()) {
    if (item?.kind !== 'character') continue;
    own.add(item.character);
    all += 1;
  }
  const most = arcs.map(() => 0);
  const isOpen = arcs.map(() => false);
  untilSettled(automaton, (state, { to, item }) => {
    const length = item === undefined ? 0 : item.kind === 'character' ? 1 : Number.POSITIVE_INFINITY;
    let longest = Math.max(most[state] as number, (most[to] as number) + length);
    // more than all there are: they can be read again and again
    if (longest > all) longest = Number.POSITIVE_INFINITY;
    const opens = isOpen[to] || item?.kind === 'position' || (item?.kind === 'hole' && item.hole.helper === 'text');
    if (longest === most[state] && (isOpen[state] || !opens)) return false;
    most[state] = longest;
    isOpen[state] ||= opens;
    return true;
  });
  return { lost, most, isOpen, own };
}

/** The cheapest ways to the end: of each state, what its items cost, and the arc by which it begins. */
export interface Ways {
  readonly costs: readonly number[];
  readonly arcs: readonly (Graph['arcs'][number][number] | undefined)[];
}

/** Of each state. `costOf`: what leaving out an item costs. */
export function cheapestWays(automaton: Graph, costOf: (item: SentenceItem) => number): Ways {
  const least = automaton.arcs.map((_, state) => (state === automaton.end ? 0 : Number.POSITIVE_INFINITY));
  const arcs = automaton.arcs.map((): Ways['arcs'][number] => undefined);
  untilSettled(automaton, (state, arc) => {
    const cost = (least[arc.to] as number) + (arc.item === undefined ? 0 : costOf(arc.item));
    if (cost >= (least[state] as number)) return false;
    least[state] = cost;
    arcs[state] = arc;
    return true;
  });
  return { costs: least, arcs };
}

/** Looks at each arc, the last states first, until none tells anything new of the state that it leaves. */
function untilSettled({ arcs }: Graph, look: (state: number, arc: Graph['arcs'][number][number]) => boolean): void {
  for (let again = true; again; ) {
    again = false;
    for (let state = arcs.length - 1; state >= 0; state -= 1) {
      for (const arc of arcs[state] as Graph['arcs'][number]) if (look(state, arc)) again = true;
    }
  }
}

/** What a character of the text can save at most: a figure that would be left out. */
const mostSaved = Math.max(costs.figure, costs.character, costs.mark, costs.emptyText);

/**
 * By state and position in the text. Undefined when all of it costs more than `limit`, as far as that is told by the
 * characters that the form has not.
 */
export function atLeast(
  automaton: Graph,
  { lost, most, isOpen, own }: Rest,
  text: string,
  omitted: (item: SentenceItem) => number,
  limit: number,
): ((state: number, at: number) => number) | undefined {
  // a text too short for the form's words, told before its characters are looked at
  if ((lost[0] as number) - text.length * mostSaved > limit) return undefined;
  const { words, strange } = after(text, own);
  if (!isOpen[0] && (strange[0] as number) > limit) return undefined;
  const lacking = cheapestWays(automaton, (item) => lackedBy(item, text, omitted)).costs;
  return (state, at) => {
    const unsaved = (lost[state] as number) - (text.length - at) * mostSaved;
    const beyond = ((words[at] as number) - (most[state] as number)) * costs.character;
    const other = isOpen[state] ? 0 : (strange[at] as number);
    return Math.max(lacking[state] as number, unsaved, beyond, other);
  };
}

/** A character that the text has nowhere is left out, or another stands in its place at the same cost. */
const lackedBy = (item: SentenceItem, text: string, omitted: (item: SentenceItem) => number): number =>
  item.kind === 'character' && !text.includes(item.character) ? omitted(item) : 0;

/** What a figure can have beside digits. */
const inFigures = '-,.%';

/**
 * Of each position: how many characters from there on are no punctuation, and what those cost that the form has not,
 * unless a text of the office's own or a figure has them.
 */
function after(text: string, own: ReadonlySet<string>): { words: Int32Array; strange: Int32Array } {
  const words = new Int32Array(text.length + 1);
  const strange = new Int32Array(text.length + 1);
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const character = text.charAt(at);
    const isMark = isPunctuation(character);
    const isKnown = own.has(character) || isDigit(character) || inFigures.includes(character);
    words[at] = (words[at + 1] as number) + (isMark ? 0 : 1);
    strange[at] = (strange[at + 1] as number) + (isKnown ? 0 : isMark ? costs.mark : costs.character);
  }
  return { words, strange };
}
