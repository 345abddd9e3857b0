/** A table against the published one: head, rows by code and name, then every amount. */

import type { Place } from '../published/place.js';
import { alike } from '../vocabulary/likeness.js';
import { align } from './align.js';
import { amountDifference, amountKey } from './compareAmount.js';
import { compareGoal } from './compareGoal.js';
import { compareRows, type ListedRow } from './compareRows.js';
import { compareText } from './compareText.js';
import type { Difference } from './difference.js';
import { cellPlace } from './place.js';
import { comparableText, withoutNumbering } from './plain.js';
import type { ReadCell, ReadLine, ReadRow, ReadTable } from './reading.js';
import {
  cellAt,
  goalOf,
  type IsCaption,
  ownCell,
  type Panel,
  publishedStatement,
  rowLabel,
  type Sides,
  type Statement,
  statementOf,
} from './statement.js';

export function compareTable(
  table: ReadTable,
  other: ReadTable,
  headings: readonly string[],
  isCaption: IsCaption,
): Difference[] {
  const expected = statementOf(table);
  const published = publishedStatement(other, expected, isCaption);
  const sides: Sides = { expected, published, headings };
  const captions = compareLines(expected.captions, published.captions, { headings, row: '表头上方' });
  if (goalOf(table)) return [...captions, ...compareGoal(sides)];
  const heads = compareLines(cellsOf(expected.head), cellsOf(published.head), { headings, row: '表头' });
  const columnOf = columnMap(expected, published);
  return [...captions, ...heads, ...expected.panels.flatMap((panel) => comparePanel(panel, sides, columnOf))];
}

const cellsOf = (rows: readonly ReadRow[]): ReadCell[] =>
  rows.flatMap((row) => row.cells.filter((cell) => cell.text !== ''));

/** The published column that stands for one of ours: by the heads when the table is cut otherwise; else by position. */
function columnMap(expected: Statement, published: Statement): (column: number) => number {
  if (expected.table.columns === published.table.columns) return (column) => column;
  const key = (heads: readonly string[]) => comparableText(heads.at(-1) ?? '');
  const isSame = (a: readonly string[], b: readonly string[]) => key(a) !== '' && key(a) === key(b);
  const known = new Map(align(expected.heads, published.heads, key, (a, b) => (isSame(a, b) ? 1 : 0)));
  return (column) => known.get(column) ?? column;
}

/** Cells in their order, as one list each: the head, and what stands above it. */
function compareLines(expected: readonly ReadCell[], published: readonly ReadCell[], place: Place): Difference[] {
  const key = (cell: ReadCell) => comparableText(cell.text);
  const text = (cells: readonly ReadCell[]) => cells.map(key).join('');
  if (text(expected) === text(published)) return [];
  const pairs = align(expected, published, key, (a, b) => alike(key(a), key(b)));
  const changed = pairs.flatMap(([i, j]) => {
    const [a, b] = [expected[i], published[j]];
    return a && b ? compareText({ expected: a, published: b, place, inTable: true }) : [];
  });
  const missing = expected.filter((_, index) => !pairs.some(([i]) => i === index));
  const extra = published.filter((_, index) => !pairs.some(([, j]) => j === index));
  if (text(missing) === text(extra)) return changed;
  const shown = (cells: readonly ReadCell[]) => cells.map((cell) => cell.text).join(' ');
  const at = (extra[0] ?? published[0])?.source ?? -1;
  return [...changed, { kind: 'wording', place, published: shown(extra), expected: shown(missing), at }];
}

function comparePanel(panel: Panel, sides: Sides, columnOf: (column: number) => number): Difference[] {
  const { expected, published, headings } = sides;
  const other: Panel = { labels: panel.labels.map(columnOf), amounts: panel.amounts.map(columnOf) };
  return compareRows(listed(expected.body, panel), listed(published.body, other), {
    headings,
    name: '',
    score: rowScore,
    compare: (a, b) => [...compareLabels(a, b, panel, other, sides), ...compareAmounts(a, b, panel, other, sides)],
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
  const equal = a.amounts.filter((amount, index) => amount !== '' && amount === b.amounts[index]).length;
  const all = a.amounts.filter((amount) => amount !== '').length;
  const agreed = all === 0 ? 0 : equal / all;
  if (a.key === b.key) return 2 + agreed;
  const code = (key: string) => /^\d{3,}/.exec(key)?.[0];
  const known = code(a.key);
  if (known !== undefined && known === code(b.key)) return 1 + agreed * 0.5 + alike(a.key, b.key) * 0.4;
  const like = Math.max(alike(a.key, b.key), sameLetters(a.key, b.key));
  return like >= 0.6 ? like + agreed * 0.5 : 0;
}

/** For short names, in which one changed character spoils most pairs of them. */
function sameLetters(a: string, b: string): number {
  if (a.length !== b.length || a.length < 3) return 0;
  return [...a].filter((letter, index) => letter === b[index]).length / a.length;
}

const compareAmounts = (a: ListedRow, b: ListedRow, panel: Panel, other: Panel, sides: Sides): Difference[] =>
  panel.amounts.flatMap((column, index) => {
    if (a.amounts[index] === b.amounts[index]) return [];
    const theirs = ownCell(b.row, other.amounts[index] ?? column);
    const place = { headings: sides.headings, ...cellPlace(sides.expected, a.row, column) };
    return amountDifference(ownCell(a.row, column), theirs, place, b.at);
  });

/** Label by label; when the letters are only spread over the cells otherwise, there is no difference. */
function compareLabels(a: ListedRow, b: ListedRow, panel: Panel, other: Panel, { headings }: Sides): Difference[] {
  if (a.key === b.key) return [];
  const line = ({ row }: ListedRow, { labels }: Panel): ReadLine => {
    const cells = labels.flatMap((column) => ownCell(row, column) ?? []).filter((cell) => cell.text !== '');
    return { ...cells.at(-1), text: cells.map((cell) => cell.text).join(' '), spans: [] };
  };
  const place = { headings, row: a.label, column: '名称' };
  return compareText({ expected: line(a, panel), published: line(b, other), place, inTable: true }).slice(0, 1);
}
