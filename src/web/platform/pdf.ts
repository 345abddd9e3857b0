/**
 * As src/platform/pdf.ts, in a browser: the reader of PDF lies in the page as packed text, and is unpacked when the
 * first PDF comes.
 */
import { strFromU8, unzipSync } from 'fflate';
import type { PdfLibrary } from '../../platform/pdf.js';
import { bytesOfBase64 } from './base64.js';

export type { PdfLibrary } from '../../platform/pdf.js';

type Parts = Readonly<Record<string, Uint8Array>>;

let parts: Promise<Parts> | undefined;

/** Asked of the page, once. */
function packedParts(): Promise<Parts> {
  parts ??= new Promise((resolve) => {
    const take = ({ data }: MessageEvent<{ part?: string }>) => {
      if (data.part === undefined) return;
      self.removeEventListener('message', take);
      resolve(unzipSync(bytesOfBase64(data.part)));
    };
    self.addEventListener('message', take);
    self.postMessage({ need: 'pdf' });
  });
  return parts;
}

let library: Promise<PdfLibrary> | undefined;

/** pdf.js; a script of its own, since the page allows no text to be run otherwise. */
export function loadPdfLibrary(): Promise<PdfLibrary> {
  library ??= packedParts().then((files) => {
    const source = strFromU8(files['pdfjs.cjs'] ?? new Uint8Array());
    const script = `self.pdfModule = (() => { const module = { exports: {} }; ((module, exports) => {${source}\n})(module, module.exports); return module.exports; })();`;
    const worker = self as unknown as { importScripts(url: string): void; pdfModule: PdfLibrary };
    worker.importScripts(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    return worker.pdfModule;
  });
  return library;
}

/** A predefined character map, packed. Rejects when there is none of this name. */
export async function characterMap(name: string): Promise<Uint8Array> {
  const map = (await packedParts())[`cmaps/${name}`];
  if (!map) throw new Error(`no character map: ${name}`);
  return map;
}
