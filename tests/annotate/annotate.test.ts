/** What an officer relies on: the copy holds everything that was typed, and every finding stands at its cell. */
import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { annotate } from '../../src/annotate/annotate.js';
import { isPortable } from '../../src/annotate/cellValue.js';
import { examineCells } from '../../src/index.js';
import { address } from '../../src/vocabulary/cells.js';
import type { RawCell, RawWorkbook } from '../../src/workbook/cells.js';
import { resultSheetName } from '../../src/workbook/layout/lists.js';
import { writeWorkbook } from '../../src/workbook/write/index.js';
import { sampleBook, textCell } from '../support/book.js';
import { editions, namesIn, sampleBytes, sampleSource } from '../support/samples.js';
import { xlsx } from '../support/xlsx.js';
import { readOrFail } from '../workbook/read/support.js';
import { all, parse } from '../workbook/write/readBack.js';

const samples = namesIn('samples', '.xlsx');

async function copyOf(workbook: RawWorkbook) {
  const { findings, edition } = examineCells(workbook, editions);
  const bytes = await annotate({ file: '预算.xlsx', workbook, findings, edition });
  return { bytes, findings, copy: readOrFail(bytes) };
}

/** Every cell with all that was read of it. Whether a formula lives on is not what the officer typed. */
function cellsIn(workbook: RawWorkbook): Map<string, Omit<RawCell, 'formula' | 'at'>> {
  const cells = new Map<string, Omit<RawCell, 'formula' | 'at'>>();
  for (const sheet of workbook.sheets) {
    if (sheet.name === resultSheetName) continue;
    for (const row of sheet.rows.values()) {
      for (const { at, kind, text, display } of row.values())
        cells.set(`${sheet.name}!${address(at)}`, { kind, text, display });
    }
  }
  return cells;
}

const sheetNamed = (bytes: Uint8Array, name: string) => {
  const parts = unzipSync(bytes);
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const index = all(parse(text('xl/workbook.xml')), 'sheet').findIndex((sheet) => sheet.attributes.name === name) + 1;
  return {
    root: parse(text(`xl/worksheets/sheet${index}.xml`)),
    rels: text(`xl/worksheets/_rels/sheet${index}.xml.rels`),
    text,
  };
};

/** Cell → text of its comment. */
function commentsOn(bytes: Uint8Array, name: string): Map<string, string> {
  const { rels, text } = sheetNamed(bytes, name);
  const path = /comments\d+\.xml/.exec(rels)?.[0];
  if (path === undefined) return new Map();
  return new Map(
    all(parse(text(`xl/${path}`)), 'comment').map((comment) => [
      comment.attributes.ref ?? '',
      all(comment, 't')
        .map((t) => t.text)
        .join(''),
    ]),
  );
}

describe.each(samples)('%s', (name) => {
  test('reading the copy gives every cell of the workbook again', async () => {
    const workbook = readOrFail(sampleBytes(name));
    const { copy } = await copyOf(workbook);
    expect(cellsIn(copy)).toEqual(cellsIn(workbook));
    expect(copy.sheets.map((sheet) => sheet.name)).toEqual([resultSheetName, ...workbook.sheets.map((s) => s.name)]);
  });

  test('checking the copy says the same as checking the workbook, and a copy of the copy has one list', async () => {
    const { copy, findings } = await copyOf(readOrFail(sampleBytes(name)));
    expect(examineCells(copy, editions).findings).toEqual(findings);
    const again = (await copyOf(copy)).copy;
    expect(again.sheets.filter((sheet) => sheet.name === resultSheetName)).toHaveLength(1);
  });
});

describe('what could not be understood', () => {
  const odd = xlsx({
    sheets: [
      {
        name: '我的草稿',
        rows:
          '<row r="2"><c r="B2"><v>0.1</v></c><c r="C2" s="1"><v>45000</v></c><c r="D2" s="2"><v>0.25</v></c></row>' +
          '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" t="e"><v>#REF!</v></c></row>' +
          '<row r="4"><c r="A4"><f>B2*2</f><v>0.2</v></c><c r="B4"><f>[1]Sheet1!A1</f><v>7</v></c><c r="C4"><f>名称+1</f><v>8</v></c></row>' +
          '<row r="5"><c r="A5" t="s"><v>1</v></c><c r="B5" t="s"><v>2</v></c><c r="C5" t="s"><v>3</v></c><c r="D5"><f>B2</f></c></row>',
      },
      { name: '隐藏的', attributes: 'state="hidden"', rows: '<row r="1"><c r="A1"><v>12345678901234.56</v></c></row>' },
      {
        name: 'a very long name of a sheet that is far beyond thirty-one',
        rows: '<row r="1"><c r="A1"><v>3</v></c></row>',
      },
    ],
    sharedStrings: [
      '<t>１２万元左右</t>',
      '<t xml:space="preserve">  =1+1 </t>',
      '<t>a_x005F_x000D_b &amp;amp; &lt;b&gt;</t>',
      '<t xml:space="preserve">第一行\n第二行</t>',
    ],
    formats: ['yyyy-mm-dd', 9],
  });

  test('texts, numbers, dates, errors and formulas of sheets that are not ours are all in the copy', async () => {
    const workbook = readOrFail(odd);
    const { copy } = await copyOf(workbook);
    const [before, after] = [cellsIn(workbook), cellsIn(copy)];
    const long = [...before.keys()].filter((key) => key.startsWith('a very'));
    for (const key of long) before.delete(key);
    const uncalculated = '我的草稿!D5';
    expect(after.get(uncalculated)?.kind).toBe('empty');
    for (const [key, cell] of before) expect([key, after.get(key)]).toEqual([key, cell]);
    expect(copy.sheets[3]?.rows.get(1)?.get(1)?.text).toBe('3');
    expect([...(copy.sheets[3]?.name ?? '')].length).toBeLessThanOrEqual(31);
  });

  test('a hidden sheet stays hidden', async () => {
    const { copy } = await copyOf(readOrFail(odd));
    expect(copy.sheets.find((sheet) => sheet.name === '隐藏的')?.hidden).toBe(true);
  });

  test('formulas live on only where nothing else is needed', () => {
    const sheets = new Set(['科目名称', 'Sheet1']);
    const living = [
      'SUM(A1:B2)',
      'IF($A1="","",B1)',
      "INDEX('科目名称'!$C$4:$C$60,1)",
      'Sheet1!A1+1',
      'ROUND(A1,2)&"[1]"',
    ];
    const dead = ['[1]Sheet1!A1', '名称+1', "'别的'!A1", 'Table1[金额]', '_xlfn.XLOOKUP(A1,B1,C1)', ''];
    expect(living.filter((formula) => !isPortable(formula, sheets))).toEqual([]);
    expect(dead.filter((formula) => isPortable(formula, sheets))).toEqual([]);
  });
});

describe('findings', () => {
  const book = sampleBook('2026-department')
    .cell(['项目支出', 2, '302商品和服务支出'], { kind: 'text', text: '约12万' })
    .set('上年对比', 1, { 主要原因: '' })
    .sheet('项目支出', (sheet) => sheet.rows.get(3)?.set(30, textCell('项目支出', 3, 30, '我的备注列')));
  const workbook = book.raw();

  test('stand at their cells as comments, in colour, with the remedy', async () => {
    const { bytes, findings } = await copyOf(workbook);
    const amount = findings.find((found) => found.code === 'C02');
    expect(amount?.at).toBeDefined();
    const comments = commentsOn(bytes, '项目支出');
    const comment = comments.get(address(book.at(['项目支出', 2, '302商品和服务支出'])));
    expect(comment).toContain('C02');
    expect(comment).toContain(amount?.remedy);
    expect(
      cellsIn(readOrFail(bytes)).get(`项目支出!${address(book.at(['项目支出', 2, '302商品和服务支出']))}`)?.text,
    ).toBe('约12万');
  });

  test('are all listed on the first sheet, each with a link to where it stands', async () => {
    const { bytes, copy, findings } = await copyOf(workbook);
    const [list] = copy.sheets;
    expect(list?.name).toBe(resultSheetName);
    const rows = [...(list?.rows ?? [])].filter(([row]) => row > 3).map(([, cells]) => cells);
    expect(rows.map((cells) => [cells.get(3)?.text, cells.get(7)?.text])).toEqual(
      findings.map(({ code, message }) => [code, message]),
    );
    const links = all(sheetNamed(bytes, resultSheetName).root, 'hyperlink').map(
      ({ attributes }) => attributes.location,
    );
    expect(links).toHaveLength(findings.filter(({ at }) => at).length);
    const tabs = new Set(copy.sheets.map((sheet) => sheet.name));
    expect(links.every((link) => tabs.has(/^'(.+)'![A-Z]+\d+$/.exec(link ?? '')?.[1] ?? ''))).toBe(true);
  });

  test('nothing in the copy points outside it', async () => {
    const parts = unzipSync((await copyOf(workbook)).bytes);
    const external = Object.entries(parts).filter(([, data]) => /TargetMode="External"/.test(strFromU8(data)));
    expect(external.map(([path]) => path)).toEqual([]);
  });

  test('the same workbook gives the same bytes', async () => {
    expect(Buffer.from((await copyOf(workbook)).bytes).equals(Buffer.from((await copyOf(workbook)).bytes))).toBe(true);
  });
});

test('drop-downs stay where the sheets lie as we wrote them', async () => {
  const content = sampleSource('2026-unit');
  const { sheets, withoutColumns, partNumbers } = editions.load(2026);
  const plan = {
    year: 2026,
    kindLabel: '单位',
    sheets,
    withoutColumns,
    partNumbers: partNumbers(),
    content,
    spareRows: 5,
  } as const;
  const { bytes } = await copyOf(readOrFail(await writeWorkbook(plan)));
  const lists = all(sheetNamed(bytes, '项目支出').root, 'dataValidation').filter(
    ({ attributes }) => attributes.type === 'list',
  );
  expect(lists.length).toBeGreaterThanOrEqual(3);
});
