/**
 * The numbered tables of a document, each with what stands around it on its page: what a sheet of the publication
 * workbook holds.
 */

import { cleanLines, cleanText } from '../../document/text.js';
import type { DocumentTree, Inline, Section, Table } from '../../document/tree.js';
import { sheetNames } from '../../workbook/write/sheetName.js';

export interface PublishedTable {
  /** `表 1 单位收支总体情况表`, cut to what Excel allows as the name of a sheet. */
  readonly sheet: string;
  readonly number: string;
  readonly title: string;
  readonly table: Table;
  /** The sentence in an empty table's place, '' when there is none. */
  readonly note: string;
  readonly landscape: boolean;
}

/** All of them in document order. Performance tables are none of them. */
export function publishedTables(tree: DocumentTree): PublishedTable[] {
  const free = sheetNames();
  return tree.sections.flatMap((section) => {
    const table = section.blocks.find((block): block is Table => block.kind === 'table' && block.style === 'statement');
    if (table === undefined) return [];
    const number = paragraphText(section, 'tableNumber');
    const title = section.blocks.flatMap((block) =>
      block.kind === 'heading' && block.tableTitle ? [cleanText(plainText(block.inlines))] : [],
    );
    const sheet = free(`${number} ${title[0] ?? ''}`.trim());
    return [
      {
        sheet,
        number,
        title: title[0] ?? '',
        table,
        note: paragraphText(section, 'tableNote'),
        landscape: section.orientation === 'landscape',
      },
    ];
  });
}

/** The text with its line breaks, without what XML forbids. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === 'text' ? cleanLines(inline.text).join('\n') : '\n')).join('');
}

function paragraphText({ blocks }: Section, style: 'tableNumber' | 'tableNote'): string {
  return blocks
    .flatMap((block) =>
      block.kind === 'paragraph' && block.style === style ? [cleanText(plainText(block.inlines))] : [],
    )
    .join('');
}
