/**
 * pdf.js as the build has made it (scripts/pdfjs.js), in dist/pdf with its character maps. Loaded when a PDF is read
 * and not before.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { getDocument, OPS } from 'pdfjs-dist';
import { packageFolder } from './package.js';

export interface PdfLibrary {
  readonly getDocument: typeof getDocument;
  readonly OPS: typeof OPS;
  /** What the documents read from now on may use up together; throws where it is spent. */
  readonly budget: { bytes: number; operators: number };
}

const folder = join(packageFolder, 'dist', 'pdf');

/** Rejects where the package has not been built. */
export const loadPdfLibrary = async (): Promise<PdfLibrary> =>
  createRequire(import.meta.url)(join(folder, 'pdfjs.cjs'));

/** A predefined character map, packed (`UniGB-UCS2-H.bcmap`). Rejects when there is none of this name. */
export async function characterMap(name: string): Promise<Uint8Array> {
  if (!/^[\w-]+\.bcmap$/.test(name)) throw new Error(`no character map: ${name}`);
  return new Uint8Array(await readFile(join(folder, 'cmaps', name)));
}
