/**
 * Merged cells among the rows of a sheet. Only the first is seen; whether the others repeat it or are blank cannot be
 * known, so the merge is refused where another of its cells would be read. Merges of blank cells do no harm.
 */

import { limits } from '../../container/limits.js';
import { type Finding, finding } from '../../diagnostics/finding.js';
import { address, columnLetters } from '../../vocabulary/cells.js';
import type { Merge, RawSheet } from '../../workbook/cells.js';
import type { Position } from './locate.js';

export class MergedCells {
  /** By first row; a merge that begins above the header is decoration, whatever it covers. */
  readonly #merges: readonly Merge[];
  readonly #rows: RawSheet['rows'];
  #next = 0;
  /**
   * Those that reach into the row entered last. Merges do not overlap, so that more than columns can only be an attack.
   */
  #active: Merge[] = [];
  readonly #told = new Set<Merge>();

  constructor({ merges, rows }: RawSheet, headerRow: number) {
    this.#rows = rows;
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

  /**
   * The merge in which a cell of the row entered last lies without being its first, when there is something in either.
   */
  covering(row: number, position: Position): Merge | undefined {
    return this.#active.find((merge) => {
      const covered = position.filter((column) => isCovered(merge, row, column));
      return covered.length > 0 && (this.#has(merge.at.row, merge.at.column) || covered.some((c) => this.#has(row, c)));
    });
  }

  #has(row: number, column: number): boolean {
    return this.#rows.get(row)?.has(column) === true;
  }

  /** What is said of it, once however many cells it covers. */
  findings(merge: Merge, column: string): Finding[] {
    if (this.#told.has(merge)) return [];
    this.#told.add(merge);
    return [mergeFinding(merge, column)];
  }
}

function mergeFinding({ at, lastRow, lastColumn }: Merge, column: string): Finding {
  const last = { sheet: at.sheet, row: lastRow, column: lastColumn };
  return finding('S16', { at, column, values: { cells: `${address(at)}:${address(last)}` } });
}

const isCovered = ({ at, lastColumn }: Merge, row: number, column: number): boolean =>
  column >= at.column && column <= lastColumn && (row !== at.row || column !== at.column);

/**
 * Headers merged side by side hide all but the first: columns with content under them would be left out without a word.
 */
export function mergedHeaders({ merges, rows }: RawSheet, headerRow: number): Finding[] {
  const headers = merges.filter(({ at, lastColumn }) => at.row === headerRow && lastColumn > at.column);
  return headers.slice(0, limits.problemsPerSheet).flatMap((merge) => {
    const hidden = [...rows]
      .filter(([row]) => row > headerRow)
      .flatMap(([, cells]) => [...cells.keys()].filter((column) => isCovered(merge, headerRow, column)));
    const [first] = hidden;
    return first === undefined ? [] : [mergeFinding(merge, columnLetters(first))];
  });
}
