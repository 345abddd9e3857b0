import type { compose, Editions, examineCells } from '../../src/index.js';
import type { readWorkbook } from '../../src/workbook/read/index.js';
import type { writeDocx } from '../../src/writers/docx/index.js';

export interface Tool {
  readonly readWorkbook: typeof readWorkbook;
  readonly examineCells: typeof examineCells;
  readonly compose: typeof compose;
  readonly writeDocx: typeof writeDocx;
  readonly editions: Editions;
}
export interface Sample {
  readonly name: string;
}
export function sampleOf(tool: Tool, name: string, bytes: Uint8Array): Sample;
/** With a negative seed the sample is left as it is. */
export function cellInput(tool: Tool, sample: Sample, seed: number): Promise<'refused' | 'rendered'>;
export function byteInput(tool: Tool, sample: Sample, seed: number): Promise<'refused' | 'same'>;
