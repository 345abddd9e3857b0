/** This year's tables take texts and last year's amounts from last year's document, and say so. */
import { expect, test } from '@jest/globals';
import { rowsOf } from '../../src/import/found.js';
import { importMatch } from '../../src/import/index.js';
import { combinedDraft } from '../../src/import/together.js';
import { match } from '../../src/published/match/index.js';
import { sampleBook } from '../support/book.js';
import { publishedOf } from '../support/printedValues.js';
import { editions } from '../support/samples.js';

const whole = publishedOf(sampleBook('2026-unit').compose().tree);
const tablesOnly = {
  ...whole,
  blocks: whole.blocks.slice(
    0,
    whole.blocks.findLastIndex(({ kind }) => kind === 'table'),
  ),
};
const read = match(whole, editions);
const last = { draft: importMatch(read).draft, who: { ...read, year: read.year - 1 }, edition: read.edition };

test('what the tables lack is taken, and told as inferred; what they have stays', () => {
  const tables = importMatch(match({ ...tablesOnly, format: 'xlsx' }, editions)).draft;
  const bare = {
    ...tables,
    duties: [],
    lastYear: rowsOf(tables, 'lastYear').map((row) => ({ ...row, amount: undefined })),
  };
  const draft = combinedDraft(bare, last, read.edition);
  const duties = rowsOf(draft, 'duties');
  expect(duties.length).toBe(rowsOf(last.draft, 'duties').length);
  expect(new Set(duties.map(({ text }) => text?.origin))).toEqual(new Set(['inferred']));
  const amounts = rowsOf(draft, 'lastYear').map(({ amount }) => amount);
  expect(new Set(amounts.map((amount) => amount?.origin))).toEqual(new Set(['inferred']));
  expect(amounts.some((amount) => amount?.text !== '0')).toBe(true);
  expect(draft.projectSpending).toEqual(tables.projectSpending);
});
