/** An office's own list of codes, for the commands that take one. */
import { officeCodes, withOfficeCodes } from '../import/officeCodes.js';
import type { Edition } from '../index.js';
import { CommandError, exitCodes } from '../terminal/exit.js';
import { readInput } from '../terminal/files.js';
import { readWorkbook } from '../workbook/read/index.js';

/** The edition that knows the codes of the file besides its own. Throws CommandError (3). */
export function withCodes(edition: Edition, path: string | undefined): Edition {
  if (path === undefined) return edition;
  const file = readInput(path);
  const read = readWorkbook(file.bytes, file.name);
  const refuse = (message: string) => new CommandError(message, exitCodes.unreadable);
  if (!read.ok) throw refuse(read.findings.map(({ message }) => message).join('\n'));
  const codes = officeCodes(read.workbook);
  if (codes === undefined) {
    throw refuse(`“${file.name}”里没有找到科目：应有一个工作表，前十行内有“科目编码”和“科目名称”两列。`);
  }
  return withOfficeCodes(edition, codes);
}
