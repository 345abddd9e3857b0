/**
 * What a text measures. Most cells of a document repeat another's text (codes, dashes, nothing at all), so each text is
 * measured once.
 */

import { cleanLines, emWidth, unbreakableEm } from '../../document/text.js';
import { raggedness } from './balance.js';

/** Widths in em, of plain type. */
export interface TextMeasure {
  /** Of each line. */
  readonly lines: readonly number[];
  /** Of the widest line. */
  readonly widest: number;
  /** Of the widest piece that cannot be broken over lines. */
  readonly unbreakable: number;
  /** What is lost at the end of a line where the text breaks. */
  readonly ragged: number;
  /** Whether anything in it is set in Latin type. */
  readonly latin: boolean;
}

export type Measurer = (text: string) => TextMeasure;

/** Remembers what it has measured; one for each document. */
export function measurer(): Measurer {
  const known = new Map<string, TextMeasure>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const measure = measureOf(text);
    known.set(text, measure);
    return measure;
  };
}

function measureOf(text: string): TextMeasure {
  const texts = cleanLines(text);
  const lines = texts.map(emWidth);
  return {
    lines,
    widest: Math.max(...lines),
    unbreakable: Math.max(...texts.map(unbreakableEm)),
    ragged: raggedness(text),
    latin: /\w/.test(text),
  };
}
