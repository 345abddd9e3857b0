/** What an auditor sees without any arithmetic: each change trips its rule, and its twin trips nothing. */
import { describe, expect, test } from '@jest/globals';
import { audit } from '../../src/audit/audit.js';
import type { DocumentBlock, PublishedDocument, TableRow } from '../../src/published/document.js';
import { match } from '../../src/published/match/index.js';
import { openDocx } from '../../src/published/open/docx/index.js';
import { editions } from '../support/samples.js';
import { documentOf, sampleNames } from './samples.js';

type Change = (text: string) => string;

/** Each text (paragraph or cell) changed; not the contents. */
function withTexts(document: PublishedDocument, change: Change): PublishedDocument {
  const blocks = document.blocks.map((block): DocumentBlock => {
    if (block.kind === 'paragraph') return block.contents ? block : { ...block, text: change(block.text) };
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, text: change(cell.text) })),
    }));
    return { ...block, rows };
  });
  return { ...document, blocks };
}

/** The n-th text (paragraph or cell) that has `from` in it. */
function changed(document: PublishedDocument, from: string, change: Change, nth = 0): PublishedDocument {
  let left = nth;
  const textOf: Change = (text) => (text.includes(from) && left-- === 0 ? change(text) : text);
  const found = withTexts(document, textOf);
  if (left >= 0) throw new Error(`“${from}” stands nowhere`);
  return found;
}

const without = (document: PublishedDocument, from: string): PublishedDocument => ({
  ...document,
  blocks: document.blocks
    .filter((block) => block.kind === 'table' || block.contents || !block.text.includes(from))
    .map((block, index) => ({ ...block, index })),
});

const told = (document: PublishedDocument, read = match(document, editions)): string[] =>
  audit(document, read)
    .findings.filter(({ severity }) => severity === 'difference')
    .map(({ kind, message }) => `${kind} ${message}`);

/** Digits as an input method for Chinese may write them. */
const fullWidth = (document: PublishedDocument): PublishedDocument =>
  withTexts(document, (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)));

/** The two cells above each table's grid merged into one. */
const withOneCaption = (document: PublishedDocument, unitOfMoney = '单位：万元'): PublishedDocument => ({
  ...document,
  blocks: document.blocks.map((block): DocumentBlock => {
    const [first, ...rows] = block.kind === 'table' ? block.rows : [];
    const [left, right, ...more] = first?.cells ?? [];
    if (block.kind !== 'table' || !first || !left || right?.text !== '单位：万元' || more.length > 0) return block;
    const cell = { ...left, columnSpan: block.columns, text: `${left.text}　${unitOfMoney}` };
    return { ...block, rows: [{ ...first, cells: [cell] }, ...rows] };
  }),
});

const unit = openDocx((await documentOf('2026-unit')).bytes);
const department = openDocx((await documentOf('2026-department')).bytes);

const to = (from: string, into: string) => (text: string) => text.replace(from, into);

/** A text, the change of it, and what is told. */
const trips: readonly [PublishedDocument, string, Change, string][] = [
  [unit, '价值63.91万元', to('63.91', '63.912'), 'written “63.912”的小数位数与表样不同'],
  [unit, '其他资产价值981.89', to('981.89', '981.8'), 'written “981.8”的小数位数与表样不同'],
  [unit, '支出预算4,360.97', to('4,360', '43,60'), 'written “43,60.97”的千分位逗号点错了位置'],
  [unit, '占51.36%', to('51.36%', '51.36'), 'written “51.36”缺少百分号'],
  [unit, '2026年2月27日', to('2026', '2025'), 'year “2025年2月27日”：落款日期与 2026 年预算不符'],
  [
    unit,
    '项目承担单位',
    () => '项目承担单位：某某市商务局',
    'name 这里印的是“某某市商务局”，本单位是“乌鲁木齐市工业和信息化局”',
  ],
  [
    unit,
    '资金执行时间：2026年1月1日—2026年12月31日',
    () => '资金执行时间：2026年1月1日—2025年12月31日',
    'year “2026年1月1日—2025年12月31日”的起止年份颠倒',
  ],
  [unit, '六、关于', to('六、', '七、'), 'number 序号印的是“七”，按前面的应是第 6 个'],
  [unit, '3.办公家具', to('3.', '2.'), 'number 序号印的是“2”，按前面的应是第 3 个'],
  [unit, '表8', to('8', '9'), 'number 与别处的一段完全相同'],
  [unit, '二、上年结转结余', to('上年', '上半年'), 'year 应为“上年”，这里印的是“上半年”'],
  [unit, '项目资金（万元）', to('万元', '元'), 'unit 应为“万元”，这里印的是“元”'],
  [
    unit,
    '没有使用国有资本经营预算',
    to('没有', ''),
    'words 表样是“乌鲁木齐市工业和信息化局2026年没有使用国有资本经营预算拨款安排的支出”，这里印的是',
  ],
  [unit, '安排规模：590.00万元', to('万元', ''), 'unit 数的后面缺少“万元”'],
  [
    unit,
    '购置单价50万元',
    to('50', '500'),
    'words 表样是“安排购置单价50万元以上大型设备0台”，这里印的是“安排购置单价500万元以上大型设备0台”',
  ],
  [unit, '人员经费', to('人员', '公用'), 'words 表样是“人员经费”，这里印的是“公用经费”'],
  [unit, '附属单位上缴收入', to('收入', '支出'), 'words 表样是“附属单位上缴收入”，这里印的是“附属单位上缴支出”'],
  [unit, '收入预算包括：一般公共预算拨款', to('收入', '支出'), 'words 表样是“收入预算包括”，这里印的是“支出预算包括”'],
  [unit, '收支总预算4,360.97', to('4,360.97', '××'), 'written “××”不是一个数'],
  [unit, '基本支出1,576.10万元，其中', to('1,576.10', '约1,576.10'), 'written 数的旁边多了“约”'],
  [
    unit,
    '政府采购货物预算',
    to('货物', '工程'),
    'words 表样是“政府采购货物预算3.67万元”，这里印的是“政府采购工程预算3.67万元”',
  ],
  [
    unit,
    '地州赛经费5.00万元',
    to('5.00', '6.00'),
    'sentence 写明的金额合计 188.00万元（6.00万元 + 182.00万元），预算安排规模为 187.00万元',
  ],
  [unit, '车辆9辆', to('9', '8'), 'sentence 为 8，其中各项合计 9，相差 1'],
  [
    unit,
    '预留政府采购项目预算金额12.19',
    to('12.19', '121.9'),
    'part 为 121.9，大于“本节：2026年，乌鲁木齐市工业和信息化局政府采购预算74.25万元”的 74.25',
  ],
  [unit, '40.18万元用于', to('40.18', '40.81'), 'sentence 写明的金额合计 40.81万元，预算安排规模为 40.18万元'],
  [department, '一般公共预算5,534.05万元，占', to('一般公共预算', '政府性基金预算'), 'number 表样在别处才有这一段'],
  [department, '设立的政策依据：', (text) => `${text}（2062年）`, 'year “2062年”：看不出是哪一年'],
  [department, '2026年2月27日', to('27', '30'), 'year “2026年2月30日”：没有这一天'],
  [
    department,
    '项目承担单位：乌鲁木齐科技信息服务中心',
    to('乌鲁木齐科技信息服务中心', '乌鲁木齐市科学技术局'),
    'name 这里印的是“乌鲁木齐市科学技术局”，而项目支出表中',
  ],
];

test.each([['2026-unit', unit] as const, ['2026-department', department] as const])('all told, of %s', (_, own) => {
  const mine = trips.filter(([document]) => document === own);
  const document = mine.reduce((before, [, from, change]) => changed(before, from, change), own);
  const messages = mine.map(([, , , message]) => message).sort();
  const found = told(document);
  expect([...found].sort()).toEqual(messages.map((message) => expect.stringContaining(message)));
  const halfWidth = (text: string) => text.replace(/[０-９]/g, (digit) => digit.normalize('NFKC'));
  expect(told(fullWidth(document)).map(halfWidth)).toEqual(found);
});

test.each(sampleNames)('full width digits and captions in one cell are read as ever: %s', async (name) => {
  const document = openDocx((await documentOf(name)).bytes);
  const read = match(document, editions);
  const valuesOf = ({ year, name, kind, values }: typeof read) =>
    [year, name, kind, ...values.map(({ path, text }) => `${path} ${text}`)].map((text) => `${text}`.normalize('NFKC'));
  const other = withOneCaption(fullWidth(document));
  const again = match(other, editions);
  expect(valuesOf(again)).toEqual(valuesOf(read));
  expect(told(other, again)).toEqual([]);
});

test('what counts money, in captions of one cell, is no part of the name', () => {
  const other = withOneCaption(unit, '金额单位：万元');
  expect([match(other, editions).name, told(other)]).toEqual([match(unit, editions).name, []]);
});

test('another unit of money in captions of one cell', () => {
  const found = told(withOneCaption(unit, '单位：元'));
  expect(new Set(found)).toEqual(new Set(['unit 应为“万元”，这里印的是“元”']));
  expect(found).toHaveLength(12);
});

test('titles, rows and names of codes that have changed places', () => {
  const exchanged = (document: PublishedDocument, one: string, other: string): PublishedDocument =>
    withTexts(document, (text) => (text === one ? other : text === other ? one : text));
  const titles = exchanged(unit, '一般公共预算支出情况表', '一般公共预算基本支出情况表');
  const rows = exchanged(titles, '1.一般公共预算拨款', '其中：一般财力');
  const item = changed(rows, '（项）：2026年预算数为62.99万元', to('机关事业单位职业年金缴费支出', '行政运行'));
  expect(told(item).sort()).toEqual([
    'name 各表中“行政事业单位养老支出”下面没有“行政运行”',
    ...['', ''].map(() => 'number 表样在别处才有这一段'),
    'row 这一行在表中的位置与表样不同',
  ]);
});

/** Changes the rows of one table, the first that has this title. */
function withRows(document: PublishedDocument, table: string, change: (rows: TableRow[]) => TableRow[]) {
  const at = document.blocks.findIndex(
    (block) => block.kind === 'paragraph' && block.level > 0 && block.text === table,
  );
  const of = document.blocks.findIndex((block, index) => index > at && block.kind === 'table');
  const blocks = document.blocks.map(
    (block, index): DocumentBlock =>
      block.kind === 'table' && index === of ? { ...block, rows: change([...block.rows]) } : block,
  );
  return { ...document, blocks };
}

test('a row that lacks or stands in another place is told once, and what a sum came from', () => {
  const isOf = (code: string) => (row: TableRow) =>
    row.cells
      .slice(0, code.length === 5 ? 3 : 1)
      .map(({ text }) => text)
      .join('') === code;
  const removed = (code: string) => (rows: TableRow[]) => rows.filter((row) => !isOf(code)(row));
  const moved = (code: string, by: number) => (rows: TableRow[]) => {
    const at = rows.findIndex(isOf(code));
    const row = rows[at] as TableRow;
    return [...rows.slice(0, at), ...rows.slice(at + 1, at + by + 1), row, ...rows.slice(at + by + 1)];
  };
  const income = withRows(department, '部门收入总体情况表', removed('20601'));
  const spending = withRows(income, '部门支出总体情况表', moved('20601', 3));
  const goesTo = changed(spending, '预算安排规模：17.00万元', to('17.00', '71.00'));
  const commissioned = withRows(goesTo, '财政拨款委托业务费支出情况表', removed('第十二届新疆创新创业大赛优秀组织奖'));
  expect(told(commissioned).sort()).toEqual([
    expect.stringMatching(/^name “第十二届新疆创新创业大赛优秀组织奖”在“财政拨款委托业务费支出情况表”中没有/),
    'row 上面没有它的上级科目 20601 一行',
    'row 科目 20601 排在 20602 后面，行的次序不对',
    expect.stringMatching(/^sentence 为 71.00，.*等 8 项合计 3,938.91，相差 54.00$/),
    expect.stringMatching(
      /^total 为 39.00，明细 1 行合计 30.20，相差 8.80；“本表 · .*”为 39.00，明细 1 行合计 30.20，相差 8.80$/,
    ),
  ]);
});

const twins: readonly [string, Change][] = [
  ['收支总预算4,360.97', to('4,360.97', '４３６０．９７')],
  ['支出预算4,360.97', to('4,360.97', '4360.97')],
  ['主要包括：基本工资', to('包括', '包含')],
  ['公用经费（定额）', to('经费', '费用')],
  ['国有资本经营预算拨款安排的支出', to('安排', '使用')],
  ['预算数为155.43', to('数为', '安排')],
  ['政府性基金预算支出情况表为空表', to('空表', '空表，无数据')],
  ['比上年预算减少157.92', to('上年', '2025年')],
  ['一般公共预算当年拨款结构', to('当年', '财政')],
  ['电费0.18万元', () => '资金分配情况：设备购置3.00万元，其余用于水费、电费。'],
  ['2026年2月27日', to('2026年2月', '2025年12月')],
  ['资金执行时间：2026年1月1日', to('2026年1月1日', '2025年1月1日')],
  ['项目承担单位', (text) => `${text}节能科`],
  ['项目承担单位：乌鲁木齐市工业和信息化局', () => '项目承担单位：工业企业'],
];

test('nothing told: other words of one meaning, full width, no commas, signed in December, carried out by a part of the office or whom its texts name', () => {
  const document = twins.reduce((before, [from, change]) => changed(before, from, change), unit);
  expect(told(document)).toEqual([]);
});

/** The first cell with just this text, under some titles. */
function inCell(document: PublishedDocument, text: string, into: string, isIn: (title: string) => boolean) {
  let title = '';
  let left = 1;
  const blocks = document.blocks.map((block): DocumentBlock => {
    if (block.kind === 'paragraph') {
      if (block.level > 0) title = block.text;
      return block;
    }
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.text === text && isIn(title) && left-- > 0 ? { ...cell, text: into } : cell,
      ),
    }));
    return { ...block, rows };
  });
  if (left > 0) throw new Error(`“${text}” stands nowhere`);
  return { ...document, blocks };
}

const isGoal = (title: string) => title === '项目支出绩效目标表';
const upgrade = '2026年自治区技术改造专项资金';

test('names of codes, the year in a project’s name, weights, and what is no number: in tables', () => {
  const changes: readonly [string, string, (title: string) => boolean][] = [
    ['行政单位离退休', '行政单位离退体', (title) => title === '单位支出总体情况表'],
    [upgrade, upgrade.replace('2026年', '2024年'), isGoal],
    ['5', '8', isGoal],
    ['2,239.89', '2,239.8O', (title) => title === '单位收支总体情况表'],
    ['津贴补贴', '奖金', (title) => title === '一般公共预算基本支出情况表'],
    ['77.16', '77.16万元', (title) => title === '一般公共预算基本支出情况表'],
    ['其中：事业收入', '上级补助收入', (title) => title === '单位收支总体情况表'],
    ['基本支出', '项目支出', (title) => title === '单位支出总体情况表'],
    ['其他收入', '5.单位资金', (title) => title === '单位收支总体情况表'],
  ];
  const document = changes.reduce((before, [text, into, isIn]) => inCell(before, text, into, isIn), unit);
  expect(told(document).sort()).toEqual([
    expect.stringMatching(/^goal 各指标的分值合计 93，应为 90 或 100/),
    'name 科目 2080501 在别处是“行政单位离退休”，这里印的是“行政单位离退体”',
    'name 科目 30102 是“津贴补贴”，这里印的“奖金”是 30103',
    'words 表样是“其中:事业收入”，这里印的是“上级补助收入”',
    'words 表样是“其他收入”，这里印的是“5.单位资金”',
    'words 表样是“基本支出”，这里印的是“项目支出”',
    'written “2,239.8O”不是一个数',
    'written “77.16万元”不是一个数',
    expect.stringMatching(/^year 这里印的是“2024年自治区技术改造专项资金”，别的表中是/),
  ]);
});

/** The last part of 2150502 in its n-th row under each of some titles. */
function recoded(document: PublishedDocument, changes: Readonly<Record<string, string>>, all = false) {
  let title = '';
  const done = new Set<string>();
  const blocks = document.blocks.map((block): DocumentBlock => {
    if (block.kind === 'paragraph') {
      if (block.level > 0) title = block.text;
      return block;
    }
    const into = changes[title];
    const rows = block.rows.map((row) => {
      const isIt =
        row.cells
          .slice(0, 3)
          .map(({ text }) => text)
          .join('') === '2150502';
      if (!isIt || into === undefined || (done.has(title) && !all)) return row;
      done.add(title);
      return { ...row, cells: row.cells.map((cell, at) => (at === 2 ? { ...cell, text: into } : cell)) };
    });
    return { ...block, rows };
  });
  expect([...done].sort()).toEqual(Object.keys(changes).sort());
  return { ...document, blocks };
}

test('a code that other tables lack is told once, at that code; one that all tables have is not', () => {
  const [income, spending, general, projects] = [
    '单位收入总体',
    '单位支出总体',
    '一般公共预算支出',
    '一般公共预算项目支出',
  ].map((title) => `${title}情况表`) as [string, string, string, string];
  const lacks = (title: string, code: string) => `name “${title}”中没有科目 ${code}，那里是 2150502 一般行政管理事务`;
  expect(told(recoded(unit, { [income]: '03', [general]: '04' }))).toEqual([
    lacks(spending, '2150503'),
    lacks(spending, '2150504'),
  ]);
  expect(told(recoded(unit, { [spending]: '03', [projects]: '04' }))).toEqual([
    lacks(income, '2150503'),
    lacks(income, '2150504'),
  ]);
  const isLong = (found: string) => found === 'row 科目代码 21505020 的位数不对';
  expect(told(recoded(unit, { [income]: '020' })).some(isLong)).toBe(true);
  const everywhere = Object.fromEntries([income, spending, general, projects].map((title) => [title, '03']));
  expect(told(recoded(unit, everywhere, true))).toEqual([]);
});

test('a code that its name tells to be another, out of order, is told once; and so is a digit cut off', () => {
  const recoded = (name: string, code: string) => (rows: TableRow[]) =>
    rows.map((row) => {
      const isIt = row.cells.some(({ text }) => text === name);
      return isIt ? { ...row, cells: row.cells.map((cell, at) => (at === 1 ? { ...cell, text: code } : cell)) } : row;
    });
  const general = withRows(unit, '一般公共预算支出情况表', recoded('支持中小企业发展和管理支出', '05'));
  const both = withRows(general, '一般公共预算基本支出情况表', recoded('工会经费', '02'));
  const cut = withRows(both, '一般公共预算基本支出情况表', (rows) =>
    rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, at) => ({
        ...cell,
        text: at === 4 ? cell.text.replace(/^15\.75$/, '15.7') : cell.text,
      })),
    })),
  );
  expect(told(cut)).toEqual([
    'name 科目 21505 与前后各行的次序不符，“支持中小企业发展和管理支出”是 21508',
    expect.stringMatching(/^total 为 15.7，.*相差 0.05$/),
    'name 科目 30202 与前后各行的次序不符，“工会经费”是 30228',
  ]);
});

describe('a part that the form has in every document', () => {
  test('lacks where nothing stands for it', () => {
    expect(told(without(unit, '面向中小企业预留'))).toEqual([
      expect.stringMatching(/^missing 这后面缺少.*面向中小企业预留/),
    ]);
    const [one, ...more] = told(without(without(unit, '财政拨款“三公”经费预算情况说明'), '财政拨款“三公”经费'));
    expect([one, more]).toEqual([
      expect.stringMatching(/^missing 这后面缺少.*三公.*等 \d+ 处|^missing/),
      expect.anything(),
    ]);
  });
  test('is told once where it is printed twice, or its table is gone', () => {
    const at = unit.blocks.findIndex((block) => block.kind === 'table' && block.rows[0]?.cells[0]?.text === '预算单位');
    const again = unit.blocks.find((block) => block.kind === 'paragraph' && block.text.startsWith('按照全口径'));
    const blocks = [...unit.blocks, again as DocumentBlock].filter((_, index) => index !== at);
    const renumbered = blocks.map((block, index) => ({ ...block, index }));
    expect(told({ ...unit, blocks: renumbered })).toEqual(
      ['项目支出绩效目标表', '按照'].map(() => 'number 与别处的一段完全相同：重复了，或者下面缺了内容'),
    );
  });
  test('does not where it stands in other words', () => {
    expect(told(changed(unit, '面向中小企业预留', () => '本年未专门面向小企业采购。'))).toEqual([]);
  });
});
