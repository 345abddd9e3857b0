/**
 * What an office relies on when it carries a year over: last year's figures are exact, and nothing else of the old year
 * is left.
 */
import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { amountOfLine } from '../../src/figures/compared.js';
import { ledgerOf } from '../../src/figures/ledger.js';
import type { Checked } from '../../src/index.js';
import { type NextYear, nextEdition, rolloverPlan } from '../../src/rollover/rollover.js';
import { exactText } from '../../src/vocabulary/money.js';
import { comparedLines } from '../../src/vocabulary/terms.js';
import { guideSheetName, layout, type SheetKey } from '../../src/workbook/layout/layout.js';
import type { Columns } from '../../src/workbook/layout/types.js';
import { type ContentRow, writeWorkbook } from '../../src/workbook/write/index.js';
import { Book, sampleBook } from '../support/book.js';
import { editions, examined, namesIn, sampleBytes, sampleSource } from '../support/samples.js';
import { readOrFail } from '../workbook/read/support.js';

const samples = namesIn('samples', '.xlsx');

/** All rows of the content with the sheet they stand on; a form is one row. */
function rowsOf(content: Readonly<Record<string, ContentRow | readonly ContentRow[]>>): [string, ContentRow][] {
  return Object.entries(content).flatMap(([sheet, part]) =>
    (Array.isArray(part) ? part : [part as ContentRow]).map((row): [string, ContentRow] => [sheet, row]),
  );
}

/** Where texts and numbers of the old year may stand in the new workbook: [sheet, column]. */
const mayStay = new Set(
  (
    [
      ['entity', ['year', 'kind', 'name', 'amountUnit', 'contact', 'phone']],
      ['duties', ['text']],
      ['units', ['name', 'nature', 'own']],
      ['innerOffices', ['name']],
      ['headcount', ['officeWord', 'lastInService', 'lastRetired', 'lastVeteranRetired']],
      ['codes', ['category', 'code', 'name']],
      ['projects', ['unit', 'name', 'disclosure']],
      ['threePublic', ['item', 'lastGeneral', 'lastFund', 'lastCapital']],
      ['lastYear', ['line', 'amount']],
      ['lastYearByCode', ['code', 'amount']],
    ] as [SheetKey, string[]][]
  ).flatMap(([key, columns]) =>
    columns.map((column) => `${layout[key].name}/${(layout[key].columns as Columns)[column]?.header}`),
  ),
);

function roll(checked: Checked, next: NextYear = nextEdition(checked.edition.year, editions)) {
  return rolloverPlan(checked.facts, ledgerOf(checked.facts), next);
}

/** A workbook in which every text that may be typed is one that stands nowhere else. */
function markedBook(name: string): { book: Book; texts: string[] } {
  const content = structuredClone(sampleSource(name)) as Record<string, Record<string, string>[]>;
  const texts: string[] = [];
  for (const sheet of Object.values(layout)) {
    const part = content[sheet.name];
    const rows = Array.isArray(part) ? part : part ? [part as unknown as Record<string, string>] : [];
    for (const row of rows) {
      for (const column of Object.values(sheet.columns as Columns)) {
        const text = row[column.header];
        if (text === undefined || mayStay.has(`${sheet.name}/${column.header}`)) continue;
        if (column.type.kind !== 'text' && column.type.kind !== 'longText') continue;
        row[column.header] = `${text}旧年${texts.length}号`;
        texts.push(row[column.header] ?? '');
      }
    }
  }
  return { book: new Book(content), texts };
}

describe.each(samples)('%s', (name) => {
  const checked = examined(name, sampleBytes(name));
  const plan = roll(checked);
  const ledger = ledgerOf(checked.facts);

  test('nothing of the old year stands outside the columns that may keep it', () => {
    const outside = rowsOf(plan.content).flatMap(([sheet, row]) =>
      Object.keys(row)
        .filter((header) => !mayStay.has(`${sheet}/${header}`))
        .map((header) => `${sheet}/${header}`),
    );
    expect(outside).toEqual([]);
  });

  test('no sentence of the old year stands anywhere in the file', async () => {
    const { book, texts } = markedBook(name);
    const marked = book.examine();
    expect(texts.length).toBeGreaterThan(30);
    const parts = unzipSync(await writeWorkbook(roll(marked)));
    const told = Object.entries(parts).filter(([, data]) => /旧年\d+号/.test(strFromU8(data)));
    expect(told.map(([path]) => path)).toEqual([]);
    const content = JSON.stringify(roll(marked));
    expect(texts.filter((text) => content.includes(text))).toEqual([]);
  });

  test('no number of the old year stands in the file but in the columns of last year', async () => {
    const last = new Set(
      [layout.lastYear, layout.lastYearByCode, layout.headcount].map((sheet) => sheet.name as string),
    );
    const { sheets } = readOrFail(await writeWorkbook(plan));
    const elsewhere = sheets
      .filter((sheet) => !last.has(sheet.name) && sheet.name !== guideSheetName)
      .flatMap((sheet) => [...sheet.rows.values()].flatMap((cells) => [...cells.values()]))
      .filter((cell) => cell.kind === 'number' && cell.text !== '0' && cell.text !== String(plan.year))
      .map((cell) => [
        cell.at.sheet,
        sheets
          .find(({ name }) => name === cell.at.sheet)
          ?.rows.get(3)
          ?.get(cell.at.column)?.text,
      ]);
    expect(elsewhere.filter(([, header]) => !header?.startsWith('上年'))).toEqual([]);
    expect(new Set(elsewhere.map(([sheet]) => sheet))).toEqual(new Set([layout.threePublic.name]));
  });

  test('each line of 上年对比 is exactly what this workbook comes to', () => {
    const rows = plan.content[layout.lastYear.name] as readonly ContentRow[];
    const expected = Object.entries(comparedLines).map(([label, line]) => [
      label,
      exactText(amountOfLine(line, checked.facts, ledger)),
    ]);
    expect(rows.map((row) => [row.对比事项, row.上年预算数])).toEqual(expected);
    expect(rows.every((row) => row.主要原因 === undefined)).toBe(true);
  });

  test('the amounts by 项 add up to the general budget', () => {
    const rows = plan.content[layout.lastYearByCode.name] as readonly ContentRow[];
    const cents = (text = '0') => Math.round(Number(text) * 100);
    const line = (label: string) =>
      (plan.content[layout.lastYear.name] as readonly ContentRow[]).find((row) => row.对比事项 === label)?.上年预算数;
    const total = rows.reduce((sum, row) => sum + cents(row.上年预算数), 0);
    expect(total).toBe(cents(line('一般公共预算基本支出')) + cents(line('一般公共预算项目支出')));
  });

  test('this year’s 三公经费 stands as last year’s', () => {
    const rows = plan.content[layout.threePublic.name] as readonly ContentRow[];
    const source = sampleSource(name)[layout.threePublic.name] as readonly ContentRow[];
    const of = (item: string | undefined) => source.find((row) => row.支出内容 === item);
    expect(rows.map((row) => Number(row.上年一般公共预算))).toEqual(
      rows.map((row) => Number(of(row.支出内容)?.一般公共预算)),
    );
    expect(rows.every((row) => row.一般公共预算 === undefined)).toBe(true);
  });

  test('every project stays, marked for the officer to keep or to drop, without its texts', () => {
    const rows = plan.content[layout.projects.name] as readonly ContentRow[];
    expect(rows.map((row) => row.项目名称)).toEqual(checked.facts.projects.map((row) => row.name.value));
    expect(plan.marks?.map(({ row }) => row)).toEqual(rows.map((_, index) => index));
  });

  test('the written workbook misses only what the officer has to fill', async () => {
    const next = { ...nextEdition(checked.edition.year, editions) };
    const plan = roll(checked, { ...next, year: next.edition.year });
    const { findings } = examined('next', await writeWorkbook(plan));
    // what is blank (no expenditure at all is T15), and reasons for the changes from last year to nothing
    const filling = ['C01', 'N01', 'T15'];
    const unexpected = findings.filter(({ code, severity }) => severity === 'error' && !filling.includes(code));
    expect(unexpected.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });
});

test('a year that has its edition is carried into that edition, with its sheets, columns and code names', () => {
  const before = editions.years.find((year) => editions.years.includes(year + 1));
  if (before === undefined) return;
  const next = nextEdition(before, editions);
  expect(next).toMatchObject({ year: before + 1, isThere: true, edition: { year: before + 1 } });
});

test('a year beyond the newest edition gets the newest workbook and says so', () => {
  const newest = editions.years.at(-1) ?? 0;
  expect(nextEdition(newest, editions)).toMatchObject({ year: newest + 1, isThere: false, edition: { year: newest } });
});

test('a workbook kept in 万元 is carried over exactly in 元', () => {
  const name = samples.find((sample) => sample.endsWith('unit')) ?? '';
  const yuan = examined(name, sampleBytes(name));
  const book = sampleBook(name).fill('基本信息', { 金额单位: '万元' });
  const content = roll(book.examine()).content;
  const line = (from: typeof content) => (from[layout.lastYear.name] as readonly ContentRow[]).at(-1)?.上年预算数;
  expect((content[layout.entity.name] as ContentRow).金额单位).toBe('元');
  expect(Number(line(content))).toBe(Number(line(roll(yuan).content)) * 10000);
});
