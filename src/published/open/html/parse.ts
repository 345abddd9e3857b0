/**
 * A web page as the tree that a browser makes of it, under limits; by parse5, which repairs what is missing as browsers
 * do.
 */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { documentLimits } from '../limits.js';
import { refuse } from '../refusal.js';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

type Parent = DefaultTreeAdapterTypes.ParentNode;

/**
 * Throws ReadProblem when there are too many elements, all pages of a document together, or they stand too deep in each
 * other.
 */
export function parsePage(text: string, spent = { elements: 0 }): readonly HtmlNode[] {
  const depths = new WeakMap<object, number>();
  const count = () => {
    spent.elements += 1;
    if (spent.elements > documentLimits.elements) refuse('F41', { what: '内容' });
  };
  const descend = (parent: Parent, child: HtmlNode) => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > documentLimits.depth) refuse('F45', { limit: String(documentLimits.depth) });
    depths.set(child, depth);
  };
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(...details) {
      count();
      return defaultTreeAdapter.createElement(...details);
    },
    appendChild(parent, child) {
      descend(parent, child as HtmlNode);
      defaultTreeAdapter.appendChild(parent, child);
    },
    insertBefore(parent, child, reference) {
      descend(parent, child as HtmlNode);
      defaultTreeAdapter.insertBefore(parent, child, reference);
    },
  };
  return parse(text, { treeAdapter }).childNodes;
}

/** Whether a node is an element, not text. */
export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;

/** The value of an attribute; undefined where the element has none of this name. */
export const attribute = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

/** What the element is said to be in this respect, last of all; undefined where nothing is said. */
export function declared(element: HtmlElement, property: string): string | undefined {
  const style = attribute(element, 'style');
  if (style === undefined) return undefined;
  const values = style.split(';').map((one) => one.split(':', 2));
  const last = values.findLast(([name]) => name?.trim().toLowerCase() === property);
  return last?.[1]?.replace(/!.*/, '').trim().toLowerCase();
}

/** As far as the page itself says so: style sheets in other files are not read. */
export const isHidden = (element: HtmlElement): boolean =>
  attribute(element, 'hidden') !== undefined ||
  declared(element, 'display') === 'none' ||
  declared(element, 'visibility') === 'hidden';

/** Whether the items of a list are shown without numbers or bullets. */
export const hasNoMarks = (element: HtmlElement): boolean =>
  /\bnone\b/.test(declared(element, 'list-style-type') ?? declared(element, 'list-style') ?? '');
