/** What `audit --data` writes: the figures of a published document as a package of CSV files. */
import { existsSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { dataOfPublished } from '../audit/data/index.js';
import { misreadReason } from '../import/refusal.js';
import type { PublishedDocument } from '../published/document.js';
import type { Match } from '../published/match/index.js';
import { CommandError, exitCodes } from '../terminal/exit.js';
import { keepInput, writeOutput } from '../terminal/files.js';
import { writeDataPackage } from '../writers/data/index.js';

interface Options {
  readonly published: string;
  /** A folder, or the name of a .zip file. */
  readonly data: string;
  readonly force: boolean;
}

/** Returns where it was written. Throws CommandError (2, 3, 4), and writes nothing that would be read wrongly. */
export function writeData(document: PublishedDocument, match: Match, { published, data, force }: Options): string {
  const reason = misreadReason(match, document);
  if (reason !== undefined)
    throw new CommandError(`“${basename(published)}”${reason}没有写数据。`, exitCodes.unreadable);
  const path = pathOf(published, data);
  keepInput(published, path);
  writeOutput(path, writeDataPackage(dataOfPublished(document, match)), force);
  return path;
}

function pathOf(published: string, data: string): string {
  if (existsSync(data) && statSync(data).isDirectory())
    return join(data, `${basename(published, extname(published))}（数据）.zip`);
  if (data.toLowerCase().endsWith('.zip')) return data;
  throw new CommandError(`没有文件夹“${data}”。请先建立文件夹，或写明以 .zip 结尾的文件名。`, exitCodes.usage);
}
