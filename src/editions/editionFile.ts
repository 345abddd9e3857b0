/** `edition.json`: what a form is beside its templates. Every member may be left to the folder that it extends. */

import { FormMistake, type TemplatePlace } from '../document/mistake.js';
import { textOfFile } from '../platform/files.js';
import { nearest } from '../vocabulary/names.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import type { Columns } from '../workbook/layout/types.js';

/** A mistake in an edition folder other than in a template: told in Chinese with the file named. */
export class EditionError extends FormMistake {}

export interface EditionFile {
  readonly year?: number;
  /** The folder (beside the year's own) whose templates and members stand in for what this one does not have. */
  readonly extends?: string;
  /** Sheets of the layout that the form does without. */
  readonly withoutSheets?: readonly SheetKey[];
  /** Columns that it does without, by key. */
  readonly withoutColumns?: Partial<Record<SheetKey, readonly string[]>>;
  /** 支出功能分类 类, in the order of table 1. */
  readonly classes?: readonly string[];
  /** Wording that differs between forms, `{{words.x}}` in templates. */
  readonly words?: Readonly<Record<string, string>>;
  /** Layout that differs between forms, `{{#if switches.x}}`. */
  readonly switches?: Readonly<Record<string, boolean>>;
}

/** UTF-8 text with line ends as `\n`. Throws EditionError with `file` as its name. */
export function readText(path: string, file: string): string {
  try {
    return textOfFile(path)
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n');
  } catch {
    throw new EditionError('读不到这个文件。', { file });
  }
}

/** Throws EditionError. `file` is the name for messages. */
export function parseEditionFile(source: string, file: string): EditionFile {
  const data = parseJson(source, file);
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new EditionError('应为一组 {"名称": 内容}。', { file, line: 1 });
  const members: Readonly<Record<string, unknown>> = { ...data };
  const refuse = (name: string, problem: string) => new EditionError(problem, placeOfWord(source, file, name));
  for (const [name, value] of Object.entries(members)) {
    const check = memberChecks[name as keyof EditionFile];
    if (!Object.hasOwn(memberChecks, name)) {
      const like = nearest(name, Object.keys(memberChecks));
      throw refuse(name, `没有名为“${name}”的项${like === undefined ? '' : `，最接近的是“${like}”`}。`);
    }
    const problem = check(value);
    if (problem) throw refuse(problem.word ?? name, `“${name}”${problem.problem}`);
  }
  return members as EditionFile;
}

/** The line on which a word stands in quotes, the first time. */
export function placeOfWord(source: string, file: string, word: string): TemplatePlace {
  const offset = source.indexOf(JSON.stringify(word));
  return { file, line: source.slice(0, Math.max(0, offset)).split('\n').length };
}

function parseJson(source: string, file: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    const message = (error as Error).message;
    const position = /position (\d+)/.exec(message)?.[1];
    const line = source.slice(0, position === undefined ? source.length : Number(position)).split('\n').length;
    throw new EditionError('不是正确的 JSON，多半是缺少引号、逗号或括号。', { file, line });
  }
}

/** `word`: the one in the file that the problem is about; without it the member's name. */
type Problem = { readonly problem: string; readonly word?: string } | undefined;

const memberChecks: { readonly [K in keyof EditionFile]-?: (value: unknown) => Problem } = {
  year: (value) => (Number.isInteger(value) ? undefined : { problem: '应为年度，如 2026。' }),
  extends: (value) => (typeof value === 'string' ? undefined : { problem: '应为文件夹的名称。' }),
  withoutSheets: (value) => {
    if (!isTexts(value)) return { problem: '应为工作簿各表的名称。' };
    return unknownSheet(value) ?? neededSheet(value as SheetKey[]);
  },
  withoutColumns: (value) => {
    if (!isRecord(value) || !Object.values(value).every(isTexts)) return { problem: '应为 {"表": ["列", …]}。' };
    return unknownSheet(Object.keys(value)) ?? unknownColumn(value as Record<SheetKey, string[]>);
  },
  classes: (value) =>
    isTexts(value) &&
    value.length > 0 &&
    value.every((code) => /^\d{3}$/.test(code)) &&
    new Set(value).size === value.length
      ? undefined
      : { problem: '应为支出功能分类各类的 3 位编码，各不相同，如 ["201", "202"]。' },
  words: (value) =>
    isRecord(value) && Object.values(value).every((word) => typeof word === 'string')
      ? undefined
      : { problem: '应为 {"名称": "用语"}。' },
  switches: (value) =>
    isRecord(value) && Object.values(value).every((on) => typeof on === 'boolean')
      ? undefined
      : { problem: '应为 {"名称": true 或 false}。' },
};

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function unknownSheet(names: readonly string[]): Problem {
  const word = names.find((name) => !Object.hasOwn(layout, name));
  return word === undefined ? undefined : { problem: `中的“${word}”不是工作簿的表。`, word };
}

/** Sheets without which no form can be made; the others may be empty, or are printed by some forms only. */
function neededSheet(names: readonly SheetKey[]): Problem {
  const word = names.find((name) => !layout[name].mayBeEmpty && name !== 'headcount');
  return word === undefined ? undefined : { problem: `中的“${layout[word].name}”每个表样都要用，不能去掉。`, word };
}

function unknownColumn(value: Readonly<Record<string, readonly string[]>>): Problem {
  for (const [sheet, names] of Object.entries(value)) {
    const columns: Columns = layout[sheet as SheetKey].columns;
    const needed = names.find((name) => columns[name]?.required);
    if (needed !== undefined) return { problem: `中的“${needed}”是必填的列，不能去掉。`, word: needed };
    const word = names.find((name) => !Object.hasOwn(columns, name));
    if (word !== undefined) return { problem: `中的“${word}”不是表“${sheet}”的列。`, word };
  }
  return undefined;
}
