import { describe, expect, test } from '@jest/globals';
import { cell, documentXml, elements, row, section, smallTable, statement, textOf, tree } from './tree.js';

async function writtenRows() {
  const xml = await documentXml(tree(section([smallTable()])));
  return { xml, rows: elements(xml, 'w:tr') };
}

const numbers = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map((match) => Number(match[1]));

describe('tables', () => {
  test('head rows are marked to repeat, and no row breaks over a page', async () => {
    const { rows } = await writtenRows();
    expect(rows.map((written) => written.includes('<w:tblHeader/>'))).toEqual([true, true, true, false]);
    for (const written of rows) expect(written).toContain('<w:cantSplit/>');
  });

  test('merged cells are written as Word wants them: grid spans, and every covered row continues the merge', async () => {
    const { rows } = await writtenRows();
    const cells = rows.map((written) => elements(written, 'w:tc'));
    expect(cells.map((inRow) => inRow.length)).toEqual([2, 3, 5, 5]);
    expect(cells[1]?.[0]).toContain('<w:gridSpan w:val="3"/>');
    expect(cells[1]?.[1]).toContain('<w:vMerge w:val="restart"/>');
    expect(cells[2]?.[3]).toContain('<w:vMerge w:val="continue"/>');
    expect(textOf(cells[2]?.[3] ?? '')).toBe('');
  });

  test('a row covered from above in every column is kept', async () => {
    const tall = { rowSpan: 2 };
    const table = statement([1, 1], [], [row(cell('甲', tall), cell('乙', tall)), row(), row(cell('丙'), cell('丁'))]);
    const rows = elements(await documentXml(tree(section([table]))), 'w:tr');
    expect(rows.map((written) => elements(written, 'w:tc').length)).toEqual([2, 2, 2]);
  });

  test('the layout is fixed, the grid fills the text width exactly, and cells agree with the grid', async () => {
    const { xml, rows } = await writtenRows();
    expect(xml).toContain('<w:tblLayout w:type="fixed"/>');
    const grid = numbers(xml, /<w:gridCol w:w="(\d+)"/g);
    expect(grid.reduce((sum, width) => sum + width, 0)).toBe(8844);
    expect(numbers(rows[3] ?? '', /<w:tcW w:type="dxa" w:w="(\d+)"/g)).toEqual(grid);
    const codes = grid.slice(0, 3).reduce((sum, width) => sum + width, 0);
    expect(numbers(rows[1] ?? '', /<w:tcW w:type="dxa" w:w="(\d+)"/g)[0]).toBe(codes);
  });

  test('the caption row has no border but the line on which the grid begins', async () => {
    const { rows } = await writtenRows();
    for (const caption of elements(rows[0] ?? '', 'w:tc')) {
      const borders = elements(caption, 'w:tcBorders')[0] ?? '';
      for (const side of ['top', 'left', 'right']) expect(borders).toContain(`<w:${side} w:val="nil"/>`);
      expect(borders).toMatch(/<w:bottom w:val="single"/);
    }
    expect(rows[1]).not.toContain('w:tcBorders');
  });

  test('figures are right-aligned, head cells centred and bold', async () => {
    const { rows } = await writtenRows();
    expect(elements(rows[3] ?? '', 'w:tc')[4]).toContain('<w:jc w:val="right"/>');
    expect(rows[1]).toMatch(/<w:jc w:val="center"\/>.*<w:b\/>/);
    expect(rows[3]).not.toContain('<w:b/>');
  });
});
