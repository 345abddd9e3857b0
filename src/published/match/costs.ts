/** What it costs when a document does not say exactly what the form says; the cheapest reading is taken. */
export const costs = {
  /** A character of what an office wrote itself: so what the form says is read as that wherever it can be. */
  free: 1,
  /** A character replaced, left out or added. */
  character: 50,
  /** The same for punctuation and for a number in a list. */
  mark: 10,
  /** A sentence has no figure where the form prints one. */
  figure: 60,
  /** A text is blank. */
  emptyText: 5,
  /** A figure is not written as the form writes it. */
  otherNumber: 10,
  /** A figure would begin in the middle of a number. */
  withinNumber: 4,
  /** A paragraph that continues the one before it. */
  joined: 6,
  /** For each character of such a paragraph that is an office's own text. */
  continued: 3,
  /** For each character of a paragraph that nothing explains, and of one that the document lacks. */
  lost: 8,
  /** A table that nothing explains; one that the document lacks. */
  tableUnexplained: 300,
  tableLacking: 500,
  /** For a table of which nothing in the head is as the form has it. */
  tableUnlike: 600,
  /** A table that continues the one before it, of the same width or of another. */
  tableContinued: 60,
  tableContinuedOtherwise: 200,
  /** A row that the document lacks; one that nothing explains, and one that is blank. */
  rowLacking: 100,
  rowUnexplained: 60,
  rowBlank: 2,
  /** A cell holds something else than the form prints there; a row that costs so much is none of the form's. */
  cellOther: 60,
  rowUnlike: 300,
  /** A cell lost at the left of a row. */
  cellLost: 20,
} as const;
