/** The cells of the printed tables, each with its row and column in words. */
import { layOut, type Slot } from '../../document/grid.js';
import { cleanText } from '../../document/text.js';
import type { Inline, Table } from '../../document/tree.js';
import { plainText } from '../xlsx/tables.js';

/** A cell where it stands in the grid, whether of our tree or of a published table; spans are resolved. */
export interface DataCell {
  readonly text: string;
  readonly column: number;
  readonly columnSpan: number;
  /** Of a column of amounts, whether there is one or not. */
  readonly isAmount: boolean;
}

export interface CellWords {
  readonly row: string;
  readonly column: string;
  /** Of a functional or economic class, '' where the row has none. */
  readonly code: string;
  readonly name: string;
}

export interface PlacedCell extends CellWords {
  readonly inlines: readonly Inline[];
  readonly text: string;
}

interface TreeGridCell extends DataCell {
  readonly slot: Slot;
}

const gridCell = (slot: Slot): TreeGridCell => ({
  text: cleanText(plainText(slot.cell.inlines)).trim(),
  column: slot.column,
  columnSpan: slot.cell.columnSpan,
  isAmount: slot.cell.align === 'right' && slot.cell.border,
  slot,
});

/** All cells of amounts, the blank ones too, row by row. */
export function amountCells({ head, body, widths }: Table): PlacedCell[] {
  const rows = layOut([...head, ...body], widths.length).map((slots) => slots.map(gridCell));
  const heads = rows.slice(0, head.length).map((row) => row.filter(({ slot }) => slot.cell.border));
  return rows.slice(head.length).flatMap((row, index) => {
    const below = body[index]?.cells ?? [];
    return row
      .filter((cell) => cell.isAmount && below.includes(cell.slot.cell))
      .map((cell) => ({ ...wordsAt(cell, row, heads), inlines: cell.slot.cell.inlines, text: cell.text }));
  });
}

/** What a cell of amounts is of, by what stands left of it and over it. `row`: its whole row; `heads`: from above. */
export function wordsAt(cell: DataCell, row: readonly DataCell[], heads: readonly (readonly DataCell[])[]): CellWords {
  const labels = labelsOf(row, cell);
  const codes = labels.filter((label) => isCode(label, heads)).map(({ text }) => text);
  const others = labels.filter((label) => !isCode(label, heads)).map(({ text }) => text);
  return {
    row: labels.map(({ text }) => text).join(' '),
    column: headsOver(cell.column, heads).join('·'),
    code: codes.join(''),
    name: others.at(-1) ?? '',
  };
}

/** What stands left of a cell's amounts, up to the amounts of the panel before. */
function labelsOf(row: readonly DataCell[], { column }: DataCell): DataCell[] {
  const left = row.filter((cell) => cell.column < column);
  const end = left.findLastIndex((cell) => !cell.isAmount) + 1;
  const start = left.slice(0, end).findLastIndex((cell) => cell.isAmount) + 1;
  return left.slice(start, end).filter(({ text }) => text !== '');
}

const isCode = ({ text, column }: DataCell, heads: readonly (readonly DataCell[])[]): boolean =>
  /^\d{2,3}$/.test(text) && /^[类款项]$/.test(headsOver(column, heads).at(-1) ?? '');

/** The words over a column, each once, from above. */
function headsOver(column: number, heads: readonly (readonly DataCell[])[]): string[] {
  const over = heads.flatMap((row) =>
    row.filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan).map(({ text }) => text),
  );
  // a row of the head may number the columns
  return [...new Set(over.filter((text) => !/^[\d*※]*$/.test(text)))];
}
