/** Parts of the tool that lie packed in the page (scripts/page.js) until they are needed. */
import { strFromU8, unzipSync } from 'fflate';
import { bytesOfBase64 } from './base64.js';

/** Files of a part, by name. */
export type PartFiles = Readonly<Record<string, Uint8Array>>;

/** What the page sends when it is asked for a part. */
export interface PartMessage {
  readonly part: string;
  readonly packed: string;
}

const parts = new Map<string, Promise<PartFiles>>();

/** The files of a part, asked of the page once. */
export function packedPart(name: 'pdf' | 'excel'): Promise<PartFiles> {
  const known = parts.get(name);
  if (known) return known;
  const asked = new Promise<PartFiles>((resolve) => {
    const take = ({ data }: MessageEvent<Partial<PartMessage>>) => {
      if (data.part !== name || data.packed === undefined) return;
      self.removeEventListener('message', take);
      resolve(unzipSync(bytesOfBase64(data.packed)));
    };
    self.addEventListener('message', take);
    self.postMessage({ need: name });
  });
  parts.set(name, asked);
  return asked;
}

/**
 * What a CommonJS module exports. It becomes a script of its own, since the page's policy allows no text to be run
 * otherwise.
 */
export function runModule<T>(source: Uint8Array | undefined): T {
  const worker = self as unknown as { importScripts(url: string): void; moduleOfPart?: T };
  const script = `self.moduleOfPart = (() => { const module = { exports: {} }; ((module, exports) => {${strFromU8(source ?? new Uint8Array())}\n})(module, module.exports); return module.exports; })();`;
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  worker.importScripts(url);
  URL.revokeObjectURL(url);
  const exported = worker.moduleOfPart as T;
  delete worker.moduleOfPart;
  return exported;
}
