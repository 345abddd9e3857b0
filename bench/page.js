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

async function once() {
  const page = await browser.newPage();
  const started = performance.now();
  await page.goto(pathToFileURL(file).href);
  await page.waitForFunction("document.querySelector('header p')?.textContent.includes('202')", { polling: 20 });
  const usable = performance.now() - started;
  await (await page.$('#workbook')).uploadFile(sample);
  await page.waitForFunction("document.querySelector('#render-docx')?.disabled === false", { polling: 20 });
  const pressed = performance.now();
  await page.click('#render-docx');
  await page.waitForSelector('#sha256');
  const document = performance.now() - pressed;
  await page.close();
  return { usable, document };
}

/** Thirty workbooks in 成批; a timer in the page tells how long it was ever busy with something else. */
async function many() {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.waitForFunction("document.querySelector('header p')?.textContent.includes('202')", { polling: 20 });
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
    `first document ${Math.round(median('document'))} ms`,
    `30 workbooks ${seconds.toFixed(1)} s, longest pause of the page ${Math.round(longest)} ms`,
  ].join('\n')}\n`,
);
