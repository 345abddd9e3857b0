/** A table against the published one: head, rows by code and name, then every amount. */

import type { Place } from '../published/place.js';
import { alike } from '../vocabulary/likeness.js';
import { align } from './align.js';
import { amountKey, compareAmount, compareText } from './compareText.js';
import type { Difference } from './difference.js';
import { comparableText, withoutNumbering } from './plain.js';
import type { ReadCell, ReadLine, ReadRow, ReadTable } from './reading.js';
import {
  cellAt,
  cellPlace,
  goalOf,
  ownCell,
  type Panel,
  rowLabel,
  rowText,
  type Sides,
  type Statement,
  statementOf,
} from './statement.js';

/** Where more than so many pairs of rows are left, they are told apart by what is equal alone. */
const mostPairs = 250_000;

export function compareTable(table: ReadTable, other: ReadTable, headings: readonly string[]): Difference[] {
  const expected = statementOf(table);
  const published = statementOf(other, expected.head.length);
  const sides: Sides = { expected, published, headings };
  if (goalOf(table)) return compareGoal(sides);
  const heads = compareHeads(cellsOf(expected.head), cellsOf(published.head), { headings, row: '表头' });
  const columnOf = columnMap(expected, published);
  return [...heads, ...expected.panels.flatMap((panel) => comparePanel(panel, sides, columnOf))];
}

const cellsOf = (rows: readonly ReadRow[]): ReadCell[] =>
  rows.flatMap((row) => row.cells.filter((cell) => cell.text !== ''));

/** The published column that stands for one of ours: by the heads when the table is cut otherwise; else by position. */
function columnMap(expected: Statement, published: Statement): (column: number) => number {
  if (expected.table.columns === published.table.columns) return (column) => column;
  const columns = ({ heads }: Statement) =>
    heads
      .map((over, column) => ({ column, head: comparableText(over.at(-1) ?? '') }))
      .filter(({ head }) => head !== '');
  const isSame = (a: { head: string }, b: { head: string }) => (a.head === b.head ? 1 : 0);
  const pairs = align(columns(expected), columns(published), ({ head }) => head, isSame, mostPairs);
  const known = new Map(pairs.map(([own, other]) => [own.column, other.column]));
  return (column) => known.get(column) ?? column;
}

/** Cells in their order, as one list each. */
function compareHeads(expected: readonly ReadCell[], published: readonly ReadCell[], place: Place): Difference[] {
  const key = (cell: ReadCell) => comparableText(cell.text);
  const text = (cells: readonly ReadCell[]) => cells.map(key).join('');
  if (text(expected) === text(published)) return [];
  const pairs = align(expected, published, key, (a, b) => alike(key(a), key(b)), mostPairs);
  const changed = pairs.flatMap(([a, b]) => compareText({ expected: a, published: b, place }));
  const paired = new Set(pairs.flat());
  const lone = (cells: readonly ReadCell[]) => cells.filter((cell) => !paired.has(cell));
  const [missing, extra] = [lone(expected), lone(published)];
  if (text(missing) === text(extra)) return changed;
  const shown = (cells: readonly ReadCell[]) => cells.map((cell) => cell.text).join(' ');
  const at = (extra[0] ?? published[0])?.source ?? -1;
  return [...changed, { kind: 'wording', place, published: shown(extra), expected: shown(missing), at }];
}

function comparePanel(panel: Panel, sides: Sides, columnOf: (column: number) => number): Difference[] {
  const { expected, published, headings } = sides;
  const other: Panel = { labels: panel.labels.map(columnOf), amounts: panel.amounts.map(columnOf) };
  const compareAmounts = (a: ListedRow, b: ListedRow) =>
    panel.amounts.flatMap((column, index) => {
      if (a.amounts[index] === b.amounts[index]) return [];
      const place = { headings, ...cellPlace(expected, a.row, column) };
      return compareAmount(ownCell(a.row, column), ownCell(b.row, columnOf(column)), place, b.at);
    });
  return compareRows(listed(expected.body, panel), listed(published.body, other), {
    headings,
    name: '',
    score: rowScore,
    compare: (a, b) => [...compareLabels(a, b, panel, other, sides), ...compareAmounts(a, b)],
  });
}

/** The rows of a list; the filling below the shorter of two lists is none. */
function listed(rows: readonly ReadRow[], panel: Panel): ListedRow[] {
  const all = rows.map((row): ListedRow => {
    const label = rowLabel(row, panel);
    const amounts = panel.amounts.map((column) => amountKey(ownCell(row, column)?.text ?? ''));
    const named = panel.labels.map((column) => cellAt(row, column)).find((cell) => cell && cell.text !== '');
    return {
      row,
      key: panel.labels.map((column) => labelKey(ownCell(row, column)?.text ?? '')).join(''),
      amounts,
      label,
      shown: [label, ...amounts.filter((amount) => amount !== '')].join(' '),
      at: named?.source ?? -1,
    };
  });
  return all.filter(({ key, amounts }) => key !== '' || amounts.some((amount) => amount !== ''));
}

const labelKey = (text: string): string => withoutNumbering(comparableText(text)).rest;

/**
 * Same code and name, then how many amounts agree; a changed name still counts with its code or most of its letters.
 */
function rowScore(a: ListedRow, b: ListedRow): number {
  if (a.key === b.key) return 2 + agreed(a, b);
  const code = (key: string) => /^\d{3,}/.exec(key)?.[0];
  const known = code(a.key);
  if (known !== undefined && known === code(b.key)) return 1 + agreed(a, b) * 0.5 + alike(a.key, b.key) * 0.4;
  const like = Math.max(alike(a.key, b.key), sameLetters(a.key, b.key));
  return like >= 0.6 ? like + agreed(a, b) * 0.5 : 0;
}

/** The share of our amounts that the other row has in the same place. */
function agreed(a: ListedRow, b: ListedRow): number {
  const equal = a.amounts.filter((amount, index) => amount !== '' && amount === b.amounts[index]).length;
  return equal / Math.max(1, a.amounts.filter((amount) => amount !== '').length);
}

/** For short names, in which one changed character spoils most pairs of them. */
function sameLetters(a: string, b: string): number {
  if (a.length !== b.length || a.length < 3) return 0;
  return [...a].filter((letter, index) => letter === b[index]).length / a.length;
}

/** Label by label; when the letters are only spread over the cells otherwise, there is no difference. */
function compareLabels(a: ListedRow, b: ListedRow, panel: Panel, other: Panel, { headings }: Sides): Difference[] {
  if (a.key === b.key) return [];
  const line = ({ row }: ListedRow, { labels }: Panel): ReadLine => {
    const cells = labels.flatMap((column) => ownCell(row, column) ?? []).filter((cell) => cell.text !== '');
    return { ...cells.at(-1), text: cells.map((cell) => cell.text).join(' '), spans: [] };
  };
  const place = { headings, row: a.label, column: '名称' };
  return compareText({ expected: line(a, panel), published: line(b, other), place }).slice(0, 1);
}

/** A performance table: rows that belong together, then cell by cell. */
function compareGoal(sides: Sides): Difference[] {
  const { expected, published, headings } = sides;
  const goal = goalOf(expected.table);
  const named = new Set(expected.table.rows.slice(0, goal?.indicators));
  const isNamed = (a: ReadRow, b: ReadRow) => named.has(a) && firstText(a) === firstText(b);
  return compareRows(listedGoal(expected.table), listedGoal(published.table), {
    headings,
    name: goal?.name ?? '',
    score: (a, b) => Math.max(rowScore(a, b), isNamed(a.row, b.row) || agreed(a, b) >= 0.6 ? 0.6 : 0),
    compare: (a, b) => compareCells(a.row, b.row, sides),
  });
}

const listedGoal = ({ rows }: ReadTable): ListedRow[] =>
  rows
    .filter((row) => rowText(row) !== '')
    .map((row) => {
      const shown = row.cells.flatMap(({ text }) => (text === '' ? [] : [text])).join(' ');
      const amounts = row.cells.map(({ text }) => comparableText(text));
      return { row, key: rowText(row), amounts, label: shown, shown, at: row.cells[0]?.source ?? -1 };
    });

/** Rows above the indicators are told by their first words (项目总体目标), whatever follows. */
const firstText = ({ cells }: ReadRow): string => comparableText(cells.find(({ text }) => text !== '')?.text ?? '');

const compareCells = (a: ReadRow, b: ReadRow, { expected, headings }: Sides): Difference[] =>
  a.cells.flatMap((mine) => {
    const theirs = cellAt(b, mine.column);
    const place = { headings, ...cellPlace(expected, a, mine.column) };
    return mine.spans?.length
      ? compareAmount(mine, theirs, place, -1)
      : compareText({ expected: mine, published: theirs ?? { text: '' }, place });
  });

interface ListedRow {
  readonly row: ReadRow;
  /** Equal: the same row, wherever it stands. */
  readonly key: string;
  /** By which one of several with the same key is told; of a performance table all that it says. */
  readonly amounts: readonly string[];
  readonly label: string;
  /** All that it says. */
  readonly shown: string;
  /** The number of its paragraph in the published file; -1 without one. */
  readonly at: number;
}

interface ListSide {
  readonly headings: readonly string[];
  /** Of a performance table; '' of others. */
  readonly name: string;
  /** How well two rows belong together; 0 where they do not. */
  readonly score: (own: ListedRow, published: ListedRow) => number;
  readonly compare: (own: ListedRow, published: ListedRow) => Difference[];
}

/** What differs within the rows of both; then, in our order, which moved or are missing; then which are not ours. */
function compareRows(
  own: readonly ListedRow[],
  published: readonly ListedRow[],
  { headings, name, score, compare }: ListSide,
): Difference[] {
  const pairs = align(own, published, ({ key }) => key, score, mostPairs);
  const paired = new Set(pairs.flat());
  const free = new Set(published.filter((row) => !paired.has(row)));
  const placed = ({ label }: ListedRow) => ({ place: { headings, row: [name, label].join(' ').trim() } });
  const moved: [ListedRow, ListedRow][] = [];
  const rest = own.flatMap((row): Difference[] => {
    if (paired.has(row)) return [];
    const same = [...free].filter(({ key }) => key === row.key);
    const other = same.find(({ amounts }) => amounts.join() === row.amounts.join()) ?? same[0];
    if (!other) return [{ kind: 'missingRow', ...placed(row), published: '', expected: row.shown, at: -1 }];
    moved.push([row, other]);
    free.delete(other);
    return [{ kind: 'movedRow', ...placed(row), published: other.label, expected: row.label, at: other.at }];
  });
  const added = [...free].map((row): Difference => {
    return { kind: 'extraRow', ...placed(row), published: row.shown, expected: '', at: row.at };
  });
  return [...[...pairs, ...moved].flatMap(([row, other]) => compare(row, other)), ...rest, ...added];
}
