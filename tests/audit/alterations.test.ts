/**
 * Altered documents, saved again by LibreOffice: every alteration is found and named with its kind and place, and
 * nothing else. YUSUAN_ALTERATIONS=full runs all seeds (npm run alterations); otherwise a few.
 */
import { describe, expect, test } from '@jest/globals';
import type { Difference, Kind } from '../../src/audit/difference.js';
import { verify } from '../../src/audit/verify.js';
import type { RenderedDocument } from '../../src/index.js';
import { openDocx } from '../../src/published/open/docx/index.js';
import { type Alteration, type AlterationKind, Altered, alterationKinds } from './alter.js';
import { hasOffice, savedAgain } from './office.js';
import { documentOf, sampleNames } from './samples.js';

const full = process.env.YUSUAN_ALTERATIONS === 'full';
const seeds = full ? [11, 12, 13, 14, 15, 16] : [11];
const perKind = 2;
const withOffice = hasOffice() ? test : test.skip;

function altered(document: RenderedDocument & { readonly bytes: Uint8Array }, seed: number): Altered {
  const result = new Altered(document, seed);
  for (let round = 0; round < perKind; round += 1) for (const kind of alterationKinds) result.add(kind);
  return result;
}

function differencesIn(document: RenderedDocument, bytes: Uint8Array): Difference[] {
  return verify(document, openDocx(bytes));
}

const plain = (text: string) => text.replace(/[,\s]/g, '');

/** The same kind at the same place with the same words. */
function names(found: Difference, alteration: Alteration): boolean {
  if (found.kind !== alteration.kind) return false;
  const { headings, row = '', sentence = '' } = found.place;
  if (headings.at(-1) !== alteration.heading || (sentence !== '') !== alteration.inText) return false;
  if (alteration.row !== undefined && plain(row) !== plain(alteration.row)) return false;
  if (['missingRow', 'extraRow', 'movedRow'].includes(found.kind)) return true;
  return (
    plain(found.published).includes(plain(alteration.after)) && plain(found.expected).includes(plain(alteration.before))
  );
}

describe('documents saved again by LibreOffice', () => {
  withOffice(
    'unaltered: no difference',
    async () => {
      const documents = await Promise.all(sampleNames.map(documentOf));
      const saved = savedAgain(documents.map(({ bytes }) => bytes));
      documents.forEach((document, index) => {
        expect(differencesIn(document, saved[index] as Uint8Array)).toEqual([]);
        expect(differencesIn(document, document.bytes)).toEqual([]);
      });
    },
    120_000,
  );

  withOffice(
    'altered: each alteration found and named, and nothing else',
    async () => {
      const documents = await Promise.all(sampleNames.map(documentOf));
      const cases = documents.flatMap((document, index) =>
        seeds.map((seed) => ({ document, made: altered(document, seed * 100 + index) })),
      );
      const saved = savedAgain(cases.map(({ made }) => made.bytes()));
      const counts = new Map<AlterationKind, { made: number; found: number }>();
      const missed: Alteration[] = [];
      const surplus: { kind: Kind; place: string; text: string }[] = [];
      cases.forEach(({ document, made }, index) => {
        const left = differencesIn(document, saved[index] as Uint8Array);
        for (const alteration of made.alterations) {
          const count = counts.get(alteration.name) ?? { made: 0, found: 0 };
          const at = left.findIndex((found) => names(found, alteration));
          if (at >= 0) left.splice(at, 1);
          else missed.push(alteration);
          counts.set(alteration.name, { made: count.made + 1, found: count.found + (at >= 0 ? 1 : 0) });
        }
        for (const { kind, place, published, expected } of left)
          surplus.push({ kind, place: JSON.stringify(place), text: `${published} | ${expected}` });
      });
      const total = [...counts.values()].reduce((sum, { made }) => sum + made, 0);
      const lines = [...counts].map(([kind, { made, found }]) => `${kind} ${found}/${made}`);
      if (full)
        process.stdout.write(
          `alterations: ${total} in ${cases.length} documents; ${lines.join(', ')}; surplus ${surplus.length}\n`,
        );
      expect({ missed, surplus }).toEqual({ missed: [], surplus: [] });
      if (full) {
        expect(total).toBeGreaterThanOrEqual(300);
        for (const kind of alterationKinds) expect(counts.get(kind)?.made ?? 0).toBeGreaterThanOrEqual(15);
      }
    },
    full ? 600_000 : 120_000,
  );
});
