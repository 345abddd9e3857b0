/**
 * How much of a published document we are willing to read; a department's with 60 pages has about 2,000 blocks and
 * 3,000 cells.
 */
export const documentLimits = {
  /** Paragraphs and tables, those within cells too. */
  blocks: 100_000,
  cells: 300_000,
  /** Word allows 63 columns in a table. */
  columns: 256,
  rowSpan: 10_000,
  /** Characters of the whole text; a book of 1,000 pages has less. */
  characters: 8_000_000,
  /** Elements of a web page, and how deep they may stand in each other. */
  elements: 400_000,
  depth: 400,
  /** Pages of a PDF; a department with a hundred units has about 400. */
  pages: 1_000,
  /** What a PDF inflates to, fonts included, and how many operators its pages have together. */
  pdfBytes: 150_000_000,
  pdfOperators: 3_000_000,
  /** Texts and fields over its pages; a form has some hundreds. */
  pdfAnnotations: 4_000,
  /** Glyphs and lines of one page. */
  glyphs: 50_000,
  lines: 20_000,
} as const;
