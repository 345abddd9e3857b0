/**
 * A table of the form as a reader takes it in: what stands above it, the heads of its columns, and its lists of
 * rows. Tables 1
 * and 4 hold two lists side by side; the others one.
 */
import { comparableText } from './plain.js';
import type { ReadCell, ReadRow, ReadTable } from './reading.js';

/** Columns that stand together: labels, then the amounts that they name. */
export interface Panel {
  readonly labels: readonly number[];
  readonly amounts: readonly number[];
}

export interface Statement {
  readonly table: ReadTable;
  /** 编制部门：… and 单位：万元, above the grid. */
  readonly captions: readonly ReadCell[];
  readonly head: readonly ReadRow[];
  readonly body: readonly ReadRow[];
  /** The heads that stand over each column, from the top, each once. */
  readonly heads: readonly (readonly string[])[];
  /** Empty for a table without a head over columns of amounts (performance tables). */
  readonly panels: readonly Panel[];
}

const labelHead =
  /^(类|款|项|项目|项目名称|科目|科目名称|科目代码|科目编码|(支出)?功能分类.*|经济分类.*|单位名称|预算单位|.*支出内容|收入项目|支出项目|收入|支出)$/;
const captionText = /^(编制(部门|单位)|填报(部门|单位)|(金额)?单位:)/;

export function statementOf(table: ReadTable, headRows?: number): Statement {
  const captionCount = table.rows.findIndex((row) => !isCaptionRow(row));
  const rest = captionCount < 0 ? [] : table.rows.slice(captionCount);
  const count = goalOf(table) ? 0 : (headRows ?? headCount(rest));
  const head = rest.slice(0, count);
  const heads = Array.from({ length: table.columns }, (_, column) => headsOver(head, column));
  return {
    table,
    captions: table.rows
      .slice(0, Math.max(0, captionCount))
      .flatMap((row) => row.cells.filter((cell) => cell.text !== '')),
    head,
    body: rest.slice(count),
    heads,
    panels: head.length === 0 ? [] : panelsOf(heads),
  };
}

/** 编制部门：… and 单位：万元, and nothing else. */
export function isCaptionRow(row: ReadRow): boolean {
  const texts = row.cells.map((cell) => comparableText(cell.text)).filter((text) => text !== '');
  return texts.length > 0 && texts.length <= 2 && texts.every((text) => captionText.test(text));
}

/** A performance table: which row heads its indicators, and what it is called (a project, or the whole entity). */
export function goalOf(table: ReadTable): { readonly indicators: number; readonly name: string } | undefined {
  const indicators = table.rows.findIndex((row) => /一级指标.*二级指标/.test(rowText(row)));
  if (indicators < 0) return undefined;
  const named = table.rows.slice(0, indicators).flatMap((row) => {
    const at = row.cells.findIndex((cell) => comparableText(cell.text) === '项目名称');
    return at < 0 ? [] : row.cells.slice(at + 1, at + 2);
  });
  return { indicators, name: named[0]?.text ?? '' };
}

/** Rows marked as head; in a file that marks none, the rows before the first that has a number or a code. */
function headCount(rows: readonly ReadRow[]): number {
  const marked = rows.findIndex((row) => !row.head);
  if (marked > 0) return marked;
  if (marked < 0) return rows.length;
  const isHead = (row: ReadRow) => row.cells.every((cell) => !/\d/.test(cell.text)) && !/总计|合计$/.test(rowText(row));
  const first = rows.findIndex((row) => !isHead(row));
  return first > 0 && first <= 5 ? first : 0;
}

export const rowText = (row: ReadRow): string => row.cells.map((cell) => comparableText(cell.text)).join('');

/** The cell that covers a column of the grid. */
export const cellAt = (row: ReadRow, column: number): ReadCell | undefined =>
  row.cells.find((cell) => cell.column <= column && column < cell.column + cell.columnSpan);

function headsOver(head: readonly ReadRow[], column: number): string[] {
  const texts = head.map((row) => cellAt(row, column)?.text.replace(/\s+/g, '') ?? '').filter((text) => text !== '');
  // a row of column numbers (※ 1 2 3 …) names nothing
  return texts.filter((text, index) => text !== texts[index - 1] && !/^(※|\d{1,2})$/.test(text));
}

function panelsOf(heads: Statement['heads']): Panel[] {
  const panels: { labels: number[]; amounts: number[] }[] = [];
  heads.forEach((over, column) => {
    const isLabel = labelHead.test(comparableText(over.at(-1) ?? ''));
    const last = panels.at(-1);
    if (isLabel && (!last || last.amounts.length > 0)) panels.push({ labels: [column], amounts: [] });
    else if (isLabel) last?.labels.push(column);
    else if (last) last.amounts.push(column);
  });
  return panels.filter((panel) => panel.amounts.length > 0);
}

/** What a row of a list is called, as printed: the code without gaps, then its names. */
export function rowLabel(row: ReadRow, panel: Panel): string {
  const texts = panel.labels
    .map((column) => cellAt(row, column))
    .map((cell) => (cell?.continued ? '' : (cell?.text ?? '')));
  const distinct = texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  return distinct.reduce(
    (label, text) => label + (/\d$/.test(label) && /^\d+$/.test(text) ? '' : label && ' ') + text,
    '',
  );
}

/** What a column is called: its heads from the top, without those that cover the whole list. */
export function columnLabel(statement: Statement, column: number): string {
  const panel = statement.panels.find(({ amounts }) => amounts.includes(column));
  const over = statement.heads[column] ?? [];
  const shared = (text: string) =>
    (panel?.amounts.length ?? 0) > 1 && panel?.amounts.every((other) => statement.heads[other]?.includes(text));
  const own = over.filter((text) => !shared(text));
  return (own.length > 0 ? own : over.slice(-1)).join('·');
}
