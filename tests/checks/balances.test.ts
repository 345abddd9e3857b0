/** A balance is declared once (src/workbook/layout/balances.ts): its check and its formula say and count the same. */
import { expect, test } from '@jest/globals';
import { catalogue } from '../../src/diagnostics/catalogue/index.js';
import { balances } from '../../src/workbook/layout/balances.js';
import { layout } from '../../src/workbook/layout/layout.js';
import type { AnyColumn, Columns } from '../../src/workbook/layout/types.js';

const { T10: _, ...checked } = balances;

test.each(Object.entries(checked))('%s: the finding names both sides as the first tab does', (code, sides) => {
  const { message } = catalogue[code as keyof typeof checked];
  for (const { name } of sides) expect(message).toContain(name);
});

test('every column and every id of a condition is one of the layout', () => {
  const addends = Object.values(balances).flatMap((sides) => sides.flatMap((side) => [...side.addends]));
  expect(addends.length).toBeGreaterThan(10);
  for (const { sheet, amounts, ...rest } of addends) {
    const columns: Columns = layout[sheet].columns;
    expect(amounts.filter((key) => columns[key]?.type.kind !== 'amount')).toEqual([]);
    if (!('where' in rest)) continue;
    const { column, kind, values } = rest.where;
    const { type } = columns[column] as AnyColumn;
    const ids = type.kind === 'choice' ? Object.values(type.choices) : [];
    expect([sheet, type.kind]).toEqual([sheet, kind === 'is' ? 'choice' : 'economicCode']);
    if (kind === 'is') expect(values.filter((id) => !ids.includes(id))).toEqual([]);
  }
});
