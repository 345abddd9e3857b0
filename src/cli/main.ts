/** The command line: which commands there are, and how every run ends with one of the documented exit codes. */
import yargs from 'yargs';
import { TemplateError } from '../document/checkTemplates.js';
import { EditionError } from '../document/edition.js';
import { MarkupError } from '../document/element.js';
import * as check from './check.js';
import type { Context } from './context.js';
import { packagedEditions, packageVersion } from './editions.js';
import { CommandError, type ExitCode, exitCodes } from './exit.js';
import * as figures from './figures.js';
import * as merge from './merge.js';
import * as blank from './new.js';
import * as render from './render.js';
import * as rollover from './rollover.js';

const exitCodeHelp = `退出码：0 正常；1 工作簿有错误；2 命令写法不对；3 文件读不了；4 写不进去；5 本工具自身出错。`;

/** yargs' own zh_CN texts for these keep English words. Its types know no plural forms. */
const ownWords = {
  'Not enough non-option arguments: got %s, need at least %s': {
    one: '缺少文件名（写了 %s 个，至少要 %s 个）。',
    other: '缺少文件名（写了 %s 个，至少要 %s 个）。',
  },
  'Unknown argument: %s': { one: '不认识“%s”。', other: '不认识“%s”。' },
  'Unknown arguments: %s': { one: '不认识“%s”。', other: '不认识“%s”。' },
  'Unknown command: %s': { one: '没有命令“%s”。', other: '没有命令“%s”。' },
  'Did you mean %s?': '是不是 %s？',
} as unknown as Record<string, string>;

/** Runs one command line and returns its exit code. Never throws. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  const context: Context = { stdout: process.stdout, stderr: process.stderr, editions: packagedEditions };
  let exitCode: ExitCode = exitCodes.fine;
  const runs = (result: ExitCode | Promise<ExitCode>) =>
    Promise.resolve(result).then((code) => {
      exitCode = code;
    });
  const parser = yargs([...args])
    .scriptName('yusuan')
    .locale('zh_CN')
    .usage('$0 <命令>\n\n由一份 Excel 工作簿编制部门（单位）预算公开文档。')
    .command(blank.command, blank.describe, blank.builder, (options) => runs(blank.run(options, context)))
    .command(check.command, check.describe, check.builder, (options) =>
      runs(check.run({ color: true, ...options }, context)),
    )
    .command(render.command, render.describe, render.builder, (options) =>
      runs(render.run({ color: true, ...options }, context)),
    )
    .command(merge.command, merge.describe, merge.builder, (options) =>
      runs(merge.run({ color: true, ...options }, context)),
    )
    .command(rollover.command, rollover.describe, rollover.builder, (options) =>
      runs(rollover.run({ color: true, ...options }, context)),
    )
    .command(figures.command, figures.describe, figures.builder, (options) =>
      runs(figures.run({ color: true, ...options }, context)),
    )
    .option('color', { type: 'boolean', default: true, describe: '在终端中用颜色区分错误和警告（--no-color 关闭）' })
    .demandCommand(1, '请写明命令，如 yusuan check 工作簿.xlsx；用 yusuan --help 看全部命令。')
    .strict()
    .recommendCommands()
    .updateStrings(ownWords)
    .version(packageVersion())
    .epilogue(exitCodeHelp)
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new CommandError(message, exitCodes.usage);
    });
  try {
    await parser.parseAsync();
    return exitCode;
  } catch (error) {
    return report(error, context);
  }
}

function report(error: unknown, { stderr }: Context): ExitCode {
  if (error instanceof CommandError) {
    stderr.write(`${error.message}\n`);
    if (error.exitCode === exitCodes.usage) stderr.write('用 yusuan --help 看命令的写法。\n');
    return error.exitCode;
  }
  if (error instanceof EditionError || error instanceof TemplateError || error instanceof MarkupError) {
    stderr.write(`表样有误：${error.message}\n`);
    return exitCodes.fault;
  }
  stderr.write(`本工具出错了，不是您的操作问题：${error instanceof Error ? error.message : String(error)}\n`);
  stderr.write('请把工作簿和这条信息发给工具维护人员。\n');
  if (process.env.YUSUAN_DEBUG) stderr.write(`${error instanceof Error ? error.stack : ''}\n`);
  return exitCodes.fault;
}
