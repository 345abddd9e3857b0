import { describe, expect, test } from '@jest/globals';
import { emWidth } from '../../../src/document/text.js';
import type { Table } from '../../../src/document/tree.js';
import { compose } from '../../../src/index.js';
import { fitTable } from '../../../src/writers/docx/fit.js';
import { planOf } from '../../../src/writers/docx/plan.js';
import { textOf } from '../../support/document.js';
import { examined, namesIn, sampleBytes } from '../../support/samples.js';
import { cell, row, statement } from './tree.js';

const LANDSCAPE = 14570;
const PORTRAIT = 8844;
const HEIGHT = 8844;

/** Three code columns, a name and twelve amounts: the widest table of the form. */
function wide(amount: string, rows = 10): Table {
  const amounts = Array.from({ length: 12 }, () => cell(amount, { align: 'right' }));
  const body = Array.from({ length: rows }, () =>
    row(cell('215'), cell('05'), cell('01'), cell('其他资源勘探工业信息等支出'), ...amounts),
  );
  return statement([4, 4, 4, 20, ...Array(12).fill(9)], [], body);
}

function roomFor(amount: string, table: Table): boolean {
  const fit = fitTable(table, LANDSCAPE, HEIGHT);
  return fit.widths.slice(4).every((width) => width - 2 * fit.padding >= emWidth(amount) * fit.size * 10);
}

describe('fitting a table to the page', () => {
  test.each(['4,360.97', '123,456.78', '9,999,999.99', '1,234,567,890.12'])(
    '%s stands on one line in sixteen columns',
    (amount) => {
      expect(roomFor(amount, wide(amount))).toBe(true);
    },
  );

  test('ordinary amounts are set larger than enormous ones', () => {
    const ordinary = fitTable(wide('4,360.97'), LANDSCAPE, HEIGHT);
    const enormous = fitTable(wide('1,234,567,890.12'), LANDSCAPE, HEIGHT);
    expect(ordinary.size).toBeGreaterThanOrEqual(18);
    expect(enormous.size).toBeLessThan(ordinary.size);
  });

  test('declared proportions hold where every number has room', () => {
    const table = statement(
      [34, 16, 34, 16],
      [],
      [row(cell('一、本年收入'), cell('4,301.89'), cell('201 一般公共服务支出'), cell(''))],
    );
    const { widths, size } = fitTable(table, PORTRAIT, HEIGHT);
    expect(widths).toEqual([3005, 1415, 3010, 1414]);
    expect(size).toBe(21);
  });

  test('a table that can stand on one page does, a short one has roomy rows', () => {
    const rows = (count: number) =>
      fitTable(
        statement(
          [1, 1],
          [],
          Array.from({ length: count }, () => row(cell('甲'), cell('1.00'))),
        ),
        PORTRAIT,
        12756 - 1240,
      );
    expect(rows(6).rowHeight).toBe(480);
    expect((rows(35).rowHeight + 12) * 35).toBeLessThan(12756 - 1240);
    expect(rows(200).rowHeight).toBeGreaterThanOrEqual(300);
  });

  test('type is not made unreadable to keep a table on one page', () => {
    const rows = Array.from({ length: 60 }, () => row(cell('甲'), cell('1.00', { align: 'right' })));
    expect(fitTable(statement([1, 1], [], rows), PORTRAIT, 12756).size).toBe(21);
  });

  test('widths always add up to the text width', () => {
    for (const amount of ['1.00', '9,999,999.99', '1,234,567,890.12', '9'.repeat(60)]) {
      const { widths } = fitTable(wide(amount), LANDSCAPE, HEIGHT);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(LANDSCAPE);
      expect(Math.min(...widths)).toBeGreaterThan(0);
    }
  });

  test('amounts of the widest table keep as much space beside them as those of a narrow one, where there is room', () => {
    const paddings = ['4,360.97', '9,999,999.99'].map((amount) => fitTable(wide(amount), LANDSCAPE, HEIGHT).padding);
    expect(paddings[0]).toBe(80);
    expect(paddings[1]).toBeLessThan(80);
  });

  test('a sign stays with its number: room for both', () => {
    const widthOf = (value: string) => {
      const body = [row(...Array.from({ length: 16 }, () => cell(value)))];
      const { widths, padding, size } = fitTable(statement(Array(16).fill(1), [], body), PORTRAIT, HEIGHT);
      return (Math.min(...widths) - 2 * padding) / (size * 10);
    };
    expect(widthOf('≥95.5%')).toBeGreaterThanOrEqual(emWidth('≥95.5%'));
    expect(widthOf('约95.5%')).toBeLessThan(emWidth('约95.5%'));
  });

  test('单位：万元 stands on one line, however long the names in the first column are', () => {
    const unitRoom = (spans: readonly [number, number], caption: string) => {
      const captions = row(
        cell('编制部门：某某局', { columnSpan: spans[0], border: false }),
        cell(caption, { columnSpan: spans[1], border: false, align: 'right' }),
      );
      const names = Array.from({ length: 40 }, () => row(cell('甲'.repeat(90)), cell('1'), cell('2'), cell('3')));
      const { widths, padding, size } = fitTable(statement([40, 8, 8, 8], [captions], names), PORTRAIT, HEIGHT);
      const [first = 0, ...amounts] = widths;
      const room = amounts.slice(-spans[1]).reduce((sum, width) => sum + width, 0) - 2 * padding;
      return { em: room / (size * 10), first };
    };
    for (const spans of [
      [3, 1],
      [2, 2],
    ] as const) {
      expect(unitRoom(spans, '单位：万元').em).toBeGreaterThanOrEqual(5);
    }
    expect(unitRoom([3, 1], '单位：万元').first).toBeLessThan(unitRoom([3, 1], '万元').first);
  });

  test('in smaller type or with less space where that keeps short names whole, not where they break anyway', () => {
    const sizeWith = (name: string) => {
      const body = Array.from({ length: 12 }, () => row(cell(name), ...amounts));
      return fitTable(statement([10, ...amounts.map(() => 13)], [], body), PORTRAIT, 12756);
    };
    const amounts = Array.from({ length: 7 }, () => cell('15,551.05', { align: 'right' }));
    const whole = sizeWith('一般公共预算支');
    expect([whole.size, whole.padding]).not.toEqual([21, 80]);
    expect((whole.widths[0] ?? 0) - 2 * whole.padding).toBeGreaterThanOrEqual(7 * whole.size * 10);
    expect(sizeWith('一般公共预算一般公共预算')).toMatchObject({ size: 21, padding: 80 });
  });
});

// the labels of table 4 stood on two lines each
test.each(namesIn('samples', '.xlsx'))('no short name breaks in the tables of %s', (name) => {
  const { facts, edition } = examined(name, sampleBytes(name));
  const { tree } = compose(facts, edition);
  const { fits } = planOf(tree, new Map(), undefined);
  const broken = [...fits]
    .filter(([table]) => table.style === 'statement')
    .flatMap(([, { slots, widths, size, padding }]) =>
      slots.flat().flatMap(({ cell: { inlines, indent, align }, column }) => {
        const text = textOf(inlines);
        const room = (widths[column] ?? 0) - 2 * padding - indent * 180;
        return align === 'left' && emWidth(text) <= 10 && emWidth(text) * size * 10 > room ? [text] : [];
      }),
    );
  expect(broken).toEqual([]);
});
