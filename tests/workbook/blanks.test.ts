/** What a row may leave blank because it is said elsewhere. */
import { describe, expect, test } from '@jest/globals';
import { sampleBook } from '../support/book.js';

const indicators = (book: ReturnType<typeof sampleBook>) => book.examine().facts.projectIndicators;

describe('the project of an indicator', () => {
  test('holds on below the first row of its block', () => {
    const full = sampleBook('2026-department');
    const bare = sampleBook('2026-department');
    let above = '';
    for (const row of bare.rows('项目绩效指标')) {
      const name = row.项目名称 ?? '';
      if (name === above) row.项目名称 = '';
      above = name;
    }
    const names = (book: typeof bare) => indicators(book).map(({ goal }) => goal.value);
    expect(names(bare)).toEqual(names(full));
    expect(bare.examine().findings.map(({ code }) => code)).toEqual(full.examine().findings.map(({ code }) => code));
  });

  test('is asked for in the first row', () => {
    const codes = sampleBook('2026-department').set('项目绩效指标', 1, { 项目名称: '' }).examine().findings;
    expect(codes.filter(({ code }) => code === 'C01').map(({ column }) => column)).toContain('项目名称');
  });

  test('holds on in no other sheet', () => {
    const codes = sampleBook('2026-department').set('项目支出', 2, { 项目名称: '' }).examine().findings;
    expect(codes.filter(({ code }) => code === 'C01').map(({ column }) => column)).toContain('项目名称');
  });
});

describe('预算单位', () => {
  const blanked = (name: string) => {
    const book = sampleBook(name);
    for (const sheet of ['基本支出（功能）', '项目信息', '项目支出', '项目绩效目标']) {
      for (const row of book.rows(sheet)) row.预算单位 = '';
    }
    return book;
  };

  test('may be blank where there is one, and the facts are the same', () => {
    const facts = JSON.stringify(
      sampleBook('2026-unit')
        .examine()
        .facts.basicByFunction.map(({ unit }) => unit.value),
    );
    const bare = blanked('2026-unit').examine();
    expect(JSON.stringify(bare.facts.basicByFunction.map(({ unit }) => unit.value))).toBe(facts);
    expect(bare.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('is that of 基本信息 in the workbook of a unit', () => {
    const book = sampleBook('2026-unit').set('预算单位', 1, { 单位名称: '' });
    expect(book.examine().facts.units[0]?.name.value).toBe('乌鲁木齐市工业和信息化局');
  });

  test('is blank where a formula of ours was saved without its result, and there is one', () => {
    const uncalculated = {
      kind: 'empty',
      text: '',
      formula: "IF(COUNTA(B4)*LEN('基本信息'!$B$6)=0,\"\",'基本信息'!$B$6)",
    } as const;
    const codes = (name: string) =>
      blanked(name)
        .cell(['项目支出', 1, '预算单位'], uncalculated)
        .cell(['项目支出', 500, '预算单位'], uncalculated)
        .examine()
        .findings.filter(({ severity, at }) => severity === 'error' && at?.sheet === '项目支出')
        .map(({ code }) => code);
    expect(codes('2026-unit')).toEqual([]);
    expect(codes('2026-department')).toContain('C04');
  });

  test('is missed once, in 基本信息, where the workbook of a unit does not say its name', () => {
    const book = blanked('2026-unit').set('预算单位', 1, { 单位名称: '' }).fill('基本信息', { '部门（单位）名称': '' });
    const errors = book.examine().findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, at }) => `${code} ${at?.sheet}`)).toEqual(['C01 基本信息']);
  });

  test('is asked for where there are several', () => {
    const missing = blanked('2026-department')
      .examine()
      .findings.filter(({ code }) => code === 'C01');
    expect(missing.length).toBeGreaterThan(0);
  });

  test('of a withheld project may be blank too: its purpose is not read', () => {
    const book = sampleBook('2026-unit').set('项目信息', 4, { 是否公开: '不予公开' });
    const name = book.row('项目信息', 4).项目名称 ?? '';
    book.set('委托业务费', 2, { 项目名称: name, 预算单位: '', 用途: '不得外传的内容' });
    expect(JSON.stringify(book.examine())).not.toContain('不得外传');
  });
});

test('a withheld project stays unread where its 预算单位 is left blank, in its own row or everywhere', () => {
  const marker = '不得印出的依据';
  for (const sheets of [['项目信息'], ['项目信息', '项目支出', '委托业务费', '项目绩效目标']]) {
    const book = sampleBook('2026-unit');
    const row = book.rows('项目信息').find(({ 是否公开 }) => 是否公开 === '不予公开');
    Object.assign(row ?? {}, { 设立的政策依据: marker });
    for (const sheet of sheets) for (const one of book.rows(sheet)) one.预算单位 = '';
    // what the blank workbook holds in rows that nobody has begun
    book.cell(['项目信息', 40, '预算单位'], {
      kind: 'empty',
      text: '',
      formula: 'IF(COUNTA(B43)=0,"",\'基本信息\'!B6)',
    });
    const { facts, findings } = book.examine();
    expect(JSON.stringify(facts)).not.toContain(marker);
    expect(findings.map(({ code }) => code)).toContain('S21');
    expect(findings.filter(({ message }) => message.includes('不显示）'))).toEqual([]);
  }
});
