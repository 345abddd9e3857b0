import { describe, expect, test } from '@jest/globals';
import { chineseNumber } from '../../src/document/helpers.js';
import { count, type Figure, share, sumOfCells } from '../../src/figures/figure.js';
import { print } from '../compile/templates.js';
import { readMoney } from './money.js';

const at = { sheet: '表', row: 2, column: 3 };
const wan = (id: string, yuan: string) => sumOfCells(id, [{ amount: readMoney(yuan), at }]);

/** Prints one figure as `compared.basic.now`; the mark around it taken away. */
function printed(template: string, figure: Figure): string {
  const view = { procurement: { total: figure } } as unknown as Parameters<typeof print>[1];
  return print(template, view).replace(/<\/?data[^>]*>/g, '');
}

describe('figures as they are printed', () => {
  test('an amount in a sentence has two decimals and thousands separators, zero too', () => {
    expect(printed('{{amount procurement.total}}', wan('a', '43609650'))).toBe('4,360.97');
    expect(printed('{{amount procurement.total}}', wan('a', '0'))).toBe('0.00');
  });

  test('a zero in a table is blank; what rounds to zero is not', () => {
    expect(printed('{{cell procurement.total}}', wan('a', '0'))).toBe('');
    expect(printed('{{cell procurement.total}}', wan('a', '12'))).toBe('0.00');
  });

  test('a plain amount has no closing zeros', () => {
    expect(printed('{{plainAmount procurement.total}}', wan('a', '20000'))).toBe('2');
    expect(printed('{{plainAmount procurement.total}}', wan('a', '1025000'))).toBe('102.5');
    expect(printed('{{plainAmount procurement.total}}', wan('a', '2000000'))).toBe('200');
  });

  test('a share has its percent sign', () => {
    expect(printed('{{percent procurement.total}}', share('s', wan('a', '10000'), wan('b', '30000')))).toBe('33.33%');
  });

  test('what a figure is printed with must fit its unit', () => {
    expect(() => printed('{{percent procurement.total}}', wan('a', '1'))).toThrow('单位是万元');
    expect(() => printed('{{amount procurement.total}}', count('c', 3, 'count', []))).toThrow('单位是个');
  });

  test('a figure takes its id along, and is noted as printed', () => {
    const figure = wan('政府采购/合计 <1>', '20000');
    const markup = print('{{amount procurement.total}}', { procurement: { total: figure } } as never);
    expect(markup).toBe('<data id="政府采购/合计 &lt;1&gt;">2.00</data>');
  });
});

test('of two parts the first is printed first or last', () => {
  const parts = (flag: string) => `{{#putFirst ${flag}}}total{{else}}{{#each duties}}{{this}}{{/each}}{{/putFirst}}`;
  const view = { duties: ['甲', '乙'], isDepartment: false };
  expect(print(parts('switches.numbered'), view)).toBe('total甲乙');
  expect(print(parts('isDepartment'), view)).toBe('甲乙total');
});

test('positions are counted from 1, or after what stands before', () => {
  const view = { duties: ['甲', '乙'] };
  expect(print('{{#each duties}}{{number @index}}{{this}}{{/each}}', view)).toBe('1甲2乙');
  expect(print('{{#each duties}}{{chineseNumber @index 9}}{{/each}}', view)).toBe('十十一');
});

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [99, '九十九'],
])('%i is %s', (value, word) => {
  expect(chineseNumber(value)).toBe(word);
});

test('join puts the separator between the lines that printed something', () => {
  const template = `{{#join "、"}}
    {{#each duties}}
      {{this}}
    {{/each}}
    {{#if isDepartment}}末{{/if}}
  {{/join}}`;
  expect(print(template, { duties: ['甲', '乙'], isDepartment: false })).toBe('甲、乙');
  expect(print(template, { duties: [], isDepartment: true })).toBe('末');
});
