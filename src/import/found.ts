/** What import puts into a cell of the workbook, and where it comes from. */
import type { SheetKey } from '../workbook/layout/layout.js';

/**
 * printed: stands in the source. inferred: follows from what stands there. missing: does not stand there and does not
 * follow.
 */
export type Origin = 'printed' | 'inferred' | 'missing';

export interface Found {
  /** As an office would type it, amounts in 元; '' when missing. */
  readonly text: string;
  readonly origin: Origin;
  /** How it was inferred, or why it is missing; for the officer. '' where it is printed. */
  readonly how: string;
  /** What a missing cell counts as while figures are computed; never written. */
  readonly standIn?: string;
}

/** By column key of the layout. */
export type FoundRow = Readonly<Record<string, Found | undefined>>;
/** Fields of a form, or rows of a table. */
export type Draft = Readonly<Partial<Record<SheetKey, FoundRow | readonly FoundRow[]>>>;

/** Undefined for what is not there: the cell stays blank. */
export const printed = (text: string | undefined): Found | undefined =>
  text === undefined || text === '' ? undefined : { text, origin: 'printed', how: '' };
/** A value that follows from others; `how`, in Chinese, says from which. */
export const inferred = (text: string, how: string): Found => ({ text, origin: 'inferred', how });
/** What is not published; `standIn` serves while the rest is tried out and is never written. */
export const missing = (how: string, standIn: string): Found => ({ text: '', origin: 'missing', how, standIn });

/** A table's rows, not a form's fields. */
export const isRows = (sheet: FoundRow | readonly FoundRow[]): sheet is readonly FoundRow[] => Array.isArray(sheet);

/** Rows of a draft, none where the sheet is a form or absent. */
export const rowsOf = (draft: Draft, key: SheetKey): readonly FoundRow[] => {
  const sheet = draft[key];
  return sheet !== undefined && isRows(sheet) ? sheet : [];
};
