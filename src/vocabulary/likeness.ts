/** How like two texts are. */

/**
 * Share of neighbouring pairs of characters that two texts have in common, each as often as both have it, 0 to 1. In
 * time that grows with the texts' lengths alone.
 */
export function alike(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const counts = new Map<string, number>();
  for (let at = 0; at + 2 <= a.length; at += 1) {
    const pair = a.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let at = 0; at + 2 <= b.length; at += 1) {
    const pair = b.slice(at, at + 2);
    const left = counts.get(pair) ?? 0;
    if (left > 0) counts.set(pair, left - 1);
    common += left > 0 ? 1 : 0;
  }
  return (2 * common) / (a.length + b.length - 2);
}
