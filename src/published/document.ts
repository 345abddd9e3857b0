/**
 * A published document as a reader sees it, whatever file it came from: paragraphs and tables in order. It knows
 * nothing of the form and nothing of Word, PDF or HTML; `open` makes it and `match` reads it.
 */

export interface PublishedDocument {
  readonly format: 'docx' | 'pdf' | 'html' | 'xlsx';
  readonly blocks: readonly DocumentBlock[];
  /** What of the file could not be read, each a sentence in Chinese. */
  readonly notices: readonly string[];
}

export type DocumentBlock = DocumentParagraph | DocumentTable;

/** One paragraph; a line break inside it is `\n`. */
export interface DocumentParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** Of the heading, as far as the file says so; 0 for text. */
  readonly level: 0 | 1 | 2 | 3;
  /** From 1, where the file has pages. */
  readonly page?: number;
  /** Of this block among all of them. */
  readonly index: number;
  /**
   * A line of the table of contents, as far as the file says so; never where a PDF or a plain page only looks like it.
   */
  readonly contents?: boolean;
  /** Number of the paragraph in a .docx, where comments go. */
  readonly source?: number;
}

export interface DocumentTable {
  readonly kind: 'table';
  /** Width of the grid. */
  readonly columns: number;
  readonly rows: readonly TableRow[];
  readonly page?: number;
  readonly index: number;
  /** Name of the sheet, in an .xlsx. */
  readonly sheet?: string;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** Repeated on every page; only where the file says so. */
  readonly head: boolean;
}

/** A cell where it begins; positions that a span covers have none. */
export interface TableCell {
  readonly text: string;
  /** Of the grid, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Number of its first paragraph in a .docx. */
  readonly source?: number;
}
