/**
 * pdf.js as the build has made it (scripts/pdfjs.js), in dist/pdf with its character maps. Loaded when a PDF is read
 * and not before.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { getDocument, OPS } from 'pdfjs-dist';
import { packageFolder } from './package.js';

export interface PdfLibrary {
  readonly getDocument: typeof getDocument;
  readonly OPS: typeof OPS;
  /**
   * What the documents read from now on may use up together; throws where it is spent. Counted beside it: texts and
   * fields over the pages that are not drawn, and whether other files are in the document.
   */
  readonly budget: {
    bytes: number;
    operators: number;
    annotations: number;
    undrawn: number;
    attached: boolean;
  };
  /** What unpacks zlib data within the budget, or throws; the library does it by its own means where there is none. */
  readonly host: { inflate?: (data: Uint8Array) => Uint8Array };
}

const folder = join(packageFolder, 'dist', 'pdf');

/** Rejects where the package has not been built. */
export async function loadPdfLibrary(): Promise<PdfLibrary> {
  const library: PdfLibrary = createRequire(import.meta.url)(join(folder, 'pdfjs.cjs'));
  library.host.inflate = (data) => inflated(data, library.budget);
  return library;
}

/** Throws where the data is damaged, and where it is more than the budget has: which is then spent. */
function inflated(data: Uint8Array, budget: PdfLibrary['budget']): Uint8Array {
  try {
    return inflateSync(data, { maxOutputLength: Math.max(1, budget.bytes) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') budget.bytes = -1;
    throw error;
  }
}

/** A predefined character map, packed (`UniGB-UCS2-H.bcmap`). Rejects when there is none of this name. */
export async function characterMap(name: string): Promise<Uint8Array> {
  if (!/^[\w-]+\.bcmap$/.test(name)) throw new Error(`no character map: ${name}`);
  return new Uint8Array(readFileSync(join(folder, 'cmaps', name)));
}
