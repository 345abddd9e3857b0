/** One name is one thing: what is registered twice, in whatever spelling, is an error that names both cells. */

import { describe, expect, test } from '@jest/globals';
import { layout } from '../src/workbook/layout/layout.js';
import type { Book } from './support/book.js';

import { sampleBook } from './support/book.js';

/** Spellings that names are resolved alike by: width, spaces, quotes. */
const otherSpelling = (name: string): string =>
  `${name} `.replaceAll('（', '(').replaceAll('）', ')').replace(/^(.)/, '$1 ');

/** Every sheet that registers names, with the column of the name. */
const registers = [
  ['预算单位', '单位名称'],
  ['项目信息', '项目名称'],
  ['项目绩效目标', '项目名称'],
  ['补充名词解释', '名词'],
] as const;

const twice = (book: Book, sheet: string, column: string): Book => {
  const rows = book.rows(sheet);
  if (rows.length === 0) book.add(sheet, { 名词: '某（某）词', 解释: '指某。' }); // a sheet that the sample leaves empty
  const row = book.row(sheet, 1);
  const others = { ...(row.是否本级 && { 是否本级: '否' }), ...(row.项目说明顺序 && { 项目说明顺序: '' }) };
  return book.add(sheet, { ...row, [column]: otherSpelling(row[column] ?? ''), ...others });
};

describe('registered twice in two spellings', () => {
  test.each(registers)('%s: both cells are named', (sheet, column) => {
    const book = twice(sampleBook('2026-department'), sheet, column);
    const found = book.examine().findings.find(({ code, at }) => code === 'R05' && at?.sheet === sheet);
    expect(found?.severity).toBe('error');
    expect(found?.at).toEqual(book.at([sheet, book.rows(sheet).length, column]));
    expect(found?.related).toEqual([book.at([sheet, 1, column])]);
  });

  test.each(registers)('%s: two names that differ are two things', (sheet, column) => {
    const book = twice(sampleBook('2026-department'), sheet, column);
    book.set(sheet, book.rows(sheet).length, { [column]: '另一个名称' });
    expect(book.examine().findings.filter(({ code }) => code === 'R05')).toEqual([]);
  });
});

/** As an attack found it: withheld in one spelling, public in the other. */
test.each(['公开', '不予公开'])('a project registered as %s and otherwise: nothing of it is quoted', (first) => {
  const marker = '机密标记';
  const book = sampleBook('2026-unit');
  const unit = book.row('项目信息', 1).预算单位 ?? '';
  const second = first === '公开' ? '不予公开' : '公开';
  const row = (name: string, disclosure: string) => ({
    ...{ 预算单位: unit, 项目名称: name, 是否公开: disclosure, 设立的政策依据: marker, 资金分配情况: marker },
    ...{ 资金执行时间: marker },
  });
  book.add('项目信息', row('甲子设备(一期)', first), row('甲子设备（一期）', second));
  book.add('项目支出', {
    预算单位: unit,
    项目名称: '甲子设备（一期）',
    功能科目编码: marker,
    资金来源: marker,
    [layout.projectSpending.columns.c310.header]: marker,
  });
  const { findings, facts } = book.examine();
  expect(findings.map(({ code }) => code)).toContain('R05');
  expect(JSON.stringify(findings)).not.toContain(marker);
  const texts = facts.projects.flatMap(({ policyBasis, allocation, period }) => [policyBasis, allocation, period]);
  expect(JSON.stringify(texts)).not.toContain(marker);
});
