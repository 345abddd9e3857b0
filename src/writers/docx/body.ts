/** The body: sections of the tree to sections of the library. Knows nothing of the package around it. */

import type { FileChild, ISectionOptions } from 'docx';
import type { Block, DocumentTree, Heading, Paragraph, Section } from '../../document/tree.js';
import { type ContentsEntry, ContentsPlace } from './contents.js';
import { sectionFrame, textArea } from './page.js';
import { gap, heading, paragraph } from './paragraph.js';
import { BODY_LINE } from './styles.js';
import { table } from './table.js';
import { emWidth } from './text.js';

type Entries = ReadonlyMap<Heading, ContentsEntry>;

export function documentSections(tree: DocumentTree, entries: Entries): ISectionOptions[] {
  return tree.sections.map((section, index) => ({
    ...sectionFrame(section, tree.sections[index - 1]),
    children: sectionChildren(section, entries),
  }));
}

function sectionChildren(section: Section, entries: Entries): FileChild[] {
  const children = section.blocks.flatMap((block, index) => {
    const next = section.blocks[index + 1];
    // Two tables in a row would grow together; a section's properties need a paragraph to stand in.
    const closed =
      block.kind === 'table'
        ? next?.kind === 'table' || next === undefined
        : next === undefined && block.kind === 'contents';
    const written = blockChildren(block, section, index, entries);
    return closed ? [...written, gap()] : written;
  });
  return children.length > 0 ? children : [gap()];
}

function blockChildren(block: Block, section: Section, index: number, entries: Entries): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block, entries.get(block)?.anchor)];
    case 'paragraph':
      return [paragraph(block, index === 0 ? spaceAbove(section) : undefined)];
    case 'contents':
      return entries.size > 0 ? [new ContentsPlace()] : [];
    case 'table': {
      const { width, height } = textArea(section.orientation);
      return [table(block, { width, height: height - heightAbove(section.blocks.slice(0, index), width) })];
    }
  }
}

/**
 * Space that puts a section's text a little above the middle of its page, where the eye takes the middle to be. Not Word's vertical
 * alignment of the page, which LibreOffice does not know.
 */
function spaceAbove(section: Section): number | undefined {
  if (section.vertical !== 'center') return undefined;
  const { width, height } = textArea(section.orientation);
  const content = section.blocks.reduce((total, block) => total + blockHeight(block, width), 0);
  return Math.max(0, Math.round((height - content) * 0.4));
}

/** Roughly what stands above a table on its page: the blocks since the table before it, or only its title further into a section. */
function heightAbove(before: readonly Block[], width: number): number {
  const lastTable = before.findLastIndex((block) => block.kind === 'table');
  return before.slice(lastTable + 1).reduce((height, block) => height + blockHeight(block, width), 0);
}

function blockHeight(block: Block, width: number): number {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return 0;
  const text = block.inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');
  const { em, line, after } = measuresOf(block);
  return Math.max(1, Math.ceil((emWidth(text) * em) / width)) * line + after;
}

function measuresOf(block: Heading | Paragraph): {
  readonly em: number;
  readonly line: number;
  readonly after: number;
} {
  if (block.kind === 'heading' && block.level === 1) return { em: 440, line: 640, after: 280 };
  if (block.kind === 'paragraph' && block.style === 'coverTitle') return { em: 520, line: 960, after: 0 };
  if (block.kind === 'paragraph' && block.style === 'tableNumber') return { em: 280, line: 400, after: 0 };
  return { em: 320, line: BODY_LINE, after: 0 };
}
