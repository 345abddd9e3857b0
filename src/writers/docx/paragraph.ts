/** Runs, paragraphs and headings, as XML. */

import { cleanLines, escapeXml, SUSPECT } from '../../document/text.js';
import type { Align, Heading, Inline, Paragraph as ParagraphBlock } from '../../document/tree.js';
import { type ContentsEntry, markXml } from './contents.js';
import { headingStyle, PARAGRAPH_STYLES } from './styles.js';

/** `w:jc` by alignment; a style aligns left of itself. */
export const ALIGNMENTS = {
  left: 'left',
  center: 'center',
  right: 'right',
  justify: 'both',
} as const satisfies Record<Align, string>;

/**
 * Curly quotes, dashes, ≥, ① … stand in both kinds of font; without the hint Word sets them in Times New Roman, half as
 * wide.
 */
const AMBIGUOUS = /[\u0080-\u2e7f]/;

const MARKUP = /[&<>"']/;

/** Spaces that a reader of the file may drop or join, wide ones too: not every program goes by what XML calls space. */
const SPACED = /^\s|\s$|\s{2}/;

const CLASSES = [SUSPECT, AMBIGUOUS, MARKUP].map(({ source }) => source).join('');

/**
 * Whatever keeps a text from being written as it is: the three classes as one, as most texts need no more than this one
 * look.
 */
const SPECIAL = new RegExp(`${CLASSES.replaceAll('][', '')}|${SPACED.source}`);

/** Properties of a run by boldness and hint. */
const RUN_PROPERTIES = {
  plain: ['', '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'],
  bold: ['<w:rPr><w:b/><w:bCs/></w:rPr>', '<w:rPr><w:rFonts w:hint="eastAsia"/><w:b/><w:bCs/></w:rPr>'],
} as const;

const ORDINARY_RUN = '<w:r><w:t>';
const ORDINARY_BOLD_RUN = `<w:r>${RUN_PROPERTIES.bold[0]}<w:t>`;

/**
 * Runs of a paragraph. A printed figure is a run of its own with its id at hand here, for whoever attaches a comment to
 * it.
 */
export function inlineRuns(inlines: readonly Inline[], options: { readonly bold?: boolean } = {}): string {
  let runs = '';
  for (const inline of inlines) {
    if (inline.kind === 'break') runs += '<w:r><w:br/></w:r>';
    else runs += textRuns(inline.text, inline.bold || options.bold === true);
  }
  return runs;
}

function textRuns(text: string, bold: boolean): string {
  if (text === '') return '';
  if (!SPECIAL.test(text)) return `${bold ? ORDINARY_BOLD_RUN : ORDINARY_RUN}${text}</w:t></w:r>`;
  return cleanLines(text)
    .map((line, index) => textRun(line, bold, index > 0))
    .join('');
}

function textRun(text: string, bold: boolean, afterBreak: boolean): string {
  if (text === '' && !afterBreak) return '';
  const properties = RUN_PROPERTIES[bold ? 'bold' : 'plain'][AMBIGUOUS.test(text) ? 1 : 0];
  const space = SPACED.test(text) ? ' xml:space="preserve"' : '';
  const written = text === '' ? '' : `<w:t${space}>${escaped(text)}</w:t>`;
  return `<w:r>${properties}${afterBreak ? '<w:br/>' : ''}${written}</w:r>`;
}

/** Apostrophes too: so the library wrote them, and bytes do not change. */
const escaped = (text: string): string => (MARKUP.test(text) ? escapeXml(text).replace(/'/g, '&apos;') : text);

/**
 * A paragraph of the body as properties and content, apart because a section's properties go into those of its last
 * paragraph. All properties stand in the order that the schema asks for.
 */
export interface BodyParagraph {
  readonly properties: string;
  readonly content: string;
}

/** `<w:p>`; `section` is the `w:sectPr` of the section that the paragraph closes, if it does. */
export function paragraphXml({ properties, content }: BodyParagraph, section = ''): string {
  return `<w:p><w:pPr>${properties}${section}</w:pPr>${content}</w:p>`;
}

/**
 * What a paragraph has beyond its style: space above (it puts the cover in the middle of the page) and indents that
 * break a title by sense, DXA; whether it stands on a page with the next.
 */
export interface ParagraphPlace {
  readonly before?: number | undefined;
  readonly indent: number;
  readonly keepNext: boolean;
}

const sideIndents = (indent: number): string => (indent !== 0 ? `<w:ind w:left="${indent}" w:right="${indent}"/>` : '');

/** What a `w:p` holds. */
export function paragraph(block: ParagraphBlock, { before, indent, keepNext }: ParagraphPlace): BodyParagraph {
  const properties =
    `<w:pStyle w:val="${PARAGRAPH_STYLES[block.style]}"/>` +
    (keepNext || leadsIn(block) ? '<w:keepNext/>' : '') +
    (before === undefined ? '' : `<w:spacing w:before="${before}"/>`) +
    sideIndents(indent) +
    (block.align ? `<w:jc w:val="${ALIGNMENTS[block.align]}"/>` : '');
  return { properties, content: inlineRuns(block.inlines) };
}

/** What announces the lines below it: （二）项目名称：…, 其中：. It is not left alone at the end of a page. */
const LEADS_IN = /^（[一二三四五六七八九十百]+）[^。；]*$|[：:]$/;

function leadsIn({ style, inlines }: ParagraphBlock): boolean {
  if (style !== 'body') return false;
  const text = inlines.map((inline) => (inline.kind === 'text' ? inline.text : '\n')).join('');
  return LEADS_IN.test(text.trim());
}

/**
 * A heading; `entry` is its entry in the contents, `number` that of its bookmark in the document; `indent` as of a
 * title.
 */
export function heading(
  block: Heading,
  entry: ContentsEntry | undefined,
  number: number,
  indent: number,
): BodyParagraph {
  const runs = inlineRuns(block.inlines);
  // The style of a table's title says level 2; one that stands deeper says so itself.
  const outline = block.tableTitle && block.level !== 2 ? `<w:outlineLvl w:val="${block.level - 1}"/>` : '';
  const properties = `<w:pStyle w:val="${headingStyle(block)}"/>${sideIndents(indent)}${outline}`;
  if (entry === undefined) return { properties, content: runs };
  const start = `<w:bookmarkStart w:name="${entry.anchor}" w:id="${number}"/>${entry.marked ? markXml(entry) : ''}`;
  return { properties, content: `${start}${runs}<w:bookmarkEnd w:id="${number}"/>` };
}

/** The paragraph that Word needs between two tables and after a table at the end of a section: one point high. */
export const GAP: BodyParagraph = { properties: '<w:pStyle w:val="TableGap"/>', content: '' };
