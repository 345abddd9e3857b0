/** Legal files that other readers lose or misread. */
import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { contentTypes, HEAD, MAIN, relationships, xlsx, xlsxParts, zipParts } from '../../support/xlsx.js';
import { cellsIn, cellsOf, readOrFail } from './support.js';

const texts = (cells: Record<string, { text: string }>) =>
  Object.fromEntries(Object.entries(cells).map(([at, cell]) => [at, cell.text]));

describe('parts are found by relationship', () => {
  const rows = '<row r="1"><c r="A1"><v>5</v></c></row>';
  const moved = (target: string, part: string) => {
    const { 'xl/worksheets/sheet1.xml': sheet = '', ...parts } = xlsxParts({ sheets: [{ name: '表一', rows }] });
    const rels = relationships([{ id: 'rId1', type: 'worksheet', target }]);
    return zipParts({ ...parts, [part]: sheet, 'xl/_rels/workbook.xml.rels': rels });
  };

  test.each([
    ['worksheets/mysheet.xml', 'xl/worksheets/mysheet.xml'],
    ['/xl/worksheets/Sheet1.xml', 'xl/worksheets/Sheet1.xml'],
    ['/elsewhere/a.xml', 'elsewhere/a.xml'],
    ['../other/../b.xml', 'b.xml'],
    ['./worksheets/sheet.xml', 'xl/worksheets/sheet.xml'],
    ['worksheets/SHEET.xml', 'xl/worksheets/sheet.xml'],
    ['worksheets/%E8%A1%A8.xml', 'xl/worksheets/表.xml'],
  ])('%s', (target, part) => expect(texts(cellsOf(readOrFail(moved(target, part))))).toEqual({ A1: '5' }));

  test('a workbook part of another name, without shared strings and styles', () => {
    const parts = xlsxParts({ sheets: [{ name: '表一', rows }] });
    const book = zipParts({
      '[Content_Types].xml': contentTypes(undefined, '/book.xml'),
      '_rels/.rels': relationships([
        { id: 'x', type: 'extended-properties', target: 'docProps/app.xml' },
        { id: 'y', type: 'officeDocument', target: '/book.xml' },
      ]),
      'book.xml': parts['xl/workbook.xml'] ?? '',
      '_rels/book.xml.rels': relationships([{ id: 'rId1', type: 'worksheet', target: 'one.xml' }]),
      'one.xml': parts['xl/worksheets/sheet1.xml'] ?? '',
    });
    expect(texts(cellsOf(readOrFail(book)))).toEqual({ A1: '5' });
  });
});

test('rows and cells without r stand one after the other', () => {
  const rows =
    '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>';
  expect(texts(cellsIn(rows))).toEqual({ A1: '1', B1: '2', C5: '3', D5: '4', A6: '5' });
});

test('rows and cells out of order are put in order', () => {
  const rows = '<row r="3"><c r="B3"><v>4</v></c><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>';
  expect(Object.keys(cellsIn(rows))).toEqual(['A1', 'A3', 'B3']);
});

test('prefixed XML is read like any other', () => {
  const prefixed = (xml: string | Uint8Array | undefined) =>
    String(xml)
      .replace(/<(\/?)(?=\w)(?!\?xml)/g, '<$1x:')
      .replace('xmlns=', 'xmlns:x=');
  const rows = '<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><f>1</f><v>2</v></c></row>';
  const parts = xlsxParts({ sheets: [{ name: '表一', rows }], sharedStrings: ['<r><t>甲</t></r>'], formats: ['0%'] });
  const changed = Object.entries(parts).map(([name, xml]) => [name, name.includes('Types') ? xml : prefixed(xml)]);
  const workbook = readOrFail(zipParts(Object.fromEntries(changed)));
  expect(cellsOf(workbook)).toMatchObject({ A1: { text: '甲' }, B1: { text: '2', display: 'percent', formula: '1' } });
  expect([...(workbook.sheets[0]?.hiddenRows ?? [])]).toEqual([1]);
});

test('strict OOXML namespaces', () => {
  const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
  const strict = (xml: string | Uint8Array) =>
    String(xml)
      .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
      .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006', 'http://purl.oclc.org/ooxml/officeDocument');
  const parts = xlsxParts({ sheets: [{ name: '表一', rows }], sharedStrings: ['<t>甲</t>'] });
  const changed = Object.entries(parts).map(([name, xml]) => [name, strict(xml)]);
  expect(texts(cellsOf(readOrFail(zipParts(Object.fromEntries(changed)))))).toEqual({ A1: '甲' });
});

test('hidden sheets, rows and columns; only those with content are named', () => {
  const workbook = readOrFail(
    xlsx({
      sheets: [
        {
          name: '甲',
          before:
            '<dimension ref="A1:XFD1048576"/><cols><col min="2" max="3" hidden="1"/><col min="5" max="16384" hidden="true"/></cols>',
          rows: '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row><row r="3" hidden="1"/>',
        },
        { name: '乙', attributes: 'state="hidden"' },
        { name: '丙', attributes: 'state="veryHidden"' },
      ],
    }),
  );
  expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['甲', false],
    ['乙', true],
    ['丙', true],
  ]);
  expect([...(workbook.sheets[0]?.hiddenRows ?? [])]).toEqual([2]);
  expect([...(workbook.sheets[0]?.hiddenColumns ?? [])]).toEqual([3]);
});

test('the date system', () => {
  expect(readOrFail(xlsx()).date1904).toBe(false);
  expect(readOrFail(xlsx({ workbook: '<workbookPr date1904="1"/>' })).date1904).toBe(true);
});

test('chart sheets hold no cells and are passed over', () => {
  const sheets = [{ name: '图' }, { name: '表一', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }];
  const rels = relationships([
    { id: 'rId1', type: 'chartsheet', target: 'chartsheets/sheet1.xml' },
    { id: 'rId2', type: 'worksheet', target: 'worksheets/sheet2.xml' },
  ]);
  const workbook = readOrFail(
    xlsx({ sheets, parts: { 'xl/_rels/workbook.xml.rels': rels, 'xl/worksheets/sheet1.xml': undefined } }),
  );
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['表一']);
});

test('extensions, comments and processing instructions change nothing', () => {
  const ext =
    '<extLst><ext uri="a"><x14:sheetData><x14:row r="1"><x14:c r="A1"><x14:v>9</x14:v></x14:c></x14:row></x14:sheetData></ext></extLst>';
  const rows =
    '<row r="1"><!-- <c r="B1"/> --><c r="A1"><?a b?><v>1<!-- 2 -->3</v><extLst><ext><v>9</v></ext></extLst></c></row>';
  const workbook = readOrFail(xlsx({ sheets: [{ name: '表一', rows, after: ext }] }));
  expect(texts(cellsOf(workbook))).toEqual({ A1: '13' });
});

test('a byte order mark and a text split between chunks are no trouble', () => {
  const long = '预算公开'.repeat(8_000);
  const strings = `\ufeff${HEAD}<sst xmlns="${MAIN}"><si><t>${long}</t></si></sst>`;
  const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
  expect(cellsIn(rows, { parts: { 'xl/sharedStrings.xml': strings } }).A1?.text).toBe(long);
});

test('names out of Object.prototype are names like any other', () => {
  const workbook = readOrFail(
    xlsx({ sheets: [{ name: '__proto__', rows: '<row r="1"><c r="A1" t="constructor"><v>1</v></c></row>' }] }),
  );
  expect(workbook.sheets[0]?.name).toBe('__proto__');
});

test('a book that exceljs wrote', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('项目支出', { state: 'visible' });
  sheet.getCell('A1').value = '项目名称';
  sheet.getCell('B1').value = '  金额（元）\n含税 ';
  sheet.getCell('A2').value = { richText: [{ text: '培训' }, { font: { bold: true }, text: '费' }] };
  sheet.getCell('B2').value = 1234567.89;
  sheet.getCell('B2').numFmt = '#,##0.00_ ';
  sheet.getCell('C2').value = { formula: 'B2*2', result: 2469135.78 };
  sheet.getCell('D2').value = { formula: 'B2*3' };
  sheet.getCell('E2').value = new Date(Date.UTC(2026, 0, 2));
  sheet.getCell('F2').value = 0.5;
  sheet.getCell('F2').numFmt = '0.00%';
  sheet.getCell('G2').value = { error: '#N/A' };
  sheet.getCell('H2').value = true;
  sheet.mergeCells('A4:C4');
  sheet.getCell('A4').value = '合计';
  sheet.getColumn(8).hidden = true;
  book.addWorksheet('隐藏', { state: 'veryHidden' });
  const workbook = readOrFail(new Uint8Array(await book.xlsx.writeBuffer()));
  expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['项目支出', false],
    ['隐藏', true],
  ]);
  const cells = cellsOf(workbook);
  expect(Object.entries(cells).map(([at, cell]) => [at, cell.kind, cell.text, cell.display])).toEqual([
    ['A1', 'text', '项目名称', 'plain'],
    ['B1', 'text', '  金额（元）\n含税 ', 'plain'],
    ['A2', 'text', '培训费', 'plain'],
    ['B2', 'number', '1234567.89', 'plain'],
    ['C2', 'number', '2469135.78', 'plain'],
    ['D2', 'empty', '', 'plain'],
    ['E2', 'number', '46024', 'date'],
    ['F2', 'number', '0.5', 'percent'],
    ['G2', 'error', '#N/A', 'plain'],
    ['H2', 'boolean', 'TRUE', 'plain'],
    ['A4', 'text', '合计', 'plain'],
  ]);
  expect([...(workbook.sheets[0]?.hiddenColumns ?? [])]).toEqual([8]);
});

test('merged cells are told where they are places of the grid', () => {
  const refs = ['A1:B3', 'D1:E1', 'A2:A9', 'C3', 'nonsense', 'B1:', 'F1:XFD1048576'];
  const workbook = readOrFail(
    xlsx({
      sheets: [
        {
          name: '甲',
          rows: '<row r="1"><c r="A1"><v>1</v></c><c r="F1"><v>2</v></c></row>',
          after: `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
        },
      ],
    }),
  );
  expect(workbook.sheets[0]?.merges).toEqual([
    { at: { sheet: '甲', row: 1, column: 1 }, lastRow: 3, lastColumn: 2 },
    { at: { sheet: '甲', row: 1, column: 4 }, lastRow: 1, lastColumn: 5 },
    { at: { sheet: '甲', row: 2, column: 1 }, lastRow: 9, lastColumn: 1 },
    { at: { sheet: '甲', row: 1, column: 6 }, lastRow: 1_048_576, lastColumn: 16_384 },
  ]);
});
