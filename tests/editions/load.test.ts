import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { compileTemplates } from '../../src/compile/compile.js';
import { EditionError, editionYears, loadEdition, loadEditionFrom } from '../../src/editions/load.js';
import { told } from '../compile/templates.js';
import { root as packageRoot } from '../support/samples.js';

const made: string[] = [];
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true });
});

/** A templates folder with these files. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'yusuan-editions-'));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const codes = '科目类别,科目编码,科目名称,出处\n功能分类,201,一般公共服务支出,表1\n功能分类,202,外交支出,表1\n';
const small = {
  'shared/document.hbs': '共用',
  'shared/a.hbs': '共用',
  'base/edition.json': '{"withoutSheets": ["commissioned"], "words": {"x": "底", "y": "底"}, "switches": {"on": true}}',
  'base/b.hbs': '底{{words.x}}{{words.y}}{{#if switches.on}}{{/if}}',
  'base/c.hbs': '底',
  '2027/edition.json': '{"year": 2027, "extends": "base", "classes": ["202"], "words": {"y": "年"}}',
  '2027/c.hbs': '年',
  '2027/codes.csv': codes,
};

describe('an edition stands on the folder that it extends, and that on shared', () => {
  const edition = loadEdition(folderWith(small), 2027);

  test('a template comes from the nearest folder that has it', () => {
    const origin = Object.fromEntries(edition.templates.map(({ name, file, source }) => [name, `${file} ${source}`]));
    expect(origin).toEqual({
      a: 'shared/a.hbs 共用',
      b: 'base/b.hbs 底{{words.x}}{{words.y}}{{#if switches.on}}{{/if}}',
      c: '2027/c.hbs 年',
      document: 'shared/document.hbs 共用',
    });
  });

  test('words and switches are put together, the nearer winning', () => {
    expect(edition.words).toEqual({ x: '底', y: '年' });
    expect(edition.switches).toEqual({ on: true });
  });

  test('sheets and classes are the nearest that are told', () => {
    expect(edition.sheets).not.toContain('commissioned');
    expect(edition.sheets).toContain('headcount');
    expect(edition.classes).toEqual([{ code: '202', name: '外交支出' }]);
  });

  test('a folder without edition.json is no edition', () => {
    const root = folderWith({ ...small, '2028/a.hbs': '' });
    expect(editionYears(root)).toEqual([2027]);
  });
});

test('a word of the folder behind may go unused when its template is replaced', () => {
  const root = folderWith({ ...small, '2027/b.hbs': '年' });
  expect(loadEdition(root, 2027).words).toEqual({ x: '底', y: '年' });
});

test('an office keeps its own folder anywhere, and extends one of ours', () => {
  const root = folderWith(small);
  const own = folderWith({ 'ours/edition.json': '{"extends": "2027", "words": {"x": "本局"}}', 'ours/a.hbs': '本局' });
  const edition = loadEditionFrom(join(own, 'ours'), root);
  expect(edition.year).toBe(2027);
  expect(edition.words).toEqual({ x: '本局', y: '年' });
  expect(edition.templates.find(({ name }) => name === 'a')?.file).toBe('ours/a.hbs');
  expect(edition.codes).toHaveLength(2);
});

describe('a mistake in an edition folder is told with file and line', () => {
  const mistakes: readonly (readonly [kind: string, files: Readonly<Record<string, string>>, says: string])[] = [
    [
      'no JSON',
      { '2027/edition.json': '{\n"year": 2027\n"classes": []}' },
      '2027/edition.json 第 3 行：不是正确的 JSON',
    ],
    ['cut off', { '2027/edition.json': '{"year": 2027,\n' }, '2027/edition.json 第 2 行：不是正确的 JSON'],
    ['no group', { '2027/edition.json': '[]' }, '2027/edition.json 第 1 行：应为一组'],
    [
      'a misspelt member',
      { '2027/edition.json': '{"year": 2027,\n\n"clases": ["201"]}' },
      '2027/edition.json 第 3 行：没有名为“clases”的项，最接近的是“classes”。',
    ],
    [
      'a sheet that is none',
      { '2027/edition.json': '{"year": 2027, "classes": ["201"],\n"withoutSheets": ["comissioned"]}' },
      '2027/edition.json 第 2 行：“withoutSheets”中的“comissioned”不是工作簿的表。',
    ],
    [
      'a column that is none',
      { '2027/edition.json': '{"year": 2027, "classes": ["201"], "withoutColumns":\n{"projects": ["perod"]}}' },
      '2027/edition.json 第 2 行：“withoutColumns”中的“perod”不是表“projects”的列。',
    ],
    [
      'a class that is no code',
      { '2027/edition.json': '{"year": 2027, "classes": ["2010"]}' },
      '“classes”应为支出功能分类各类的 3 位编码',
    ],
    [
      'a class without a name',
      { '2027/edition.json': '{"year": 2027, "classes": ["201",\n"203"]}' },
      '2027/edition.json 第 2 行：类 203 在 2027/codes.csv 中没有名称。',
    ],
    ['a switch that is no yes or no', { '2027/edition.json': '{\n"switches": {"a": 1}}' }, '第 2 行：“switches”应为'],
    [
      'a misspelt word',
      {
        'base/edition.json': '{"words": {"x": "底", "y": "底"},\n"switches": {"on": true}}',
        '2027/edition.json': '{"year": 2027, "extends": "base", "classes": ["202"],\n"words": {"x": "年", "yy": "年"}}',
      },
      '2027/edition.json 第 2 行：“words”中的“yy”没有模板用到',
    ],
    [
      'a misspelt switch',
      { '2027/edition.json': '{"year": 2027, "extends": "base", "classes": ["202"],\n"switches": {"onn": false}}' },
      '2027/edition.json 第 2 行：“switches”中的“onn”没有模板用到',
    ],
    ['a word that is no text', { '2027/edition.json': '{"words": {"a": 1}}' }, '“words”应为 {"名称": "用语"}。'],
    ['no year', { '2027/edition.json': '{"classes": ["201"]}' }, '2027/edition.json：缺少“year”。'],
    ['no classes', { '2027/edition.json': '{"year": 2027}' }, '2027/edition.json：缺少“classes”。'],
    [
      'a base that does not exist',
      { '2027/edition.json': '{"year": 2027,\n"extends": "2206"}' },
      '2027/edition.json 第 2 行：“extends”的“2206”不是表样文件夹，可用的有 2027、base、shared。',
    ],
    [
      'a base outside the templates folder',
      { '2027/edition.json': '{"year": 2027, "extends": "../base"}' },
      '“extends”的“../base”不是表样文件夹',
    ],
    ['a circle', { 'base/edition.json': '{"extends": "2027"}' }, '“extends”绕了一圈又回到这个文件夹。'],
    [
      'a code without a name',
      { '2027/codes.csv': `${codes}功能分类,203,,表1\n` },
      '2027/codes.csv 第 4 行：“功能分类,203,,表1”应为：科目类别,科目编码,科目名称,出处。',
    ],
  ];

  test.each(mistakes)('%s', (_, files, says) => {
    const root = folderWith({ ...small, ...files });
    expect(told(() => loadEdition(root, 2027))).toContain(says);
    expect(() => loadEdition(root, 2027)).toThrow(EditionError);
  });

  test('a folder that is not there, and one without edition.json', () => {
    const root = folderWith({ ...small, '2028/a.hbs': '' });
    expect(told(() => loadEdition(root, 2029))).toContain('没有这个表样文件夹。');
    expect(told(() => loadEdition(root, 2028))).toBe('2028/edition.json：读不到这个文件。');
  });

  test('no names of codes anywhere', () => {
    const { '2027/codes.csv': _, ...without } = small;
    expect(told(() => loadEdition(folderWith(without), 2027))).toBe('2027/codes.csv：缺少科目名称文件。');
  });
});

describe('the editions of this package', () => {
  const root = join(packageRoot, 'templates');

  test.each(editionYears(root))('%i: all its templates name what there is', (year) => {
    const edition = loadEdition(root, year);
    expect(edition.year).toBe(year);
    expect(() => compileTemplates(edition)).not.toThrow();
  });

  test('2025 has no class 234, its neighbours have', () => {
    const codesOf = (year: number) => loadEdition(root, year).classes.map(({ code }) => code);
    expect([2024, 2025, 2026].map((year) => codesOf(year).includes('234'))).toEqual([true, false, true]);
  });

  test('委托业务费 belongs to 2026 only, 人员情况 to the years before', () => {
    const has = (sheet: 'commissioned' | 'headcount' | 'innerOffices') =>
      [2024, 2025, 2026].map((year) => loadEdition(root, year).sheets.includes(sheet));
    expect(has('commissioned')).toEqual([false, false, true]);
    expect(has('headcount')).toEqual([true, true, false]);
    expect(has('innerOffices')).toEqual([true, true, false]);
  });
});
