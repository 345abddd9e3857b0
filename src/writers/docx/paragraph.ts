/** Runs, paragraphs and headings. */

import { AlignmentType, Bookmark, Paragraph, TextRun } from 'docx';
import type { Align, Heading, Inline, Paragraph as ParagraphBlock } from '../../document/tree.js';
import { headingStyle, PARAGRAPH_STYLES } from './styles.js';
import { cleanLines } from './text.js';

export const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const satisfies Record<Align, string>;

/** Curly quotes, dashes, ≥, ① … stand in both kinds of font; without the hint Word sets them in Times New Roman, half as wide. */
const AMBIGUOUS = /[\u0080-\u2e7f]/;

/**
 * Runs of a paragraph. Text is handed over as `text`, never as a child string: the library turns a child 'CURRENT' into a page number.
 * A printed figure is a run of its own with its id at hand here, for whoever attaches a comment to it.
 */
export function inlineRuns(inlines: readonly Inline[], options: { readonly bold?: boolean } = {}): TextRun[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'break') return [new TextRun({ break: 1 })];
    const bold = inline.bold || options.bold === true;
    return cleanLines(inline.text).flatMap((line, index) => textRun(line, bold, index > 0));
  });
}

function textRun(text: string, bold: boolean, afterBreak: boolean): TextRun[] {
  if (text === '' && !afterBreak) return [];
  return [
    new TextRun({
      ...(afterBreak ? { break: 1 } : {}),
      ...(text === '' ? {} : { text }),
      ...(bold ? { bold: true } : {}),
      ...(AMBIGUOUS.test(text) ? { font: { hint: 'eastAsia' } } : {}),
    }),
  ];
}

/** `before` is space above that this one paragraph has beyond its style (DXA): it puts the cover in the middle of the page. */
export function paragraph(block: ParagraphBlock, before?: number): Paragraph {
  return new Paragraph({
    style: PARAGRAPH_STYLES[block.style],
    ...(block.align ? { alignment: ALIGNMENTS[block.align] } : {}),
    ...(before === undefined ? {} : { spacing: { before } }),
    ...(leadsIn(block) ? { keepNext: true } : {}),
    children: inlineRuns(block.inlines),
  });
}

/** What announces the lines below it: （二）项目名称：…, 其中：. It is not left alone at the end of a page. */
const LEADS_IN = /^（[一二三四五六七八九十百]+）[^。；]*$|[：:]$/;

function leadsIn({ style, inlines }: ParagraphBlock): boolean {
  const text = inlines.map((inline) => (inline.kind === 'text' ? inline.text : '\n')).join('');
  return style === 'body' && LEADS_IN.test(text.trim());
}

/** A heading; `anchor` is the bookmark that its entry in the contents leads to. */
export function heading(block: Heading, anchor: string | undefined): Paragraph {
  const runs = inlineRuns(block.inlines);
  return new Paragraph({
    style: headingStyle(block),
    // The style of a table's title says level 2; one that stands deeper says so itself.
    ...(block.tableTitle && block.level !== 2 ? { outlineLevel: block.level - 1 } : {}),
    children: anchor === undefined ? runs : [new Bookmark({ id: anchor, children: runs })],
  });
}

/** The paragraph that Word needs between two tables and after a table at the end of a section: one point high. */
export function gap(): Paragraph {
  return new Paragraph({ style: 'TableGap' });
}
