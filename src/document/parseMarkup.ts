/**
 * Markup to document tree. The markup is a small dialect of HTML, written down in docs/editions.md: section, h1–h3, p,
 * table (thead, tbody, side-by-side, tr, th, td), contents, and inside text b, br and data. White space that holds a
 * line end is layout of the template and vanishes; an office's own line breaks come as U+2028.
 */
import { type Element, elementsOf, elementTree, oneOf } from './element.js';
import { Numbering, withNumber } from './numbering.js';
import { inlinesOf, plainText } from './parseInline.js';
import { tableOf } from './parseTable.js';
import type { Block, DocumentTree, Heading, Paragraph, ParagraphStyle, Section } from './tree.js';

/** Throws MarkupError. */
export function parseMarkup(markup: string, properties: { title: string; entity: string }): DocumentTree {
  const root = elementTree(`<document>${markup}</document>`);
  const numbering = new Numbering();
  return { ...properties, sections: elementsOf(root, 'section').map((section) => sectionOf(section, numbering)) };
}

function sectionOf(element: Element, numbering: Numbering): Section {
  const blocks = elementsOf(element, 'h1', 'h2', 'h3', 'p', 'table', 'contents').map((block) =>
    blockOf(block, numbering),
  );
  return {
    orientation: oneOf(element, 'orientation', ['portrait', 'landscape']),
    numbering: oneOf(element, 'numbering', ['body', 'contents', 'none']),
    vertical: oneOf(element, 'vertical', ['top', 'center']),
    blocks,
  };
}

function blockOf(element: Element, numbering: Numbering): Block {
  if (element.name === 'table') return tableOf(element);
  if (element.name === 'contents') return { kind: 'contents' };
  const number = numbering.of(element);
  const numbered =
    number && !number.inContents ? { ...element, children: withNumber(element.children, number.text) } : element;
  return element.name === 'p' ? paragraphOf(numbered) : headingOf(numbered, number?.inContents ? number.text : '');
}

const headingLevels: Readonly<Record<string, 1 | 2 | 3>> = { h1: 1, h2: 2, h3: 3 };

/** `contents="…"`, with `number` before it; `contents="no"` keeps it out; `for="table"` is a table's title. */
function headingOf(element: Element, number: string): Heading {
  const inlines = inlinesOf(element);
  const contents = element.attributes.contents ?? plainText(inlines);
  return {
    kind: 'heading',
    level: headingLevels[element.name] ?? 3,
    inlines,
    contents: contents === 'no' ? false : number + contents,
    tableTitle: oneOf(element, 'for', ['text', 'table']) === 'table',
  };
}

const paragraphStyles = [
  'body',
  'plain',
  'coverTitle',
  'contentsTitle',
  'tableNumber',
  'tableNote',
  'signature',
] as const satisfies readonly ParagraphStyle[];

function paragraphOf(element: Element): Paragraph {
  const align = oneOf(element, 'align', ['', 'left', 'center', 'right']);
  const style = oneOf(element, 'style', paragraphStyles);
  const { explains } = element.attributes;
  return {
    kind: 'paragraph',
    style,
    ...(align !== '' && { align }),
    ...(explains && { explains }),
    inlines: inlinesOf(element),
  };
}
