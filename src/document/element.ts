/** The markup as elements, before they mean anything. */
import { FormMistake } from './mistake.js';
import { placeOf } from './places.js';

/** An element of the markup: attributes, and children in order. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** A mistake of the templates that only shows in what they print; the place is that of the element concerned. */
export class MarkupError extends FormMistake {
  constructor(problem: string, element?: Pick<Element, 'attributes'>) {
    super(problem, element && placeOf(element));
  }
}

/** `<name a="…" b='…'>` or `<name …/>`; sticky, each part readable in one way only. */
const openTag = /<([A-Za-z][\w.-]*)((?:\s+[A-Za-z][\w.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const closeTag = /<\/([A-Za-z][\w.-]*)\s*>/y;
const attribute = /([A-Za-z][\w.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Reads the dialect that templates print: elements, attributes, text, entities, comments. Not an XML parser: one takes ten times as long,
 * and neither DOCTYPE nor CDATA nor instructions belong here. Throws MarkupError.
 */
export function elementTree(markup: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open: Element[] = [root];
  /** The tag met last: what is wrong with the markup is told at its place. */
  let latest = root;
  const fail = (): never => {
    throw new MarkupError('标记有误，多半是 <…> 与 </…> 没有配对，或属性没有引号。', latest);
  };
  for (let at = 0; at < markup.length; ) {
    const tag = markup.indexOf('<', at);
    const end = tag < 0 ? markup.length : tag;
    const parent = open.at(-1) ?? root;
    if (end > at) parent.children.push(decoded(markup.slice(at, end)) ?? fail());
    at = end;
    if (tag < 0) break;
    if (markup.startsWith('<!--', at)) {
      const close = markup.indexOf('-->', at + 4);
      at = close < 0 ? fail() : close + 3;
      continue;
    }
    const closing = markup.charCodeAt(at + 1) === 0x2f;
    const found = closing ? matchAt(closeTag, markup, at) : matchAt(openTag, markup, at);
    const [whole = fail(), name = '', attributes = '', empty = ''] = found ?? [];
    at += whole.length;
    if (closing) {
      if (open.length < 2 || parent.name !== name) fail();
      latest = open.pop() ?? root;
      continue;
    }
    const element: Element = { name, attributes: attributesOf(attributes) ?? fail(), children: [] };
    parent.children.push(element);
    latest = element;
    if (empty === '') open.push(element);
  }
  if (open.length > 1) fail();
  const [document, more] = root.children;
  if (document === undefined || typeof document === 'string') throw new MarkupError('模板没有印出任何内容。');
  return more === undefined ? document : fail();
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Undefined when an attribute occurs twice or holds what cannot be read. */
function attributesOf(text: string): Record<string, string> | undefined {
  const attributes: Record<string, string> = {};
  if (text === '') return attributes;
  for (const [, name = '', double, single = ''] of text.matchAll(attribute)) {
    const value = decoded(double ?? single);
    if (value === undefined || Object.hasOwn(attributes, name)) return undefined;
    attributes[name] = value;
  }
  return attributes;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Entities read, line ends as `\n`; undefined when there is an ampersand that begins none. */
function decoded(text: string): string | undefined {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  let whole = true;
  const read = lines.replace(/&(?:(\w{1,6})|#(\d{1,7})|#x([\dA-Fa-f]{1,6}));|&/g, (_, name, decimal, hexadecimal) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
    const character = name ? entities[name] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    whole &&= character !== undefined;
    return character ?? '';
  });
  return whole ? read : undefined;
}

/** The child elements, all of which must be of the names given; stray text is a mistake. */
export function elementsOf(parent: Element, ...names: readonly string[]): Element[] {
  const elements: Element[] = [];
  for (const child of parent.children) {
    if (typeof child === 'string') {
      if (child.trim() !== '')
        throw new MarkupError(`<${parent.name}> 里不能直接写文字“${child.trim().slice(0, 20)}”。`, parent);
      continue;
    }
    if (!names.includes(child.name)) throw new MarkupError(`<${parent.name}> 里不能有 <${child.name}>。`, child);
    elements.push(child);
  }
  return elements;
}

/** An attribute that must be one of the words given; the first is the default. */
export function oneOf<const W extends readonly [string, ...string[]]>(
  element: Element,
  attribute: string,
  words: W,
): W[number] {
  const value = element.attributes[attribute] ?? words[0];
  if (!words.includes(value))
    throw new MarkupError(
      `<${element.name}> 的 ${attribute}="${value}" 应为 ${words.filter((word) => word !== '').join('、')}。`,
      element,
    );
  return value;
}
