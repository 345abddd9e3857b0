/**
 * Next year's form, made up: 2026 copied, two wordings changed, a column added, a table taken out; nothing in src knows
 * of it.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editionYears, loadEdition } from '../../src/editions/load.js';
import { type Checked, type Editions, examine } from '../../src/index.js';
import { type Content, writeWorkbook } from '../../src/workbook/write/index.js';
import { root as packageRoot, sampleSource } from './samples.js';

export interface NextYear {
  readonly folder: string;
  readonly editions: Editions;
  remove(): void;
}

/** docs/editions.md tells the same steps. */
export function makeNextYear(): NextYear {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-2027-'));
  cpSync(join(packageRoot, 'templates'), folder, { recursive: true });
  cpSync(join(folder, '2026'), join(folder, '2027'), { recursive: true });
  const edit = (path: string, ...changes: readonly Change[]) => editFile(join(folder, path), changes);
  edit(
    '2027/edition.json',
    ['"year": 2026', '"year": 2027'],
    ['"carryOverTable": "上年结转结余情况表"', '"carryOverTable": "上年结转结余资金情况表"'],
    ['"abroad": "因公出国（境）费用"', '"abroad": "因公出国（境）经费"'],
  );
  cpSync(join(folder, 'shared/tables/03-expenditure.hbs'), join(folder, '2027/tables/03-expenditure.hbs'));
  const personnel = '{{> rows/spending amounts.all}}<td class="n">{{cell amounts.all.personnel}}</td></tr>';
  edit(
    '2027/tables/03-expenditure.hbs',
    ['widths="8 7 7 44 20 20 20"', 'widths="8 7 7 44 20 20 20 20"'],
    ['left="6" right="1"', 'left="6" right="2"'],
    ['<th colspan="3">支出预算</th>', '<th colspan="4">支出预算</th>'],
    ['<th rowspan="2">项目支出</th>', '<th rowspan="2">项目支出</th><th rowspan="2">其中：人员经费</th>'],
    ['{{> rows/total}}{{> rows/spending amounts.all}}</tr>', `{{> rows/total}}${personnel}`],
    ['{{> rows/code}}{{> rows/spending amounts.all}}</tr>', `{{> rows/code}}${personnel}`],
  );
  edit('2027/part2-tables.hbs', ['{{> tables/commissioned}}\n', '']);
  const editions = { years: editionYears(folder), load: (year: number) => loadEdition(folder, year) };
  return { folder, editions, remove: () => rmSync(folder, { recursive: true }) };
}

type Change = readonly [from: string, to: string];

/** Replaces text that must be there. */
function editFile(path: string, changes: readonly Change[]): void {
  let text = readFileSync(path, 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
    text = text.replace(from, to);
  }
  writeFileSync(path, text);
}

/** The sample of 2026 as a workbook of 2027. */
export async function workbook2027({ editions }: NextYear): Promise<Checked> {
  const source = sampleSource('2026-department');
  const content = {
    ...source,
    基本信息: { ...source.基本信息, 预算年度: '2027', 落款日期: '2027年2月26日' },
  } as Content;
  const { sheets, withoutColumns, partNumbers } = editions.load(2027);
  const plan = {
    year: 2027,
    kindLabel: '部门' as const,
    sheets,
    withoutColumns,
    partNumbers: partNumbers(),
    content,
    spareRows: 0,
  };
  const checked = examine({ name: '2027.xlsx', bytes: await writeWorkbook(plan) }, editions);
  if (checked.state === 'unreadable') throw new Error('unreadable');
  return checked;
}
