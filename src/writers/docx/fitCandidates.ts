/** In what type, and with how much space in its cells, a table may be set. */
import type { Table } from '../../document/tree.js';
import type { TableSize } from './styles.js';

/**
 * Space beside the text of a cell, DXA (80: 1.4 mm), and what less of it counts. The least only
 * where numbers, or sentences in legible type, need it.
 */
const PADDINGS = {
  statement: [
    [80, 0],
    [57, 1],
    [36, 4],
  ],
  goal: [
    [80, 0],
    [57, 1],
    [40, 4],
  ],
} as const;
export const LEAST_PADDING = 36;
/** What half a point less of type counts, and a short name that breaks. */
export const DEAR = { size: 2, broken: 2 } as const;
/** A table with more rows runs over pages anyway, and is fitted once for each size of type. */
const MANY_ROWS = 200;

/** Type and space that a table may be set in. */
export interface Candidate {
  readonly size: TableSize;
  /** Space beside the text in a cell, DXA. */
  readonly padding: number;
  /** What it costs in legibility, beside `DEAR.broken` for each short name that breaks. */
  readonly dear: number;
}

/** The best first; `sizes` are those allowed, largest first. */
export function candidates(style: Table['style'], rows: number, sizes: readonly TableSize[]): Candidate[] {
  const largest = sizes[0] ?? 0;
  const paddings = PADDINGS[style].slice(rows > MANY_ROWS ? -1 : 0);
  return sizes
    .flatMap((size) =>
      paddings.map(([padding, dear]) => ({ size, padding, dear: (largest - size) * DEAR.size + dear })),
    )
    .sort((a, b) => a.dear - b.dear || b.size - a.size);
}
