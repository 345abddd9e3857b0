/** What the rows of a table say. */
import type { Move } from './bestPath.js';
import { charactersOf } from './characters.js';
import { cellFrames } from './frames.js';
import { isFilled } from './gridRows.js';
import type { FormRow, Strip } from './tableForm.js';
import type { FoundCell, RowPath, TableReading } from './tableRows.js';
import type { Frame, LackingRow, PrintedValue, ReadFlag, ReadPlace } from './types.js';
import {
  followMark,
  joinedValues,
  type Positions,
  pathAt,
  printedValue,
  type SaidValues,
  saidBy,
  saidBySentence,
} from './values.js';

export interface TableSaid {
  readonly said: SaidValues;
  readonly doubtful: readonly PrintedValue[];
  /** Rows that the form does not explain. */
  readonly unmatched: readonly ReadPlace[];
  readonly lacking: readonly LackingRow[];
  /** Cells of the form's own words that are otherwise. */
  readonly frames: readonly Frame[];
}

/** Values in the order of the table's cells. `positions`: where the lists around the table are. */
export function tableSaid({ rows, paths }: TableReading, positions: Positions): TableSaid {
  const read = paths.map(({ path }) => saidBy(path, (moves) => saidByRows(moves, rows, positions)));
  const { values, flags } = joinedValues(read.map(({ said }) => said));
  const inOrder = values
    .filter(isReadable)
    .sort((a, b) => a.at.block - b.at.block || (a.at.row ?? 0) - (b.at.row ?? 0));
  const unmatched = paths.flatMap(({ path, strip }) => unexplainedRows(path, strip, rows));
  return {
    said: { values: inOrder, flags },
    doubtful: [...read.flatMap(({ doubtful }) => doubtful), ...values.filter((value) => !isReadable(value))],
    unmatched,
    frames: paths.flatMap(({ path }) =>
      cellFrames(
        path.moves.flatMap(({ found = [], from, isRead }) => {
          const row = isRead ? rows[from] : undefined;
          return row ? found.map((one) => ({ ...one, row })) : [];
        }),
      ),
    ),
    lacking: placed(
      paths.flatMap(({ path, strip }) => lackingRows(path, strip, rows)),
      rows.filter(({ block, row }) => unmatched.some((one) => one.block === block && one.row === row)),
    ),
  };
}

/** A row that was not read may be the one that lacks: it surely is where it has the same words. */
const placed = (lacking: readonly LackingRow[], unread: TableReading['rows']): LackingRow[] =>
  lacking.flatMap((one): LackingRow[] => {
    if (unread.length === 0) return [one];
    const other = unread.find(({ cells }) => cells.some((cell) => cell?.characters.text === one.words));
    if (!other) return [];
    return [{ ...one, elsewhere: { ...one.at, block: other.block, row: other.row } }];
  });

function lackingRows({ moves }: RowPath, { from, to }: Strip, rows: TableReading['rows']): LackingRow[] {
  return moves.flatMap(({ item, isRead, from: at }) => {
    const own = (item?.cells ?? []).filter(({ column }) => column >= from && column < to);
    const words = own.map((cell) => cell.words ?? '').join('');
    const before = rows[Math.max(0, at - 1)];
    if (isRead || words === '' || !before) return [];
    return [{ words, at: { block: before.block, row: before.row, column: from, start: 0, end: 0 } }];
  });
}

/** Other words than a number or none stand where a figure should: a cell may have been shifted or damaged. */
const isReadable = ({ hole, text }: PrintedValue): boolean =>
  hole === 'text' || /^(?:[-+]?\d[\d,]*(?:\.\d+)?%?|[-/]*|无)$/.test(charactersOf(text).text);

function unexplainedRows(
  { moves }: RowPath,
  { from: first, to: last }: Strip,
  rows: TableReading['rows'],
): ReadPlace[] {
  return moves.flatMap(({ item, from, to }) => {
    const row = rows[from];
    if (item || to === from || !row || !row.cells.slice(first, last).some(isFilled)) return [];
    return [{ block: row.block, row: row.row, start: 0, end: 0 }];
  });
}

function saidByRows(
  moves: readonly Move<FormRow, readonly FoundCell[]>[],
  rows: TableReading['rows'],
  around: Positions,
): SaidValues {
  const positions: Positions = new Map(around);
  const flags: ReadFlag[] = [];
  const said: SaidValues[] = [];
  for (const move of moves) {
    followMark(move, positions);
    const row = rows[move.from];
    if (!row || !move.isRead) continue;
    for (const found of move.found ?? []) said.push(saidByCell(found, { block: row.block, row: row.row }, positions));
  }
  return joinedValues([{ values: [], flags }, ...said]);
}

function saidByCell(
  { form, cell, sentence, characters }: FoundCell,
  row: { block: number; row: number },
  positions: Positions,
): SaidValues {
  const at = { ...row, ...(cell && { column: cell.column }) };
  const whole = { ...at, start: 0, end: cell?.text.length ?? 0 };
  const place = form.tag.place;
  const text = cell?.text.trim() ?? '';
  const condition = form.condition;
  const flags =
    condition === undefined
      ? []
      : [{ path: pathAt(condition, positions), holds: text !== '', at: whole, template: place }];
  if (form.words !== undefined || (condition !== undefined && text === '')) return { values: [], flags };
  if (form.hole) return { values: [printedValue(form.hole, positions, text, whole)], flags };
  if (!sentence || !characters) return { values: [], flags };
  return joinedValues([
    { values: [], flags },
    saidBySentence(sentence.moves, { characters, at: () => at, positions, place }),
  ]);
}
