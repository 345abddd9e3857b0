/** What is told of a batch: on the screen, and in 总表. */
import { describe, expect, test } from '@jest/globals';
import excel from 'exceljs';
import type { RenderResult } from '../../src/batch/renderOne.js';
import {
  type BatchEntry,
  entryLine,
  entryOf,
  entryOfPassedOver,
  isMissing,
  summarise,
  summaryTable,
  tableRowOf,
  whereText,
} from '../../src/batch/summary.js';
import { writeBatchTable } from '../../src/writers/xlsx/batchTable.js';

const counts = { error: 0, warning: 2, note: 0 };
const summary = {
  ...{ title: '题', total: '1,234.50', currentIncome: '1,000.00', carryOver: '234.50', basic: '34.50' },
  ...{ project: '1,200.00', threePublic: '3.00', threePublicLastYear: '-0.10', tables: 12, goalTables: 1 },
};
const entry = (name: string, result: RenderResult): BatchEntry =>
  entryOf({ workbook: `/in/${name}.xlsx`, name: `${name}.xlsx`, stem: name }, { state: 'done', result });
const good = entry('甲', { status: 'rendered', counts, messages: [], summary, entity: { name: '甲局', year: 2026 } });
const bad = entry('乙', {
  ...{ status: 'errors', counts: { error: 3, warning: 1, note: 0 }, entity: { name: '乙局', year: 2026 }, stale: true },
  messages: ['S05 编码：不在目录内', 'R01 名称：没有登记', 'M01 金额：不是数'],
} as const);
const closed = entry('丙', { status: 'unreadable', counts: { error: 0, warning: 0, note: 0 }, messages: ['打不开'] });
const old = entryOfPassedOver({ name: '丁.xls', status: 'otherFormat', advice: '请另存为 .xlsx' });
const lock = entryOfPassedOver({ name: '~$甲.xlsx', status: 'setAside', advice: '请关闭' });
const all = [good, bad, closed, old, lock];

describe('on the screen', () => {
  test('the line of a workbook with errors says how many', () => {
    expect(entryLine(bad)).toContain('有错误  乙.xlsx  3 个错误，先看：S05 编码：不在目录内');
    expect(entryLine(closed)).toBe('读不了  丙.xlsx  打不开');
  });

  test('every file is counted once and named', () => {
    const text = summaryTable(summarise(all, undefined));
    expect(text).toMatch(/^共 3 份工作簿：已生成 1 份，有错误 1 份，读不了 1 份；另有 1 个文件格式不对，没有读\n/);
    for (const name of ['乙.xlsx', '丙.xlsx', '丁.xls  请另存为 .xlsx', '~$甲.xlsx  请关闭'])
      expect(text).toContain(name);
  });

  test('the end names the folder and the files of problems, and only those that are there', () => {
    expect(whereText(all, '公开', '总表.xlsx', 'summary.json').split('\n')).toEqual([
      '文档在：公开',
      '总表：总表.xlsx（可筛选、排序）；供程序读取的：summary.json',
      '问题写在（请发给单位）：',
      '  乙.问题.txt',
    ]);
    expect(whereText([good], '公开', '总表.xlsx', 'summary.json')).not.toContain('问题');
  });

  test('a folder full of pictures does not push the rest away', () => {
    const pictures = Array.from({ length: 30 }, (_, n) => ({ ...lock, workbook: `${n}.jpg` }));
    expect(summaryTable(summarise(pictures, undefined))).toContain('另有 10 个，见总表。');
  });
});

test('a unit whose workbook was not read is without a document; a lock file is not', () => {
  expect(all.map(({ status }) => isMissing(status))).toEqual([false, true, true, true, false]);
});

describe('总表', () => {
  const written = async () => {
    const book = new excel.Workbook();
    await book.xlsx.load((await writeBatchTable(all.map(tableRowOf))).slice().buffer as ArrayBuffer);
    return book.worksheets[0] as excel.Worksheet;
  };
  const valuesOf = async (row: number) => ((await written()).getRow(row).values as unknown[]).slice(1);

  test('a row for every file; money is numbers, blank where there is none', async () => {
    expect(await valuesOf(2)).toEqual([
      ...['甲局', 2026, '已生成', 1234.5, 1000, 234.5, 34.5, 1200, 3, -0.1, 0, 2, '甲.xlsx', '甲.docx'],
    ]);
    const second = await valuesOf(3);
    expect([second[0], second[2], second[3], second[10], second[11], second[13]]).toEqual([
      ...['乙局', '有错误（旧文档请勿公开）', undefined, 3, 1, '乙.问题.txt'],
    ]);
    expect((await valuesOf(5))[13]).toBe('请另存为 .xlsx');
  });

  test('it can be sorted: a filter over all rows, the head frozen, numbers written as money', async () => {
    const sheet = await written();
    expect(sheet.name).toBe('总表');
    expect(sheet.autoFilter).toBe('A1:N6');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.getCell('D2').numFmt).toBe('#,##0.00');
  });

  test('nothing that findings say of a workbook is in it, and the same rows give the same bytes', async () => {
    const rows = [bad].map(tableRowOf);
    expect(JSON.stringify(rows)).not.toContain('没有登记');
    expect(await writeBatchTable(rows)).toEqual(await writeBatchTable(rows));
  });
});
