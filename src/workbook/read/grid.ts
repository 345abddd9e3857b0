/**
 * Where rows and cells stand: the `r` attributes, or the next place where there is none; nothing twice, nothing
 * outside.
 */

import { limits } from '../../container/limits.js';
import type { Problem } from '../../container/problem.js';
import type { CellRef } from '../../vocabulary/cells.js';

export interface ColumnSpan {
  readonly from: number;
  readonly to: number;
}

/** `<col min max>`; a number that is none gives an empty span. */
export const columnSpan = (min: string | undefined, max: string | undefined): ColumnSpan => ({
  from: min === undefined ? Number.POSITIVE_INFINITY : Number(min),
  to: Number(max ?? 0),
});

/** The row and column numbers met so far in one sheet. */
export class CellPositions {
  readonly #sheet: string;
  /**
   * One bit a row: a set of a million numbers would take 40 MB. Both grow as they are needed: most sheets are small.
   */
  #seenRows = new Uint8Array(64);
  /** By column: the number of the `<row>` element that used it last. */
  #seenColumns = new Uint32Array(64);
  #rowElements = 0;
  #row = 0;
  #column = 0;

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  at(column: number): CellRef {
    return { sheet: this.#sheet, row: column === 0 ? 0 : this.#row, column };
  }

  /** The number of the row that begins, from its `r` if it has one. */
  enterRow(reference: string | undefined): number | Problem {
    const row = reference === undefined ? this.#row + 1 : rowNumber(reference);
    if (row === undefined || row > limits.maxRow) return this.#outside('row', reference ?? String(this.#row + 1));
    this.#row = row;
    this.#column = 0;
    this.#rowElements += 1;
    this.#seenRows = withRoom(this.#seenRows, row >> 3, Uint8Array);
    const byte = this.#seenRows[row >> 3] ?? 0;
    const bit = 1 << (row & 7);
    if ((byte & bit) !== 0) return { code: 'F26', at: { sheet: this.#sheet, row, column: 1 } };
    this.#seenRows[row >> 3] = byte | bit;
    return row;
  }

  /** The column of the cell that begins, from its `r` if it has one. */
  enterCell(reference: string | undefined): number | Problem {
    const column = reference === undefined ? this.#column + 1 : this.#columnOf(reference);
    if (column === undefined || column > limits.maxColumn) return this.#outside('cell', reference ?? '');
    this.#column = column;
    this.#seenColumns = withRoom(this.#seenColumns, column, Uint32Array);
    if (this.#seenColumns[column] === this.#rowElements) return { code: 'F27', at: this.at(column) };
    this.#seenColumns[column] = this.#rowElements;
    return column;
  }

  /** A cell that claims to stand in another row than the one it is in has no place that could be trusted. */
  #columnOf(reference: string): number | undefined {
    const place = placeOf(reference);
    return place?.row === this.#row ? place.column : undefined;
  }

  #outside(what: 'row' | 'cell', found: string): Problem {
    const values = { found: found.slice(0, 20), what: what === 'row' ? '行号' : '单元格位置' };
    return {
      code: 'F28',
      at: { sheet: this.#sheet, row: 0, column: 0 },
      values,
    };
  }
}

/** `B7`; undefined for what is no place in a grid. By codes of characters: a sheet may have millions of them. */
export function placeOf(reference: string): { readonly row: number; readonly column: number } | undefined {
  let at = 0;
  let column = 0;
  for (let code = reference.charCodeAt(0); code >= 65 && code <= 90; code = reference.charCodeAt(at)) {
    column = column * 26 + code - 64;
    at += 1;
  }
  const row = numberFrom(reference, at);
  return at < 1 || at > 3 || row === 0 ? undefined : { row, column };
}

/** The digits from `start` to the end, as far as a row has; 0 for what is no number of a row. */
function numberFrom(text: string, start: number): number {
  if (text.length - start > 7 || text.charCodeAt(start) === 48) return 0;
  let number = 0;
  for (let at = start; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return 0;
    number = number * 10 + digit;
  }
  return number;
}

const rowNumber = (text: string): number | undefined => numberFrom(text, 0) || undefined;

/** The same numbers with room for one at `index`. */
function withRoom<Numbers extends Uint8Array | Uint32Array>(
  numbers: Numbers,
  index: number,
  Kind: new (length: number) => Numbers,
): Numbers {
  if (index < numbers.length) return numbers;
  const larger = new Kind(2 * index + 1);
  larger.set(numbers);
  return larger;
}
