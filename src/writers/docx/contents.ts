/**
 * The table of contents: a real field, already filled, so that no program has to update it before it can be read, and
 * made so that updating it gives the same entries again. An entry that reads otherwise than its heading (一、部门收支总体情况表
 * against the table's own title) comes from a TC field at the heading, which the contents collect by `\f t`; all others
 * from the heading styles by `\o`.
 */

import { cleanText, escapeXml } from '../../document/text.js';
import type { DocumentTree, Heading } from '../../document/tree.js';

export interface ContentsEntry {
  readonly title: string;
  readonly level: 1 | 2;
  /** Bookmark on the heading. */
  readonly anchor: string;
  /** The entry comes from a TC field, not from the heading's style. */
  readonly marked: boolean;
}

/** Page numbers of entries by their anchors, as printed at the foot of the page. */
export type ContentsPages = ReadonlyMap<string, number>;

/** The headings of levels 1 and 2 that stand in the contents, in document order, each with its bookmark. */
export function collectEntries(tree: DocumentTree): ReadonlyMap<Heading, ContentsEntry> {
  const entries = new Map<Heading, ContentsEntry>();
  for (const section of tree.sections) {
    for (const block of section.blocks) {
      if (block.kind !== 'heading' || block.contents === false || block.level === 3) continue;
      const anchor = `_Toc${String(entries.size + 1).padStart(8, '0')}`;
      const title = cleanText(block.contents);
      entries.set(block, { title, level: block.level, anchor, marked: !collectedByStyle(block) });
    }
  }
  return entries;
}

/**
 * Whether updating the contents takes the heading's own text: its style is one that `\o` collects, and the texts agree.
 */
export function collectedByStyle(heading: Heading): boolean {
  if (heading.tableTitle || heading.contents === false) return false;
  const text = heading.inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');
  return cleanText(text) === cleanText(heading.contents);
}

/**
 * The contents field; nothing when there is nothing to list. Without pages the printed forms show no numbers, hence
 * `\n`. `\h`: links; `\z`: no numbers in web view.
 */
export function contentsXml(entries: readonly ContentsEntry[], pages: ContentsPages | undefined): string {
  if (entries.length === 0) return '';
  const numbers = entries.every(({ anchor }) => pages?.has(anchor)) ? pages : undefined;
  const instruction = ` TOC \\o "1-2" \\f t \\h \\z ${numbers ? '' : '\\n 1-2 '}`;
  const begin = `${fieldChar('begin')}${code(instruction)}${fieldChar('separate')}`;
  const lines = entries.map((entry, index) => entryXml(entry, index === 0 ? begin : '', numbers?.get(entry.anchor)));
  return (
    '<w:sdt><w:sdtPr><w:alias w:val="目录"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>' +
    `</w:docPartObj></w:sdtPr><w:sdtContent>${lines.join('')}` +
    `<w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr>${fieldChar('end')}</w:p></w:sdtContent></w:sdt>`
  );
}

function entryXml({ title, level, anchor }: ContentsEntry, before: string, page: number | undefined): string {
  const hint = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>';
  const number =
    page === undefined
      ? ''
      : `<w:r><w:tab/></w:r>${fieldChar('begin')}${code(` PAGEREF ${anchor} \\h `)}${fieldChar('separate')}` +
        `<w:r><w:t>${page}</w:t></w:r>${fieldChar('end')}`;
  return (
    `<w:p><w:pPr><w:pStyle w:val="TOC${level}"/></w:pPr>${before}` +
    `<w:hyperlink w:anchor="${anchor}" w:history="1"><w:r>${hint}<w:t xml:space="preserve">${escapeXml(title)}</w:t></w:r>` +
    `${number}</w:hyperlink></w:p>`
  );
}

/** A TC field: never printed, in Word hidden as such. Backslashes and straight quotes have a meaning in its text. */
export function markXml({ title, level }: ContentsEntry): string {
  const hidden = '<w:rPr><w:vanish/></w:rPr>';
  const text = title.replace(/[\\"]/g, (character) => `\\${character}`);
  return fieldChar('begin', hidden) + code(` TC "${text}" \\f t \\l ${level} `, hidden) + fieldChar('end', hidden);
}

function fieldChar(type: 'begin' | 'separate' | 'end', properties = ''): string {
  return `<w:r>${properties}<w:fldChar w:fldCharType="${type}"/></w:r>`;
}

function code(instruction: string, properties = ''): string {
  return `<w:r>${properties}<w:instrText xml:space="preserve">${escapeXml(instruction)}</w:instrText></w:r>`;
}
