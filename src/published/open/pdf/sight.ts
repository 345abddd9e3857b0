/**
 * What of a page's text somebody sees: not what is painted over, cut off by a clip, or white on white paper. As far as
 * it is certain: pictures cover nothing, since a scan may lie over its text, and what is painted in white is a ground
 * only for other colours.
 */
import { type Glyph, middleOf } from './content.js';
import { type Matrix, transformedPoint } from './matrix.js';

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

interface Painted {
  readonly box: Box;
  /** How many glyphs had been set before. */
  readonly after: number;
}

/** Points: what is lower or narrower is a line. */
const LEAST = 4;
/** No real page paints over its text more often. */
const MOST = 500;

/** Bounds of a path as pdf.js hands them on, on the page; undefined for a path without any. */
export function boxOf(bounds: unknown, ctm: Matrix): Box | undefined {
  if (!ArrayBuffer.isView(bounds)) return undefined;
  const [left = 0, top = 0, right = 0, bottom = 0] = bounds as Float32Array;
  const corners = [
    ...[transformedPoint(ctm, left, top), transformedPoint(ctm, right, bottom)],
    ...[transformedPoint(ctm, left, bottom), transformedPoint(ctm, right, top)],
  ];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const box = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
  return Object.values(box).every(Number.isFinite) ? box : undefined;
}

/** What lies in both; undefined is everything. */
export const common = (a: Box | undefined, b: Box | undefined): Box | undefined =>
  a && b
    ? { x0: Math.max(a.x0, b.x0), y0: Math.max(a.y0, b.y0), x1: Math.min(a.x1, b.x1), y1: Math.min(a.y1, b.y1) }
    : (a ?? b);

/** Whether a glyph's middle lies in the box. */
export function holds({ x0, y0, x1, y1 }: Box, glyph: Glyph): boolean {
  // most lie well within, whichever way they are turned
  const { x: at, y: line, width, size } = glyph;
  const reach = width + size;
  if (at - reach >= x0 && at + reach <= x1 && line - reach >= y0 && line + reach <= y1) return true;
  const [x, y] = middleOf(glyph);
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

/** Whether a path is one rectangle along the page: a start, three lines and the way back (pdf.js, DrawOPS). */
export function isRectangle(path: unknown, bounds: unknown, [a, b, c, d]: Matrix): boolean {
  if (!ArrayBuffer.isView(path) || !ArrayBuffer.isView(bounds)) return false;
  const data = path as Float32Array;
  const [left, top, right, bottom] = bounds as Float32Array;
  const isAlong = (b === 0 && c === 0) || (a === 0 && d === 0);
  if (!isAlong || (data.length !== 13 && data.length !== 12)) return false;
  return [0, 1, 2, 3].every((point) => {
    const [x, y] = [data[3 * point + 1], data[3 * point + 2]];
    return (x === left || x === right) && (y === top || y === bottom);
  });
}

export class Sight {
  readonly #covers: Painted[] = [];
  readonly #grounds: Painted[] = [];
  readonly #pale: number[] = [];

  /** An area has been filled; `hides`: it is a rectangle through which nothing can be seen. */
  filled(box: Box, after: number, isWhite: boolean, hides: boolean): void {
    if (box.x1 - box.x0 < LEAST || box.y1 - box.y0 < LEAST) return;
    if (hides && after > 0 && this.#covers.length < MOST) this.#covers.push({ box, after });
    if (!isWhite && this.#grounds.length < MOST) this.#grounds.push({ box, after });
  }

  /** The glyph at this place among those set is white. */
  pale(index: number): void {
    this.#pale.push(index);
  }

  /** The glyphs that are seen; `unseen` counts those of the colour of the paper. */
  seen(glyphs: readonly Glyph[]): { readonly glyphs: readonly Glyph[]; readonly unseen: number } {
    if (this.#covers.length === 0 && this.#pale.length === 0) return { glyphs, unseen: 0 };
    const hidden = new Set<number>();
    for (const index of this.#pale) {
      const glyph = glyphs[index];
      if (glyph && !this.#grounds.some(({ box, after }) => after <= index && holds(box, glyph))) hidden.add(index);
    }
    const unseen = [...hidden].filter((index) => glyphs[index]?.text.trim() !== '').length;
    for (const { box, after } of this.#covers)
      for (let index = 0; index < after; index += 1) {
        const glyph = glyphs[index];
        if (glyph && holds(box, glyph)) hidden.add(index);
      }
    return { glyphs: glyphs.filter((_, index) => !hidden.has(index)), unseen };
  }
}
