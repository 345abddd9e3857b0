import { describe, expect, test } from '@jest/globals';
import excel from 'exceljs';
import { compose } from '../../../src/index.js';
import { writePublicationWorkbook } from '../../../src/writers/xlsx/index.js';
import { plainText } from '../../../src/writers/xlsx/tables.js';
import { examined, namesIn, sampleBytes } from '../../support/samples.js';
import { testWithValidator, validationErrors } from '../../support/tools.js';

async function opened(bytes: Uint8Array): Promise<excel.Workbook> {
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook;
}

describe.each(namesIn('samples', '.xlsx'))('the publication workbook of %s', (name) => {
  const { facts, edition } = examined(name, sampleBytes(name));
  const { tree } = compose(facts, edition);
  const tables = tree.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' && block.style === 'statement' ? [block] : [])),
  );

  test('has a sheet for each numbered table, set up for A4', async () => {
    const { worksheets } = await opened(await writePublicationWorkbook(tree));
    expect(worksheets.map((sheet) => sheet.name)).toHaveLength(tables.length);
    expect(worksheets.every((sheet, index) => sheet.name.startsWith(`表${index + 1}`))).toBe(true);
    for (const { pageSetup } of worksheets) {
      expect(pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToWidth: 1 });
      expect(pageSetup.printTitlesRow).toMatch(/^1:\d+$/);
    }
  });

  test('holds every amount as a number that reads as printed', async () => {
    const { worksheets } = await opened(await writePublicationWorkbook(tree));
    let count = 0;
    tables.forEach((table, index) => {
      const printed = table.body.flatMap(({ cells }) =>
        cells.filter(({ align }) => align === 'right').map(({ inlines }) => plainText(inlines)),
      );
      const numbers: string[] = [];
      worksheets[index]?.eachRow((row) =>
        row.eachCell(({ value, numFmt, isMerged, master, address }) => {
          if (typeof value !== 'number' || (isMerged && master.address !== address)) return;
          expect(numFmt).toBe('#,##0.00');
          numbers.push(value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
        }),
      );
      expect(numbers).toEqual(printed.filter((text) => text !== ''));
      count += numbers.length;
    });
    expect(count).toBeGreaterThan(100);
  });

  test('is the same every time', async () => {
    const [first, second] = [await writePublicationWorkbook(tree), await writePublicationWorkbook(tree)];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  testWithValidator('has no error for the Open XML validator', async () => {
    expect(validationErrors(await writePublicationWorkbook(tree), 'xlsx')).toEqual([]);
  });
});
