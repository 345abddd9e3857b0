/**
 * `npm run bench:page`: the page in a real Chromium, from disk: size, open to usable, first document, thirty workbooks
 * and the longest pause.
 */
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const file = join(root, 'dist', 'yusuan.html');
const sample = join(root, 'samples', '2026-unit.xlsx');
const executablePath = '/usr/bin/chromium';
if (!existsSync(executablePath)) throw new Error('chromium is not installed');
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
const browser = await puppeteer.launch({ executablePath, headless: true, args });

/** A new page that notes when it shows its first view, in milliseconds from the beginning of its own time. */
async function opened() {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const look = () => {
      if (!document.querySelector('#workbook')) return;
      watch.disconnect();
      // two frames: it is on the screen then
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          window.usable = performance.now();
        }),
      );
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true });
  });
  await page.goto(pathToFileURL(file).href, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction('window.usable', { polling: 10 });
  return page;
}

/** Nothing is warm but the browser: the workbook is chosen as soon as the page is there. */
async function once() {
  const page = await opened();
  const usable = await page.evaluate('window.usable');
  const chosen = performance.now();
  await (await page.$('#workbook')).uploadFile(sample);
  await page.waitForFunction("document.querySelector('#render-docx')?.disabled === false", { polling: 10 });
  const checked = performance.now() - chosen;
  const pressed = performance.now();
  await page.click('#render-docx');
  await page.waitForSelector('#sha256');
  const document = performance.now() - pressed;
  await page.close();
  return { usable, checked, document };
}

/** Thirty workbooks in 成批; a timer in the page tells how long it was ever busy with something else. */
async function many() {
  const page = await opened();
  await page.click('#tab-成批');
  await page.waitForSelector('#many');
  await page.evaluate(
    'window.longest = 0; window.last = performance.now(); setInterval(() => { const now = performance.now(); window.longest = Math.max(window.longest, now - window.last - 10); window.last = now; }, 10)',
  );
  const started = performance.now();
  await (await page.$('#many')).uploadFile(...Array.from({ length: 30 }, () => sample));
  await page.waitForFunction("document.querySelectorAll('.results tbody tr').length === 30", {
    polling: 50,
    timeout: 120_000,
  });
  const seconds = (performance.now() - started) / 1000;
  const longest = await page.evaluate('window.longest');
  await page.close();
  return { seconds, longest };
}

const runs = [];
for (let n = 0; n < 5; n += 1) runs.push(await once());
const median = (key) => runs.map((run) => run[key]).sort((a, b) => a - b)[2];
const { seconds, longest } = await many();
await browser.close();
process.stdout.write(
  `${[
    `size ${(statSync(file).size / 1e6).toFixed(2)} MB`,
    `open to usable ${Math.round(median('usable'))} ms (median of 5)`,
    `first workbook checked ${Math.round(median('checked'))} ms`,
    `first document ${Math.round(median('document'))} ms`,
    `30 workbooks ${seconds.toFixed(1)} s, longest pause of the page ${Math.round(longest)} ms`,
  ].join('\n')}\n`,
);
