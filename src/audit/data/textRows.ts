/** The text of a published document under its headings, as rows of its data. */
import { cleanText } from '../../document/text.js';
import type { PublishedDocument } from '../../published/document.js';
import type { Match } from '../../published/match/types.js';
import { nameKey } from '../../vocabulary/names.js';
import type { DataRow } from '../../writers/data/fields.js';

const textAt = ({ blocks }: Pick<PublishedDocument, 'blocks'>, index: number): string => {
  const block = blocks[index];
  return block?.kind === 'paragraph' ? cleanText(block.text).trim() : '';
};

/**
 * The heading above a block, '' above the first: by the form, in which a file of whatever kind shows its headings, and
 * by the file where it says what is one. Lines of a PDF that were read as one heading are one.
 */
export function titlesIn({ blocks }: PublishedDocument, { frames }: Match): (block: number) => string {
  const headings = new Map<number, string>();
  for (const block of blocks)
    if (block.kind === 'paragraph' && block.level > 0 && !block.contents) headings.set(block.index, block.text);
  for (const {
    tag,
    blocks: [first, ...rest],
  } of frames) {
    if (first === undefined || !/^h\d$/.test(tag)) continue;
    headings.set(first, [first, ...rest].map((at) => textAt({ blocks }, at)).join(''));
  }
  let title = '';
  const above = blocks.map((_, index) => {
    title = headings.get(index) ?? title;
    return cleanText(title).trim();
  });
  return (block) => above[block] ?? '';
}

/** Paragraphs under a heading; not headings, the numbers of tables, the office and date at the end. */
export function textRows(document: PublishedDocument, match: Match): DataRow[] {
  const titleOf = titlesIn(document, match);
  const entity = nameKey(match.name);
  const signature = new Set(match.values.filter(({ path }) => path === 'date').map(({ at }) => at.block));
  return paragraphsOf(document, match).flatMap(({ first, text }): DataRow[] => {
    const block = document.blocks[first];
    if (block?.kind !== 'paragraph' || block.contents || signature.has(first)) return [];
    const title = titleOf(first);
    const isOther =
      title === '' || text === '' || text === title || nameKey(text) === entity || /^表\s*\d+$/.test(text);
    return isOther ? [] : [{ title, text }];
  });
}

/** Blocks that were read as one paragraph of the form together, all others alone. */
function paragraphsOf(document: PublishedDocument, { frames }: Match): { first: number; text: string }[] {
  // 编制部门：…, 单位：万元 stand in the table's own rows
  const captions = new Set(frames.flatMap(({ tag, blocks }) => (/^(p|h\d)$/.test(tag) ? [] : blocks)));
  const joined = new Map(frames.flatMap(({ blocks }) => blocks.map((block) => [block, blocks] as const)));
  return document.blocks.flatMap((_, index) => {
    const own = joined.get(index) ?? [index];
    if (own[0] !== index || captions.has(index)) return [];
    return [{ first: index, text: own.map((block) => textAt(document, block)).join('') }];
  });
}
