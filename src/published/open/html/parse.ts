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

/** Throws ReadProblem when there are too many elements or they stand too deep in each other. */
export function parsePage(text: string): readonly HtmlNode[] {
  const depths = new WeakMap<object, number>();
  let elements = 0;
  const count = () => {
    elements += 1;
    if (elements > documentLimits.elements) refuse('F41', { what: '内容' });
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

const style = (element: HtmlElement): string => attribute(element, 'style') ?? '';

/** As far as the element itself says so: a style sheet is not read. */
export const isHidden = (element: HtmlElement): boolean =>
  attribute(element, 'hidden') !== undefined || /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style(element));

/** Whether the items of a list are shown without numbers or bullets. */
export const hasNoMarks = (element: HtmlElement): boolean => /list-style(?:-type)?\s*:[^;]*none/i.test(style(element));
