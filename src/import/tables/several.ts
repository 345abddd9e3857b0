/** The sheets of several workbooks as those of one. */
import type { PublishedDocument } from '../../published/document.js';

export interface NamedDocument {
  readonly name: string;
  readonly document: PublishedDocument;
}

/** Where there is more than one file, each sheet is called by its file too. */
export function joinedDocument(files: readonly NamedDocument[]): PublishedDocument {
  const [only] = files;
  if (only && files.length === 1) return only.document;
  const blocks = files.flatMap(({ name, document }) =>
    document.blocks.map((block) =>
      block.kind === 'table' ? { ...block, sheet: `${name}：${block.sheet ?? ''}` } : block,
    ),
  );
  return {
    format: 'xlsx',
    blocks: blocks.map((block, index) => ({ ...block, index })),
    notices: files.flatMap(({ document }) => document.notices),
  };
}
