/** Reading and writing files for the commands: whole or not at all, and never over an existing file unasked. */
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { WorkbookFile } from '../index.js';
import { CommandError, exitCodes } from './exit.js';

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** Larger files are refused before they are loaded (FACT limits-1). */
const largestFile = 20 * 1024 * 1024;

/** Windows hides the ending of a name, so that it is left out when the name is typed. */
function notFound(path: string): string {
  const meant = ['.xlsx', '.docx'].find((ending) => existsSync(`${path}${ending}`));
  if (meant === undefined) return `没有找到文件“${path}”。请核对文件名和所在文件夹。`;
  return `没有找到文件“${path}”，是不是“${path}${meant}”？文件名要连同 ${meant} 一起写。`;
}

/**
 * `ofFolder`: what to do instead of naming a folder. Throws CommandError (3) when the file is not there or cannot be
 * read.
 */
export function readInput(path: string, ofFolder = '请指定其中的一个文件'): WorkbookFile {
  const refuse = (message: string) => new CommandError(message, exitCodes.unreadable);
  if (!existsSync(path)) throw refuse(notFound(path));
  const status = statSync(path);
  if (status.isDirectory()) throw refuse(`“${path}”是文件夹，${ofFolder}。`);
  // a pipe or a device: reading it could wait for ever
  if (!status.isFile()) throw refuse(`“${path}”不是普通文件，请另外指定。`);
  if (status.size > largestFile) throw refuse(`“${path}”超过 20 MB，不像是预算公开工作簿。请核对文件。`);
  try {
    return { name: basename(path), bytes: readFileSync(path) };
  } catch (error) {
    const locked = ['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error));
    throw refuse(
      locked
        ? `“${path}”打不开，可能正被 Excel 或 WPS 占用，请关闭后再试。`
        : `“${path}”读不出来（${codeOf(error)}）。`,
    );
  }
}

/**
 * Throws CommandError (4) when the output would replace what is read, a workbook or a document, which --force must not
 * do.
 */
export function keepInput(input: string, output: string): void {
  if (!existsSync(output) || realpathSync(output) !== realpathSync(input)) return;
  throw new CommandError(`“${output}”就是要读的文件自己，没有覆盖。请换一个文件名。`, exitCodes.cannotWrite);
}

function discard(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // it was never written: the name itself may be what the system refuses
  }
}

const isFolder = (path: string) => new CommandError(`“${path}”是文件夹，请指定文件名。`, exitCodes.cannotWrite);

const existing = (path: string) =>
  new CommandError(`“${path}”已存在，没有覆盖。要覆盖请加 --force，或换一个文件名。`, exitCodes.cannotWrite);

/** Before the first of several files is written: none of them may be there. Throws CommandError (4). */
export function refuseExisting(paths: readonly string[]): void {
  const found = paths.find((path) => existsSync(path));
  if (found !== undefined) throw statSync(found).isDirectory() ? isFolder(found) : existing(found);
}

const inUse = '可能正被 Word、Excel 或 WPS 打开，或没有写入权限，请关闭后再试';
const full = '磁盘已满或超出配额，请清理出空间后再试';
/**
 * What the system says when it will not write, in the words of an office; any other code is told as it is, for who
 * looks after the machine.
 */
const writeProblems: Readonly<Record<string, string>> = {
  EBUSY: inUse,
  EPERM: inUse,
  EACCES: inUse,
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: '文件太大，这个磁盘放不下，请换一个位置',
  EROFS: '所在的磁盘只能读，请换一个位置',
  ENAMETOOLONG: '文件名或路径太长，请改短后再试',
  EIO: '磁盘读写出错，请检查磁盘或网络盘，或换一个位置',
};

/** `code`: the system's name of the error. */
export const whyNotWritten = (code: string): string =>
  Object.hasOwn(writeProblems, code)
    ? (writeProblems[code] ?? '')
    : `系统不让写（${code}），请换一个位置，或请维护电脑的人看一看`;

/** Writes beside the target, then renames: a reader never sees half a file. Throws CommandError (4). */
export function writeOutput(path: string, bytes: Uint8Array, force: boolean): void {
  const refuse = (message: string) => new CommandError(message, exitCodes.cannotWrite);
  const target = resolve(path);
  if (!existsSync(dirname(target))) throw refuse(`文件夹“${dirname(target)}”不存在，请先建立。`);
  if (existsSync(target) && statSync(target).isDirectory()) throw isFolder(path);
  if (existsSync(target) && !force) throw existing(path);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, bytes, { flag: 'wx' });
    renameSync(temporary, target);
  } catch (error) {
    discard(temporary);
    throw refuse(`“${path}”写不进去：${whyNotWritten(codeOf(error))}。`);
  }
}

/** An output by another name than what is written could not be opened. Throws CommandError (2). */
export function needExtension(path: string, extension: '.docx' | '.xlsx', hint = ''): void {
  if (path.toLowerCase().endsWith(extension)) return;
  if (existsSync(path) && statSync(path).isDirectory()) throw isFolder(path);
  throw new CommandError(`生成的是 ${extension} 文件，文件名“${path}”请以 ${extension} 结尾。${hint}`, exitCodes.usage);
}

/** The command as this user typed it: from the tool's own folder it is run by npx. */
export const commandName = (): string => (process.env.npm_command === 'exec' ? 'npx yusuan' : 'yusuan');
