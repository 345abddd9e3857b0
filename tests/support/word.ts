/** Small Word files, written by hand as other programs write them. */
import { strToU8, zipSync } from 'fflate';

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (...entries: readonly (readonly [type: string, target: string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export interface WordParts {
  /** What stands in `w:styles` and `w:numbering`. */
  readonly styles?: string;
  readonly numbering?: string;
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
}

export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word file with this in its `w:body`. */
export function word(body: string, { styles, numbering, more = {} }: WordParts = {}): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': relationships(['officeDocument', 'word/document.xml']),
    'word/_rels/document.xml.rels': relationships(['styles', 'styles.xml'], ['numbering', 'numbering.xml']),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...(styles !== undefined && { 'word/styles.xml': `<w:styles ${W}>${styles}</w:styles>` }),
    ...(numbering !== undefined && { 'word/numbering.xml': `<w:numbering ${W}>${numbering}</w:numbering>` }),
    ...more,
  };
  const bytes = Object.entries(parts).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]);
  return zipSync(Object.fromEntries(bytes), { mtime: new Date(1980, 0, 1) });
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** Of runs, or of a plain text. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;

/** A cell of paragraphs and tables, or of a plain text. */
export const tc = (content: string, properties = ''): string =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<') ? content : p(content)}</w:tc>`;

export const tr = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.map((cell) => (cell.startsWith('<w:tc') ? cell : tc(cell))).join('')}</w:tr>`;

/** `widths` in twips make the grid. */
export const tbl = (rows: readonly string[], widths: readonly number[] = []): string =>
  `<w:tbl><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
