/**
 * The document as one web page: nothing beside it, no script, no request to anywhere. Headings, tables and their heads are marked as what
 * they are, so that a screen reader can walk through them; printed, it has the pages of the Word file.
 */

import { cleanLines, cleanText, escapeXml } from '../../document/text.js';
import type { Block, DocumentTree, Heading, Inline, Paragraph, Section } from '../../document/tree.js';
import { styleSheet } from './style.js';
import { tableHtml } from './table.js';

/** What is to be read about a figure when the pointer rests on it: its rule and cells. Undefined: nothing. */
export type SourceOf = (figureId: string) => string | undefined;

/** The page as UTF-8 text. The same tree gives the same text. */
export function writeHtml(tree: DocumentTree, sourceOf: SourceOf = () => undefined): string {
  const ids = headingIds(tree);
  const cover = tree.sections.find((section) => section.numbering === 'none');
  const others = tree.sections.filter((section) => section !== cover);
  const title = escapeXml(cleanText(tree.title));
  const body = others.map((section) => sectionHtml(section, ids, sourceOf)).join('\n');
  return (
    '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n' +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
    `<title>${title}</title>\n<style>${styleSheet}</style>\n</head>\n<body>\n<a class="skip" href="#text">跳到正文</a>\n` +
    `<header><h1>${coverHtml(cover) || title}</h1></header>\n${contentsHtml(ids)}\n<main id="text">\n${body}\n</main>\n</body>\n</html>\n`
  );
}

type HeadingIds = ReadonlyMap<Heading, string>;

function headingIds(tree: DocumentTree): HeadingIds {
  const headings = tree.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'heading');
  return new Map(headings.map((heading, index) => [heading, `h${index + 1}`]));
}

function coverHtml(cover: Section | undefined): string {
  const lines = cover?.blocks.filter((block): block is Paragraph => block.kind === 'paragraph') ?? [];
  return lines.map(({ inlines }) => inlinesHtml(inlines, () => undefined)).join('<br>');
}

function contentsHtml(ids: HeadingIds): string {
  const entries = [...ids].filter(([{ contents, level }]) => contents !== false && level !== 3);
  if (entries.length === 0) return '';
  let open = false;
  const items = entries.map(([{ contents, level }, id]) => {
    const link = `<a href="#${id}">${escapeXml(cleanText(contents || ''))}</a>`;
    if (level === 2) return `<li>${link}</li>`;
    const close = open ? '</ol></li>' : '';
    open = true;
    return `${close}<li>${link}<ol>`;
  });
  return `<nav aria-labelledby="contents">\n<h2 id="contents">目　录</h2>\n<ol>${items.join('\n')}${open ? '</ol></li>' : ''}</ol>\n</nav>`;
}

function sectionHtml(section: Section, ids: HeadingIds, sourceOf: SourceOf): string {
  const blocks = section.blocks.filter((block) => !isContents(block));
  if (blocks.length === 0) return '';
  let title: string | undefined;
  const written = blocks.map((block) => {
    if (block.kind === 'heading') title = ids.get(block);
    return blockHtml(block, ids, sourceOf, title);
  });
  return `<section${section.orientation === 'landscape' ? ' class="landscape"' : ''}>\n${written.join('\n')}\n</section>`;
}

/** The contents stand in the navigation, with their title. */
const isContents = (block: Block): boolean =>
  block.kind === 'contents' || (block.kind === 'paragraph' && block.style === 'contentsTitle');

function blockHtml(block: Block, ids: HeadingIds, sourceOf: SourceOf, title: string | undefined): string {
  switch (block.kind) {
    case 'heading': {
      const tag = `h${block.level + 1}`;
      const look = block.tableTitle ? ' class="table-title"' : '';
      return `<${tag} id="${ids.get(block)}"${look}>${inlinesHtml(block.inlines, sourceOf)}</${tag}>`;
    }
    case 'paragraph':
      return paragraphHtml(block, sourceOf);
    case 'table':
      return tableHtml(block, title, (inlines) => inlinesHtml(inlines, sourceOf));
    case 'contents':
      return '';
  }
}

const PARAGRAPH_CLASSES: Readonly<Partial<Record<Paragraph['style'], string>>> = {
  plain: 'plain',
  tableNumber: 'table-number',
  signature: 'signature',
};

function paragraphHtml({ style, align, inlines }: Paragraph, sourceOf: SourceOf): string {
  const classes = [PARAGRAPH_CLASSES[style], align === 'justify' ? undefined : align].filter(Boolean).join(' ');
  return `<p${classes ? ` class="${classes}"` : ''}>${inlinesHtml(inlines, sourceOf)}</p>`;
}

function inlinesHtml(inlines: readonly Inline[], sourceOf: SourceOf): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return '<br>';
      const text = cleanLines(inline.text).map(escapeXml).join('<br>');
      const source = inline.figure === undefined ? undefined : sourceOf(inline.figure);
      const figure = source === undefined ? text : `<span title="${escapeXml(cleanText(source))}">${text}</span>`;
      return inline.bold ? `<b>${figure}</b>` : figure;
    })
    .join('');
}
