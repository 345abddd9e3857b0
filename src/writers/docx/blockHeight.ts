/** What headings and paragraphs take of a page, roughly: their lines by the widths of their texts. */
import { emWidth } from '../../document/text.js';
import type { Block, Heading, Paragraph } from '../../document/tree.js';
import { BODY_LINE } from './styles.js';

/** A block's text without its line breaks. */
export function textOf({ inlines }: Heading | Paragraph): string {
  return inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');
}

/**
 * Roughly what stands above a table on its page: the blocks since the table before it, or only its title further into a
 * section.
 */
export function heightAbove(before: readonly Block[], width: number): number {
  const lastTable = before.findLastIndex((block) => block.kind === 'table');
  return before.slice(lastTable + 1).reduce((height, block) => height + blockHeight(block, width), 0);
}

/** Height of a heading or paragraph, DXA; of other blocks nothing. */
export function blockHeight(block: Block, width: number): number {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return 0;
  const text = textOf(block);
  const { em, line, after } = measuresOf(block);
  return Math.max(1, Math.ceil((emWidth(text) * em) / width)) * line + after;
}

/** One character, a line, and the space below, DXA, as its style has them (styles.ts). */
export function measuresOf(block: Heading | Paragraph): {
  readonly em: number;
  readonly line: number;
  readonly after: number;
} {
  if (block.kind === 'heading' && block.level === 1) return { em: 440, line: 640, after: 280 };
  if (block.kind === 'paragraph' && block.style === 'coverTitle') return { em: 520, line: 960, after: 0 };
  if (block.kind === 'paragraph' && block.style === 'tableNumber') return { em: 280, line: 400, after: 0 };
  return { em: 320, line: BODY_LINE, after: 0 };
}
