/** The markup as elements, before they mean anything. */
import { decoded } from '../container/xmlEntities.js';
import { FormMistake, placeOf } from './mistake.js';

/** An element of the markup: attributes, and children in order. Elements with the same tag share their attributes. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
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
/** Text that is nothing but layout of the templates; it means nothing anywhere. */
const layout = /\n\s*</y;

/** What an opening tag says. */
interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly empty: boolean;
  /** Of its text, with `<` and `>`. */
  readonly length: number;
  /** As nearly always written. */
  readonly closing: string;
}

/** An element that is being read. */
interface Open extends Element {
  readonly tag: Tag;
  children: (Element | string)[];
}

const childless: (Element | string)[] = [];
const outside: Tag = { name: '', attributes: {}, empty: false, length: 0, closing: '' };

/**
 * Reads the dialect that templates print: elements, attributes, text, entities, comments. Not an XML parser: saxes
 * takes 80 ms for the first document of a process where this takes 30 (5 and 2.6 warm), and neither DOCTYPE nor CDATA
 * nor instructions belong here. Text of nothing but a line end and spaces is left out. Throws MarkupError.
 */
export function elementTree(written: string): Element {
  const markup = written.includes('\r') ? written.replace(/\r\n?/g, '\n') : written;
  const tags = new Tags(markup);
  const root = elementWith(outside);
  const around: Open[] = [];
  let parent = root;
  /** The tag met last: what is wrong with the markup is told at its place. */
  let latest = root;
  const fail = (): never => {
    throw new MarkupError('标记有误，多半是 <…> 与 </…> 没有配对，或属性没有引号。', latest);
  };
  for (let at = 0; at < markup.length; ) {
    const next = markup.indexOf('<', at);
    const end = next < 0 ? markup.length : next;
    if (end > at && !matches(layout, markup, at)) add(parent, decoded(markup.slice(at, end)) ?? fail());
    at = end;
    if (next < 0) break;
    const mark = markup.charCodeAt(at + 1);
    if (mark === slash) {
      at += closingLength(parent.tag, markup, at) ?? fail();
      const outer = around.pop() ?? fail();
      latest = parent;
      parent = outer;
    } else if (mark === exclamation && markup.startsWith('<!--', at)) {
      const close = markup.indexOf('-->', at + 4);
      at = close < 0 ? fail() : close + 3;
    } else {
      const tag = tags.at(at) ?? fail();
      at += tag.length;
      latest = elementWith(tag);
      add(parent, latest);
      if (tag.empty) continue;
      around.push(parent);
      parent = latest;
    }
  }
  if (parent !== root) fail();
  const [document, more] = root.children;
  if (document === undefined || typeof document === 'string') throw new MarkupError('模板没有印出任何内容。');
  return more === undefined ? document : fail();
}

const slash = 0x2f;
const exclamation = 0x21;

const elementWith = (tag: Tag): Open => ({ name: tag.name, attributes: tag.attributes, tag, children: childless });

/** Most elements have one child or none: an array made with its one item is a tenth of one that grows. */
function add(parent: Open, child: Element | string): void {
  if (parent.children === childless) parent.children = [child];
  else parent.children.push(child);
}

/** Undefined when the text there does not close the tag. */
function closingLength({ name, closing }: Tag, markup: string, at: number): number | undefined {
  if (markup.startsWith(closing, at)) return closing.length;
  const [whole, closed] = execAt(closeTag, markup, at) ?? [];
  return closed === name ? whole?.length : undefined;
}

/** The opening tags of a markup. Most are one of a few hundred texts, and each text is read once. */
class Tags {
  readonly #markup: string;
  readonly #known = new Map<string, Tag>();

  constructor(markup: string) {
    this.#markup = markup;
  }

  /** Undefined when there is none. */
  at(start: number): Tag | undefined {
    if (this.#markup.startsWith(figureTag, start)) return readFigureTag(this.#markup, start);
    // a value may hold the sign `>`: such a text is not that of a whole tag, and is never among those known
    const text = this.#markup.slice(start, this.#markup.indexOf('>', start) + 1);
    const known = this.#known.get(text);
    if (known) return known;
    const tag = readTag(this.#markup, start);
    if (tag?.length === text.length) this.#known.set(text, tag);
    return tag;
  }
}

const figureTag = '<data id="';

/**
 * The tag around a printed figure: no two are the same, so these are read in a cheap way as long as there is nothing
 * special to them.
 */
function readFigureTag(markup: string, at: number): Tag | undefined {
  const start = at + figureTag.length;
  const end = markup.indexOf('"', start);
  const id = markup.slice(start, end);
  if (!markup.startsWith('">', end) || /[&<]/.test(id)) return readTag(markup, at);
  return { name: 'data', attributes: { id }, empty: false, length: end + 2 - at, closing: '</data>' };
}

function readTag(markup: string, at: number): Tag | undefined {
  const found = execAt(openTag, markup, at);
  if (!found) return undefined;
  const [whole, name = '', written = '', end] = found;
  const attributes = attributesOf(written);
  return attributes && { name, attributes, empty: end === '/', length: whole.length, closing: `</${name}>` };
}

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
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

/** The child elements, all of which must be of the names given; stray text is a mistake. */
export function elementsOf(parent: Element, ...names: readonly string[]): readonly Element[] {
  const { children } = parent;
  let spaced = false;
  for (const child of children) {
    if (typeof child === 'string') {
      if (child.trim() !== '')
        throw new MarkupError(`<${parent.name}> 里不能直接写文字“${child.trim().slice(0, 20)}”。`, parent);
      spaced = true;
    } else if (!names.includes(child.name)) throw new MarkupError(`<${parent.name}> 里不能有 <${child.name}>。`, child);
  }
  return spaced ? children.filter((child) => typeof child !== 'string') : (children as readonly Element[]);
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
