/**
 * The sample workbooks are what their sources say: nothing is lost on the way through the .xlsx file. Their amounts are
 * those by which import prints what was published.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { sampleBook } from '../support/book.js';
import { examined, namesIn, root, sampleBytes } from '../support/samples.js';

describe.each(namesIn('samples/sources', '.json'))('%s', (name) => {
  test('reading the .xlsx gives every fact as typed, with the same findings at the same cells', () => {
    const [typed, read] = [sampleBook(name).examine(), examined(name, sampleBytes(name))];
    expect(read.facts).toEqual(typed.facts);
    expect(read.findings).toEqual(typed.findings);
  });
});

test('the importer finds nothing to move in the amounts of a source', () => {
  const { stdout, status } = spawnSync(process.execPath, [join(root, 'samples', 'solve.js'), '--check', '2026-unit']);
  expect([String(stdout), status]).toEqual(['2026-unit：68 个金额，调整 0 个\n', 0]);
});
