/** What a cell shows by its number format: held against LibreOffice 7, and Excel's own habits. */
import { describe, expect, test } from '@jest/globals';
import { annotate } from '../../src/annotate/annotate.js';
import { examineCells } from '../../src/index.js';
import { shownByFormat, textByFormat } from '../../src/workbook/shown.js';
import { sampleBook } from '../support/book.js';
import { editions } from '../support/samples.js';
import { cellsIn, readOrFail } from './read/support.js';

const values = ['0', '1', '12', '0.95', '2.5', '1234.5', '100', '-3'];

/**
 * A format and what LibreOffice shows of each value (export as csv, as shown), without the blanks that align. Undefined
 * where we refuse: a fraction that is not the value, a negative number under conditions.
 */
const table: readonly (readonly [string, ...(string | undefined)[]])[] = [
  ['0%', '0%', '100%', '1200%', '95%', '250%', '123450%', '10000%', '-300%'],
  ['0.0%', '0.0%', '100.0%', '1200.0%', '95.0%', '250.0%', '123450.0%', '10000.0%', '-300.0%'],
  ['0.00%', '0.00%', '100.00%', '1200.00%', '95.00%', '250.00%', '123450.00%', '10000.00%', '-300.00%'],
  ['"≥"0', '≥0', '≥1', '≥12', '≥1', '≥3', '≥1235', '≥100', '-≥3'],
  ['"≥"0%', '≥0%', '≥100%', '≥1200%', '≥95%', '≥250%', '≥123450%', '≥10000%', '-≥300%'],
  ['≥0%', '≥0%', '≥100%', '≥1200%', '≥95%', '≥250%', '≥123450%', '≥10000%', '-≥300%'],
  ['0"天"', '0天', '1天', '12天', '1天', '3天', '1235天', '100天', '-3天'],
  ['0 "人次"', '0 人次', '1 人次', '12 人次', '1 人次', '3 人次', '1235 人次', '100 人次', '-3 人次'],
  ['0.00', '0.00', '1.00', '12.00', '0.95', '2.50', '1234.50', '100.00', '-3.00'],
  ['0', '0', '1', '12', '1', '3', '1235', '100', '-3'],
  ['#,##0', '0', '1', '12', '1', '3', '1,235', '100', '-3'],
  ['#,##0.00', '0.00', '1.00', '12.00', '0.95', '2.50', '1,234.50', '100.00', '-3.00'],
  ['#,##0"元"', '0元', '1元', '12元', '1元', '3元', '1,235元', '100元', '-3元'],
  ['# ?/?', '0', '1', '12', undefined, '2 1/2', '1234 1/2', '100', '-3'],
  ['# ??/??', '0', '1', '12', '19/20', '2 1/2', '1234 1/2', '100', '-3'],
  ['# ?/4', '0', '1', '12', undefined, '2 2/4', '1234 2/4', '100', '-3'],
  ['0/100', '0/100', '100/100', '1200/100', '95/100', '250/100', '123450/100', '10000/100', '-300/100'],
  ['0.00E+00', '0.00E+00', '1.00E+00', '1.20E+01', '9.50E-01', '2.50E+00', '1.23E+03', '1.00E+02', '-3.00E+00'],
  ['0E-0', '0E0', '1E0', '1E1', '1E0', '3E0', '1E3', '1E2', '-3E0'],
  ['[Red]0.0', '0.0', '1.0', '12.0', '1.0', '2.5', '1234.5', '100.0', '-3.0'],
  ['[Red]0.0;[Blue]-0.0', '0.0', '1.0', '12.0', '1.0', '2.5', '1234.5', '100.0', '-3.0'],
  ['[>=100]"高"0;"低"0', '低0', '低1', '低12', '低1', '低3', '高1235', '高100', undefined],
  ['[>=100]"高"0;[<10]"低"0;0', '低0', '低1', '12', '低1', '低3', '高1235', '高100', undefined],
  ['0;-0;"零"', '零', '1', '12', '1', '3', '1235', '100', '-3'],
  ['(0);[Red](-0)', '(0)', '(1)', '(12)', '(1)', '(3)', '(1235)', '(100)', '(-3)'],
  ['0\\%', '0%', '1%', '12%', '1%', '3%', '1235%', '100%', '-3%'],
  ['0‰', '0‰', '1‰', '12‰', '1‰', '3‰', '1235‰', '100‰', '-3‰'],
  ['0.0_);(0.0)', '0.0', '1.0', '12.0', '1.0', '2.5', '1234.5', '100.0', '(3.0)'],
  [
    '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    '-',
    '1.00',
    '12.00',
    '0.95',
    '2.50',
    '1,234.50',
    '100.00',
    '-3.00',
  ],
  ['¥#,##0.00', '¥0.00', '¥1.00', '¥12.00', '¥0.95', '¥2.50', '¥1,234.50', '¥100.00', '-¥3.00'],
  ['[$￥-804]#,##0.00', '￥0.00', '￥1.00', '￥12.00', '￥0.95', '￥2.50', '￥1,234.50', '￥100.00', '-￥3.00'],
  ['General"人"', '0人', '1人', '12人', '0.95人', '2.5人', '1234.5人', '100人', '-3人'],
  ['"第"General"期"', '第0期', '第1期', '第12期', '第0.95期', '第2.5期', '第1234.5期', '第100期', '-第3期'],
  ['000', '000', '001', '012', '001', '003', '1235', '100', '-003'],
  ['0.0?', '0.0', '1.0', '12.0', '0.95', '2.5', '1234.5', '100.0', '-3.0'],
  ['0,', '0', '0', '0', '0', '0', '1', '0', '0'],
  ['0.0,"千"', '0.0千', '0.0千', '0.0千', '0.0千', '0.0千', '1.2千', '0.1千', '0.0千'],
  ['+0;-0', '+0', '+1', '+12', '+1', '+3', '+1235', '+100', '-3'],
  ['00-00', '00-00', '00-01', '00-12', '00-01', '00-03', '12-35', '01-00', '-00-03'],
  ['"<="0', '<=0', '<=1', '<=12', '<=1', '<=3', '<=1235', '<=100', '-<=3'],
  ['>0', '>0', '>1', '>12', '>1', '>3', '>1235', '>100', '->3'],
  ['±0', '±0', '±1', '±12', '±1', '±3', '±1235', '±100', '-±3'],
  ['0人', '0人', '1人', '12人', '1人', '3人', '1235人', '100人', '-3人'],
  ['0.000000', '0.000000', '1.000000', '12.000000', '0.950000', '2.500000', '1234.500000', '100.000000', '-3.000000'],
  ['#,##0,,', '0', '0', '0', '0', '0', '0', '0', '0'],
  ['#0.0"万"元', '0.0万元', '1.0万元', '12.0万元', '1.0万元', '2.5万元', '1234.5万元', '100.0万元', '-3.0万元'],
];

test.each(table)('%s shows what LibreOffice shows', (format, ...shown) => {
  expect(values.map((value) => shownByFormat(value, format))).toEqual(shown);
});

describe('as Excel does where LibreOffice does otherwise', () => {
  test.each([
    ['0.285', '0%', '29%'],
    ['1.0049999999999999', '0.00', '1.01'],
    ['0.30000000000000004', 'General', '0.3'],
    ['3', '0.##', '3.'],
    ['-0.04', '0.0', '0.0'],
    ['0.333333333333333', '# ?/?', '1/3'],
    ['0.1', '0.00%', '10.00%'],
    ['9.5E-1', '"≥"0%', '≥95%'],
  ])('%s by %s', (value, format, shown) => expect(shownByFormat(value, format)).toBe(shown));
});

test.each([
  '[DBNum1]0',
  '[DBNum2][$-804]General',
  '[$-D000000]0',
  'yyyy"年"m"月"',
  'h:mm',
  '0d',
  '0*-',
  '0!%',
  '"共"@',
  '##0.0E+0',
  '0"次"/"年"',
  '0;0;0;@;0',
  '"open',
])('%s is not told for certain, so it is refused', (format) => expect(shownByFormat('3', format)).toBeUndefined());

test.each([';;;', '0;-0;', '#'])('%s hides a zero', (format) => expect(shownByFormat('0', format)).toBe(''));

test.each([
  ['@', '约3'],
  ['0.00', '约3'],
  ['"共"@', '共约3'],
  ['0;-0;0;@"次"', '约3次'],
  ['yyyy"年"m"月"d"日";@', '约3'],
  ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '约3'],
  [';;;', ''],
  ['0;0;0;0', undefined],
])('a text by %s', (format, shown) => expect(textByFormat('约3', format)).toBe(shown));

describe('a column of texts', () => {
  const spot = ['项目绩效指标', 2, '指标值'] as const;
  const printed = (change: Parameters<ReturnType<typeof sampleBook>['cell']>[1]) =>
    sampleBook('2026-unit').cell(spot, change).examine().facts.projectIndicators[1]?.value.value;

  test.each([
    ['a percentage', { text: '0.95', display: 'percent', format: '0%' }, '95%'],
    ['a number with words', { text: '12', format: '"≥"0"人次"' }, '≥12人次'],
    ['a fraction', { text: '0.5', format: '# ?/?' }, '1/2'],
    ['decimals', { text: '3', format: '0.00' }, '3.00'],
    ['a number of the general format', { text: '0.30000000000000004' }, '0.3'],
    ['a formula typed as text', { kind: 'text', text: '=100%' }, '=100%'],
  ] as const)('prints %s as it is seen', (_, change, text) => {
    expect(printed({ kind: 'number', display: 'plain', ...change })).toBe(text);
  });

  test('a date is refused, and told as it is seen', () => {
    const date = { kind: 'number', text: '46086', display: 'date', format: 'm"月"d"日"' } as const;
    const told = sampleBook('2026-unit').cell(spot, date).examine().findings;
    expect(told.filter(({ code }) => code === 'C19').map(({ found }) => found)).toEqual(['3月5日']);
  });
});

test('an amount is what the cell holds, whatever its format shows', () => {
  const amount = ['政府采购', 1, '政府采购货物预算'] as const;
  const goods = (format: string) =>
    sampleBook('2026-unit').cell(amount, { kind: 'number', text: '36700.5', format }).examine().facts.procurement
      ?.goods;
  expect(JSON.stringify(goods('0'))).toBe(JSON.stringify(goods('General')));
});

test('a file brings the format of a number, of a text only where it alters it', () => {
  const cells = cellsIn(
    '<row r="1"><c r="A1" s="1"><v>0.95</v></c><c r="B1" s="2"><v>0.5</v></c><c r="C1" s="1" t="str"><v>一</v></c>' +
      '<c r="D1" s="3" t="str"><v>一</v></c><c r="E1"><v>1</v></c></row>',
    { formats: ['"≥"0%', 12, '"第"@'] },
  );
  expect(Object.values(cells).map(({ format }) => format)).toEqual(['"≥"0%', '# ?/?', undefined, '"第"@', undefined]);
});

test('the copy with comments shows what the office saw', async () => {
  const book = sampleBook('2026-unit').cell(['项目绩效指标', 2, '指标值'], {
    ...{ kind: 'number', text: '0.95', display: 'percent', format: '"≥"0%' },
  });
  const { facts, findings, edition } = book.examine();
  const bytes = await annotate({ file: '预算.xlsx', workbook: book.raw(), findings, edition });
  const again = examineCells(readOrFail(bytes), editions).facts;
  expect(again.projectIndicators[1]?.value.value).toBe('≥95%');
  expect(again.projectIndicators.length).toBe(facts.projectIndicators.length);
});
