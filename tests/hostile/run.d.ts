import type { Outcome, PathCase } from './cases.js';

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
  /** Milliseconds of the processor. */
  readonly processor: number;
  readonly megabytes: number;
}
export interface Rendered extends Run {
  readonly document: string | undefined;
  readonly left: readonly string[];
}
export function yusuan(args: readonly string[], options?: { timeout?: number; cwd?: string }): Promise<Run>;
/** Opens a document with `openPublished` in a process of its own and prints what openOne.js says. */
export function openFile(path: string): Promise<Run>;
export function openBytes(bytes: Uint8Array): Promise<Run>;
export function renderBytes(bytes: Uint8Array, command?: 'render' | 'check', file?: string): Promise<Rendered>;
export function runPathCase(one: PathCase): Promise<Run & { readonly problem: string; readonly said: string }>;
export function findingCodes(run: Run): string[];
export function mismatch(
  outcome: Outcome,
  run: Rendered,
  base: { readonly document: string | undefined; readonly codes: readonly string[] },
): string;
