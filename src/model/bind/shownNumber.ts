/**
 * A number whose own format shows another one: 5 under `0"万元"` reads 5万元, 123450 under `#,##0,` reads 123. What was
 * meant nobody can tell, so that it is refused; rounding, separators and 元 beside it are no difference.
 */
import { shifted, shownNumber } from '../../vocabulary/money.js';
import type { RawCell } from '../../workbook/cells.js';
import { shownByFormat } from '../../workbook/shown.js';

/** What words of measure stand for, as powers of ten. */
const measures: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };
const measure = /[十百千万亿]/g;
/** Formats without any of these show the number itself, at most rounded. */
const mayChange = /[十百千万亿元"\\!;]|[0#?.],+(?![0#?,])/;
const figure = /\d[\d,]*(?:\.\d+)?|\.\d+/g;

/**
 * What the cell shows, when that is another number than is stored ('' when nothing is shown); undefined when it is the
 * same, or cannot be told.
 *
 * @param power of the unit in which the column is kept: 0 for 元 and for what is counted, 4 for 万元
 */
export function shownOtherwise({ text, kind, format }: RawCell, power: number): string | undefined {
  if (kind !== 'number' || format === undefined || !mayChange.test(format)) return undefined;
  // a mark before a character that is shown as it is, as Chinese programs write it
  const shown = shownByFormat(text, format.replaceAll('!', '\\'));
  if (shown === undefined) return undefined;
  const figures = shown.match(figure) ?? [];
  const [seen] = figures;
  // a dash or nothing stands for zero
  if (seen === undefined) return Number(text) === 0 ? undefined : shown;
  if (figures.length > 1 || /E[+-]/.test(shown)) return undefined;
  const words = shown.match(measure) ?? [];
  const isAbsolute = words.length > 0 || (power > 0 && shown.includes('元'));
  const places = isAbsolute ? power - words.reduce((sum, word) => sum + (measures[word] ?? 0), 0) : 0;
  const decimals = seen.split('.')[1]?.length ?? 0;
  const meant = shownNumber(shifted(text.replace(/^-/, ''), places), decimals);
  return meant === undefined || meant === seen.replaceAll(',', '') ? undefined : shown;
}
