/**
 * As src/platform/pdf.ts, in a browser: the reader of PDF lies packed in the page, and is unpacked when the first PDF
 * comes.
 */
import type { PdfLibrary } from '../../platform/pdf.js';
import { packedPart, runModule } from './parts.js';

export type { PdfLibrary } from '../../platform/pdf.js';

let library: Promise<PdfLibrary> | undefined;

/** pdf.js. */
export function loadPdfLibrary(): Promise<PdfLibrary> {
  library ??= packedPart('pdf').then((files) => runModule<PdfLibrary>(files['pdfjs.cjs']));
  return library;
}

/** A predefined character map, packed. Rejects when there is none of this name. */
export async function characterMap(name: string): Promise<Uint8Array> {
  const map = (await packedPart('pdf'))[`cmaps/${name}`];
  if (!map) throw new Error(`no character map: ${name}`);
  return map;
}
