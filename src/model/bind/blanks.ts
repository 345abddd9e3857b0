/** What a row may leave blank because it is said elsewhere: the name of its block, and the only unit that there is. */
import type { CellRef } from '../../vocabulary/cells.js';
import type { RawCell } from '../../workbook/cells.js';
import type { TableSheet } from '../../workbook/layout/types.js';

/** Fills the blanks of a table's rows, which come from the top down. */
export class Blanks {
  readonly #continues: string | undefined;
  readonly #said: ReadonlyMap<string, string>;
  #above: RawCell | undefined;

  /** `said`: what a blank cell of a column means, by column key; '' where that is not known yet. */
  constructor(table: TableSheet, said: ReadonlyMap<string, string>) {
    this.#continues = table.continues;
    this.#said = said;
  }

  /** Adds to the cells of a row what it leaves to others; true when the row goes on with the block above it. */
  fill(cells: Map<string, RawCell>, row: CellRef): boolean {
    for (const [key, text] of this.#said) {
      if (text !== '' && !cells.has(key)) cells.set(key, { at: row, kind: 'text', text, display: 'plain' });
    }
    if (this.#continues === undefined) return false;
    const own = cells.get(this.#continues);
    if (own) this.#above = own;
    else if (this.#above) cells.set(this.#continues, this.#above);
    return own === undefined && this.#above !== undefined;
  }
}
