/** A workbook of another edition speaks of its own year and its own table numbers. */
import { expect, test } from '@jest/globals';
import { blankPlan } from '../../../src/editions/blank.js';
import { placesOf } from '../../../src/workbook/write/place.js';
import { ownText } from '../../../src/workbook/write/wording.js';
import { editions } from '../../support/samples.js';

const plan = (year: number) => blankPlan(editions.load(year), '部门');

const words = (year: number): string =>
  [...placesOf(plan(year)).values()]
    .flatMap(({ sheet, columns }) => [
      sheet.help,
      ...columns.flatMap(({ column: { help, example, printedIn } }) => [help, example, printedIn]),
    ])
    .join('\n');

test('2026 says what the layout says', () => {
  expect(words(2026)).toContain('表7、11、12，说明七、十一、十二');
  expect(words(2026)).toContain('2026年2月27日');
});

test.each(editions.years.filter((year) => year < 2026))('%d has 11 tables, 12 sections and its own year', (year) => {
  expect(words(year)).not.toMatch(/表(?:\d+、)*12|说明十三|、十三|2026/);
  expect(words(year)).toContain(`${year}年2月27日`);
  expect(words(year)).toContain('说明十二（三）');
});

test('lists of numbers lose the table that is not there, and keep the rest', () => {
  const before = { year: 2024, sheets: plan(2024).sheets };
  expect(ownText('表7、11、12，说明七、十一、十二', before)).toBe('表7、11，说明七、十一');
  expect(ownText('第一部分 二、表7、表11、表12', before)).toBe('第一部分 二、表7、表11');
  expect(ownText('说明二、三、五（一）、十三（一）', before)).toBe('说明二、三、五（一）、十二（一）');
  expect(ownText('表7、表11、表12按此顺序列示。', before)).toBe('表7、表11按此顺序列示。');
});
