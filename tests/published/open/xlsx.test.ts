/** Tables of workbooks: our own `--xlsx` and those of other programs. */
import { describe, expect, jest, test } from '@jest/globals';
import { compose } from '../../../src/index.js';
import { writePublicationWorkbook } from '../../../src/writers/xlsx/index.js';
import { publishedTables } from '../../../src/writers/xlsx/tables.js';
import { examined, namesIn, sampleBytes } from '../../support/samples.js';
import { xlsx } from '../../support/xlsx.js';
import { codeOf, opened } from './open.js';
import { type Printed, readFrom, tableOf, tablesOf, textsOf } from './printed.js';

// where other programs use the machine too
jest.setTimeout(120_000);

/** Without the blank cells, which a sheet has where it likes, and rows of nothing else. */
const filled = (printed: Printed | undefined): string[][] =>
  (typeof printed === 'string' ? [] : (printed ?? []))
    .map((row) => row.filter((cell) => !cell.endsWith(' ')))
    .filter((row) => row.length > 0);

describe.each(namesIn('samples', '.xlsx'))('--xlsx of %s', (name) => {
  const { facts, edition } = examined(name, sampleBytes(name));
  const { tree } = compose(facts, edition);

  test('every table cell as printed, with the name of its sheet', async () => {
    const document = await opened(await writePublicationWorkbook(tree));
    const own = publishedTables(tree);
    const read = readFrom(document).filter((block) => typeof block !== 'string');
    expect(tablesOf(document).map(({ sheet }) => sheet)).toEqual(own.map(({ sheet }) => sheet));
    expect(read.map(filled)).toEqual(own.map(({ table }) => filled(tableOf(table))));
    const texts = textsOf(document);
    for (const { number, title } of own) expect(texts).toEqual(expect.arrayContaining([number, title]));
  }, 60_000);
});

describe('workbooks of other programs', () => {
  test('numbers that their format hides are blank and told, a zero is not told', async () => {
    const row = (value: string, at: number) =>
      `<row r="${at}"><c r="A${at}"><v>1</v></c><c r="B${at}" s="1"><v>${value}</v></c></row>`;
    const bytes = xlsx({ formats: [';;;'], sheets: [{ name: '表', rows: row('5', 1) + row('0', 2) }] });
    expect((await opened(bytes)).notices).toEqual(['有 1 个数的单元格格式使它不显示，按空白读取。']);
  });

  test('pictures and text boxes are told, comments are none', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>';
    const noticesWith = async (part: string) =>
      (await opened(xlsx({ sheets: [{ name: '表', rows }], parts: { [part]: '<a/>' } }))).notices;
    expect(await noticesWith('xl/drawings/drawing1.xml')).toEqual([
      '工作簿中有图片、图形或文本框，其中的文字和数字没有读取。',
    ]);
    expect(await noticesWith('xl/drawings/vmlDrawing1.vml')).toEqual([]);
  });

  const formats = [
    '#,##0.00',
    '0',
    '#,##0.00_ ;[Red]\\-#,##0.00\\ ',
    '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    '0.0%',
    '0.00,',
    '0!.0000',
    '#,##0\\.00,',
    ';;;',
    '0.00;;0',
  ];
  const shown = async (value: string, style: number) => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1" s="${style}"><v>${value}</v></c></row>`;
    return textsOf(await opened(xlsx({ formats, sheets: [{ name: '表', rows }] })))[0]?.split('|')[1];
  };

  test.each([
    ['4301.9', 0, '4301.9'],
    ['2239.8899999999999', 0, '2239.89'],
    ['1234301.9', 1, '1,234,301.90'],
    ['4301.5', 2, '4302'],
    ['-4301.9', 3, '-4,301.90'],
    ['0', 4, '-'],
    ['12.5', 4, '12.50'],
    ['0.1234', 5, '12.34%'],
    ['43019', 6, '43019'],
    ['43018912.5', 7, '4301.8913'],
    ['900', 7, '0.0900'],
    ['12343018912.5', 8, '123,430.19'],
    ['12.5', 9, ''],
    ['12.5', 10, '12.50'],
    ['-12.5', 10, ''],
  ])('%s in format %s is shown as %s', async (value, style, text) => {
    expect(await shown(value, style)).toBe(text);
  });

  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

  test('merges are spans, what they cover is not seen, blanks are', async () => {
    const rows =
      `<row r="2">${cell('B2', '科目')}${cell('C2', '支出')}${cell('D2', '藏')}</row>` +
      `<row r="3">${cell('B3', '藏')}${cell('C3', '基本')}${cell('D3', '项目')}</row><row r="9">${cell('C9', '1')}</row>`;
    const after = '<mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="C2:D2"/></mergeCells>';
    expect(readFrom(await opened(xlsx({ sheets: [{ name: '表', rows, after }] })))).toEqual([
      [
        ['0+1×2 科目', '1+2×1 支出'],
        ['1+1×1 基本', '2+1×1 项目'],
        ['0+1×1 ', '1+1×1 1', '2+1×1 '],
      ],
    ]);
  });

  test('hidden sheets, rows and columns are not read, and that is told', async () => {
    const rows = `<row r="1">${cell('A1', '甲')}${cell('B1', '1')}${cell('C1', '密')}</row><row r="2" hidden="1">${cell('A2', '密')}</row>`;
    const before = '<cols><col min="3" max="3" hidden="1"/></cols>';
    const secret = { name: '底稿', rows: `<row r="1">${cell('A1', '密')}</row>`, attributes: 'state="hidden"' };
    const document = await opened(xlsx({ sheets: [{ name: '表', rows, before }, secret] }));
    expect(textsOf(document)).toEqual(['甲|1']);
    expect(document.notices).toEqual(['隐藏的工作表“底稿”没有读取。', '工作表“表”中隐藏的行、列没有读取。']);
  });

  test('ranges that lie upon each other by the hundred are refused', async () => {
    const rows = Array.from(
      { length: 400 },
      (_, n) => `<row r="${n + 1}">${cell(`A${n + 1}`, '甲')}${cell(`B${n + 1}`, '乙')}</row>`,
    ).join('');
    const merges = Array.from({ length: 400 }, (_, n) => `<mergeCell ref="A${n + 1}:B1048576"/>`).join('');
    const after = `<mergeCells>${merges}</mergeCells>`;
    expect(await codeOf(xlsx({ sheets: [{ name: '表', rows, after }] }))).toBe('F41');
  });

  test('a workbook to be filled is no publication; a sheet of one name with it does not make one', async () => {
    expect(await codeOf(sampleBytes('2026-unit'))).toBe('F48');
    const rows = `<row r="1">${cell('A1', '甲')}${cell('B1', '1')}</row>`;
    const names = ['基本信息', '项目支出', '三公经费'];
    await expect(opened(xlsx({ sheets: names.map((name) => ({ name, rows })) }))).resolves.toBeDefined();
  });

  test('a damaged workbook is told as a workbook', async () => {
    expect(await codeOf(xlsx({ sheets: [] }))).toBe('F33');
  });
});
