/** The page in a real browser, opened from disk as an officer opens it. Every request that it tries is kept. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { root } from '../support/samples.js';

export const pageFile = join(root, 'dist', 'yusuan.html');
export const pageUrl = pathToFileURL(pageFile).href;

/** Debian's browsers, where they are installed (.ci/run does). */
const programs = { chromium: '/usr/bin/chromium', firefox: '/usr/bin/firefox-esr' } as const;
export type BrowserName = keyof typeof programs;
export const browserNames = Object.keys(programs) as BrowserName[];

export const isInstalled = (name: BrowserName): boolean => existsSync(programs[name]) && existsSync(pageFile);

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

export const launch = (name: BrowserName): Promise<Browser> =>
  puppeteer.launch({
    executablePath: programs[name],
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    headless: true,
    protocolTimeout: 300_000,
    ...(name === 'firefox' ? {} : { args: [...quiet, '--disable-component-update', '--disable-sync'] }),
  });

/** What the page tried to load beside itself, and what it said in the console. */
export interface Watched {
  readonly page: Page;
  readonly requests: string[];
  readonly complaints: string[];
}

export async function openPage(browser: Browser): Promise<Watched> {
  const page = await browser.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    complaints.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(pageUrl);
  await until(page, "document.querySelector('header p')?.textContent.includes('202')");
  return { page, requests, complaints };
}

const folder = mkdtempSync(join(tmpdir(), 'yusuan-page-'));
let made = 0;

/** A file on disk with these bytes, to be chosen. */
export function onDisk(name: string, bytes: Uint8Array): string {
  made += 1;
  const path = join(folder, `${made}-${name}`);
  writeFileSync(path, bytes);
  return path;
}

/** Chooses files as a person does. */
export async function choose(page: Page, id: string, ...paths: string[]): Promise<void> {
  const input = await page.$(`input#${id}`);
  if (!input) throw new Error(`no input ${id}`);
  await (input as unknown as { uploadFile(...files: string[]): Promise<void> }).uploadFile(...paths);
}

/** Waits until a condition holds; asked at intervals, since a tab behind another draws no frames. */
export const until = async (page: Page, condition: string): Promise<void> => {
  await page.waitForFunction(condition, { polling: 100, timeout: 120_000 });
};

/** Opens a workbook and waits for what is said about it. */
export async function openWorkbook(page: Page, path: string): Promise<void> {
  await page.evaluate("document.querySelector('.outputs h2')?.setAttribute('data-before', '')");
  await choose(page, 'workbook', path);
  await until(
    page,
    "document.querySelector('.outputs h2:not([data-before])') || document.querySelector('.message.error')",
  );
}

/** Presses the button with this text in the view that is shown. */
export async function press(page: Page, text: string): Promise<void> {
  const pressed = await page.evaluate(
    `(() => { const button = [...document.querySelectorAll('[role="tabpanel"]:not([hidden]) button')].find((one) => one.textContent.trim() === ${JSON.stringify(text)} && !one.disabled); button?.click(); return button !== undefined; })()`,
  );
  if (!pressed) throw new Error(`no button ${text}`);
}

export const textOf = (page: Page, selector: string): Promise<string> =>
  page.evaluate(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => one.textContent).join('\\n')`,
  ) as Promise<string>;

/** The SHA-256 that stands beside what was saved last in the view that is shown. */
export async function savedHash(page: Page): Promise<string> {
  const where = '[role="tabpanel"]:not([hidden]) .saved code';
  await page.waitForSelector(where, { timeout: 120_000 });
  return textOf(page, where);
}

/** The names of the tabs, in their order. */
export const tabNames = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('[role="tab"]')].map((tab) => tab.textContent)`) as Promise<string[]>;

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Of what repeats itself, the first pieces are looked at: pages, rows of tables, paragraphs of a document. */
const repeated = ['.page:nth-child(n + 6)', '.results tbody tr:nth-child(n + 20)', '.published > :nth-child(n + 60)'];

/** Rules whose outcome can change with the width alone. */
const rulesOfWidth = ['scrollable-region-focusable', 'meta-viewport', 'css-orientation-lock'];

/** What axe-core finds wrong with what is shown: its rule and the first element. */
export async function accessibilityFaults(page: Page, rules: 'all' | 'of width' = 'all'): Promise<string[]> {
  if (!(await page.evaluate('window.axe !== undefined'))) await page.evaluate(axeSource);
  const context = JSON.stringify({ exclude: repeated.map((selector) => [selector]) });
  const options = JSON.stringify({
    resultTypes: ['violations'],
    ...(rules === 'of width' && { runOnly: { type: 'rule', values: rulesOfWidth } }),
  });
  const faults = `axe.run(${context}, ${options}).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`;
  return page.evaluate(faults) as Promise<string[]>;
}
