/** No printed figure runs into a letter or digit of a name, and no list mark into a digit, in any edition. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Block, DocumentTree, Inline } from '../../src/document/tree.js';
import { compose } from '../../src/index.js';
import type { Book, Row } from '../support/book.js';
import { addProject, smallBook, smallUnit } from '../support/small.js';

const sticky = /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]/;

/**
 * What runs together in one paragraph: a figure or the year of the document with its neighbours, or (a name in a cell
 * has none) the list mark with what follows.
 */
function gluedIn(inlines: readonly Inline[], year: number, inCell = false): string[] {
  const text = inlines.map((inline) => (inline.kind === 'text' ? inline.text : '\n')).join('');
  const found = /^[0-9０-９]{1,3}[.．](?=[0-9０-９])/.test(text) && !inCell ? [text] : [];
  if (new RegExp(`${sticky.source}${year}年`).test(text)) found.push(text);
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

const gluedInBlock = (block: Block, year: number): string[] =>
  inlinesOf(block).flatMap((inlines) => gluedIn(inlines, year, block.kind === 'table'));

const glued = (tree: DocumentTree, year: number): string[] =>
  tree.sections.flatMap(({ blocks }) => blocks.flatMap((block) => gluedInBlock(block, year)));

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

/** Names that the form can print stand among them as often as others. */
const nearArb = fc.oneof(nameArb, fc.constantFrom('某局', '某某（2）', '第10某某支出', '“5G”某某'));

const commissionedOf = (name: string): Row => ({
  ...{ 预算单位: smallUnit, 项目名称: name, 经费类别: '项目支出' },
  ...{ 一般公共预算: '13550000', 用途: '某用途' },
});

/**
 * A workbook of the year whose projects (with carry-over, and from 2026 with commissioned services) bear these names.
 */
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

function treeOf(book: Book): DocumentTree {
  // findings about what else a workbook of the year must say are not what is asked here
  const { facts, edition } = book.examine();
  return compose(facts, edition).tree;
}

/** The entity, its 类, 款, 项, 经济科目 and functions under other names. */
function renamed(year: number, entity: string, ofClass: string, names: readonly string[]): Book {
  const book = bookOf(year, ['某项目']);
  book.fill('基本信息', { '部门（单位）名称': entity });
  const commissioned = year >= 2026 ? ['委托业务费'] : [];
  for (const sheet of ['预算单位', '基本支出（功能）', '项目支出', ...commissioned])
    for (const row of book.rows(sheet))
      for (const [header, value] of Object.entries(row)) if (value === smallUnit) row[header] = entity;
  book.rows('科目名称').forEach((row, index) => {
    row.科目名称 = row.科目编码?.length === 3 ? ofClass : (names[index % names.length] ?? '');
  });
  return book;
}

/** More of them in `npm run fuzz`. */
const numRuns = Number(process.env.GLUED_RUNS ?? 25);

test('the rule notices what it is about', () => {
  const figure = (text: string): Inline => ({ kind: 'text', bold: false, figure: 'x', text });
  const words = (text: string): Inline => ({ kind: 'text', bold: false, text });
  expect(gluedIn([words('特定目标37100'), figure('499.14'), words('万元')], 2026)).toHaveLength(1);
  expect(gluedIn([words('特定目标B'), figure('1,355.00'), words('万元')], 2026)).toHaveLength(1);
  expect(gluedIn([words('2.2022年项目')], 2026)).toHaveLength(1);
  expect(gluedIn([words('1．2025年项目')], 2026)).toHaveLength(1);
  expect(gluedIn([words('2、2022年项目结转'), figure('499.14'), words('万元')], 2026)).toEqual([]);
  expect(gluedIn([words('某局22026年预算')], 2026)).toHaveLength(1);
  expect(gluedIn([words('某局（2）2026年预算')], 2026)).toEqual([]);
});

describe.each([2024, 2025, 2026])('%i', (year) => {
  test('random names leave figures and list marks alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(nameArb, { minLength: 1, maxLength: 5 }), (names) => {
        const tree = treeOf(bookOf(year, names));
        expect(texts(tree)).toContain(`、${names[0]}`);
        expect(texts(tree).includes(`、${names[0]}委托业务费`)).toBe(year >= 2026);
        expect(glued(tree, year)).toEqual([]);
      }),
      { seed: 11, numRuns },
    );
  });

  test('random names of the entity and of codes leave them alone, or are refused in the cell', () => {
    const outcomes = { printed: 0, refused: 0 };
    fc.assert(
      fc.property(
        nearArb,
        nearArb,
        fc.uniqueArray(nameArb, { minLength: 1, maxLength: 6 }),
        (entity, ofClass, names) => {
          const book = renamed(year, entity, ofClass, names);
          const isGlued = glued(treeOf(book), year).length > 0;
          const isRefused = book.examine().findings.some(({ code }) => code === 'R21');
          if (isGlued) expect({ entity, ofClass, isRefused }).toMatchObject({ isRefused: true });
          outcomes[isRefused ? 'refused' : 'printed'] += 1;
        },
      ),
      { seed: 11, numRuns },
    );
    // neither side is empty
    expect(Math.min(outcomes.printed, outcomes.refused)).toBeGreaterThan(0);
  });
});
