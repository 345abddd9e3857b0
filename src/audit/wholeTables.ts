/** A published document as its maker meant it: captions with their tables, and tables whole that pages have cut. */

import { largestOf } from '../model/grouped.js';
import { alike } from '../vocabulary/likeness.js';
import { comparableText } from './plain.js';
import { isBlank } from './profiles.js';
import type { ReadBlock, Reading, ReadParagraph, ReadRow, ReadTable } from './reading.js';
import { rowText, statementOf } from './statement.js';

/**
 * What stands above a table as paragraphs, as it does above one of ours, becomes its caption; a table that was cut at
 * the page's end becomes whole.
 */
export function withWholeTables({ blocks }: Reading, own: Reading): Reading {
  const isCaption = captionsOf(own);
  const out: ReadBlock[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') addTable(out, block, isCaption);
    else if (!isBlank(block)) out.push(block);
  }
  return { blocks: out };
}

function addTable(out: ReadBlock[], table: ReadTable, isCaption: IsCaption): void {
  const held = takeCaptions(out, isCaption);
  const last = out.at(-1);
  const rest = last?.kind === 'table' ? restOf(last, withCaptions(table, isCaption)) : [];
  const above = held.length > 0 ? [{ head: true, cells: held.map(captionCell) }] : [];
  if (last?.kind === 'table' && rest.length > 0) out[out.length - 1] = { ...last, rows: [...last.rows, ...rest] };
  else out.push(withCaptions({ ...table, rows: [...above, ...table.rows] }, isCaption));
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

/** Whether a text stands above the grid of a table. */
type IsCaption = (text: string) => boolean;

/** As one of ours does: 编制单位：…, 单位：万元, whatever follows the colon. */
function captionsOf({ blocks }: Reading): IsCaption {
  const captions = blocks.flatMap((block) => (block.kind === 'table' ? statementOf(block).captions : []));
  const known = [...new Set(captions.map(({ text }) => comparableText(text)))];
  const before = (text: string) => /^[^:]+:/.exec(text)?.[0];
  return (written) => {
    const text = comparableText(written);
    const isLike = (own: string) => (before(own) ?? own) === before(text) || alike(own, text) >= 0.5;
    return text.length <= 60 && known.some(isLike);
  };
}

/** 编制部门：… and 单位：万元, and nothing else; one of the two tells the other, whatever it says. */
function isCaptionRow(row: ReadRow, isCaption: IsCaption): boolean {
  const texts = row.cells.map((cell) => cell.text).filter((text) => text !== '');
  return texts.length <= 2 && texts.some(isCaption) && texts.every((text) => comparableText(text).includes(':'));
}

function withCaptions(table: ReadTable, isCaption: IsCaption): ReadTable {
  const captions = table.rows.findIndex((row) => !isCaptionRow(row, isCaption));
  return { ...table, captions: Math.max(0, captions) };
}

/** Columns at the right end without a text are none: a copy of a page's table may have one more than the others. */
const widthOf = ({ rows }: ReadTable): number =>
  largestOf(
    rows.flatMap(({ cells }) => cells.flatMap(({ text, column }) => (text === '' ? [] : [column + 1]))),
    0,
  );

/** The rows with which a table goes on in the next, below the head told again; none where that is another table. */
function restOf(table: ReadTable, next: ReadTable): readonly ReadRow[] {
  const [own, rows] = [table.rows.slice(table.captions), next.rows.slice(next.captions)];
  const isHead = isOfHead(own);
  const [[first], [again, second]] = [own, rows];
  if (!first || !again || !second || widthOf(table) !== widthOf(next)) return [];
  if (rowText(first) !== rowText(again) || !isHead(second, 1)) return [];
  return rows.slice(rows.findIndex((row, index) => !isHead(row, index)));
}

/** No head has more rows. */
const tallestHead = 4;

/** A row near the top with nothing but texts that stand as near to the top of the table. */
function isOfHead(rows: readonly ReadRow[]): (row: ReadRow, index: number) => boolean {
  const textsTo = (index: number) =>
    new Set(rows.slice(0, index + 1).flatMap(({ cells }) => cells.map((cell) => comparableText(cell.text))));
  return (row, index) => {
    const known = index < tallestHead ? textsTo(index) : new Set<string>();
    return row.cells.every((cell) => cell.text === '' || known.has(comparableText(cell.text)));
  };
}
