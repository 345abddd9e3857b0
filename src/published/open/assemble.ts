/**
 * From what a reader has found to a `PublishedDocument`: tables for layout taken apart, cells reduced to text, blocks
 * counted.
 */
import type { DocumentBlock, DocumentTable, PublishedDocument, TableCell } from '../document.js';
import { joinSplit } from './join.js';
import { documentLimits } from './limits.js';
import { withoutRadicals } from './radicals.js';
import type { OpenedBlock, OpenedCell, OpenedParagraph, OpenedTable } from './raw.js';
import { refuse } from './refusal.js';
import { withoutTitles } from './titles.js';

/** Paragraphs without text are left out. */
export function assemble(
  format: PublishedDocument['format'],
  raw: readonly OpenedBlock[],
  notices: readonly string[] = [],
): PublishedDocument {
  const flat = raw.flatMap(unfolded).filter((block) => block.kind === 'table' || shown(block.text) !== '');
  checkSize(flat);
  const parted = joinSplit(flat).flatMap((block) => (block.kind === 'table' ? withoutTitles(block) : [block]));
  const blocks = parted.map((block, index): DocumentBlock => {
    return block.kind === 'table' ? tableOf(block, index) : paragraphOf(block, index);
  });
  const turned = flat.reduce((count, block) => count + overridesIn(block), 0);
  const notice = `有 ${turned} 处用控制字符改变了文字的显示次序，看到的次序可能与读出的不同。`;
  return { format, blocks, notices: turned > 0 ? [...notices, notice] : notices };
}

/** Format characters, soft hyphens, blanks without width: a reader sees the characters around them as neighbours. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}\ufffe\uffff]+/gu;

const shown = (text: string): string => withoutRadicals(text.replace(unseen, '')).trim();

/** How often a text is made to run in another direction than its characters do. */
function overridesIn(block: OpenedBlock): number {
  if (block.kind === 'paragraph') return (block.text.match(/[\u202d\u202e]/g) ?? []).length;
  const inside = block.rows.flatMap(({ cells }) => cells.flatMap(({ content }) => content));
  return inside.reduce((count, one) => count + overridesIn(one), 0);
}

function checkSize(blocks: readonly OpenedBlock[]): void {
  let [cells, characters] = [0, 0];
  for (const block of blocks) {
    if (block.kind === 'paragraph') characters += block.text.length;
    else for (const row of block.rows) cells += row.cells.length;
  }
  if (blocks.length > documentLimits.blocks) refuse('F41', { what: '段落和表格' });
  if (cells > documentLimits.cells) refuse('F41', { what: '单元格' });
  if (characters > documentLimits.characters) refuse('F41', { what: '文字' });
}

function paragraphOf({ text, level, contents, page, source }: OpenedParagraph, index: number): DocumentBlock {
  return {
    kind: 'paragraph',
    text: shown(text),
    level,
    index,
    ...(contents && { contents }),
    ...(page !== undefined && { page }),
    ...(source !== undefined && { source }),
  };
}

function tableOf({ rows, page, sheet }: OpenedTable, index: number): DocumentTable {
  const columns = Math.max(1, ...rows.map(({ cells }) => Math.max(0, ...cells.map((c) => c.column + c.columnSpan))));
  return {
    kind: 'table',
    columns,
    rows: rows.map(({ cells, head }) => ({ cells: cells.map(cellOf), head })),
    index,
    ...(page !== undefined && { page }),
    ...(sheet !== undefined && { sheet }),
  };
}

function cellOf({ content, column, columnSpan, rowSpan, source }: OpenedCell): TableCell {
  return { text: textOf(content), column, columnSpan, rowSpan, ...(source !== undefined && { source }) };
}

/** What a cell says, a line for each paragraph; a table in it is told row by row. */
export function textOf(content: readonly OpenedBlock[]): string {
  const lines = content.map((block) => {
    if (block.kind === 'paragraph') return shown(block.text);
    return block.rows.map((row) => row.cells.map((cell) => textOf(cell.content)).join(' ')).join('\n');
  });
  return lines.join('\n').trim();
}

/**
 * A table that only serves layout becomes what stands in its cells: one that holds a table with more cells than its
 * own, or a single cell with several paragraphs. Any other table in a cell is that cell's text.
 */
function unfolded(block: OpenedBlock): readonly OpenedBlock[] {
  if (block.kind === 'paragraph') return [block];
  const cells = block.rows.flatMap((row) => row.cells);
  if (cells.length === 0) return [];
  const [only] = cells;
  const isFrame = cells.length === 1 && (only?.content.filter((inner) => textOf([inner]) !== '').length ?? 0) > 1;
  return isFrame || holdsLarger(cells) ? cells.flatMap((cell) => cell.content.flatMap(unfolded)) : [block];
}

function holdsLarger(cells: readonly OpenedCell[]): boolean {
  const inner = cells.flatMap(({ content }) => content).filter((block) => block.kind === 'table');
  return inner.some((table) => isRealTable(table) && cellCount(table) > cells.length) || inner.some(isFrameTable);
}

/** A frame within a frame within a frame: what matters stands at the bottom. */
function isFrameTable(table: OpenedTable): boolean {
  return holdsLarger(table.rows.flatMap((row) => row.cells));
}

const cellCount = (table: OpenedTable): number => table.rows.reduce((count, row) => count + row.cells.length, 0);

const isRealTable = ({ rows }: OpenedTable): boolean => rows.length > 1 && rows.some(({ cells }) => cells.length > 1);
