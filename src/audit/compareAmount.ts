/** One amount of a table against the published one. */
import type { Place } from '../published/place.js';
import type { Difference, FigureOf } from './difference.js';
import { exactOf, numberKind, parsePrinted } from './numbers.js';
import { comparableText } from './plain.js';
import type { ReadCell } from './reading.js';
import type { IsCaption, Statement } from './statement.js';

/** What is known of our own document: its figures, and what stands above its tables. */
export interface Known {
  readonly figureOf: FigureOf;
  readonly isCaption: IsCaption;
}

export interface Sides {
  readonly expected: Statement;
  readonly published: Statement;
  readonly headings: readonly string[];
  readonly figureOf: FigureOf;
  /** The published column that stands for an expected one. */
  readonly columnOf: (column: number) => number;
}

/** Blank, a dash and a written zero are the same amount. */
export function amountKey(text: string): string {
  const normal = comparableText(text).replace(/,/g, '');
  return /^(-|—|0|0\.0+)?$/.test(normal) ? '' : normal;
}

/** None where both are the same number. `rowAt`: the paragraph of a row that lacks the cell. */
export function amountDifference(
  mine: ReadCell | undefined,
  theirs: ReadCell | undefined,
  place: Place,
  figureOf: FigureOf,
  rowAt: number,
): Difference[] {
  const [expected, published] = [mine?.text ?? '', theirs?.text ?? ''];
  const [a, b] = [parsePrinted(comparableText(expected)), parsePrinted(comparableText(published))];
  const figure = figureOf(mine?.spans[0]?.figure);
  const shown = { place, published, expected, at: theirs?.at ?? rowAt, ...(figure ? { figure } : {}) };
  if (!a || !b) return [{ kind: 'figure', ...shown }];
  if (a.units * 10n ** BigInt(b.scale) === b.units * 10n ** BigInt(a.scale)) return [];
  const { kind, factor } = numberKind(b, a, figure && exactOf(figure));
  return [{ kind, ...shown, ...(factor === undefined ? {} : { factor }) }];
}
