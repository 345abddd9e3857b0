/** One class of unreadable file each, with the finding that names it. */
import { describe, expect, test } from '@jest/globals';
import { strToU8 } from 'fflate';
import {
  contentTypes,
  HEAD,
  MAIN,
  REL,
  relationships,
  sheetXml,
  xlsx,
  xlsxParts,
  zipParts,
} from '../../support/xlsx.js';
import { codesOf, findingsOf } from './support.js';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const joined = (...pieces: (Uint8Array | number[])[]) => new Uint8Array(pieces.flatMap((piece) => [...piece]));
const ods = {
  mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
  'content.xml': '<a/>',
  'META-INF/manifest.xml': '<a/>',
};
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** Overwrites a name with another of the same length in all zip records. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1').replaceAll(from, to);
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

describe('files that are something else', () => {
  test.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'F02'],
    ['an encrypted workbook', joined(OLE, new Uint8Array(512), utf16('EncryptedPackage')), 'F04'],
    ['an old .xls or an .et', joined(OLE, new Uint8Array(512), utf16('Workbook')), 'F05'],
    ['an old .doc or a .wps', joined(OLE, new Uint8Array(512), utf16('WordDocument')), 'F09'],
    ['a web page', strToU8('\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'), 'F06'],
    ['XML Spreadsheet 2003', strToU8('\ufeff<?xml version="1.0"?><Workbook/>'), 'F06'],
    ['a web archive', strToU8('MIME-Version: 1.0\nContent-Type: multipart/related'), 'F06'],
    ['a CSV in UTF-8', strToU8('项目,金额\r\n培训费,12'), 'F07'],
    ['a CSV in GBK', joined([0xcf, 0xee, 0xc4, 0xbf], strToU8(',12\r\n')), 'F07'],
    ['a Unicode text', joined([0xff, 0xfe], utf16('项目\t金额')), 'F07'],
    ['a PDF', strToU8('%PDF-1.7\n'), 'F01'],
    ['a picture', joined([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'F01'],
    ['an .ods', zipParts(ods), 'F08'],
    ['some zip', zipParts({ 'a.txt': 'a' }), 'F01'],
    ['a .docx', xlsx({ parts: { '[Content_Types].xml': contentTypes(word) } }), 'F09'],
    [
      'an .xlsb',
      xlsx({
        parts: { '[Content_Types].xml': contentTypes('application/vnd.ms-excel.sheet.binary.macroEnabled.main') },
      }),
      'F10',
    ],
    [
      'an .xlsm',
      xlsx({ parts: { '[Content_Types].xml': contentTypes('application/vnd.ms-excel.sheet.macroEnabled.main+xml') } }),
      'F11',
    ],
  ])('%s', (_, bytes, code) => expect(codesOf(bytes)).toEqual([code]));

  test('an owner file of Excel', () => expect(codesOf(strToU8('某某'), '~$预算.xlsx')).toEqual(['F03']));

  test('a workbook that brings macros under the plain type', () => {
    const rels = relationships([
      { id: 'rId1', type: 'worksheet', target: 'worksheets/sheet1.xml' },
      {
        id: 'rId2',
        type: 'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
        target: 'vbaProject.bin',
      },
    ]);
    expect(codesOf(xlsx({ parts: { 'xl/_rels/workbook.xml.rels': rels } }))).toEqual(['F11']);
  });
});

describe('damaged containers', () => {
  const good = xlsx({ sheets: [{ name: '表一', rows: '<row r="1"><c r="A1"><v>1234567</v></c></row>' }] });

  test('cut off at the end', () => expect(codesOf(good.subarray(0, good.length - 40))).toEqual(['F12']));
  test('cut out in the middle', () => {
    expect(codesOf(joined(good.subarray(0, 300), good.subarray(400)))).toEqual(['F13']);
  });

  test('a changed byte in the data is found by the checksum', () => {
    const stored = xlsxParts({ sheets: [{ name: '表一', rows: `<row r="1"><c r="A1"><v>1234567</v></c></row>` }] });
    const bytes = zipParts(stored, { level: 0 });
    expect(codesOf(bytes)).toEqual([]);
    expect(codesOf(renamed(bytes, '1234567', '7234567'))).toEqual(['F13 表一!']);
  });

  test('never throws, whatever byte is damaged or wherever it ends', () => {
    for (let at = 0; at < good.length; at += 3) {
      const damaged = Uint8Array.from(good);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      expect(codesOf(damaged)).not.toContain('F34');
      expect(codesOf(good.subarray(0, at)).length).toBe(1);
    }
  });

  test('an encrypted zip entry', () => {
    const bytes = Uint8Array.from(good);
    const directory = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes[directory + 8] = (bytes[directory + 8] ?? 0) | 1;
    expect(codesOf(bytes)).toEqual(['F04']);
  });

  test('a local header that names another part than the directory', () => {
    const at = Buffer.from(good).indexOf('xl/worksheets/sheet1.xml');
    const bytes = Uint8Array.from(good);
    bytes[at + 19] = 0x32;
    expect(codesOf(bytes)).toEqual(['F13 表一!']);
  });

  test('two parts with one name, also when only the case differs', () => {
    const bytes = xlsx({ parts: { 'xl/workbooq.xml': HEAD } });
    expect(codesOf(renamed(bytes, 'xl/workbooq.xml', 'xl/workbook.xml'))).toEqual(['F17']);
    expect(codesOf(xlsx({ parts: { 'XL/Workbook.xml': HEAD } }))).toEqual(['F17']);
  });

  test.each(['../evil.xml', '/abs.xml', 'xl\\a.xml', 'C:/a.xml', 'xl/./a.xml', 'a\u0000b.xml', 'xl/../../a'])(
    'the part name %j',
    (name) => expect(codesOf(xlsx({ parts: { [name]: '' } }))).toEqual(['F18']),
  );
});

describe('damaged parts', () => {
  const sheet = 'xl/worksheets/sheet1.xml';
  const withPart = (part: string, xml: string | Uint8Array | undefined) => codesOf(xlsx({ parts: { [part]: xml } }));
  const doctype = `${HEAD}<!DOCTYPE a [<!ENTITY b "c">]><worksheet xmlns="${MAIN}"/>`;
  const gbk = joined(
    strToU8(`<worksheet xmlns="${MAIN}"><sheetData><row><c t="str"><v>`),
    [0xcf, 0xee],
    strToU8('</v></c></row></sheetData></worksheet>'),
  );
  const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><worksheet xmlns="${MAIN}"/>`;

  test.each<[string, string, string | Uint8Array | undefined, string]>([
    ['DOCTYPE in a sheet', sheet, doctype, 'F19 表一!'],
    ['DOCTYPE in the workbook', 'xl/workbook.xml', doctype, 'F19'],
    ['an external entity in relationships', '_rels/.rels', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'F19'],
    ['GBK bytes', sheet, gbk, 'F20 表一!'],
    ['GBK declared', sheet, declared('GBK'), 'F20 表一!'],
    ['UTF-16', sheet, joined([0xff, 0xfe], utf16(declared('UTF-16'))), 'F20 表一!'],
    ['XML that is not closed', sheet, `<worksheet xmlns="${MAIN}"><sheetData>`, 'F21 表一!'],
    ['an undefined entity', sheet, `<worksheet xmlns="${MAIN}"><x a="&b;"/></worksheet>`, 'F21 表一!'],
    ['an empty part', sheet, '', 'F21 表一!'],
    ['a sheet that is no sheet', sheet, '<chartsheet/>', 'F21 表一!'],
    ['damaged shared strings', 'xl/sharedStrings.xml', '<sst><si></sst>', 'F21'],
    ['a workbook that is none', 'xl/workbook.xml', '<document/>', 'F21'],
    ['a missing workbook', 'xl/workbook.xml', undefined, 'F22'],
    ['missing shared strings', 'xl/sharedStrings.xml', undefined, 'F22'],
    ['missing styles', 'xl/styles.xml', undefined, 'F22'],
    ['a missing sheet', sheet, undefined, 'F23 表一!'],
    ['no relationships of the workbook', 'xl/_rels/workbook.xml.rels', undefined, 'F23 表一!'],
    ['no sheets at all', 'xl/workbook.xml', `<workbook xmlns="${MAIN}"><sheets/></workbook>`, 'F33'],
  ])('%s', (_, part, xml, code) => expect(withPart(part, xml)).toEqual([code]));

  test('a sheet outside the file, or one that leaves the package', () => {
    const rels = (target: string, mode: string) =>
      relationships([{ id: 'rId1', type: `${REL}/worksheet`, target, mode }]);
    expect(withPart('xl/_rels/workbook.xml.rels', rels('http://a/b.xml', 'External'))).toEqual(['F23 表一!']);
    expect(withPart('xl/_rels/workbook.xml.rels', rels('../../../sheet.xml', 'Internal'))).toEqual(['F23 表一!']);
  });

  test('every damaged sheet is named in one run', () => {
    const sheets = ['甲', '乙', '丙'].map((name) => ({ name }));
    const parts = { 'xl/worksheets/sheet1.xml': '<a', 'xl/worksheets/sheet3.xml': undefined };
    expect(codesOf(xlsx({ sheets, parts }))).toEqual(['F21 甲!', 'F23 丙!']);
  });
});

describe('damaged sheets', () => {
  const inRows = (rows: string, sharedStrings: string[] = []) =>
    codesOf(xlsx({ sheets: [{ name: '表一', rows }], sharedStrings }));

  test.each<[string, string, string]>([
    ['a row twice', '<row r="2"><c r="A2"><v>1</v></c></row><row r="2"/>', 'F26 表一!A2'],
    ['a cell twice', '<row r="2"><c r="B2"><v>1</v></c><c r="B2"><v>2</v></c></row>', 'F27 表一!B2'],
    ['a cell twice, first blank', '<row r="2"><c r="B2"/><c r="B2"><v>2</v></c></row>', 'F27 表一!B2'],
    ['row 0', '<row r="0"/>', 'F28 表一!'],
    ['row −5', '<row r="-5"><c r="A1"><v>1</v></c></row>', 'F28 表一!'],
    ['row 99,999,999', '<row r="99999999"/>', 'F28 表一!'],
    ['row 1,048,577', '<row r="1048577"/>', 'F28 表一!'],
    ['the row after the last', '<row r="1048576"/><row/>', 'F28 表一!'],
    ['column ZZZ', '<row r="1"><c r="ZZZ1"><v>1</v></c></row>', 'F28 表一!'],
    ['an address of another row', '<row r="1"><c r="A2"><v>1</v></c></row>', 'F28 表一!'],
    ['a shared string that is not there', '<row r="3"><c r="C3" t="s"><v>7</v></c></row>', 'F29 表一!C3'],
    ['a shared string number that is none', '<row r="3"><c r="C3" t="s"><v>-1</v></c></row>', 'F29 表一!C3'],
    ['a text that is too long', `<row r="1"><c r="A1" t="str"><v>${'长'.repeat(32_768)}</v></c></row>`, 'F30 表一!A1'],
  ])('%s', (_, rows, code) => expect(inRows(rows)).toEqual([code]));

  test('all problems of a sheet are told, up to twenty', () => {
    const row = (r: number) => `<row r="${r}"><c r="A${r}" t="s"><v>9</v></c></row>`;
    expect(inRows(row(1) + row(2))).toEqual(['F29 表一!A1', 'F29 表一!A2']);
    expect(inRows(Array.from({ length: 500 }, (_, i) => row(i + 1)).join('')).length).toBe(20);
  });

  test('two sheets with one name', () => {
    expect(codesOf(xlsx({ sheets: [{ name: '表A' }, { name: '表a' }] }))).toEqual(['F24 表a!']);
  });

  test('the finding names the file, the sheet and a remedy, in Chinese', () => {
    const [found] = findingsOf(xlsx({ parts: { 'xl/worksheets/sheet1.xml': undefined } }), '某单位.xlsx');
    expect(found?.message).toBe('“某单位.xlsx”列有工作表“表一”，但文件里没有它的内容。');
    expect(found?.remedy).toContain('另存为');
  });
});

test('an empty sheet part of a workbook with content types by extension only is read', () => {
  const types = contentTypes().replace(/<Override.*?\/>/, '');
  expect(codesOf(xlsx({ parts: { '[Content_Types].xml': types, 'xl/worksheets/sheet1.xml': sheetXml({}) } }))).toEqual(
    [],
  );
});
