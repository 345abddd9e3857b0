/** The paragraphs and tables of a document laid against those of the form. */
import type { DocumentBlock, PublishedDocument } from '../document.js';
import { bestPath, costless, type Input, type Path, type Step } from './bestPath.js';
import { Candidates, type FoundParagraph, lackingCost, unexplainedCost } from './candidates.js';
import { charactersOf } from './characters.js';
import { costs } from './costs.js';
import type { BlockItem, Form, FormContents } from './form.js';
import { unlikeness } from './tableLikeness.js';

export type BlockPath = Path<BlockItem, FoundParagraph>;

/** Undefined only when nothing at all could be laid against each other. */
export function alignBlocks(document: PublishedDocument, form: Form): BlockPath | undefined {
  const blocks = new Blocks(document.blocks, form);
  const input: Input<BlockItem, FoundParagraph> = {
    length: document.blocks.length,
    read: (item, at) => blocks.read(item, at),
    omitted: (item) => blocks.omitted(item),
    unexplained: (at) => blocks.unexplained(at),
    marked: costless,
    atLeast: costless,
  };
  return bestPath(form.automaton, input, Number.POSITIVE_INFINITY);
}

/**
 * What a block costs at least is left out of every cost, since it has to be paid whichever way is taken: so the search
 * goes straight where the document is as the form has it.
 */
class Blocks {
  readonly #blocks: readonly DocumentBlock[];
  readonly #candidates: Candidates;
  readonly #entries: readonly number[];
  readonly #alone: readonly number[];
  readonly #least: number[];

  constructor(blocks: readonly DocumentBlock[], form: Form) {
    this.#blocks = blocks;
    this.#candidates = new Candidates(blocks, form.paragraphs);
    this.#entries = blocks.map((block) => entryCost(form.contents, block));
    this.#alone = blocks.map((block) =>
      block.kind === 'paragraph' ? unexplainedCost(charactersOf(block.text)) : costs.tableUnexplained,
    );
    this.#least = blocks.map((block, at) =>
      block.kind === 'table' ? 0 : Math.min(this.#alone[at] ?? 0, this.#entries[at] ?? 0),
    );
    for (const at of blocks.keys()) this.#lessen(at);
  }

  #lessen(at: number): void {
    for (const step of [...this.#candidates.at(at).values()].flat()) {
      const share = Math.floor(step.cost / step.length);
      for (let within = at; within < at + step.length; within += 1)
        this.#least[within] = Math.min(this.#least[within] ?? 0, share);
    }
  }

  #beyond(at: number, length: number, cost: number): number {
    let rest = cost;
    for (let within = at; within < at + length; within += 1) rest -= this.#least[within] ?? 0;
    return rest;
  }

  omitted(item: BlockItem): number {
    if (item.kind === 'continuation' || item.kind === 'repeated') return Number.POSITIVE_INFINITY;
    if (item.kind === 'contents') return 0;
    if (item.kind === 'table') return costs.tableLacking;
    return item.isOptional ? 0 : lackingCost(item);
  }

  unexplained(at: number): number {
    return this.#beyond(at, 1, this.#alone[at] ?? 0);
  }

  read(item: BlockItem, at: number): readonly Step<FoundParagraph>[] {
    const block = this.#blocks[at];
    if (!block) return [];
    if (item.kind === 'contents') return this.#contentsSteps(at);
    if (item.kind === 'paragraph' || item.kind === 'repeated') {
      const steps = this.#candidates.at(at).get(item.kind === 'paragraph' ? item : item.paragraph) ?? [];
      return steps.map((step) => ({ ...step, cost: this.#beyond(at, step.length, step.cost) }));
    }
    if (block.kind !== 'table') return [];
    if (item.kind === 'continuation') {
      const isSameWidth = block.columns === item.table.width;
      return [
        {
          length: 1,
          cost: isSameWidth ? costs.tableContinued : costs.tableContinuedOtherwise,
          found: undefined,
        },
      ];
    }
    const cost = unlikeness(item.table, block);
    return cost === undefined ? [] : [{ length: 1, cost, found: undefined }];
  }

  /** The contents page takes as many paragraphs as are entries of it. */
  #contentsSteps(at: number): Step<FoundParagraph>[] {
    const steps: Step<FoundParagraph>[] = [];
    let cost = 0;
    for (let end = at; end < this.#blocks.length && this.#entries[end] !== Number.POSITIVE_INFINITY; end += 1) {
      cost += this.#entries[end] ?? 0;
      steps.push({ length: end + 1 - at, cost: this.#beyond(at, end + 1 - at, cost), found: undefined });
    }
    return steps;
  }
}

const longestEntry = 120;

/** Little for what stands in the contents, the usual for what does not; a table or a long text ends them. */
function entryCost({ text }: FormContents, block: DocumentBlock): number {
  if (block.kind !== 'paragraph') return Number.POSITIVE_INFINITY;
  const characters = charactersOf(block.text);
  const entry = characters.text.replace(/[.…·-]*\d*$/, '');
  if (entry.length > longestEntry) return Number.POSITIVE_INFINITY;
  return text.includes(entry) ? costs.mark : unexplainedCost(characters);
}
