/** What a newcomer types wrongly, and what is said to it: the way out must be one that there is. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import * as audit from '../../src/cli/audit.js';
import * as check from '../../src/cli/check.js';
import * as newBook from '../../src/cli/new.js';
import * as render from '../../src/cli/render.js';
import { sampleBytes } from '../support/samples.js';
import { openTerminal, type Terminal } from '../support/terminal.js';

let terminal: Terminal;
const path = (name: string) => join(terminal.folder, name);
const common = { force: false, json: false, color: false };
beforeEach(() => {
  terminal = openTerminal();
  writeFileSync(path('书.xlsx'), sampleBytes('2026-unit'));
});
afterEach(() => terminal.close());

describe('files', () => {
  test('an output that is there: no option is named that the command does not have', async () => {
    const made = newBook.run({ ...common, file: path('书.xlsx'), kind: '单位' }, terminal.context);
    await expect(made).rejects.toThrow('已存在，没有覆盖。要覆盖请加 --force，或换一个文件名。');
  });

  test('a document is not called a workbook', async () => {
    await render.run({ ...common, workbook: path('书.xlsx'), output: path('公开.docx') }, terminal.context);
    const over = { ...common, published: path('公开.docx'), notes: false, annotate: path('公开.docx'), force: true };
    expect(() => audit.run(over, terminal.context)).toThrow('”就是要读的文件自己，没有覆盖。请换一个文件名。');
  });

  test('a name without its ending, which Windows hides', async () => {
    copyFileSync(path('书.xlsx'), path('a.xlsx'));
    const checked = (name: string) => check.run({ ...common, workbook: path(name), annotate: false }, terminal.context);
    await expect(checked('a')).rejects.toThrow(`是不是“${path('a.xlsx')}”？文件名要连同 .xlsx 一起写。`);
    await expect(checked('b')).rejects.toThrow('请核对文件名和所在文件夹。');
  });
});
