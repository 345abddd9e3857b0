/**
 * What reading a workbook yields: sheets of raw cells, each with its address and the file's own text.
 * Nothing here has been interpreted: an amount is still the decimal text that stands in the XML.
 */

import type { CellRef } from '../vocabulary/cells.js';

/**
 * - `number`: `text` is the file's own decimal text (e.g. `1.0049999999999999`), never a JavaScript number
 * - `text`: shared, inline or formula string, line ends normalised to `\n`
 * - `boolean`: `text` is `TRUE` or `FALSE`
 * - `error`: `text` is the error value, e.g. `#REF!`
 * - `empty`: a formula without a cached result (blank cells are not kept at all)
 */
export type RawKind = 'number' | 'text' | 'boolean' | 'error' | 'empty';

/** How the cell's number format would show a number. */
export type NumberDisplay = 'plain' | 'date' | 'percent';

export interface RawCell {
  readonly at: CellRef;
  readonly kind: RawKind;
  readonly text: string;
  /**
   * Present when the cell holds a formula; the text of the formula without `=` (may be '' for a shared formula's
   * followers).
   */
  readonly formula?: string;
  /** Only meaningful for `kind: 'number'`. */
  readonly display: NumberDisplay;
  /** Code of the number format: of a number where it is another than the general one, of a text that it alters. */
  readonly format?: string;
}

/** A range of cells that the user has merged into one: only the cell at its top left is seen. */
export interface Merge {
  readonly at: CellRef;
  readonly lastRow: number;
  readonly lastColumn: number;
}

export interface RawSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Non-blank cells only, by row then column, both ascending. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, RawCell>>;
  /** Rows and columns that the user has hidden, as far as they hold a cell. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly merges: readonly Merge[];
}

export interface RawWorkbook {
  /** In tab order. */
  readonly sheets: readonly RawSheet[];
  /** Date serials count from 1904 instead of 1900. */
  readonly date1904: boolean;
}
