/** Where a cell of a published table stands, by what was read in the table: no word of the form decides. */
import type { DocumentTable, TableCell } from './document.js';
import type { PrintedValue, ReadPlace } from './match/types.js';

/** A table, or the part of one on a page, with what was read in it. */
export interface ReadPiece {
  readonly table: DocumentTable;
  readonly read: readonly PrintedValue[];
  /** The first part of the same table, whose heads stand over all of them. */
  readonly first?: ReadPiece;
}

/** Empty: nothing tells the row or the column. */
export interface CellPlace {
  readonly row: string;
  readonly column: string;
}

/** What the values of one performance table share: the whole entity's, or one project's. */
const goalTable = /^performance\.(?:projectGoals\[\d+\]|entityGoal)(?=\.)/;

/** The row and the column of a cell; above the rows that were read, whether it is a head or stands above the heads. */
export function cellPlace(piece: ReadPiece, { row = 0, column = 0 }: ReadPlace): CellPlace {
  const { table, read } = piece;
  if (read.some(({ path }) => goalTable.test(path))) return goalPlace(piece, row, column);
  if (row >= firstRow(piece)) return { row: labelOf(piece, row, column), column: headOf(piece, column) };
  if (table.rows[row]?.cells.some(isCaption)) return { row: '表头上方', column: '' };
  return { row: '表头', column: headOf(piece, column) };
}

/** `编制单位：…`, `单位：万元` */
const isCaption = ({ text }: TableCell): boolean => /[:：]/.test(text);

/** Where nothing was read, all rows stand above. */
const firstRow = ({ read, table }: ReadPiece): number =>
  read.reduce((least, { at }) => Math.min(least, at.row ?? 0), table.rows.length);

/** The cell that covers a position of the grid, from a row above too. */
function covering({ rows }: DocumentTable, row: number, column: number): TableCell | undefined {
  for (let up = row; up >= 0; up -= 1) {
    const cell = rows[up]?.cells.find((one) => one.column <= column && column < one.column + one.columnSpan);
    if (cell && (up === row || cell.rowSpan > row - up)) return cell;
    if (cell) return undefined;
  }
  return undefined;
}

/**
 * What names a row: of columns where amounts were read the labels to the left of them, blank amounts between or not; of
 * a label all that stand beside it.
 */
function labelOf({ table, read }: ReadPiece, row: number, column: number): string {
  const amounts = new Set(read.flatMap(({ hole, at }) => (hole === 'text' ? [] : [at.column])));
  const cellAt = (at: number) => covering(table, row, at);
  const isAmount = (at: number) => amounts.has(cellAt(at)?.column ?? at);
  let end = column;
  while (end >= 0 && isAmount(end)) end -= 1;
  while (!isAmount(column) && end + 1 < table.columns && !isAmount(end + 1)) end += 1;
  let start = end;
  while (start > 0 && !isAmount(start - 1)) start -= 1;
  const labels = Array.from({ length: Math.max(0, end - start + 1) }, (_, index) => cellAt(start + index));
  return [...new Set(labels)].flatMap((cell) => oneLine(cell?.text) || []).join(' ');
}

const oneLine = (text = ''): string => text.replace(/\s+/g, ' ').trim();

const withoutGaps = (text = ''): string => text.replace(/\s+/g, '');

/** What stands over a column, from the top, each once. */
function headOf(piece: ReadPiece, column: number): string {
  const { table, first } = piece;
  const over = table.rows
    .slice(0, firstRow(piece))
    .flatMap(({ cells }) => cells.filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan));
  const heads = over.filter((cell) => !isCaption(cell)).map(({ text }) => withoutGaps(text));
  const names = heads.filter((text) => text !== '' && !/^\d+$|※/.test(text));
  if (names.length === 0 && first && first.table.columns === table.columns) return headOf(first, column);
  return [...new Set(names)].join('·');
}

/** In a performance table: of which project; among its indicators which one, above them what stands to the left. */
function goalPlace({ table, read }: ReadPiece, row: number, column: number): CellPlace {
  const name = read.find(({ path }) => goalTable.test(path) && path.replace(goalTable, '') === '.name');
  const indicators = read.flatMap(({ path, at }) => (path.includes('.indicators[') ? [at.row ?? 0] : []));
  const before = table.rows[row]?.cells.filter((cell) => cell.column < column) ?? [];
  const left = before.map(({ text }) => oneLine(text)).findLast((text) => text !== '' && !/^[\d,.]+$/.test(text));
  const told = (label = left): string => [oneLine(name?.text), label ?? ''].join(' ').trim();
  const start = Math.min(...indicators);
  if (indicators.length === 0 || row < start) return { row: told(), column: '' };
  const indicator = read.find(({ path, at }) => at.row === row && path.endsWith('.level3'));
  const head = start > 0 ? covering(table, start - 1, column) : undefined;
  return { row: told(oneLine(indicator?.text) || left), column: withoutGaps(head?.text) };
}
