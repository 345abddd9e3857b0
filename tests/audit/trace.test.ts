/** Every number of a sample's document has an entry that leads to cells of its workbook. */
import { describe, expect, test } from '@jest/globals';
import { type ReadLine, readingOfTree } from '../../src/audit/reading.js';
import { cellAddress, figureTree, findText, movedBy, ruleText, traceOf } from '../../src/audit/trace.js';
import type { Leaf } from '../../src/figures/figure.js';
import { fullAddress } from '../../src/vocabulary/cells.js';
import { readWorkbook } from '../../src/workbook/read/index.js';
import { sampleBytes } from '../support/samples.js';
import { composed, sampleNames } from './samples.js';

describe.each(sampleNames)('%s', (name) => {
  const { tree, printed } = composed(name);
  const trace = traceOf({ tree, printed });

  test('each figure in the document has an entry, and each entry a figure in the document', () => {
    const lines = readingOfTree({ tree, printed }).blocks.flatMap((block): readonly ReadLine[] =>
      block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : [block],
    );
    const inDocument = lines.flatMap((line) =>
      (line.spans ?? []).map((span) => [span.figure.id, line.text.slice(span.start, span.end)]),
    );
    expect(trace.map((entry) => [entry.figure.id, entry.text])).toEqual(inDocument);
    expect(new Set(trace.map((entry) => entry.figure.id))).toEqual(new Set(printed.keys()));
    expect(trace.length).toBeGreaterThan(300);
  });

  test('every amount in the tables is a figure with an entry', () => {
    const cells = readingOfTree({ tree, printed }).blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : [],
    );
    const untraced = cells.filter((cell) => /^[\d,]+\.\d\d$/.test(cell.text) && cell.spans?.length === 0);
    expect(untraced.map((cell) => cell.text)).toEqual([]);
  });

  test('an id stands for one figure: it prints the same digits wherever it stands', () => {
    const digits = new Map<string, string>();
    for (const {
      figure: { id },
      text,
    } of trace) {
      const plain = text.replace(/%$/, '').replace(/\.?0+$/, '');
      expect(digits.get(id) ?? plain).toBe(plain);
      digits.set(id, plain);
    }
  });

  test('each leaf is a filled cell of the workbook, and a figure that is not zero has leaves', () => {
    const read = readWorkbook(sampleBytes(name), name);
    const sheets = read.ok ? read.workbook.sheets : [];
    const isFilled = ({ at }: Leaf) =>
      sheets
        .find((sheet) => sheet.name === at.sheet)
        ?.rows.get(at.row)
        ?.get(at.column)
        ?.text.trim();
    const leaves = trace.flatMap((entry) => entry.cells);
    expect(leaves.length).toBeGreaterThan(1000);
    expect(leaves.filter((leaf) => !isFilled(leaf)).map((leaf) => fullAddress(leaf.at))).toEqual([]);
    const bare = trace.filter((entry) => !entry.figure.isZero && entry.cells.length === 0);
    expect(bare.map((entry) => entry.figure.id)).toEqual([]);
  });

  test('every entry says where it stands and by which rule', () => {
    for (const { place, figure } of trace) {
      expect(place.headings.length).toBeGreaterThan(0);
      expect(place.sentence ?? place.row ?? '').not.toBe('');
      expect(ruleText(figure)).toMatch(/合计|占比|增减|直接填列|计数/);
    }
  });
});

describe('2026-unit', () => {
  const trace = traceOf(composed('2026-unit'));

  test('a share is found as printed and leads to both amounts and their cells', () => {
    const [entry] = findText(trace, '51.36%');
    expect(entry && ruleText(entry.figure)).toBe('占比 = 2,239.89 ÷ 4,360.97 × 100');
    const tree = entry ? figureTree(entry.figure) : [];
    expect(tree[0]).toMatch(/^51\.36%/);
    expect(tree.filter((line) => line.startsWith('    项目支出!')).length).toBeGreaterThan(5);
  });

  test('a cell moves every figure that it is a part of, in tables and sentences', () => {
    const moved = movedBy(trace, "'项目支出'!$G$4");
    expect(moved.some(({ place }) => place.headings.at(-1)?.includes('收支总体情况表'))).toBe(true);
    expect(moved.some(({ text, place }) => text === '51.36%' && place.sentence !== undefined)).toBe(true);
    expect(movedBy(trace, '项目支出!ZZ99')).toEqual([]);
  });

  test('an address is taken as Excel writes it', () => {
    expect(cellAddress("'基本支出（功能）'!$e$5")).toBe('基本支出（功能）!E5');
  });
});
