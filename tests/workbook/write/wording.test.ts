/** A workbook of another edition speaks of its own year and its own table numbers. */
import { expect, test } from '@jest/globals';
import { blankPlan } from '../../../src/editions/blank.js';
import { layout } from '../../../src/workbook/layout/layout.js';
import { withPartNumbers } from '../../../src/workbook/layout/printedIn.js';
import type { AnyColumn } from '../../../src/workbook/layout/types.js';
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

test('numbers are those of the edition; what it does not have is left out', () => {
  const [before, now] = [2024, 2026].map((year) => ({ year, partNumbers: editions.load(year).partNumbers() }));
  const said = (text: string) => [before, now].map((edition) => ownText(text, edition as NonNullable<typeof edition>));
  expect(said('{表 projects commissioned carryOver}，{说明 projects commissioned carryOver}')).toEqual([
    '表7、11，说明七、十一',
    '表7、11、12，说明七、十一、十二',
  ]);
  expect(said('第一部分 二、{表 commissioned}、{表 carryOver}')).toEqual([
    '第一部分 二、表11',
    '第一部分 二、表11、表12',
  ]);
  expect(said('{表 commissioned}、{说明 commissioned}')).toEqual(['', '表11、说明十一']);
  expect(() => said('{表 projcts}')).toThrow('projcts');
});

test('every number that the layout names is one of the newest form; what must be filled in is told without any', () => {
  const { partNumbers } = editions.load(editions.years.at(-1) ?? 0);
  for (const sheet of Object.values(layout)) {
    for (const { help, printedIn, required } of Object.values<AnyColumn>(sheet.columns)) {
      for (const [token] of `${help}${printedIn}`.matchAll(/\{[^}]*\}/g)) {
        const numbered = withPartNumbers(token, partNumbers());
        expect([token, numbered.split('、').length]).toEqual([token, token.split(' ').length - 1]);
        expect(numbered).toMatch(/^(?:表|说明)./);
      }
      // findings tell this help as it is
      if (required) expect(help).not.toContain('{');
    }
  }
});
