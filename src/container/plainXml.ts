/**
 * The short way through XML that is as plain as spreadsheet programs write it: elements, attributes in double quotes, text, entities.
 * Whatever else occurs (comments, CDATA, instructions, DOCTYPE, names outside ASCII) and whatever is not well-formed makes it give up: such a
 * part is read anew by saxes (xml.ts). So this reader decides nothing; it only spares a walk through every character, which takes most of
 * the time in which a workbook is read, above all in a fresh process.
 */

import { limits } from './limits.js';
import { type Attributes, localName, PROLOG, type XmlHandler } from './xml.js';
import { xmlEntities } from './xmlEntities.js';

/** The declaration with all that may stand before the root element. */
const DECLARATION =
  /^(?:<\?xml version="1\.0"(?: encoding="(?:UTF|utf)-8")?(?: standalone="(?:yes|no)")? ?\?>[ \t\n]*)?/;
/** Other kinds of markup than tags, and what XML 1.0 forbids in any place. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_PLAIN = /<[!?]|\]\]>|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const NAME = /^[A-Za-z][\w.:-]*$/;
const BLANK = /^[ \t\n]*$/;
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Hands a whole part on to `handler`. False when it turns out not to be plain: then the handler may have seen a beginning of it, and is to be
 * thrown away.
 */
export function parsePlain(root: string, bytes: Uint8Array, handler: XmlHandler): boolean {
  const xml = decoded(bytes);
  if (xml === undefined) return false;
  const start = DECLARATION.exec(xml)?.[0].length ?? 0;
  NOT_PLAIN.lastIndex = start;
  return !NOT_PLAIN.test(xml) && new Scan(xml, start, handler).run(root);
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    const xml = decoder.decode(bytes);
    return xml.includes('\r') ? xml.replace(/\r\n?/g, '\n') : xml;
  } catch {
    return undefined;
  }
}

/** Where a character comes next, looked for only when the one found last lies behind. */
class Next {
  readonly #text: string;
  readonly #character: string;
  #at = -1;

  constructor(text: string, character: string) {
    this.#text = text;
    this.#character = character;
  }

  isWithin(from: number, to: number): boolean {
    if (this.#at < from) {
      const found = this.#text.indexOf(this.#character, from);
      this.#at = found < 0 ? this.#text.length : found;
    }
    return this.#at < to;
  }
}

interface AttributeName {
  readonly name: string;
  /** The name with what stands before the value. */
  readonly opening: string;
}

/** Elements of one name. They look alike, and to expect what comes is faster than to find out. */
interface ElementName {
  readonly name: string;
  readonly local: string;
  /** The attributes that such elements have had, in their order. */
  readonly usual: AttributeName[];
}

const NOTHING: ElementName = { name: '', local: '', usual: [] };
const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;

/** More expectations than this cost more than they spare. */
const MOST_USUAL = 12;

/** One walk over the tags of a part. What does not answer `true` or gives undefined is not plain. */
class Scan {
  readonly #xml: string;
  readonly #handler: XmlHandler;
  readonly #ampersand: Next;
  readonly #tab: Next;
  readonly #lineEnd: Next;
  readonly #less: Next;
  readonly #elements = new Map<string, ElementName>();
  readonly #open: ElementName[] = [];
  /** Behind what was read last. */
  #at: number;

  constructor(xml: string, start: number, handler: XmlHandler) {
    this.#xml = xml;
    this.#at = start;
    this.#handler = handler;
    this.#ampersand = new Next(xml, '&');
    this.#tab = new Next(xml, '\t');
    this.#lineEnd = new Next(xml, '\n');
    this.#less = new Next(xml, '<');
  }

  /** Whether the part has been handed on to its end. */
  run(root: string): boolean {
    const xml = this.#xml;
    if (!this.#startTag(this.#at, root) || this.#at > PROLOG) return false;
    while (this.#open.length > 0) {
      const tag = xml.indexOf('<', this.#at);
      if (tag < 0 || (tag > this.#at && !this.#content(tag))) return false;
      if (xml.charCodeAt(tag + 1) === SLASH ? !this.#endTag(tag) : !this.#startTag(tag)) return false;
    }
    return BLANK.test(xml.slice(this.#at));
  }

  #content(end: number): boolean {
    const text = this.#text(this.#at, end);
    if (text === undefined) return false;
    this.#handler.text?.(text);
    return true;
  }

  #endTag(tag: number): boolean {
    const { name, local } = this.#open.pop() ?? NOTHING;
    if (!this.#xml.startsWith(name, tag + 2) || this.#xml.charCodeAt(tag + 2 + name.length) !== GREATER) return false;
    this.#at = tag + 3 + name.length;
    this.#handler.close?.(local, this.#open.length);
    return true;
  }

  /** `root`: the local name that the element must have. */
  #startTag(tag: number, root?: string): boolean {
    const element = this.#xml.charCodeAt(tag) === LESS ? this.#element(tag + 1) : undefined;
    if (!element || (root !== undefined && element.local !== root)) return false;
    const depth = this.#open.length;
    const attributes = depth < limits.xmlDepth ? this.#attributes(element.usual) : undefined;
    if (!attributes) return false;
    const isEmpty = this.#xml.charCodeAt(this.#at) === SLASH;
    if (isEmpty) this.#at += 1;
    if (this.#xml.charCodeAt(this.#at) !== GREATER) return false;
    this.#at += 1;
    this.#handler.open?.(element.local, attributes, depth);
    if (isEmpty) this.#handler.close?.(element.local, depth);
    else this.#open.push(element);
    return true;
  }

  /** The element whose name begins at `from`; the walk goes on behind the name. */
  #element(from: number): ElementName | undefined {
    let end = from;
    while (!isNameEnd(this.#xml.charCodeAt(end))) end += 1;
    this.#at = end;
    const name = this.#xml.slice(from, end);
    const known = this.#elements.get(name);
    if (known || !NAME.test(name)) return known;
    const element = { name, local: localName(name), usual: [] };
    this.#elements.set(name, element);
    return element;
  }

  /** The attributes of the tag whose name has been read; the walk goes on at its `>` or `/`. */
  #attributes(usual: AttributeName[]): Attributes | undefined {
    const xml = this.#xml;
    const attributes: Record<string, string> = {};
    for (let count = 0, next = 0; count <= limits.xmlAttributes; count += 1, next += 1) {
      const from = this.#at;
      while (isSpace(xml.charCodeAt(this.#at))) this.#at += 1;
      const code = xml.charCodeAt(this.#at);
      if (code === GREATER || code === SLASH) return attributes;
      while (next < usual.length && !xml.startsWith(usual[next]?.opening ?? '', this.#at)) next += 1;
      const expected = usual[next] ?? this.#another(usual, attributes);
      if (!expected || this.#at === from) return undefined;
      const start = this.#at + expected.opening.length;
      const end = xml.indexOf('"', start);
      const value = end < 0 ? undefined : this.#value(start, end);
      if (value === undefined) return undefined;
      attributes[expected.name] = value;
      this.#at = end + 1;
    }
    return undefined;
  }

  /**
   * The attribute where the walk is, which elements of this name have not had in this place before; undefined when it stands here already. So an
   * attribute that stands twice is found: what is expected is expected once, and in one order.
   */
  #another(usual: AttributeName[], before: Attributes): AttributeName | undefined {
    const equals = this.#xml.indexOf('="', this.#at);
    const name = this.#xml.slice(this.#at, Math.max(this.#at, equals));
    // a name that every object has counts as taken: saxes then tells
    if (!NAME.test(name) || before[name] !== undefined) return undefined;
    const another = { name, opening: `${name}="` };
    if (usual.length < MOST_USUAL && !usual.some((known) => known.name === name)) usual.push(another);
    return another;
  }

  /** White space in a value would have to be normalised. */
  #value(from: number, to: number): string | undefined {
    if (this.#less.isWithin(from, to) || this.#lineEnd.isWithin(from, to) || this.#tab.isWithin(from, to)) {
      return undefined;
    }
    return this.#text(from, to);
  }

  #text(from: number, to: number): string | undefined {
    const text = this.#xml.slice(from, to);
    return this.#ampersand.isWithin(from, to) ? withoutEntities(text) : text;
  }
}

/** The end of the text, where `charCodeAt` gives NaN, ends a name too. */
const isNameEnd = (code: number): boolean => code === GREATER || code === SLASH || isSpace(code) || Number.isNaN(code);

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09;

/** Formulas are full of quotes: without a function called for each. */
function withoutEntities(text: string): string | undefined {
  const read = text.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  return /&(?!amp;)/.test(read) ? withoutNumbers(text) : read.replaceAll('&amp;', '&');
}

/** With characters given by number among them. */
function withoutNumbers(text: string): string | undefined {
  let plain = true;
  const read = text.replace(/&(?:([a-z]{2,4})|#([0-9]{1,7}));|&/g, (_, name?: string, decimal?: string) => {
    const character = name === undefined ? characterOf(Number(decimal)) : xmlEntities[name];
    plain &&= character !== undefined;
    return character ?? '';
  });
  return plain ? read : undefined;
}

/** Below the surrogates, without what XML forbids; the rest is left to saxes. */
const characterOf = (code: number): string | undefined =>
  code === 0x0a || (code >= 0x20 && code < 0xd800) ? String.fromCharCode(code) : undefined;
