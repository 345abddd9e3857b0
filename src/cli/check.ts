/** yusuan check: everything that is wrong or doubtful in a workbook, in one go. */
import { basename, dirname, join } from 'node:path';
import type { Argv } from 'yargs';
import { countBySeverity, countsText, waitingText } from '../diagnostics/counts.js';
import { hasErrors } from '../diagnostics/finding.js';
import { type examine, examineRead } from '../index.js';
import { CommandError, type ExitCode, exitCodes } from '../terminal/exit.js';
import { commandName, keepInput, needExtension, readInput, writeOutput } from '../terminal/files.js';
import { findingsText, styleFor } from '../terminal/report.js';
import { wrapped } from '../terminal/wrap.js';
import { readWorkbook } from '../workbook/read/index.js';
import type { Context } from './context.js';

export const command = 'check <workbook>';
export const describe = '检查工作簿，一次列出能查出的全部问题';

/** Positionals and options, in Chinese. */
export const builder = (args: Argv) =>
  args
    .positional('workbook', { type: 'string', demandOption: true, describe: '填好的工作簿（.xlsx）' })
    .option('annotate', {
      type: 'boolean',
      default: false,
      describe: '另存一份副本，问题所在单元格着色并加批注，首页列出全部问题',
    })
    .option('output', {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      describe: '副本的文件名；不写则为“原名-检查结果.xlsx”',
    })
    .option('force', { type: 'boolean', default: false, describe: '副本已存在时覆盖' })
    .option('json', { type: 'boolean', default: false, describe: '以 JSON 输出，供程序读取' })
    .example('$0 check 2026年预算.xlsx', '检查一份工作簿')
    .example('$0 check 2026年预算.xlsx --annotate', '并把问题标在副本“2026年预算-检查结果.xlsx”上');

export interface CheckOptions {
  readonly workbook: string;
  readonly annotate: boolean;
  readonly output?: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
  readonly color: boolean;
}

/** Findings are this command's result, so they go to stdout. */
export async function run(options: CheckOptions, { stdout, stderr, editions }: Context): Promise<ExitCode> {
  const { workbook, json, color } = options;
  if (options.output !== undefined && !options.annotate)
    throw new CommandError('-o 是带批注副本的文件名，要和 --annotate 一起写。', exitCodes.usage);
  const file = readInput(workbook);
  const read = readWorkbook(file.bytes, file.name);
  const examined = examineRead(read, editions);
  const { findings } = examined;
  const waiting = examined.state === 'checked' ? examined.waiting : [];
  let copy: string | undefined;
  if (options.annotate && read.ok && examined.state === 'checked') {
    copy = options.output ?? join(dirname(workbook), `${basename(workbook).replace(/\.[^.]*$/, '')}-检查结果.xlsx`);
    const { annotate } = await import('../annotate/annotate.js');
    const bytes = await annotate({
      file: file.name,
      workbook: read.workbook,
      findings,
      edition: examined.edition,
    });
    needExtension(copy, '.xlsx');
    keepInput(workbook, copy);
    writeOutput(copy, bytes, options.force);
  }
  const annotated = copy === undefined ? {} : { annotated: copy };
  if (json) {
    const result = { workbook, ...annotated, findings, counts: countBySeverity(findings), waiting };
    stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  } else {
    stdout.write(`${checkText(workbook, examined, waiting, styleFor(stdout, color))}\n`);
    if (copy !== undefined) stdout.write(`  带批注的副本：${copy}\n`);
    else if (options.annotate) stderr.write('文件读不了，没有生成带批注的副本。\n');
  }
  if (examined.state === 'unreadable') return exitCodes.unreadable;
  return hasErrors(findings) ? exitCodes.findings : exitCodes.fine;
}

/** As it can be typed in a command line. */
const quoted = (path: string): string => (/\s/.test(path) ? `"${path}"` : path);

function checkText(
  workbook: string,
  { findings, state }: Pick<ReturnType<typeof examine>, 'findings' | 'state'>,
  waiting: readonly string[],
  style: Parameters<typeof findingsText>[1],
): string {
  const parts = findings.length > 0 ? [findingsText(findings, style)] : [];
  if (state === 'unreadable') return parts.join('\n').trimEnd();
  parts.push(`检查完毕：${workbook}`, `  ${countsText(findings)}`);
  if (waiting.length > 0) parts.push(...wrapped('  ', waitingText(waiting), 2, style.width));
  parts.push(
    hasErrors(findings)
      ? '  有错误，改正后才能生成文档。'
      : `  没有错误，可以生成文档：${commandName()} render ${quoted(workbook)}`,
  );
  return parts.join('\n');
}
