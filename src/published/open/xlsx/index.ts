/**
 * Tables of a workbook, one for each sheet that is seen: our own `--xlsx` ones, a finance system's, whatever an office
 * keeps.
 */
import { openZip } from '../../../container/readZip.js';
import type { Finding } from '../../../diagnostics/finding.js';
import type { RawCell, RawSheet } from '../../../workbook/cells.js';
import { isToBeFilled } from '../../../workbook/layout/layout.js';
import { readWorkbook } from '../../../workbook/read/index.js';
import type { PublishedDocument } from '../../document.js';
import { assemble } from '../assemble.js';
import { documentLimits } from '../limits.js';
import type { OpenedBlock, OpenedRow, OpenedCell as TableCell } from '../raw.js';
import { refuse } from '../refusal.js';
import { mergesByRow } from './merges.js';
import { shownText } from './shown.js';

export type XlsxResult =
  | { readonly ok: true; readonly document: PublishedDocument }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Hidden sheets, rows and columns are not read, and that is said. Throws ReadProblem for what only a document refuses.
 */
export function openXlsx(bytes: Uint8Array, name: string): XlsxResult {
  const read = readWorkbook(bytes, name);
  if (!read.ok) return read;
  const { sheets } = read.workbook;
  if (isToBeFilled(sheets.map((sheet) => sheet.name))) refuse('F48');
  const seen = sheets.filter(({ hidden }) => !hidden);
  const hidden = sheets.filter((sheet) => sheet.hidden && sheet.rows.size > 0);
  const partly = seen.filter((sheet) => sheet.hiddenRows.size + sheet.hiddenColumns.size > 0);
  const cells = seen.flatMap(({ rows }) => [...rows.values()].flatMap((row) => [...row.values()]));
  const blank = unfinished(cells);
  const unshown = cells.filter((cell) => cell.kind === 'number' && Number(cell.text) !== 0 && shownText(cell) === '');
  const notices = [
    hidden.length > 0 && `隐藏的工作表${names(hidden)}没有读取。`,
    blank > 0 && `有 ${blank} 个公式格没有计算结果，按空白读取；请用 Excel 或 WPS 打开、保存后再读。`,
    unshown.length > 0 && `有 ${unshown.length} 个数的单元格格式使它不显示，按空白读取。`,
    hasDrawings(bytes) && '工作簿中有图片、图形或文本框，其中的文字和数字没有读取。',
    partly.length > 0 && `工作表${names(partly)}中隐藏的行、列没有读取。`,
  ].filter((notice) => notice !== false);
  return { ok: true, document: assemble('xlsx', seen.flatMap(blocksOf), notices) };
}

/** By the usual names of the parts: comments have others. */
const hasDrawings = (bytes: Uint8Array): boolean =>
  [...openZip(bytes).entries.keys()].some((part) => /^xl\/drawings\/[^/]+\.xml$/.test(part));

/**
 * Formulas whose results the file does not have: a program wrote them, no spreadsheet has computed them. Where others
 * have theirs, a blank one is blank.
 */
function unfinished(cells: readonly RawCell[]): number {
  const formulas = cells.filter(({ formula }) => formula !== undefined);
  return formulas.every(({ text }) => text === '') ? formulas.length : 0;
}

const names = (sheets: readonly RawSheet[]): string => sheets.map(({ name }) => `“${name}”`).join('、');

/** Rows of one text above and below the table are its title and its notes. */
function blocksOf(sheet: RawSheet): OpenedBlock[] {
  const places = placesOf(sheet);
  const rows = rowsOf(sheet, places);
  const isText = ({ cells }: OpenedRow) => cells.length === 1 && cells[0]?.column === 0;
  const first = rows.findIndex((row) => !isText(row));
  const last = rows.findLastIndex((row) => !isText(row));
  const paragraphs = (part: readonly OpenedRow[]) =>
    part.flatMap(({ cells }) => cells.flatMap(({ content }) => content));
  if (first < 0) return paragraphs(rows);
  const table = withBlanks(rows.slice(first, last + 1), places.columns.length);
  return [
    ...paragraphs(rows.slice(0, first)),
    { kind: 'table', rows: table, sheet: sheet.name },
    ...paragraphs(rows.slice(last + 1)),
  ];
}

/** Numbers of the rows and columns that hold something and are seen, ascending. */
interface Places {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

function placesOf(sheet: RawSheet): Places {
  const ascending = (numbers: Iterable<number>) => [...new Set(numbers)].sort((a, b) => a - b);
  const rows = ascending(sheet.rows.keys()).filter((row) => !sheet.hiddenRows.has(row));
  const columns = ascending(rows.flatMap((row) => [...(sheet.rows.get(row)?.keys() ?? [])]));
  return { rows, columns: columns.filter((column) => !sheet.hiddenColumns.has(column)) };
}

function rowsOf(sheet: RawSheet, { rows, columns }: Places): OpenedRow[] {
  const place = new Map(columns.map((column, index) => [column, index]));
  const mergesOf = mergesByRow(sheet);
  return rows.map((row) => {
    const merges = mergesOf(row);
    const cells = [...(sheet.rows.get(row) ?? [])].flatMap(([number, cell]): TableCell[] => {
      const column = place.get(number);
      if (column === undefined || merges.covers(number)) return [];
      const merge = merges.beginning(number);
      const columnSpan = merge ? countWithin(columns, number, merge.lastColumn) : 1;
      return [cellOf(cell, column, columnSpan, merge ? countWithin(rows, row, merge.lastRow) : 1)];
    });
    return { head: false, cells };
  });
}

/** How many of the numbers, which ascend, lie between two of them. */
const countWithin = (numbers: readonly number[], from: number, to: number): number =>
  Math.max(1, rank(numbers, to + 1) - rank(numbers, from));

/** How many are smaller. */
function rank(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cellOf(cell: RawCell, column: number, columnSpan: number, rowSpan: number): TableCell {
  const text = shownText(cell);
  return { content: [{ kind: 'paragraph', text, level: 0, contents: false }], column, columnSpan, rowSpan };
}

/** The file keeps no blank cells; a reader sees them. */
function withBlanks(rows: readonly OpenedRow[], columns: number): readonly OpenedRow[] {
  if (rows.length * columns > documentLimits.cells) return rows;
  const covered = new Array<number>(columns).fill(0);
  return rows.map(({ cells, head }) => {
    const own = new Map(cells.map((cell) => [cell.column, cell]));
    const full: TableCell[] = [];
    for (let column = 0; column < columns; column += 1) {
      const cell = own.get(column);
      const isCovered = (covered[column] ?? 0) > 0;
      if (isCovered) covered[column] = (covered[column] ?? 0) - 1;
      else if (cell) {
        full.push(cell);
        for (let at = column; at < column + cell.columnSpan; at += 1)
          covered[at] = cell.rowSpan - (at === column ? 1 : 0);
      } else full.push({ content: [], column, columnSpan: 1, rowSpan: 1 });
    }
    return { cells: full, head };
  });
}
