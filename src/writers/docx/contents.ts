/** The table of contents: a real field, already filled, so that no program has to update it before it can be read. */

import { TableOfContents } from 'docx';
import type { DocumentTree, Heading } from '../../document/tree.js';
import { TABLE_TITLE_NAME } from './styles.js';
import { cleanText } from './text.js';

export interface ContentsEntry {
  readonly title: string;
  readonly level: 1 | 2;
  /** Bookmark on the heading. */
  readonly anchor: string;
}

/** The headings of levels 1 and 2 that stand in the contents, in document order, each with its bookmark. */
export function collectEntries(tree: DocumentTree): ReadonlyMap<Heading, ContentsEntry> {
  const entries = new Map<Heading, ContentsEntry>();
  for (const section of tree.sections) {
    for (const block of section.blocks) {
      if (block.kind !== 'heading' || block.contents === false || block.level === 3) continue;
      const anchor = `_Toc${String(entries.size + 1).padStart(8, '0')}`;
      entries.set(block, { title: cleanText(block.contents), level: block.level, anchor });
    }
  }
  return entries;
}

/** The field; nothing at all when there is nothing to list. The printed forms show no page numbers, hence `\n`. */
export function contentsField(entries: Iterable<ContentsEntry>): TableOfContents[] {
  const cachedEntries = [...entries].map(({ title, level, anchor }) => ({ title, level, href: anchor }));
  if (cachedEntries.length === 0) return [];
  return [
    new TableOfContents('目录', {
      hyperlink: true,
      headingStyleRange: '1-2',
      pageNumbersEntryLevelsRange: '1-2',
      beginDirty: false,
      cachedEntries,
    }),
  ];
}

/**
 * What the library leaves to be done in the written body: its entries end in a tab and dots for a page number that we do not print,
 * and its field would not collect the tables' titles when someone updates it in Word.
 */
export function completeContentsField(documentXml: string): string {
  const start = documentXml.indexOf('<w:sdt>');
  const end = documentXml.indexOf('</w:sdt>');
  if (start < 0) return documentXml;
  const field = documentXml
    .slice(start, end)
    .replace(/<w:tabs>.*?<\/w:tabs>/g, '')
    .replace(/<w:tab\/><w:t xml:space="default"(?:\/>|><\/w:t>)/g, '')
    .replace(/xml:space="default"/g, 'xml:space="preserve"')
    .replace(/(<w:instrText[^>]*>TOC [^<]*)/, `$1 \\t &quot;${TABLE_TITLE_NAME},2&quot;`);
  return documentXml.slice(0, start) + field + documentXml.slice(end);
}
