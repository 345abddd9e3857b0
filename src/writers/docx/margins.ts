/**
 * Headers and footers: page numbers (FORM page-3, page-4), and above a table that runs over pages its title again with
 * 续 (FORM row-5).
 */
import { cleanText, escapeXml } from '../../document/text.js';
import type { Section } from '../../document/tree.js';
import { MARGINS, textArea } from './geometry.js';
import { NAMESPACES, namespaces } from './namespaces.js';
import { CONTINUED_LINE } from './styles.js';

/** What of a section the package depends on. */
export interface FrameSection extends Pick<Section, 'orientation' | 'numbering'> {
  /** A table of it runs over pages. */
  readonly continued?: Continued | undefined;
}

/**
 * What stands at the head of the pages that a table goes on to. The first page of the section has it not, so it has a
 * header and a footer of its own, and these know only one side for the page number: that of the page it will be.
 */
export interface Continued {
  /** 续表7　一般公共预算项目支出情况表 */
  readonly line: string;
  readonly firstPage: 'odd' | 'even';
}

/** A header or footer of one section. */
export interface Margin {
  readonly kind: 'header' | 'footer';
  readonly page: 'default' | 'even' | 'first';
  readonly xml: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/**
 * Headers and footers are written where the numbering or the orientation changes, and around a table that runs over
 * pages; the sections after it inherit them, as Word's own "link to previous" does. On an upright page the number
 * stands in the footer, on a turned one in the header's layer at the page's left side, so that it is in the same place
 * of the sheet (GB/T 9704-2012, 横排表格). Each is emptied where it would be inherited from pages of the other kind.
 */
export function marginsOf(section: FrameSection, previous: FrameSection = FIRST): Margin[] {
  const [numbered, before] = [section, previous].map((one) => (one.numbering === 'none' ? 'none' : one.orientation));
  const changes = section.numbering !== previous.numbering || section.orientation !== previous.orientation;
  const { continued } = section;
  const turned = numbered === 'landscape';
  const upright = numbered === 'portrait';
  const header = changes && (turned || before === 'landscape');
  const footer = changes && (upright || before === 'portrait');
  const above = continued ? continuedLine(continued.line, section.orientation) : EMPTY_LINE;
  const headerOn = (side: Side, line: string) => margin('header', `${turned ? turnedNumber(side) : ''}${line}`);
  const footerOn = (side: Side) => margin('footer', upright ? pageNumber(side) : EMPTY_LINE);
  const first = continued && SIDES[continued.firstPage];
  return [
    ...onPages(header || continued || previous.continued ? SIDES : {}, first, (side, page) =>
      headerOn(side, page === 'first' ? EMPTY_LINE : above),
    ),
    ...onPages(footer ? SIDES : {}, first, footerOn),
  ];
}

type Side = 'left' | 'right';

/** Those of one kind in the order of the pages that they are for. */
function onPages(
  sides: Partial<typeof SIDES>,
  first: Side | undefined,
  of: (side: Side, page: Margin['page']) => Pick<Margin, 'kind' | 'xml'>,
): Margin[] {
  const pages = [
    ['default', sides.odd],
    ['first', first],
    ['even', sides.even],
  ] as const;
  return pages.flatMap(([page, side]) => (side ? [{ page, ...of(side, page) }] : []));
}

/** Where a page has its number. */
const SIDES = { odd: 'right', even: 'left' } as const satisfies Record<Continued['firstPage'], Side>;

/** A first section brings the same as one that follows an upright page without number. */
const FIRST: FrameSection = { orientation: 'portrait', numbering: 'none' };

function margin(kind: Margin['kind'], content: string): Pick<Margin, 'kind' | 'xml'> {
  const tag = kind === 'header' ? 'w:hdr' : 'w:ftr';
  return { kind, xml: `${DECLARATION}<${tag} ${namespaces(NAMESPACES[kind])}>${content}</${tag}>` };
}

/** What is left free between the line above a table that goes on and the table, DXA. */
const ABOVE_TABLE = 60;

/** Stands in the top margin, so that the table begins where it does on other pages. */
function continuedLine(line: string, orientation: Section['orientation']): string {
  const { top, header } = MARGINS[orientation];
  return (
    `<w:p><w:pPr><w:pStyle w:val="TableContinued"/><w:spacing w:before="${top - header - CONTINUED_LINE - ABOVE_TABLE}"/>` +
    '</w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>' +
    `<w:t xml:space="preserve">${escapeXml(cleanText(line))}</w:t></w:r></w:p>`
  );
}

/** A header or footer needs a paragraph: one point high. */
const EMPTY_LINE = '<w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr></w:p>';

/**
 * The page number, — 1 —: right on odd pages and left on even ones, one half-width blank character (14 pt) from the
 * edge.
 */
function pageNumber(side: Side): string {
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
function turnedNumber(side: Side): string {
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
