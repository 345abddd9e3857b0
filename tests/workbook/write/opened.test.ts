/** The workbooks as other programs see them: Microsoft's validator, and LibreOffice working every formula out anew. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { annotate } from '../../../src/annotate/annotate.js';
import { blankPlan } from '../../../src/editions/blank.js';
import { ledgerOf } from '../../../src/figures/ledger.js';
import { examineCells } from '../../../src/index.js';
import { nextEdition, rolloverPlan } from '../../../src/rollover/rollover.js';
import type { RawCell, RawWorkbook } from '../../../src/workbook/cells.js';
import { writeWorkbook } from '../../../src/workbook/write/index.js';
import { sampleBook } from '../../support/book.js';
import { editions, examined, namesIn, sampleBytes } from '../../support/samples.js';
import { inFolder, testWithLayout, testWithValidator, validationErrors } from '../../support/tools.js';
import { readOrFail } from '../read/support.js';

const kinds = ['部门', '单位'] as const;

describe('Microsoft’s validator has nothing against', () => {
  for (const year of editions.years) {
    for (const kind of kinds) {
      testWithValidator(`the blank workbook of ${year} for a ${kind}`, async () => {
        expect(validationErrors(await writeWorkbook(blankPlan(editions.load(year), kind)), 'xlsx')).toEqual([]);
      });
    }
  }

  testWithValidator('a copy with findings as comments', async () => {
    const workbook = sampleBook('2026-department').set('上年对比', 1, { 主要原因: '' }).raw();
    const { findings, edition } = examineCells(workbook, editions);
    expect(findings.length).toBeGreaterThan(0);
    expect(validationErrors(await annotate({ file: '预算.xlsx', workbook, findings, edition }), 'xlsx')).toEqual([]);
  });

  testWithValidator('next year’s workbook with its marks', async () => {
    const { facts } = examined('2026-unit', sampleBytes('2026-unit'));
    const plan = rolloverPlan(facts, ledgerOf(facts), nextEdition(2026, editions));
    expect(validationErrors(await writeWorkbook(plan), 'xlsx')).toEqual([]);
  });
});

/** The workbook with no formula's result in it. */
function uncalculated(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([path, data]) => {
    const xml = path.startsWith('xl/worksheets/') ? strFromU8(data).replace(/<\/f><v>[^<]*<\/v>/g, '</f>') : undefined;
    return [path, xml === undefined ? data : strToU8(xml)] as const;
  });
  return zipSync(Object.fromEntries(parts));
}

/** LibreOffice's own file of it. */
const throughLibreOffice = (bytes: Uint8Array): Uint8Array =>
  inFolder((folder) => {
    writeFileSync(join(folder, 'book.xlsx'), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const to = ['--convert-to', 'xlsx', '--outdir', join(folder, 'out'), join(folder, 'book.xlsx')];
    execFileSync('soffice', ['--headless', profile, ...to], { stdio: 'ignore' });
    return readFileSync(join(folder, 'out', 'book.xlsx'));
  });

const cellsOf = (workbook: RawWorkbook): RawCell[] =>
  workbook.sheets.flatMap((sheet) => [...sheet.rows.values()].flatMap((row) => [...row.values()]));

const shown = ({ at, kind, text }: RawCell): string =>
  `${at.sheet}!${at.row},${at.column} ${kind === 'number' ? Number(text) : text}`;

describe('LibreOffice', () => {
  for (const name of namesIn('samples', '.xlsx').slice(-2)) {
    testWithLayout(
      `works out every formula of ${name} to the result that we wrote`,
      () => {
        const bytes = sampleBytes(name);
        const [ours, theirs] = [readOrFail(bytes), readOrFail(throughLibreOffice(uncalculated(bytes)))];
        const formulas = cellsOf(ours).filter(({ formula }) => formula !== undefined);
        expect(formulas.length).toBeGreaterThan(100);
        const calculated = new Set(cellsOf(theirs).map(shown));
        expect(formulas.map(shown).filter((cell) => !calculated.has(cell))).toEqual([]);
        expect(cellsOf(theirs).filter(({ kind }) => kind === 'error')).toEqual([]);
      },
      60_000,
    );
  }
});
