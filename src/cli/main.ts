/** The command line: which commands there are, and how every run ends with one of the documented exit codes. */
import yargs from 'yargs';
import { FormMistake } from '../document/mistake.js';
import { editionsWith, packagedEditions } from '../editions/packaged.js';
import { packageVersion } from '../platform/package.js';
import { CommandError, type ExitCode, exitCodes } from '../terminal/exit.js';
import { commandName } from '../terminal/files.js';
import type { Context } from './context.js';
import {
  filesAsPaths,
  firstWord,
  type KnownOptions,
  refuseOtherDashes,
  refuseUnknownCommand,
  refuseUnknownOption,
} from './typed.js';
import { words as texts } from './words.js';

const exitCodeHelp = `退出码：0 正常；1 工作簿有错误或核对有差异；2 命令写法不对；3 文件读不了；4 写不进去；5 本工具自身出错。`;

/** In the order of the help. Each is loaded when it is called for: a command needs little of what the others do. */
const commands = {
  new: () => import('./new.js'),
  check: () => import('./check.js'),
  render: () => import('./render.js'),
  rollover: () => import('./rollover.js'),
  merge: () => import('./merge.js'),
  import: () => import('./import.js'),
  figures: () => import('./figures.js'),
  verify: () => import('./verify.js'),
  audit: () => import('./audit.js'),
  compare: () => import('./compare.js'),
  editions: () => import('./editions.js'),
} as const;

/** The command that is called; undefined for the help and for a name that may be a slip, which want all of them. */
const calledBy = (args: readonly string[]) => {
  const name = firstWord(args) ?? '';
  return Object.hasOwn(commands, name) && !args.includes('--help') ? (name as keyof typeof commands) : undefined;
};

/**
 * What yargs is to read. It lays out the help of every command that it runs by name, which takes a tenth of the time of
 * a small document, but not that of a program's only command: so the command that is called stands as that one, and its
 * name is left out.
 */
async function commandLine(args: readonly string[]) {
  const name = calledBy(args);
  if (name === undefined) {
    const all = await Promise.all(Object.values(commands).map((load) => load()));
    return { words: [...args], missing: 1, modules: all.map((module) => ({ ...module })) };
  }
  const { command, ...module } = await commands[name]();
  const at = args.indexOf(name);
  const alone = { ...module, command: command.replace(name, '$0') };
  return { words: [...args.slice(0, at), ...args.slice(at + 1)], missing: 0, modules: [alone] };
}

/** Every command takes its options as yargs read them, by the builder that stands beside it. */
type Run = (options: never, context: Context) => ExitCode | Promise<ExitCode>;

/** Runs one command line and returns its exit code. Never throws. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  const { stdout, stderr } = process;
  let exitCode: ExitCode = exitCodes.fine;
  try {
    refuseOtherDashes(args);
    refuseUnknownCommand(args, Object.keys(commands));
  } catch (error) {
    return report(error, stderr, false);
  }
  const { words, missing, modules } = await commandLine(args);
  const parser = yargs(filesAsPaths(words))
    .scriptName(commandName())
    .locale('zh_CN')
    .usage('$0 <命令>\n\n由一份 Excel 工作簿编制部门（单位）预算公开文档。');
  for (const { command, describe, builder, run } of modules) {
    const checked = (own: Parameters<typeof builder>[0]) => {
      const built = builder(own);
      refuseUnknownOption(args, knownOptions(built));
      return built;
    };
    parser.command(command, describe, checked, async (options) => {
      refuseTwice(options);
      const context: Context = { stdout, stderr, editions: editionsFor(options.templates) };
      exitCode = await (run as Run)({ color: true, ...options } as never, context);
    });
  }
  parser
    .option('color', { type: 'boolean', default: true, describe: '在终端中用颜色区分错误和警告（--no-color 关闭）' })
    .option('templates', {
      type: 'string',
      requiresArg: true,
      describe: '用自备的表样文件夹（写法见 docs/editions.md）',
    })
    .demandCommand(
      missing,
      `请写明命令，如 ${commandName()} check 工作簿.xlsx；用 ${commandName()} --help 看全部命令。`,
    )
    .strict()
    .updateStrings(texts)
    .version(packageVersion())
    .epilogue(exitCodeHelp)
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .exitProcess(false)
    .fail((message, error) => {
      // yargs' own complaints are about what was typed; all others are passed on
      throw error === undefined || error?.name === 'YError' ? new CommandError(message, exitCodes.usage) : error;
    });
  try {
    await parser.parseAsync();
    return exitCode;
  } catch (error) {
    return report(
      error,
      stderr,
      args.some((arg) => arg.startsWith('--templates')),
    );
  }
}

/** Its types do not have it. */
const knownOptions = (parser: object): KnownOptions => (parser as { getOptions(): KnownOptions }).getOptions();

/** What may be given several times: the files of a command, and `_`, where yargs keeps its words. */
const lists: readonly string[] = ['_', 'workbooks', 'documents', 'more'];

/** Two values for one thing: which of them counts would be a guess. Throws CommandError (2). */
function refuseTwice(options: Readonly<Record<string, unknown>>): void {
  const twice = Object.keys(options).filter((name) => Array.isArray(options[name]) && !lists.includes(name));
  const name = twice.find((other) => other.length > 1 && !/[A-Z]/.test(other)) ?? twice[0];
  if (name !== undefined) throw new CommandError(`选项 --${name} 写了两次，请只写一次。`, exitCodes.usage);
}

const editionsFor = (folder: unknown) => (typeof folder === 'string' ? editionsWith(folder) : packagedEditions);

/** `ownTemplates`: a mistake in a form is then the office's own to mend, not ours. */
function report(error: unknown, stderr: NodeJS.WriteStream, ownTemplates: boolean): ExitCode {
  if (error instanceof CommandError) {
    stderr.write(`${error.message}\n`);
    if (error.exitCode === exitCodes.usage && !error.message.includes('--help'))
      stderr.write(`用 ${commandName()} --help 看命令的写法。\n`);
    return error.exitCode;
  }
  if (error instanceof FormMistake) {
    stderr.write(`表样有误：${error.message}\n`);
    return ownTemplates ? exitCodes.unreadable : exitCodes.fault;
  }
  stderr.write(`本工具出错了，不是您的操作问题：${error instanceof Error ? error.message : String(error)}\n`);
  stderr.write('请把工作簿和这条信息发给工具维护人员。\n');
  if (process.env.YUSUAN_DEBUG) stderr.write(`${error instanceof Error ? error.stack : ''}\n`);
  return exitCodes.fault;
}
