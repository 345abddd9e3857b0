/** A performance table against the published one: rows that belong together, then cell by cell. */
import { align, likeness } from './align.js';
import { amountDifference, amountKey, type Sides } from './compareAmount.js';
import { compareText } from './compareText.js';
import type { Difference } from './difference.js';
import { cellPlace } from './place.js';
import { comparableText } from './plain.js';
import type { ReadLine, ReadRow } from './reading.js';
import { cellAt, goalOf, rowText } from './statement.js';

/** Differences in the order of our rows; the ones that are not ours last. */
export function compareGoal(sides: Sides): Difference[] {
  const { headings } = sides;
  const [a, b] = [sides.expected.table.rows, sides.published.table.rows];
  const goal = goalOf(sides.expected.table);
  const named = new Set(a.slice(0, goal?.indicators));
  const pairs = align(a, b, { left: rowText, right: rowText }, (x, y) =>
    Math.max(goalRowScore(x, y), named.has(x) && labelOf(x) === labelOf(y) ? 0.6 : 0),
  );
  const shown = (row: ReadRow) =>
    row.cells
      .map((cell) => cell.text)
      .filter((text) => text !== '')
      .join(' ');
  const name = (row: ReadRow) => [goal?.name, shown(row)].join(' ').trim();
  const taken = (side: 0 | 1) => new Set(pairs.map((pair) => pair[side]));
  const [left, right] = [taken(0), taken(1)];
  const extra = b.flatMap((row, index) => (right.has(index) || rowText(row) === '' ? [] : [row]));
  const rows = a.flatMap((row, index): Difference[] => {
    if (left.has(index)) return [];
    const moved = extra.findIndex((other) => rowText(other) === rowText(row));
    const [other] = moved < 0 ? [] : extra.splice(moved, 1);
    const place = { headings, row: name(row) };
    if (other)
      return [{ kind: 'movedRow', place, published: shown(other), expected: shown(row), at: other.cells[0]?.at ?? -1 }];
    return [{ kind: 'missingRow', place, published: '', expected: shown(row), at: -1 }];
  });
  const added = extra.map(
    (row): Difference => ({
      kind: 'extraRow',
      place: { headings, row: name(row) },
      published: shown(row),
      expected: '',
      at: row.cells[0]?.at ?? -1,
    }),
  );
  const cells = pairs.flatMap(([i, j]) => {
    const [x, y] = [a[i], b[j]];
    return x && y ? compareCells(x, y, sides) : [];
  });
  return [...cells, ...rows, ...added];
}

/** Rows above the indicators are told by their first words (项目总体目标), whatever follows. */
const labelOf = ({ cells }: ReadRow): string => comparableText(cells.find(({ text }) => text !== '')?.text ?? '');

function goalRowScore(a: ReadRow, b: ReadRow): number {
  const [x, y] = [rowText(a), rowText(b)];
  if (x === y) return 2;
  const texts = (row: ReadRow) => row.cells.map((cell) => comparableText(cell.text)).filter((text) => text.length > 1);
  const shared = texts(a).filter((text) => texts(b).includes(text)).length;
  const alike = Math.max(likeness(x, y), (2 * shared) / (texts(a).length + texts(b).length || 1));
  return alike >= 0.6 ? alike : 0;
}

function compareCells(a: ReadRow, b: ReadRow, { expected, headings, figureOf }: Sides): Difference[] {
  return a.cells.flatMap((mine) => {
    const theirs = cellAt(b, mine.column);
    const place = { headings, ...cellPlace(expected, a, mine.column) };
    const published: ReadLine = theirs ?? { text: '', spans: [], at: -1 };
    const numeric = mine.spans.length > 0 && amountKey(mine.text) !== amountKey(published.text);
    if (numeric) return amountDifference(mine, theirs, place, figureOf, -1);
    return mine.spans.length > 0 ? [] : compareText({ expected: mine, published, place, inTable: true }, figureOf);
  });
}
