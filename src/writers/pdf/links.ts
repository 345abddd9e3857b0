/**
 * On which page the links of a PDF land. Reads what LibreOffice writes (plain objects, one page tree) and gives up,
 * with nothing, on anything else: whoever asks prints no page numbers then.
 */

import { pdfSource } from './source.js';

export interface PdfLink {
  /** Text of the link, as LibreOffice keeps it for readers of the page. */
  readonly text: string;
  /** Page that it leads to, counted from 0. */
  readonly page: number;
}

/** The links inside a PDF, in no particular order. Empty when the file is not of the kind that is understood. */
export function linksOfPdf(pdf: Uint8Array): PdfLink[] {
  const source = pdfSource(pdf);
  const pages = pageNumbers(source);
  const links: PdfLink[] = [];
  const annotation = /\/Subtype\/Link\/Border\[[^\]]*\]\/Rect\[[^\]]*\]\/Contents<FEFF([0-9A-F]*)>\/Dest\[(\d+) 0 R/g;
  for (const [, text = '', target = ''] of source.matchAll(annotation)) {
    const page = pages.get(target);
    if (page !== undefined) links.push({ text: utf16(text), page });
  }
  return links;
}

/** Object numbers of the pages, in order. Only a tree of one level is read. */
function pageNumbers(source: string): ReadonlyMap<string, number> {
  const trees = [...source.matchAll(/\/Type\/Pages\b[^>]*?\/Kids\[([^\]]*)\]/g)];
  const kids = trees.length === 1 ? (trees[0]?.[1] ?? '') : '';
  return new Map([...kids.matchAll(/(\d+) 0 R/g)].map(([, object = ''], page) => [object, page]));
}

const utf16 = (hex: string): string =>
  hex.replace(/[0-9A-F]{1,4}/g, (unit) => (unit.length === 4 ? String.fromCharCode(Number.parseInt(unit, 16)) : ''));
