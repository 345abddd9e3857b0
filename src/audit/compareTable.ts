/** A table against the published one: head, rows by code and name, then every amount. */
import type { Place } from '../published/place.js';
import { align, likeness, type Pair } from './align.js';
import { amountDifference, amountKey, type Known, type Sides } from './compareAmount.js';
import { compareGoal } from './compareGoal.js';
import { compareText } from './compareText.js';
import type { Difference, FigureOf, Kind } from './difference.js';
import { cellPlace } from './place.js';
import { comparableText, withoutNumbering } from './plain.js';
import type { ReadCell, ReadLine, ReadRow, ReadTable } from './reading.js';
import {
  cellAt,
  goalOf,
  ownCell,
  type Panel,
  publishedStatement,
  rowLabel,
  type Statement,
  statementOf,
} from './statement.js';

export function compareTable(
  expected: ReadTable,
  published: ReadTable,
  headings: readonly string[],
  { figureOf, isCaption }: Known,
): Difference[] {
  const own = statementOf(expected);
  const other = publishedStatement(published, own, isCaption);
  const sides: Sides = { expected: own, published: other, headings, figureOf, columnOf: columnMap(own, other) };
  const captions = compareLines(own.captions, other.captions, { headings, row: '表头上方' }, figureOf);
  if (goalOf(expected)) return [...captions, ...compareGoal(sides)];
  const heads = compareLines(cellsOf(own.head), cellsOf(other.head), { headings, row: '表头' }, figureOf);
  return [...captions, ...heads, ...own.panels.flatMap((panel) => comparePanel(panel, sides))];
}

const cellsOf = (rows: readonly ReadRow[]): ReadCell[] =>
  rows.flatMap((row) => row.cells.filter((cell) => cell.text !== ''));

/** By the heads over the columns when the published table is cut otherwise; else by position. */
function columnMap(expected: Statement, published: Statement): (column: number) => number {
  if (expected.table.columns === published.table.columns) return (column) => column;
  const key = (heads: readonly string[]) => comparableText(heads.at(-1) ?? '');
  const pairs = align(expected.heads, published.heads, { left: key, right: key }, (a, b) =>
    key(a) !== '' && key(a) === key(b) ? 1 : 0,
  );
  const known = new Map(pairs);
  return (column) => known.get(column) ?? column;
}

/** Cells in their order, as one list each: the head, and what stands above it. */
function compareLines(
  expected: readonly ReadCell[],
  published: readonly ReadCell[],
  place: Place,
  figureOf: FigureOf,
): Difference[] {
  const text = (cells: readonly ReadCell[]) => cells.map((cell) => comparableText(cell.text)).join('');
  if (text(expected) === text(published)) return [];
  const key = (cell: ReadCell) => comparableText(cell.text);
  const pairs = align(expected, published, { left: key, right: key }, (a, b) => likeness(key(a), key(b)));
  const lone = <T>(cells: readonly T[], side: 0 | 1) =>
    cells.filter((_, index) => !pairs.some((pair) => pair[side] === index));
  const [missing, extra] = [lone(expected, 0), lone(published, 1)];
  const changed = pairs.flatMap(([i, j]) => {
    const [a, b] = [expected[i], published[j]];
    return a && b ? compareText({ expected: a, published: b, place, inTable: true }, figureOf) : [];
  });
  if (text(missing) === text(extra)) return changed;
  const shown = (cells: readonly ReadCell[]) => cells.map((cell) => cell.text).join(' ');
  const at = extra[0]?.at ?? published[0]?.at ?? -1;
  return [...changed, { kind: 'wording', place, published: shown(extra), expected: shown(missing), at }];
}

interface PanelRow {
  readonly row: ReadRow;
  readonly key: string;
  readonly label: string;
  readonly amounts: readonly string[];
}

/** The rows of a list; the filling below the shorter of two lists is none. */
function panelRows(rows: readonly ReadRow[], panel: Panel): PanelRow[] {
  return rows
    .map((row) => ({
      row,
      key: panel.labels.map((column) => labelKey(ownCell(row, column)?.text ?? '')).join(''),
      label: rowLabel(row, panel),
      amounts: panel.amounts.map((column) => amountKey(ownCell(row, column)?.text ?? '')),
    }))
    .filter(({ key, amounts }) => key !== '' || amounts.some((amount) => amount !== ''));
}

const labelKey = (text: string): string => withoutNumbering(comparableText(text)).rest;
function comparePanel(panel: Panel, sides: Sides): Difference[] {
  const { expected, published, columnOf } = sides;
  const other: Panel = { labels: panel.labels.map(columnOf), amounts: panel.amounts.map(columnOf) };
  const [a, b] = [panelRows(expected.body, panel), panelRows(published.body, other)];
  const pairs = align(a, b, { left: (row) => row.key, right: (row) => row.key }, rowScore);
  const { moved, missing, extra } = sortRest(a, b, pairs);
  const place = (row: PanelRow) => ({ headings: sides.headings, row: row.label });
  const found = [...pairs, ...moved].flatMap(([i, j]) => {
    const [x, y] = [a[i], b[j]];
    return x && y ? compareRow(x, y, panel, other, sides) : [];
  });
  const rowDifference = (
    kind: Kind,
    row: PanelRow,
    expectedText: string,
    publishedText: string,
    at: number,
  ): Difference => ({
    kind,
    place: place(row),
    published: publishedText,
    expected: expectedText,
    at,
  });
  return [
    ...found,
    ...moved.flatMap(([, j]) =>
      b.slice(j, j + 1).map((row) => rowDifference('movedRow', row, row.label, row.label, firstAt(row.row, other))),
    ),
    ...missing.map((row) => rowDifference('missingRow', row, rowShown(row), '', -1)),
    ...extra.map((row) => rowDifference('extraRow', row, '', rowShown(row), firstAt(row.row, other))),
  ];
}

const rowShown = ({ label, amounts }: PanelRow): string =>
  [label, ...amounts.filter((amount) => amount !== '')].join(' ');
const firstAt = (row: ReadRow, panel: Panel): number =>
  panel.labels.map((column) => cellAt(row, column)).find((cell) => cell && cell.text !== '')?.at ?? -1;

/**
 * Same code and name, then how many amounts agree; a changed name still counts with its code or most of its letters.
 */
function rowScore(a: PanelRow, b: PanelRow): number {
  const equal = a.amounts.filter((amount, index) => amount !== '' && amount === b.amounts[index]).length;
  const all = a.amounts.filter((amount) => amount !== '').length;
  const agreed = all === 0 ? 0 : equal / all;
  if (a.key === b.key) return 2 + agreed;
  const code = (key: string) => /^\d{3,}/.exec(key)?.[0];
  const known = code(a.key);
  if (known !== undefined && known === code(b.key)) return 1 + agreed * 0.5 + likeness(a.key, b.key) * 0.4;
  const alike = Math.max(likeness(a.key, b.key), sameLetters(a.key, b.key));
  return alike >= 0.6 ? alike + agreed * 0.5 : 0;
}

/** For short names, in which one changed character spoils most pairs of them. */
function sameLetters(a: string, b: string): number {
  if (a.length !== b.length || a.length < 3) return 0;
  return [...a].filter((letter, index) => letter === b[index]).length / a.length;
}

/** Rows that found no partner in order: moved when the other side has one with the same name elsewhere. */
function sortRest(a: readonly PanelRow[], b: readonly PanelRow[], pairs: readonly Pair[]) {
  const free = new Set(b.keys());
  for (const [, j] of pairs) free.delete(j);
  const moved: Pair[] = [];
  const missing: PanelRow[] = [];
  const taken = new Set(pairs.map(([i]) => i));
  a.forEach((row, i) => {
    if (taken.has(i)) return;
    const same = [...free].filter((j) => b[j]?.key === row.key);
    const best = same.find((j) => b[j]?.amounts.join() === row.amounts.join()) ?? same[0];
    if (best === undefined) missing.push(row);
    else {
      moved.push([i, best]);
      free.delete(best);
    }
  });
  return { moved, missing, extra: [...free].flatMap((j) => b.slice(j, j + 1)) };
}

function compareRow(a: PanelRow, b: PanelRow, panel: Panel, other: Panel, sides: Sides): Difference[] {
  const { headings, figureOf, expected } = sides;
  const labels = a.key === b.key ? [] : compareLabels(a, b, panel, other, sides);
  const amounts = panel.amounts.flatMap((column, index): Difference[] => {
    if (a.amounts[index] === b.amounts[index]) return [];
    const mine = ownCell(a.row, column);
    const theirs = ownCell(b.row, other.amounts[index] ?? column);
    const place = { headings, ...cellPlace(expected, a.row, column) };
    return amountDifference(mine, theirs, place, figureOf, firstAt(b.row, other));
  });
  return [...labels, ...amounts];
}

/** Label by label; when the letters are only spread over the cells otherwise, there is no difference. */
function compareLabels(
  a: PanelRow,
  b: PanelRow,
  panel: Panel,
  other: Panel,
  { headings, figureOf }: Sides,
): Difference[] {
  const line = (row: ReadRow, columns: readonly number[]): ReadLine => {
    const cells = columns
      .map((column) => ownCell(row, column))
      .filter((cell) => cell !== undefined && cell.text !== '');
    return { text: cells.map((cell) => cell?.text ?? '').join(' '), spans: [], at: cells.at(-1)?.at ?? -1 };
  };
  const pair = { expected: line(a.row, panel.labels), published: line(b.row, other.labels) };
  return compareText({ ...pair, place: { headings, row: a.label, column: '名称' }, inTable: true }, figureOf).slice(
    0,
    1,
  );
}
