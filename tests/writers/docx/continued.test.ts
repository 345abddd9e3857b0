/** A table that runs over pages is named again on each of them (FORM row-5). */
import { describe, expect, test } from '@jest/globals';
import type { Block, Section } from '../../../src/document/tree.js';
import { collectEntries } from '../../../src/writers/docx/contents.js';
import { planOf } from '../../../src/writers/docx/plan.js';
import {
  cell,
  elements,
  heading,
  paragraph,
  row,
  section,
  smallTable,
  statement,
  textOf,
  tree,
  writtenParts,
} from './tree.js';

const rows = (count: number) => Array.from({ length: count }, () => row(cell('行政运行'), cell('1.00')));
const numbered = (count: number, number = '表7'): Block[] => [
  paragraph(number, 'tableNumber'),
  heading(2, '某某支出情况表', '七、某某支出情况表', true),
  statement([1, 1], [row(cell('科目'), cell('合计'))], rows(count)),
];
const continuedOf = (...sections: Section[]) => {
  const document = tree(...sections);
  return planOf(document, collectEntries(document), undefined).sections.map(({ continued }) => continued);
};

/** What the headers of a section say, by the pages that they are for. */
function headers(sectPr: string, parts: ReadonlyMap<string, string>): Record<string, string> {
  const rels = parts.get('word/_rels/document.xml.rels') ?? '';
  return Object.fromEntries(
    [...sectPr.matchAll(/<w:headerReference w:type="(\w+)" r:id="(\w+)"\/>/g)].map(([, type = '', id]) => {
      const target = rels.match(new RegExp(`Id="${id}"[^>]*Target="([^"]*)"`))?.[1];
      return [type, textOf(parts.get(`word/${target}`) ?? '')];
    }),
  );
}

describe('a table that runs over pages', () => {
  test.each(['portrait', 'landscape'] as const)(
    'is named on later pages, not on its first, nor after it: %s',
    async (orientation) => {
      const document = tree(section(numbered(60), { orientation }), section(numbered(1, '表8'), { orientation }));
      const parts = await writtenParts(document);
      const [long = '', short = ''] = elements(parts.get('word/document.xml') ?? '', 'w:sectPr');
      const number = orientation === 'landscape' ? '—  —' : '';
      const line = `${number}续表7\u3000某某支出情况表`;
      expect(headers(long, parts)).toEqual({ default: line, even: line, first: number });
      expect(headers(short, parts)).toEqual({ default: number, even: number });
      expect([long, short].map((sectPr) => sectPr.includes('<w:titlePg/>'))).toEqual([true, false]);
    },
  );

  test('that fits on its page is not', async () => {
    expect(continuedOf(section(numbered(10)))).toEqual([undefined]);
  });

  test.each([
    ['has no number', [heading(3, '绩效目标表', false, true), ...numbered(60).slice(2)]],
    ['is one of several', [...numbered(60), smallTable()]],
  ])('that %s is not', (_, blocks) => {
    expect(continuedOf(section(blocks))).toEqual([undefined]);
  });
});

describe('the side of the number on its first page', () => {
  const lines = (count: number) => Array.from({ length: count }, () => paragraph('一行。'));

  test.each([
    [22, 'even'],
    [23, 'odd'],
    [44, 'odd'],
    [45, 'even'],
  ])('after %i lines, 22 a page: %s', (count, side) => {
    expect(continuedOf(section(lines(count)), section(numbered(60)))[1]?.firstPage).toBe(side);
  });

  test('counts the pages of the tables before it', () => {
    const [first, second, third] = continuedOf(section(numbered(60)), section(numbered(1)), section(numbered(60)));
    expect([first?.firstPage, second, third?.firstPage]).toEqual(['odd', undefined, 'even']);
  });

  test('is that of the laid-out copy where there is one', () => {
    const document = tree(section(lines(10)), section(numbered(60)));
    const entries = collectEntries(document);
    const sideAt = (page: number) =>
      planOf(document, entries, new Map([['_Toc00000001', page]])).sections[1]?.continued?.firstPage;
    expect([sideAt(4), sideAt(7)]).toEqual(['even', 'odd']);
  });
});
