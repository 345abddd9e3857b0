/**
 * The short way through XML that is as plain as spreadsheet programs write it: elements, attributes in double quotes, text, entities.
 * Whatever else occurs (comments, CDATA, instructions, DOCTYPE, names outside ASCII) and whatever is not well-formed gives undefined: such a
 * part is read by saxes from its beginning (xml.ts). So this reader decides nothing; it only spares a walk through every character, which
 * takes most of the time in which a workbook is read, above all in a fresh process.
 */
import { limits } from './limits.js';
import type { Attributes } from './xml.js';

/** What begins with an element; a text; or the end of the element that is open. */
export type PlainEvent = { readonly name: string; readonly attributes: Attributes } | string | null;

/** The declaration with all that may stand before the root element. */
const PROLOG = /^(?:<\?xml version="1\.0"(?: encoding="utf-8")?(?: standalone="(?:yes|no)")? ?\?>\s*)?/i;
/** Other kinds of markup than tags, and what XML 1.0 forbids in any place. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_PLAIN = /<[!?]|\]\]>|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const NAME = /^[A-Za-z][\w.:-]*$/;
const BLANK = /^[ \t\n]*$/;
const decoder = new TextDecoder('utf-8', { fatal: true });

/** The events of a whole part, or undefined when it is not plain. */
export function plainEvents(bytes: Uint8Array): PlainEvent[] | undefined {
  const xml = decoded(bytes);
  if (xml === undefined) return undefined;
  const start = PROLOG.exec(xml)?.[0].length ?? 0;
  NOT_PLAIN.lastIndex = start;
  return NOT_PLAIN.test(xml) ? undefined : new Scan(xml, start).events();
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

/** One walk over the tags of a part. */
class Scan {
  readonly #xml: string;
  readonly #ampersand: Next;
  readonly #tab: Next;
  readonly #lineEnd: Next;
  readonly #less: Next;
  readonly #names = new Set<string>();
  /** Behind the tag that was read last. */
  #at: number;

  constructor(xml: string, start: number) {
    this.#xml = xml;
    this.#at = start;
    this.#ampersand = new Next(xml, '&');
    this.#tab = new Next(xml, '\t');
    this.#lineEnd = new Next(xml, '\n');
    this.#less = new Next(xml, '<');
  }

  events(): PlainEvent[] | undefined {
    const xml = this.#xml;
    const events: PlainEvent[] = [];
    const open: string[] = [];
    while (open.length > 0 || events.length === 0) {
      const tag = xml.indexOf('<', this.#at);
      if (tag < 0 || open.length >= limits.xmlDepth) return undefined;
      if (tag > this.#at) {
        const text = open.length > 0 ? this.#text(this.#at, tag) : undefined;
        if (text === undefined) return undefined;
        events.push(text);
      }
      if (xml.charCodeAt(tag + 1) === 0x2f) {
        const name = open.pop() ?? '';
        if (!xml.startsWith(name, tag + 2) || xml.charCodeAt(tag + 2 + name.length) !== 0x3e) return undefined;
        this.#at = tag + 3 + name.length;
        events.push(null);
        continue;
      }
      const name = this.#name(tag + 1);
      const attributes = name === undefined ? undefined : this.#attributes();
      if (name === undefined || attributes === undefined) return undefined;
      events.push({ name, attributes });
      if (xml.charCodeAt(this.#at) === 0x2f) {
        this.#at += 1;
        events.push(null);
      } else open.push(name);
      if (xml.charCodeAt(this.#at) !== 0x3e) return undefined;
      this.#at += 1;
    }
    return BLANK.test(xml.slice(this.#at)) ? events : undefined;
  }

  /** The name at `from`; the walk goes on behind it. */
  #name(from: number): string | undefined {
    let end = from;
    while (!isNameEnd(this.#xml.charCodeAt(end))) end += 1;
    this.#at = end;
    return this.#known(this.#xml.slice(from, end));
  }

  #known(name: string): string | undefined {
    if (this.#names.has(name)) return name;
    if (!NAME.test(name)) return undefined;
    this.#names.add(name);
    return name;
  }

  /** The attributes of the tag whose name has been read; the walk goes on at its `>` or `/`. */
  #attributes(): Attributes | undefined {
    const xml = this.#xml;
    const attributes: Record<string, string> = {};
    for (let count = 0; count <= limits.xmlAttributes; count += 1) {
      const from = this.#at;
      while (isSpace(xml.charCodeAt(this.#at))) this.#at += 1;
      const code = xml.charCodeAt(this.#at);
      if (code === 0x3e || code === 0x2f) return attributes;
      const equals = xml.indexOf('="', this.#at);
      if (equals < 0 || this.#at === from) return undefined;
      const name = this.#known(xml.slice(this.#at, equals));
      const end = xml.indexOf('"', equals + 2);
      // a name that every object knows counts as taken: saxes then tells
      if (name === undefined || end < 0 || attributes[name] !== undefined) return undefined;
      const value = this.#value(equals + 2, end);
      if (value === undefined) return undefined;
      attributes[name] = value;
      this.#at = end + 1;
    }
    return undefined;
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
const isNameEnd = (code: number): boolean => code === 0x3e || code === 0x2f || isSpace(code) || Number.isNaN(code);

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function withoutEntities(text: string): string | undefined {
  let plain = true;
  const read = text.replace(/&(?:([a-z]{2,4})|#([0-9]{1,7}));|&/g, (_, name?: string, decimal?: string) => {
    const character = name === undefined ? characterOf(Number(decimal)) : ENTITIES[name];
    plain &&= character !== undefined;
    return character ?? '';
  });
  return plain ? read : undefined;
}

/** Of the Basic Multilingual Plane, without what XML forbids. */
const characterOf = (code: number): string | undefined =>
  code === 0x0a || (code >= 0x20 && code < 0xd800) ? String.fromCharCode(code) : undefined;
