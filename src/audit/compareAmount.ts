/** One amount of a table against the published one. */
import type { Place } from '../published/place.js';
import type { Difference } from './difference.js';
import { exactOf, numberKind, parsePrinted, sameNumber } from './numbers.js';
import { comparableText } from './plain.js';
import type { ReadCell } from './reading.js';

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
  rowAt: number,
): Difference[] {
  const [expected, published] = [mine?.text ?? '', theirs?.text ?? ''];
  const [a, b] = [expected, published].map((text) => parsePrinted(comparableText(text)));
  const figure = mine?.spans?.[0]?.figure;
  const shown = { place, published, expected, at: theirs?.source ?? rowAt, ...(figure && { figure }) };
  if (!a || !b) return [{ kind: 'figure', ...shown }];
  const isPercent = [expected, published].map((text) => comparableText(text).endsWith('%'));
  if (sameNumber(a, b)) return isPercent[0] === isPercent[1] ? [] : [{ kind: 'figure', ...shown }];
  const { kind, ...factor } = numberKind(b, a, figure && exactOf(figure));
  return [{ kind, ...shown, ...factor }];
}
