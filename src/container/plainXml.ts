/**
 * The short way through XML that is as plain as office programs write it: elements, attributes in double quotes, text,
 * entities. Whatever else occurs (comments, CDATA, instructions, DOCTYPE, names outside ASCII) and whatever is not
 * well-formed makes it give up, and the part is read anew by saxes (xml.ts). So this reader decides nothing; it only
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
/** White space that XML reads as blanks where it stands in a value. */
const BREAK = /[\t\n]/;

const utf8 = new TextDecoder('utf-8', { fatal: true });

const QUOTE = 0x22;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const GREATER = 0x3e;

/**
 * Hands a whole part on to `handler`; `root` is the local name that the root element must have. False when the part
 * turns out not to be plain: the handler may have seen a beginning of it then, and is to be thrown away. Throws what
 * the handler throws.
 */
export function parsePlain(root: string, bytes: Uint8Array, handler: XmlHandler): boolean {
  const xml = textOf(bytes);
  if (xml === undefined) return false;
  const start = DECLARATION.exec(xml)?.[0].length ?? 0;
  return !FORBIDDEN.test(xml) && !xml.includes(']]>') && new Walk(xml, start, handler).run(root);
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
  readonly #xml: string;
  readonly #handler: XmlHandler;
  /** Qualified names of the elements that are open. */
  readonly #open: string[] = [];
  /** The same without prefixes. */
  readonly #locals: string[] = [];
  /** Behind what was read last. */
  #at: number;
  /** The first ampersand that is not behind the walk. */
  #ampersand = -1;
  readonly #hasBreaks: boolean;

  constructor(xml: string, start: number, handler: XmlHandler) {
    this.#xml = xml;
    this.#at = start;
    this.#hasBreaks = xml.includes('\n', start) || xml.includes('\t', start);
    this.#handler = handler;
  }

  /** Whether the part has been handed on to its end. */
  run(root: string): boolean {
    const xml = this.#xml;
    // a root element that takes longer to begin is for saxes to refuse
    if (!xml.startsWith('<', this.#at) || xml.slice(0, PROLOG).indexOf('>', this.#at) < 0) return false;
    for (let tag = this.#at, next = 0; next >= 0; tag = next) {
      next = xml.indexOf('<', tag + 1);
      const end = next < 0 ? xml.length : next;
      if (xml.charCodeAt(tag + 1) === SLASH ? !this.#endTag(tag) : !this.#startTag(tag, end, root)) return false;
      if (this.#open.length === 0) return BLANK.test(xml.slice(this.#at));
      if (end > this.#at && !this.#content(end)) return false;
    }
    return false;
  }

  #content(end: number): boolean {
    const text = this.#read(this.#at, end);
    if (text === undefined) return false;
    this.#handler.text?.(text);
    return true;
  }

  #endTag(tag: number): boolean {
    const name = this.#open.pop();
    if (name === undefined) return false;
    const end = tag + 2 + name.length;
    if (!this.#xml.startsWith(name, tag + 2) || this.#xml.charCodeAt(end) !== GREATER) return false;
    this.#at = end + 1;
    this.#handler.close?.(this.#locals.pop() ?? '', this.#open.length);
    return true;
  }

  /** The tag stands before `end`, where the next one begins; `root` is asked of the first. */
  #startTag(tag: number, end: number, root: string): boolean {
    const name = this.#name(tag + 1);
    const depth = this.#open.length;
    const local = localName(name);
    if (name === '' || depth >= limits.xmlDepth || (depth === 0 && local !== root)) return false;
    const attributes = this.#attributes(end);
    if (attributes === undefined) return false;
    const isEmpty = this.#xml.charCodeAt(this.#at) === SLASH;
    if (isEmpty) this.#at += 1;
    if (this.#xml.charCodeAt(this.#at) !== GREATER) return false;
    this.#at += 1;
    this.#handler.open?.(local, attributes, depth);
    if (isEmpty) {
      this.#handler.close?.(local, depth);
    } else {
      this.#open.push(name);
      this.#locals.push(local);
    }
    return true;
  }

  /**
   * The attributes where the walk is, all before `end`; it goes on at the `>` or `/` behind them. A line end or a `<`
   * in a value is not plain.
   */
  #attributes(end: number): Attributes | undefined {
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
      const start = this.#at + 2;
      const close =
        xml.charCodeAt(start - 2) === EQUALS && xml.charCodeAt(start - 1) === QUOTE ? xml.indexOf('"', start) : -1;
      // a name that every object has counts as taken: saxes then tells
      if (name === '' || close < 0 || close >= end || attributes[name] !== undefined) return undefined;
      const value = this.#read(start, close);
      if (value === undefined || (this.#hasBreaks && BREAK.test(xml.slice(start, close)))) return undefined;
      attributes[name] = value;
      this.#at = close + 1;
    }
    return undefined;
  }

  /** The ASCII name that begins at `from`, behind which the walk goes on; empty when there is none. */
  #name(from: number): string {
    let end = from;
    while (isNameCode(this.#xml.charCodeAt(end))) end += 1;
    this.#at = end;
    return end > from && this.#xml.charCodeAt(from) > COLON ? this.#xml.slice(from, end) : '';
  }

  /** Text or a value with its entities read. */
  #read(from: number, to: number): string | undefined {
    if (this.#ampersand < from) {
      const found = this.#xml.indexOf('&', from);
      this.#ampersand = found < 0 ? this.#xml.length : found;
    }
    const text = this.#xml.slice(from, to);
    return this.#ampersand < to ? decoded(text) : text;
  }
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09;

/** Letters, digits, `-`, `.`, `:` and `_`; NaN behind the end is none. */
const isNameCode = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x2d && code <= COLON && code !== SLASH) ||
  code === 0x5f;
