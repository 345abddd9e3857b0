/**
 * The law of reading: for every edition and kind and any facts, reading what was rendered gives what was rendered.
 * LAW=500 makes so many documents of each sample; a seed that once broke it is kept.
 */
import { afterAll, describe, expect, test } from '@jest/globals';
import { buildView } from '../../src/figures/view/view.js';
import { match } from '../../src/published/match/index.js';
import { makeNextYear, workbook2027 } from '../support/nextYear.js';
import { printedWithPaths, publishedOf } from '../support/printedValues.js';
import { randomFacts } from '../support/randomFacts.js';
import { breaches, noBreach } from '../support/readBack.js';
import { editions, examined, namesIn, sampleBytes } from '../support/samples.js';

const count = Number(process.env.LAW ?? 3);
const first = Number(process.env.SEED ?? 1);

const nextYear = makeNextYear();
afterAll(() => nextYear.remove());

test('the made-up form of next year', async () => {
  const { facts } = await workbook2027(nextYear);
  const edition = nextYear.editions.load(2027);
  for (let seed = first; seed < first + count; seed += 1) {
    const view = buildView(randomFacts(facts, seed), edition);
    const { tree, expected } = printedWithPaths(view, edition);
    const read = match(publishedOf(tree), nextYear.editions);
    expect(breaches(view, expected, read)).toEqual(noBreach);
    expect([read.year, read.yearIsKnown]).toEqual([2027, true]);
  }
});

test('a year without a form is read with the nearest one, and that is said', async () => {
  const { facts, edition } = await workbook2027(nextYear);
  const { tree } = printedWithPaths(buildView(facts, edition), edition);
  const read = match(publishedOf(tree), editions);
  expect([read.year, read.edition.year, read.yearIsKnown]).toEqual([2027, 2026, false]);
  expect(read.tables.filter(({ blocks }) => blocks.length === 0).map(({ title }) => title)).toEqual([
    '财政拨款委托业务费支出情况表',
  ]);
});

describe.each(namesIn('samples', '.xlsx'))('%s', (name) => {
  const { facts, edition } = examined(name, sampleBytes(name));
  test.each(Array.from({ length: count }, (_, index) => first + index))('with other facts, seed %i', (seed) => {
    const view = buildView(randomFacts(facts, seed), edition);
    const { tree, expected } = printedWithPaths(view, edition);
    expect(breaches(view, expected, match(publishedOf(tree), editions))).toEqual(noBreach);
  });
});
