/**
 * Merged cells among the rows of a sheet. Only the first has content; whether the others repeat it or are blank cannot be known, so the merge is
 * refused where another of its cells would be read.
 */
import { type Finding, finding } from '../../diagnostics/finding.js';
import { address, type Merge, type RawSheet } from '../../workbook/cells.js';
import { limits } from '../../workbook/read/limits.js';
import type { Position } from './locate.js';

export class MergedCells {
  /** By first row; a merge that begins above the header is decoration, whatever it covers. */
  readonly #merges: readonly Merge[];
  #next = 0;
  /** Those that reach into the row entered last. Merges do not overlap, so that more than columns can only be an attack. */
  #active: Merge[] = [];
  readonly #told = new Set<Merge>();

  constructor({ merges }: RawSheet, headerRow: number) {
    this.#merges = merges.filter(({ at }) => at.row >= headerRow).sort((a, b) => a.at.row - b.at.row);
  }

  /** More of them would tell nothing new. */
  get isTooMuch(): boolean {
    return this.#told.size >= limits.problemsPerSheet;
  }

  /** Rows are entered in ascending order. */
  enterRow(row: number): void {
    if (this.#active.length > 0) this.#active = this.#active.filter(({ lastRow }) => lastRow >= row);
    for (; (this.#merges[this.#next]?.at.row ?? Number.POSITIVE_INFINITY) <= row; this.#next += 1) {
      const merge = this.#merges[this.#next];
      if (merge && merge.lastRow >= row && this.#active.length < limits.columns) this.#active.push(merge);
    }
  }

  /** The merge in which a cell of the row entered last lies without being its first. */
  covering(row: number, position: Position): Merge | undefined {
    return this.#active.find(({ at, lastColumn }) =>
      position.some(
        (column) => column >= at.column && column <= lastColumn && (row !== at.row || column !== at.column),
      ),
    );
  }

  /** What is said of it, once however many cells it covers. */
  findings(merge: Merge, column: string): Finding[] {
    if (this.#told.has(merge)) return [];
    this.#told.add(merge);
    const last = { sheet: merge.at.sheet, row: merge.lastRow, column: merge.lastColumn };
    return [finding('S16', { at: merge.at, found: `${address(merge.at)}:${address(last)}`, column })];
  }
}
