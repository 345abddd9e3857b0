/**
 * How much of a file we are willing to read. An office's workbook is below 1 MB (FACT limits-1); these bounds keep a
 * damaged or hostile one near two seconds and below 300 MB (XML is read at about 40 MB a second). Sizes are measured
 * while inflating: what the file declares about itself is not trusted (FACT zip-1).
 */
const KIB = 1024;
const MIB = 1024 * KIB;

export const limits = {
  fileBytes: 20 * MIB,
  entries: 500,
  partBytes: 40 * MIB,
  totalBytes: 48 * MIB,
  /** Inflated to compressed, once a part is larger than `ratioFrom`. Real sheets full of empty rows reach about 25. */
  ratio: 100,
  ratioFrom: 100 * KIB,
  xmlDepth: 64,
  /** Of one part. A sheet that is full, every cell with a value, has a fifth of it. */
  elements: 4_000_000,
  xmlAttributes: 256,
  sheets: 100,
  /** Rows and columns that hold something, in one sheet. */
  rows: 20_000,
  columns: 256,
  /** Cells that hold something, in the whole workbook. */
  cells: 300_000,
  /** In one sheet; more than every row of a sheet that is full. */
  merges: 50_000,
  sharedStrings: 500_000,
  styles: 66_000,
  cellText: 32_767,
  /** Excel allows 255 characters; a longer code is no format a person made. */
  formatCode: 1_000,
  /** More findings than this in one sheet tell nothing new. */
  problemsPerSheet: 20,
  /** The grid of Excel. */
  maxRow: 1_048_576,
  maxColumn: 16_384,
} as const;

/** What one reading has used up so far; made anew for every file. */
export interface Spent {
  inflated: number;
  cells: number;
}
