/** The published document against the one that the workbook gives, with what differs between kinds of files. */

import type { RenderedDocument } from '../document/rendered.js';
import type { PublishedDocument } from '../published/document.js';
import { alike } from '../vocabulary/likeness.js';
import { compareReadings } from './compareReadings.js';
import type { Difference } from './difference.js';
import { comparableText, keyOf } from './plain.js';
import { isBlank, isContents } from './profiles.js';
import { type ReadBlock, type Reading, type ReadTable, readingOfTree } from './reading.js';
import { rowText } from './statement.js';
import { withWholeTables } from './wholeTables.js';

/** Differences in the order of our document. */
export function verify(
  document: Pick<RenderedDocument, 'tree' | 'printed'>,
  published: PublishedDocument,
): Difference[] {
  const own = readingOfTree(document);
  const other = withWholeTables(published, own);
  if (published.format === 'xlsx') return compareTablesOnly(own, other);
  if (published.format !== 'pdf') return compareReadings(own, other);
  const found = compareReadings(withoutContents(own), withWholeHeadings(withoutListed(other, own), own));
  return found.filter((one) => one.kind !== 'wording' || withoutCommas(one.published) !== withoutCommas(one.expected));
}

const tablesOf = ({ blocks }: Reading): ReadTable[] => blocks.filter((block) => block.kind === 'table');

/** A workbook of published tables has no text, and mostly no performance tables. */
function compareTablesOnly(own: Reading, other: Reading): Difference[] {
  const goals = tablesOf(own).filter(({ indicators }) => indicators !== undefined);
  const heads = new Set(
    goals.map(({ rows, indicators = -1 }) => rowText(rows[indicators] ?? { cells: [], head: false })),
  );
  const hasGoals = tablesOf(other).some(({ rows }) => rows.some((row) => heads.has(rowText(row))));
  const blocks = own.blocks.filter((block) => hasGoals || block.kind !== 'table' || !goals.includes(block));
  return compareReadings({ blocks }, other).filter(({ kind }) => kind !== 'missingText');
}

/** LibreOffice now and then leaves out a comma at the end of a line when it makes a PDF. */
const withoutCommas = (text: string): string => comparableText(text).replace(/[,、]/g, '');

/** In a PDF the lines of the contents are broken where they are full, and nothing says what they are. */
const withoutContents = ({ blocks }: Reading): Reading => ({
  blocks: blocks.filter((block) => !isContents(block) && !isContentsTitle(block)),
});

const isContentsTitle = (block: ReadBlock): boolean =>
  block.kind === 'paragraph' && comparableText(block.text) === '目录';

/** A long heading that is broken in two lines is two paragraphs of a PDF. */
function withWholeHeadings(published: Reading, own: Reading): Reading {
  const headings = new Set(
    own.blocks.flatMap((block) => (block.kind === 'paragraph' && block.level > 0 ? [keyOf(block.text)] : [])),
  );
  const isHeading = (block: ReadBlock | undefined) => block?.kind === 'paragraph' && headings.has(keyOf(block.text));
  const blocks: ReadBlock[] = [];
  for (const block of published.blocks) {
    const last = blocks.at(-1);
    const both = last?.kind === 'paragraph' && block.kind === 'paragraph';
    const whole = both ? { ...last, text: last.text + block.text } : undefined;
    if (whole && isHeading(whole) && !isHeading(last) && !isHeading(block)) blocks[blocks.length - 1] = whole;
    else blocks.push(block);
  }
  return { blocks };
}

/** Without what stands from 目录 up to the headings over the first paragraph of text. */
function withoutListed(published: Reading, own: Reading): Reading {
  const { blocks } = published;
  const from = blocks.findIndex(isContentsTitle);
  const body = own.blocks.slice(own.blocks.findLastIndex(isContents) + 1).filter((block) => !isBlank(block));
  const at = body.findIndex((block) => block.kind === 'table' || block.level === 0);
  const first = body[at];
  if (from < 0 || first?.kind !== 'paragraph') return published;
  const keys = body.slice(0, at).map((block) => (block.kind === 'paragraph' ? keyOf(block.text) : ''));
  const begins = (block: ReadBlock | undefined) =>
    block?.kind === 'paragraph' &&
    alike(comparableText(block.text).slice(0, 30), comparableText(first.text).slice(0, 30)) >= 0.7;
  const isHeading = (block: ReadBlock | undefined) =>
    block?.kind === 'paragraph' &&
    keys.some((key) => key.includes(keyOf(block.text)) || alike(key, keyOf(block.text)) >= 0.7);
  let to = blocks.findIndex((block, index) => index > from && begins(block));
  while (to > from + 1 && isHeading(blocks[to - 1])) to -= 1;
  return to < 0 ? published : { blocks: [...blocks.slice(0, from), ...blocks.slice(to)] };
}
