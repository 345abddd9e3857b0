import type { Checked, compose, Editions, examineCells } from '../../src/index.js';
import type { CellRef } from '../../src/vocabulary/cells.js';
import type { RawCell, RawWorkbook } from '../../src/workbook/cells.js';

export interface Tool {
  readonly examineCells: (workbook: RawWorkbook, editions: Editions) => ReturnType<typeof examineCells>;
  readonly compose: typeof compose;
  readonly editions: Editions;
  /** Tabs that hold no facts. */
  readonly ignored: readonly string[];
}
export interface Untouched {
  readonly name: string;
  readonly workbook: RawWorkbook;
}
export function untouched(tool: Tool, name: string, workbook: RawWorkbook): Untouched;
export function names(finding: Checked['findings'][number], at: CellRef): boolean;
export function withCell(workbook: RawWorkbook, at: CellRef, value: Pick<RawCell, 'kind' | 'text'>): RawWorkbook;
/** Throws when the cell was passed over in silence. */
export function everyCell(tool: Tool, sample: Untouched, seed: number): 'named' | 'printed';
