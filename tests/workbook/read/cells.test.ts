import { describe, expect, test } from '@jest/globals';
import { cellsIn } from './support.js';

const row = (cells: string) => `<row r="1">${cells}</row>`;

describe('an amount is the text that stands in the file', () => {
  test.each(['1.0049999999999999', '12345678901234567.89', '1E400', '-0.5', '+3', '.5', '3.', '1.2E-3', '0', '007'])(
    '%s',
    (text) => {
      expect(cellsIn(row(`<c r="A1"><v>${text}</v></c>`)).A1).toMatchObject({ kind: 'number', text, display: 'plain' });
    },
  );

  test.each(['1,234', '12abc', '0x10', 'abc', '１２', 'INF', '1_000', '1e'])(
    '%s is no number and stays a text',
    (text) => {
      expect(cellsIn(row(`<c r="A1"><v>${text}</v></c>`)).A1).toMatchObject({ kind: 'text', text });
    },
  );
});

describe('cell types', () => {
  test.each([
    ['<c r="A1" t="n"><v> 12 </v></c>', 'number', '12'],
    ['<c r="A1" t="s"><v>0</v></c>', 'text', '甲'],
    ['<c r="A1" t="str"><f>B1</f><v>乙</v></c>', 'text', '乙'],
    ['<c r="A1" t="inlineStr"><is><t>丙</t></is></c>', 'text', '丙'],
    ['<c r="A1" t="b"><v>1</v></c>', 'boolean', 'TRUE'],
    ['<c r="A1" t="b"><v>0</v></c>', 'boolean', 'FALSE'],
    ['<c r="A1" t="e"><v>#REF!</v></c>', 'error', '#REF!'],
    ['<c r="A1"><f>1/0</f><v>#DIV/0!</v></c>', 'error', '#DIV/0!'],
    ['<c r="A1" t="str"><f>X</f><v>#NAME?</v></c>', 'error', '#NAME?'],
  ])('%s', (xml, kind, text) => {
    expect(cellsIn(row(xml), { sharedStrings: ['<t>甲</t>'] }).A1).toMatchObject({ kind, text });
  });

  test('an ISO date is a date, not the number of its year', () => {
    const cells = cellsIn(row('<c r="A1" t="d"><v>2026-01-02</v></c>'));
    expect(cells.A1).toMatchObject({ kind: 'text', text: '2026-01-02', display: 'date' });
  });

  test('a typed text that looks like an error value is a text', () => {
    expect(cellsIn(row('<c r="A1" t="s"><v>0</v></c>'), { sharedStrings: ['<t>#N/A</t>'] }).A1?.kind).toBe('text');
  });
});

describe('formulas', () => {
  test('keep their text beside the cached result', () => {
    expect(cellsIn(row('<c r="A1"><f>SUM(B1:B9)&amp;1</f><v>3</v></c>')).A1).toMatchObject({
      kind: 'number',
      text: '3',
      formula: 'SUM(B1:B9)&1',
    });
  });

  test.each(['<f>1+1</f>', '<f>1+1</f><v></v>', '<f>1+1</f><v/>'])('without a cached result are empty: %s', (xml) => {
    expect(cellsIn(row(`<c r="A1">${xml}</c>`)).A1).toMatchObject({ kind: 'empty', text: '', formula: '1+1' });
  });

  test('a text formula never calculated is empty, one whose result is the empty string is blank', () => {
    const cells = cellsIn(row('<c r="A1" t="str"><f>B1</f></c><c r="B1" t="str"><f>""</f><v></v></c>'));
    expect(cells.A1?.kind).toBe('empty');
    expect(cells.B1).toBeUndefined();
  });

  test('followers of a shared formula have an empty formula text', () => {
    const cells = cellsIn(
      row('<c r="A1"><f t="shared" ref="A1:B1" si="0">C1</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c>'),
    );
    expect([cells.A1?.formula, cells.B1?.formula]).toEqual(['C1', '']);
  });

  test('a plain cell has no formula', () => {
    expect(cellsIn(row('<c r="A1"><v>3</v></c>')).A1).not.toHaveProperty('formula');
  });
});

describe('text', () => {
  const text = (si: string) => cellsIn(row('<c r="A1" t="s"><v>0</v></c>'), { sharedStrings: [si] }).A1?.text;

  test.each([
    ['runs are joined', '<r><t>公用</t></r><r><rPr><b/></rPr><t>经费</t></r>', '公用经费'],
    [
      'phonetic guides are left out',
      '<t>公用</t><rPh sb="0" eb="2"><t>ゴンヨン</t></rPh><phoneticPr fontId="1"/>',
      '公用',
    ],
    ['escapes are decoded', '<t>一_x000D_\n二_x005F_x0041_</t>', '一\n二_x0041_'],
    ['line ends are one', '<t>一\r\n二&#13;三&#13;&#10;四</t>', '一\n二\n三\n四'],
    ['blanks are kept where asked', '<t xml:space="preserve"> 一 </t>', ' 一 '],
    ['blanks are dropped elsewhere', '<t>\n 一 </t>', '一'],
    ['CDATA is text', '<t><![CDATA[a<b]]>&amp;c</t>', 'a<b&c'],
    ['rare characters survive', '<t>𠮷㐂</t>', '𠮷㐂'],
    ['control characters are not the reader’s business', '<t>a_x0001_b</t>', 'a\u0001b'],
  ])('%s', (_, si, expected) => {
    expect(text(si)).toBe(expected);
  });

  test('inline strings follow the same rules', () => {
    const is =
      '<is><r><t xml:space="preserve">公 </t></r><r><t>用_x000D_</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is>';
    expect(cellsIn(row(`<c r="A1" t="inlineStr">${is}</c>`)).A1?.text).toBe('公 用\n');
  });
});

test('blank cells are not kept', () => {
  const blank = ['<c r="A1"/>', '<c r="B1" s="3"/>', '<c r="C1"><v></v></c>', '<c r="D1" t="s"><v>0</v></c>'];
  const inline = '<c r="E1" t="inlineStr"><is><t xml:space="preserve">  \u3000</t></is></c>';
  expect(cellsIn(row(blank.join('') + inline), { sharedStrings: ['<t>\u00a0 </t>'] })).toEqual({});
});
