export function randomOf(seed: number): { below: (count: number) => number; of: <T>(list: readonly T[]) => T };
