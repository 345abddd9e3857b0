/** An office's own list of codes, for the commands that take one. */
import type { OfficeCodes } from '../import/officeCodes.js';
import { codesIn } from '../intake/codes.js';
import { CommandError, exitCodes } from '../terminal/exit.js';
import { readInput } from '../terminal/files.js';

/** The codes of the file; undefined where none is given. Throws CommandError (3). */
export function codesOfFile(path: string | undefined): OfficeCodes | undefined {
  if (path === undefined) return undefined;
  const read = codesIn(readInput(path));
  if (!read.ok) throw new CommandError(read.sentence, exitCodes.unreadable);
  return read.codes;
}
