/** The data beside a document: valid by the standard, whole, and enough to compute again what the document prints. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import datapackage from 'datapackage';
import { Decimal } from 'decimal.js';
import { unzipSync } from 'fflate';
import { compose } from '../../../src/index.js';
import { dataOf } from '../../../src/writers/data/dataOf.js';
import { resources } from '../../../src/writers/data/fields.js';
import { dataFiles, writeDataPackage } from '../../../src/writers/data/index.js';
import { readDataPackage } from '../../../src/writers/data/read.js';
import { Book } from '../../support/book.js';
import { examined, namesIn, sampleBytes, sampleSource } from '../../support/samples.js';

type Row = Readonly<Record<string, string>>;

/** A CSV file as any reader takes it (RFC 4180). */
function parsed(csv: string): Row[] {
  const cells = [...csv.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const lines: string[][] = [[]];
  for (const [, inQuotes, bare = '', end] of cells) {
    lines.at(-1)?.push(inQuotes?.replaceAll('""', '"') ?? bare);
    if (end !== ',') lines.push([]);
  }
  const [names = [], ...rows] = lines.slice(0, -1);
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])));
}

const filesOf = (name: string): Record<string, string> => {
  const { facts, edition } = examined(name, sampleBytes(name));
  const zipped = unzipSync(writeDataPackage(dataOf(compose(facts, edition))));
  return Object.fromEntries(Object.entries(zipped).map(([file, bytes]) => [file, Buffer.from(bytes).toString('utf8')]));
};
const exact = (text: string | undefined) => new Decimal(text === '' || text === undefined ? 0 : text);
const printed = (value: Decimal) => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);

/** What a row's own inputs give, from the file alone; undefined for what is typed or is a sum over cells. */
function computed(row: Row, inputs: readonly Row[]): Decimal | undefined {
  const [first, second] = inputs;
  if (row.rule === 'sum' && inputs.length > 0) {
    if (row.unit !== '万元') return Decimal.sum(...inputs.map(({ value }) => exact(value)));
    return printed(Decimal.sum(...inputs.map(({ yuan }) => exact(yuan))).div(10000));
  }
  if (!first || !second) return undefined;
  const [a, b] = [exact(first.value), exact(second.value)];
  if (row.rule === 'change') return a.minus(b).abs();
  if (row.rule === 'share') return b.isZero() ? new Decimal(0) : printed(a.div(b).times(100));
  if (row.rule !== 'rate') return undefined;
  return b.isZero() ? new Decimal(a.isZero() ? 0 : 100) : printed(a.div(b).times(100));
}

const total = (rows: readonly Row[]) => rows.reduce((sum, { yuan }) => sum.plus(exact(yuan)), new Decimal(0));

/** The rows of the next lower level that follow a row of 类 or 款, up to the next of its own level. */
function under({ number, code = '' }: Row, rows: readonly Row[]): Row[] {
  const after = rows.slice(rows.findIndex((row) => row.number === number) + 1);
  const end = after.findIndex((row) => row.code === code || !row.code?.startsWith(code));
  const run = end < 0 ? after : after.slice(0, end);
  return run.filter((row) => row.code?.length === code.length + 2);
}

type Holds = (what: string, whole: Row | undefined, parts: readonly Row[]) => void;
const labelled = (rows: readonly Row[], label: RegExp) => rows.filter(({ row = '' }) => label.test(row));

/** Rows of one column that add up to others, as the form lays them out. */
function rowTotals(rows: readonly Row[], holds: Holds): void {
  const [whole] = labelled(rows, /^(合\s*计|总\s*计|收入总计|支出总计)$/);
  // 一、… of 1.…, 其中：… and what stands under them
  const level = ({ row = '' }: Row) => (/^[一二三]、/.test(row) ? 1 : /^\d[.、]/.test(row) ? 2 : row === '' ? 0 : 3);
  const below = (index: number): Row[] => {
    const own = level(rows[index] as Row);
    const after = rows.slice(index + 1);
    const end = after.findIndex((row) => level(row) <= own || row === whole);
    const run = end < 0 ? after : after.slice(0, end);
    return run.filter((row) => level(row) === Math.min(...run.map(level)));
  };
  const outlined = rows.some((row) => level(row) === 1);
  if (outlined) {
    rows.forEach((row, index) => {
      if (level(row) === 1 || level(row) === 2) holds('大类', row, below(index));
    });
    holds(
      '总计',
      whole,
      rows.filter((row) => level(row) === 1),
    );
  }
  if (whole?.row === '支出总计') holds('支出', whole, labelled(rows, /^\d{3} /));
  const subtotal = rows.findIndex(({ row = '' }) => row.endsWith('（小计）'));
  if (subtotal >= 0) {
    const parts = rows.slice(subtotal + 1).filter((row) => row !== whole);
    holds('三公', rows[subtotal], parts);
    holds(
      '三公',
      whole,
      rows.filter((row) => row !== whole && !parts.includes(row)),
    );
  }
  const units = rows.filter(({ unit, name, code }) => unit !== '' && unit === name && code === '');
  if (units.length > 0) holds('预算单位', whole, units);
  for (const one of units) {
    const within = rows.filter((row) => row.unit === one.unit && row !== one);
    const coded = within.filter(({ code = '' }) => code.length === 3);
    holds('预算单位', one, coded.length > 0 ? coded : within);
  }
}

/** The cells of each row of a table, in order. */
function rowsOf(cells: readonly Row[]): Row[][] {
  const rows: Row[][] = [];
  for (const cell of cells) {
    const last = rows.at(-1);
    if (last && last[0]?.row === cell.row && !last.some(({ column }) => column === cell.column)) last.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

const isSubtotal = ({ column = '' }: Row) => /(小计|合计|总计)$/.test(column);

/** 小计 and 合计 of one row, by the heads of its columns. */
function columnTotals(cells: readonly Row[], holds: Holds): void {
  const groupOf = ({ column = '' }: Row) => (column.includes('·') ? column.split('·')[0] : undefined);
  const groups = [...new Set(cells.map(groupOf))].filter((group) => group !== undefined);
  const heads = groups.map((group) => {
    const own = cells.filter((cell) => groupOf(cell) === group);
    const [subtotal] = own.filter(isSubtotal);
    holds('小计', subtotal, subtotal ? own.filter((cell) => cell !== subtotal) : []);
    return subtotal ? [subtotal] : own;
  });
  const [whole] = cells.filter((cell) => groupOf(cell) === undefined && isSubtotal(cell));
  const single = cells.filter((cell) => groupOf(cell) === undefined && cell !== whole);
  holds('合计', whole, [...heads.flat(), ...single]);
}

describe.each(namesIn('samples', '.xlsx'))('the data of %s', (name) => {
  const files = filesOf(name);
  const figures = parsed(files['figures.csv'] ?? '');
  const tables = parsed(files['tables.csv'] ?? '');

  test('are a data package by the standard, row by row', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yusuan-data-'));
    try {
      for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
      const found = await datapackage.Package.load(join(folder, 'datapackage.json'));
      expect([found.valid, found.errors.map(String)]).toEqual([true, []]);
      for (const resource of found.resources) {
        // the library of the standard reads the mark of UTF-8 as part of the first name
        const path = join(folder, `${resource.name}.csv`);
        writeFileSync(path, (files[`${resource.name}.csv`] ?? '').slice(1));
        expect((await resource.read({ keyed: true })).length).toBe(parsed(files[`${resource.name}.csv`] ?? '').length);
      }
      writeFileSync(join(folder, 'figures.csv'), (files['figures.csv'] ?? '').slice(1).replace(/,true,/, ',maybe,'));
      const damaged = await datapackage.Package.load(join(folder, 'datapackage.json'));
      await expect(damaged.getResource('figures').read()).rejects.toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('give every share, change, rate and sum of figures that the document prints', () => {
    const byNumber = new Map(figures.map((row) => [row.number, row]));
    let count = 0;
    for (const row of figures) {
      const inputs = (row.inputs ?? '')
        .split(' ')
        .flatMap((number) => (byNumber.has(number) ? [byNumber.get(number) as Row] : []));
      const value = computed(row, inputs);
      if (['share', 'change', 'rate'].includes(row.rule ?? ''))
        expect([row.id, value === undefined]).toEqual([row.id, false]);
      if (value === undefined) continue;
      count += 1;
      expect([row.id, value.toFixed(2)]).toEqual([row.id, exact(row.value).toFixed(2)]);
    }
    expect(count).toBeGreaterThan(40);
  });

  test('print every amount from its exact amount, rounded once', () => {
    const amounts = [...figures.filter(({ unit }) => unit === '万元'), ...tables].filter(({ yuan }) => yuan !== '');
    expect(amounts.length).toBeGreaterThan(300);
    for (const { id, yuan, value } of amounts)
      expect([id, printed(exact(yuan).div(10000)).toFixed(2)]).toEqual([id, exact(value).toFixed(2)]);
  });

  test('give the subtotals of 类 and 款 and the totals of every table by code', () => {
    let count = 0;
    for (const table of new Set(tables.filter(({ code }) => code !== '').map((row) => row.table))) {
      const own = tables.filter((row) => row.table === table);
      for (const column of new Set(own.map((row) => row.column))) {
        const rows = own.filter((row) => row.column === column);
        for (const row of rows.filter(({ code = '' }) => code.length === 3 || code.length === 5)) {
          const below = under(row, rows);
          if (below.length === 0) continue;
          count += 1;
          expect([table, column, row.code, total(below).toFixed()]).toEqual([
            table,
            column,
            row.code,
            exact(row.yuan).toFixed(),
          ]);
        }
        const whole = rows.find((row) => /^[合总]\s*计$/.test(row.row ?? ''));
        const classes = rows.filter(({ code = '' }) => code.length === 3);
        if (whole && classes.length > 0) {
          count += 1;
          expect([table, column, total(classes).toFixed()]).toEqual([table, column, exact(whole.yuan).toFixed()]);
        }
      }
    }
    expect(count).toBeGreaterThan(20);
  });

  test('give the totals of all tables from their rows and columns', () => {
    const held = new Map<string, number>();
    const holds = (what: string, whole: Row | undefined, parts: readonly Row[]) => {
      if (!whole || parts.length === 0) return;
      held.set(what, (held.get(what) ?? 0) + 1);
      expect([what, whole.table, whole.row, whole.column, total(parts).toFixed()]).toEqual([
        what,
        whole.table,
        whole.row,
        whole.column,
        exact(whole.yuan).toFixed(),
      ]);
    };
    for (const number of new Set(tables.map(({ table }) => table))) {
      const own = tables.filter(({ table }) => table === number);
      for (const column of new Set(own.map((cell) => cell.column)))
        rowTotals(
          own.filter((cell) => cell.column === column),
          holds,
        );
      for (const cells of rowsOf(own)) columnTotals(cells, holds);
    }
    expect([...held.keys()]).toEqual(
      expect.arrayContaining(['总计', '大类', '支出', '三公', '预算单位', '小计', '合计']),
    );
    expect([...held.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(150);
  });

  test('are the same every time, begin with the mark that Excel needs, and know no field but the documented', () => {
    expect(filesOf(name)).toEqual(files);
    for (const [file, fields] of Object.entries(resources)) {
      expect(files[`${file}.csv`]).toMatch(/^\ufeffyear,entity,kind,number,/);
      expect(files[`${file}.csv`]?.slice(1).split('\r\n')[0]).toBe(fields.map((field) => field.name).join(','));
    }
    const { facts, edition } = examined(name, sampleBytes(name));
    const data = dataOf(compose(facts, edition));
    for (const [file, fields] of Object.entries(resources)) {
      const known = fields.map((field) => field.name);
      const given = data[file as keyof typeof resources].flatMap((row) => Object.keys(row as Row));
      expect([...new Set(given)].filter((key) => !known.includes(key))).toEqual([]);
    }
  });
});

test('a text that Excel would compute is no formula, a negative amount stays a number', () => {
  const row = { number: '1', id: '=HYPERLINK("x")', printed: 'true', unit: '万元', value: '-1.00', rule: 'stated' };
  const data = {
    year: '2026',
    entity: '@某某',
    kind: '部门',
    figures: [row],
    tables: [],
    indicators: [],
    goals: [],
    texts: [],
  };
  const csv = dataFiles(data).find(([name]) => name === 'figures.csv')?.[1] ?? '';
  expect(parsed(csv)).toMatchObject([{ entity: "'@某某", id: `'=HYPERLINK("x")`, value: '-1.00' }]);
});

test('a package is read back as it was written, whatever stands in its texts; a damaged one is refused', () => {
  const text = '=1+1，"引号"，\r\n换行，‘单引号’';
  const row = { number: '1', id: text, printed: 'true', unit: '万元', value: '-1.00', rule: '' };
  const data = {
    year: '2026',
    entity: '=某某',
    kind: '部门',
    figures: [row],
    tables: [],
    indicators: [],
    goals: [],
    texts: [],
  };
  const bytes = writeDataPackage(data);
  const read = readDataPackage(bytes);
  expect(read).toMatchObject({ ok: true, data: { entity: '=某某', figures: [{ id: text, value: '-1.00' }] } });
  expect(read.ok && writeDataPackage(read.data)).toEqual(bytes);
  expect(readDataPackage(bytes.slice(0, -40))).toMatchObject({ ok: false });
  expect(readDataPackage(writeDataPackage({ ...data, year: '今年' }))).toMatchObject({ ok: false });
  expect(readDataPackage(writeDataPackage({ ...data, figures: [] }))).toMatchObject({ ok: false });
});

test('of a withheld project say its code name and amounts, nothing else', () => {
  const canary = '机密标记';
  const book = new Book(sampleSource('2026-unit'));
  const hidden = ['设立的政策依据', '项目承担单位', '资金分配情况', '资金执行时间', '结转资金用途'];
  const fields = Object.fromEntries(hidden.map((field) => [field, canary]));
  book.rows('项目信息').forEach((row, index) => {
    if (row.是否公开 !== '公开') book.set('项目信息', index + 1, fields);
  });
  const withheld = book.rows('项目信息').filter((row) => row.是否公开 !== '公开');
  const { facts, edition } = book.set('委托业务费', 2, { 用途: canary }).examine();
  const whole = dataFiles(dataOf(compose(facts, edition)))
    .map(([, text]) => text)
    .join('');
  expect(withheld.length).toBeGreaterThan(0);
  expect(whole).not.toContain(canary);
  expect(whole).toContain(withheld[0]?.项目名称);
  // nothing of the workbook's places either
  expect(whole).not.toMatch(/![A-Z]{1,2}\d+/);
});
