/** Most commands want a workbook without errors; one with errors ends them in the same way. */
import { countBySeverity, countsText } from '../diagnostics/counts.js';
import { hasErrors } from '../diagnostics/finding.js';
import type { Checked, Examination } from '../index.js';
import { type ExitCode, exitCodes } from '../terminal/exit.js';
import { findingsText, styleFor } from '../terminal/report.js';
import type { Context } from './context.js';

interface Options {
  readonly workbook: string;
  readonly json: boolean;
  readonly color: boolean;
}

/**
 * The workbook as checked, or the command's exit code when it cannot be read or has errors: what was found has then
 * been told, with a last line that `undone` makes of the counts (`错误 2 条，…`).
 */
export function withoutErrors(
  examined: Examination,
  undone: (counts: string) => string,
  { workbook, json, color }: Options,
  { stdout, stderr }: Pick<Context, 'stdout' | 'stderr'>,
): Checked | ExitCode {
  const { findings } = examined;
  if (examined.state === 'checked' && !hasErrors(findings)) return examined;
  if (json) stdout.write(`${JSON.stringify({ workbook, findings, counts: countBySeverity(findings) }, null, 2)}\n`);
  else stderr.write(`${findingsText(findings, styleFor(stderr, color))}\n${undone(countsText(findings))}\n`);
  return examined.state === 'unreadable' ? exitCodes.unreadable : exitCodes.findings;
}
