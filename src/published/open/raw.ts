/**
 * What the readers of all formats hand over: paragraphs and tables in order, cells with whatever stands in them.
 * `assemble` makes a `PublishedDocument` of it.
 */

export type OpenedBlock = OpenedParagraph | OpenedTable;

export interface OpenedParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly level: 0 | 1 | 2 | 3;
  /** A line of the table of contents, as far as the file says so. */
  readonly contents: boolean;
  readonly page?: number;
  readonly source?: number;
}

export interface OpenedTable {
  readonly kind: 'table';
  readonly rows: readonly OpenedRow[];
  /** Of the grid's columns, in whatever unit, as far as the file says them. */
  readonly widths?: readonly number[];
  readonly page?: number;
  readonly sheet?: string;
}

export interface OpenedRow {
  readonly cells: readonly OpenedCell[];
  readonly head: boolean;
}

export interface OpenedCell {
  readonly content: readonly OpenedBlock[];
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly source?: number;
}

/** A heading of the third level is the lowest that counts. */
export const headingLevel = (level: number): 0 | 1 | 2 | 3 => (level === 1 || level === 2 || level === 3 ? level : 0);
