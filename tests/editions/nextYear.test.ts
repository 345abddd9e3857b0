/** Next year's form, made up: 2026 copied, two wordings changed, a column added, a table taken out; nothing in src knows of it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { editionYears, loadEdition } from '../../src/editions/load.js';
import { compose, examine } from '../../src/index.js';
import { type Content, writeWorkbook } from '../../src/workbook/write/index.js';
import { blocksOf, statementTables, textOf } from '../support/document.js';
import { root as packageRoot, sampleSource } from '../support/samples.js';

const root = mkdtempSync(join(tmpdir(), 'yusuan-2027-'));
afterAll(() => rmSync(root, { recursive: true }));

/** Replaces text that must be there. */
function edit(path: string, ...changes: readonly (readonly [from: string, to: string])[]): void {
  let text = readFileSync(join(root, path), 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
    text = text.replace(from, to);
  }
  writeFileSync(join(root, path), text);
}

beforeAll(() => {
  cpSync(join(packageRoot, 'templates'), root, { recursive: true });
  cpSync(join(root, '2026'), join(root, '2027'), { recursive: true });
  edit(
    '2027/edition.json',
    ['"year": 2026', '"year": 2027'],
    ['"carryOverTable": "上年结转结余情况表"', '"carryOverTable": "上年结转结余资金情况表"'],
    ['"abroad": "因公出国（境）费用"', '"abroad": "因公出国（境）经费"'],
  );
  cpSync(join(root, 'shared/tables/03-expenditure.hbs'), join(root, '2027/tables/03-expenditure.hbs'));
  const personnel = '{{> rows/spending amounts.all}}<td class="n">{{cell amounts.all.personnel}}</td></tr>';
  edit(
    '2027/tables/03-expenditure.hbs',
    ['widths="8 7 7 44 20 20 20"', 'widths="8 7 7 44 20 20 20 20"'],
    ['left="6" right="1"', 'left="6" right="2"'],
    ['<th colspan="3">支出预算</th>', '<th colspan="4">支出预算</th>'],
    ['<th rowspan="2">项目支出</th>', '<th rowspan="2">项目支出</th><th rowspan="2">其中：人员经费</th>'],
    ['{{> rows/total}}{{> rows/spending amounts.all}}</tr>', `{{> rows/total}}${personnel}`],
    ['{{> rows/code}}{{> rows/spending amounts.all}}</tr>', `{{> rows/code}}${personnel}`],
    ['{{> rows/total}}{{> rows/spending amounts.all}}</tr>', `{{> rows/total}}${personnel}`],
  );
  edit(
    '2027/part2-tables.hbs',
    ['{{> tables/commissioned}}\n', ''],
    ['tableNumber="12" contentsNumber="十二"', 'tableNumber="11" contentsNumber="十一"'],
  );
});

/** The sample of 2026 as a workbook of 2027. */
async function document2027() {
  const source = sampleSource('2026-department');
  const content = {
    ...source,
    基本信息: { ...source.基本信息, 预算年度: '2027', 落款日期: '2027年2月26日' },
  } as Content;
  const { sheets, withoutColumns } = loadEdition(root, 2027);
  const plan = { year: 2027, kindLabel: '部门' as const, sheets, withoutColumns, content, spareRows: 0 };
  const editions = { years: editionYears(root), load: (year: number) => loadEdition(root, year) };
  const checked = examine({ name: '2027.xlsx', bytes: await writeWorkbook(plan) }, editions);
  if (checked.state === 'unreadable') throw new Error('unreadable');
  expect(checked.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return compose(checked.facts, checked.edition).tree;
}

test('it renders, with the changes and nothing else lost', async () => {
  expect(editionYears(root)).toContain(2027);
  const tree = await document2027();
  const tables = statementTables(tree);
  expect(tables).toHaveLength(11);
  expect(tables.map(({ title }) => title)).not.toContain('财政拨款委托业务费支出情况表');
  expect(tables.at(-1)?.title).toBe('上年结转结余资金情况表');
  expect(tables[2]?.rows.at(-1)?.slice(3)).toEqual(['总计', '6,679.80', '1,666.14', '5,013.66', '1,515.49']);
  expect(tables[9]?.rows[0]?.[0]).toBe('因公出国（境）经费');
  const headings = blocksOf(tree).flatMap((block) => (block.kind === 'heading' ? [textOf(block.inlines)] : []));
  expect(headings).toContain('第三部分2027年部门预算情况说明');
});
