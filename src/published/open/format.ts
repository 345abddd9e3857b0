/** Which format a file is, told by its content; names are not to be trusted. */
import type { Code } from '../../diagnostics/catalogue/index.js';
import type { PublishedDocument } from '../document.js';
import { isArchive } from './html/archive.js';
import { bomOf } from './html/decode.js';

export type Format = PublishedDocument['format'] | 'zip';

/** The finding for a file that no reader takes; `what` is what it is. */
export interface Refusal {
  readonly code: Code;
  readonly what?: string;
}

const SAMPLE = 4096;
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** A PDF may have something before its beginning (ISO 32000-1, Annex H.3). */
const PDF_WITHIN = 1024;

const others: readonly (readonly [what: string, signature: readonly number[]])[] = [
  ['RAR 压缩包', [0x52, 0x61, 0x72, 0x21]],
  ['7z 压缩包', [0x37, 0x7a, 0xbc, 0xaf]],
  ['图片', [0x89, 0x50, 0x4e, 0x47]],
  ['图片', [0xff, 0xd8, 0xff]],
  ['图片', [0x47, 0x49, 0x46, 0x38]],
  ['图片', [0x42, 0x4d]],
  ['图片', [0x49, 0x49, 0x2a, 0x00]],
  ['图片', [0x4d, 0x4d, 0x00, 0x2a]],
  ['RTF 文档', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** By the first bytes: a zip may yet be a Word file or a workbook. A refusal has the code of its finding. */
export function formatOf(bytes: Uint8Array): Format | Refusal {
  if (bytes.length === 0) return { code: 'F02' };
  if (startsWith(bytes, [0x50, 0x4b])) return 'zip';
  if (startsWith(bytes, OLE)) return { code: contains(bytes, utf16('EncryptedPackage')) ? 'F36' : 'F37' };
  if (latin1(bytes.subarray(0, PDF_WITHIN)).includes('%PDF-')) return 'pdf';
  const other = others.find(([, signature]) => startsWith(bytes, signature));
  return other ? { code: 'F38', what: other[0] } : textFormat(bytes);
}

/**
 * Today's format for what an older program has saved, by the streams of its container; undefined for any other file.
 */
export function newerFormat(bytes: Uint8Array): 'docx' | 'xlsx' | undefined {
  if (!startsWith(bytes, OLE)) return undefined;
  if (contains(bytes, utf16('WordDocument'))) return 'docx';
  return contains(bytes, utf16('Workbook')) || contains(bytes, utf16('Book')) ? 'xlsx' : undefined;
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** Only ASCII need be right here, whatever the encoding. */
function textFormat(bytes: Uint8Array): Format | Refusal {
  const bom = bomOf(bytes);
  const text = new TextDecoder(bom ?? 'latin1').decode(bytes.subarray(0, SAMPLE));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) return { code: 'F35' };
  if (isArchive(text)) return 'html';
  if (/<\?mso-application|<pkg:package|<w:wordDocument|<Workbook\b/.test(text))
    return { code: 'F38', what: 'XML 文档' };
  if (/<(?:!doctype\s+html|html|head|body|table|div|p|h[1-6]|meta|title|span|ul|section)\b/i.test(text)) return 'html';
  return { code: 'F38', what: '文本文件' };
}

const utf16 = (text: string): number[] => [...text].flatMap((character) => [character.charCodeAt(0), 0]);

function contains(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
