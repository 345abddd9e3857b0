/**
 * From what exceljs writes to the file we hand out: no person, no clock, links inside the workbook, the same bytes
 * every time.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { headerRow } from './place.js';

/** Excel shows this as the date of creation; a real one would make two runs differ. */
const stamp = '2026-01-01T00:00:00Z';

const coreProperties = (title: string): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${title}</dc:title>` +
  `<dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created>` +
  `<dcterms:modified xsi:type="dcterms:W3CDTF">${stamp}</dcterms:modified></cp:coreProperties>`;

/**
 * exceljs gives an internal link a relationship of mode External besides its location: an external link to Excel (FACT
 * exceljs-4).
 */
const withoutLinkIds = (xml: string): string => xml.replace(/(<hyperlink ref="[^"]+") r:id="[^"]+"/g, '$1');
const withoutLinkRelationships = (xml: string): string =>
  xml.replace(/<Relationship [^>]*\/relationships\/hyperlink"[^>]*\/>/g, '');

/** Column widths and blank cells follow the default font, which exceljs fixes to Calibri of the theme. */
const withDefaultFont = (xml: string, fontName: string): string =>
  xml.replace(
    /(<fonts[^>]*>)<font>.*?<\/font>/s,
    `$1<font><sz val="11"/><color theme="1"/><name val="${fontName}"/><charset val="134"/></font>`,
  );

/**
 * The order in which the schema wants what a font says (ECMA-376 part 1, 18.8.22); exceljs has the colour before the
 * size.
 */
const fontOrder = 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(
  ' ',
);

const withOrderedFonts = (xml: string): string =>
  xml.replace(/<font>(.*?)<\/font>/gs, (_, inside: string) => {
    const children = inside.match(/<[^>]+\/>/g) ?? [];
    const rank = (child: string): number => fontOrder.indexOf(/^<(\w+)/.exec(child)?.[1] ?? '');
    return `<font>${[...children].sort((a, b) => rank(a) - rank(b)).join('')}</font>`;
  });

/** Heights are a first estimate: a row whose height is not fixed grows in Excel as the officer types. */
const withGrowingRows = (xml: string): string =>
  xml.replace(/(<row r="(\d+)" ht="[^"]+") customHeight="1"/g, (whole, start: string, row: string) =>
    Number(row) > headerRow ? start : whole,
  );

/** Rows that are alike: one is in what exceljs wrote, down to the last they follow as the same shared formulas. */
export interface Repeated {
  readonly row: number;
  readonly last: number;
}

/** What exceljs cannot write of a sheet of ours; `sheet` is its number there, ranges are parted by blanks. */
export interface Finish {
  readonly sheet: number;
  /** Cells that stay open though the sheet is protected, even when what is pasted into them was locked elsewhere. */
  readonly editable: string;
  /** Cells where numbers are texts on purpose. */
  readonly texts: string;
  readonly repeated?: Repeated;
}

const withEditable = (xml: string, cells: string): string =>
  xml.replace(
    /<sheetProtection [^>]*\/>/,
    (protection) => `${protection}<protectedRanges><protectedRange sqref="${cells}" name="填写"/></protectedRanges>`,
  );

/** Formulas down to the last row: less than half the bytes, a third of the time (ECMA-376 part 1, 18.3.1.40). */
function withRepeatedRow(xml: string, { row, last }: Repeated): string {
  const own = new RegExp(`<row r="${row}"[^>]*>.*?</row>`, 's').exec(xml)?.[0];
  if (own === undefined || last <= row) return xml;
  let shared = -1;
  const master = own.replace(/<c r="([A-Z]+)\d+"([^>]*)><f>/g, (_, column: string, rest: string) => {
    shared += 1;
    return `<c r="${column}${row}"${rest}><f t="shared" ref="${column}${row}:${column}${last}" si="${shared}">`;
  });
  const follower = master
    .replace(/<f t="shared" ref="[^"]*" (si="\d+")>[^<]*<\/f>/g, '<f t="shared" $1/>')
    .replace(/(<row r="\d+")[^>]*>/, '$1>');
  const rows = [master];
  for (let at = row + 1; at <= last; at += 1) {
    rows.push(follower.replace(/ r="([A-Z]*)\d+"/g, (_, column: string) => ` r="${column}${at}"`));
  }
  return xml.replace(own, () => rows.join('')).replace(/(<dimension ref="[A-Z]+\d+:[A-Z]+)\d+"/, `$1${last}"`);
}

/** Codes are text on purpose: no green triangle in every cell. */
function withoutTextWarnings(xml: string, texts: string | undefined): string {
  const cells = texts ?? /<dimension ref="([A-Z0-9:]+)"/.exec(xml)?.[1];
  if (cells === undefined) return xml;
  const ignored = `<ignoredErrors><ignoredError sqref="${cells}" numberStoredAsText="1"/></ignoredErrors>`;
  // the schema fixes the order: before what draws the comments
  return xml.replace(/(?=<(?:drawing|legacyDrawing|tableParts)\b|<\/worksheet>)/, ignored);
}

/**
 * exceljs makes every comment four rows high; some more hold a paragraph. The last but one number is the bottom row.
 */
const withRoomyNotes = (xml: string): string =>
  xml.replace(
    /(<x:Anchor>(?:\d+, ){6})(\d+)(?=, \d+<\/x:Anchor>)/g,
    (_, start: string, bottom: string) => `${start}${Number(bottom) + 3}`,
  );
/** Comments by the tool, not by a person. */
const withoutAuthor = (xml: string): string => xml.replace(/<author>[^<]*<\/author>/g, '<author>yusuan</author>');

function finishSheet(xml: string, own: Finish | undefined): string {
  const plain = withoutTextWarnings(withGrowingRows(withoutLinkIds(xml)), own?.texts);
  if (own === undefined) return plain;
  return withEditable(own.repeated ? withRepeatedRow(plain, own.repeated) : plain, own.editable);
}

function finishPart(path: string, xml: string, title: string, fontName: string, finishes: readonly Finish[]): string {
  if (path === 'docProps/core.xml') return coreProperties(title);
  if (path === 'xl/styles.xml') return withOrderedFonts(withDefaultFont(xml, fontName));
  if (/^xl\/drawings\/vmlDrawing/.test(path)) return withRoomyNotes(xml);
  if (/^xl\/comments/.test(path)) return withoutAuthor(xml);
  if (/^xl\/worksheets\/_rels\//.test(path)) return withoutLinkRelationships(xml);
  // the guide, always the first sheet, has merged cells beside its rows, which cannot grow by themselves
  if (path === 'xl/worksheets/sheet1.xml') return withoutLinkIds(xml);
  const sheet = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(path)?.[1];
  const own = finishes.find((one) => String(one.sheet) === sheet);
  if (sheet !== undefined) return finishSheet(xml, own);
  return xml;
}

/** `[Content_Types].xml` first, as Office writes it; then by code unit. */
function byPath(a: string, b: string): number {
  const rank = (path: string): number => (path === '[Content_Types].xml' ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

/**
 * The same parts in the same order with the same times: the bytes depend on the content alone. `title` must be
 * XML-safe.
 */
export function finish(
  written: Uint8Array,
  title: string,
  fontName: string,
  finishes: readonly Finish[] = [],
): Uint8Array {
  const parts = unzipSync(written);
  const sorted: Record<string, Uint8Array> = {};
  for (const path of Object.keys(parts).sort(byPath)) {
    const bytes = parts[path];
    if (!bytes || path.endsWith('/')) continue;
    const xml = finishPart(path, strFromU8(bytes), title, fontName, finishes);
    if (!/<Relationships [^>]*><\/Relationships>/.test(xml)) sorted[path] = strToU8(xml);
  }
  // fflate stores local time, so a local date is the same bytes in every zone
  return zipSync(sorted, { level: 6, mtime: new Date(2000, 0, 1) });
}
