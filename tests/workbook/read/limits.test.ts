/** Small files that unpack to much, and abused real ones: stopped by what is measured, never by what they declare. */
import { describe, expect, test } from '@jest/globals';
import { HEAD, MAIN, type SheetSpec, sheetXml, type XlsxSpec, xlsx, xlsxParts, zipParts } from '../../support/xlsx.js';
import { cellsOf, codesOf, readOrFail } from './support.js';

const repeat = (count: number, piece: (n: number) => string) =>
  Array.from({ length: count }, (_, i) => piece(i + 1)).join('');
/** Not compressed: quick to make, and out of reach of the guard against dense parts. */
const stored = (spec: XlsxSpec) => zipParts(xlsxParts(spec), { level: 0 });
const book = (sheet: Omit<SheetSpec, 'name'>) => xlsx({ sheets: [{ name: '表一', ...sheet }] });

describe('what is too much', () => {
  test('a part that unpacks to a multiple of its size', () => {
    const bytes = xlsx({ parts: { 'xl/worksheets/sheet1.xml': new Uint8Array(20_000_000).fill(32) } });
    expect(bytes.length).toBeLessThan(100_000);
    expect(codesOf(bytes)).toEqual(['F15 表一!']);
  });

  test('the same under a declared size of nothing', () => {
    const bytes = xlsx({ parts: { 'xl/worksheets/sheet1.xml': new Uint8Array(20_000_000).fill(32) } });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 30 < bytes.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 20_000_000)
        view.setUint32(at + 24, 9, true);
    }
    expect(codesOf(bytes)).toEqual(['F15 表一!']);
  });

  test('a file above 20 MB', () => expect(codesOf(new Uint8Array(20 * 1024 * 1024 + 1))).toEqual(['F14']));

  test('more than 500 parts', () => {
    const names = Array.from({ length: 501 }, (_, i) => [`a${i}`, '']);
    expect(codesOf(zipParts(Object.fromEntries(names)))).toEqual(['F16']);
  });

  test('more than 100 sheets', () => {
    expect(codesOf(xlsx({ sheets: Array.from({ length: 101 }, (_, i) => ({ name: `表${i}` })) }))).toEqual(['F25']);
  });

  test('more than 20,000 rows or 256 columns with content', () => {
    const wide = `<row>${repeat(257, (n) => `<c><v>${n}</v></c>`)}</row>`;
    expect(codesOf(book({ rows: repeat(20_001, (n) => `<row><c><v>${n}</v></c></row>`) }))).toEqual(['F31 表一!']);
    expect(codesOf(book({ rows: wide }))).toEqual(['F31 表一!']);
  });

  test('more than 300,000 cells with content in all sheets together', () => {
    const rows = `<row>${'<c><v>1</v></c>'.repeat(250)}</row>`.repeat(700);
    const sheets = [1, 2].map((n) => ({ name: `表${n}`, rows }));
    expect(codesOf(stored({ sheets: sheets.slice(1) }))).toEqual([]);
    expect(codesOf(stored({ sheets }))).toEqual(['F31 表2!']);
  });

  test('more than 500,000 shared strings, more than 66,000 styles', () => {
    const strings = `<sst xmlns="${MAIN}">${'<si/>'.repeat(500_001)}</sst>`;
    const styles = `<styleSheet xmlns="${MAIN}"><cellXfs>${repeat(66_001, (n) => `<xf numFmtId="${n}"/>`)}</cellXfs></styleSheet>`;
    expect(codesOf(stored({ parts: { 'xl/sharedStrings.xml': strings } }))).toEqual(['F32']);
    expect(codesOf(xlsx({ parts: { 'xl/styles.xml': styles } }))).toEqual(['F32']);
  });

  test('elements nested without end, attributes without end, a DOCTYPE without end', () => {
    const part = (xml: string) => codesOf(xlsx({ parts: { 'xl/worksheets/sheet1.xml': xml } }));
    expect(part(`<worksheet>${'<a>'.repeat(100)}`)).toEqual(['F15 表一!']);
    expect(part(`<worksheet ${repeat(300, (n) => `a${n}="" `)}/>`)).toEqual(['F15 表一!']);
    expect(part(`${HEAD}<!DOCTYPE a [${repeat(20_000, (n) => `"${n * 7919}" `)}`)).toEqual(['F19 表一!']);
    expect(part(`${HEAD}<!--${repeat(20_000, (n) => `${n * 7919}`)}`)).toEqual(['F21 表一!']);
  });
});

describe('what is only odd', () => {
  test('a million formatted rows without content', () => {
    const rows = `<row r="1"><c r="A1"><v>7</v></c></row>${'<row s="1"/>'.repeat(1_048_575)}`;
    const workbook = readOrFail(stored({ sheets: [{ name: '表一', rows }] }));
    expect(Object.keys(cellsOf(workbook))).toEqual(['A1']);
  });

  test('merges, validations, names and a dimension over the whole grid, and its last cell', () => {
    const all = 'A1:XFD1048576';
    const bytes = xlsx({
      workbook: `<definedNames><definedName name="a">$A$1:$XFD$1048576</definedName></definedNames>`,
      sheets: [
        {
          name: '表一',
          before: `<dimension ref="${all}"/>`,
          rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
          after: `<mergeCells><mergeCell ref="${all}"/></mergeCells><dataValidations><dataValidation sqref="${all}"/></dataValidations>`,
        },
      ],
    });
    expect(Object.keys(cellsOf(readOrFail(bytes)))).toEqual(['XFD1048576']);
  });

  test('pictures are not unpacked, however large', () => {
    expect(codesOf(xlsx({ parts: { 'xl/media/image1.png': new Uint8Array(20_000_000) } }))).toEqual([]);
  });

  test('slow patterns of text stay fast', () => {
    const blanks = `${' '.repeat(30_000)}一`;
    const digits = `${'1'.repeat(30_000)}x`;
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>${blanks}</t></is></c><c r="B1"><v>${digits}</v></c></row>`;
    const cells = cellsOf(readOrFail(zipStored(rows)));
    expect([cells.A1?.text, cells.B1?.kind]).toEqual(['一', 'text']);
  });
});

const zipStored = (rows: string) => xlsx({ parts: { 'xl/worksheets/sheet1.xml': sheetXml({ rows }) } });

test('a container with Zip64 records, as some exporters always write it', () => {
  const rows = '<row r="1"><c r="A1"><v>5</v></c></row>';
  expect(Object.keys(cellsOf(readOrFail(toZip64(book({ rows })))))).toEqual(['A1']);
});

/** Moves sizes and offsets of the directory, and the end record's, into Zip64 records. */
function toZip64(bytes: Uint8Array): Uint8Array {
  const source = Buffer.from(bytes);
  const end = source.length - 22;
  const start = source.readUInt32LE(end + 16);
  const pieces = [source.subarray(0, start)];
  let count = 0;
  for (let at = start; at < end; count += 1) {
    const nameLength = source.readUInt16LE(at + 28);
    const fixed = Buffer.from(source.subarray(at, at + 46 + nameLength));
    const extra = Buffer.alloc(28);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    for (const [index, field] of [24, 20, 42].entries()) {
      extra.writeBigUInt64LE(BigInt(fixed.readUInt32LE(field)), 4 + index * 8);
      fixed.writeUInt32LE(0xffffffff, field);
    }
    at += 46 + nameLength + fixed.readUInt16LE(30) + fixed.readUInt16LE(32);
    fixed.writeUInt16LE(28, 30);
    fixed.writeUInt16LE(0, 32);
    pieces.push(fixed, extra);
  }
  const end64 = Buffer.alloc(56 + 20);
  const at64 = pieces.reduce((sum, piece) => sum + piece.length, 0);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(start), 48);
  end64.writeUInt32LE(0x07064b50, 56);
  end64.writeBigUInt64LE(BigInt(at64), 64);
  const last = Buffer.from(source.subarray(end));
  last.writeUInt16LE(0xffff, 10);
  last.writeUInt32LE(0xffffffff, 16);
  return new Uint8Array(Buffer.concat([...pieces, end64, last]));
}
