/** Where something stands in a workbook, and how an office says it. */

/** `column` and `row` are 1-based. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** `3` → `C`, `28` → `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `{row: 12, column: 6}` → `F12`. */
export function address(at: CellRef): string {
  return `${columnLetters(at.column)}${at.row}`;
}

/** `项目支出!F12`, as Excel's name box takes it. */
export function fullAddress(at: CellRef): string {
  return `${at.sheet}!${address(at)}`;
}
