/** The published document held against itself: silent on our own, telling on altered ones. */
import { describe, expect, test } from '@jest/globals';
import { audit } from '../../src/audit/audit.js';
import type { AuditFinding } from '../../src/audit/finding.js';
import { isRounding, percentOf, unitsOf, unitsText } from '../../src/audit/number.js';
import { match } from '../../src/published/match/index.js';
import { openPublished } from '../../src/published/open/index.js';
import { placeText } from '../../src/published/place.js';
import { editions } from '../support/samples.js';
import { type AlterationKind, Altered, alterationKinds } from './alter.js';
import { documentOf, sampleNames } from './samples.js';

const full = process.env.YUSUAN_ALTERATIONS === 'full';

async function differences(bytes: Uint8Array): Promise<AuditFinding[]> {
  const opened = await openPublished({ name: 'published.docx', bytes });
  if (!opened.ok) throw new Error(JSON.stringify(opened.findings));
  const { findings } = audit(opened.document, match(opened.document, editions));
  return findings.filter(({ severity }) => severity === 'difference');
}

const told = (findings: readonly AuditFinding[]): string[] =>
  findings.map(({ kind, place, message }) => `${kind} ${placeText(place)} ${message}`);

describe.each(sampleNames)('%s', (name) => {
  test('our own document: nothing but rounding', async () => {
    const { bytes } = await documentOf(name);
    expect(told(await differences(bytes))).toEqual([]);
  });
});

/** What a reader without the workbook can see: more than a cent, and not only words of the office. */
const visible: readonly AlterationKind[] = [
  'factor10',
  'factor100',
  'factor10000',
  'transposed',
  'direction',
  'missingRow',
  'extraRow',
  'year',
];

test('altered once each: what can be seen is seen', async () => {
  const documents = await Promise.all(sampleNames.map(documentOf));
  const counts = new Map<AlterationKind, { made: number; found: number }>();
  const missed: string[] = [];
  for (const [index, document] of documents.entries()) {
    for (const [turn, kind] of alterationKinds.entries()) {
      // each kind in every other document
      if (!full && (index + turn) % 2 === 1) continue;
      for (let seed = 0; seed < (full ? 15 : 1); seed += 1) {
        const altered = new Altered(document, seed * 31 + 7);
        if (!altered.add(kind)) continue;
        const count = counts.get(kind) ?? { made: 0, found: 0 };
        const found = (await differences(altered.bytes())).length > 0;
        counts.set(kind, { made: count.made + 1, found: count.found + (found ? 1 : 0) });
        if (!found && visible.includes(kind)) missed.push(JSON.stringify(altered.alterations[0]));
      }
    }
  }
  const sum = (pick: (count: { made: number; found: number }) => number) =>
    visible.reduce((total, kind) => total + pick(counts.get(kind) ?? { made: 0, found: 0 }), 0);
  const [found, made] = [sum((count) => count.found), sum((count) => count.made)];
  const each = [...counts].map(([kind, count]) => `${kind} ${count.found}/${count.made}`);
  if (full) process.stdout.write(`audit: ${found} of ${made} visible; ${each.join(', ')}\n${missed.join('\n')}\n`);
  expect(made).toBeGreaterThanOrEqual(15);
  expect(found / made).toBeGreaterThan(0.94);
}, 300_000);

describe('arithmetic', () => {
  test('rounding allows n × 0.005 + 0.005 and no more', () => {
    const cents = (count: number) => unitsOf(`${count < 0 ? '-' : ''}0.0${Math.abs(count)}`) ?? 0n;
    expect(isRounding(cents(1), 1)).toBe(true);
    expect(isRounding(cents(1), 2)).toBe(true);
    expect(isRounding(cents(2), 2)).toBe(false);
    expect(isRounding(cents(2), 3)).toBe(true);
    expect(isRounding(cents(-3), 4)).toBe(false);
  });

  test('shares are rounded half up from print', () => {
    const share = (part: string, whole: string) =>
      unitsText(percentOf(unitsOf(part) ?? 0n, unitsOf(whole) ?? 0n) ?? 0n);
    expect(share('2,239.89', '4,360.97')).toBe('51.36');
    expect(share('0.01', '200.00')).toBe('0.01');
    expect(share('0', '0.05')).toBe('0.00');
  });

  test('what is no number is none', () => {
    expect(unitsOf('1,234.5')).toBe(12345000n);
    expect(unitsOf('')).toBe(0n);
    expect(unitsOf('若干')).toBeUndefined();
    expect(unitsOf('1.23456')).toBeUndefined();
    expect(unitsText(unitsOf('-1234567.891') ?? 0n)).toBe('-1,234,567.891');
  });
});
