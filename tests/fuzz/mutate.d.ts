import type { RawWorkbook } from '../../src/workbook/cells.js';

export function randomOf(seed: number): { below: (count: number) => number; of: <T>(list: readonly T[]) => T };
/** A changed copy, and in words what was done. */
export function mutateCells(
  workbook: RawWorkbook,
  random: ReturnType<typeof randomOf>,
): { readonly workbook: RawWorkbook; readonly done: readonly string[] };
