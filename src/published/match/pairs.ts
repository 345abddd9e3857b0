/** Which of the form's paragraphs a text may be: those whose own words it shares, told by pairs of neighbouring characters. */
import { costs } from './costs.js';
import type { FormParagraph } from './form.js';

/** Of the pairs in a paragraph's own words, how many a text must have to be tried. */
const leastShare = 0.3;

export class Pairs {
  readonly #byPair = new Map<string, FormParagraph[]>();

  constructor(paragraphs: readonly FormParagraph[]) {
    for (const paragraph of paragraphs) {
      for (const pair of paragraph.pattern.pairs) {
        const known = this.#byPair.get(pair);
        if (known) known.push(paragraph);
        else this.#byPair.set(pair, [paragraph]);
      }
    }
  }

  /** How many pairs each shares with a text. */
  sharedWith(text: string): ReadonlyMap<FormParagraph, number> {
    const shared = new Map<FormParagraph, number>();
    const seen = new Set<string>();
    for (let at = 0; at + 1 < text.length; at += 1) {
      const pair = text.slice(at, at + 2);
      if (seen.has(pair)) continue;
      seen.add(pair);
      for (const paragraph of this.#byPair.get(pair) ?? []) shared.set(paragraph, (shared.get(paragraph) ?? 0) + 1);
    }
    return shared;
  }

  /** A paragraph that is nearly all free text may be any. */
  mayBe({ pattern }: FormParagraph, shared: number): boolean {
    const least = Math.floor((pattern.weight / costs.character - 2) * leastShare);
    return shared >= Math.min(least, pattern.pairs.size);
  }
}
