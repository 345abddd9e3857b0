/**
 * Withheld projects (不予公开): the code name and the amount are published, and nothing else of what the office typed about
 * them reaches any output (FORM text-5). Every hidden cell holds the marker here.
 */
import { describe, expect, test } from '@jest/globals';
import { publicParts } from '../src/document/publicParts.js';
import { type Checked, compose, renderDocx } from '../src/index.js';
import { type Content, writeWorkbook } from '../src/workbook/write/index.js';
import { writeChartSvg } from '../src/writers/html/chartSvg.js';
import { writeHtml } from '../src/writers/html/index.js';
import { writeChartPage } from '../src/writers/html/publicParts.js';
import { Book, type CellChange, type Spot } from './support/book.js';
import { docxParts } from './support/document.js';
import { editions, examined, sampleSource } from './support/samples.js';

const marker = '机密标记';
const unit = '乌鲁木齐市工业和信息化局';
const [spent, carried] = ['特定目标01100149', '特定目标59101358'];
const goal = `${marker}目标表`;

const fields = (label: string) => ({
  设立的政策依据: `${marker}${label}依据`,
  项目承担单位: `${marker}${label}单位`,
  资金分配情况: `${marker}${label}分配`,
  资金执行时间: `${marker}${label}时间`,
  结转资金用途: `${marker}${label}用途`,
});
const indicator = (name: string, weight = '10') => ({
  ...{ 项目名称: name, 一级指标: '产出指标', 二级指标: '数量指标', 三级指标: `${marker}指标`, 指标值: `${marker}值` },
  ...{ 指标值设置依据: marker, 上年完成值: marker, 指标分值权重: weight, 指标赋分规则: marker, 佐证资料: marker },
});
const goalRow = (name: string) => ({
  ...{ 项目名称: name, 预算单位: unit, 项目负责人: `${marker}某`, 项目总体目标: `${marker}总体目标` },
});

/** The unit's sample with two withheld projects, their hidden cells filled. */
function filled(): Book {
  const book = new Book(sampleSource('2026-unit'));
  book.set('项目信息', 1, { ...fields('一'), 绩效目标表: goal });
  // the second has a performance table that bears its own name
  book.set('项目信息', 9, fields('二'));
  book.set('委托业务费', 2, { 用途: `${marker}委托` });
  book.add('项目绩效目标', goalRow(goal), goalRow(carried));
  return book.add('项目绩效指标', indicator(goal), indicator(goal), indicator(carried));
}

const hidden: readonly Spot[] = [
  ...Object.keys(fields('')).map((column): Spot => ['项目信息', 1, column]),
  ['项目信息', 1, '绩效目标表'],
  ['委托业务费', 2, '用途'],
  ['项目绩效目标', 7, '项目负责人'],
  ['项目绩效目标', 7, '项目总体目标'],
  ['项目绩效目标', 8, '财政拨款'],
  ['项目绩效指标', 48, '指标分值权重'],
  ['项目绩效指标', 50, '指标值'],
];

const expectNoTrace = (text: string) => {
  const at = text.indexOf(marker);
  expect(at < 0 ? '' : text.slice(Math.max(0, at - 60), at + 40)).toBe('');
};

/** Findings and facts: whatever later stages may print comes from these. */
function expectNothingKept({ findings, waiting, facts }: Checked): void {
  expectNoTrace(JSON.stringify(findings));
  expectNoTrace(JSON.stringify(waiting));
  expectNoTrace(JSON.stringify(facts));
}

const errorsOf = ({ findings }: Checked) => findings.filter((found) => found.severity === 'error').map((f) => f.code);

async function expectNothingPrinted(checked: Checked): Promise<void> {
  const { view, tree, bytes } = await renderDocx(checked.facts, checked.edition);
  expectNoTrace(JSON.stringify(view));
  expectNoTrace(JSON.stringify(tree));
  const beside = publicParts(view, checked.edition);
  expectNoTrace(writeHtml(tree, { beside }));
  expectNoTrace(writeChartPage('图', beside) + writeChartSvg('图', beside.pictures));
  for (const [name, part] of Object.entries(docxParts(bytes))) expectNoTrace(`${name} ${part}`);
}

test('the marker is found where nothing is withheld (so these tests can fail)', () => {
  const book = filled().set('项目信息', 1, { 是否公开: '公开' });
  expect(JSON.stringify(compose(book.examine().facts, book.examine().edition).tree)).toContain(marker);
});

test('nothing of it is in the Word file, the view or a message, from the .xlsx on', async () => {
  const { sheets, withoutColumns, partNumbers } = editions.load(2026);
  const content: Content = filled().content;
  const bytes = await writeWorkbook({
    year: 2026,
    kindLabel: '单位',
    sheets,
    withoutColumns,
    partNumbers: partNumbers(),
    content,
    spareRows: 1,
  });
  const checked = examined('withheld', bytes);
  expect(errorsOf(checked)).toEqual([]);
  expectNothingKept(checked);
  await expectNothingPrinted(checked);
});

test('code name and amount of a withheld project are printed, the rest says 完全不予公开', () => {
  const { tree } = filled().compose();
  const text = JSON.stringify(tree);
  for (const name of [spent, carried]) expect(text).toContain(name);
  expect(text.match(/完全不予公开。/g)?.length).toBeGreaterThanOrEqual(8);
});

const values: Readonly<Record<string, CellChange>> = {
  'an error value': { kind: 'error', text: '#REF!', formula: marker },
  'a formula without a result': { kind: 'empty', text: '', formula: marker },
  'a formula into another file': { kind: 'text', text: marker, formula: `'[1]${marker}'!A1` },
  'a truth value': { kind: 'boolean', text: 'TRUE' },
  'words of a blank workbook': { kind: 'text', text: `请填写${marker}XX` },
  'control characters': { kind: 'text', text: `\u0007${marker}\u202E` },
};

/**
 * Where the link to the performance table cannot be read, nobody knows whose the table is: no document until it is
 * mended.
 */
const isLink = ([, , column]: Spot) => column === '绩效目标表';

describe.each(Object.entries(values))('hidden cells with %s', (_, change) => {
  test.each(hidden)('%s row %s, %s: nothing is kept of it', (...spot) => {
    const checked = filled()
      .cell(spot as Spot, change)
      .examine();
    expectNothingKept(checked);
    expect(errorsOf(checked)).toEqual(isLink(spot as Spot) ? ['R19'] : []);
  });

  test('all of them at once: nothing is printed of it', () => {
    const book = filled();
    for (const spot of hidden) if (!isLink(spot)) book.cell(spot, change);
    const { facts, edition } = book.examine();
    expectNoTrace(JSON.stringify(compose(facts, edition).tree));
  });
});

/** Damage around a withheld project: the office is told of it, never with what is hidden. */
const damages: Readonly<Record<string, (book: Book) => unknown>> = {
  'the disclosure flag is misspelt': (book) => book.set('项目信息', 1, { 是否公开: '不与公开' }),
  'the disclosure flag is blank': (book) => book.set('项目信息', 1, { 是否公开: '' }),
  'the disclosure flag is an error value': (book) =>
    book.cell(['项目信息', 1, '是否公开'], { kind: 'error', text: '#N/A' }),
  'the name of the project is blank': (book) => book.set('项目信息', 1, { 项目名称: '' }),
  'the name of the project is an error value': (book) =>
    book.cell(['项目信息', 1, '项目名称'], { kind: 'error', text: '#REF!' }),
  'the unit of the project is misspelt': (book) => book.set('项目信息', 1, { 预算单位: '市工信局' }),
  'the project stands twice': (book) => book.add('项目信息', { ...book.row('项目信息', 1), 项目说明顺序: '' }),
  'the name column of the sheet is renamed': (book) => book.cell(['项目信息', 0, '项目名称'], { text: '名称' }),
  'the flag column of the sheet is renamed': (book) => book.cell(['项目信息', 0, '是否公开'], { text: '公开情况' }),
  'the goal column of the sheet is renamed': (book) => book.cell(['项目信息', 0, '绩效目标表'], { text: '绩效目标' }),
  'the sheet is renamed': (book) =>
    book.sheet('项目信息', (sheet) => {
      sheet.name = '项目情况';
    }),
  'the sheet is deleted': (book) =>
    book.edit((sheets) =>
      sheets.splice(
        sheets.findIndex(({ name }) => name === '项目信息'),
        1,
      ),
    ),
  'the sheet stands twice': (book) =>
    book.edit((sheets) => {
      for (const sheet of sheets) if (sheet.name === '项目信息') sheet.name = '1.项目信息';
      const first = sheets.find(({ name }) => name === '1.项目信息');
      if (first) sheets.push({ ...structuredClone(first), name: '2.项目信息' });
    }),
};

describe.each(Object.entries(damages))('when %s', (_, damage) => {
  test.each(['as they are', 'with wrong values'])('no message quotes the hidden cells, %s', (how) => {
    const book = filled();
    if (how === 'with wrong values') {
      book.set('项目绩效目标', 7, { 财政拨款: `${marker}万` }).set('项目绩效指标', 48, { 指标分值权重: `${marker}分` });
      book.set('项目绩效目标', 8, { 预算单位: `${marker}某处` }).set('项目绩效指标', 50, { 一级指标: '' });
    }
    damage(book);
    const checked = book.examine();
    expect(errorsOf(checked)).not.toEqual([]);
    expectNoTrace(JSON.stringify(checked.findings));
  });
});

describe('a performance table by the name of its project', () => {
  const own = '辅助履职人员支出';
  const goalsRead = (book: Book) => book.examine().facts.projectGoals.map(({ name }) => name.value);

  test('is that of a public project that names none', () => {
    const book = new Book(sampleSource('2026-unit')).set('项目信息', 4, { 绩效目标表: '' });
    const before = new Book(sampleSource('2026-unit')).examine();
    expect(book.examine().findings).toEqual(before.findings);
    expect(compose(book.examine().facts, book.examine().edition).tree).toEqual(
      compose(before.facts, before.edition).tree,
    );
  });

  test('is not taken for it where a withheld project has the name too, or another unit the table', () => {
    const named = new Book(sampleSource('2026-department'));
    const [first, second] = named.rows('预算单位').map((row) => row.单位名称 ?? '');
    const project = { ...named.row('项目信息', 1), 预算单位: first ?? '', 项目名称: own, 绩效目标表: '' };
    named.add('项目信息', project).add('项目绩效目标', { ...goalRow(own), 预算单位: second ?? '' });
    expect(goalsRead(named)).not.toContain(own);
    named.set('项目绩效目标', named.rows('项目绩效目标').length, { 预算单位: first ?? '' });
    expect(goalsRead(named)).toContain(own);
    named.add('项目信息', { ...project, 预算单位: second ?? '', 是否公开: '不予公开' });
    expect(goalsRead(named)).not.toContain(own);
  });
});
