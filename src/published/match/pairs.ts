/**
 * Which of the form's paragraphs a text may be: those whose own words it shares, told by pairs of neighbouring
 * characters.
 */
import type { FormParagraph } from './form.js';

/** Of the pairs in a paragraph's own words, how many a text must have to be tried. */
const leastShare = 0.5;

export class Pairs {
  readonly #byPair = new Map<string, FormParagraph[]>();
  /** Those that may be any text. */
  readonly #free: readonly FormParagraph[];

  constructor(paragraphs: readonly FormParagraph[]) {
    this.#free = paragraphs.filter((paragraph) => leastOf(paragraph) === 0);
    for (const paragraph of paragraphs) {
      for (const pair of paragraph.pattern.pairs) {
        const known = this.#byPair.get(pair);
        if (known) known.push(paragraph);
        else this.#byPair.set(pair, [paragraph]);
      }
    }
  }

  /** The paragraphs that a text may be, with how many pairs each shares with it. */
  near(text: string): { paragraph: FormParagraph; shared: number }[] {
    const shared = new Map<FormParagraph, number>(this.#free.map((paragraph) => [paragraph, 0]));
    const pairs = new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
    for (const pair of pairs)
      for (const paragraph of this.#byPair.get(pair) ?? []) shared.set(paragraph, (shared.get(paragraph) ?? 0) + 1);
    return [...shared]
      .filter(([one, count]) => count >= leastOf(one))
      .map(([paragraph, count]) => ({ paragraph, shared: count }));
  }
}

/** 0 for a paragraph that is nearly all free text: it may be any. */
const leastOf = ({ pattern }: FormParagraph): number => Math.floor(pattern.leastPairs * leastShare);
