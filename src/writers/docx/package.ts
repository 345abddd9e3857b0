/**
 * What the package of a Word file holds around its body: content types, relationships, styles, fonts, settings, theme,
 * and the headers and footers with the page numbers (FORM page-3, page-4). Written by us, so that the same document has
 * the same bytes (FACT docx-1). A test holds it against what the docx library makes of the same sections.
 */
import { type Packed, pack } from '../../container/writeZip.js';
import { cleanText, escapeXml } from '../../document/text.js';
import type { Section } from '../../document/tree.js';
import { fontTableXml } from './fonts.js';
import { A4, MARGINS, textArea } from './geometry.js';
import { NAMESPACES, namespaces } from './namespaces.js';
import { stylesXml } from './styles.js';

/** What of a section the package depends on. */
export type FrameSection = Pick<Section, 'orientation' | 'numbering'>;

/** A package without a body. */
export interface PackageFrame {
  /** All parts but the document itself and its properties. */
  readonly parts: ReadonlyMap<string, Packed>;
  /** `w:document` up to and with the opening of `w:body`. */
  readonly opening: string;
  /** The `w:sectPr` of every section. */
  readonly sections: readonly string[];
}

export const CONTENT_TYPES = '[Content_Types].xml';
export const DOCUMENT = 'word/document.xml';
export const PROPERTIES = 'docProps/core.xml';
export const THEME = 'word/theme/theme1.xml';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const STANDALONE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A header or footer of one section, and where it stands in the package. */
interface Margin {
  readonly kind: 'header' | 'footer';
  readonly page: 'default' | 'even';
  readonly xml: string;
  /** Of its relationship. */
  readonly id: string;
  /** `header3.xml` */
  readonly file: string;
}

/**
 * Relationships of the styles and the settings come before those of the headers and footers, which are numbered from
 * here.
 */
const FIRST_MARGIN = 6;

/** `theme` is the part of that name. */
export function frameOf(sections: readonly FrameSection[], theme: string): PackageFrame {
  const count = { header: 0, footer: 0 };
  let nextId = FIRST_MARGIN;
  const placed = sections.map((section, index) =>
    marginsOf(section, sections[index - 1]).map(({ kind, page, xml }): Margin => {
      count[kind] += 1;
      nextId += 1;
      return { kind, page, xml, id: `rId${nextId - 1}`, file: `${kind}${count[kind]}.xml` };
    }),
  );
  const margins = placed.flat();
  return {
    parts: new Map([
      [CONTENT_TYPES, pack(contentTypesXml(margins))],
      ['_rels/.rels', once(PACKAGE_RELATIONSHIPS)],
      ['word/_rels/document.xml.rels', pack(relationshipsXml(margins, nextId))],
      ['word/styles.xml', once(stylesXml())],
      ['word/fontTable.xml', once(fontTableXml())],
      ['word/settings.xml', once(SETTINGS)],
      [THEME, once(theme)],
      ...margins.map(({ file, xml }) => [`word/${file}`, once(xml)] as const),
    ]),
    opening: `${STANDALONE}<w:document mc:Ignorable="w14 w15 wp14" ${namespaces(NAMESPACES.document)}><w:body>`,
    sections: sections.map((section, index) => sectionXml(section, sections[index - 1], placed[index] ?? [])),
  };
}

const packed = new Map<string, Packed>();

/** For parts that are the same in all documents: compressed once in a process. */
function once(xml: string): Packed {
  const part = packed.get(xml) ?? pack(xml);
  packed.set(xml, part);
  return part;
}

/**
 * Headers and footers are written where the numbering or the orientation changes; the sections after it inherit them,
 * as Word's own "link to previous" does. On an upright page the number stands in the footer, on a turned one in the
 * header's layer at the page's left side, so that it is in the same place of the sheet (GB/T 9704-2012, 横排表格). Each is
 * emptied where it would be inherited from pages of the other kind.
 */
function marginsOf(section: FrameSection, previous: FrameSection = FIRST): Pick<Margin, 'kind' | 'page' | 'xml'>[] {
  const [numbered, before] = [section, previous].map((one) => (one.numbering === 'none' ? 'none' : one.orientation));
  if (section.numbering === previous.numbering && section.orientation === previous.orientation) return [];
  const pair = (kind: Margin['kind'], onDefault: string, onEven: string) => [
    { kind, page: 'default' as const, xml: marginXml(kind, onDefault) },
    { kind, page: 'even' as const, xml: marginXml(kind, onEven) },
  ];
  const header =
    numbered === 'landscape'
      ? pair('header', turnedNumber('right') + EMPTY_LINE, turnedNumber('left') + EMPTY_LINE)
      : pair('header', EMPTY_LINE, EMPTY_LINE);
  const footer =
    numbered === 'portrait'
      ? pair('footer', pageNumber('right'), pageNumber('left'))
      : pair('footer', EMPTY_LINE, EMPTY_LINE);
  return [
    ...(numbered === 'landscape' || before === 'landscape' ? header : []),
    ...(numbered === 'portrait' || before === 'portrait' ? footer : []),
  ];
}

/** A first section brings the same as one that follows an upright page without number. */
const FIRST: FrameSection = { orientation: 'portrait', numbering: 'none' };

function sectionXml(section: FrameSection, previous: FrameSection | undefined, margins: readonly Margin[]): string {
  const { orientation, numbering } = section;
  const [width, height] = orientation === 'portrait' ? [A4.width, A4.height] : [A4.height, A4.width];
  const { top, right, bottom, left, header, footer } = MARGINS[orientation];
  const start = numbering === previous?.numbering ? '' : ' w:start="1"';
  const format = numbering === 'contents' ? 'upperRoman' : 'decimal';
  return (
    `<w:sectPr>${margins.map(({ kind, page, id }) => `<w:${kind}Reference w:type="${page}" r:id="${id}"/>`).join('')}` +
    `<w:pgSz w:w="${width}" w:h="${height}" w:orient="${orientation}"/>` +
    `<w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" ` +
    `w:header="${header}" w:footer="${footer}" w:gutter="0"/>` +
    `<w:pgNumType${numbering === 'none' ? '' : `${start} w:fmt="${format}"`}/><w:docGrid w:linePitch="360"/></w:sectPr>`
  );
}

function marginXml(kind: Margin['kind'], content: string): string {
  const tag = kind === 'header' ? 'w:hdr' : 'w:ftr';
  return `${DECLARATION}<${tag} ${namespaces(NAMESPACES[kind])}>${content}</${tag}>`;
}

/** A header or footer needs a paragraph: one point high. */
const EMPTY_LINE = '<w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr></w:p>';

/**
 * The page number, — 1 —: right on odd pages and left on even ones, one half-width blank character (14 pt) from the
 * edge.
 */
function pageNumber(side: 'left' | 'right'): string {
  const runs = [
    '<w:t xml:space="preserve">— </w:t>',
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:instrText xml:space="preserve">PAGE</w:instrText>',
    '<w:fldChar w:fldCharType="separate"/>',
    '<w:fldChar w:fldCharType="end"/>',
    '<w:t xml:space="preserve"> —</w:t>',
  ].map((content) => `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>${content}</w:r>`);
  const look = `<w:pStyle w:val="Footer"/><w:ind w:${side}="280"/><w:jc w:val="${side}"/>`;
  return `<w:p><w:pPr>${look}</w:pPr>${runs.join('')}</w:p>`;
}

/** The number stands 7 mm from the text of a turned page, in a strip as wide as its line, DXA. */
const NUMBER_DISTANCE = 397;
const NUMBER_HEIGHT = 340;

/**
 * The number of a page that is turned to the left when bound: read from top to bottom along the page's left side. A
 * table of one cell that floats in its place, because a cell is what all programs can set in that direction.
 */
function turnedNumber(side: 'left' | 'right'): string {
  const { left, top } = MARGINS.landscape;
  const sides = ['top', 'left', 'bottom', 'right'];
  const none = (names: readonly string[]) => names.map((name) => `<w:${name} w:val="nil"/>`).join('');
  return (
    `<w:tbl><w:tblPr><w:tblpPr w:tblpX="${left - NUMBER_DISTANCE - NUMBER_HEIGHT}" w:tblpY="${top}" ` +
    `w:horzAnchor="page" w:vertAnchor="page"/><w:tblW w:type="dxa" w:w="${NUMBER_HEIGHT}"/>` +
    `<w:tblBorders>${none([...sides, 'insideH', 'insideV'])}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar>${sides.map((name) => `<w:${name} w:type="dxa" w:w="0"/>`).join('')}</w:tblCellMar></w:tblPr>` +
    `<w:tblGrid><w:gridCol w:w="${NUMBER_HEIGHT}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/>` +
    `<w:trHeight w:val="${textArea('landscape').height}" w:hRule="exact"/></w:trPr>` +
    `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${NUMBER_HEIGHT}"/><w:tcBorders>${none(sides)}</w:tcBorders>` +
    `<w:textDirection w:val="tbRl"/></w:tcPr>${pageNumber(side)}</w:tc></w:tr></w:tbl>`
  );
}

const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

const relationships = (entries: readonly string[]): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`;

const PACKAGE_RELATIONSHIPS = relationships([
  relationship('rId1', `${OFFICE}/officeDocument`, DOCUMENT),
  relationship('rId2', `${PACKAGE}/relationships/metadata/core-properties`, PROPERTIES),
]);

/** `nextId`: the first that the headers and footers leave free. */
function relationshipsXml(margins: readonly Margin[], nextId: number): string {
  return relationships([
    relationship('rId1', `${OFFICE}/styles`, 'styles.xml'),
    relationship('rId5', `${OFFICE}/settings`, 'settings.xml'),
    ...margins.map(({ kind, id, file }) => relationship(id, `${OFFICE}/${kind}`, file)),
    relationship(`rId${nextId}`, `${OFFICE}/theme`, 'theme/theme1.xml'),
    relationship(`rId${nextId + 1}`, `${OFFICE}/fontTable`, 'fontTable.xml'),
  ]);
}

function contentTypesXml(margins: readonly Margin[]): string {
  const override = (type: string, path: string) => `<Override ContentType="${type}" PartName="/${path}"/>`;
  const entries = [
    '<Default ContentType="application/vnd.openxmlformats-package.relationships+xml" Extension="rels"/>',
    '<Default ContentType="application/xml" Extension="xml"/>',
    override(`${WORD}.document.main+xml`, DOCUMENT),
    override(`${WORD}.styles+xml`, 'word/styles.xml'),
    override('application/vnd.openxmlformats-package.core-properties+xml', PROPERTIES),
    override(`${WORD}.settings+xml`, 'word/settings.xml'),
    override(`${WORD}.fontTable+xml`, 'word/fontTable.xml'),
    override('application/vnd.openxmlformats-officedocument.theme+xml', THEME),
    ...margins.map(({ kind, file }) => override(`${WORD}.${kind}+xml`, `word/${file}`)),
  ];
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">${entries.join('')}</Types>`;
}

/**
 * No `updateFields`: Word would ask the reader whether to update them. Compatibility flags are those of a Chinese Word.
 */
const SETTINGS =
  `${STANDALONE}<w:settings ${namespaces(['w'])}><w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/>` +
  '<w:characterSpacingControl w:val="compressPunctuation"/>' +
  '<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>' +
  '<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>';

/** Title and office; no dates, no person, no program: nothing that the published file should not tell. */
export function corePropertiesXml(title: string, entity: string): string {
  return (
    `${STANDALONE}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapeXml(cleanText(title))}</dc:title><dc:creator>${escapeXml(cleanText(entity))}</dc:creator>` +
    '<dc:language>zh-CN</dc:language></cp:coreProperties>'
  );
}
