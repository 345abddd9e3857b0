import { describe, expect, test } from '@jest/globals';
import { MarkupError } from '../../src/document/element.js';
import type { Table } from '../../src/document/tree.js';
import { type Sources, told, tree } from '../compile/templates.js';

const page = (table: string) => `<section>\n${table}\n</section>`;

function tableOf(template: string, view: Parameters<typeof tree>[1] = {}): Table {
  const [table] = tree(page(template), view).sections.flatMap(({ blocks }) => blocks);
  if (table?.kind !== 'table') throw new Error('no table');
  return table;
}

const words = (row: Table['head'][number] | undefined) =>
  (row?.cells ?? []).map(({ inlines }) => inlines.map((run) => (run.kind === 'text' ? run.text : '↵')).join(''));

const two = '<table widths="1 1">\n';

describe('the grid of a table', () => {
  test('spans are counted: every place is covered once', () => {
    const table = tableOf(`${two}<thead>
      <tr><th rowspan="2">a</th><th>b</th></tr>
      <tr><th>c</th></tr>
    </thead><tbody><tr><td colspan="2">d</td></tr></tbody></table>`);
    expect(table.head.map(words)).toEqual([['a', 'b'], ['c']]);
    expect(table.body.map(words)).toEqual([['d']]);
  });

  const mistakes = [
    [
      'a head that is wider than the body',
      `${two}<thead><tr><th>a</th><th>b</th><th>c</th></tr></thead></table>`,
      '表头第 1 行多出单元格',
    ],
    [
      'a body row that is short',
      `${two}<tbody><tr><td>a</td><td>b</td></tr><tr><td>a</td></tr></tbody></table>`,
      '表体第 2 行缺少单元格',
    ],
    [
      'a cell under one that reaches down',
      `${two}<tbody><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>`,
      '表体第 2 行多出单元格',
    ],
    [
      'a cell that reaches below the table',
      `${two}<tbody><tr><td rowspan="2">a</td><td rowspan="2">b</td></tr></tbody></table>`,
      '表体的 rowspan 超出了行数',
    ],
  ] as const;

  test.each(mistakes)('%s is told with the file and line of the table', (_, table, says) => {
    const message = told(() => tree(page(table)));
    expect(message).toContain('2027/document.hbs 第 2 行：<table> 的');
    expect(message).toContain(says);
    expect(() => tree(page(table))).toThrow(MarkupError);
  });

  test('the line is that of the table in the partial that prints it', () => {
    const sources: Sources = {
      document: '<section>\n\n\n{{> tables/one}}</section>',
      'tables/one': '\n<table widths="1 1"><tbody>{{> row}}</tbody></table>',
      row: '<tr><td>a</td></tr>',
    };
    expect(told(() => tree(sources))).toBe(
      '2027/tables/one.hbs 第 2 行：<table> 的表体第 1 行缺少单元格，与 widths 的 2 列不符。',
    );
  });

  test('widths must be there and be numbers', () => {
    expect(told(() => tree(page('<table><tbody></tbody></table>')))).toContain('第 2 行：<table> 的 widths 应为');
    expect(told(() => tree(page('<table widths="9 x"><tbody></tbody></table>')))).toContain('widths 应为');
  });

  test('a span must be a positive whole number', () => {
    const cell = `${two}<tbody>\n<tr><td colspan="0">a</td></tr></tbody></table>`;
    expect(told(() => tree(page(cell)))).toContain('第 4 行：<td> 的 colspan 应为正整数');
  });
});

test('two lists stand side by side, the shorter filled up', () => {
  const table = tableOf(
    `${two}<side-by-side><tbody>{{#each duties}}<tr><td>{{this}}</td></tr>{{/each}}</tbody><tbody><tr><td>b</td></tr></tbody></side-by-side></table>`,
    { duties: ['一', '二', '三'] },
  );
  expect(table.body.map(words)).toEqual([
    ['一', 'b'],
    ['二', ''],
    ['三', ''],
  ]);
});

test('head cells are centred and bold, figures stand right, a caption has no border', () => {
  const table = tableOf(
    `${two}<thead><tr class="caption"><th>a</th><th class="n">b</th></tr><tr><th>c</th><th>d</th></tr></thead><tbody><tr class="b"><td>e</td><td class="n">1</td></tr></tbody></table>`,
  );
  const looks = [...table.head, ...table.body].map((row) =>
    row.cells.map(({ align, bold, border }) => `${align}${bold ? ' bold' : ''}${border ? '' : ' open'}`),
  );
  expect(looks).toEqual([
    ['left open', 'right open'],
    ['center bold', 'center bold'],
    ['left bold', 'right bold'],
  ]);
});
