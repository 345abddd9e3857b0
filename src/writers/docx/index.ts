/** The Word writer. The only folder that imports docx; whatever Word needs to know is known here. */

import { Document, Packer } from 'docx';
import type { DocumentTree } from '../../document/tree.js';
import { documentSections } from './body.js';
import { type ContentsPages, collectEntries } from './contents.js';
import { finishPackage } from './finish.js';

/**
 * Writes a document as the bytes of a .docx file, laid out by GB/T 9704-2012 (form.md, Facts about the page).
 * The same tree gives the same bytes. Throws only on a fault of ours; text of any kind is written as it is, less the
 * characters that XML forbids. With `pages` the contents show page numbers, if there is one for every entry (paginate.ts).
 */
export async function writeDocx(tree: DocumentTree, pages?: ContentsPages): Promise<Uint8Array> {
  const entries = collectEntries(tree);
  const document = new Document({ evenAndOddHeaderAndFooters: true, sections: documentSections(tree, entries) });
  const written = await Packer.toArrayBuffer(document);
  const { title, entity } = tree;
  return finishPackage(new Uint8Array(written), { title, entity, entries: [...entries.values()], pages });
}
