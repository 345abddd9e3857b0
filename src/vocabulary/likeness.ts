/** How like two texts are. */

const pairsIn = (text: string): string[] => [...text].slice(1).map((_, at) => text.slice(at, at + 2));

/** Share of neighbouring pairs of characters that two texts have in common, 0 to 1. */
export function alike(a: string, b: string): number {
  if (a === b) return 1;
  const [pairsOfA, pairsOfB] = [pairsIn(a), pairsIn(b)];
  const common = pairsOfA.filter((pair) => pairsOfB.includes(pair)).length;
  return (2 * common) / Math.max(1, pairsOfA.length + pairsOfB.length);
}
