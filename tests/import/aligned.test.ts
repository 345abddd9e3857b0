/** Rows of one list in two tables are told by their codes. */
import { expect, test } from '@jest/globals';
import { alignedRows } from '../../src/import/aligned.js';
import type { PrintedValue } from '../../src/published/match/index.js';

/** A table of 项 under one 类, with an amount each: the last digit of the code. */
function table(block: number, items: readonly string[], column: string): PrintedValue[] {
  const value = (index: number, rest: string, text: string, hole: string) =>
    ({
      path: `codes.all[${index}].${rest}`,
      text,
      hole,
      at: { block, row: index, column: 0 },
    }) as unknown as PrintedValue;
  return items.flatMap((item, index) => [
    value(index, 'class', '208', 'text'),
    value(index, 'item', item, 'text'),
    value(index, column, `${item.slice(-1)}.00`, 'cell'),
  ]);
}
const amounts = (values: readonly PrintedValue[]) =>
  values.filter(({ hole }) => hole === 'cell').map(({ path, text }) => `${path} ${text}`);

test('a row that one table lacks moves none of the others', () => {
  const values = [...table(1, ['01', '02', '03'], 'income'), ...table(2, ['01', '03', '04'], 'spent')];
  expect(amounts(alignedRows(values))).toEqual([
    'codes.all[0].income 1.00',
    'codes.all[1].income 2.00',
    'codes.all[2].income 3.00',
    'codes.all[0].spent 1.00',
    'codes.all[2].spent 3.00',
    'codes.all[3].spent 4.00',
  ]);
});

test('tables of the same rows, and those in no order, stay as they are', () => {
  const same = [...table(1, ['01', '03'], 'income'), ...table(2, ['01', '03'], 'spent')];
  expect(alignedRows(same)).toBe(same);
  const mixed = [...table(1, ['03', '01'], 'income'), ...table(2, ['01'], 'spent')];
  expect(amounts(alignedRows(mixed))).toEqual(amounts(mixed));
});
