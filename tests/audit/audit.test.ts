/** The published document held against itself: silent on our own, telling on altered ones. */
import { describe, expect, test } from '@jest/globals';
import { auditReading } from '../../src/audit/audit.js';
import type { AuditFinding } from '../../src/audit/check/finding.js';
import { percentOf, withinRounding } from '../../src/audit/check/finding.js';
import { readDocx } from '../../src/audit/readDocx.js';
import { type AlterationKind, Altered, alterationKinds } from './alter.js';
import { documentOf, sampleNames } from './samples.js';

const full = process.env.YUSUAN_ALTERATIONS === 'full';

function audited(bytes: Uint8Array): AuditFinding[] {
  const read = readDocx(bytes, 'published.docx');
  if (!read.ok) throw new Error(read.message);
  return auditReading(read.reading);
}

const differences = (bytes: Uint8Array) => audited(bytes).filter(({ severity }) => severity === 'difference');

describe.each(sampleNames)('%s', (name) => {
  test('our own document: nothing but rounding', async () => {
    const { bytes } = await documentOf(name);
    expect(differences(bytes)).toEqual([]);
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
  for (const document of documents) {
    for (const kind of alterationKinds) {
      for (let seed = 0; seed < (full ? 15 : 2); seed += 1) {
        const altered = new Altered(document, seed * 31 + 7);
        if (!altered.add(kind)) continue;
        const count = counts.get(kind) ?? { made: 0, found: 0 };
        const found = differences(altered.bytes()).length > 0;
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
  expect(made).toBeGreaterThanOrEqual(60);
  expect(found / made).toBeGreaterThan(0.85);
}, 300_000);

describe('arithmetic', () => {
  test('rounding allows n × 0.005 + 0.005 and no more', () => {
    expect(withinRounding(1, 1)).toBe(true);
    expect(withinRounding(1, 2)).toBe(true);
    expect(withinRounding(2, 2)).toBe(false);
    expect(withinRounding(2, 3)).toBe(true);
    expect(withinRounding(-3, 4)).toBe(false);
  });

  test('shares are rounded half up from print', () => {
    expect(percentOf(223989, 436097)).toBe(5136);
    expect(percentOf(1, 20000)).toBe(1);
    expect(percentOf(0, 5)).toBe(0);
  });
});
