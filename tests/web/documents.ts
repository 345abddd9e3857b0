/** Views that read a document of others: 导入, 核对, 单独核对. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Browser, Page } from 'puppeteer-core';
import type { Difference } from '../../src/audit/difference.js';
import { isOfWordingAlone } from '../../src/audit/difference.js';
import { renderDocx } from '../../src/index.js';
import { sha256Of } from '../../src/platform/hash.js';
import { writeHtml } from '../../src/writers/html/index.js';
import { writePublicationWorkbook } from '../../src/writers/xlsx/index.js';
import { examined, root, sampleBytes } from '../support/samples.js';
import { smallBook } from '../support/small.js';
import { choose, onDisk, openPage, openWorkbook, press, savedHash, textOf, until } from './browser.js';

const timeout = 300_000;
const program = join(root, 'bin', 'yusuan.cjs');
const sample = '2026-unit';
const shown = '[role="tabpanel"]:not([hidden])';

const made = new Map<string, ReturnType<typeof renderDocx>>();

/** A sample's document; made once, as its bytes are the same each time. */
export function rendered(name: string): ReturnType<typeof renderDocx> {
  const { facts, edition } = examined(name, sampleBytes(name));
  const document = made.get(name) ?? renderDocx(facts, edition);
  made.set(name, document);
  return document;
}

/** What a command says, whatever its exit code; it runs while the page works. */
const told = (...args: string[]): Promise<string> =>
  new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 }, (_, said) =>
      resolve(said),
    );
  });

/** The document as a page, with the first amount of each of two sentences altered, and a word of another. */
export async function alteredPage(): Promise<Uint8Array> {
  const { tree } = await rendered(sample);
  const html = writeHtml(tree);
  const altered = html
    .replace('4,360.97万元', '4,369.07万元')
    .replace('18.72万元', '18.27万元')
    .replace('引导产业', '指导产业');
  expect(altered).not.toBe(html);
  return new TextEncoder().encode(altered);
}

/** Tables that do not say their unit, and the file that answers for each of them. */
async function tablesWithoutUnits(): Promise<[tables: string, map: string]> {
  const { tree } = smallBook().compose();
  const silent = JSON.parse(JSON.stringify(tree).replaceAll('单位：万元', '')) as typeof tree;
  const tables = onDisk('各表.xlsx', await writePublicationWorkbook(silent));
  const { questions } = JSON.parse(await told('import', tables, '--json')) as { questions: { table: string }[] };
  const answers = { 金额单位: Object.fromEntries(questions.map(({ table }) => [table, '万元'])) };
  return [tables, onDisk('对应.json', new TextEncoder().encode(JSON.stringify(answers)))];
}

/** The messages of the list, in its order. */
const messages = (page: Page): Promise<string[]> =>
  page.evaluate(
    `[...document.querySelectorAll('${shown} .findings li > p:first-of-type')].map((one) => one.textContent)`,
  ) as Promise<string[]>;

/** Tests in one browser. */
export function documentTests(browser: () => Browser): void {
  test(
    'a published Word file becomes next year’s workbook as the command makes it',
    async () => {
      const { page, complaints } = await openPage(browser());
      const file = onDisk('公开.docx', (await rendered('2025-department')).bytes);
      const output = `${file}.xlsx`;
      const command = told('import', file, '--next', '-o', output);
      await page.click('#tab-导入');
      await page.waitForSelector('#published');
      await choose(page, 'published', file);
      await page.click('[name="import-year"]:not(:checked)');
      await press(page, '生成工作簿');
      await command;
      expect(await savedHash(page)).toBe(sha256Of(readFileSync(output)));
      expect(complaints).toEqual([]);
      await page.close();
    },
    timeout,
  );

  test(
    'what tables do not say is asked, answered in the page, and settled for good: the workbook of the command with --map',
    async () => {
      const { page, complaints } = await openPage(browser());
      const [tables, map] = await tablesWithoutUnits();
      const output = `${tables}.xlsx`;
      const command = told('import', tables, '--map', map, '-o', output);
      await page.click('#tab-导入');
      await page.waitForSelector('#published');
      await choose(page, 'published', tables);
      await press(page, '生成工作簿');
      await page.waitForSelector('.questions');
      await press(page, '按以上说明生成');
      expect(await textOf(page, '.questions .message')).toMatch(/还有 \d+ 处没有说明/);
      expect(await page.$(`${shown} .saved p`)).toBeNull();
      await page.select('#every-unit', '万元');
      await press(page, '按以上说明生成');
      await command;
      expect(await savedHash(page)).toBe(sha256Of(readFileSync(output)));
      await choose(page, 'import-answers', map);
      await press(page, '生成工作簿');
      expect(await savedHash(page)).toBe(sha256Of(readFileSync(output)));
      expect(await page.$('.questions')).toBeNull();
      expect(complaints).toEqual([]);
      await page.close();
    },
    timeout,
  );

  test(
    'what differs from the workbook is what the command lists, and each leads to its words; ours differs in nothing',
    async () => {
      const { page, complaints } = await openPage(browser());
      const workbook = onDisk(`${sample}.xlsx`, sampleBytes(sample));
      const published = onDisk('公布.html', await alteredPage());
      const command = told('verify', workbook, published, '--json');
      await page.click('#tab-核对');
      await page.waitForSelector('#verified');
      await choose(page, 'verified', published);
      await choose(page, 'verified-workbook', workbook);
      await page.waitForSelector(`${shown} .published .here`, { timeout: 120_000 });
      const { differences } = JSON.parse(await command) as {
        differences: Difference[];
      };
      expect(differences.length).toBeGreaterThan(1);
      const listed = await messages(page);
      expect(listed.length).toBe(differences.length);
      for (const [index, { published: there, expected }] of differences.entries()) {
        expect(listed[index]).toContain(expected);
        await page.click(`${shown} .findings li:nth-child(${index + 1}) button`);
        const here = `(document.querySelector('.published .here')?.textContent ?? '')`;
        await until(page, `${here} === ${JSON.stringify(there)}`);
      }
      await page.click(`${shown} [type="checkbox"]`);
      const isLeft = differences.map((found) => !isOfWordingAlone(found));
      expect(isLeft).toContain(false);
      expect(await textOf(page, `${shown} .outputs h2`)).toContain('处只是文字不同，没有列出');
      expect(await messages(page)).toEqual(listed.filter((_, index) => isLeft[index]));
      await choose(page, 'verified', onDisk('公布.docx', (await rendered(sample)).bytes));
      await until(page, `document.querySelector('${shown} .outputs')?.textContent.includes('没有差异')`);
      expect(await messages(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
    timeout,
  );

  test(
    'what a document says against itself is what the command lists; the copy with comments is the command’s',
    async () => {
      const { page, complaints } = await openPage(browser());
      const published = onDisk('公布.html', await alteredPage());
      const command = told('audit', published);
      await page.click('#tab-单独核对');
      await page.waitForSelector('#audited');
      await choose(page, 'audited', published);
      await page.waitForSelector(`${shown} .published .here`, { timeout: 120_000 });
      const there = await command;
      const bare = (text: string) => text.replace(/\s/g, '');
      for (const message of await messages(page)) expect(bare(there)).toContain(bare(message));
      await choose(page, 'audited', onDisk('别的.html', new TextEncoder().encode('<p>食堂本周的菜</p>')));
      await page.waitForSelector(`${shown} .outputs .message.error`, { timeout: 120_000 });
      expect(await textOf(page, `${shown} .outputs`)).toContain('是不是选错了文件');
      expect(complaints).toEqual([]);
      await page.close();
    },
    timeout,
  );

  test(
    'a document is not held against a workbook with errors; when that is mended it is, by itself',
    async () => {
      const { page } = await openPage(browser());
      await openWorkbook(page, onDisk('坏.xlsx', new TextEncoder().encode('没有')));
      await page.click('#tab-核对');
      await page.waitForSelector('#verified');
      const { bytes } = await rendered(sample);
      await choose(page, 'verified', onDisk('公布.docx', bytes));
      await until(page, `document.querySelector('${shown} .message.error')?.textContent.includes('改正后才能核对')`);
      await choose(page, 'verified-workbook', onDisk('2025.xlsx', sampleBytes('2025-department')));
      await page.waitForSelector(`${shown} .published`, { timeout: 120_000 });
      await press(page, '带批注的文档');
      expect(await savedHash(page)).toMatch(/^[0-9a-f]{64}$/);
      await choose(page, 'verified-workbook', onDisk('2026.xlsx', sampleBytes(sample)));
      await until(page, `document.querySelector('${shown} .outputs')?.textContent.includes('没有差异')`);
      await page.close();
    },
    timeout,
  );

  test(
    'two years are compared as by the command, which writes the same bytes; files with nothing in common are refused',
    async () => {
      const { page, complaints } = await openPage(browser());
      const before = onDisk('前.xlsx', sampleBytes('2025-department'));
      const after = onDisk('后.xlsx', sampleBytes('2026-department'));
      const output = `${after}.html`;
      const command = told('compare', before, after, '-o', output);
      await page.click('#tab-比较');
      await page.waitForSelector('#before');
      await choose(page, 'before', before);
      await choose(page, 'after', after);
      await page.waitForSelector(`${shown} .changes`, { timeout: 120_000 });
      const said = await command;
      const summary = await textOf(page, `${shown} .outputs p:nth-last-of-type(2)`);
      expect(said.replace(/\s/g, '')).toContain(summary.replace(/\s/g, ''));
      await press(page, '存为网页');
      expect(await savedHash(page)).toBe(sha256Of(readFileSync(output)));
      await choose(page, 'before', onDisk('别的.html', new TextEncoder().encode('<p>食堂本周的菜</p>')));
      await page.waitForSelector(`${shown} .outputs .message.error`, { timeout: 120_000 });
      expect(await page.$(`${shown} .changes`)).toBeNull();
      expect(complaints).toEqual([]);
      await page.close();
    },
    timeout,
  );
}
