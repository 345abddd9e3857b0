/**
 * Amounts that run into a code and list marks that run into a year are told of documents of others; our own have none.
 */
import { expect, test } from '@jest/globals';
import { audit } from '../../src/audit/audit.js';
import { compose } from '../../src/index.js';
import { match } from '../../src/published/match/index.js';
import { publishedOf } from '../support/printedValues.js';
import { editions, examined, sampleBytes } from '../support/samples.js';

function gluedOf(change: (text: string) => string): string[] {
  const { facts, edition } = examined('2024-department', sampleBytes('2024-department'));
  const document = publishedOf(compose(facts, edition).tree);
  const blocks = document.blocks.map((block) =>
    block.kind === 'paragraph' ? { ...block, text: change(block.text) } : block,
  );
  const changed = { ...document, blocks };
  const { findings } = audit(changed, match(changed, editions));
  return findings.filter(({ kind }) => kind === 'glued').map(({ message }) => message);
}

test('our own document has nothing glued', () => {
  expect(gluedOf((text) => text)).toEqual([]);
});

test('figures in full-width digits and points are whole', () => {
  const wide = (text: string) => text.replace(/[\d.,]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  expect(gluedOf((text) => text.replace(/\d[\d,]*\.\d\d(?=万元)/g, wide))).toEqual([]);
});

test('as the published 2024 form glues them', () => {
  const told = gluedOf((text) => text.replace(/^1、(.*)结转(?=[\d,.]+万元)/, '1、特定目标0710193B'));
  expect(told.length).toBeGreaterThan(0);
  expect(told[0]).toContain('特定目标0710193B'.slice(4));
});
