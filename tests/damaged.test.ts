/** Damaged copies of a sample: each gets exactly the one finding that names the damage, at its cell. */
import { describe, expect, test } from '@jest/globals';
import { short } from './support/book.js';
import { numeral, Package, words } from './support/package.js';
import { examined, sampleBytes } from './support/samples.js';

const unit = '乌鲁木齐市工业和信息化局';

interface Damage {
  readonly to: (file: Package) => Package;
  /** The finding, and words that its message must have. */
  readonly finding: string;
  readonly says: readonly string[];
}

const damages: Readonly<Record<string, Damage>> = {
  'text in an amount': {
    to: (file) => file.cell('项目支出', 'G6', words('约16.5万')),
    finding: 'C02 项目支出!G6',
    says: ['安全生产和节能审查工作经费', '302商品和服务支出', '约16.5万'],
  },
  '#REF! in an amount': {
    to: (file) => file.cell('三公经费', 'B7', { type: 'e', inner: '<f>#REF!*1</f><v>#REF!</v>' }),
    finding: 'C03 三公经费!B7',
    says: ['公务用车运行维护费', '#REF!'],
  },
  'a formula without a value': {
    to: (file) => file.cell('基本支出（经济）', 'D4', { inner: '<f>SUM(F4:G4)</f>' }),
    finding: 'C04 基本支出（经济）!D4',
    says: ['30101', '金额'],
  },
  'a missing sheet': {
    to: (file) => file.removeSheet('国有资产'),
    finding: 'S01',
    says: ['国有资产'],
  },
  'a renamed required column': {
    to: (file) => file.cell('上年对比', 'B3', words('上年数')),
    finding: 'S02 上年对比!B3',
    says: ['上年预算数', '最接近的是“上年数”'],
  },
  'a renamed amount column that may stay empty': {
    to: (file) => file.cell('项目支出', 'M3', words('312补助')),
    finding: 'S02 项目支出!M3',
    says: ['312对企业补助', '最接近的是“312补助”'],
  },
  'a renamed text column that may stay empty': {
    to: (file) => file.cell('项目信息', 'D3', words('政策依据')),
    finding: 'S02 项目信息!D3',
    says: ['设立的政策依据', '最接近的是“政策依据”'],
  },
  'a wrong code': {
    to: (file) => file.cell('项目支出', 'C5', words('2150592')),
    finding: 'R02 项目支出!C5',
    says: ['2150592', '是不是 2150502'],
  },
  'a total that does not match': {
    to: (file) => file.cell('基本支出（经济）', 'D4', numeral('3262901')),
    finding: 'T01 基本支出（经济）!D4',
    says: ['14,157,601.00元', '14,157,600.00元', '相差 1.00元'],
  },
  'a total that does not match the approved one': {
    to: (file) => file.cell('批复数核对', 'B4', numeral('43609600')),
    finding: 'T10 批复数核对!B4',
    says: ['收入总计', '43,609,700.00元', '相差 100.00元'],
  },
  'a duplicate project': {
    to: (file) =>
      file
        .cell('项目信息', 'A14', words(unit))
        .cell('项目信息', 'B14', words('辅助履职人员支出'))
        .cell('项目信息', 'C14', words('公开')),
    finding: 'R05 项目信息!B14',
    says: ['第14行与第7行', '辅助履职人员支出'],
  },
  'a negative amount': {
    to: (file) => file.cell('项目支出', 'G6', numeral('-165000')),
    finding: 'C08 项目支出!G6',
    says: ['-165,000.00元'],
  },
  'a typing error in a closed list': {
    to: (file) => file.cell('基本支出（功能）', 'D4', words('一般公共预箅')),
    finding: 'C10 基本支出（功能）!D4',
    says: ['一般公共预箅', '最接近的是“一般公共预算”'],
  },
};

/** But for hints: one of its projects stands in no performance table. */
const findingsOf = (bytes: Uint8Array) =>
  examined('2026-unit', bytes).findings.filter(({ severity }) => severity !== 'note');

test('the undamaged sample has nothing to mend', () => {
  expect(findingsOf(new Package(sampleBytes('2026-unit')).bytes())).toEqual([]);
});

describe.each(Object.entries(damages))('%s', (_, { to, finding, says }) => {
  const findings = findingsOf(to(new Package(sampleBytes('2026-unit'))).bytes());

  test('is told at its cell, and nothing else is', () => {
    expect(findings.map(short)).toEqual([finding]);
    expect(findings.map(({ severity }) => severity)).toEqual(['error']);
  });

  test('is told in words that name it and how to mend it', () => {
    for (const part of says) expect(findings[0]?.message).toContain(part);
    expect(findings[0]?.remedy).toMatch(/请/);
  });
});

test('a total that does not add up names the cells of its addends', () => {
  const file = new Package(sampleBytes('2026-unit')).cell('基本支出（经济）', 'D4', numeral('3262901'));
  const [first] = examined('2026-unit', file.bytes()).findings;
  const related = first?.related ?? [];
  expect(first?.at).toEqual({ sheet: '基本支出（经济）', row: 4, column: 4 });
  expect(related.filter(({ sheet }) => sheet === '基本支出（经济）')).toHaveLength(13);
  expect(related.filter(({ sheet }) => sheet === '基本支出（功能）')).toHaveLength(4);
});
