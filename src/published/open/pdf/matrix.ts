/** Plane transformations as PDF writes them: x' = ax + cy + e, y' = bx + dy + f (ISO 32000-1, 8.3.3). */

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identityMatrix: Matrix = [1, 0, 0, 1, 0, 0];

/** `first`, then `then`. */
export const composedMatrix = (first: Matrix, then: Matrix): Matrix => [
  first[0] * then[0] + first[1] * then[2],
  first[0] * then[1] + first[1] * then[3],
  first[2] * then[0] + first[3] * then[2],
  first[2] * then[1] + first[3] * then[3],
  first[4] * then[0] + first[5] * then[2] + then[4],
  first[4] * then[1] + first[5] * then[3] + then[5],
];

/** Where a point goes. */
export const transformedPoint = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [x: number, y: number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** The six numbers of a stored matrix; anything else changes nothing. */
export function matrixOf(stored: unknown): Matrix {
  const numbers = stored && typeof stored === 'object' ? Array.from(stored as ArrayLike<number>) : [];
  return numbers.length >= 6 && numbers.every(Number.isFinite)
    ? (numbers.slice(0, 6) as unknown as Matrix)
    : identityMatrix;
}
