/** Pictures as templates declare them: which bars, how long, in what order, and what is refused. */
import { describe, expect, test } from '@jest/globals';
import { MarkupError } from '../../src/document/element.js';
import { parsePictures } from '../../src/document/pictures.js';
import type { Figure } from '../../src/figures/figure.js';

const amounts: Readonly<Record<string, string>> = { 多: '990000', 少: '10000', 零: '0' };
const printed = new Map(
  Object.entries(amounts).map(([id, exact]) => [id, { kind: 'figure', id, exact } as unknown as Figure]),
);
const value = (id: string) => `<value><data id="${id}">${id}数</data></value>`;
const bar = (id: string) => `<bar label="${id}">${value(id)}</bar>`;
const picture = (inner: string, attributes = '') =>
  parsePictures(`<picture title="图"${attributes}>${inner}<p>一句话。</p></picture>`, printed)[0];

describe('a picture', () => {
  test('of one class of 99 % keeps the other to be seen, and a zero has no length', () => {
    const bars = picture(['多', '少', '零'].map(bar).join(''))?.bars;
    expect(bars?.map(({ label, values }) => [label, values[0]?.text, values[0]?.length])).toEqual([
      ['多', '多数', 1],
      ['少', '少数', 10000 / 990000],
      ['零', '零数', 0],
    ]);
  });

  test('of nothing but zeros, and of nothing at all, is one all the same', () => {
    expect(picture(bar('零'))?.bars[0]?.values[0]?.length).toBe(0);
    expect(picture('')?.bars).toEqual([]);
  });

  test('is ordered and cut only where the form says so', () => {
    const labels = (attributes: string) =>
      picture(['零', '少', '多'].map(bar).join(''), attributes)?.bars.map(({ label }) => label);
    expect(labels('')).toEqual(['零', '少', '多']);
    expect(labels(' order="amount" most="2"')).toEqual(['多', '少']);
  });

  test('of two years has two lengths on one scale', () => {
    const bars = picture(`<bar label="甲">${value('少')}${value('多')}</bar>`, ' series="2026年 2025年"')?.bars;
    expect(bars?.[0]?.values.map(({ length }) => length)).toEqual([10000 / 990000, 1]);
  });

  test.each([
    ['a value that is no figure', '<bar label="甲"><value>12.00</value></bar>', ''],
    ['a value that is missing', bar('多'), ' series="2026年 2025年"'],
    ['an order that there is not', bar('多'), ' order="size"'],
    ['anything else in it', '<table/>', ''],
  ])('refuses %s', (_, inner, attributes) => {
    expect(() => picture(inner, attributes)).toThrow(MarkupError);
  });
});
