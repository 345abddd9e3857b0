/** What was typed, looked at before yargs does: its own messages say neither what is wrong nor what was meant. */

import { CommandError, exitCodes } from '../terminal/exit.js';
import { commandName } from '../terminal/files.js';
import { nearest } from '../vocabulary/names.js';

const mistake = (message: string) => new CommandError(message, exitCodes.usage);

/** The first word that is not an option, nor the folder of --templates, which may stand before the command. */
export const firstWord = (args: readonly string[]): string | undefined =>
  args.find((arg, at) => !arg.startsWith('-') && args[at - 1] !== '--templates');

/** Throws CommandError (2) when the first word is no command. */
export function refuseUnknownCommand(args: readonly string[], commands: readonly string[]): void {
  const word = firstWord(args);
  if (word === undefined || args.some((arg) => commands.includes(arg))) return;
  const name = commandName();
  if (/\.xlsx$/i.test(word)) throw mistake(`请先写命令，如 ${name} check ${word}。`);
  if (/\.docx$/i.test(word)) throw mistake(`请先写命令，如 ${name} audit ${word}。`);
  const meant = nearest(word, commands);
  if (meant !== undefined) throw mistake(`没有命令“${word}”，是不是 ${meant}？`);
  throw mistake(`没有命令“${word}”。检查是 check，生成文档是 render；用 ${name} --help 看全部命令。`);
}

/** After `--` all are file names. */
const beforeEnd = (args: readonly string[]): readonly string[] =>
  args.includes('--') ? args.slice(0, args.indexOf('--')) : args;

/**
 * What yargs is given: it loses the files after `--`, so they stand without it, none of them like an option
 * (`./-x.xlsx`).
 */
export function filesAsPaths(args: readonly string[]): string[] {
  const before = beforeEnd(args);
  return [...before, ...args.slice(before.length + 1).map((file) => (file.startsWith('-') ? `./${file}` : file))];
}

/** Word and input methods make one long or full-width dash of two hyphens. */
const otherDashes = /^[-‐‑‒–—―−－]*[‐‑‒–—―−－]+[-‐‑‒–—―−－]*([a-z][a-z-]*)(=.*)?$/i;
const oneHyphen = /^-([a-z][a-z-]+)(=.*)?$/i;

/** Throws CommandError (2) for what was meant as an option and would be read as a file name or as single letters. */
export function refuseOtherDashes(args: readonly string[]): void {
  for (const arg of beforeEnd(args)) {
    const name = (otherDashes.exec(arg) ?? oneHyphen.exec(arg))?.[1];
    if (name === undefined) continue;
    throw mistake(
      name.length === 1
        ? `“${arg}”前面应是一个英文减号：-${name}。`
        : `“${arg}”前面应是两个英文减号：--${name.toLowerCase()}。`,
    );
  }
}

/** What yargs knows of a command's options. */
export interface KnownOptions {
  readonly key: Readonly<Record<string, unknown>>;
  readonly alias: Readonly<Record<string, readonly string[]>>;
  readonly boolean: readonly string[];
}

/** Throws CommandError (2) for an option that the command does not have, with the one that may be meant. */
export function refuseUnknownOption(args: readonly string[], { key, alias, boolean }: KnownOptions): void {
  const long = Object.keys(key);
  const all = new Set([...long, ...Object.values(alias).flat(), ...boolean.map((name) => `no-${name}`)]);
  for (const arg of beforeEnd(args)) {
    const [, dashes, typed] = /^(--?)([a-z][\w-]*)/i.exec(arg) ?? [];
    if (typed === undefined) continue;
    if (dashes === '-' && !all.has(typed.charAt(0))) throw mistake(`没有选项 -${typed.charAt(0)}。`);
    if (dashes === '-') continue;
    if (all.has(typed) || all.has(typed.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))) continue;
    const meant = nearest(
      typed,
      long.filter((name) => name.length > 1),
    );
    throw mistake(meant === undefined ? `没有选项 --${typed}。` : `没有选项 --${typed}，是不是 --${meant}？`);
  }
}
