/** What a department relies on when it puts its units' workbooks together. */
import { describe, expect, test } from '@jest/globals';
import { ledgerOf } from '../../src/figures/ledger.js';
import { type Checked, compose } from '../../src/index.js';
import { mergePlan, type Part } from '../../src/merge/merge.js';
import { layout } from '../../src/workbook/layout/layout.js';
import { type ContentRow, writeWorkbook } from '../../src/workbook/write/index.js';
import { Book, ofSeverity, told } from '../support/book.js';
import { editions, examined, sampleSource } from '../support/samples.js';
import { type SplitUnit, splitByUnit } from '../support/split.js';

const sample = '2026-department';
const units = splitByUnit(sampleSource(sample));

function partOf({ name, content }: SplitUnit, change: (book: Book) => Book = (book) => book): Part {
  const { facts, findings } = change(new Book(content)).examine();
  expect(told(ofSeverity(findings, 'error'))).toEqual([]);
  return { file: `${name}.xlsx`, facts, ledger: ledgerOf(facts) };
}

function merge(parts: readonly Part[]) {
  const [own, ...others] = parts;
  if (!own) throw new Error('no parts');
  return mergePlan({ own, others }, editions.load(own.facts.entity.year.value));
}

const documentOf = ({ facts, edition }: Checked) => compose(facts, edition).tree;

describe.each(['2026-department', '2024-department'])('%s split by unit', (sample) => {
  const units = splitByUnit(sampleSource(sample));
  const parts = units.map((unit) => partOf(unit));
  const { plan, findings } = merge(parts);

  test('there is more than one unit, and each has money of its own', () => {
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.every(({ ledger }) => ledger.length > 0)).toBe(true);
  });

  test('merges back to the same document', async () => {
    const before = new Book(sampleSource(sample));
    const after = examined('merged', await writeWorkbook(plan));
    expect(told(ofSeverity(after.findings, 'error'))).toEqual([]);
    expect(documentOf(after)).toEqual(documentOf(before.examine()));
  });

  test('no two units are in conflict', () => {
    expect(told(findings)).toEqual([]);
  });

  test('基本支出（经济） names the unit of every row', () => {
    const rows = plan.content[layout.basicByEconomic.name] as readonly ContentRow[];
    expect(new Set(rows.map((row) => row.预算单位))).toEqual(new Set(units.map(({ name }) => name)));
  });

  test('only 本级 is 本级, and the texts are its own', () => {
    const rows = plan.content[layout.units.name] as readonly ContentRow[];
    expect(rows.map((row) => row.是否本级)).toEqual(units.map((_, index) => (index === 0 ? '是' : '否')));
    expect(plan.content[layout.duties.name]).toEqual(units[0]?.content[layout.duties.name]);
  });
});

describe('findings name both files', () => {
  const [own, second, third] = units;
  if (!own || !second || !third) throw new Error('the sample has three units');
  const codes = (parts: readonly Part[]) => merge(parts).findings.map(({ code }) => code);
  const messages = (parts: readonly Part[], code: string) =>
    merge(parts)
      .findings.filter((found) => found.code === code)
      .map(({ message }) => message);
  const bothNamed = (text: string | undefined, a: SplitUnit, b: SplitUnit) => {
    expect(text).toContain(`${a.name}.xlsx`);
    expect(text).toContain(`${b.name}.xlsx`);
  };

  test('the same unit twice would count its money twice', () => {
    const parts = [partOf(own), partOf(second), { ...partOf(second), file: '又一份.xlsx' }];
    const [message] = messages(parts, 'M02');
    expect(message).toContain(`${second.name}.xlsx`);
    expect(message).toContain('又一份.xlsx');
    const spelt = partOf(second, (book) => {
      const name = `${second.name.slice(0, 2)} ${second.name.slice(2)}`;
      return book.set('预算单位', 1, { 单位名称: name }).fill('基本信息', { '部门（单位）名称': name });
    });
    expect(codes([partOf(own), partOf(second), { ...spelt, file: '又一份.xlsx' }])).toContain('M02');
  });

  test('money that 本级 passes on is pointed out, with both files', () => {
    const passed = (book: Book) => book.set('项目支出', 1, { 资金来源: '上级补助收入' });
    const { content } = second;
    const plain = { ...second, content: { ...content, 批复数核对: [] } };
    const book = passed(new Book(plain.content)).examine();
    const part = { file: `${second.name}.xlsx`, facts: book.facts, ledger: ledgerOf(book.facts) };
    const [message] = messages([partOf(own), part], 'M05');
    bothNamed(message, second, own);
    expect(codes([partOf(own), partOf(second)])).not.toContain('M05');
    const spending = layout.projectSpending.columns;
    const zeros = Object.values(spending).flatMap(({ header, type }) =>
      type.kind === 'amount' ? [[header, '0']] : [],
    );
    const none = new Book(plain.content).set('项目支出', 1, { 资金来源: '上级补助收入', ...Object.fromEntries(zeros) });
    const { facts } = none.examine();
    const idle = { file: `${second.name}.xlsx`, facts, ledger: ledgerOf(facts) };
    const sources = [...facts.projectSpending, ...facts.basicByFunction].map(({ source }) => source.value);
    expect(sources).toContain('superiorGrant');
    expect(codes([partOf(own), idle])).not.toContain('M05');
  });

  test('two years do not mix', () => {
    const part = partOf(second);
    const year = { ...part.facts.entity.year, value: part.facts.entity.year.value - 1 };
    const other = { ...part, facts: { ...part.facts, entity: { ...part.facts.entity, year } } };
    const [message] = messages([partOf(own), other], 'M01');
    bothNamed(message, own, second);
  });

  test('two names of one code: the first stays, and is told', () => {
    const code = partOf(second).facts.codes.findIndex((row) => row.code.value === '2060599');
    const renamed = partOf(second, (book) => book.set('科目名称', code + 1, { 科目名称: '别的名称' }));
    const parts = [partOf(own), renamed];
    bothNamed(messages(parts, 'M03')[0], own, second);
    const rows = merge(parts).plan.content[layout.codes.name] as readonly ContentRow[];
    expect(rows.filter((row) => row.科目编码 === '2060599').map((row) => row.科目名称)).not.toContain('别的名称');
  });

  test('texts of a subordinate unit are not dropped in silence', () => {
    const talking = partOf(second, (book) => book.add('其他说明', { 内容: '本单位另有说明。' }));
    bothNamed(messages([partOf(own), talking], 'M07')[0], own, second);
  });

  test('a control total that only one workbook has is not taken for the sum', () => {
    const parts = [partOf(own), partOf(second, (book) => book.remove('批复数核对', 1))];
    bothNamed(messages(parts, 'M08')[0], own, second);
  });

  test('order numbers that collide are given anew, 本级 first', () => {
    const number = (book: Book) => book.set('项目信息', 1, { 结转说明顺序: '91' });
    const parts = [partOf(own, number), partOf(second, number)];
    bothNamed(messages(parts, 'M06')[0], own, second);
    const rows = merge(parts).plan.content[layout.projects.name] as readonly ContentRow[];
    const numbers = rows.flatMap((row) => row.结转说明顺序 ?? []).map(Number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('two goal tables of one name cannot be told apart', () => {
    const name = String((own.content.项目绩效目标 as readonly ContentRow[])[0]?.项目名称);
    const second2 = partOf(second, (book) => {
      const old = book.row('项目绩效目标', 1).项目名称;
      for (const row of book.rows('项目信息')) if (row.绩效目标表 === old) row.绩效目标表 = name;
      for (const row of book.rows('项目绩效指标')) if (row.项目名称 === old) row.项目名称 = name;
      return book.set('项目绩效目标', 1, { 项目名称: name });
    });
    bothNamed(messages([partOf(own), second2], 'M04')[0], own, second);
  });

  test('performance figures that only some workbooks state are summed with the computed ones, and told', () => {
    const silent = partOf(second, (book) => book.fill('预算绩效情况', { 当年预算安排项目个数: '' }));
    bothNamed(messages([partOf(own), silent], 'M09')[0], own, second);
  });
});
