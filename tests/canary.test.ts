/**
 * Withheld text stays in its cell (FORM text-5): whatever stands in the rows of withheld projects, right or damaged,
 * is in no message and nothing that outputs are made of. A canary of its own stands in every cell. The outputs
 * themselves: canaryOutputs.test.ts, canaryPage.test.ts.
 */
import { describe, expect, test } from '@jest/globals';
import { compose, examineCells } from '../src/index.js';
import { mutateCells, randomOf } from './fuzz/mutate.js';
import type { Book, CellChange } from './support/book.js';
import { canariesIn, canary, filled, published, sheetsOf, spotsOf } from './support/canaries.js';
import { editions } from './support/samples.js';

const samples = ['2024-department', '2026-department', '2026-unit'];

/**
 * In `npm run fuzz` every cell of every sample; in `npm test` every third of the unit's and every fifth of the
 * departments', other ones for each damage.
 */
const everySpot = process.env.EVERY_SPOT === '1';

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

/** Spellings of one name that read alike. */
const spellings: Readonly<Record<string, (name: string) => CellChange>> = {
  'what is invisible': (name) => ({ text: `\u200B${name.slice(0, 2)}\u00AD\u2060${name.slice(2)}\uFE0F` }),
  blanks: (name) => ({ text: ` ${name.slice(0, 2)}\u3000${name.slice(2)}\t` }),
  'a line break': (name) => ({ text: `${name.slice(0, 2)}\n${name.slice(2)}` }),
  'full width': (name) => ({ text: name.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) }),
  'a text by its format': (name) => ({ text: name.slice(2), format: `"${name.slice(0, 2)}"@` }),
  'a number by its format': (name) => {
    const [, words = '', zeros = '', digits = ''] = /^(\D*)(0*)([1-9]\d*)$/.exec(name) ?? [];
    return digits === '' ? { text: name } : { kind: 'number', text: digits, format: `"${words}${zeros}"0` };
  },
};

describe.each(samples)('%s', (sample) => {
  test('filled as it should be: no canary is said', () => {
    const { book } = filled(sample);
    expect(canariesIn(everythingSaid(book))).toEqual([]);
  });

  test.each(Object.entries(damages).map(([how, damage], offset) => [how, damage, offset] as const))(
    'cells of it damaged, one at a time: %s',
    (_, damage, offset) => {
      const spots = spotsOf(sample, filled(sample));
      expect(spots.length).toBeGreaterThan(30);
      const each = everySpot ? 1 : sample === '2026-unit' ? 3 : 5;
      const tried = spots.filter((_, index) => index % each === offset % each);
      const told = tried.flatMap((spot, index) => {
        const { book } = filled(sample);
        const text = canary(5000 + index);
        const found = canariesIn(everythingSaid(book.cell(spot, damage(text))));
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
    expect(canariesIn(everythingSaid(one.book))).toEqual([]);
  });

  test('the name misspelt in 项目信息: what stands in the other sheets under the real one is not told', () => {
    const one = filled(sample);
    const real = canary(7000);
    for (const { name: sheet, key } of sheetsOf(sample))
      if (key !== 'projects')
        for (const row of one.book.rows(sheet)) if (row.项目名称 === one.name) row.项目名称 = real;
    expect(canariesIn(everythingSaid(one.book))).toEqual([]);
    expect(one.book.examine().findings.map(({ code }) => code)).toContain('R01');
  });

  const spelt = everySpot || sample === '2026-unit' ? Object.entries(spellings) : Object.entries(spellings).slice(0, 1);
  test.each(spelt)('its names in other spellings: %s', (_, spell) => {
    for (const column of ['预算单位', '项目名称'])
      for (const { name: sheet } of sheetsOf(sample)) {
        const one = filled(sample);
        const rows = one.book.rows(sheet);
        rows.forEach((row, index) => {
          const change = row.项目名称 === one.name && row[column] ? spell(row[column]) : undefined;
          if (change) one.book.cell([sheet, index + 1, column], change);
        });
        const { facts, findings } = one.book.examine();
        expect([sheet, column, canariesIn(JSON.stringify([facts, findings]))]).toEqual([sheet, column, []]);
      }
  });

  test('with only one unit its name may be blank, in every sheet alike', () => {
    const one = filled(sample);
    if (one.book.rows('预算单位').length > 1) return;
    for (const { name: sheet, columns } of sheetsOf(sample)) {
      if (!columns.some(({ header }) => header === '预算单位')) continue;
      const blank = filled(sample);
      for (const row of blank.book.rows(sheet)) delete row.预算单位;
      expect([sheet, canariesIn(everythingSaid(blank.book))]).toEqual([sheet, []]);
      expect(blank.book.examine().findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });

  test('cells of the workbook damaged at random, wherever they are', () => {
    const raw = filled(sample).book.raw();
    const told: string[] = [];
    for (let seed = 1; seed <= (everySpot ? 1500 : 60); seed += 1) {
      const { workbook, done } = mutateCells(raw, randomOf(seed));
      // rows and cells that change places belong to others then
      if (done.some((how) => how.startsWith('swap'))) continue;
      const { findings, waiting, facts } = examineCells(workbook, editions);
      const hasFacts = findings.every(({ severity }) => severity !== 'error');
      const found = canariesIn(JSON.stringify([findings, waiting, hasFacts && facts]));
      if (found.length > 0) told.push(`${seed} ${done.join(', ')}: ${found.join(' ')}`);
    }
    expect(told).toEqual([]);
  });

  test('of a project that is public it is said (so these can fail)', () => {
    const one = filled(sample);
    for (const row of one.book.rows('项目信息')) row.是否公开 = '公开';
    expect(canariesIn(JSON.stringify(one.book.examine().facts)).length).toBeGreaterThan(5);
    const spend = one.book.rows('项目支出').findIndex((row) => row.项目名称 === one.name) + 1;
    const damaged = one.book.cell(['项目支出', spend, '功能科目编码'], { kind: 'text', text: canary(1) });
    expect(canariesIn(JSON.stringify(damaged.examine().findings))).toEqual([canary(1)]);
  });

  test('beside a withheld project, rows of public ones are quoted as ever', () => {
    const { book } = filled(sample);
    const isPublic = (name = '') =>
      book.rows('项目信息').some((row) => row.项目名称 === name && row.是否公开 === '公开');
    const spend = book.rows('项目支出').findIndex((row) => isPublic(row.项目名称)) + 1;
    const damaged = book.cell(['项目支出', spend, '功能科目编码'], { kind: 'text', text: canary(1) });
    expect(canariesIn(JSON.stringify(damaged.examine().findings))).toEqual([canary(1)]);
  });
});
