/** Tables 8, 9 and 12: the note of an empty one, and none where there is money (FORM text-6). */
import { describe, expect, test } from '@jest/globals';
import { type Book, short } from '../support/book.js';
import { sentences, statementTables } from '../support/document.js';
import { addProject, smallBook, smallUnit } from '../support/small.js';

const notes = (book: Book) => {
  const tables = statementTables(book.compose().tree);
  return [8, 9, 12].filter((number) => tables[number - 1]?.note !== '');
};
const table = (book: Book, number: number) => statementTables(book.compose().tree)[number - 1];
const purpose = (book: Book, budget: string, code: string) =>
  book.add('支出用途', { 预算: budget, 功能科目类编码: code, 主要用于: '某用途' });

function withFund(): Book {
  const book = addProject(smallBook(), '基金项目', '政府性基金收入', '300000', { 功能科目编码: '2120899' });
  return purpose(book, '政府性基金预算', '212');
}

function withCapital(): Book {
  const book = smallBook().add('基本支出（功能）', {
    ...{ 预算单位: smallUnit, 功能科目编码: '2239999', 资金来源: '国有资本经营收入' },
    ...{ 人员经费: '10000', 公用经费: '5000' },
  });
  return purpose(book, '国有资本经营预算', '223');
}

test('empty tables say why, each with its own reason, there and in part 3', () => {
  const { tree } = smallBook().compose();
  const tables = statementTables(tree);
  const texts = sentences(tree).map(({ text }) => text);
  const expected = {
    8: `${smallUnit}2026年没有使用政府性基金预算拨款安排的支出，政府性基金预算支出情况表为空表。`,
    9: `${smallUnit}2026年没有使用国有资本经营预算拨款安排的支出，国有资本经营预算支出情况表为空表。`,
    12: `${smallUnit}2026年没有上年结转结余预算安排的支出，上年结转结余情况表为空表。`,
  };
  for (const [number, note] of Object.entries(expected)) {
    expect(tables[Number(number) - 1]?.note).toBe(note);
    expect(texts.filter((text) => text === note)).toHaveLength(1);
  }
});

// FORM agree-9
test('a unit with fund expenditure and business revenue passes with nothing to mend', () => {
  const book = addProject(withFund(), '事业项目', '事业收入', '200000');
  const { findings } = book.examine();
  // hints tell of texts that the form prints nowhere
  expect(findings.filter(({ severity }) => severity !== 'note').map(short)).toEqual([]);
  expect(notes(book)).toEqual([9, 12]);
  expect(table(book, 8)?.rows.at(-1)).toEqual(['', '', '', '总计', '30.00', '', '', '30.00']);
  const texts = sentences(book.compose().tree).map(({ text }) => text);
  expect(texts.join('\n')).not.toContain('没有使用政府性基金预算拨款');
  expect(texts).toContain('收入预算包括：一般公共预算、政府性基金预算、单位资金。');
});

test('a table 9 with running costs only is not called empty', () => {
  expect(notes(withCapital())).toEqual([8, 12]);
  expect(table(withCapital(), 9)?.rows.at(-1)).toEqual(['', '', '', '总计', '1.50', '1.00', '0.50', '']);
});

describe('carry-over', () => {
  test('of other funds alone fills table 12', () => {
    const book = addProject(smallBook(), '结转项目', '上年非财政拨款结转结余-单位资金', '70000');
    expect(notes(book)).toEqual([8, 9]);
    expect(table(book, 12)?.rows).toEqual([
      [smallUnit, '7.00', '', '', '', '', '7.00', '', '', '7.00'],
      ['结转项目', '7.00', '', '', '', '', '7.00', '', '', '7.00'],
      ['总计', '7.00', '', '', '', '', '7.00', '', '', '7.00'],
    ]);
  });

  test('of basic expenditure has a row of its own', () => {
    const book = smallBook().add('基本支出（功能）', {
      ...{ 预算单位: smallUnit, 功能科目编码: '2010301', 资金来源: '上年财政拨款结转-一般公共预算' },
      公用经费: '60000',
    });
    expect(table(book, 12)?.rows[1]).toEqual(['基本支出', '6.00', '6.00', '', '6.00', '', '', '', '', '']);
  });

  test('of a fund does not fill the table of that fund, which takes money of this year only', () => {
    const book = addProject(smallBook(), '结转项目', '上年财政拨款结转-政府性基金预算', '70000', {
      功能科目编码: '2120899',
    });
    expect(notes(book)).toEqual([8, 9]);
  });
});

test('amounts too small to print are money all the same: the table is not called empty', () => {
  const book = addProject(smallBook(), '基金项目', '政府性基金收入', '10', { 功能科目编码: '2120899' });
  purpose(book, '政府性基金预算', '212');
  expect(notes(book)).toEqual([9, 12]);
  expect(table(book, 8)?.rows.at(-1)).toEqual(['', '', '', '总计', '0.00', '', '', '0.00']);
});
