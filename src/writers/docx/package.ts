/**
 * What the package of a Word file holds around its body: content types, relationships, styles, fonts, settings, theme,
 * headers and footers (margins.ts). Written by us, so that the same document has
 * the same bytes (FACT docx-1). A test holds it against what the docx library makes of the same sections.
 */
import { type Packed, pack } from '../../container/writeZip.js';
import { cleanText, escapeXml } from '../../document/text.js';
import { fontTableXml } from './fonts.js';
import { A4, MARGINS } from './geometry.js';
import { type FrameSection, type Margin, marginsOf } from './margins.js';
import { NAMESPACES, namespaces } from './namespaces.js';
import { stylesXml } from './styles.js';

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
export const STANDALONE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A header or footer and where it stands in the package. */
interface Placed extends Margin {
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
    marginsOf(section, sections[index - 1]).map(({ kind, page, xml }): Placed => {
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

function sectionXml(section: FrameSection, previous: FrameSection | undefined, margins: readonly Placed[]): string {
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
    `<w:pgNumType${numbering === 'none' ? '' : `${start} w:fmt="${format}"`}/>${section.continued ? '<w:titlePg/>' : ''}<w:docGrid w:linePitch="360"/></w:sectPr>`
  );
}

/** `target`: relative to the folder of the part that it is of. */
export const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

/** A part of relationships. */
export const relationships = (entries: readonly string[]): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`;

const PACKAGE_RELATIONSHIPS = relationships([
  relationship('rId1', `${OFFICE}/officeDocument`, DOCUMENT),
  relationship('rId2', `${PACKAGE}/relationships/metadata/core-properties`, PROPERTIES),
]);

/** `nextId`: the first that the headers and footers leave free. */
function relationshipsXml(margins: readonly Placed[], nextId: number): string {
  return relationships([
    relationship('rId1', `${OFFICE}/styles`, 'styles.xml'),
    relationship('rId5', `${OFFICE}/settings`, 'settings.xml'),
    ...margins.map(({ kind, id, file }) => relationship(id, `${OFFICE}/${kind}`, file)),
    relationship(`rId${nextId}`, `${OFFICE}/theme`, 'theme/theme1.xml'),
    relationship(`rId${nextId + 1}`, `${OFFICE}/fontTable`, 'fontTable.xml'),
  ]);
}

/** The type of one part, by its path in the package. */
export const override = (type: string, path: string): string => `<Override ContentType="${type}" PartName="/${path}"/>`;

function contentTypesXml(margins: readonly Placed[]): string {
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
