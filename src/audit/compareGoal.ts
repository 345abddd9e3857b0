/** A performance table against the published one: rows that belong together, then cell by cell. */
import { alike } from '../vocabulary/likeness.js';
import { amountDifference, amountKey } from './compareAmount.js';
import { compareRows, type ListedRow } from './compareRows.js';
import { compareText } from './compareText.js';
import type { Difference } from './difference.js';
import { cellPlace } from './place.js';
import { comparableText } from './plain.js';
import type { ReadRow } from './reading.js';
import { cellAt, goalOf, rowText, type Sides } from './statement.js';

/** Differences in the order of our rows; the ones that are not ours last. */
export function compareGoal(sides: Sides): Difference[] {
  const { expected, published, headings } = sides;
  const goal = goalOf(expected.table);
  const named = new Set(expected.table.rows.slice(0, goal?.indicators));
  const isNamed = (a: ReadRow, b: ReadRow) => named.has(a) && firstText(a) === firstText(b);
  return compareRows(listed(expected.table.rows), listed(published.table.rows), {
    headings,
    name: goal?.name ?? '',
    score: (a, b) => Math.max(goalRowScore(a, b), isNamed(a.row, b.row) ? 0.6 : 0),
    compare: (a, b) => compareCells(a.row, b.row, sides),
  });
}

const listed = (rows: readonly ReadRow[]): ListedRow[] =>
  rows
    .filter((row) => rowText(row) !== '')
    .map((row) => {
      const shown = row.cells.flatMap(({ text }) => (text === '' ? [] : [text])).join(' ');
      return { row, key: rowText(row), amounts: [], label: shown, shown, at: row.cells[0]?.source ?? -1 };
    });

/** Rows above the indicators are told by their first words (项目总体目标), whatever follows. */
const firstText = ({ cells }: ReadRow): string => comparableText(cells.find(({ text }) => text !== '')?.text ?? '');

function goalRowScore(a: ListedRow, b: ListedRow): number {
  if (a.key === b.key) return 2;
  const texts = ({ row }: ListedRow) =>
    row.cells.map(({ text }) => comparableText(text)).filter((text) => text.length > 1);
  const shared = texts(a).filter((text) => texts(b).includes(text)).length;
  const like = Math.max(alike(a.key, b.key), (2 * shared) / (texts(a).length + texts(b).length || 1));
  return like >= 0.6 ? like : 0;
}

const compareCells = (a: ReadRow, b: ReadRow, { expected, headings }: Sides): Difference[] =>
  a.cells.flatMap((mine) => {
    const theirs = cellAt(b, mine.column);
    const place = { headings, ...cellPlace(expected, a, mine.column) };
    const published = theirs ?? { text: '' };
    if (!mine.spans?.length) return compareText({ expected: mine, published, place, inTable: true });
    return amountKey(mine.text) === amountKey(published.text) ? [] : amountDifference(mine, theirs, place, -1);
  });
