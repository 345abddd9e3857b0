/** The cells of the printed tables, each with its row and column in words. */
import { layOut, type Slot } from '../../document/grid.js';
import { cleanText } from '../../document/text.js';
import type { Inline, Table } from '../../document/tree.js';
import { plainText } from '../xlsx/tables.js';

export interface PlacedCell {
  readonly row: string;
  readonly column: string;
  /** Of a functional or economic class, '' where the row has none. */
  readonly code: string;
  readonly name: string;
  readonly inlines: readonly Inline[];
  readonly text: string;
}

const textOf = ({ cell }: Slot): string => cleanText(plainText(cell.inlines)).trim();
const isAmount = ({ cell }: Slot): boolean => cell.align === 'right' && cell.border;

/** All cells of amounts, the blank ones too, row by row. */
export function amountCells({ head, body, widths }: Table): PlacedCell[] {
  const rows = layOut([...head, ...body], widths.length);
  const heads = rows.slice(0, head.length).map((row) => row.filter(({ cell }) => cell.border));
  return rows.slice(head.length).flatMap((row, index) => {
    const below = body[index]?.cells ?? [];
    return row
      .filter((slot) => isAmount(slot) && below.includes(slot.cell))
      .map((slot) => placed(slot, labelsOf(row, slot), heads));
  });
}

/** What stands left of a cell's amounts, up to the amounts of the panel before. */
function labelsOf(row: readonly Slot[], { column }: Slot): Slot[] {
  const left = row.filter((slot) => slot.column < column);
  const end = left.findLastIndex((slot) => !isAmount(slot)) + 1;
  const start = left.slice(0, end).findLastIndex(isAmount) + 1;
  return left.slice(start, end).filter((slot) => textOf(slot) !== '');
}

function placed(slot: Slot, labels: readonly Slot[], heads: readonly (readonly Slot[])[]): PlacedCell {
  const codes = labels.filter((label) => isCode(label, heads)).map(textOf);
  const others = labels.filter((label) => !isCode(label, heads)).map(textOf);
  return {
    row: labels.map(textOf).join(' '),
    column: headsOver(slot.column, heads).join('·'),
    code: codes.join(''),
    name: others.at(-1) ?? '',
    inlines: slot.cell.inlines,
    text: textOf(slot),
  };
}

const isCode = (label: Slot, heads: readonly (readonly Slot[])[]): boolean =>
  /^\d{2,3}$/.test(textOf(label)) && /^[类款项]$/.test(headsOver(label.column, heads).at(-1) ?? '');

/** The words over a column, each once, from above. */
function headsOver(column: number, heads: readonly (readonly Slot[])[]): string[] {
  const over = heads.flatMap((row) =>
    row.filter((slot) => slot.column <= column && column < slot.column + slot.cell.columnSpan).map(textOf),
  );
  // a row of the head may number the columns
  return [...new Set(over.filter((text) => !/^[\d*※]*$/.test(text)))];
}
