/** The templates read backwards: what was printed is read, with the path that printed it. */
import { expect, test } from '@jest/globals';
import { buildView } from '../../src/figures/view/view.js';
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
