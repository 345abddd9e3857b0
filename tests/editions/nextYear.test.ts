/** Next year's form, made up (tests/support/nextYear.ts): nothing in src knows of it. */
import { afterAll, expect, test } from '@jest/globals';
import { compose } from '../../src/index.js';
import { blocksOf, statementTables, textOf } from '../support/document.js';
import { makeNextYear, workbook2027 } from '../support/nextYear.js';

const nextYear = makeNextYear();
afterAll(() => nextYear.remove());

test('it renders, with the changes and nothing else lost', async () => {
  expect(nextYear.editions.years).toContain(2027);
  const { facts, edition, findings } = await workbook2027(nextYear);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { tree } = compose(facts, edition);
  const tables = statementTables(tree);
  expect(tables).toHaveLength(11);
  expect(tables.map(({ title }) => title)).not.toContain('财政拨款委托业务费支出情况表');
  expect(tables.at(-1)?.title).toBe('上年结转结余资金情况表');
  expect(tables[2]?.rows.at(-1)?.slice(3)).toEqual(['总计', '6,679.80', '1,666.14', '5,013.66', '1,515.49']);
  expect(tables[9]?.rows[0]?.[0]).toBe('因公出国（境）经费');
  const headings = blocksOf(tree).flatMap((block) => (block.kind === 'heading' ? [textOf(block.inlines)] : []));
  expect(headings).toContain('第三部分2027年部门预算情况说明');
});
