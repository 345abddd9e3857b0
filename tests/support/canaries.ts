/**
 * Canaries: a text of its own in every cell of the rows that belong to a withheld project, and where they turn up
 * (FORM text-5).
 */
import { strFromU8, unzipSync } from 'fflate';
import { layout, type SheetKey } from '../../src/workbook/layout/layout.js';
import type { AnyColumn } from '../../src/workbook/layout/types.js';
import { type Book, type Spot, sampleBook } from './book.js';
import { editions } from './samples.js';

const sheetsOfProjects: readonly SheetKey[] = [
  'projects',
  'projectSpending',
  'commissioned',
  'projectGoals',
  'projectIndicators',
];

export const canary = (number: number): string => `机密${String(number).padStart(4, '0')}标记`;
/** Those in a text, each once. */
export const canariesIn = (text: string): string[] => [...new Set(text.match(/机密\d{4}标记/g) ?? [])];

/** Those in a file; of a zip container, in its parts and their names. Escaped ones of JSON and XML count as well. */
export function canariesInFile(bytes: Uint8Array): string[] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const parts = Object.entries(unzipSync(bytes));
    return [...new Set(parts.flatMap(([name, part]) => [...canariesIn(name), ...canariesInFile(part)]))];
  }
  const text = strFromU8(bytes);
  const plain = text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Number(code)));
  // tags within a sentence part it, not what is read
  return [...new Set([...canariesIn(plain), ...canariesIn(plain.replace(/<[^>]*>/g, ''))])];
}

/** The sheets of projects that a sample's edition has, each with its columns that are typed. */
export const sheetsOf = (
  sample: string,
): { readonly name: string; readonly columns: readonly AnyColumn[]; readonly key: SheetKey }[] => {
  const { sheets, withoutColumns } = editions.load(Number(sample.slice(0, 4)));
  return sheetsOfProjects
    .filter((key) => sheets.includes(key))
    .map((key) => {
      const columns = Object.entries<AnyColumn>(layout[key].columns).filter(
        ([column, { type }]) => type.kind !== 'display' && !withoutColumns[key]?.includes(column),
      );
      return { key, name: layout[key].name, columns: columns.map(([, column]) => column) };
    });
};

export interface Filled {
  readonly book: Book;
  readonly name: string;
}

/** The first withheld project of a sample, with a performance table of its own and everything filled. */
export function filled(sample: string): Filled {
  const book = sampleBook(sample);
  const number = book.rows('项目信息').findIndex((row) => row.是否公开 !== '公开') + 1;
  const { 项目名称: name = '', 预算单位: unit = '' } = book.row('项目信息', number);
  let count = 0;
  const texts = (sheet: string, kept: Readonly<Record<string, string>>) => {
    const columns = sheetsOf(sample).find(({ name: other }) => other === sheet)?.columns ?? [];
    const typed = columns.filter(({ type, withheldWithProject }) => withheldWithProject || /text$/i.test(type.kind));
    return { ...Object.fromEntries(typed.map(({ header }) => [header, canary(++count)])), ...kept };
  };
  book.set('项目信息', number, { ...texts('项目信息', { 预算单位: unit, 项目名称: name }), 绩效目标表: '' });
  book.add('项目绩效目标', texts('项目绩效目标', { 项目名称: name, 预算单位: unit }));
  book.add('项目绩效指标', texts('项目绩效指标', { 项目名称: name, 指标分值权重: '10' }));
  return { book, name };
}

/** Every cell of the rows that belong to the project, and blank ones beside. */
export const spotsOf = (sample: string, { book, name }: Filled): Spot[] =>
  sheetsOf(sample).flatMap(({ name: sheet, columns }) =>
    book
      .rows(sheet)
      .flatMap((row, index) =>
        row.项目名称 === name ? columns.map(({ header }): Spot => [sheet, index + 1, header]) : [],
      ),
  );

/** What is published of a withheld project, as it stands. */
export const published = ['预算单位', '项目名称'];

/** Blanks around codes and numbers: repaired with a warning, and there is a document. */
function repaired(sample: string): Filled {
  const one = filled(sample);
  for (const [sheet, row = 1, column = ''] of spotsOf(sample, one)) {
    const typed = one.book.rows(sheet)[row - 1]?.[column] ?? '';
    if (/^[\d.]+$/.test(typed)) one.book.cell([sheet, row, column], { kind: 'text', text: ` ${typed} ` });
  }
  return one;
}

function damaged(sample: string): Filled {
  const one = filled(sample);
  for (const [index, spot] of spotsOf(sample, one).entries())
    if (!published.includes(spot[2] ?? '')) one.book.cell(spot, { kind: 'text', text: canary(6000 + index) });
  return one;
}

/** The code name is in 项目信息; everywhere else stands the real one. */
function misnamed(sample: string): Filled {
  const one = filled(sample);
  for (const sheet of ['项目支出', '委托业务费', '项目绩效目标', '项目绩效指标'])
    for (const row of one.book.rows(sheet)) if (row.项目名称 === one.name) row.项目名称 = canary(7000);
  return one;
}

/** The same project, published: that it is found then shows that the tests can fail. */
export function opened(sample: string): Filled {
  const { book, name } = filled(sample);
  const wanted = ['设立的政策依据', '项目承担单位', '资金分配情况', '资金执行时间', '结转资金用途'];
  const texts = Object.fromEntries(wanted.map((column, index) => [column, canary(8000 + index)]));
  for (const row of book.rows('项目信息'))
    if (row.是否公开 !== '公开') Object.assign(row, { ...texts, ...row, 是否公开: '公开' });
  for (const row of book.rows('项目信息')) if (row.项目名称 === name) row.绩效目标表 = name;
  for (const row of book.rows('委托业务费')) row.用途 ??= canary(8100);
  return { book, name };
}

/** Ways in which a workbook holds them. With repaired cells there is a document, with the others there is none. */
export const ways: Readonly<Record<string, (sample: string) => Filled>> = {
  'repaired cells': repaired,
  'damaged cells': damaged,
  'another name': misnamed,
};
