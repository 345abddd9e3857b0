/** The paragraphs and tables of a document laid against those of the form. */
import type { Block, PublishedDocument } from '../document.js';
import { bestPath, type Path, type Step } from './bestPath.js';
import { type Characters, charactersOf } from './characters.js';
import { costs } from './costs.js';
import type { BlockItem, Form, FormContents, FormParagraph } from './form.js';
import { Pairs } from './pairs.js';
import { remembered } from './remembered.js';
import { readSentence, type Sentence } from './sentence.js';
import { unlikeness } from './tableLikeness.js';

/** How a paragraph was read; `blocks` were joined to be read. */
export interface FoundParagraph {
  readonly sentence: Sentence;
  readonly characters: Characters;
  readonly blocks: readonly number[];
}

export type BlockPath = Path<BlockItem, FoundParagraph>;

/** Undefined only when nothing at all could be laid against each other. */
export function alignBlocks(document: PublishedDocument, form: Form): BlockPath | undefined {
  return bestPath(form.automaton, new Blocks(document.blocks, form), Number.POSITIVE_INFINITY);
}

const mostJoined = 3;

class Blocks {
  readonly length: number;
  readonly #blocks: readonly Block[];
  readonly #contents = new Map<number, number>();
  readonly #pairs: Pairs;
  readonly #read = new Map<FormParagraph, Map<number, readonly Step<FoundParagraph>[]>>();
  /** Candidates among the form's paragraphs for the text that begins at a block, by the number of blocks joined. */
  readonly #candidates = new Map<string, ReadonlyMap<FormParagraph, number>>();

  constructor(blocks: readonly Block[], form: Form) {
    this.#blocks = blocks;
    this.length = blocks.length;
    this.#pairs = new Pairs(form.paragraphs);
  }

  omitted(item: BlockItem): number {
    if (item.kind === 'continuation') return 1;
    if (item.kind === 'contents') return 0;
    if (item.kind === 'table') return costs.tableLacking;
    return item.isOptional ? 0 : lackingCost(item);
  }

  unexplained(at: number): number {
    const block = this.#blocks[at];
    return block?.kind === 'paragraph' ? unexplainedCost(charactersOf(block.text)) : costs.tableUnexplained;
  }

  read(item: BlockItem, at: number): readonly Step<FoundParagraph>[] {
    const block = this.#blocks[at];
    if (!block) return [];
    if (item.kind === 'paragraph') return block.kind === 'paragraph' ? this.#paragraph(item, at) : [];
    if (item.kind === 'contents') return this.#contentsSteps(item, at);
    if (block.kind !== 'table') return [];
    if (item.kind === 'continuation') {
      const isSameWidth = block.columns === item.table.width;
      return [{ length: 1, cost: isSameWidth ? costs.tableContinued : costs.tableContinuedOtherwise }];
    }
    const cost = unlikeness(item.table, block);
    return cost === undefined ? [] : [{ length: 1, cost }];
  }

  #paragraph(item: FormParagraph, at: number): readonly Step<FoundParagraph>[] {
    const known = remembered(this.#read, item, () => new Map<number, readonly Step<FoundParagraph>[]>());
    return remembered(known, at, () => this.#paragraphSteps(item, at));
  }

  #paragraphSteps(item: FormParagraph, at: number): Step<FoundParagraph>[] {
    const steps: Step<FoundParagraph>[] = [];
    let shared = 0;
    for (let count = 1; count <= mostJoined; count += 1) {
      const texts = this.#textsAt(at, count);
      if (!texts) break;
      const now = this.#sharedAt(at, texts).get(item) ?? 0;
      if (count > 1 && now <= shared + 1) continue;
      shared = now;
      if (!this.#pairs.mayBe(item, now)) continue;
      const characters = charactersOf(...texts);
      const limit = lackingCost(item) + unexplainedCost(characters);
      const sentence = readSentence(item.pattern, characters, limit);
      if (!sentence) continue;
      const blocks = texts.map((_, index) => at + index);
      const cost = sentence.cost + (count - 1) * costs.joined;
      steps.push({ length: count, cost, found: { sentence, characters, blocks } });
      if (count === 1 && isExact(sentence)) break;
    }
    return steps;
  }

  /** Undefined when there are not so many paragraphs. */
  #textsAt(at: number, count: number): string[] | undefined {
    const texts: string[] = [];
    for (let index = at; index < at + count; index += 1) {
      const block = this.#blocks[index];
      if (block?.kind !== 'paragraph') return undefined;
      texts.push(block.text);
    }
    return texts;
  }

  #sharedAt(at: number, texts: readonly string[]): ReadonlyMap<FormParagraph, number> {
    const key = `${at} ${texts.length}`;
    return remembered(this.#candidates, key, () => this.#pairs.sharedWith(charactersOf(...texts).text));
  }

  /** The contents page takes as many paragraphs as are entries of it. */
  #contentsSteps({ text }: FormContents, at: number): Step<FoundParagraph>[] {
    const steps: Step<FoundParagraph>[] = [];
    let cost = 0;
    for (let end = at; end < this.length; end += 1) {
      const own = remembered(this.#contents, end, () => this.#entryCost(text, end));
      if (own === Number.POSITIVE_INFINITY) break;
      cost += own;
      steps.push({ length: end + 1 - at, cost });
    }
    return steps;
  }

  /** Little for what stands in the contents, the usual for what does not; a table or a long text ends them. */
  #entryCost(contents: string, at: number): number {
    const block = this.#blocks[at];
    if (block?.kind !== 'paragraph') return Number.POSITIVE_INFINITY;
    const characters = charactersOf(block.text);
    const entry = characters.text.replace(/[.…·-]*\d*$/, '');
    if (entry.length > longestEntry) return Number.POSITIVE_INFINITY;
    return contents.includes(entry) ? costs.mark : unexplainedCost(characters);
  }
}

const longestEntry = 120;

export const isExact = (sentence: Sentence): boolean =>
  sentence.moves.every((move) => move.isRead && (move.item?.kind !== 'character' || move.cost === 0));

const lackingCost = ({ pattern }: FormParagraph): number =>
  Math.round((pattern.weight / costs.character) * costs.lost) + costs.lost;
const unexplainedCost = ({ text }: Characters): number => (text.length + 1) * costs.lost;
