/** No printed figure runs into a letter or digit of a name, and no list mark into a digit, in any edition. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Block, DocumentTree, Inline } from '../../src/document/tree.js';
import { compose } from '../../src/index.js';
import type { Book, Row } from '../support/book.js';
import { addProject, smallBook, smallUnit } from '../support/small.js';

const sticky = /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]/;

/** What runs together in one paragraph: a figure with its neighbours, or (a name in a cell has none) the list mark with what follows. */
function gluedIn(inlines: readonly Inline[], inCell = false): string[] {
  const text = inlines.map((inline) => (inline.kind === 'text' ? inline.text : '\n')).join('');
  const found = /^[0-9０-９]{1,3}[.．](?=[0-9０-９])/.test(text) && !inCell ? [text] : [];
  let at = 0;
  for (const inline of inlines) {
    const length = inline.kind === 'text' ? inline.text.length : 1;
    const isFigure = inline.kind === 'text' && inline.figure !== undefined;
    if (isFigure && (sticky.test(text[at - 1] ?? '') || sticky.test(text[at + length] ?? ''))) found.push(text);
    at += length;
  }
  return found;
}

const inlinesOf = (block: Block): (readonly Inline[])[] =>
  block.kind === 'table'
    ? [...block.head, ...block.body].flatMap(({ cells }) => cells.map((cell) => cell.inlines))
    : 'inlines' in block
      ? [block.inlines]
      : [];

const gluedInBlock = (block: Block): string[] =>
  inlinesOf(block).flatMap((inlines) => gluedIn(inlines, block.kind === 'table'));

const glued = (tree: DocumentTree): string[] => tree.sections.flatMap(({ blocks }) => blocks.flatMap(gluedInBlock));

const texts = (tree: DocumentTree): string =>
  tree.sections
    .flatMap(({ blocks }) => blocks.flatMap(inlinesOf))
    .map((inlines) => inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join(''))
    .join('\n');

const ends = [
  '0710193B1',
  '3710004',
  '2022年',
  '２号',
  '5G',
  'Ⅱ',
  '（一期）',
  '３',
  '3.15',
  '110',
  'A',
  'ｂ',
  '12345热线',
];
const nameArb = fc
  .tuple(fc.constantFrom(...ends, ''), fc.constantFrom(...ends, ''))
  .map(([front, back]) => `${front}特定目标${back}`);

const commissionedOf = (name: string): Row => ({
  ...{ 预算单位: smallUnit, 项目名称: name, 经费类别: '项目支出' },
  ...{ 一般公共预算: '13550000', 用途: '某用途' },
});

/** A workbook of the year whose projects (with carry-over, and from 2026 with commissioned services) bear these names. */
function bookOf(year: number, names: readonly string[]): Book {
  const book = smallBook();
  book.fill('基本信息', { 预算年度: String(year) });
  for (const [index, name] of names.entries()) {
    addProject(book, name, '上年财政拨款结转-一般公共预算', String(4991400 + index));
    addProject(book, name, '一般公共预算', String(34869700 + index));
    if (year >= 2026) book.add('委托业务费', commissionedOf(name));
  }
  return book;
}

function treeOf(year: number, names: readonly string[]): DocumentTree {
  // findings about what else a workbook of the year must say are not what is asked here
  const { facts, edition } = bookOf(year, names).examine();
  return compose(facts, edition).tree;
}

test('the rule notices what it is about', () => {
  const figure = (text: string): Inline => ({ kind: 'text', bold: false, figure: 'x', text });
  const words = (text: string): Inline => ({ kind: 'text', bold: false, text });
  expect(gluedIn([words('特定目标37100'), figure('499.14'), words('万元')])).toHaveLength(1);
  expect(gluedIn([words('特定目标B'), figure('1,355.00'), words('万元')])).toHaveLength(1);
  expect(gluedIn([words('2.2022年项目')])).toHaveLength(1);
  expect(gluedIn([words('1．2025年项目')])).toHaveLength(1);
  expect(gluedIn([words('2、2022年项目结转'), figure('499.14'), words('万元')])).toEqual([]);
});

describe.each([2024, 2025, 2026])('%i', (year) => {
  test('random names leave figures and list marks alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(nameArb, { minLength: 1, maxLength: 5 }), (names) => {
        const tree = treeOf(year, names);
        expect(texts(tree)).toContain(`、${names[0]}`);
        expect(texts(tree).includes(`、${names[0]}委托业务费`)).toBe(year >= 2026);
        expect(glued(tree)).toEqual([]);
      }),
      { seed: 11, numRuns: 25 },
    );
  });
});
