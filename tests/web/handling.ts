/** How files come into the page and how it is worked: a sample, the keyboard, drag and drop, a very large workbook. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { unzipSync, zipSync } from 'fflate';
import type { Browser, Page } from 'puppeteer-core';
import { sha256Of } from '../../src/platform/hash.js';
import { sampleBytes } from '../support/samples.js';
import {
  type BrowserName,
  choose,
  onDisk,
  openPage,
  openWorkbook,
  press,
  savedHash,
  textOf,
  until,
} from './browser.js';
import { rendered } from './documents.js';

const timeout = 300_000;
const sample = '2026-unit';
const shown = '[role="tabpanel"]:not([hidden])';

const hashOfDocument = async (name: string): Promise<string> => sha256Of((await rendered(name)).bytes);

/** Drops a file from disk; in Chromium as its own drag and drop does, so that the page gets hold of the file itself. */
async function drop(name: BrowserName, page: Page, selector: string, path: string): Promise<void> {
  const target = await page.$(selector);
  const box = await target?.boundingBox();
  if (!target || !box) throw new Error(`nothing to drop on: ${selector}`);
  if (name === 'chromium') {
    const session = await page.createCDPSession();
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    const at = { x: box.x + box.width - 4, y: box.y + box.height / 2 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, ...at, data });
    await session.detach();
    return;
  }
  const file = [path.split('/').at(-1) ?? '', readFileSync(path).toString('base64')];
  await page.evaluate(`{
    const [name, packed] = ${JSON.stringify(file)};
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([Uint8Array.from(atob(packed), (c) => c.charCodeAt(0))], name));
    document.querySelector(${JSON.stringify(selector)}).dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }`);
}

const heading = (page: Page) => textOf(page, '.outputs h2');

/** What has the focus, and whether a person sees that. */
const focus = (page: Page): Promise<[name: string, seen: boolean]> =>
  page.evaluate(`(() => {
    const on = document.activeElement;
    const shown = on.matches('.visually-hidden') ? on.nextElementSibling : on;
    return [on.id || on.textContent.trim(), getComputedStyle(shown).outlineStyle === 'solid'];
  })()`) as Promise<[string, boolean]>;

/** Presses Tab until something has the focus; whatever has it on the way must be seen. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    const [now, seen] = await focus(page);
    expect([now, seen]).toEqual([now, true]);
    if (now === name) return;
  }
  throw new Error(`the keyboard does not come to ${name}`);
}

/** Tests in one browser. */
export function handlingTests(name: BrowserName, browser: () => Browser): void {
  test(
    'someone who has nothing tries the sample: the document by the keyboard alone, then the origin of a figure',
    async () => {
      const { page, complaints } = await openPage(browser());
      await page.bringToFront();
      await tabTo(page, 'workbook');
      await tabTo(page, '用一份填好的样例试一试');
      await page.keyboard.press('Enter');
      await until(page, "document.querySelector('#render-docx')?.disabled === false");
      expect(await heading(page)).toContain('样例（2026年单位）.xlsx');
      await page.focus('#tab-办公');
      await tabTo(page, 'render-docx');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#sha256', { timeout: 60_000 });
      expect(await textOf(page, '#sha256')).toBe(await hashOfDocument(sample));
      await page.focus('#tab-办公');
      await page.keyboard.press('ArrowRight');
      await page.waitForSelector('.pages .figure', { timeout: 60_000 });
      await page.focus('.pages td .figure');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.preview .panel .id');
      await page.goBack();
      await until(page, "document.querySelector('#view-办公').hidden === false");
      expect(await heading(page)).toContain('样例（2026年单位）.xlsx');
      expect(complaints).toEqual([]);
      await page.close();
    },
    timeout,
  );

  test(
    'a file is dropped on its place, or anywhere; it is read anew when it was saved, where the browser can hold it',
    async () => {
      const { page, complaints } = await openPage(browser());
      const path = onDisk('拖入.xlsx', sampleBytes('2025-department'));
      await drop(name, page, '.chooser', path);
      await until(page, "document.querySelector('.outputs h2')");
      const before = await textOf(page, '.summary');
      if (name === 'chromium') writeFileSync(path, sampleBytes(sample));
      else await drop(name, page, '.welcome, .outputs', onDisk('拖入.xlsx', sampleBytes(sample)));
      await until(page, `document.querySelector('.summary').textContent !== ${JSON.stringify(before)}`);
      await page.click('#tab-核对');
      const published = onDisk('公布.docx', (await rendered(sample)).bytes);
      await drop(name, page, `${shown} h2`, published);
      await until(page, `document.querySelector('${shown} .outputs')?.textContent.includes('没有差异')`);
      await page.click('#tab-帮助');
      await drop(name, page, `${shown} h2`, onDisk('另一份.xlsx', sampleBytes('2025-department')));
      await until(page, "document.querySelector('.outputs h2').textContent.includes('另一份')");
      expect(complaints).toEqual([]);
      await page.close();
    },
    timeout,
  );

  test(
    'a workbook of 20 MB is read; one over that is refused before it is',
    async () => {
      const { page, complaints } = await openPage(browser());
      const parts = unzipSync(sampleBytes(sample));
      const picture = new Uint8Array(20_800_000);
      for (let index = 0; index < picture.length; index += 1) picture[index] = (index * 2654435761) >>> 13;
      const large = zipSync({ ...parts, 'xl/media/image9.png': [picture, { level: 0 }] }, { level: 6 });
      expect(large.length).toBeGreaterThan(20_800_000);
      await openWorkbook(page, onDisk('大.xlsx', large));
      await page.click('#render-docx');
      await page.waitForSelector('#sha256');
      expect(await textOf(page, '#sha256')).toBe(await hashOfDocument(sample));
      await choose(page, 'workbook', onDisk('过大.xlsx', new Uint8Array(20 * 1024 * 1024 + 1)));
      await until(page, "document.querySelector('.message.error')?.textContent.includes('超过 20 MB')");
      expect(complaints).toEqual([]);
      await page.close();
    },
    timeout,
  );

  test(
    'the sample can be saved and is a workbook without errors',
    async () => {
      const { page } = await openPage(browser());
      await page.click('#tab-新建');
      await press(page, '填好的样例');
      expect(await savedHash(page)).toMatch(/^[0-9a-f]{64}$/);
      expect(await textOf(page, `${shown} .saved`)).toContain('样例（2026年单位）.xlsx');
      await page.close();
    },
    timeout,
  );
}
