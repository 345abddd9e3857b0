/** Where something stands in a document, as a reader finds it. */
import { headingsIn } from '../published/place.js';
import type { ReadBlock, Reading, ReadRow } from './reading.js';
import { cellAt, columnLabel, goalOf, rowLabel, type Statement } from './statement.js';

/** A block with the headings that stand over it. */
export interface PlacedBlock {
  readonly block: ReadBlock;
  readonly headings: readonly string[];
}

/** Every block with its headings; a heading belongs to itself. The contents stand under 目录. */
export function placedBlocks({ blocks }: Reading): PlacedBlock[] {
  const above = headingsIn(blocks);
  return blocks.map((block, at) => {
    const isContents = block.kind === 'paragraph' && block.contents;
    return { block, headings: isContents ? ['目录'] : (above[at] ?? []) };
  });
}

/**
 * The row and the column of a cell; in a performance table its name and the indicator, or what stands to the left.
 */
export function cellPlace(statement: Statement, row: ReadRow, column: number): { row: string; column: string } {
  const panel = statement.panels.find(({ labels, amounts }) => amounts.includes(column) || labels.includes(column));
  if (panel) return { row: rowLabel(row, panel), column: columnLabel(statement, column) };
  return goalPlace(statement, row, column);
}

function goalPlace({ table }: Statement, row: ReadRow, column: number): { row: string; column: string } {
  const goal = goalOf(table);
  const head = goal && table.rows[goal.indicators];
  const before = row.cells.filter((cell) => cell.column < column && cell.text !== '').map((cell) => cell.text);
  const left = before.filter((text) => !/^[\d,.]+$/.test(text)).at(-1) ?? '';
  if (!goal || !head || table.rows.indexOf(row) <= goal.indicators)
    return { row: [goal?.name, left].join(' ').trim(), column: '' };
  const third = head.cells.find((cell) => cell.text.includes('三级'));
  const indicator = third && cellAt(row, third.column)?.text;
  return { row: [goal.name, indicator ?? left].join(' ').trim(), column: cellAt(head, column)?.text ?? '' };
}
