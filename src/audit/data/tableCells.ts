/** The numbered tables of a published document, cell by cell, in its own words. */
import { cleanText } from '../../document/text.js';
import { grouped, smallestOf } from '../../model/grouped.js';
import type { DocumentTable, PublishedDocument } from '../../published/document.js';
import type { Match, PrintedValue } from '../../published/match/types.js';
import { nameKey } from '../../vocabulary/names.js';
import type { DataRow } from '../../writers/data/fields.js';
import { type DataCell, wordsAt } from '../../writers/data/places.js';

/** A cell of amounts, blank ones too; `value`: what was read there. */
export interface TableCellRead {
  readonly block: number;
  readonly words: DataRow;
  readonly text: string;
  readonly value: PrintedValue | undefined;
}

const cellKey = (row: number, column: number): string => `${row} ${column}`;

/** The amounts of tables that were found, in the order of the document; performance tables are none of these. */
export function tableCells(document: PublishedDocument, { tables, values }: Match): TableCellRead[] {
  const byBlock = grouped(
    values.filter(({ hole }) => hole === 'cell'),
    ({ at }) => at.block,
  );
  const found = tables.filter(({ blocks }) => blocks.some((block) => byBlock.has(block)));
  const cells = found.flatMap(({ title, blocks }) => {
    const table = numberAbove(document, blocks[0] ?? 0);
    const own = titleAbove(document, blocks[0] ?? 0, title);
    let heads: DataCell[][] = [];
    return blocks.flatMap((at) => {
      const block = document.blocks[at];
      if (block?.kind !== 'table') return [];
      const read = cellsOf(block, byBlock.get(at) ?? [], heads);
      heads = read.heads;
      return read.cells.map((cell) => ({ ...cell, block: at, words: { table, title: own, ...cell.words } }));
    });
  });
  return cells.sort((a, b) => a.block - b.block);
}

/** `表 1` stands above its table, in a paragraph or in the sheet's first rows; '' where it does not. */
function numberAbove({ blocks }: PublishedDocument, at: number): string {
  for (let above = at - 1; above >= 0; above -= 1) {
    const block = blocks[above];
    if (block?.kind !== 'paragraph') break;
    const number = /^表\s*(\d{1,2})$/.exec(block.text.normalize('NFKC').trim())?.[1];
    if (number !== undefined) return number;
  }
  const first = blocks[at];
  const cells = first?.kind === 'table' ? first.rows.slice(0, 2).flatMap((row) => row.cells) : [];
  return cells.flatMap(({ text }) => /^表\s*(\d{1,2})$/.exec(text.normalize('NFKC').trim())?.[1] ?? [])[0] ?? '';
}

/** As the document spells it. */
function titleAbove({ blocks }: PublishedDocument, at: number, title: string): string {
  const key = nameKey(title);
  const above = blocks.slice(0, at).findLast((block) => block.kind === 'paragraph' && nameKey(block.text) === key);
  return above?.kind === 'paragraph' ? cleanText(above.text).trim() : title;
}

/** `before`: the heads of the piece above, for a piece that has none of its own. */
function cellsOf(table: DocumentTable, values: readonly PrintedValue[], before: DataCell[][]) {
  const byCell = new Map(values.map((value) => [cellKey(value.at.row ?? 0, value.at.column ?? 0), value]));
  const rowsRead = new Set(values.map(({ at }) => at.row ?? 0));
  const columns = new Set(values.map(({ at }) => at.column ?? 0));
  const first = smallestOf([...rowsRead], Number.POSITIVE_INFINITY);
  const rows = gridOf(table, (row, column) => row >= first && columns.has(column));
  const own = rows.slice(0, first).map((row) => row.filter(isHead));
  const heads = own.some((row) => row.length > 1) ? own : before;
  const cells = rows.flatMap((row, index) =>
    rowsRead.has(index)
      ? row.flatMap((cell) => {
          if (!cell.isAmount || cell.isContinued) return [];
          const value = byCell.get(cellKey(index, cell.column));
          return [{ words: wordsAt(cell, row, heads), text: value ? cell.text : '', value }];
        })
      : [],
  );
  return { heads, cells };
}

/** The caption (编制部门：, 单位：万元) is no head of a column. */
const isHead = ({ text }: DataCell): boolean => text !== '' && !/[:：]/.test(text);

/** All cells of the grid, those that a row span covers repeated. */
function gridOf(
  { rows }: DocumentTable,
  isAmount: (row: number, column: number) => boolean,
): (DataCell & { readonly isContinued: boolean })[][] {
  const running: { cell: DataCell; left: number }[] = [];
  return rows.map(({ cells }, row) => {
    const above = running.filter(({ left }) => left > 0);
    for (const run of above) run.left -= 1;
    const own = cells.map(({ text, column, columnSpan, rowSpan }) => {
      const cell = { text: cleanText(text).trim(), column, columnSpan, isAmount: isAmount(row, column) };
      if (rowSpan > 1) running.push({ cell, left: rowSpan - 1 });
      return { ...cell, isContinued: false };
    });
    const continued = above.map(({ cell }) => ({ ...cell, isContinued: true }));
    return [...own, ...continued].sort((a, b) => a.column - b.column);
  });
}
