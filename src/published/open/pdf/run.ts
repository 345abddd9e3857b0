/** What the glyphs of one text have in common on the page, and what characters they are. */
import { withoutRadicals } from '../radicals.js';
import type { Glyph } from './content.js';
import type { Matrix } from './matrix.js';

/** All but where the next one stands. */
export interface Run {
  /** From the space of the text to the page; the last two of it are of the first glyph. */
  readonly place: Matrix;
  /** Lengths along the text and across it on the page. */
  readonly across: number;
  readonly down: number;
  readonly turns: Glyph['turns'];
  readonly isAslant: boolean;
}

/** Of a text whose space lies so on the page. */
export function runOf(place: Matrix): Run {
  return {
    place,
    across: Math.hypot(place[0], place[1]),
    down: Math.hypot(place[2], place[3]),
    turns: turnsOf(place),
    isAslant: isAslant(place),
  };
}

/** The direction of the text, in the coordinates of the page as it is read, where y grows downwards. */
function turnsOf([a, b]: Matrix): 0 | 1 | 2 | 3 {
  if (Math.abs(a) >= Math.abs(b)) return a >= 0 ? 0 : 2;
  return b > 0 ? 1 : 3;
}

/** Neither along the page nor across it, by more than a scan that lies crooked. */
function isAslant([a, b]: Matrix): boolean {
  const less = Math.min(Math.abs(a), Math.abs(b));
  return less > 0.12 * Math.max(Math.abs(a), Math.abs(b));
}

/** By what pdf.js calls a glyph: a document has a few hundred of them. */
const known = new Map<string, string>();

/** Characters of no meaning of their own are what a font without a map leaves. Undefined when nothing can be read. */
export function readable(unicode: string): string | undefined {
  const before = known.get(unicode);
  if (before !== undefined) return before;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no text has
  if (unicode === '' || /[\ue000-\uf8ff\ufffd\u0000-\u0008\u000e-\u001f]/.test(unicode)) return undefined;
  const text = withoutRadicals(unicode);
  known.set(unicode, text);
  return text;
}
