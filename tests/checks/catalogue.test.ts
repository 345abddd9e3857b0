/** Every finding that a workbook can get: tripped at its cell and alone, and not tripped by the like of it. */
import { describe, expect, test } from '@jest/globals';
import { catalogue } from '../../src/diagnostics/catalogue/index.js';
import type { Finding } from '../../src/diagnostics/finding.js';
import { address, type CellRef } from '../../src/vocabulary/cells.js';
import { added, type Book, sampleBook, short } from '../support/book.js';
import type { Case, Trial } from './case.js';
import { cellCases } from './cellCases.js';
import { doubtCases } from './doubtCases.js';
import { helpfulCases } from './helpfulCases.js';
import { narrativeCases } from './narrativeCases.js';
import { referenceCases } from './referenceCases.js';
import { sheetCases } from './sheetCases.js';
import { totalCases } from './totalCases.js';

const cases = [
  ...sheetCases,
  ...cellCases,
  ...referenceCases,
  ...totalCases,
  ...narrativeCases,
  ...helpfulCases,
  ...doubtCases,
];

const before = new Map<string, readonly Finding[]>();

/** The findings that a change brings, beyond those of the sample itself. */
function findingsOf({ sample = '2026-unit', change }: Trial): { book: Book; findings: Finding[] } {
  const own = before.get(sample) ?? sampleBook(sample).examine().findings;
  before.set(sample, own);
  const book = sampleBook(sample);
  change(book);
  return { book, findings: added(book.examine().findings, own) };
}

const placeOf = (at: CellRef): string => {
  if (at.row === 0) return at.sheet;
  return `${at.sheet}!${at.column === 0 ? at.row : address(at)}`;
};

function expected({ code, at }: Case, book: Book): string {
  if (at === undefined) return code;
  return `${code} ${typeof at === 'string' ? at : placeOf(book.at(at))}`;
}

test('every code of the families S, C, R, T, N and P has a case', () => {
  const codes = Object.keys(catalogue).filter((code) => /^[SCRTNP]/.test(code));
  expect([...new Set(cases.map(({ code }) => code))].sort()).toEqual([...codes].sort());
});

describe.each(cases)('$code', (entry) => {
  test(`is told, at its place and alone, when ${entry.when}`, () => {
    const { book, findings } = findingsOf(entry);
    const [own, others] = [true, false].map((is) => findings.filter(({ code }) => (code === entry.code) === is));
    expect(own?.map(short)).toEqual([expected(entry, book)]);
    expect(others?.map(short)).toEqual(entry.also ?? []);
    expect(own?.[0]?.severity).toBe(catalogue[entry.code].severity);
  });

  test(`is not told when ${entry.fine.when}`, () => {
    const { findings } = findingsOf(entry.fine);
    expect(findings.map(short)).toEqual(entry.fine.gives ?? []);
  });
});
