/**
 * The text of a web page, in whatever encoding it is: government sites have UTF-8 and GB18030 side by side, and not
 * always as declared.
 */

export interface Decoded {
  readonly text: string;
  /** Characters that could not be made out. */
  readonly damaged: number;
}

const BOMS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** Where a page may declare its encoding; a browser looks no further than 1,024 bytes, offices' pages are less tidy. */
const DECLARED_WITHIN = 8 * 1024;

/** What a tag begins with where each character takes two bytes and no mark says so. */
const WIDE_TAGS: typeof BOMS = [
  ['utf-16le', [0x3c, 0x00]],
  ['utf-16be', [0x00, 0x3c]],
];

/** The encoding that a byte order mark names, or that the first tag shows. */
export const bomOf = (bytes: Uint8Array): string | undefined =>
  [...BOMS, ...WIDE_TAGS].find(([, bom]) => bom.every((byte, index) => bytes[index] === byte))?.[0];

/** By its byte order mark; as UTF-8 if it is that throughout; as it declares; else as GB18030. */
export function decodePage(bytes: Uint8Array): Decoded {
  const encodings = [bomOf(bytes), 'utf-8', declared(bytes), 'gb18030'];
  for (const encoding of encodings) {
    const text = encoding === undefined ? undefined : strictly(bytes, encoding);
    if (text !== undefined) return { text, damaged: 0 };
  }
  const found = [declared(bytes), 'utf-8', 'gb18030'].flatMap((encoding) => {
    const text = encoding === undefined ? undefined : loosely(bytes, encoding);
    return text === undefined ? [] : [{ text, damaged: text.split('\ufffd').length - 1 }];
  });
  return found.reduce((best, one) => (one.damaged < best.damaged ? one : best));
}

function declared(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN));
  const name = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)|^\s*<\?xml[^>]{0,100}encoding=["']([\w-]+)/i.exec(start);
  const label = (name?.[1] ?? name?.[2])?.toLowerCase();
  return label !== undefined && /^gb/.test(label) ? 'gb18030' : label;
}

/** Undefined when not all of the bytes are of this encoding. */
export const strictly = (bytes: Uint8Array, encoding: string): string | undefined => decoded(bytes, encoding, true);
const loosely = (bytes: Uint8Array, encoding: string): string | undefined => decoded(bytes, encoding, false);

/** Undefined when the bytes are not of this encoding, or nobody knows it. */
function decoded(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}
