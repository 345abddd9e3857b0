/** Tells what a file is that cannot be a zip, so that the remedy can name it. */
import type { Code } from '../diagnostics/catalogue/index.js';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const SAMPLE = 4096;

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

/** The finding for a file that is no zip container, or undefined when it begins like one. */
export function refuseNonZip(bytes: Uint8Array): Code | undefined {
  if (bytes.length === 0) return 'F02';
  if (startsWith(bytes, [0x50, 0x4b])) return undefined;
  // Excel and WPS wrap an encrypted workbook in an OLE file with a stream of this name.
  if (startsWith(bytes, OLE)) return olderFormat(bytes);
  const text = sampleText(bytes);
  if (text === undefined) return 'F01';
  return /^\s*(<|mime-version:)/i.test(text) ? 'F06' : 'F07';
}

function olderFormat(bytes: Uint8Array): Code {
  if (containsUtf16(bytes, 'EncryptedPackage')) return 'F04';
  return containsUtf16(bytes, 'WordDocument') ? 'F09' : 'F05';
}

function containsUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((character) => [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8]);
  return bytes.some((byte, at) => byte === wanted[0] && wanted.every((own, index) => bytes[at + index] === own));
}

/** The beginning as text (UTF-8, GBK or UTF-16; only ASCII need be right), or undefined when it is binary. */
function sampleText(bytes: Uint8Array): string | undefined {
  const wide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  const encoding = !wide ? 'utf-8' : startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : 'utf-16be';
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
  return /[\u0000-\u0008\u000e-\u001f]/.test(text) || /^(%PDF|Rar!|7z)/.test(text) ? undefined : text;
}
