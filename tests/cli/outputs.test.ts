/**
 * What `render` writes beside the Word file when asked: web page, tables as a workbook, PDF; and page numbers in the
 * contents.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { withPageNumbers } from '../../src/cli/pages.js';
import * as render from '../../src/cli/render.js';
import { renderDocx } from '../../src/index.js';
import { layOutPdf, OfficeError } from '../../src/platform/office.js';
import { loadPdfLibrary } from '../../src/platform/pdf.js';
import { CommandError, exitCodes } from '../../src/terminal/exit.js';
import { whyNotWritten } from '../../src/terminal/files.js';
import { fontsReplaced } from '../../src/writers/docx/fonts.js';
import { fontsOfPdf } from '../../src/writers/pdf/fonts.js';
import { examined, sampleBytes } from '../support/samples.js';
import { openTerminal, type Terminal } from '../support/terminal.js';
import { testWithLayout } from '../support/tools.js';

let terminal: Terminal;
beforeEach(() => {
  terminal = openTerminal();
  writeFileSync(path('公开.xlsx'), sampleBytes('2026-unit'));
});
afterEach(() => terminal.close());

const path = (name: string) => join(terminal.folder, name);
const run = (options: Partial<render.RenderOptions>) =>
  render.run(
    { workbook: path('公开.xlsx'), output: path('公开.docx'), force: false, json: false, color: false, ...options },
    terminal.context,
  );

describe('beside the Word file', () => {
  test('stand a web page that says nothing of the workbook, and the tables as a workbook', async () => {
    expect(await run({ html: true, xlsx: true })).toBe(exitCodes.fine);
    const page = readFileSync(path('公开.html'), 'utf8');
    expect(page).toContain('51.36%');
    expect(page).not.toMatch(/项目支出![A-Z]\d+|class="figure"/);
    expect(existsSync(path('公开（各表）.xlsx'))).toBe(true);
    expect(terminal.said().out).toContain('公开.html');
  });

  test('stand the data as a package of CSV files', async () => {
    expect(await run({ data: true })).toBe(exitCodes.fine);
    const parts = unzipSync(readFileSync(path('公开（数据）.zip')));
    const files = ['datapackage.json', 'figures.csv', 'tables.csv', 'indicators.csv', 'goals.csv', 'texts.csv'];
    expect(Object.keys(parts)).toEqual(files);
    expect(terminal.said().out).toContain('公开（数据）.zip');
    await expect(run({ data: true, outDir: path('公开') })).rejects.toThrow(/--data/);
  });

  test('for review inside stands a page with the source of every figure, under a name of its own', async () => {
    expect(await run({ html: true, trace: true })).toBe(exitCodes.fine);
    const page = readFileSync(path('公开（数字来源）.html'), 'utf8');
    expect(page).toMatch(/<p>占比 = 2,239\.89 ÷ 4,360\.97 × 100/);
    expect(page).toMatch(/项目支出![A-Z]\d+/);
    expect(existsSync(path('公开.html'))).toBe(false);
    await expect(run({ trace: true, force: true })).rejects.toThrow(/--trace/);
  });

  test('stands 图说预算 as a page, a drawing and a Word document', async () => {
    expect(await run({ chart: true, chartDocx: true })).toBe(exitCodes.fine);
    for (const ending of ['.html', '.svg', '.docx']) expect(existsSync(path(`公开（图说预算）${ending}`))).toBe(true);
    expect(readFileSync(path('公开（图说预算）.svg'), 'utf8')).toContain('单位：万元');
    await expect(run({ chart: true, output: path('另一份.docx') })).resolves.toBe(exitCodes.fine);
  });

  test('nothing that replaces the workbook they come from, even with --force', async () => {
    expect(await run({ xlsx: true, force: true })).toBe(exitCodes.fine);
    expect(Buffer.compare(readFileSync(path('公开.xlsx')), Buffer.from(sampleBytes('2026-unit')))).toBe(0);
  });

  test('nothing unless it is asked for, and nothing over a file that is there', async () => {
    writeFileSync(path('公开.html'), '别人的');
    await expect(run({ html: true })).rejects.toThrow(CommandError);
    expect(readFileSync(path('公开.html'), 'utf8')).toBe('别人的');
    expect(existsSync(path('公开.pdf'))).toBe(false);
  });

  test('without a folder for temporary files, the office is told which one and what to do', async () => {
    const told = layOutPdf(new Uint8Array(), 'soffice', path('没有'));
    await expect(told).rejects.toThrow(OfficeError);
    await expect(told).rejects.toThrow(/临时文件夹“.*没有”/);
  });

  testWithLayout(
    'stands a PDF, and the contents have page numbers',
    async () => {
      expect(await run({ pdf: true, paginate: true })).toBe(exitCodes.fine);
      const pdf = readFileSync(path('公开.pdf'));
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(await aboutPdf(pdf)).toEqual({
        title: '2026年乌鲁木齐市工业和信息化局单位预算公开',
        language: 'zh-CN',
        tagged: true,
        bookmarks: ['第一部分', '第二部分', '第三部分', '第四部分'],
      });
      const replaced = fontsReplaced(fontsOfPdf(pdf));
      const told = terminal.said().err.split('版面和页码可能与 Word 不同').length - 1;
      expect(told).toBe(replaced.length > 0 ? 1 : 0);
      for (const name of replaced) expect(terminal.said().err.replaceAll('\n', '')).toContain(name);
      const body = strFromU8(unzipSync(readFileSync(path('公开.docx')))['word/document.xml'] ?? new Uint8Array());
      expect(body.match(/PAGEREF _Toc/g)?.length).toBeGreaterThan(25);
    },
    60_000,
  );
});

/** What a reader's program learns of a PDF, by pdf.js; of the bookmarks how the first level begins. */
async function aboutPdf(bytes: Uint8Array) {
  const { getDocument } = await loadPdfLibrary();
  const document = await getDocument({
    ...{ data: Uint8Array.from(bytes), verbosity: 0, cMapUrl: './', useWorkerFetch: false, useSystemFonts: false },
    ...{ isOffscreenCanvasSupported: false, isImageDecoderSupported: false, useWasm: false },
  }).promise;
  const [{ info }, marks, outline] = await Promise.all([
    document.getMetadata(),
    document.getMarkInfo(),
    document.getOutline(),
  ]);
  const { Title: title, Language: language } = info as { Title?: string; Language?: string };
  return { title, language, tagged: marks?.Marked, bookmarks: outline.map((entry) => entry.title.slice(0, 4)) };
}

test('a document that cannot be laid out keeps its contents without numbers, and it is said', async () => {
  const { facts, edition } = examined('2026-unit', sampleBytes('2026-unit'));
  const rendered = await renderDocx(facts, edition);
  const said: string[] = [];
  const broken = { ...rendered, tree: { ...rendered.tree, sections: rendered.tree.sections.slice(0, 1) } };
  const same = await withPageNumbers(broken, (text) => said.push(text));
  expect(same.bytes).toBe(rendered.bytes);
  expect(said.join('')).toContain('不印页码');
}, 60_000);

test.each([
  ['ENOSPC', '磁盘已满'],
  ['EDQUOT', '磁盘已满'],
  ['EROFS', '只能读'],
  ['EACCES', '没有写入权限'],
  ['ESOMETHING', 'ESOMETHING'],
])('%s of the system is told in words', (code, said) => {
  expect(whyNotWritten(code)).toContain(said);
  if (code !== 'ESOMETHING') expect(whyNotWritten(code)).not.toMatch(/[A-Z]{4}/);
});
