/** A published document as its maker meant it: captions with their tables, and tables whole that pages have cut. */
import { comparableText } from './plain.js';
import type { ReadBlock, Reading, ReadParagraph, ReadRow, ReadTable } from './reading.js';
import { isCaptionRow, rowText } from './statement.js';

/**
 * What stands above a table as paragraphs becomes its caption; a table that was cut at the page's end becomes whole.
 */
export function withWholeTables({ blocks }: Reading): Reading {
  const out: ReadBlock[] = [];
  for (const block of blocks) {
    const held = block.kind === 'table' ? takeCaptions(out) : [];
    const last = out.at(-1);
    if (block.kind === 'table' && last?.kind === 'table' && continues(last, block)) {
      out[out.length - 1] = { ...last, rows: [...last.rows, ...withoutHead(last, block)] };
    } else if (block.kind === 'table' && held.length > 0) {
      const caption: ReadRow = { head: true, cells: held.map(captionCell) };
      out.push({ ...block, rows: [caption, ...block.rows] });
    } else if (!isBlank(block)) out.push(block);
  }
  return { blocks: out };
}

function takeCaptions(out: ReadBlock[]): ReadParagraph[] {
  const captions: ReadParagraph[] = [];
  for (let last = out.at(-1); last?.kind === 'paragraph' && isCaption(last.text); last = out.at(-1)) {
    captions.unshift(last);
    out.pop();
  }
  return captions;
}

const isCaption = (text: string): boolean =>
  comparableText(text).length <= 60 &&
  /^(编制|填报)?(部门|单位)(名称)?:|^(金额)?单位:(万)?元$/.test(comparableText(text));

const isBlank = (block: ReadBlock): boolean => block.kind === 'paragraph' && comparableText(block.text) === '';

const captionCell = ({ text, at }: ReadParagraph, index: number) => ({
  text,
  at,
  spans: [],
  column: index,
  columnSpan: 1,
  continued: false,
});

/** The rows of a table below its caption. */
const belowCaption = ({ rows }: ReadTable): readonly ReadRow[] =>
  rows.slice(rows.findIndex((row) => !isCaptionRow(row)));

/** The head is told again, and the columns are as many. */
function continues(table: ReadTable, next: ReadTable): boolean {
  const [[first], [again, second]] = [belowCaption(table), belowCaption(next)];
  if (!first || !again || !second || table.columns !== next.columns) return false;
  return rowText(first) === rowText(again) && isOfHead(table)(second, 1);
}

/** Without the rows at the top that are of the head. */
function withoutHead(table: ReadTable, next: ReadTable): readonly ReadRow[] {
  const rows = belowCaption(next);
  const isHead = isOfHead(table);
  return rows.slice(rows.findIndex((row, index) => !isHead(row, index)));
}

/** No head has more rows. */
const tallestHead = 4;

/** A row near the top with nothing but texts that stand as near to the top of the table: heads are not told alike twice. */
function isOfHead(table: ReadTable): (row: ReadRow, index: number) => boolean {
  const rows = belowCaption(table);
  const textsTo = (index: number) =>
    new Set(rows.slice(0, index + 1).flatMap(({ cells }) => cells.map((cell) => comparableText(cell.text))));
  return (row, index) => {
    const known = index < tallestHead ? textsTo(index) : new Set<string>();
    return row.cells.every((cell) => cell.text === '' || known.has(comparableText(cell.text)));
  };
}
