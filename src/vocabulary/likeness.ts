/** How like two texts are. */

/** Neighbouring pairs of characters, as numbers that ascend: what a text is told by that is compared with many. */
export function pairsIn(text: string): Uint32Array {
  const pairs = new Uint32Array(Math.max(0, text.length - 1));
  for (let at = 0; at < pairs.length; at += 1) pairs[at] = text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);
  return pairs.sort();
}

/** Share of their pairs that two texts have in common, each as often as both have it, 0 to 1. */
export function alikeIn(a: Uint32Array, b: Uint32Array): number {
  let [i, j, common] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] as number, b[j] as number];
    if (x === y) common += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return (2 * common) / Math.max(1, a.length + b.length);
}

/** The same of texts themselves; 1 for equal ones, of whatever length. */
export const alike = (a: string, b: string): number => (a === b ? 1 : alikeIn(pairsIn(a), pairsIn(b)));
