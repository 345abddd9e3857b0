/** The commands that make workbooks: new, check --annotate, rollover, merge. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import * as check from '../../src/cli/check.js';
import * as merge from '../../src/cli/merge.js';
import * as blank from '../../src/cli/new.js';
import * as rollover from '../../src/cli/rollover.js';
import { examine } from '../../src/index.js';
import { CommandError, exitCodes } from '../../src/terminal/exit.js';
import { type Content, writeWorkbook } from '../../src/workbook/write/index.js';
import { editions, sampleBytes, sampleSource } from '../support/samples.js';
import { splitByUnit } from '../support/split.js';
import { openTerminal, type Terminal } from '../support/terminal.js';

let terminal: Terminal;
beforeEach(() => {
  terminal = openTerminal();
});
afterEach(() => terminal.close());

const quiet = { force: false, json: false, color: false } as const;
const path = (name: string) => join(terminal.folder, name);
const read = (file: string) => examine({ name: basename(file), bytes: readFileSync(file) }, editions);

function put(name: string, bytes: Uint8Array): string {
  writeFileSync(path(name), bytes);
  return path(name);
}

async function putContent(name: string, content: Content): Promise<string> {
  const { sheets, withoutColumns, partNumbers } = editions.load(2026);
  return put(
    name,
    await writeWorkbook({
      year: 2026,
      kindLabel: '部门',
      sheets,
      withoutColumns,
      partNumbers: partNumbers(),
      content,
      spareRows: 1,
    }),
  );
}

/** The department sample with an amount that is no number. */
function damaged(): Content {
  const content = structuredClone(sampleSource('2026-department')) as Record<string, Record<string, string>[]>;
  Object.assign(content.项目支出?.[1] ?? {}, { '302商品和服务支出': '约12万' });
  return content;
}

describe('new', () => {
  test.each(editions.years.flatMap((year) => (['部门', '单位'] as const).map((kind) => [year, kind] as const)))(
    '%d %s: only blanks are missing',
    async (year, kind) => {
      expect(await blank.run({ ...quiet, file: path('空白.xlsx'), year, kind }, terminal.context)).toBe(exitCodes.fine);
      const result = read(path('空白.xlsx'));
      const codes = new Set(result.findings.map(({ code }) => code));
      for (const code of codes) expect(['C01', 'S08', 'T15', 'R07', 'N10', 'N02', 'N04']).toContain(code);
    },
  );
});

describe('check --annotate', () => {
  test('puts the copy beside the workbook, under its name', async () => {
    const workbook = await putContent('预算.xlsx', damaged());
    expect(await check.run({ ...quiet, workbook, annotate: true }, terminal.context)).toBe(exitCodes.findings);
    const copy = path('预算-检查结果.xlsx');
    expect(terminal.said().out).toContain(copy);
    expect(read(copy).findings).toEqual(read(workbook).findings);
  });

  test('does not overwrite a copy unasked', async () => {
    const workbook = put('预算.xlsx', sampleBytes('2026-unit'));
    await check.run({ ...quiet, workbook, annotate: true }, terminal.context);
    await expect(check.run({ ...quiet, workbook, annotate: true }, terminal.context)).rejects.toThrow(/--force/);
    expect(await check.run({ ...quiet, workbook, annotate: true, force: true }, terminal.context)).toBe(exitCodes.fine);
  });

  test('a file that cannot be read has no copy', async () => {
    const workbook = put('坏.xlsx', new Uint8Array([1, 2, 3]));
    expect(await check.run({ ...quiet, workbook, annotate: true }, terminal.context)).toBe(exitCodes.unreadable);
    expect(existsSync(path('坏-检查结果.xlsx'))).toBe(false);
  });

  test('-o without --annotate is a slip', async () => {
    const workbook = put('预算.xlsx', sampleBytes('2026-unit'));
    const run = check.run({ ...quiet, workbook, annotate: false, output: path('x.xlsx') }, terminal.context);
    await expect(run).rejects.toThrow(CommandError);
  });
});

describe('rollover', () => {
  test('names the projects to decide on, and says when there is no form for the year yet', async () => {
    const workbook = put('今年.xlsx', sampleBytes('2026-unit'));
    expect(await rollover.run({ ...quiet, workbook, output: path('明年.xlsx') }, terminal.context)).toBe(
      exitCodes.fine,
    );
    const { out } = terminal.said();
    expect(out).toContain('“小升规”专项奖补资金');
    expect(out).toContain('还没有2027年的表样');
    expect(existsSync(path('明年.xlsx'))).toBe(true);
  });

  test('a workbook with errors is not carried over', async () => {
    const workbook = await putContent('今年.xlsx', damaged());
    const code = await rollover.run({ ...quiet, workbook, output: path('明年.xlsx') }, terminal.context);
    expect([code, existsSync(path('明年.xlsx'))]).toEqual([exitCodes.findings, false]);
    expect(terminal.said().err).toContain('约12万');
  });
});

describe('merge', () => {
  const units = splitByUnit(sampleSource('2026-department'));

  test('makes a workbook without errors of those of the units', async () => {
    const workbooks = await Promise.all(units.map(({ name, content }) => putContent(`${name}.xlsx`, content)));
    const output = path('部门.xlsx');
    expect(await merge.run({ ...quiet, workbooks, output }, terminal.context)).toBe(exitCodes.fine);
    expect(read(output).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('says which workbook has the errors, and makes nothing', async () => {
    const good = await putContent('好.xlsx', units[0]?.content ?? {});
    const bad = await putContent('坏.xlsx', damaged());
    const output = path('部门.xlsx');
    expect(await merge.run({ ...quiet, workbooks: [good, bad], output }, terminal.context)).toBe(exitCodes.findings);
    expect(terminal.said().err).toContain('坏.xlsx');
    expect(existsSync(output)).toBe(false);
  });

  test('the same workbook twice is refused', async () => {
    const one = await putContent('甲.xlsx', units[0]?.content ?? {});
    const two = await putContent('乙.xlsx', units[0]?.content ?? {});
    const output = path('部门.xlsx');
    expect(await merge.run({ ...quiet, workbooks: [one, two], output }, terminal.context)).toBe(exitCodes.findings);
    expect(terminal.said().err).toMatch(/甲\.xlsx.*乙\.xlsx/);
    expect(existsSync(output)).toBe(false);
  });

  test('one workbook is nothing to merge', async () => {
    const run = merge.run({ ...quiet, workbooks: ['甲.xlsx'], output: path('部门.xlsx') }, terminal.context);
    await expect(run).rejects.toThrow(CommandError);
  });
});
