/** yusuan check: everything that is wrong or doubtful in a workbook, in one go. */
import type { Argv } from 'yargs';
import { hasErrors } from '../diagnostics/finding.js';
import { examine } from '../index.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodes } from './exit.js';
import { readInput } from './files.js';
import { countBySeverity, countsText, findingsText, styleFor } from './report.js';

export const command = 'check <workbook>';
export const describe = '检查工作簿，一次列出全部问题';

export const builder = (args: Argv) =>
  args
    .positional('workbook', { type: 'string', demandOption: true, describe: '填好的工作簿（.xlsx）' })
    .option('json', { type: 'boolean', default: false, describe: '以 JSON 输出，供程序读取' })
    .example('$0 check 2026年预算.xlsx', '检查一份工作簿');

export interface CheckOptions {
  readonly workbook: string;
  readonly json: boolean;
  readonly color: boolean;
}

/** Findings are this command's result, so they go to stdout. */
export function run({ workbook, json, color }: CheckOptions, { stdout, editions }: Context): ExitCode {
  const examined = examine(readInput(workbook), editions);
  const { findings } = examined;
  const waiting = examined.state === 'checked' ? examined.waiting : [];
  if (json)
    stdout.write(`${JSON.stringify({ workbook, findings, counts: countBySeverity(findings), waiting }, null, 2)}\n`);
  else stdout.write(`${checkText(workbook, examined, waiting, styleFor(stdout, color))}\n`);
  if (examined.state === 'unreadable') return exitCodes.unreadable;
  return hasErrors(findings) ? exitCodes.findings : exitCodes.fine;
}

function checkText(
  workbook: string,
  { findings, state }: Pick<ReturnType<typeof examine>, 'findings' | 'state'>,
  waiting: readonly string[],
  style: Parameters<typeof findingsText>[1],
): string {
  const parts = findings.length > 0 ? [findingsText(findings, style)] : [];
  if (state === 'unreadable') return parts.join('\n').trimEnd();
  parts.push(`检查完毕：${workbook}`, `  ${countsText(findings)}`);
  if (waiting.length > 0) parts.push(`  另有 ${waiting.length} 项核对要等以上错误改正后进行：${waiting.join('、')}`);
  parts.push(hasErrors(findings) ? '  有错误，改正后才能生成文档。' : '  没有错误，可以生成文档：yusuan render');
  return parts.join('\n');
}
