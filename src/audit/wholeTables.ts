/** A published document as its maker meant it: captions with their tables, and tables whole that pages have cut. */
import { isBlank } from './compareReadings.js';
import { comparableText } from './plain.js';
import type { ReadBlock, Reading, ReadParagraph, ReadRow, ReadTable } from './reading.js';
import { type IsCaption, isCaptionRow, rowText } from './statement.js';

/**
 * What stands above a table as paragraphs becomes its caption; a table that was cut at the page's end becomes whole.
 */
export function withWholeTables({ blocks }: Reading, isCaption: IsCaption): Reading {
  const out: ReadBlock[] = [];
  for (const block of blocks) {
    const held = block.kind === 'table' ? takeCaptions(out, isCaption) : [];
    const last = out.at(-1);
    const rest = block.kind === 'table' && last?.kind === 'table' ? restOf(last, block, isCaption) : undefined;
    if (rest && last?.kind === 'table') out[out.length - 1] = { ...last, rows: [...last.rows, ...rest] };
    else if (block.kind === 'table' && held.length > 0)
      out.push({ ...block, rows: [{ head: true, cells: held.map(captionCell) }, ...block.rows] });
    else if (!isBlank(block)) out.push(block);
  }
  return { blocks: out };
}

function takeCaptions(out: ReadBlock[], isCaption: IsCaption): ReadParagraph[] {
  const captions: ReadParagraph[] = [];
  for (let last = out.at(-1); last?.kind === 'paragraph' && isCaption(last.text); last = out.at(-1)) {
    captions.unshift(last);
    out.pop();
  }
  return captions;
}

const captionCell = (paragraph: ReadParagraph, column: number) => ({ ...paragraph, column, columnSpan: 1 });

/** The rows of a table below its caption. */
const belowCaption = ({ rows }: ReadTable, isCaption: IsCaption): readonly ReadRow[] =>
  rows.slice(rows.findIndex((row) => !isCaptionRow(row, isCaption)));

/** Columns at the right end in which nothing stands are none: a copy of a page's table may have one more than the others. */
const widthOf = ({ rows }: ReadTable): number =>
  Math.max(0, ...rows.flatMap(({ cells }) => cells.flatMap(({ text, column }) => (text === '' ? [] : [column + 1]))));

/**
 * The rows with which a table goes on in the next, below the head that is told again; undefined where that is another
 * table. The columns are as many.
 */
function restOf(table: ReadTable, next: ReadTable, isCaption: IsCaption): readonly ReadRow[] | undefined {
  const [own, rows] = [belowCaption(table, isCaption), belowCaption(next, isCaption)];
  const isHead = isOfHead(own);
  const [[first], [again, second]] = [own, rows];
  if (!first || !again || !second || widthOf(table) !== widthOf(next)) return undefined;
  if (rowText(first) !== rowText(again) || !isHead(second, 1)) return undefined;
  return rows.slice(rows.findIndex((row, index) => !isHead(row, index)));
}

/** No head has more rows. */
const tallestHead = 4;

/** A row near the top with nothing but texts that stand as near to the top of the table: heads are not told alike twice. */
function isOfHead(rows: readonly ReadRow[]): (row: ReadRow, index: number) => boolean {
  const textsTo = (index: number) =>
    new Set(rows.slice(0, index + 1).flatMap(({ cells }) => cells.map((cell) => comparableText(cell.text))));
  return (row, index) => {
    const known = index < tallestHead ? textsTo(index) : new Set<string>();
    return row.cells.every((cell) => cell.text === '' || known.has(comparableText(cell.text)));
  };
}
