/**
 * What is published as a web page and as 图说预算: valid, the same every time, nothing of the workbook, accessible in real
 * browsers.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'puppeteer-core';
import { chartTitle, chartTree } from '../../../src/document/chartTree.js';
import { publicParts } from '../../../src/document/publicParts.js';
import { compose } from '../../../src/index.js';
import { layout } from '../../../src/workbook/layout/layout.js';
import { writeDocx } from '../../../src/writers/docx/index.js';
import { writeChartSvg } from '../../../src/writers/html/chartSvg.js';
import { writeHtml } from '../../../src/writers/html/index.js';
import { writeChartPage } from '../../../src/writers/html/publicParts.js';
import { examined, namesIn, sampleBytes } from '../../support/samples.js';
import { testIf, testWithValidator, validationErrors } from '../../support/tools.js';
import { accessibilityFaults, isInstalled, launch, onDisk } from '../../web/browser.js';

/** Style rules and sizes of columns stand in the page by intent; the order of headings is axe-core's. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'no-inline-style': 'off', 'doctype-style': 'off', 'tel-non-breaking': 'off', 'long-title': 'off' },
});

const faultsOf = async (html: string): Promise<string[]> => {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, message }) => `${ruleId} ${line}: ${message}`),
  );
};

function pagesOf(name: string) {
  const { facts, edition } = examined(name, sampleBytes(name));
  const rendered = compose(facts, edition);
  const beside = publicParts(rendered.view, edition);
  const title = chartTitle(rendered.view);
  return {
    public: writeHtml(rendered.tree, { beside }),
    traced: writeHtml(rendered.tree, { beside, sourceOf: (id) => rendered.printed.get(id)?.rule }),
    chart: writeChartPage(title, beside),
    svg: writeChartSvg(title, beside.pictures),
    beside,
    facts,
    tree: chartTree(title, rendered.view.name, beside.pictures),
  };
}

test('the validator says what is wrong, so the tests below can fail', async () => {
  expect(await faultsOf('<!doctype html><html lang="zh-CN"><body><p>一<div>二</div></p></body></html>')).not.toEqual(
    [],
  );
});

const sheetNames = Object.values(layout).map(({ name }) => name);

describe.each(namesIn('samples', '.xlsx'))('%s', (name) => {
  const pages = pagesOf(name);

  test('pages are valid HTML, and the same every time', async () => {
    for (const page of [pages.public, pages.traced, pages.chart]) expect(await faultsOf(page)).toEqual([]);
    const again = pagesOf(name);
    expect([again.public, again.chart, again.svg]).toEqual([pages.public, pages.chart, pages.svg]);
  });

  test('what is published names no cell of the workbook and no origin', () => {
    for (const page of [pages.public, pages.chart, pages.svg]) {
      expect(page).not.toMatch(/![A-Z]{1,3}\d+|class="(origin|figure)"|<script/);
      for (const sheet of sheetNames) expect(page).not.toContain(`${sheet}!`);
    }
  });

  test('every bar has its figure as text, and no withheld project is among the projects shown', () => {
    const withheld = pages.facts.projects
      .filter((row) => row.disclosure.value === 'withheld')
      .map((row) => row.name.value);
    for (const { bars, sentence } of pages.beside.pictures) {
      expect(sentence.length).toBeGreaterThan(0);
      for (const { label, values } of bars) {
        expect(withheld).not.toContain(label);
        for (const { text, length } of values) {
          expect(pages.chart).toContain(`<span class="amount">${text}</span>`);
          expect(length).toBeGreaterThanOrEqual(0);
          expect(length).toBeLessThanOrEqual(1);
        }
      }
    }
    expect(pages.beside.pictures.length).toBeGreaterThanOrEqual(5);
  });

  test('a term leads to its explanation once in the box and once in the document, and the target is there', () => {
    const links = [...pages.public.matchAll(/<a href="#(t\d+)">/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(3);
    for (const id of new Set(links)) {
      expect(pages.public).toContain(`<p id="${id}"`);
      expect(links.filter((other) => other === id).length).toBeLessThanOrEqual(2);
    }
  });

  testWithValidator('图说预算 as a Word document is a valid one', async () => {
    expect(validationErrors(await writeDocx(pages.tree), 'docx')).toEqual([]);
  });
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    if (isInstalled('chromium')) browser = await launch('chromium');
  }, 60_000);
  afterAll(() => browser?.close());
  const inBrowser = testIf(isInstalled('chromium'), 'chromium');

  async function shown(html: string, width: number): Promise<Page> {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 844 });
    await page.goto(`file://${onDisk('页.html', Buffer.from(html))}`);
    return page;
  }

  inBrowser(
    'axe-core finds nothing, at a desk and on a phone, and nothing but tables is wider than the window',
    async () => {
      const { public: page, traced, chart } = pagesOf('2026-unit');
      for (const html of [page, traced, chart]) {
        for (const width of [1280, 390]) {
          const opened = await shown(html, width);
          expect(await accessibilityFaults(opened)).toEqual([]);
          expect(await opened.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
          await opened.close();
        }
      }
    },
    180_000,
  );

  inBrowser(
    'the origin of a figure opens by the keyboard alone, and leads back',
    async () => {
      const page = await shown(pagesOf('2026-unit').traced, 390);
      await page.focus('#p5');
      await page.keyboard.press('Enter');
      const panels = `[...document.querySelectorAll('.origin')].filter((panel) => panel.offsetHeight > 0).length`;
      expect(await page.evaluate(panels)).toBe(1);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.closest(".origin") !== null')).toBe(true);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(panels)).toBe(0);
      expect(await page.evaluate('location.hash')).toMatch(/^#p\d+$/);
    },
    120_000,
  );
});
