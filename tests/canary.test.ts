/**
 * Withheld text stays in its cell (FORM withheld): whatever stands in the rows of withheld projects, right or damaged,
 * is in no message and no output; but for the office's own annotated copy. A canary of its own stands in every cell.
 */
import { describe, expect, test } from '@jest/globals';
import { compose } from '../src/index.js';
import { layout, type SheetKey } from '../src/workbook/layout/layout.js';
import type { AnyColumn } from '../src/workbook/layout/types.js';
import { type Book, type CellChange, type Spot, sampleBook } from './support/book.js';
import { editions } from './support/samples.js';

const sheetsOfProjects: readonly SheetKey[] = [
  'projects',
  'projectSpending',
  'commissioned',
  'projectGoals',
  'projectIndicators',
];
const samples = ['2024-department', '2026-department', '2026-unit'];

/**
 * In `npm run fuzz` every cell of every sample; in `npm test` every one of the unit's and a fifth of the departments'.
 */
const everySpot = process.env.EVERY_SPOT === '1';

/** What is published of a withheld project, as it stands. */
const published = ['预算单位', '项目名称'];

const canary = (number: number): string => `机密${String(number).padStart(4, '0')}标记`;
const hasCanary = (text: string): string[] => [...new Set(text.match(/机密\d{4}标记/g) ?? [])];

/** The sheets of projects that a sample's edition has, each with its columns that are typed. */
const sheetsOf = (
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

/** The first withheld project of a sample, with a performance table of its own and everything filled. */
function filled(sample: string): { readonly book: Book; readonly name: string } {
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
const spotsOf = (sample: string, { book, name }: ReturnType<typeof filled>): Spot[] =>
  sheetsOf(sample).flatMap(({ name: sheet, columns }) =>
    book
      .rows(sheet)
      .flatMap((row, index) =>
        row.项目名称 === name ? columns.map(({ header }): Spot => [sheet, index + 1, header]) : [],
      ),
  );

/** All that later stages, messages and files are made of. */
function everythingSaid(book: Book): string {
  const { findings, waiting, facts, edition } = book.examine();
  const said = JSON.stringify([findings, waiting]);
  if (findings.some(({ severity }) => severity === 'error')) return said;
  const { tree, view, printed } = compose(facts, edition);
  return said + JSON.stringify([tree, view, [...printed.values()]]);
}

const damages: Readonly<Record<string, (text: string) => CellChange>> = {
  text: (text: string) => ({ kind: 'text', text }),
  'error value': (formula: string) => ({ kind: 'error', text: '#REF!', formula }),
  'formula without result': (formula: string) => ({ kind: 'empty', text: '', formula }),
  'long line': (text: string) => ({ kind: 'text', text: `请填写${text}\n50000 ${text} XX` }),
};

describe.each(samples)('%s', (sample) => {
  test('filled as it should be: no canary is said', () => {
    const { book } = filled(sample);
    expect(hasCanary(everythingSaid(book))).toEqual([]);
  });

  test.each(Object.entries(damages).map(([how, damage], offset) => [how, damage, offset] as const))(
    'cells of it damaged, one at a time: %s',
    (_, damage, offset) => {
      const spots = spotsOf(sample, filled(sample));
      expect(spots.length).toBeGreaterThan(30);
      const tried = spots.filter((_, index) => everySpot || sample === '2026-unit' || index % 5 === offset % 5);
      const told = tried.flatMap((spot, index) => {
        const { book } = filled(sample);
        const text = canary(5000 + index);
        const found = hasCanary(everythingSaid(book.cell(spot, damage(text))));
        return found.length > 0 ? [`${spot.join(' ')}: ${found.join(' ')}`] : [];
      });
      // a project under another code name is another code name
      expect(
        told.filter((line) => !line.startsWith('项目信息') || !published.some((name) => line.includes(name))),
      ).toEqual([]);
    },
  );

  test('all cells but the name damaged at once', () => {
    const one = filled(sample);
    for (const [index, spot] of spotsOf(sample, one).entries())
      if (!published.includes(spot[2] ?? '')) one.book.cell(spot, { kind: 'text', text: canary(6000 + index) });
    expect(hasCanary(everythingSaid(one.book))).toEqual([]);
  });

  test('the name misspelt in 项目信息: what stands in the other sheets under the real one is not told', () => {
    const one = filled(sample);
    const real = canary(7000);
    for (const { name: sheet, key } of sheetsOf(sample))
      if (key !== 'projects')
        for (const row of one.book.rows(sheet)) if (row.项目名称 === one.name) row.项目名称 = real;
    expect(hasCanary(everythingSaid(one.book))).toEqual([]);
    expect(one.book.examine().findings.map(({ code }) => code)).toContain('R01');
  });

  test('of a project that is public it is said (so these can fail)', () => {
    const one = filled(sample);
    for (const row of one.book.rows('项目信息')) row.是否公开 = '公开';
    expect(hasCanary(JSON.stringify(one.book.examine().facts)).length).toBeGreaterThan(5);
    const spend = one.book.rows('项目支出').findIndex((row) => row.项目名称 === one.name) + 1;
    const damaged = one.book.cell(['项目支出', spend, '功能科目编码'], { kind: 'text', text: canary(1) });
    expect(hasCanary(JSON.stringify(damaged.examine().findings))).toEqual([canary(1)]);
  });

  test('beside a withheld project, rows of public ones are quoted as ever', () => {
    const { book } = filled(sample);
    const isPublic = (name = '') =>
      book.rows('项目信息').some((row) => row.项目名称 === name && row.是否公开 === '公开');
    const spend = book.rows('项目支出').findIndex((row) => isPublic(row.项目名称)) + 1;
    const damaged = book.cell(['项目支出', spend, '功能科目编码'], { kind: 'text', text: canary(1) });
    expect(hasCanary(JSON.stringify(damaged.examine().findings))).toEqual([canary(1)]);
  });
});
