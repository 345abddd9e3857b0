/**
 * A bounded run of what `npm run fuzz` does for as long as one likes: changed cells and damaged bytes never crash or
 * hang the tool, and no document differs from what the cells say.
 */
import { describe, expect, test } from '@jest/globals';
import { compose, examineCells } from '../../src/index.js';
import { readWorkbook } from '../../src/workbook/read/index.js';
import { writeDocx } from '../../src/writers/docx/index.js';
import { editions, namesIn, sampleBytes } from '../support/samples.js';
import { byteInput, cellInput, sampleOf } from './inputs.js';

const tool = { readWorkbook, examineCells, compose, writeDocx, editions };
const names = namesIn('samples', '.xlsx');
const timeout = 120_000;
/** Seeds of its own for each sample; those that once found something are kept. */
const cellSeeds = Array.from({ length: 30 }, (_, n) => n + 1);
const byteSeeds = Array.from({ length: 60 }, (_, n) => n + 1);
const found = [257, 278_336_428];

describe.each(names)('%s', (name) => {
  const sample = sampleOf(tool, name, sampleBytes(name));

  test('the sample itself agrees with the second computation', async () => {
    expect(await cellInput(tool, sample, -1)).toBe('rendered');
  });

  test(
    'changed cells',
    async () => {
      const ended = new Set<string>();
      for (const seed of [...cellSeeds, ...found]) ended.add(await cellInput(tool, sample, seed));
      // both ends must occur, or the run would show nothing
      expect([...ended].sort()).toEqual(['refused', 'rendered']);
    },
    timeout,
  );

  test(
    'damaged bytes',
    async () => {
      const ended = new Set<string>();
      for (const seed of byteSeeds) ended.add(await byteInput(tool, sample, seed));
      expect(ended).toContain('refused');
    },
    timeout,
  );
});
