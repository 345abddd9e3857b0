/** What gives no workbook, and why. */
import { expect, test } from '@jest/globals';
import { refusal, unprovenReason } from '../../src/import/refusal.js';
import type { DocumentBlock, PublishedDocument } from '../../src/published/document.js';
import { match } from '../../src/published/match/index.js';
import { sampleBook } from '../support/book.js';
import { publishedOf } from '../support/printedValues.js';
import { editions } from '../support/samples.js';

const whole = publishedOf(sampleBook('2026-unit').compose().tree);
const why = (blocks: readonly DocumentBlock[]): string | undefined => {
  const document: PublishedDocument = { ...whole, blocks: blocks.map((block, index) => ({ ...block, index })) };
  return refusal(match(document, editions), document);
};
const said = (change: (text: string) => string): DocumentBlock[] =>
  whole.blocks.map((block) => (block.kind === 'paragraph' ? { ...block, text: change(block.text) } : block));

test('a whole document gives a workbook', () => {
  expect(why(whole.blocks)).toBeUndefined();
});

test('a letter does not', () => {
  const letter: DocumentBlock = { kind: 'paragraph', text: '关于召开会议的通知', level: 0, index: 0 };
  expect(why([letter])).toMatch(/不像是/);
});

test('nor does half a document', () => {
  expect(why(whole.blocks.slice(0, whole.blocks.findIndex((block) => block.kind === 'table') + 2))).toMatch(
    /只找到表样/,
  );
});

test('nor do two years in one', () => {
  expect(why(said((text) => (text.startsWith('第三部分') ? text.replace('2026年', '2025年') : text)))).toMatch(
    /2025、2026/,
  );
});

test('nor amounts in 元, which would be read ten thousand times too large', () => {
  const blocks = whole.blocks.map(
    (block): DocumentBlock =>
      block.kind === 'table'
        ? {
            ...block,
            rows: block.rows.map((row) => ({
              ...row,
              cells: row.cells.map((cell) => ({ ...cell, text: cell.text.replace('单位：万元', '单位：元') })),
            })),
          }
        : block,
  );
  expect(why(blocks)).toMatch(/单位：元/);
});

test('nor the documents of two offices in one', () => {
  const text = JSON.stringify(whole.blocks).replaceAll('乌鲁木齐市工业和信息化局', '某某委员会');
  expect(why([...whole.blocks, ...(JSON.parse(text) as DocumentBlock[])])).toMatch(/“某某委员会”几家的表/);
});

test('nor amounts below nothing, which would be read as none', () => {
  const text = JSON.stringify(whole.blocks).replace('"155.43"', '"-155.43"');
  expect(why(JSON.parse(text) as DocumentBlock[])).toMatch(/里有负数“-155.43”/);
});

test('nor a document that does not say its year', () => {
  const text = JSON.stringify(whole.blocks).replaceAll(/20\d\d年/g, '');
  expect(why(JSON.parse(text) as DocumentBlock[])).toMatch(/没有读到预算年度/);
});

test('nor what prints little of what was read', () => {
  expect(unprovenReason({ figures: 425, reproduced: 173 })).toMatch(/425 个数，由它们只能还原出其中 173 个/);
  expect(unprovenReason({ figures: 425, reproduced: 400 })).toBeUndefined();
});
