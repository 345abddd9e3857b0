/** Numbers that the form counts. */
import { describe, expect, test } from '@jest/globals';
import { grammarOf } from '../../src/compile/grammar.js';
import { partNumbersOf } from '../../src/compile/parts.js';
import type { Node } from '../../src/document/grammar.js';
import { type Sources, templatesOf, told, tree } from '../compile/templates.js';
import { blocksOf, textOf } from '../support/document.js';

const section = (blocks: string) => `<section>${blocks}</section>`;
const printed = (blocks: string, view = {}) =>
  blocksOf(tree(section(blocks), view)).map((block) => ('inlines' in block ? textOf(block.inlines) : ''));

describe('as they are printed', () => {
  test('tables throughout, sections within a part, parts of a section within it', () => {
    const table = '<p style="tableNumber" number="表1"/><h2 for="table" contents-number="一、">收入表</h2>';
    const one = '<h2 number="一、">甲</h2><h3 number="（一）">乙</h3><h3 number="（一）">丙</h3>';
    expect(printed(`<h1>部分</h1>${table}${table}<h1>部分</h1>${table}${one}${one}`)).toEqual(
      '部分 表1 收入表 表2 收入表 部分 表3 收入表 二、甲 （一）乙 （二）丙 三、甲 （一）乙 （二）丙'.split(' '),
    );
  });

  test('the number of a title stands in the contents only', () => {
    const [heading] = blocksOf(
      tree(section('<h2 for="table" contents-number="一、">{{name}}表</h2>'), { name: '收入' }),
    );
    expect(heading).toMatchObject({ contents: '一、收入表', inlines: [{ text: '收入表' }] });
  });

  test('what is not printed is not counted', () => {
    const blocks = '{{#if isDepartment}}<h2 number="一、">甲</h2>{{/if}}<h2 number="一、">\n  乙\n</h2>';
    expect(printed(blocks, { isDepartment: true })).toEqual(['一、甲', '二、乙']);
    expect(printed(blocks, { isDepartment: false })).toEqual(['一、乙']);
  });

  test('numbers written by hand among those that are counted are refused, in one part', () => {
    const counted = '<h2 number="一、">甲</h2>';
    const numbers = '<p style="tableNumber" number="表1"/>\n<p style="tableNumber">表2</p>';
    expect(told(() => printed(`${counted}\n<h2>二、乙</h2>`))).toBe(
      '2027/document.hbs 第 2 行：同一部分的 <h2>要么都写 number 由表样编号，要么都手写；这一个与前面的不同。',
    );
    expect(told(() => printed(numbers))).toContain('第 2 行：表号要么都写 number');
    expect(printed(`<h2>一、乙</h2><h1>部分</h1>${counted}<h3>丙</h3>`)).toEqual(['一、乙', '部分', '一、甲', '丙']);
  });

  test('a number that says no numeral, and one where none is counted, are refused with their place', () => {
    expect(told(() => printed('\n<h2 number="甲、">乙</h2>'))).toBe(
      '2027/document.hbs 第 2 行：编号“甲、”应写成第一个的样子，如“一、”“（一）”“表1”。',
    );
    expect(told(() => printed('<h1 number="一、">乙</h1>'))).toContain('<h1> 不能编号');
  });
});

const form = (sources: Sources) => ({ templates: templatesOf(sources), words: {}, switches: {}, classes: [] });
const numbers = (node: Node): string[] => {
  if (node.kind === 'tag')
    return [...(node.number ? [node.number.text || '?'] : []), ...node.children.flatMap(numbers)];
  if (node.kind === 'choice') return node.branches.flat().flatMap(numbers);
  return node.kind === 'repeat' ? node.body.flatMap(numbers) : [];
};
const known = (blocks: string) => grammarOf(form({ document: section(blocks) })).nodes.flatMap(numbers);

describe('as they are known beforehand', () => {
  const heading = '<h2 number="一、">甲</h2>';

  test('alternatives that count alike leave them known, others and lists do not', () => {
    expect(known(`${heading}{{#if isDepartment}}${heading}{{else}}${heading}{{/if}}${heading}`)).toEqual(
      '一、 二、 二、 三、'.split(' '),
    );
    expect(known(`{{#if isDepartment}}${heading}{{/if}}${heading}`)).toEqual(['一、', '?']);
    expect(known(`${heading}{{#each duties}}${heading}{{/each}}${heading}`)).toEqual(['一、', '?', '?']);
    expect(known(`{{#each duties}}<p>{{this}}</p>{{/each}}${heading}`)).toEqual(['一、']);
  });

  test('by the template that prints each', () => {
    const sources = {
      document: section('<h1>部分</h1>{{> other}}{{> last}}'),
      other: '<h2 number="一、">甲</h2>{{> assets}}',
      assets: '<h3 number="（一）">乙</h3><h3 number="（一）">丙</h3>',
      last: '<h2 number="一、">丁</h2><p style="tableNumber" number="表1"/>',
    };
    expect(partNumbersOf({ ...form(sources), year: 2027, codes: [], sheets: [], withoutColumns: {} })).toEqual({
      other: '一',
      assets: '一（一）',
      last: '二',
    });
  });
});
