/** How like two texts are. */

/** Share of neighbouring pairs of characters that two texts have in common, 0 to 1. */
export function alike(a: string, b: string): number {
  if (a === b) return 1;
  let common = 0;
  for (let at = 0; at + 2 <= a.length; at += 1) if (b.includes(a.slice(at, at + 2))) common += 1;
  return (2 * common) / Math.max(1, Math.max(0, a.length - 1) + Math.max(0, b.length - 1));
}
