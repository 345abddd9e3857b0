/**
 * Part 3 in the odd cases, from a workbook's cells to the printed sentence (FORM money-4, money-5, text-1 to text-4).
 */
import { describe, expect, test } from '@jest/globals';
import { type Book, short } from '../support/book.js';
import { sentences, statementTables } from '../support/document.js';
import { addProject, lastYear, lastYearBasic, newCode, smallBook, smallUnit } from '../support/small.js';

const textsOf = (book: Book): string[] => sentences(book.compose().tree).map(({ text }) => text);
const sentence = (book: Book, start: string): string =>
  textsOf(book).find((text) => text.startsWith(start)) ?? '（无）';

/** But for hints: a reason beside a source without money is printed nowhere. */
const toMend = (book: Book) =>
  book
    .examine()
    .findings.filter(({ severity }) => severity !== 'note')
    .map(short);

test('the smallest workbook has nothing to mend', () => {
  expect(toMend(smallBook())).toEqual([]);
});

describe('changes against last year', () => {
  test('a fall of three 元 prints 减少0.00万元，下降0.00%', () => {
    const book = lastYearBasic(smallBook(), '1200003');
    expect(sentence(book, '基本支出')).toBe(
      '基本支出120.00万元，占100.00%，比上年预算减少0.00万元，下降0.00%，主要原因是新设单位。',
    );
  });

  test('nothing last year is 100.00% more; nothing in both years is 增加0.00万元，增长0.00%', () => {
    const texts = textsOf(smallBook());
    expect(texts).toContain(
      '基本支出120.00万元，占100.00%，比上年预算增加120.00万元，增长100.00%，主要原因是新设单位。',
    );
    expect(texts).toContain('项目支出0.00万元，占0.00%，比上年预算增加0.00万元，增长0.00%，主要原因是新设单位。');
  });

  test('a fiscal source with nothing in either year says 未安排, one that fell to zero its fall of 100.00%', () => {
    const book = lastYear(smallBook(), { 政府性基金预算: '300000', 项目支出: '300000' });
    for (const row of book.rows('上年对比')) if (row.对比事项 !== '政府性基金预算') row.主要原因 = '';
    for (const line of ['一般公共预算', '基本支出', '项目支出', '一般公共预算基本支出', '机关运行经费']) {
      for (const row of book.rows('上年对比')) if (row.对比事项 === line) row.主要原因 = '某原因';
    }
    const texts = textsOf(book);
    expect(texts).toContain(
      '政府性基金预算0.00万元，占0.00%，比上年预算减少30.00万元，下降100.00%，主要原因是新设单位。',
    );
    expect(texts).toContain('国有资本经营预算未安排。');
    expect(texts).toContain('上级国有资本经营预算安排的转移支付资金未安排。');
  });

  test('other sources are named only when either year has money', () => {
    const without = textsOf(smallBook()).join('\n');
    expect(without).not.toMatch(/财政专户核拨|单位资金0|结转0/);
    const book = lastYear(smallBook(), { 财政专户核拨: '50000', 项目支出: '50000' });
    expect(textsOf(book)).toContain(
      '财政专户核拨0.00万元，占0.00%，比上年预算减少5.00万元，下降100.00%，主要原因是新设单位。',
    );
  });

  test('a 项 that has fallen to zero is still listed, one with nothing in both years is not', () => {
    const book = newCode(lastYearBasic(smallBook(), '0'), '2010302');
    expect(textsOf(book).filter((text) => text.includes('（项）'))).toHaveLength(1);
    lastYear(book, { 一般公共预算: '10000', 项目支出: '10000', 一般公共预算项目支出: '10000' });
    book.set('上年对比（科目）', 2, { 上年预算数: '10000' });
    expect(sentence(book, '2.')).toBe(
      '2.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）一般行政管理事务（项）：2026年预算数为0.00万元，比上年预算减少1.00万元，下降100.00%，主要原因是新增。',
    );
  });
});

describe('lists name only what is not zero, in the order of the tables', () => {
  test('kinds of income and expenditure', () => {
    const book = addProject(smallBook(), '丁', '其他收入', '10000');
    addProject(book, '甲', '上年非财政拨款结转结余-单位资金', '20000');
    expect(sentence(book, '收入预算包括')).toBe('收入预算包括：一般公共预算、单位资金、非财政拨款结转结余。');
    expect(sentence(book, '支出预算包括')).toBe('支出预算包括：一般公共服务支出。');
  });

  test('人员经费 that is zero names no items', () => {
    const book = smallBook('', '200000');
    expect(sentence(book, '人员经费')).toBe('人员经费0.00万元。');
    expect(sentence(book, '公用经费')).toBe('公用经费20.00万元，主要包括：办公费。');
  });
});

describe('the order in which projects are explained', () => {
  const three = (orders: readonly string[]) => {
    const book = newCode(smallBook(), '2010302');
    ['甲', '乙', '丙'].forEach((name, index) => {
      addProject(book, name, '一般公共预算', '10000', {
        项目说明顺序: orders[index] ?? '',
        结转说明顺序: orders[index] ?? '',
      });
      addProject(book, name, '上年财政拨款结转-一般公共预算', '10000');
    });
    return book;
  };
  const explained = (book: Book) => textsOf(book).flatMap((text) => /项目名称：(.)$/.exec(text)?.[1] ?? []);
  const carried = (book: Book) => textsOf(book).flatMap((text) => /^\d、(.)结转/.exec(text)?.[1] ?? []);
  const tabled = (book: Book, table: number) =>
    (statementTables(book.compose().tree)[table - 1]?.rows ?? []).flatMap((row) =>
      row.filter((c) => /^[甲乙丙]$/.test(c)),
    );

  test.each([
    [['', '', ''], '甲乙丙'],
    [['3', '2', '1'], '丙乙甲'],
    [['', '', '1'], '丙甲乙'],
    [['2', '', '1'], '丙甲乙'],
  ])('说明顺序 %p gives %s, and the tables stay as the workbook has them', (orders, expected) => {
    const book = three(orders);
    expect(explained(book).join('')).toBe(expected);
    expect(carried(book).join('')).toBe(expected);
    expect(tabled(book, 7).join('')).toBe('甲乙丙');
    expect(tabled(book, 12).join('')).toBe('甲乙丙');
  });
});

test('7,450 元 prints 0.75 wherever it stands', () => {
  const book = smallBook('1000000', '7450').fill('政府采购', { 政府采购货物预算: '7450' });
  const { tree } = book.compose();
  const texts = sentences(tree).map(({ text }) => text);
  const tables = statementTables(tree);
  expect(tables[5]?.rows.find((row) => row.includes('办公费'))?.at(-1)).toBe('0.75');
  expect(texts.some((text) => text.startsWith('公用经费0.75万元'))).toBe(true);
  expect(texts.some((text) => text.includes('机关运行经费财政拨款预算0.75万元'))).toBe(true);
  expect(texts.some((text) => text.includes('政府采购货物预算0.75万元'))).toBe(true);
  expect(JSON.stringify(tree)).not.toMatch(/"0\.7[46]"/);
});

test('a ¥1 imbalance in a ¥91 million table is an error', () => {
  const book = smallBook('91000000').set('基本支出（经济）', 1, { 金额: '91000001' });
  expect(toMend(book)).toEqual(['T01 基本支出（经济）!D4']);
});

test('blank 因公出国 and 公务用车购置 do not shift the other 三公 figures', () => {
  const book = smallBook().set('三公经费', 4, {
    一般公共预算: '30000',
    上年一般公共预算: '20000',
    主要原因: '车辆老化',
  });
  book.set('三公经费', 2, { 一般公共预算: '10000', 政府性基金: '', 上年一般公共预算: '10000' });
  const { tree } = book.compose();
  expect(statementTables(tree)[9]?.rows).toEqual([
    ['因公出国（境）费用', '', '', '', ''],
    ['公务接待费', '1.00', '1.00', '', ''],
    ['公务用车购置及运行维护费（小计）', '3.00', '3.00', '', ''],
    ['其中：公务用车购置', '', '', '', ''],
    ['公务用车运行维护费', '3.00', '3.00', '', ''],
    ['总计', '4.00', '4.00', '', ''],
  ]);
  const text = sentence(book, `${smallUnit}2026年财政拨款“三公”经费数`);
  expect(text).toContain(
    '4.00万元，其中：因公出国（境）费用0.00万元，公务用车购置0.00万元，公务用车运行维护费3.00万元，公务接待费1.00万元。',
  );
});

test('an amount kept in 万元 prints the same as in 元', () => {
  const inYuan = smallBook().compose();
  const inWan = smallBook('100', '20').fill('基本信息', { 金额单位: '万元' }).compose();
  expect(inWan.tree).toEqual(inYuan.tree);
});
