/** Which fonts a PDF holds. Reads what LibreOffice writes; of a file that packs its objects nothing is known. */
import { pdfSource } from './source.js';

/** PostScript names as in the file, without the mark of a subset (`BAAAAA+`); each once, in the file's order. */
export function fontsOfPdf(pdf: Uint8Array): string[] {
  const names = pdfSource(pdf).matchAll(/\/FontName\/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/g);
  return [...new Set([...names].map(([, name = '']) => name))];
}
