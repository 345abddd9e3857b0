/** A package as others give it: what is consistent with its own fields is read, everything else is told or refused. */
import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import type { PublishedData } from '../../../src/writers/data/fields.js';
import { dataFiles } from '../../../src/writers/data/index.js';
import { isDataPackage, readDataPackage } from '../../../src/writers/data/read.js';

const amount = { unit: '万元', value: '4360.97', yuan: '43609700', text: '4,360.97' };
const data: PublishedData = {
  ...{ year: '2026', entity: '某某局', kind: '部门', indicators: [], goals: [] },
  figures: [
    { number: '1', id: '甲', printed: 'true', ...amount, rule: 'sum', inputs: '2' },
    { number: '2', id: '乙', printed: 'false', text: '', unit: '%', value: '51.36', rule: 'stated' },
  ],
  tables: [
    {
      number: '1',
      table: '1',
      title: '收支总体情况表',
      row: '合计',
      column: '预算数',
      ...amount,
      unit: '',
      figure: '甲',
    },
    { number: '2', table: '1', title: '收支总体情况表', row: '其他', column: '预算数', text: '', value: '' },
  ],
  texts: [{ number: '1', title: '一、主要职能', text: '他说“好”，\n"行"' }],
};
const files = (): Record<string, string> => Object.fromEntries(dataFiles(data));
type Files = Readonly<Record<string, string | Uint8Array>>;
const zipped = (parts: Files): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
const read = (parts: Files) => readDataPackage(zipped(parts));
/** With a text of one of the files replaced. */
function changed(name: string, from: string | RegExp, to: string): Files {
  const text = files()[name] ?? '';
  const other = text.replace(from, to);
  expect(other).not.toBe(text);
  return { ...files(), [name]: other };
}
const reasonOf = (parts: Files): string => {
  const result = read(parts);
  return result.ok ? '' : result.reason;
};

describe('what is read', () => {
  test('as it was written, wherever its files lie', () => {
    const whole = read(files());
    const rows = whole.ok ? whole.data : undefined;
    expect(rows?.texts[0]?.text).toBe('他说“好”，\n"行"');
    expect(rows?.tables[1]).toMatchObject({ row: '其他', value: '' });
    const inFolder = Object.fromEntries(Object.entries(files()).map(([name, text]) => [`数据/${name}`, text]));
    expect(isDataPackage(zipped(inFolder))).toBe(true);
    expect(read(inFolder)).toEqual(whole);
    const moved = files();
    const descriptor = (moved['datapackage.json'] ?? '').replaceAll(/"path": "/g, '"path": "csv/');
    const below = Object.entries(moved).map(([name, text]) => [name.endsWith('.csv') ? `csv/${name}` : name, text]);
    expect(read({ ...Object.fromEntries(below), 'datapackage.json': descriptor })).toEqual(whole);
  });

  test('saved again by Excel: TRUE, numbers without their last zeros, lines of another system', () => {
    expect(read(changed('figures.csv', ',true,', ',TRUE,'))).toMatchObject({ ok: true });
    expect(read(changed('tables.csv', /\r\n/g, '\n'))).toMatchObject({ ok: true });
    expect(read(changed('figures.csv', ',43609700,', ',43609700.00,'))).toMatchObject({ ok: true });
  });

  test('of a later minor version, which is told; of an earlier one without its later files', () => {
    const newer = read(changed('datapackage.json', /"version": "1\.\d+\.0"/, '"version": "1.99.0"'));
    expect(newer.ok && newer.notices.join()).toContain('1.99.0');
    const descriptor = JSON.parse(files()['datapackage.json'] ?? '');
    const resources = descriptor.resources.filter(({ name }: { name: string }) => ['figures', 'tables'].includes(name));
    const early = read({
      ...files(),
      'datapackage.json': JSON.stringify({ ...descriptor, version: '1.0.0', resources }),
    });
    expect(early.ok && early.data.texts).toEqual([]);
  });
});

describe('what is refused, with its place', () => {
  test.each<[what: string, file: string, from: string | RegExp, to: string, said: string]>([
    ['words for a number', 'tables.csv', '4360.97', '四千', 'tables.csv 第 2 行“value”列：“四千”不是数'],
    [
      '元 that are another amount',
      'figures.csv',
      '43609700',
      '53609700',
      'figures.csv 第 2 行“value”列：“4360.97”与“yuan”列',
    ],
    ['a text that is another amount', 'tables.csv', '"4,360.97"', '"4,360.98"', '与所印文字 “4,360.98” 不是同一个数'],
    [
      'an amount that has got lost',
      'tables.csv',
      ',4360.97,43609700,',
      ',,,',
      '空白与所印文字 “4,360.97” 不是同一个数',
    ],
    ['元 alone', 'tables.csv', ',"4,360.97",4360.97,43609700,', ',,,43609700,', '空白，而“yuan”列有 43609700 元'],
    ['a number twice', 'figures.csv', '部门,2,', '部门,1,', 'figures.csv 第 3 行“number”列：“1”与第 2 行重复'],
    ['no unit', 'figures.csv', ',万元,', ',,', 'figures.csv 第 2 行“unit”列：不能为空'],
    ['a year that is none', 'figures.csv', '2026,某某局,部门,1', '26,某某局,部门,1', '“26”不是四位的年度'],
    ['a cell whose figure is not there', 'tables.csv', ',甲\r\n', ',丙\r\n', 'figures.csv 里没有编号 “丙”'],
    ['an input that is not there', 'figures.csv', ',sum,2', ',sum,9', '没有序号为 “9” 的行'],
    ['a row that is too long', 'tables.csv', ',甲\r\n', ',甲,多\r\n', 'tables.csv 第 2 行有 '],
    ['a column that is not there', 'tables.csv', ',value,', ',amount,', 'tables.csv 没有“value”列'],
    ['two columns of a name', 'tables.csv', ',value,', ',yuan,', '两列都叫“yuan”'],
    ['quotes that do not close', 'texts.csv', '"行""', '行"x', 'texts.csv 第 2 行的引号不成对'],
    ['another kind', 'figures.csv', /部门/g, '机构', '几个部门'],
    ['another version', 'datapackage.json', /"version": "1/, '"version": "2', '2'],
    ['a file that is not there', 'datapackage.json', 'tables.csv', '表.csv', '写了 表.csv，压缩包里没有'],
    ['no JSON', 'datapackage.json', '{', '', '不是 JSON'],
  ])('%s', (_, file, from, to, said) => {
    expect(reasonOf(changed(file, from, to))).toContain(said);
  });

  test('another encoding: nothing is read as other characters', () => {
    const gbk = new Uint8Array([0xc4, 0xea, 0xb6, 0xc8, 0x2c, 0xb2, 0xbf, 0xc3, 0xc5]);
    expect(reasonOf({ ...files(), 'tables.csv': gbk })).toContain('tables.csv 不是 UTF-8 编码的');
  });

  test('many faults: the first, and how many more', () => {
    const tables = Array.from({ length: 9 }, (_, at) => ({ ...data.tables[0], number: `${at + 1}`, value: '坏' }));
    expect(reasonOf(Object.fromEntries(dataFiles({ ...data, tables })))).toMatch(/(\n.*不是数。){5}\n {2}另有 4 处。/);
  });
});
