/** Two disclosures beside each other, by their data alone: what is said to have changed has, and nothing else. */
import { describe, expect, test } from '@jest/globals';
import { dataOfPublished } from '../../src/audit/data/index.js';
import { amountChange } from '../../src/compare/amounts.js';
import { compareData, type DocumentComparison, hasDifferences, type Side } from '../../src/compare/compare.js';
import { columnNotes } from '../../src/compare/words.js';
import { match } from '../../src/published/match/index.js';
import { dataOf } from '../../src/writers/data/dataOf.js';
import type { DataRow, PublishedData } from '../../src/writers/data/fields.js';
import { writeDataPackage } from '../../src/writers/data/index.js';
import { readDataPackage } from '../../src/writers/data/read.js';
import { Book } from '../support/book.js';
import { publishedOf } from '../support/printedValues.js';
import { editions, sampleSource } from '../support/samples.js';

const book = () => new Book(sampleSource('2026-unit')).fill('基本信息', { 联系人: '某某' });
const withoutTotals = (one: Book) => {
  one.rows('批复数核对').length = 0;
  return one;
};
const unit = book().compose();
const data = dataOf(unit);

const side = (of: PublishedData, file = '甲.xlsx'): Side => ({ file, kind: 'workbook', data: of, notices: [] });
function compared(before: PublishedData, after: PublishedData): DocumentComparison {
  const comparison = compareData(side(before, '前.xlsx'), side(after, '后.xlsx'));
  if (!comparison) throw new Error('nothing in common');
  return comparison;
}
const tableOf = ({ tables }: DocumentComparison, title: string) => tables.find((table) => table.title.endsWith(title));
const changesOf = (comparison: DocumentComparison) => comparison.tables.flatMap(({ rows }) => rows);

describe('the same', () => {
  test('a workbook and its document and its data package: nothing has changed, whatever is compared with what', () => {
    const document = publishedOf(unit.tree);
    const read = readDataPackage(writeDataPackage(data));
    const others = [data, dataOfPublished(document, match(document, editions)), read.ok ? read.data : undefined];
    for (const other of others) {
      const comparison = compared(data, other as PublishedData);
      expect([changesOf(comparison), comparison.onlyBefore, comparison.onlyAfter]).toEqual([[], [], []]);
      expect([comparison.figures.changed, comparison.goals.changed, comparison.texts.changed]).toEqual([[], [], []]);
      expect(comparison.tables).toHaveLength(12);
      expect(comparison.tables.map(({ unchanged }) => unchanged > 0)).not.toContain(false);
      expect([comparison.relation, comparison.notices, hasDifferences(comparison)]).toEqual(['versions', [], false]);
    }
    expect(read.ok && read.data).toMatchObject({ year: '2026', kind: '单位' });
  });
});

describe('two versions of a workbook', () => {
  const changed = withoutTotals(book());
  const row = changed.rows('项目支出').findIndex((one) => one['302商品和服务支出'] === '165000') + 1;
  const comparison = compared(data, dataOf(changed.set('项目支出', row, { '302商品和服务支出': '265050' }).compose()));

  test('an amount is told in every table that has it, with both amounts, change and rate', () => {
    const project = tableOf(comparison, '一般公共预算项目支出情况表')?.rows.find(({ name }) => /^特定目标/.test(name));
    expect(project).toMatchObject({ kind: 'changed', code: '2150502', was: '' });
    expect(project?.cells).toMatchObject([
      { column: '项目支出合计', before: '16.50', after: '26.51', change: '+10.01', rate: '+60.67%', yuan: '' },
      { column: '商品和服务支出', before: '16.50', after: '26.51', change: '+10.01', rate: '+60.67%' },
    ]);
    const total = tableOf(comparison, '收支总体情况表')?.rows.find(({ name }) => name === '收入总计');
    expect(total?.cells).toMatchObject([{ change: '+10.01' }]);
    expect(hasDifferences(comparison)).toBe(true);
  });

  test('the biggest change stands first, what has not changed is counted', () => {
    const table = tableOf(comparison, '支出总体情况表');
    const sizes = (table?.rows ?? []).map(({ cells }) =>
      Math.max(...cells.map(({ change }) => Math.abs(Number(change)))),
    );
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect((table?.rows.length ?? 0) + (table?.unchanged ?? 0)).toBe(
      new Set(data.tables.filter(({ title }) => title === table?.title).map(({ row: label }) => label)).size,
    );
  });

  test('元 that print does not show are told as such; documents, which do not print them, are the same', () => {
    const few = dataOf(withoutTotals(book()).set('项目支出', row, { '302商品和服务支出': '165020' }).compose());
    const project = tableOf(compared(data, few), '项目支出情况表')?.rows.find(({ name }) => /^特定目标/.test(name));
    expect(project?.cells[0]).toMatchObject({ change: '', rate: '', yuan: '165,000.00元 → 165,020.00元' });
    const blind = (of: PublishedData): PublishedData => ({
      ...of,
      tables: of.tables.map((cell) => ({ ...cell, yuan: '' })),
    });
    expect(tableOf(compared(data, blind(few)), '项目支出情况表')?.rows).toEqual([]);
  });

  test('a project with another name is gone and new; reasons and indicators that have changed are told', () => {
    const old = '2026年自治区技术改造专项资金';
    const other = withoutTotals(book());
    const reason = other.rows('上年对比').findIndex((one) => one.对比事项 === '一般公共预算') + 1;
    other.set('上年对比', reason, { 主要原因: '新增了奖补项目' });
    const indicator = other.rows('项目绩效指标').findIndex((one) => one.指标值 === '>=1项') + 1;
    other.set('项目绩效指标', indicator, { 指标值: '>=2项' });
    const told = compared(data, dataOf(other.compose()));
    expect(changesOf(told)).toEqual([]);
    expect(told.goals.changed).toMatchObject([
      {
        kind: 'changed',
        name: old,
        indicators: [{ kind: 'changed', fields: [{ field: '指标值', before: '>=1项', after: '>=2项' }] }],
      },
    ]);
    expect(told.texts.changed.flatMap(({ added }) => added)).toContain('主要原因是新增了奖补项目');
    expect(told.texts.changed.flatMap(({ gone }) => gone)).toContain('主要原因是“小升规”专项奖补资金增加');
  });

  test('amounts in the office’s own words are words; those that the form prints are told as figures alone', () => {
    const other = withoutTotals(book());
    const isOwn = (text: string | undefined) => /\d\.\d\d万元/.test(text ?? '');
    const row = other.rows('项目信息').findIndex(({ 资金分配情况 }) => isOwn(资金分配情况)) + 1;
    const before = other.rows('项目信息')[row - 1]?.资金分配情况 ?? '';
    other.set('项目信息', row, { 资金分配情况: before.replace(/\d\.\d\d(?=万元)/, '0.13') });
    const told = compared(data, dataOf(other.compose()));
    expect(hasDifferences(told)).toBe(true);
    expect(told.texts.changed.flatMap(({ added }) => added).join()).toContain('0.13');
    const figures = data.figures.map((one) => ({
      ...one,
      value: one.value === '4360.97' ? '4360.98' : (one.value ?? ''),
    }));
    const texts = data.texts.map((one) => ({ ...one, text: one.text?.replaceAll('4,360.97', '4,360.98') ?? '' }));
    expect(compared(data, { ...data, figures, texts }).texts.changed).toEqual([]);
  });

  test('goals in words, what stands beside an indicator’s value, the date at the end', () => {
    const first = <Row>(rows: readonly Row[], change: Partial<Row>) =>
      rows.map((row, index) => (index === 0 ? { ...row, ...change } : row));
    const dated = (date: string) => ({
      ...data,
      texts: [...data.texts.filter(({ title }) => title !== '落款日期'), { title: '落款日期', text: date }],
    });
    const other: PublishedData = {
      ...dated('2026年2月9日'),
      goals: first(data.goals, { text: `${data.goals[0]?.text}另增一个目标。` }),
      indicators: first(data.indicators, { basis: '另一个依据', weight: '99' }),
    };
    const told = compared(dated('2026年2月6日'), other);
    expect(told.goals.changed).toMatchObject([
      {
        aim: { field: '总体目标', before: '', after: '另增一个目标' },
        indicators: [
          {
            fields: [
              { field: '指标值设置依据', after: '另一个依据' },
              { field: '分值权重', after: '99' },
            ],
          },
        ],
      },
    ]);
    expect(told.texts.changed).toEqual([{ title: '落款日期', gone: ['2026年2月6日'], added: ['2026年2月9日'] }]);
    const paid = data.figures.find(({ id = '' }) => /^绩效目标\/.*\/财政拨款$/.test(id));
    const figures = data.figures.map((row) => (row.id === paid?.id ? { ...row, value: '3.21' } : row));
    const [money] = compared(data, { ...data, figures }).goals.changed;
    expect(money?.amounts).toEqual([{ field: '财政拨款（万元）', before: paid?.value, after: '3.21' }]);
    const early = data.indicators.map(({ basis, last, weight, scoring, evidence, ...row }) => row);
    const before = compared({ ...data, indicators: early, goals: [] }, other);
    expect([before.goals.changed, before.notices]).toEqual([
      [],
      ['前.xlsx 里没有总体目标，指标的依据、权重等，没有比较。'],
    ]);
  });

  test('figures beside the tables', () => {
    const other = book().fill('政府采购', { 政府采购货物预算: '46700' });
    const told = compared(data, dataOf(other.compose()));
    expect(told.figures.changed).toMatchObject([
      { name: '政府采购', change: '+1.00' },
      { name: '政府采购 · 货物', before: '3.67', after: '4.67', change: '+1.00', rate: '+27.25%', unit: '万元' },
    ]);
    expect(changesOf(told)).toEqual([]);
  });
});

describe('what is printed of a change', () => {
  const cell = (value: string, text = value): DataRow => ({ value, text, yuan: '' });
  const changeOf = (before: DataRow | undefined, after: DataRow | undefined) => {
    const change = amountChange(before, after);
    return change && [change.before, change.after, change.change, change.rate];
  };

  test.each<[string, string, string, string]>([
    ['10.00', '15.00', '+5.00', '+50.00%'],
    ['10.00', '0.00', '-10.00', '-100.00%'],
    ['10.00', '-5.00', '-15.00', '-150.00%'],
    ['0.00', '5.00', '+5.00', '+100.00%'],
    ['0.00', '-5.00', '-5.00', ''],
    ['-5.00', '5.00', '+10.00', ''],
    ['-5.00', '-6.00', '-1.00', ''],
    ['1000000.00', '999999.99', '-0.01', '0.00%'],
    ['0.01', '99999999999.99', '+99,999,999,999.98', '+999,999,999,999,800.00%'],
  ])('%s, then %s', (was, is, change, rate) => {
    const shown = (text: string) => text.replace(/\B(?=(\d{3})+\.)/g, ',');
    expect(changeOf(cell(was), cell(is))).toEqual([shown(was), shown(is), change, rate]);
    expect(changeOf(cell(was), cell(was))).toBeUndefined();
  });

  test('a blank and a dash are no money; other words stand as they are, and are never 0.00', () => {
    expect(changeOf(undefined, cell('5.00'))).toEqual(['', '5.00', '+5.00', '+100.00%']);
    expect(changeOf(cell('5.00'), cell('', '—'))).toEqual(['5.00', '', '-5.00', '-100.00%']);
    expect(changeOf(cell('', '—'), undefined)).toBeUndefined();
    expect(changeOf(cell('5.00'), cell('', '见附件'))).toEqual(['5.00', '见附件', '', '']);
    expect(changeOf(cell('', '见附件'), cell('', '见附件'))).toBeUndefined();
  });
});

describe('tables alone', () => {
  test('their text and figures beside are not said to be gone, and that they are not there is said', () => {
    const titles = new Set(data.tables.map(({ title }) => title));
    const ids = new Set(data.tables.map(({ figure }) => figure));
    const alone: PublishedData = {
      ...data,
      figures: data.figures.filter(({ id }) => ids.has(id)),
      texts: [
        ...data.texts.filter(({ title }) => titles.has(title)),
        { title: [...titles][0] ?? '', text: '为空表。' },
      ],
      indicators: [],
      goals: [],
    };
    const comparison = compared(data, alone);
    expect([comparison.figures.changed, comparison.texts.changed, hasDifferences(comparison)]).toEqual([[], [], false]);
    expect(comparison.notices).toEqual(['后.xlsx 里没有表外的数、文字、绩效目标和指标，没有比较。']);
  });
});

describe('two years', () => {
  const text = (row: DataRow | undefined, field: string) => row?.[field] ?? '';
  const byNumber = new Map(data.figures.map((row) => [row.number ?? '', row]));
  const pairs = data.figures.flatMap((row) => {
    const [now, last] = text(row, 'inputs').split(' ');
    return row.rule === 'change' ? [[byNumber.get(now ?? ''), byNumber.get(last ?? '')] as const] : [];
  });
  const lastById = new Map(pairs.map(([now, last]) => [text(now, 'id'), last]));
  /** Last year's document, by what this year's says of it. */
  const lastYear: PublishedData = {
    ...data,
    year: '2025',
    figures: data.figures.map((row) => {
      const last = lastById.get(row.id ?? '');
      return last ? { ...row, value: text(last, 'value'), yuan: text(last, 'yuan') } : row;
    }),
  };
  const altered = (id: string, value: string): PublishedData => ({
    ...lastYear,
    figures: lastYear.figures.map((row) => (row.id === id ? { ...row, value, yuan: '' } : row)),
  });

  test('last year’s amounts of this year’s document are held against last year’s own', () => {
    const comparison = compared(lastYear, data);
    expect(comparison.relation).toBe('years');
    expect(comparison.lastYear?.held).toBeGreaterThan(15);
    expect([comparison.lastYear?.differences, hasDifferences(comparison)]).toEqual([[], false]);
    const id = '科目2080501/一般公共预算拨款/合计';
    const told = compared(altered(id, '999.99'), data);
    expect(told.lastYear?.differences).toEqual([
      { name: '科目2080501 · 一般公共预算拨款', said: '204.61', printed: '999.99' },
    ]);
    expect(hasDifferences(told)).toBe(true);
  });

  test('an amount that last year’s document does not have is told; no amount is no difference', () => {
    const lacking = (id: string) => ({ ...lastYear, figures: lastYear.figures.filter((row) => row.id !== id) });
    const [held] = [compared(lastYear, data).lastYear?.held ?? 0];
    expect(compared(lacking('科目2080501/一般公共预算拨款/合计'), data).lastYear).toMatchObject({
      held,
      differences: [{ said: '204.61', printed: '' }],
    });
    const none = [...lastById].find(([, last]) => Number(last?.value) === 0)?.[0] ?? '';
    expect(compared(lacking(none), data).lastYear?.differences).toEqual([]);
  });

  test('the earlier year comes first, and that is said; names of projects may differ by their year', () => {
    const yearBefore = (name = '') => name.replace(/20\d{2}/g, (year) => String(Number(year) - 1));
    const renamed = {
      ...lastYear,
      tables: data.tables.map((cell) => ({
        ...cell,
        name: yearBefore(cell.name),
        row: yearBefore(cell.row),
        figure: '',
      })),
    };
    const comparison = compareData(side(data), side(renamed));
    expect([comparison?.before.year, comparison?.after.year]).toEqual(['2025', '2026']);
    expect(comparison?.notices).toEqual(['先写的是 2026 年的，已按年度先后比较。']);
    const rows = comparison ? changesOf(comparison) : [];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ kind, was }) => kind !== 'changed' || was === '')).toEqual([]);
  });

  test('of another office, of another kind, years apart: said, and no amount is held against last year', () => {
    const other = compared({ ...lastYear, entity: '某某局', kind: '部门' }, data);
    expect(other.notices.join()).toMatch(/不是同一家.*口径不同/);
    expect(other.lastYear).toBeUndefined();
    expect(compared({ ...lastYear, year: '2023' }, data).notices.join()).toMatch('相隔 3 年');
  });
});

describe('pairing', () => {
  const cell = (row: Partial<Record<string, string>>): DataRow => ({
    ...{ table: '3', title: '部门支出总体情况表', column: '合计', unit: '', code: '', yuan: '', text: row.value ?? '' },
    ...{ row: `${row.code ?? ''} ${row.name ?? ''}`.trim() },
    ...(row as DataRow),
  });
  const only = (...tables: DataRow[]): PublishedData => ({
    ...data,
    figures: [],
    indicators: [],
    goals: [],
    texts: [],
    tables,
  });
  const rowsOf = (before: DataRow[], after: DataRow[]) =>
    changesOf(compared(only(...before), only(...after))).map(({ kind, code, name, was }) => [kind, code, name, was]);

  test('by code though the name is another; by name though the code is another', () => {
    const money = { value: '1.00' };
    expect(
      rowsOf([cell({ code: '21505', name: '甲', ...money })], [cell({ code: '21505', name: '乙', ...money })]),
    ).toEqual([['changed', '21505', '乙', '21505 甲']]);
    expect(
      rowsOf([cell({ code: '21505', name: '甲', ...money })], [cell({ code: '21506', name: '甲', ...money })]),
    ).toEqual([['changed', '21506', '甲', '21505 甲']]);
  });

  test('what several rows could be is none of them', () => {
    const [a, b, c] = ['甲', '乙', '丙'].map((name) => cell({ code: '21505', name, value: '1.00' })) as [
      DataRow,
      DataRow,
      DataRow,
    ];
    expect(rowsOf([a, b], [c]).map(([kind]) => kind)).toEqual(['new', 'gone', 'gone']);
    const nameless = cell({ code: '21505', value: '1.00' });
    const [table] = compared(only(cell({ code: '21505', name: '甲', value: '1.00' })), only(nameless)).tables;
    expect([table?.unchanged, table && columnNotes(table)]).toEqual([
      0,
      ['有一份的这张表没有科目名称，各行只按科目编码对上。'],
    ]);
  });

  test('a project that is withheld now does not lead to its former name', () => {
    const project = (name: string) =>
      cell({ code: '2150502', name, row: `215 05 02 一般行政管理事务 ${name}`, value: '1.00' });
    expect(rowsOf([project('某项工程')], [project('特定目标001')])).toEqual([
      ['new', '2150502', '特定目标001', ''],
      ['gone', '2150502', '某项工程', ''],
    ]);
  });

  test('nor where the table leaves out the name of the code, or its own code holds the two years', () => {
    const own = cell({ code: '2150502', name: '一般行政管理事务', value: '1.00' });
    const project = (name: string, code = '2150502') =>
      cell({ title: '部门项目支出情况表', code, name, value: '1.00' });
    expect(rowsOf([own, project('某项工程')], [own, project('特定目标001')])).toEqual([
      ['new', '2150502', '特定目标001', ''],
      ['gone', '2150502', '某项工程', ''],
    ]);
    const [before, after] = [project('特定目标20250001', ''), project('特定目标20260001', '')].map((row) => only(row));
    const years = compared({ ...before, year: '2025' } as PublishedData, after as PublishedData);
    expect(changesOf(years).map(({ kind }) => kind)).toEqual(['new', 'gone']);
  });

  test('tables and columns of another year’s form; a column that one lacks is told', () => {
    const before = [
      cell({ title: '上年结转结余情况明细表', column: '总计', name: '甲', value: '1.00' }),
      cell({ title: '上年结转结余情况明细表', column: '财政拨款', name: '甲', value: '1.00' }),
    ];
    const after = [
      cell({ title: '上年结转结余情况表', column: '合计', name: '甲', value: '2.00' }),
      cell({ title: '上年结转结余情况表', column: '财政拨款', name: '甲', value: '1.00' }),
    ];
    const [table] = compared(only(...before), only(...after)).tables;
    expect(table?.rows).toMatchObject([{ name: '甲', cells: [{ column: '合计', before: '1.00', after: '2.00' }] }]);
    const title = '上年结转结余情况明细表';
    const others = ['财政拨款', '合计', '其他'].map((column) => cell({ title, column, name: '甲', value: '1.00' }));
    const lacking = compared(only(...before), only(...others)).tables[0];
    expect(lacking).toMatchObject({ columnsOnlyBefore: ['总计'], columnsOnlyAfter: ['合计', '其他'] });
  });

  test('nothing in common is no comparison', () => {
    expect(
      compareData(
        side(only(cell({ title: '甲', name: '甲' }))),
        side(only(cell({ title: '乙丙丁戊', column: '己', name: '甲' }))),
      ),
    ).toBeUndefined();
  });
});
