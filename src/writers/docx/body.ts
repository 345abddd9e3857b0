/** The body as XML. Knows nothing of the package around it; the sections' own properties are handed in. */

import type { Block, DocumentTree, Heading, Paragraph, Section, Table } from '../../document/tree.js';
import { blockHeight, measuresOf, textOf } from './blockHeight.js';
import { type ContentsEntry, type ContentsPages, contentsXml } from './contents.js';
import type { TableFit } from './fit.js';
import { textArea } from './geometry.js';
import { type BodyParagraph, GAP, heading, paragraph, paragraphXml } from './paragraph.js';
import { SIGNATURE_INDENT } from './styles.js';
import { table } from './table.js';
import { nameBreak, titleBreak, titleIndent } from './titleLines.js';

/** What the blocks need to know of the document around them. */
export interface BodyContext {
  readonly entries: ReadonlyMap<Heading, ContentsEntry>;
  readonly pages: ContentsPages | undefined;
  /** The `w:sectPr` of every section. */
  readonly sections: readonly string[];
  readonly fits: ReadonlyMap<Table, TableFit>;
}

/** The same, and what is found out on the way. */
interface Writing extends BodyContext {
  /** Of every heading in the contents, the number of its bookmark. */
  readonly numbers: ReadonlyMap<Heading, number>;
}

/** What stands in `w:body`. */
export function bodyXml(tree: DocumentTree, context: BodyContext): string {
  const numbers = new Map([...context.entries.keys()].map((block, index) => [block, index]));
  const writing = { ...context, numbers };
  const last = tree.sections.length - 1;
  let xml = '';
  tree.sections.forEach((section, index) => {
    const properties = context.sections[index] ?? '';
    const blocks = sectionBlocks(section, writing);
    xml += index === last ? joined(blocks, '') + properties : joined(blocks, properties);
  });
  return xml;
}

/** Written already, or a paragraph that may yet take a section's properties. */
type Written = string | BodyParagraph;

/** The last of a section is always a paragraph: its properties hold the section's. */
function joined(blocks: readonly Written[], section: string): string {
  const last = blocks.length - 1;
  let xml = '';
  blocks.forEach((block, index) => {
    xml += typeof block === 'string' ? block : paragraphXml(block, index === last ? section : '');
  });
  return xml;
}

function sectionBlocks(section: Section, writing: Writing): Written[] {
  const blocks = section.blocks.flatMap((block, index) => {
    const next = section.blocks[index + 1];
    // Two tables in a row would grow together; a section's properties need a paragraph to stand in.
    const closed =
      block.kind === 'table'
        ? next?.kind === 'table' || next === undefined
        : next === undefined && block.kind === 'contents';
    const written = blockXml(block, section, index, writing);
    return closed ? [written, GAP] : [written];
  });
  return blocks.length > 0 ? blocks : [GAP];
}

function blockXml(block: Block, section: Section, index: number, writing: Writing): Written {
  const { entries, pages, numbers, fits } = writing;
  switch (block.kind) {
    case 'heading':
      return heading(block, entries.get(block), numbers.get(block) ?? 0, indentOf(block, section));
    case 'paragraph':
      return paragraph(broken(block, section), {
        before: index === 0 ? spaceAbove(section) : undefined,
        indent: indentOf(block, section),
        keepNext: isSignature(section.blocks[index + 1]),
      });
    case 'contents':
      return contentsXml([...entries.values()], pages);
    case 'table': {
      const fit = fits.get(block);
      if (!fit) throw new Error('every table is fitted before the body is written (plan.ts)');
      return table(block, fit, textArea(section.orientation).width);
    }
  }
}

/** A signature stands on no page of its own, nor its date on another than its name. */
const isSignature = (block: Block | undefined): boolean => block?.kind === 'paragraph' && block.style === 'signature';

/**
 * Space that puts a section's text a little above the middle of its page, where the eye takes the middle to be. Not
 * Word's vertical alignment of the page, which LibreOffice does not know.
 */
function spaceAbove(section: Section): number | undefined {
  if (section.vertical !== 'center') return undefined;
  const { width, height } = textArea(section.orientation);
  const content = section.blocks.reduce((total, block) => total + blockHeight(block, width), 0);
  return Math.max(0, Math.round((height - content) * 0.4));
}

/** Titles on the cover and of the parts are broken by sense. */
function indentOf(block: Heading | Paragraph, { orientation }: Section): number {
  const title = block.kind === 'heading' ? block.level === 1 : block.style === 'coverTitle';
  return title ? titleIndent(textOf(block), measuresOf(block).em, textArea(orientation).width) : 0;
}

/**
 * A line of the cover whose second half is the longer one, and a signature that is too long for a line, take a line
 * break: they stand in no contents.
 */
function broken(block: Paragraph, section: Section): Paragraph {
  const [inline, ...others] = block.inlines;
  if (inline?.kind !== 'text' || others.length > 0) return block;
  const at = breakOf(block, inline.text, textArea(section.orientation).width);
  if (at === undefined) return block;
  const part = (text: string) => ({ ...inline, text });
  return { ...block, inlines: [part(inline.text.slice(0, at)), { kind: 'break' }, part(inline.text.slice(at))] };
}

function breakOf(block: Paragraph, text: string, width: number): number | undefined {
  const { em } = measuresOf(block);
  if (block.style === 'coverTitle') return titleBreak(text, em, width);
  return block.style === 'signature' ? nameBreak(text, em, width - SIGNATURE_INDENT) : undefined;
}
