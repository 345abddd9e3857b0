/** How the paragraphs of a document can be read as those of the form. */
import type { Block } from '../document.js';
import type { Step } from './bestPath.js';
import { type Characters, charactersOf } from './characters.js';
import { costs } from './costs.js';
import type { FormParagraph } from './form.js';
import { Pairs } from './pairs.js';
import { remembered } from './remembered.js';
import { readExactly, readSentence, type Sentence } from './sentence.js';

/** How a paragraph was read; `blocks` were joined to be read. */
export interface FoundParagraph {
  readonly sentence: Sentence;
  readonly characters: Characters;
  readonly blocks: readonly number[];
}

type Steps = ReadonlyMap<FormParagraph, readonly Step<FoundParagraph>[]>;

/** Of the form's own words in a paragraph, the share that may be otherwise. */
const mostOther = 0.3;
/** So many paragraphs are joined at most. */
const mostJoined = 3;

export class Candidates {
  readonly #blocks: readonly Block[];
  readonly #pairs: Pairs;
  readonly #steps = new Map<number, Steps>();

  constructor(blocks: readonly Block[], paragraphs: readonly FormParagraph[]) {
    this.#blocks = blocks;
    this.#pairs = new Pairs(paragraphs);
  }

  /**
   * The ways of reading what begins at a block. Where a paragraph is word for word what the form says, it is nothing else, save for what may be
   * any text.
   */
  at(at: number): Steps {
    return remembered(this.#steps, at, () => this.#read(at));
  }

  #read(at: number): Steps {
    const steps = new Map<FormParagraph, Step<FoundParagraph>[]>();
    const text = this.#joined(at, 1);
    if (!text) return steps;
    for (const { paragraph } of this.#pairs.near(text.text)) {
      const sentence = readExactly(paragraph.pattern, text);
      if (sentence) steps.set(paragraph, [stepOf(sentence, text, [at])]);
    }
    if ([...steps.values()].some(([step]) => step?.found && isSure(step.found.sentence))) return steps;
    const exact = new Set(steps.keys());
    let before = new Map<FormParagraph, number>();
    for (let count = 1; count <= mostJoined; count += 1) {
      const characters = this.#joined(at, count);
      if (!characters) break;
      const near = this.#pairs.near(characters.text).filter(({ paragraph }) => !exact.has(paragraph));
      // a paragraph more must have more of the form's words
      for (const { paragraph, shared } of near)
        if (count === 1 || shared > (before.get(paragraph) ?? -1) + 1)
          this.#add(steps, paragraph, characters, at, count);
      before = new Map(near.map(({ paragraph, shared }) => [paragraph, shared]));
    }
    return steps;
  }

  #add(
    steps: Map<FormParagraph, Step<FoundParagraph>[]>,
    paragraph: FormParagraph,
    text: Characters,
    at: number,
    count: number,
  ): void {
    const { weight } = paragraph.pattern;
    const likely = text.text.length * costs.free + Math.round(weight * mostOther) + costs.character;
    const limit = Math.min(likely, lackingCost(paragraph) + unexplainedCost(text));
    const sentence = readExactly(paragraph.pattern, text) ?? readSentence(paragraph.pattern, text, limit);
    if (!sentence) return;
    const blocks = Array.from({ length: count }, (_, index) => at + index);
    remembered(steps, paragraph, () => [] as Step<FoundParagraph>[]).push(stepOf(sentence, text, blocks));
  }

  /** Undefined when there are not so many paragraphs. */
  #joined(at: number, count: number): Characters | undefined {
    const texts = this.#blocks
      .slice(at, at + count)
      .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    return texts.length === count ? charactersOf(...texts) : undefined;
  }
}

const stepOf = (sentence: Sentence, characters: Characters, blocks: readonly number[]): Step<FoundParagraph> => ({
  length: blocks.length,
  cost: sentence.cost + (blocks.length - 1) * costs.joined,
  found: { sentence, characters, blocks },
});

/** So many of the form's own words make an exact reading sure. */
const sureWords = 4;

/** Nothing but the form's own words, or enough of them. */
function isSure({ moves }: Sentence): boolean {
  const items = moves.flatMap(({ item, isRead }) => (isRead && item ? [item] : []));
  const words = items.filter((item) => item.kind === 'character' && !item.isPunctuation);
  return words.length >= sureWords || !items.some((item) => item.kind === 'hole');
}

export const lackingCost = ({ pattern }: FormParagraph): number =>
  Math.round((pattern.weight / costs.character) * costs.lost) + costs.lost;
export const unexplainedCost = ({ text }: Characters): number => (text.length + 1) * costs.lost;
