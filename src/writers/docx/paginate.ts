/** Page numbers for the contents: right ones from a laid-out copy of the document, or none. */

import type { DocumentTree } from '../../document/tree.js';
import type { PdfLink } from '../pdf/links.js';
import { type ContentsEntry, type ContentsPages, collectEntries } from './contents.js';

/**
 * The page number of each entry, as printed at the foot of its page, from the links that the contents of the laid-out
 * document hold. Undefined when any entry is missing or leads to two places, or the numbers do not rise: then none is
 * to be printed.
 */
export function contentsPages(tree: DocumentTree, links: readonly PdfLink[]): ContentsPages | undefined {
  const entries = collectEntries(tree);
  const body = tree.sections.find((section) => section.numbering === 'body');
  const first = body?.blocks[0];
  const firstEntry = first?.kind === 'heading' ? entries.get(first) : undefined;
  const start = firstEntry && targetOf(firstEntry, links);
  if (start === undefined) return undefined;
  const pages = new Map<string, number>();
  let last = 0;
  for (const entry of entries.values()) {
    const target = targetOf(entry, links);
    const page = target === undefined ? 0 : target - start + 1;
    if (page < 1 || page < last) return undefined;
    pages.set(entry.anchor, page);
    last = page;
  }
  return pages;
}

/** An entry over two lines has a link for each. */
function targetOf({ title }: ContentsEntry, links: readonly PdfLink[]): number | undefined {
  const targets = new Set(links.filter(({ text }) => text === title).map(({ page }) => page));
  const [page] = targets;
  return targets.size === 1 ? page : undefined;
}
