/** What reading the rest of a text costs at least: so that a search which cannot succeed is not made. */
import { isPunctuation } from './characters.js';
import { costs } from './costs.js';
import type { Pattern, SentenceItem } from './sentence.js';

/** By state of a pattern's automaton. */
export interface Rest {
  /** Cost of leaving out all that follows, on the cheapest way. */
  readonly lost: readonly number[];
  /** So many characters can be read at most; infinite where something printed may follow. */
  readonly most: readonly number[];
}

/** `omitted`: cost of leaving out an item. */
export function restOf({ arcs, end }: Pattern['automaton'], omitted: (item: SentenceItem) => number): Rest {
  const lost = arcs.map((_, state) => (state === end ? 0 : Number.POSITIVE_INFINITY));
  const most = arcs.map(() => 0);
  const all = arcs.flat().filter(({ item }) => item?.kind === 'character').length;
  for (let again = true; again; ) {
    again = false;
    for (let state = arcs.length - 1; state >= 0; state -= 1) {
      let [least, longest] = [lost[state] as number, most[state] as number];
      for (const { to, item } of arcs[state] ?? []) {
        const length = item === undefined ? 0 : item.kind === 'character' ? 1 : Number.POSITIVE_INFINITY;
        least = Math.min(least, (lost[to] as number) + (item ? omitted(item) : 0));
        longest = Math.max(longest, (most[to] as number) + length);
      }
      // more than all there are: they can be read again and again
      if (longest > all) longest = Number.POSITIVE_INFINITY;
      again ||= least !== lost[state] || longest !== most[state];
      lost[state] = least;
      most[state] = longest;
    }
  }
  return { lost, most };
}

/** What a character of the text can save at most: a figure that would be left out. */
const mostSaved = Math.max(costs.figure, costs.character, costs.mark, costs.emptyText);

/** By state and position in the text. */
export function atLeast({ lost, most }: Rest, text: string): (state: number, at: number) => number {
  const words = wordsAfter(text);
  return (state, at) => {
    const lacking = (lost[state] as number) - (text.length - at) * mostSaved;
    const beyond = ((words[at] as number) - (most[state] as number)) * costs.character;
    return Math.max(0, lacking, beyond);
  };
}

/** Of each position, the characters from there on that are no punctuation. */
function wordsAfter(text: string): Int32Array {
  const words = new Int32Array(text.length + 1);
  for (let at = text.length - 1; at >= 0; at -= 1) {
    words[at] = (words[at + 1] as number) + (isPunctuation(text.charAt(at)) ? 0 : 1);
  }
  return words;
}
