/** The templates read backwards: what was printed is read, with the path that printed it. */
import { expect, test } from '@jest/globals';
import { buildView } from '../../src/figures/view/view.js';
import type { PublishedDocument } from '../../src/published/document.js';
import { match } from '../../src/published/match/index.js';
import { printedWithPaths, publishedOf } from '../support/printedValues.js';
import { breaches, noBreach } from '../support/readBack.js';
import { editions, examined, namesIn, sampleBytes } from '../support/samples.js';

test.each(namesIn('samples', '.xlsx'))('%s is read back as it was printed', (name) => {
  const { facts, edition } = examined(name, sampleBytes(name));
  const view = buildView(facts, edition);
  const { tree, expected } = printedWithPaths(view, edition);
  const read = match(publishedOf(tree), editions);
  expect(breaches(view, expected, read)).toEqual(noBreach);
  expect(expected.length).toBeGreaterThan(500);
  expect([read.year, read.yearIsKnown, read.kind, read.name]).toEqual([edition.year, true, view.kind, view.name]);
});

/** A blank row after each row of every table. */
const withBlankRows = (document: PublishedDocument): PublishedDocument => ({
  ...document,
  blocks: document.blocks.map((block) => {
    if (block.kind !== 'table') return block;
    const blank = {
      head: false,
      cells: Array.from({ length: block.columns }, (_, column) => ({ text: '', column, columnSpan: 1, rowSpan: 1 })),
    };
    return {
      ...block,
      rows: block.rows.flatMap((row) => (row.cells.some((cell) => cell.rowSpan > 1) ? [row] : [row, blank])),
    };
  }),
});

test('blank rows that an extraction leaves in tables are nothing', () => {
  const { facts, edition } = examined('2026-department', sampleBytes('2026-department'));
  const view = buildView(facts, edition);
  const { tree, expected } = printedWithPaths(view, edition);
  expect(breaches(view, expected, match(withBlankRows(publishedOf(tree)), editions))).toEqual(noBreach);
});
