/** How the paragraphs of a document can be read as those of the form. */
import type { DocumentBlock } from '../document.js';
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

type Ways = Map<FormParagraph, Step<FoundParagraph>[]>;
type Steps = ReadonlyMap<FormParagraph, readonly Step<FoundParagraph>[]>;

/** Of the form's own words in a paragraph, the share that may be otherwise. */
const mostOther = 0.3;
/** So many paragraphs are joined at most. */
const mostJoined = 5;

export class Candidates {
  readonly #blocks: readonly DocumentBlock[];
  readonly #pairs: Pairs;
  readonly #steps = new Map<number, Steps>();
  readonly #own = new Map<number, boolean>();

  constructor(blocks: readonly DocumentBlock[], paragraphs: readonly FormParagraph[]) {
    this.#blocks = blocks;
    this.#pairs = new Pairs(paragraphs);
  }

  /**
   * The ways of reading what begins at a block. Where a paragraph is word for word what the form says, it is nothing
   * else, save for what may be any text.
   */
  at(at: number): Steps {
    return remembered(this.#steps, at, () => this.#read(at));
  }

  #read(at: number): Steps {
    const steps: Ways = new Map();
    const text = this.#joined(at, 1);
    if (!text) return steps;
    const near = this.#pairs.near(text.text);
    for (const { paragraph } of near) {
      const sentence = readExactly(paragraph.pattern, text);
      if (sentence) steps.set(paragraph, [stepOf(sentence, text, at, 1)]);
    }
    const own = [...steps].filter(([, [step]]) => step?.found && isSure(step.found.sentence));
    if (own.length > 0)
      this.#continued(
        at,
        steps,
        own.map(([paragraph]) => paragraph),
      );
    else this.#inexact(at, steps);
    return steps;
  }

  /** A text at the end of a paragraph may go on in the paragraphs after it, as long as they are not the form's own. */
  #continued(at: number, steps: Ways, paragraphs: readonly FormParagraph[]): void {
    const open = paragraphs.filter((paragraph) => endsInText(steps.get(paragraph)?.[0]?.found?.sentence));
    for (let count = 2; count <= mostJoined && open.length > 0; count += 1) {
      const text = this.#joined(at, count);
      if (!text || this.#isOwn(at + count - 1)) return;
      for (const paragraph of open) {
        const sentence = readExactly(paragraph.pattern, text);
        if (sentence) steps.get(paragraph)?.push(stepOf(sentence, text, at, count));
      }
    }
  }

  #isOwn(at: number): boolean {
    return remembered(this.#own, at, () =>
      [...this.at(at).values()].some((steps) =>
        steps.some(({ found, length }) => length === 1 && found !== undefined && isSure(found.sentence)),
      ),
    );
  }

  #inexact(at: number, steps: Ways): void {
    const exact = new Set(steps.keys());
    for (let count = 1; count <= mostJoined; count += 1) {
      const text = this.#joined(at, count);
      if (!text || (count > 1 && this.#isOwn(at + count - 1))) return;
      for (const { paragraph } of this.#pairs.near(text.text)) {
        if (exact.has(paragraph)) continue;
        const { weight } = paragraph.pattern;
        const likely = text.text.length * costs.free + Math.round(weight * mostOther) + costs.character;
        const limit = Math.min(likely, lackingCost(paragraph) + unexplainedCost(text));
        const sentence = readExactly(paragraph.pattern, text) ?? readSentence(paragraph.pattern, text, limit);
        if (sentence) remembered(steps, paragraph, () => []).push(stepOf(sentence, text, at, count));
      }
    }
  }

  /** Undefined when there are not so many paragraphs. */
  #joined(at: number, count: number): Characters | undefined {
    const texts = this.#blocks
      .slice(at, at + count)
      .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    return texts.length === count ? charactersOf(...texts) : undefined;
  }
}

function stepOf(sentence: Sentence, characters: Characters, at: number, count: number): Step<FoundParagraph> {
  const blocks = Array.from({ length: count }, (_, index) => at + index);
  const joined = count > 1 ? (count - 1) * costs.joined + freeAfterFirst(sentence, characters) * costs.continued : 0;
  const cost = isSure(sentence) ? sentence.cost : unsureCost(sentence, characters, count);
  return { length: count, cost: cost + joined, found: { sentence, characters, blocks } };
}

/** Characters of later pieces that are all an office's own text. */
function freeAfterFirst({ moves }: Sentence, { pieces, text }: Characters): number {
  const last = moves.findLast(({ item, isRead }) => item !== undefined && isRead);
  if (last?.item?.kind !== 'hole') return 0;
  const first = pieces.findIndex((piece) => piece > 0);
  return Math.max(0, last.to === text.length ? last.to - Math.max(first, last.from) : 0);
}

function endsInText(sentence: Sentence | undefined): boolean {
  const last = sentence?.moves.findLast(({ item, isRead }) => item !== undefined && isRead)?.item;
  return last?.kind === 'hole' && last.hole.helper === 'text' && last.reads === undefined;
}

/** So many of the form's own words make an exact reading sure. */
const sureWords = 4;

/** Nothing but the form's own words, or enough of them. */
function isSure({ moves }: Sentence): boolean {
  let words = 0;
  let isWorded = true;
  for (const { item, isRead } of moves) {
    if (!isRead || !item) continue;
    if (item.kind === 'hole') isWorded = false;
    else if (item.kind === 'character' && !item.isPunctuation) words += 1;
  }
  return words >= sureWords || isWorded;
}

/** What it costs to hold that a paragraph of the form is not in the document. */
export const lackingCost = ({ pattern }: FormParagraph): number =>
  Math.round((pattern.weight / costs.character) * costs.lost) + costs.lost;
/**
 * What may be any text explains hardly more than nothing does: else the first list of an office's texts would take all
 * that follows.
 */
function unsureCost({ cost }: Sentence, characters: Characters, count: number): number {
  const otherwise = Math.max(0, cost - characters.text.length * costs.free);
  return unexplainedCost(characters) + (count - 3) * costs.lost + Math.min(otherwise, 2 * costs.lost - 1);
}
/** What it costs to hold that no part of the form explains a paragraph of the document. */
export const unexplainedCost = ({ text }: Characters): number => (text.length + 1) * costs.lost;
