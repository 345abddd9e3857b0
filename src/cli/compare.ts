/** yusuan compare: what changed between two years, or between two versions of a workbook. */
import { extname } from 'node:path';
import type { Argv } from 'yargs';
import { type DocumentComparison, hasDifferences } from '../compare/compare.js';
import { compareFiles, type SideOpened } from '../compare/open.js';
import { countBySeverity, countsText } from '../diagnostics/counts.js';
import { CommandError, type ExitCode, exitCodes } from '../terminal/exit.js';
import { keepInput, readInput, refuseExisting, writeOutput } from '../terminal/files.js';
import { openAny } from '../terminal/published.js';
import { findingsText, styleFor } from '../terminal/report.js';
import { comparisonText } from './compareText.js';
import type { Context } from './context.js';

export const command = 'compare <before> <after>';
export const describe = '比较两年或两个版本：工作簿、公开文档、公开数据都可以';

/** Positionals and options, in Chinese. */
export const builder = (args: Argv) =>
  args
    .positional('before', {
      type: 'string',
      demandOption: true,
      describe: '去年的，或改动之前的：工作簿、公开文档（.docx、.pdf、.html）或公开数据（.zip）',
    })
    .positional('after', { type: 'string', demandOption: true, describe: '今年的，或改动之后的' })
    .option('output', {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      describe: '把全部变化写成表格（.xlsx）或网页（.html）',
    })
    .option('all', { type: 'boolean', default: false, describe: '在终端列出全部变化（不写则每张表列变化最大的几行）' })
    .option('force', { type: 'boolean', default: false, describe: '文件已存在时覆盖' })
    .option('json', { type: 'boolean', default: false, describe: '以 JSON 输出，供程序读取' })
    .example('$0 compare 去年公开.docx 今年.xlsx', '按表、按科目列出变化，并核对今年填的上年数')
    .example('$0 compare 初稿.xlsx 定稿.xlsx -o 改动.html', '两个版本改了什么');

export interface CompareOptions {
  readonly before: string;
  readonly after: string;
  readonly output?: string | undefined;
  readonly all: boolean;
  readonly force: boolean;
  readonly json: boolean;
  readonly color: boolean;
}

/** The list to stdout, refusals to stderr. Throws CommandError where nothing can be done. */
export async function run(options: CompareOptions, context: Context): Promise<ExitCode> {
  const { before, after, output, force } = options;
  const files = [readInput(before), readInput(after)] as const;
  const write = output === undefined ? undefined : writerOf(output);
  if (output !== undefined) {
    for (const input of [before, after]) keepInput(input, output);
    if (!force) refuseExisting([output]);
  }
  const compared = await compareFiles(files[0], files[1], context.editions, openAny);
  if (!compared.ok) return refuse(compared.refused, options, context);
  const { comparison } = compared;
  if (output !== undefined && write !== undefined) writeOutput(output, await write(comparison), force);
  const { stdout, stderr } = context;
  if (options.json) stdout.write(`${JSON.stringify(comparison, withoutSizes, 2)}\n`);
  else stdout.write(comparisonText(comparison, { width: styleFor(stdout, false).width, all: options.all }));
  if (output !== undefined) stderr.write(`已生成：${output}\n`);
  return hasDifferences(comparison) ? exitCodes.findings : exitCodes.fine;
}

/** By which rows are ordered; their amounts say it. */
const withoutSizes = (key: string, value: unknown): unknown => (key === 'size' ? undefined : value);

type Writer = (comparison: DocumentComparison) => Uint8Array | Promise<Uint8Array>;

/** Each is loaded when it is asked for. Throws CommandError (2) for another ending. */
function writerOf(output: string): Writer {
  const writers: Readonly<Record<string, Writer>> = {
    '.xlsx': async (comparison) => (await import('../compare/sheet.js')).comparisonWorkbook(comparison),
    '.html': async (comparison) => Buffer.from((await import('../compare/page.js')).comparisonPage(comparison)),
  };
  const writer = writers[extname(output).toLowerCase()];
  if (writer) return writer;
  throw new CommandError(`“${output}”请以 .xlsx（表格）或 .html（网页）结尾。`, exitCodes.usage);
}

type Refused = Exclude<SideOpened, { ok: true }>;

/** A workbook with errors has no figures that could be relied on: 1; what cannot be read: 3. */
function refuse(
  refused: readonly Refused[],
  { json, color }: CompareOptions,
  { stdout, stderr }: Pick<Context, 'stdout' | 'stderr'>,
): ExitCode {
  if (refused.length === 0)
    throw new CommandError('两份没有共同的表和数，没有比较。请看是不是选错了文件。', exitCodes.unreadable);
  const unread = refused.filter(({ findings }) => findings.length === 0);
  if (unread.length > 0) throw new CommandError(unread.map(({ message }) => message).join('\n'), exitCodes.unreadable);
  if (json) {
    const listed = refused.map(({ file, findings }) => ({ file, findings, counts: countBySeverity(findings) }));
    stdout.write(`${JSON.stringify({ refused: listed }, null, 2)}\n`);
    return exitCodes.findings;
  }
  for (const { file, findings } of refused) {
    stderr.write(`${findingsText(findings, styleFor(stderr, color))}\n`);
    stderr.write(`“${file}”有${countsText(findings)}，改正错误后才能比较。\n`);
  }
  return exitCodes.findings;
}
