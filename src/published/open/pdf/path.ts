/** Ruling lines in the paths of a page: strokes that run straight, and rectangles as thin as a line. */
import type { RuledLine } from './content.js';
import { type Matrix, transformedPoint } from './matrix.js';

/** Paths are stored as numbers: what is drawn, then the points it needs (pdf.js, DrawOPS). */
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;
/** Of a start, a line, a curve, a quadratic curve, the way back to the start. */
const POINTS: readonly (number | undefined)[] = [1, 1, 3, 2, 0];

/** What is done with a path (pdf.js, OPS): drawn along, filled, both. */
const STROKES = new Set([20, 21, 24, 25, 26, 27]);
export const FILLS: ReadonlySet<number> = new Set([22, 23, 24, 25, 26, 27]);

/** Points. A line in a table of Word is half a point thick, a double one three. */
const THICKEST = 3.2;
const SHORTEST = 2;
/** How far the ends of a straight line may be off. */
const SLANT = 0.7;

/** `args` of constructPath: what is done, the path, its bounds. */
export function rulesOfPath([operator, paths]: readonly unknown[], ctm: Matrix): RuledLine[] {
  const data = Array.isArray(paths) ? paths[0] : undefined;
  if (typeof operator !== 'number' || !ArrayBuffer.isView(data)) return [];
  const outlines = outlinesOf(data as Float32Array, ctm);
  const thin = FILLS.has(operator) ? outlines.flatMap(thinRule) : [];
  return STROKES.has(operator) ? [...thin, ...outlines.flatMap(straightRules)] : thin;
}

type Point = readonly [x: number, y: number];

interface Outline {
  readonly points: Point[];
  curved: boolean;
}

function outlinesOf(data: Float32Array, ctm: Matrix): Outline[] {
  const outlines: Outline[] = [];
  for (let at = 0; at < data.length; ) {
    const kind = data[at] ?? MOVE;
    const count = POINTS[kind];
    if (count === undefined) break;
    const last = at + 2 * count - 1;
    const current = outlines.at(-1);
    if (kind === CLOSE) current?.points.push(current.points[0] ?? [0, 0]);
    else {
      const point = transformedPoint(ctm, data[last] ?? 0, data[last + 1] ?? 0);
      if (kind === MOVE || !current) outlines.push({ points: [point], curved: false });
      else {
        current.points.push(point);
        current.curved ||= kind !== LINE;
      }
    }
    at += 1 + 2 * count;
  }
  return outlines;
}

const straightRules = ({ points, curved }: Outline): RuledLine[] =>
  curved ? [] : points.slice(1).flatMap((to, index) => ruleBetween(points[index] ?? to, to));

function ruleBetween([x0, y0]: Point, [x1, y1]: Point): RuledLine[] {
  if (Math.abs(y1 - y0) <= SLANT && Math.abs(x1 - x0) >= SHORTEST) {
    const y = (y0 + y1) / 2;
    return [{ x0: Math.min(x0, x1), x1: Math.max(x0, x1), y0: y, y1: y }];
  }
  if (Math.abs(x1 - x0) <= SLANT && Math.abs(y1 - y0) >= SHORTEST) {
    const x = (x0 + x1) / 2;
    return [{ x0: x, x1: x, y0: Math.min(y0, y1), y1: Math.max(y0, y1) }];
  }
  return [];
}

/** A rectangle that is filled and as thin as a line is one. */
function thinRule({ points, curved }: Outline): RuledLine[] {
  if (curved || points.length < 4) return [];
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (y1 - y0 <= THICKEST && x1 - x0 > y1 - y0) return ruleBetween([x0, (y0 + y1) / 2], [x1, (y0 + y1) / 2]);
  if (x1 - x0 <= THICKEST && y1 - y0 > x1 - x0) return ruleBetween([(x0 + x1) / 2, y0], [(x0 + x1) / 2, y1]);
  return [];
}
