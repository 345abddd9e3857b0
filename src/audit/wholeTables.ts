/** A published document as its maker meant it: captions above their tables, and tables whole that pages have cut. */

import { largestOf } from '../model/grouped.js';
import { comparableText } from './plain.js';
import { isBlank } from './profiles.js';
import { joinedLines, type ReadBlock, type Reading, type ReadLine, type ReadRow, type ReadTable } from './reading.js';
import { rowText } from './statement.js';

/** Tables that were cut at the page's end become whole; no more than their captions may be told again between. */
export function withWholeTables({ blocks }: Reading): Reading {
  const out: ReadBlock[] = [];
  for (const block of blocks) {
    const at = block.kind === 'table' ? out.findLastIndex(({ kind }) => kind === 'table') : -1;
    const last = out[at];
    const isAgain = () => out.slice(at + 1).every((between) => isCaptionOf(between, out.slice(0, at)));
    const rest = last?.kind === 'table' && block.kind === 'table' && isAgain() ? restOf(last, block) : [];
    if (last?.kind === 'table' && rest.length > 0)
      out.splice(at, out.length, { ...last, rows: [...last.rows, ...rest] });
    else if (!isBlank(block)) out.push(block);
  }
  return { blocks: out };
}

/** Whether a paragraph says again what stands above a table. */
function isCaptionOf(block: ReadBlock, above: readonly ReadBlock[]): boolean {
  const text = textOf(block);
  return text.includes(':') && above.slice(-mostCaptions).some((other) => textOf(other) === text);
}

const mostCaptions = 4;

const textOf = (block: ReadBlock): string => (block.kind === 'table' ? '' : comparableText(block.text));

/** Rows that stand above the grid of a table (编制单位：… and 单位：万元) as paragraphs; 单位：… comes last of them. */
export function withCaptionsAbove({ blocks }: Reading): Reading {
  const out = blocks.flatMap((block): ReadBlock[] => {
    if (block.kind === 'paragraph') return [block];
    const { rows, captions = rows.findIndex((row) => !isCaptionRow(row)) } = block;
    const above = rows.slice(0, Math.max(0, captions)).map(({ cells }): ReadBlock => {
      const told = cells.filter(({ text }) => text !== '').sort((a, b) => Number(isUnit(a)) - Number(isUnit(b)));
      return { kind: 'paragraph', level: 0, ...joinedLines(told, ' ') };
    });
    return [...above, { ...block, rows: rows.slice(above.length), captions: 0 }];
  });
  out.forEach((block, at) => {
    const [next, table] = out.slice(at + 1, at + 3);
    const isFirst = block.kind === 'paragraph' && isUnit(block) && table?.kind === 'table';
    if (isFirst && next && textOf(next).includes(':')) out.splice(at, 2, next, block);
  });
  return { blocks: out };
}

const isUnit = ({ text }: ReadLine): boolean => comparableText(text).startsWith('单位:');

/** One or two texts with a colon each, and nothing else. */
function isCaptionRow({ cells }: ReadRow): boolean {
  const texts = cells.map(({ text }) => comparableText(text)).filter((text) => text !== '');
  return texts.length <= 2 && texts.every((text) => text.includes(':'));
}

/** Columns at the right end without a text are none: a copy of a page's table may have one more than the others. */
const widthOf = ({ rows }: ReadTable): number =>
  largestOf(
    rows.flatMap(({ cells }) => cells.flatMap(({ text, column }) => (text === '' ? [] : [column + 1]))),
    0,
  );

/** The rows with which a table goes on in the next, below the head told again; none where that is another table. */
function restOf(table: ReadTable, next: ReadTable): readonly ReadRow[] {
  const { rows } = next;
  const isHead = isOfHead(table.rows);
  const [[first], [again, second]] = [table.rows, rows];
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
