/** The Word writer. The only folder that imports docx; whatever Word needs to know is known here. */

import type { DocumentTree, Section } from '../../document/tree.js';
import { bodyXml } from './body.js';
import { type ContentsPages, collectEntries } from './contents.js';
import { type Frame, finishPackage, makeFrame } from './finish.js';

/**
 * Writes a document as the bytes of a .docx file, laid out by GB/T 9704-2012 (form.md, Facts about the page).
 * The same tree gives the same bytes. Throws only on a fault of ours; text of any kind is written as it is, less the
 * characters that XML forbids. With `pages` the contents show page numbers, if there is one for every entry (paginate.ts).
 */
export async function writeDocx(tree: DocumentTree, pages?: ContentsPages): Promise<Uint8Array> {
  const entries = collectEntries(tree);
  const frame = await frameFor(tree.sections);
  return finishPackage(frame, bodyXml(tree, { entries, pages, sections: frame.sections }), tree);
}

/** Made once in a process for every sequence of sections; documents of an edition share theirs. */
const frames = new Map<string, Promise<Frame>>();
/** More sequences than editions have; beyond it the oldest are made anew. */
const mostFrames = 16;

function frameFor(sections: readonly Section[]): Promise<Frame> {
  const key = sections.map(({ orientation, numbering }) => `${orientation} ${numbering}`).join(',');
  const frame = frames.get(key) ?? makeFrame(sections);
  frames.delete(key);
  frames.set(key, frame);
  const [oldest] = frames.keys();
  if (frames.size > mostFrames && oldest !== undefined) frames.delete(oldest);
  return frame;
}
