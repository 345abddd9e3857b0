/**
 * The folders of editions, as they are read. Where there are no folders, editions are data and nothing here is called.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';

/** Whether a file or a folder has this path. */
export const isThere = (path: string): boolean => existsSync(path);

/** UTF-8 as it stands in the file. Throws when it cannot be read. */
export const textOfFile = (path: string): string => readFileSync(path, 'utf8');

/** Names of the folders in a folder, in the order of the system. */
export const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

/** Paths of all files below a folder, from it on and with slashes, sorted. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .sort();

/** One path of its parts. */
export const joined = (...parts: readonly string[]): string => join(...parts);

/** The last name of a path, also of `.`. */
export const lastName = (path: string): string => basename(resolve(path));

/** Whether two paths lead to the same place; links are not followed. */
export const isSamePath = (one: string, other: string): boolean => resolve(one) === resolve(other);
