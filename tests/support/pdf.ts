/**
 * Small PDF files, written by hand. Text is in a font of the system with a predefined character map, as many programs
 * write Chinese.
 */
import { Buffer } from 'node:buffer';

export interface PdfPage {
  /** Operators. */
  readonly content: string;
  readonly width?: number;
  readonly height?: number;
  /** Further entries of the page's dictionary, such as `/Rotate 90`. */
  readonly more?: string;
}

/** Further objects by number (from 20 on; 21 is a layer, 22 a graphics state) and entries of the trailer. */
export interface PdfParts {
  readonly objects?: Readonly<Record<number, string>>;
  readonly trailer?: string;
  /** Instead of the usual font. */
  readonly font?: string;
}

const FONT =
  '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [ << /Type /Font /Subtype /CIDFontType2 ' +
  '/BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] ' +
  '/FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> >> ] >>';

const hex = (text: string): string =>
  [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');

/** At (`x`, `y`) from the lower left corner, 10 points. `matrix` turns it: `0 1 -1 0`. */
export const at = (x: number, y: number, text: string, matrix = '1 0 0 1', size = 10): string =>
  `BT /F ${size} Tf ${matrix} ${x} ${y} Tm <${hex(text)}> Tj ET\n`;

export const ruled = (x0: number, y0: number, x1: number, y1: number): string => `${x0} ${y0} m ${x1} ${y1} l S\n`;

/**
 * A table: lines at all `xs` and `ys` (descending), and a text in each cell from the left; undefined leaves out the
 * text.
 */
export function gridded(xs: readonly number[], ys: readonly number[], rows: readonly (readonly string[])[]): string {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  const across = ys.map((y) => ruled(left, y, right, y)).join('');
  const down = xs.map((x) => ruled(x, top, x, bottom)).join('');
  const texts = rows.flatMap((row, r) =>
    row.map((text, c) => (text === '' ? '' : at((xs[c] ?? 0) + 2, (ys[r] ?? 0) - 14, text))),
  );
  return across + down + texts.join('');
}

export function pdf(pages: readonly PdfPage[], { objects = {}, trailer = '', font = FONT }: PdfParts = {}): Uint8Array {
  const kids = pages.map((_, index) => `${100 + 2 * index} 0 R`).join(' ');
  const all: Record<number, string> = {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    3: font,
    ...objects,
  };
  pages.forEach(({ content, width = 400, height = 600, more = '' }, index) => {
    const resources =
      '<< /Font << /F 3 0 R >> /XObject << /I 20 0 R >> /Properties << /L 21 0 R >> /ExtGState << /G 22 0 R >> >>';
    all[100 + 2 * index] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources ${resources} /Contents ${101 + 2 * index} 0 R ${more} >>`;
    all[101 + 2 * index] = `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  });
  return bytesOf(all, trailer);
}

function bytesOf(objects: Readonly<Record<number, string>>, trailer: string): Uint8Array {
  let text = '%PDF-1.7\n';
  const places: string[] = [];
  for (const [number, object] of Object.entries(objects)) {
    places.push(`${number} 1\n${String(text.length).padStart(10, '0')} 00000 n \n`);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const start = text.length;
  text += `xref\n0 1\n0000000000 65535 f \n${places.join('')}trailer\n<< /Root 1 0 R /Size 1000 ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
