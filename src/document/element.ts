/** The markup as elements, before they mean anything. */
import { SaxesParser } from 'saxes';
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

/** Throws MarkupError. */
export function elementTree(markup: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open: Element[] = [root];
  const top = () => open.at(-1) ?? root;
  /** The tag met last: what is wrong with the markup is told at its place. */
  let latest = root;
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new MarkupError('标记有误，多半是 <…> 与 </…> 没有配对，或属性没有引号。', latest);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [] };
    top().children.push(element);
    open.push(element);
    latest = element;
  });
  parser.on('closetag', () => {
    latest = open.pop() ?? root;
  });
  parser.on('text', (text) => top().children.push(text));
  parser.write(markup).close();
  const [document] = root.children;
  if (document === undefined || typeof document === 'string') throw new MarkupError('模板没有印出任何内容。');
  return document;
}

/** The child elements, all of which must be of the names given; stray text is a mistake. */
export function elementsOf(parent: Element, ...names: readonly string[]): Element[] {
  return parent.children.flatMap((child) => {
    if (typeof child === 'string') {
      if (child.trim() !== '')
        throw new MarkupError(`<${parent.name}> 里不能直接写文字“${child.trim().slice(0, 20)}”。`, parent);
      return [];
    }
    if (!names.includes(child.name)) throw new MarkupError(`<${parent.name}> 里不能有 <${child.name}>。`, child);
    return [child];
  });
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
