/**
 * The short way through XML that is as plain as office programs write it: elements, attributes in double quotes, text,
 * entities. Whatever else occurs (comments, CDATA, instructions, DOCTYPE, names outside ASCII) and whatever is not
 * well-formed makes it give up, and saxes (xml.ts) reads on from there. So this reader decides nothing; it only
 * spares a state machine for every character, which took a sixth of a whole document and a tenth of a second in a fresh
 * process (docs/speed.md).
 */

import { limits } from './limits.js';
import { type Attributes, localName, PROLOG, type XmlHandler } from './xml.js';
import { decoded } from './xmlEntities.js';

/** The declaration with all that may stand before the root element. */
const DECLARATION =
  /^(?:<\?xml version="1\.0"(?: encoding="(?:UTF|utf)-8")?(?: standalone="(?:yes|no)")? ?\?>[ \t\n]*)?/;
/** What XML 1.0 forbids in any place. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const NONE: Attributes = {};
const BLANK = /^[ \t\n]*$/;

const utf8 = new TextDecoder('utf-8', { fatal: true });
const encoder = new TextEncoder();

const TAB = 0x09;
const LINE_END = 0x0a;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const TAG = 0x3c;
const GREATER = 0x3e;

/** Bytes that are read in one go: pieces of a large part, so that its text is never in memory as a whole. */
const PIECE = 1024 * 1024;

/** Where a part is no longer plain. */
export interface UnreadXml {
  /** The start tags of the elements that are open there. */
  readonly opened: string;
  /** How many have been begun. */
  readonly elements: number;
  /** All that follows, to be read in this order. */
  readonly bytes: readonly Uint8Array[];
}

/**
 * Hands a whole part on to `handler`, as far as it is plain; `root` is the local name that the root element must have.
 * Undefined when that is to its end; else what is left for saxes to read. Throws what the handler throws.
 */
export function parsePlain(root: string, bytes: Uint8Array, handler: XmlHandler): UnreadXml | undefined {
  const walk = new Walk(root, handler);
  for (let from = 0, to = 0; to < bytes.length || to === 0; from = to) {
    to = pieceEnd(bytes, from);
    const xml = textOf(bytes.subarray(from, to));
    const left = xml === undefined ? 0 : walk.read(xml, from === 0, to === bytes.length);
    if (left === undefined) continue;
    const piece = left === 0 ? bytes.subarray(from, to) : encoder.encode(xml?.slice(left));
    return { opened: walk.opened, elements: walk.elements, bytes: [piece, bytes.subarray(to)] };
  }
  return undefined;
}

/** A piece ends where a tag begins. */
function pieceEnd(bytes: Uint8Array, from: number): number {
  if (bytes.length - from <= PIECE) return bytes.length;
  const last = bytes.lastIndexOf(TAG, from + PIECE);
  if (last > from + PIECE / 2) return last;
  const next = bytes.indexOf(TAG, from + PIECE);
  return next < 0 ? bytes.length : next;
}

/** With line ends as XML has them; undefined for what is not UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    const xml = utf8.decode(bytes);
    return xml.includes('\r') ? xml.replace(/\r\n?/g, '\n') : xml;
  } catch {
    return undefined;
  }
}

/** One walk over the tags of a part. What answers false or undefined is not plain. */
class Walk {
  readonly #root: string;
  readonly #handler: XmlHandler;
  /** Qualified names of the elements that are open. */
  readonly #open: string[] = [];
  /** The same without prefixes. */
  readonly #locals: string[] = [];
  elements = 0;
  /** The root element, once it has been closed. */
  #closed = '';
  #xml = '';
  /** Behind what was read last. */
  #at = 0;
  /** The first ampersand that is not behind the walk. */
  #ampersand = -1;

  constructor(root: string, handler: XmlHandler) {
    this.#root = root;
    this.#handler = handler;
  }

  get opened(): string {
    return this.#closed === '' ? this.#open.map((name) => `<${name}>`).join('') : `<${this.#closed}/>`;
  }

  /** Where in the piece it is no longer plain; undefined when all has been handed on. */
  read(xml: string, isFirst: boolean, isLast: boolean): number | undefined {
    if (FORBIDDEN.test(xml) || xml.includes(']]>')) return 0;
    const start = isFirst ? (DECLARATION.exec(xml)?.[0].length ?? 0) : 0;
    this.#xml = xml;
    this.#at = start;
    this.#ampersand = -1;
    // a root element that takes longer to begin is for saxes to refuse
    if (!xml.startsWith('<', start) || (isFirst && xml.slice(0, PROLOG).indexOf('>', start) < 0)) return 0;
    for (let tag = start; tag >= 0; ) {
      // a tag that is not plain has not been handed on, nor has the declaration before the first
      if (xml.charCodeAt(tag + 1) === SLASH ? !this.#endTag(tag) : !this.#startTag(tag)) return tag === start ? 0 : tag;
      if (this.#closed !== '') return isLast && BLANK.test(xml.slice(this.#at)) ? undefined : this.#at;
      tag = xml.charCodeAt(this.#at) === TAG ? this.#at : xml.indexOf('<', this.#at);
      const end = tag < 0 ? xml.length : tag;
      if (end > this.#at && !this.#content(end)) return this.#at;
    }
    return isLast ? xml.length : undefined;
  }

  #content(end: number): boolean {
    if (this.#ampersand < this.#at) {
      const found = this.#xml.indexOf('&', this.#at);
      this.#ampersand = found < 0 ? this.#xml.length : found;
    }
    const raw = this.#xml.slice(this.#at, end);
    const text = this.#ampersand < end ? decoded(raw) : raw;
    if (text === undefined) return false;
    this.#handler.text?.(text);
    return true;
  }

  #endTag(tag: number): boolean {
    const name = this.#open.at(-1);
    if (name === undefined) return false;
    const end = tag + 2 + name.length;
    if (!this.#xml.startsWith(name, tag + 2) || this.#xml.charCodeAt(end) !== GREATER) return false;
    this.#at = end + 1;
    this.#open.pop();
    if (this.#open.length === 0) this.#closed = name;
    this.#handler.close?.(this.#locals.pop() ?? '', this.#open.length);
    return true;
  }

  #startTag(tag: number): boolean {
    const name = this.#name(tag + 1);
    const depth = this.#open.length;
    const local = localName(name);
    if (name === '' || depth >= limits.xmlDepth || (depth === 0 && local !== this.#root)) return false;
    if (this.elements >= limits.elements) return false;
    const attributes = this.#attributes();
    if (attributes === undefined) return false;
    const isEmpty = this.#xml.charCodeAt(this.#at) === SLASH;
    if (isEmpty) this.#at += 1;
    if (this.#xml.charCodeAt(this.#at) !== GREATER) return false;
    this.#at += 1;
    this.elements += 1;
    this.#handler.open?.(local, attributes, depth);
    if (isEmpty) {
      if (depth === 0) this.#closed = name;
      this.#handler.close?.(local, depth);
    } else {
      this.#open.push(name);
      this.#locals.push(local);
    }
    return true;
  }

  /** The attributes where the walk is; it goes on at the `>` or `/` behind them. */
  #attributes(): Attributes | undefined {
    const xml = this.#xml;
    let code = xml.charCodeAt(this.#at);
    if (code === GREATER || code === SLASH) return NONE;
    const attributes: Record<string, string> = {};
    for (let count = 0; count <= limits.xmlAttributes; count += 1) {
      let at = this.#at;
      while (isSpace(xml.charCodeAt(at))) at += 1;
      code = xml.charCodeAt(at);
      if (code === GREATER || code === SLASH) {
        this.#at = at;
        return attributes;
      }
      const name = at > this.#at ? this.#name(at) : '';
      const value = name === '' ? undefined : this.#value();
      // a name that every object has counts as taken: saxes then tells
      if (value === undefined || attributes[name] !== undefined) return undefined;
      attributes[name] = value;
    }
    return undefined;
  }

  /** The value behind the name where the walk is; it goes on behind it. A line end or a `<` in it is not plain. */
  #value(): string | undefined {
    const xml = this.#xml;
    const start = this.#at + 2;
    if (xml.charCodeAt(start - 2) !== EQUALS || xml.charCodeAt(start - 1) !== QUOTE) return undefined;
    let hasEntities = false;
    let at = start;
    for (let code = xml.charCodeAt(at); code !== QUOTE; code = xml.charCodeAt(at)) {
      if (code === TAG || code === TAB || code === LINE_END || at >= xml.length) return undefined;
      hasEntities ||= code === AMPERSAND;
      at += 1;
    }
    this.#at = at + 1;
    const raw = xml.slice(start, at);
    return hasEntities ? decoded(raw) : raw;
  }

  /** The ASCII name that begins at `from`, behind which the walk goes on; empty when there is none. */
  #name(from: number): string {
    let end = from;
    while (isNameCode(this.#xml.charCodeAt(end))) end += 1;
    this.#at = end;
    return end > from && this.#xml.charCodeAt(from) > COLON ? this.#xml.slice(from, end) : '';
  }
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09;

/** Letters, digits, `-`, `.`, `:` and `_`; NaN behind the end is none. */
const isNameCode = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x2d && code <= COLON && code !== SLASH) ||
  code === 0x5f;
