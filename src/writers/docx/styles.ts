/**
 * Every style of the document, as data, and word/styles.xml made from it. Nothing is left to the library's or Word's
 * defaults: those are blue, name theme fonts and give headings no outline level. Sizes by GB/T 9704-2012 (FORM page-1,
 * page-2).
 */

import type { Heading, ParagraphStyle } from '../../document/tree.js';
import { collectedByStyle } from './contents.js';
import { FANGSONG, HEITI, KAITI, LATIN, SONGTI, TITLE_SONG } from './fonts.js';

/** Line spacing of the body, exact, in twentieths of a point: 28 pt. */
export const BODY_LINE = 560;
/** The line above a table that goes on from the page before, like that of its number, DXA. */
export const CONTINUED_LINE = 400;

/** The signature stands four characters from the right, DXA. */
export const SIGNATURE_INDENT = 1280;

/** Width of the text of a portrait page, DXA: 156 mm. */
const TEXT_WIDTH = 8844;

interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  readonly font?: string;
  /** Latin and digits too are set in `font` (page numbers). */
  readonly latinToo?: boolean;
  /** Half points. */
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  /** Exact line height, twentieths of a point; with `atLeast` the least. */
  readonly line?: number;
  readonly before?: number;
  readonly after?: number;
  /** First-line indent in characters; 0 takes an inherited one away. */
  readonly firstLine?: number;
  readonly left?: number;
  readonly hanging?: number;
  readonly right?: number;
  readonly outline?: 0 | 1 | 2;
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  /** A row of dots to a number at the right margin, for whoever sets a tab. */
  readonly dots?: boolean;
  /** No space between neighbours of this style. */
  readonly contextual?: boolean;
}

const heading1: Style = {
  id: 'Heading1',
  name: 'heading 1',
  next: 'BodyText',
  font: TITLE_SONG,
  size: 44,
  align: 'center',
  line: 640,
  after: 280,
  outline: 0,
  keepNext: true,
};
const heading2: Style = {
  id: 'Heading2',
  name: 'heading 2',
  next: 'BodyText',
  font: HEITI,
  size: 32,
  firstLine: 2,
  outline: 1,
  keepNext: true,
};
const tableTitle: Style = {
  id: 'TableTitle',
  name: '表题',
  font: TITLE_SONG,
  size: 36,
  align: 'center',
  line: 560,
  outline: 1,
  keepNext: true,
};

const STYLES: readonly Style[] = [
  { id: 'BodyText', name: 'Body Text', font: FANGSONG, firstLine: 2 },
  heading1,
  heading2,
  {
    id: 'Heading3',
    name: 'heading 3',
    next: 'BodyText',
    font: KAITI,
    size: 32,
    firstLine: 2,
    outline: 2,
    keepNext: true,
  },
  { id: 'Heading1Outside', name: '目录外标题 1', basedOn: 'Heading1' },
  { id: 'Heading2Outside', name: '目录外标题 2', basedOn: 'Heading2' },
  tableTitle,
  { id: 'Title', name: 'Title', font: TITLE_SONG, size: 52, align: 'center', line: 960 },
  { id: 'TOCHeading', name: 'TOC Heading', font: TITLE_SONG, size: 44, align: 'center', line: 640, after: 280 },
  {
    id: 'TOC1',
    name: 'toc 1',
    font: HEITI,
    size: 28,
    align: 'left',
    line: 520,
    before: 120,
    dots: true,
    keepLines: true,
  },
  {
    id: 'TOC2',
    name: 'toc 2',
    size: 28,
    align: 'left',
    line: 520,
    left: 1120,
    hanging: 560,
    dots: true,
    keepLines: true,
  },
  { id: 'TableNumber', name: '表号', font: HEITI, size: 28, align: 'left', line: 400, keepNext: true },
  { id: 'TableContinued', name: '续表', font: HEITI, size: 28, align: 'left', line: CONTINUED_LINE },
  { id: 'TableNote', name: '表注', size: 28, line: 480, before: 120, firstLine: 2 },
  { id: 'TableGap', name: '表间', size: 2, line: 20 },
  { id: 'Signature', name: 'Signature', align: 'right', right: SIGNATURE_INDENT, before: 560, contextual: true },
  { id: 'Footer', name: 'footer', font: SONGTI, latinToo: true, size: 28, line: 320 },
];

/** Style of each kind of paragraph in the tree. */
export const PARAGRAPH_STYLES: Readonly<Record<ParagraphStyle, string>> = {
  body: 'BodyText',
  plain: 'Normal',
  coverTitle: 'Title',
  contentsTitle: 'TOCHeading',
  tableNumber: 'TableNumber',
  tableNote: 'TableNote',
  signature: 'Signature',
};

/**
 * Style of a heading. One whose text the contents are not to show has a style of its own, which the contents field does
 * not collect; so updating the field in Word does not bring it in. The style of table titles is none that it collects.
 */
export function headingStyle(heading: Heading): string {
  if (heading.tableTitle) return 'TableTitle';
  const outside = heading.level !== 3 && !collectedByStyle(heading);
  return `Heading${heading.level}${outside ? 'Outside' : ''}`;
}

/** Half points that table text may have, largest first: 五号 10.5 pt down to 小六 6.5 pt. */
export const TABLE_SIZES = [21, 20, 19, 18, 17, 16, 15, 14, 13] as const;
export type TableSize = (typeof TABLE_SIZES)[number];

/** The id of the style of table text in this size. */
export function tableTextStyle(size: TableSize): string {
  return `TableText${size}`;
}

/** Exact line height of table text in twentieths of a point: a fifth more than the type. */
export function tableLine(size: TableSize): number {
  return size * 12;
}

function tableTextStyles(): Style[] {
  return TABLE_SIZES.map((size) => ({
    id: tableTextStyle(size),
    name: `表格文字 ${size / 2} 磅`,
    font: SONGTI,
    size,
    align: 'left' as const,
    line: tableLine(size),
  }));
}

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * Chinese is Chinese, and what is Latin is `en-US`: under `zh-CN` LibreOffice breaks lines inside numbers (1,54|4.12).
 */
const DOC_DEFAULTS =
  '<w:docDefaults><w:rPrDefault><w:rPr>' +
  `<w:rFonts w:ascii="${LATIN}" w:hAnsi="${LATIN}" w:eastAsia="${FANGSONG}" w:cs="${LATIN}"/>` +
  '<w:color w:val="000000"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>' +
  '</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>';

const FIXED_STYLES =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
  `<w:pPr><w:spacing w:before="0" w:after="0" w:line="${BODY_LINE}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr></w:style>` +
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>' +
  '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>' +
  '<w:style w:type="character" w:styleId="IndexLink"><w:name w:val="Index Link"/><w:uiPriority w:val="99"/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>' +
  '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>' +
  '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>' +
  '<w:semiHidden/><w:unhideWhenUsed/></w:style>';

/** word/styles.xml */
export function stylesXml(): string {
  const styles = [...STYLES, ...tableTextStyles()].map(styleXml).join('');
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="${NAMESPACE}">` +
    `${DOC_DEFAULTS}${FIXED_STYLES}${styles}</w:styles>`
  );
}

function styleXml(style: Style): string {
  return (
    `<w:style w:type="paragraph" w:styleId="${style.id}"><w:name w:val="${style.name}"/>` +
    `<w:basedOn w:val="${style.basedOn ?? 'Normal'}"/>${style.next ? `<w:next w:val="${style.next}"/>` : ''}<w:qFormat/>` +
    `${wrap('w:pPr', paragraphProperties(style))}${wrap('w:rPr', runProperties(style))}</w:style>`
  );
}

/** In the order that the schema asks for. */
function paragraphProperties(style: Style): string {
  return [
    style.keepNext ? '<w:keepNext/>' : '',
    style.keepNext || style.keepLines ? '<w:keepLines/>' : '',
    style.dots ? `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${TEXT_WIDTH}"/></w:tabs>` : '',
    spacing(style),
    indent(style),
    style.contextual ? '<w:contextualSpacing/>' : '',
    style.align ? `<w:jc w:val="${style.align}"/>` : '',
    style.outline === undefined ? '' : `<w:outlineLvl w:val="${style.outline}"/>`,
  ].join('');
}

function spacing({ before, after, line }: Style): string {
  const attributes = [
    before === undefined ? '' : ` w:before="${before}"`,
    after === undefined ? '' : ` w:after="${after}"`,
    line === undefined ? '' : ` w:line="${line}" w:lineRule="exact"`,
  ].join('');
  return attributes && `<w:spacing${attributes}/>`;
}

function indent({ left, right, hanging, firstLine, size = 32 }: Style): string {
  const attributes = [
    left === undefined ? '' : ` w:left="${left}"`,
    right === undefined ? '' : ` w:right="${right}"`,
    hanging === undefined ? '' : ` w:hanging="${hanging}"`,
    // Word goes by the characters, programs that do not know them by the twips.
    firstLine === undefined ? '' : ` w:firstLineChars="${firstLine * 100}" w:firstLine="${firstLine * size * 10}"`,
  ].join('');
  return attributes && `<w:ind${attributes}/>`;
}

function runProperties({ font, latinToo, size }: Style): string {
  const latin = latinToo ? ` w:ascii="${font}" w:hAnsi="${font}"` : '';
  return [
    font ? `<w:rFonts${latin} w:eastAsia="${font}"/>` : '',
    size ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : '',
  ].join('');
}

function wrap(element: string, content: string): string {
  return content && `<${element}>${content}</${element}>`;
}
