/** The published document against the one that the workbook gives, with what differs between kinds of files. */

import type { RenderedDocument } from '../document/rendered.js';
import type { PublishedDocument } from '../published/document.js';
import { compareReadings } from './compareReadings.js';
import type { Difference } from './difference.js';
import { comparableText } from './plain.js';
import { type Reading, type ReadTable, readingOfTree } from './reading.js';
import { rowText } from './statement.js';
import { withCaptionsAbove, withWholeTables } from './wholeTables.js';

/** Differences in the order of our document. */
export function verify(
  document: Pick<RenderedDocument, 'tree' | 'printed'>,
  published: PublishedDocument,
): Difference[] {
  const own = withCaptionsAbove(readingOfTree(document));
  const other = withWholeTables(withCaptionsAbove(published));
  if (published.format === 'xlsx') return compareTablesOnly(own, other);
  if (published.format !== 'pdf') return compareReadings(own, other);
  const found = compareReadings(own, other);
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
