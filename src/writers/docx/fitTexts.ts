/** The texts of a table as they bear on its columns: what must stay on one line, and what may break. */
import { type Slot, sum } from '../../document/grid.js';
import type { TreeCell } from '../../document/tree.js';
import type { Measurer } from './measure.js';

/** A text that may take more than one line, in any size of type. */
export interface LongText {
  readonly cell: TreeCell;
  readonly column: number;
  /** Widths of its lines, em. */
  readonly lines: readonly number[];
  /** What is lost at the end of a line where the text breaks, em. */
  readonly ragged: number;
}

/** What a table's texts ask of its columns. */
export interface TableTexts {
  /** Of each row, the texts that may take more than one line; all others take one. */
  readonly rows: readonly (readonly LongText[])[];
  /** What each column needs, em. */
  readonly needs: readonly number[];
}

/** Text may be broken anywhere, but not into a column of single characters; a crowded head stands on more lines. */
const LEAST_TEXT = { usual: 4, crowded: 3 } as const;
/** A caption of up to so many em stands on one line: 单位：万元. */
const SHORT_CAPTION = 6;
/** How much wider bold type is than plain; Chinese keeps its square, but programs may add a little. */
const BOLD = { latin: 1.06, chinese: 1.02 } as const;
/**
 * What the columns need, and the texts that may take more than one line. A number never does: its column is as wide as
 * it needs.
 */
export function textsOf(slots: readonly (readonly Slot[])[], columns: number, measured: Measurer): TableTexts {
  const leastText = LEAST_TEXT[columns > 12 ? 'crowded' : 'usual'];
  const needs: number[] = new Array(columns).fill(0);
  const spans: { readonly column: number; readonly count: number; readonly need: number }[] = [];
  const rows = slots.map((row) => {
    const long: LongText[] = [];
    for (const { cell, column } of row) {
      const { lines, widest, unbreakable, ragged, latin } = measured(plainText(cell));
      const weight = cell.bold ? BOLD[latin ? 'latin' : 'chinese'] : 1;
      const whole = Math.max(unbreakable, !cell.border && widest <= SHORT_CAPTION ? widest : 0) * weight;
      const need = Math.max(whole, Math.min(widest, leastText) * weight);
      if (cell.columnSpan > 1) spans.push({ column, count: cell.columnSpan, need: whole });
      else if (need > (needs[column] ?? 0)) needs[column] = need;
      if (isLong(cell, lines.length, widest * weight, need)) {
        long.push({ cell, column, lines: lines.map((em) => em * weight), ragged });
      }
    }
    return long;
  });
  for (const { column, count, need } of spans) {
    const lacking = (need - sum(needs.slice(column, column + count))) / count;
    if (lacking > 0) for (let at = column; at < column + count; at += 1) needs[at] = (needs[at] ?? 0) + lacking;
  }
  const stillLong = ({ cell, column, lines }: LongText) =>
    isLong(cell, lines.length, lines[0] ?? 0, needs[column] ?? 0);
  return { needs, rows: rows.map((row) => row.filter(stillLong)) };
}

/** Whether a text may take more than one line: `widest` is its widest line, `need` the least of its column, in em. */
function isLong(cell: TreeCell, lines: number, widest: number, need: number): boolean {
  return lines > 1 || cell.indent > 0 || widest > (cell.columnSpan === 1 ? need : 0);
}

/** A cell's text with its line breaks. */
export function plainText({ inlines }: TreeCell): string {
  const first = inlines[0];
  if (inlines.length === 1 && first?.kind === 'text') return first.text;
  return inlines.map((inline) => (inline.kind === 'break' ? '\n' : inline.text)).join('');
}
