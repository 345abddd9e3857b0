/**
 * The law of reading: for every edition and kind and any facts, reading what was rendered gives what was rendered. LAW=500 makes so many
 * documents of each sample; a seed that once broke it is kept.
 */
import { describe, expect, test } from '@jest/globals';
import { buildView } from '../../src/figures/view/view.js';
import { match } from '../../src/published/match/index.js';
import { printedWithPaths, publishedOf } from '../support/printedValues.js';
import { randomFacts } from '../support/randomFacts.js';
import { breaches, noBreach } from '../support/readBack.js';
import { editions, examined, namesIn, sampleBytes } from '../support/samples.js';

const count = Number(process.env.LAW ?? 3);
const first = Number(process.env.SEED ?? 1);

describe.each(namesIn('samples', '.xlsx'))('%s', (name) => {
  const { facts, edition } = examined(name, sampleBytes(name));
  test.each(Array.from({ length: count }, (_, index) => first + index))('with other facts, seed %i', (seed) => {
    const view = buildView(randomFacts(facts, seed), edition);
    const { tree, expected } = printedWithPaths(view, edition);
    expect(breaches(view, expected, match(publishedOf(tree), editions))).toEqual(noBreach);
  });
});
