/** The Word writer. The only folder that imports docx; whatever Word needs to know is known here. */

import type { DocumentTree } from '../../document/tree.js';
import { bodyXml } from './body.js';
import { type ContentsPages, collectEntries } from './contents.js';
import { finishPackage } from './finish.js';
import { frameOf } from './package.js';
import { planOf } from './plan.js';
import { themeXml } from './theme.js';

/**
 * Writes a document as the bytes of a .docx file, laid out by GB/T 9704-2012 (FORM page-1 to page-4). The same tree
 * gives the same bytes. Throws only on a fault of ours; text of any kind is written as it is, less the characters that
 * XML forbids. With `pages` the contents show page numbers, if there is one for every entry (paginate.ts).
 */
export async function writeDocx(tree: DocumentTree, pages?: ContentsPages): Promise<Uint8Array> {
  const entries = collectEntries(tree);
  const { fits, sections } = planOf(tree, entries, pages);
  const frame = frameOf(sections, await themeXml());
  return finishPackage(frame, bodyXml(tree, { entries, pages, sections: frame.sections, fits }), tree);
}
