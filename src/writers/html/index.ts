/**
 * The document as one web page: nothing beside it, no script, no request to anywhere. Headings, tables and their heads
 * are marked as what they are, so that a screen reader can walk through them; printed, it has the pages of the Word
 * file. As an office publishes it, it says nothing of the workbook; for review inside, every figure leads to its
 * origin.
 */

import { plainText } from '../../document/parseInline.js';
import type { PublicParts } from '../../document/publicParts.js';
import { cleanText, escapeXml } from '../../document/text.js';
import type { Block, DocumentTree, Heading, Paragraph, Section } from '../../document/tree.js';
import { inlinesHtml, type Links } from './inlines.js';
import { Origins, type SourceOf } from './origins.js';
import { pageHtml } from './page.js';
import { boxesHtml } from './publicParts.js';
import { tableHtml } from './table.js';
import { explanationIds, Terms } from './terms.js';

export type { SourceOf };

/** What the page has beside the document itself. */
export interface PageParts {
  /** For review inside: what is known of a figure. */
  readonly sourceOf?: SourceOf | undefined;
  /** Plain words and pictures, to stand before the document. */
  readonly beside?: Pick<PublicParts, 'plainWords' | 'pictures'> | undefined;
}

/** What is needed while blocks are written. */
interface Writing extends Links {
  readonly headings: ReadonlyMap<Heading, string>;
  readonly explanations: ReadonlyMap<Paragraph, string>;
}

/** The page as UTF-8 text. The same tree and parts give the same text. */
export function writeHtml(tree: DocumentTree, { sourceOf, beside }: PageParts = {}): string {
  const explanations = explanationIds(tree);
  const termIds = new Map([...explanations].map(([{ explains = '' }, id]) => [explains, id]));
  const origins = sourceOf && new Origins(sourceOf);
  const writing = { headings: headingIds(tree), explanations, origins, terms: new Terms(termIds) };
  const cover = tree.sections.find((section) => section.numbering === 'none');
  const others = tree.sections.filter((section) => section !== cover);
  // the box has its own first uses, so that a term is linked there and again in the document
  const boxes = beside ? boxesHtml(beside, { origins, terms: new Terms(termIds) }) : '';
  const title = escapeXml(cleanText(tree.title));
  const text = others.map((section) => sectionHtml(section, writing)).join('\n');
  const body =
    `<a class="skip" href="#text">跳到正文</a>\n<header><h1>${coverHtml(cover) || title}</h1></header>\n${boxes}` +
    `${contentsHtml(writing.headings)}\n<main id="text">\n${text}\n</main>\n${origins ? `${origins.panels()}\n` : ''}`;
  return pageHtml(title, body);
}

function headingIds(tree: DocumentTree): Writing['headings'] {
  const headings = tree.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'heading');
  return new Map(headings.map((heading, index) => [heading, `h${index + 1}`]));
}

function coverHtml(cover: Section | undefined): string {
  const lines = cover?.blocks.filter((block): block is Paragraph => block.kind === 'paragraph') ?? [];
  return lines.map(({ inlines }) => inlinesHtml(inlines)).join('<br>');
}

function contentsHtml(ids: Writing['headings']): string {
  const entries = [...ids].filter(([{ contents, level }]) => contents !== false && level !== 3);
  if (entries.length === 0) return '';
  const parts: { link: string; items: string[] }[] = [];
  for (const [{ contents, level }, id] of entries) {
    const link = `<a href="#${id}">${escapeXml(cleanText(contents || ''))}</a>`;
    const part = parts.at(-1);
    if (level === 2 && part) part.items.push(`<li>${link}</li>`);
    else parts.push({ link, items: [] });
  }
  const list = parts.map(
    ({ link, items }) => `<li>${link}${items.length > 0 ? `<ol>\n${items.join('\n')}\n</ol>` : ''}</li>`,
  );
  return `<nav aria-labelledby="contents">\n<h2 id="contents">目　录</h2>\n<ol>\n${list.join('\n')}\n</ol>\n</nav>`;
}

function sectionHtml(section: Section, writing: Writing): string {
  const blocks = section.blocks.filter((block) => !isContents(block));
  if (blocks.length === 0) return '';
  let title: string | undefined;
  const written = blocks.map((block) => {
    if (block.kind === 'heading') {
      title = writing.headings.get(block);
      writing.origins?.under(block.contents || plainText(block.inlines));
    }
    return blockHtml(block, writing, title);
  });
  return `<section${section.orientation === 'landscape' ? ' class="landscape"' : ''}>\n${written.join('\n')}\n</section>`;
}

/** The contents stand in the navigation, with their title. */
const isContents = (block: Block): boolean =>
  block.kind === 'contents' || (block.kind === 'paragraph' && block.style === 'contentsTitle');

function blockHtml(block: Block, writing: Writing, title: string | undefined): string {
  const { origins } = writing;
  switch (block.kind) {
    case 'heading': {
      const tag = `h${block.level + 1}`;
      const look = block.tableTitle ? ' class="table-title"' : '';
      const inlines = inlinesHtml(block.inlines, { origins, terms: undefined });
      return `<${tag} id="${writing.headings.get(block)}"${look}>${inlines}</${tag}>`;
    }
    case 'paragraph':
      return paragraphHtml(block, writing);
    case 'table':
      return tableHtml(block, title, (inlines) => inlinesHtml(inlines, { origins, terms: undefined }));
    case 'contents':
      return '';
  }
}

const PARAGRAPH_CLASSES: Readonly<Partial<Record<Paragraph['style'], string>>> = {
  plain: 'plain',
  tableNumber: 'table-number',
  signature: 'signature',
};

/** An explanation is where its term leads, so none is linked in there. */
function paragraphHtml(paragraph: Paragraph, writing: Writing): string {
  const { style, align, inlines } = paragraph;
  const classes = [PARAGRAPH_CLASSES[style], align === 'justify' ? undefined : align].filter(Boolean).join(' ');
  const id = writing.explanations.get(paragraph);
  const links = id === undefined ? writing : { origins: writing.origins, terms: undefined };
  const attributes = `${id ? ` id="${id}"` : ''}${classes ? ` class="${classes}"` : ''}`;
  return `<p${attributes}>${inlinesHtml(inlines, links)}</p>`;
}
