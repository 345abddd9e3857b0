/**
 * Merged cells among the rows of a table. Only the first has content; whether the others repeat it or are blank is anybody's guess, so the merge
 * is refused where another of its cells would be read.
 */
import { type Finding, finding } from '../../diagnostics/finding.js';
import { address, type Merge, type RawSheet } from '../../workbook/cells.js';
import type { Position } from './locate.js';

export class MergedCells {
  readonly #merges: readonly Merge[];
  readonly #told = new Set<Merge>();

  /** Merges that begin in the header or above it are looks, whatever they cover. */
  constructor({ merges }: RawSheet, headerRow: number) {
    this.#merges = merges.filter(({ at }) => at.row > headerRow);
  }

  /** The merge whose first cell another is, if a cell at this place lies in one. */
  over(row: number, position: Position): Merge | undefined {
    return this.#merges.find(
      ({ at, lastRow, lastColumn }) =>
        row >= at.row &&
        row <= lastRow &&
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
