/** One way to trip a finding, and the like of it that must not. */
import type { Code } from '../../src/diagnostics/catalogue/index.js';
import type { Book, Spot } from '../support/book.js';

export interface Trial {
  /** What the office did, in words. */
  readonly when: string;
  readonly change: (book: Book) => unknown;
  /** The sample it was done to; the unit's, unless said otherwise. */
  readonly sample?: '2026-unit' | '2026-department' | '2024-department';
}

export interface Case extends Trial {
  readonly code: Code;
  /** Where the finding must stand; a string for places that the layout has no name for; none for a missing sheet. */
  readonly at: Spot | string | undefined;
  /** Findings of other codes that it cannot but bring along, as `code place`. */
  readonly also?: readonly string[];
  readonly fine: Trial & {
    /** Findings of other codes that the near miss brings, as `code place`. */
    readonly gives?: readonly string[];
  };
}

/** A withheld or public copy of what a row says. */
export const emptied = (...columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, '']));

export const unitName = '乌鲁木齐市工业和信息化局';
