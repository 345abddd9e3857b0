/** Where something stands in a document, as a reader finds it. */
import type { Place } from '../published/place.js';
import type { ReadBlock, Reading } from './reading.js';
import { cellAt, columnLabel, goalOf, rowLabel, type Statement, statementOf } from './statement.js';

/** A block with the headings that stand over it. */
export interface PlacedBlock {
  readonly block: ReadBlock;
  readonly headings: readonly string[];
}

/** Every block with its headings; a heading belongs to itself. The contents stand under 目录. */
export function placedBlocks(reading: Reading): PlacedBlock[] {
  let headings: readonly string[] = [];
  return reading.blocks.map((block) => {
    if (block.kind === 'paragraph' && block.level > 0) headings = [...headings.slice(0, block.level - 1), block.text];
    const shown = block.kind === 'paragraph' && block.contents ? ['目录'] : headings;
    return { block, headings: shown.filter((heading) => heading !== undefined) };
  });
}

/** The sentence around a position, up to 60 characters. */
export function sentenceAround(text: string, start: number): string {
  const from =
    Math.max(text.lastIndexOf('。', start - 1), text.lastIndexOf('；', start - 1), text.lastIndexOf('\n', start - 1)) +
    1;
  const end = text.slice(start).search(/[。；\n]/);
  const sentence = text.slice(from, end < 0 ? undefined : start + end);
  return sentence.length <= 60 ? sentence : `${sentence.slice(0, 59)}…`;
}

/** A figure that stands in the document. */
export interface PrintedFigure {
  readonly id: string;
  /** As it stands there. */
  readonly text: string;
  readonly place: Place;
}

/** Every printed figure, in the order of the document; one that is printed twice is there twice. */
export function printedFigures(reading: Reading): PrintedFigure[] {
  return placedBlocks(reading).flatMap(({ block, headings }) => {
    if (block.kind === 'table') return tableFigures(statementOf(block), headings);
    return block.spans.map(({ start, end, figure }) => ({
      id: figure,
      text: block.text.slice(start, end),
      place: { headings, sentence: sentenceAround(block.text, start) },
    }));
  });
}

function tableFigures(statement: Statement, headings: readonly string[]): PrintedFigure[] {
  return statement.table.rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      cell.spans.map(({ start, end, figure }) => ({
        id: figure,
        text: cell.text.slice(start, end),
        place: { headings, ...cellPlace(statement, row, cell.column) },
      })),
    ),
  );
}

/**
 * The row and the column of a cell; in a performance table its name and the indicator, or what stands to the left.
 */
export function cellPlace(
  statement: Statement,
  row: Statement['body'][number],
  column: number,
): { row: string; column: string } {
  const panel = statement.panels.find(({ labels, amounts }) => amounts.includes(column) || labels.includes(column));
  if (panel) return { row: rowLabel(row, panel), column: columnLabel(statement, column) };
  return goalPlace(statement, row, column);
}

function goalPlace(
  { table }: Statement,
  row: Statement['body'][number],
  column: number,
): { row: string; column: string } {
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
