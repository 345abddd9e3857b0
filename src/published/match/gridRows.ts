/** Rows of a document's table below its head, in the columns of the form. */
import type { DocumentTable, TableCell } from '../document.js';
import { type Characters, charactersOf } from './characters.js';
import { columnsOf } from './columns.js';
import type { FormTable } from './tableForm.js';

export interface FormGridRow {
  readonly block: number;
  readonly row: number;
  /** By column of the form; absent where no cell begins. */
  readonly cells: readonly (FormGridCell | undefined)[];
}

export interface FormGridCell {
  readonly cell: TableCell;
  readonly characters: Characters;
}

/** Whether a cell is there and holds a text. */
export const isFilled = (cell: FormGridCell | undefined): boolean => cell !== undefined && cell.characters.text !== '';

/** The rows below the heads; a piece without a head of its own has the columns of the piece before it. */
export function gridRows(form: FormTable, pieces: readonly DocumentTable[]): FormGridRow[] {
  let columns: readonly (number | undefined)[] = [];
  return pieces.flatMap((table, index) => {
    const headHeight = headHeightOf(form, table);
    if (headHeight > 0 || index === 0 || columns.length !== table.columns) columns = columnsOf(form, table, headHeight);
    return table.rows.slice(headHeight).map((row, below) => {
      const cells: (FormGridCell | undefined)[] = [];
      for (const cell of row.cells) {
        const column = columns[cell.column];
        if (column !== undefined && !isFilled(cells[column]))
          cells[column] = { cell, characters: charactersOf(cell.text) };
      }
      return { block: table.index, row: headHeight + below, cells };
    });
  });
}

/** Rows at the top most of whose texts are of the form's head or caption. */
export function headHeightOf({ headWords, caption }: FormTable, table: DocumentTable): number {
  if (headWords.size === 0) return 0;
  const height = table.rows.findIndex(({ cells }) => {
    const texts = cells.map(({ text }) => charactersOf(text).text).filter((text) => text !== '');
    const known = texts.filter((text) => headWords.has(text) || isMostlyIn(text, headWords));
    return (
      texts.length > 0 &&
      known.length * 2 <= texts.length &&
      !(caption.length > 0 && texts.length <= 2 && isCaption(texts))
    );
  });
  return height < 0 ? table.rows.length : height;
}

const isCaption = (texts: readonly string[]): boolean => texts.every((text) => text.includes(':'));

/** A head text of which a few characters are lost or misread. */
const isMostlyIn = (text: string, words: ReadonlySet<string>): boolean =>
  text.length > 4 &&
  [...words].some((word) => word.length > 4 && (word.startsWith(text.slice(0, -1)) || text.startsWith(word)));
