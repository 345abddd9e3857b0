/**
 * Which of the form's paragraphs a text may be: those whose own words it shares, told by pairs of neighbouring
 * characters.
 */
import type { FormParagraph } from './form.js';
import { remembered } from './remembered.js';

/** Of the pairs in a paragraph's own words, how many a text must have to be tried. */
const leastShare = 0.5;

interface Known {
  readonly paragraph: FormParagraph;
  /** So many pairs a text must share with it; 0 for one that is nearly all free text: it may be any. */
  readonly least: number;
}

export class Pairs {
  readonly #byPair = new Map<string, Known[]>();
  /** Those that may be any text. */
  readonly #free: readonly Known[];

  constructor(paragraphs: readonly FormParagraph[]) {
    const all = paragraphs.map((paragraph) => {
      const { pairs, leastPairs } = paragraph.pattern;
      const known = { paragraph, least: Math.floor(leastPairs * leastShare) };
      for (const pair of pairs) remembered(this.#byPair, pair, () => []).push(known);
      return known;
    });
    this.#free = all.filter(({ least }) => least === 0);
  }

  /** The paragraphs that a text may be, with how many pairs each shares with it. */
  near(text: string): { paragraph: FormParagraph; shared: number }[] {
    const shared = new Map<Known, number>();
    for (const known of this.#free) shared.set(known, 0);
    const pairs = new Set<string>();
    for (let at = 0; at + 2 <= text.length; at += 1) pairs.add(text.slice(at, at + 2));
    for (const pair of pairs)
      for (const known of this.#byPair.get(pair) ?? []) shared.set(known, (shared.get(known) ?? 0) + 1);
    const near: { paragraph: FormParagraph; shared: number }[] = [];
    for (const [{ paragraph, least }, count] of shared) if (count >= least) near.push({ paragraph, shared: count });
    return near;
  }
}
