/** The rows of a list against the published ones: which belong together, which moved, which one side lacks. */
import { align } from './align.js';
import type { Difference } from './difference.js';
import type { ReadRow } from './reading.js';

export interface ListedRow {
  readonly row: ReadRow;
  /** Equal: the same row, wherever it stands. */
  readonly key: string;
  /** By which one of several with the same key is told. */
  readonly amounts: readonly string[];
  readonly label: string;
  /** All that it says. */
  readonly shown: string;
  /** The number of its paragraph in the published file; -1 without one. */
  readonly at: number;
}

export interface ListSide {
  readonly headings: readonly string[];
  /** Of a performance table; '' of others. */
  readonly name: string;
  /** How well two rows belong together; 0 where they do not. */
  readonly score: (own: ListedRow, published: ListedRow) => number;
  readonly compare: (own: ListedRow, published: ListedRow) => Difference[];
}

/** What differs within the rows of both; then, in our order, which moved or are missing; then which are not ours. */
export function compareRows(
  own: readonly ListedRow[],
  published: readonly ListedRow[],
  { headings, name, score, compare }: ListSide,
): Difference[] {
  const pairs = align(own, published, ({ key }) => key, score).map(([i, j]) => [own[i], published[j]] as const);
  const paired = new Map(pairs);
  const free = new Set(published);
  for (const other of paired.values()) if (other) free.delete(other);
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
  const within = [...pairs, ...moved].flatMap(([row, other]) => (row && other ? compare(row, other) : []));
  return [...within, ...rest, ...added];
}
