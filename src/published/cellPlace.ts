/** Where a cell of a published table stands, by what was read in the table: no word of the form decides. */
import { oneLine } from '../vocabulary/names.js';
import type { DocumentTable, TableCell } from './document.js';
import type { PrintedValue, ReadPlace } from './match/types.js';

/** A table, or the part of one on a page, with what was read in it. */
export interface TablePiece {
  readonly table: DocumentTable;
  readonly read: readonly PrintedValue[];
  /** Columns where amounts were read. */
  readonly amounts: ReadonlySet<number | undefined>;
  /** The first row that was read; where none was, all rows stand above. */
  readonly start: number;
  /** Labels of all rows, each column's once it was asked for. */
  readonly labels: Map<number, readonly string[]>;
}

export interface ReadPiece extends TablePiece {
  /** All parts of the same table, this one among them; the heads of the first stand over all. */
  readonly whole: readonly TablePiece[];
}

/** A table as it was read; `read`: the values in it, one of the table's own first. */
export const pieceOf = (table: DocumentTable, read: readonly PrintedValue[]): TablePiece => ({
  ...{ table, read, labels: new Map() },
  amounts: new Set(read.flatMap(({ hole, at }) => (hole === 'text' ? [] : [at.column]))),
  start: read.reduce((least, { at }) => Math.min(least, at.row ?? 0), table.rows.length),
});

/** Empty: nothing tells the row or the column. */
export interface CellPlace {
  readonly row: string;
  readonly column: string;
}

/** The part of a path that values of one performance table share: the whole entity's, or one project's. */
export const goalTable = /^performance\.(?:projectGoals\[\d+\]|entityGoal)(?=\.)/;

/** The row and the column of a cell; above the rows that were read, whether it is a head or stands above the heads. */
export function cellPlace(piece: ReadPiece, { row = 0, column: own }: ReadPlace): CellPlace {
  const { table, read } = piece;
  const column = own ?? 0;
  // an amount of the form's for which the table has no column
  const headed = () => (own === undefined ? '' : headOf(piece, own));
  if (goalTable.test(read[0]?.path ?? '')) return goalPlace(piece, row, column);
  if (row >= piece.start) return { row: rowOf(piece, row, column), column: headed() };
  if (table.rows[row]?.cells.some(isCaption)) return { row: '表头上方', column: '' };
  return { row: '表头', column: headed() };
}

/** `编制单位：…`, `单位：万元` */
const isCaption = ({ text }: TableCell): boolean => /[:：]/.test(text);

/** The cell that covers a position of the grid, from a row above too. */
function covering({ rows }: DocumentTable, row: number, column: number): TableCell | undefined {
  for (let up = row; up >= 0; up -= 1) {
    const cell = rows[up]?.cells.find((one) => one.column <= column && column < one.column + one.columnSpan);
    if (cell && (up === row || cell.rowSpan > row - up)) return cell;
    if (cell) return undefined;
  }
  return undefined;
}

/** A row's label, after its unit's where another row of the table has the same. */
function rowOf(piece: ReadPiece, row: number, column: number): string {
  const label = labelsOf(piece, column)[row] ?? '';
  const same = piece.whole.flatMap((part) => labelsOf(part, column).filter((one) => one === label));
  if (same.length < 2) return label;
  const path = piece.read.find(({ at }) => at.row === row)?.path ?? '';
  const [unit = ''] = /^.*?\[\d+\](?=\.)/.exec(path) ?? [];
  const name = piece.whole.flatMap(({ read }) => read).find((value) => value.path === `${unit}.name`)?.text;
  return [oneLine(name ?? ''), label]
    .filter((text) => text !== '' && (text === label || !label.includes(text)))
    .join(' ');
}

/** By row, '' above the first that was read. */
function labelsOf(piece: TablePiece, column: number): readonly string[] {
  const { table, start, labels } = piece;
  const known = labels.get(column) ?? table.rows.map((_, row) => (row < start ? '' : labelOf(piece, row, column)));
  labels.set(column, known);
  return known;
}

/**
 * What names a row: of columns where amounts were read the labels to the left of them, blank amounts between or not; of
 * a label all that stand beside it.
 */
function labelOf({ table, amounts }: TablePiece, row: number, column: number): string {
  const cellAt = (at: number) => covering(table, row, at);
  const isAmount = (at: number) => amounts.has(cellAt(at)?.column ?? at);
  let end = column;
  while (end >= 0 && isAmount(end)) end -= 1;
  while (!isAmount(column) && end + 1 < table.columns && !isAmount(end + 1)) end += 1;
  let start = end;
  while (start > 0 && !isAmount(start - 1)) start -= 1;
  const labels = Array.from({ length: Math.max(0, end - start + 1) }, (_, index) => cellAt(start + index));
  return [...new Set(labels)].flatMap((cell) => oneLine(cell?.text ?? '') || []).join(' ');
}

const withoutGaps = (text = ''): string => text.replace(/\s+/g, '');

/** What stands over a column, from the top, each once; two columns are not called alike where more can be said. */
function headOf(piece: ReadPiece, column: number): string {
  const [first = piece] = piece.whole;
  const own = headsOver(piece, column).join('·');
  if (own === '' && first.table !== piece.table && first.table.columns === piece.table.columns)
    return headOf({ ...first, whole: piece.whole }, column);
  const others = Array.from(Array(piece.table.columns).keys()).filter((other) => other !== column);
  const isShared = others.some((other) => headsOver(piece, other).join('·') === own);
  return isShared ? headsOver(piece, column, true).join('·') : own;
}

/**
 * `isSpread`: a blank over another head is taken for the rest of the head to its left, as of a file that has lost which
 * cells were merged.
 */
function headsOver({ table, start: end }: TablePiece, column: number, isSpread = false): string[] {
  const rows = table.rows.slice(0, end);
  const at = (row: number, place: number): string => {
    const cell = covering({ ...table, rows: rows.slice(0, row + 1) }, row, place);
    const text = cell && !isCaption(cell) ? withoutGaps(cell.text) : '';
    return /^\p{Nd}+$|※/u.test(text) ? '' : text;
  };
  const own = rows.map((_, row) => at(row, column));
  const top = own.findIndex((text) => text !== '');
  const spread = (text: string, row: number): string => {
    const isOver = text === '' && own.slice(row + 1).some((below) => below !== '');
    if (!isSpread || !isOver || (top >= 0 && top < row && own[row - 1] !== '')) return text;
    return Array.from({ length: column }, (_, place) => at(row, place)).findLast((left) => left !== '') ?? '';
  };
  return [...new Set(own.map(spread))].filter((text) => text !== '');
}

/** In a performance table: of which project; among its indicators which one, above them what stands to the left. */
function goalPlace({ table, read }: ReadPiece, row: number, column: number): CellPlace {
  const name = read.find(({ path }) => goalTable.test(path) && path.replace(goalTable, '') === '.name');
  const indicators = read.flatMap(({ path, at }) => (path.includes('.indicators[') ? [at.row ?? 0] : []));
  const before = table.rows[row]?.cells.filter((cell) => cell.column < column) ?? [];
  const left = before.map(({ text }) => oneLine(text)).findLast((text) => text !== '' && !/^[\p{Nd},.]+$/u.test(text));
  const told = (label = left): string => [oneLine(name?.text ?? ''), label ?? ''].join(' ').trim();
  const start = Math.min(...indicators);
  if (indicators.length === 0 || row < start) return { row: told(), column: '' };
  const indicator = read.find(({ path, at }) => at.row === row && path.endsWith('.level3'));
  const head = start > 0 ? covering(table, start - 1, column) : undefined;
  return { row: told(oneLine(indicator?.text ?? '') || left), column: withoutGaps(head?.text) };
}
