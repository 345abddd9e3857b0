/**
 * The page in real browsers, from disk: the bytes of the command line, no request, nothing that a workbook holds gets
 * hold of it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'puppeteer-core';
import { annotate } from '../../src/annotate/annotate.js';
import { blankPlan } from '../../src/editions/blank.js';
import { ledgerOf } from '../../src/figures/ledger.js';
import { examine } from '../../src/index.js';
import { mergePlan } from '../../src/merge/merge.js';
import { sha256Of } from '../../src/platform/hash.js';
import { nextEdition, rolloverPlan } from '../../src/rollover/rollover.js';
import { readWorkbook } from '../../src/workbook/read/index.js';
import { writeWorkbook } from '../../src/workbook/write/index.js';
import { groups } from '../hostile/cases.js';
import { editions, examined, namesIn, sampleBytes, sampleSource } from '../support/samples.js';
import { splitByUnit } from '../support/split.js';
import {
  accessibilityFaults,
  browserNames,
  choose,
  isInstalled,
  launch,
  onDisk,
  openPage,
  openWorkbook,
  pageFile,
  pageUrl,
  press,
  savedHash,
  tabNames,
  textOf,
  until,
} from './browser.js';
import { alteredPage, documentTests, rendered } from './documents.js';
import { handlingTests } from './handling.js';
import { hostileTexts } from './hostileTexts.js';

const timeout = 300_000;
const samples = namesIn('samples', '.xlsx');
const fileOf = (name: string) => onDisk(`${name}.xlsx`, sampleBytes(name));
const hashOfDocument = async (name: string) => sha256Of((await rendered(name)).bytes);

test('the page is small enough to be handed on: 2.5 MB without the reading of PDF, 6 MB with it', () => {
  const html = existsSync(pageFile) ? readFileSync(pageFile) : Buffer.alloc(0);
  const pdf = /<script type="text\/plain" id="pdf">[^<]*/.exec(html.toString('latin1'))?.[0].length ?? 0;
  expect(html.length).toBeLessThanOrEqual(6_000_000);
  expect(html.length - pdf).toBeLessThanOrEqual(2_500_000);
});

/**
 * One document's bytes, the network and hostile texts are tried in each browser; all else, which takes minutes, in one,
 * and in each by `npm run fuzz`, which also tries the bomb of 400 MB (half a minute; tests/hostile leaves
 * it to `npm run hostile` and `npm run fuzz` too).
 */
const isThorough = process.env.EVERY_BROWSER !== undefined;
const first = browserNames.find(isInstalled);
const everything = (name: string): boolean => name === first || isThorough;
/** Views whose pages make every later look at the whole page slow come last. */
const heavy = ['预览', '核对'];

for (const name of browserNames) {
  const suite = isInstalled(name) ? describe : describe.skip;
  suite(isInstalled(name) ? name : `${name}（未运行：缺浏览器或 dist/yusuan.html）`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch(name);
    }, timeout);
    afterAll(async () => browser?.close());
    const inOne = (title: string, body: () => Promise<void>, time: number): void => {
      if (everything(name)) test(title, body, time);
    };
    if (everything(name)) {
      documentTests(() => browser);
      handlingTests(name, () => browser);
    }

    test.each(everything(name) ? samples : samples.slice(-1))(
      '%s: the Word document has the bytes of the command line, and nothing is asked of any network',
      async (sample) => {
        const { page, requests, complaints } = await openPage(browser);
        await openWorkbook(page, fileOf(sample));
        await page.click('#render-docx');
        await page.waitForSelector('#sha256');
        expect(await textOf(page, '#sha256')).toBe(await hashOfDocument(sample));
        expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
        expect(requests.filter((url) => url.startsWith('file:') && url !== pageUrl)).toEqual([]);
        expect(complaints).toEqual([]);
        await page.close();
      },
      timeout,
    );

    inOne(
      'the annotated copy, the blank workbook and next year’s have the bytes of the commands',
      async () => {
        const { page } = await openPage(browser);
        const path = fileOf('2025-department');
        const file = { name: path.split('/').at(-1) ?? '', bytes: sampleBytes('2025-department') };
        await openWorkbook(page, path);
        await press(page, '带批注的工作簿');
        const read = readWorkbook(file.bytes, file.name);
        const { findings, edition, facts } = examined(file.name, file.bytes);
        if (!read.ok) throw new Error('unreadable');
        const copy = await annotate({ file: file.name, workbook: read.workbook, findings, edition });
        expect(await savedHash(page)).toBe(sha256Of(copy));
        await page.click('#tab-新建');
        await press(page, '生成空白工作簿');
        const newest = editions.years.at(-1) ?? 0;
        expect(await savedHash(page)).toBe(sha256Of(await writeWorkbook(blankPlan(editions.load(newest), '单位'))));
        await page.click('#tab-下一年');
        await choose(page, 'this-year', path);
        const next = nextEdition(facts.entity.year.value, editions);
        expect(await savedHash(page)).toBe(sha256Of(await writeWorkbook(rolloverPlan(facts, ledgerOf(facts), next))));
        await page.close();
      },
      timeout,
    );

    inOne(
      'units are merged into the department’s workbook as by the command',
      async () => {
        const { page } = await openPage(browser);
        const units = splitByUnit(sampleSource('2026-department'));
        const files = await Promise.all(
          units.map(async ({ name: unit, content }) => {
            const { year, sheets, withoutColumns, partNumbers } = editions.load(2026);
            const plan = {
              year,
              kindLabel: '单位' as const,
              sheets,
              withoutColumns,
              partNumbers: partNumbers(),
              content,
              spareRows: 1,
            };
            return { name: `${unit}.xlsx`, bytes: await writeWorkbook(plan) };
          }),
        );
        const parts = files.map(({ name: file, bytes }) => {
          const { facts } = examined(file, bytes);
          return { file, facts, ledger: ledgerOf(facts) };
        });
        const [own, ...others] = parts;
        if (!own) throw new Error('no units');
        const merged = await writeWorkbook(mergePlan({ own, others }, editions.load(2026)).plan);
        await page.click('#tab-汇总');
        await page.waitForSelector('#units');
        await choose(page, 'units', ...files.map(({ name: file, bytes }) => onDisk(file, bytes)));
        await until(page, `document.querySelectorAll('.order li').length === ${files.length}`);
        await press(page, '合并');
        expect(await savedHash(page)).toBe(sha256Of(merged));
        await page.close();
      },
      timeout,
    );

    test(
      'what a workbook holds changes nothing in the page',
      async () => {
        const { page, requests, complaints } = await openPage(browser);
        const scripts = await page.evaluate('document.scripts.length');
        const bytes = await hostileTexts();
        await openWorkbook(page, onDisk('文字.xlsx', bytes));
        expect(await textOf(page, '#findings')).toContain('检查结果');
        await page.click('#tab-预览');
        await until(page, "document.querySelector('.pages') || document.querySelector('.empty')");
        expect(
          await page.evaluate(
            "[typeof window.hit, document.scripts.length, document.querySelectorAll('img, iframe, object').length]",
          ),
        ).toEqual(['undefined', scripts, 0]);
        expect(await textOf(page, '.pages')).toContain('<script>window.hit = 1</script>');
        expect(await textOf(page, '.pages')).toContain('{{@root.name}}');
        expect(complaints).toEqual([]);
        expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
        await page.close();
      },
      timeout,
    );

    if (everything(name))
      test(
        'every view is accessible: axe-core finds nothing, at a desk and on a phone',
        async () => {
          const { page } = await openPage(browser);
          await openWorkbook(page, fileOf('2026-unit'));
          const faults: string[] = [];
          const tabs = await tabNames(page);
          for (const tab of [...tabs.filter((one) => !heavy.includes(one)), ...heavy]) {
            expect(tabs).toContain(tab);
            for (const width of [1280, 390]) {
              await page.setViewport({ width, height: 800 });
              await page.click(`#tab-${tab}`);
              if (tab === '预览') await until(page, "document.querySelector('.pages')");
              if (tab === '核对' && width === 1280) {
                await choose(page, 'verified', onDisk('公布.html', await alteredPage()));
                await page.waitForSelector('.published .here', { timeout: 120_000 });
              }
              faults.push(
                ...(await accessibilityFaults(page, width === 1280 ? 'all' : 'of width')).map(
                  (fault) => `${width} ${tab} ${fault}`,
                ),
              );
            }
          }
          expect(faults).toEqual([]);
          await page.close();
        },
        timeout,
      );

    inOne(
      'hostile files end in the sentence of the terminal, and the page goes on',
      async () => {
        const { page, complaints } = await openPage(browser);
        const refused = groups()
          .flatMap(([, cases]) => cases)
          .filter(([, outcome]) => 'refused' in outcome && outcome.refused !== 'usage')
          .filter((_, index) => index % 4 === 0)
          .slice(0, 10)
          .filter(([title]) => isThorough || !title.includes('炸弹'));
        expect(refused.length).toBe(isThorough ? 10 : 9);
        for (const [title, , make] of refused) {
          const bytes = make();
          const path = onDisk('预算.xlsx', bytes);
          const told = examine({ name: path.split('/').at(-1) ?? '', bytes }, editions).findings[0];
          await openWorkbook(page, path);
          expect([title, await textOf(page, '#findings')]).toEqual([
            title,
            expect.stringContaining(told?.message ?? '?'),
          ]);
          expect(await page.$eval('#render-docx', (button) => (button as { disabled?: boolean }).disabled)).toBe(true);
        }
        await openWorkbook(page, fileOf('2026-unit'));
        await page.click('#render-docx');
        await page.waitForSelector('#sha256');
        expect(await textOf(page, '#sha256')).toBe(await hashOfDocument('2026-unit'));
        expect(complaints).toEqual([]);
        await page.close();
      },
      timeout,
    );

    inOne(
      'one file chosen twice in a row is read twice; a second tab has a workbook of its own',
      async () => {
        const one = await openPage(browser);
        const other = await openPage(browser);
        const path = fileOf('2026-unit');
        await openWorkbook(one.page, path);
        await openWorkbook(other.page, fileOf('2025-department'));
        await openWorkbook(one.page, path);
        expect(await textOf(one.page, '.outputs h2')).toContain('2026-unit');
        expect(await textOf(other.page, '.outputs h2')).toContain('2025-department');
        await one.page.close();
        await other.page.click('#render-docx');
        await other.page.waitForSelector('#sha256');
        expect(await textOf(other.page, '#sha256')).toBe(await hashOfDocument('2025-department'));
        await other.page.close();
      },
      timeout,
    );

    inOne(
      'a batch can be stopped, and the page closed in its midst',
      async () => {
        const { page } = await openPage(browser);
        await page.click('#tab-成批');
        await page.waitForSelector('#many');
        await choose(page, 'many', ...Array.from({ length: 30 }, () => fileOf('2026-unit')));
        await until(page, "document.querySelectorAll('.results tbody tr').length > 1");
        await press(page, '停止');
        await until(page, "document.querySelector('.progress').textContent.includes('已停止')");
        await choose(page, 'many', fileOf('2026-unit'), fileOf('2026-department'));
        await until(page, "document.querySelectorAll('.results tbody tr').length === 2");
        expect(await textOf(page, '.results tbody')).toContain((await hashOfDocument('2026-department')).slice(0, 12));
        await choose(page, 'many', ...Array.from({ length: 30 }, () => fileOf('2026-unit')));
        await page.click('[name="batch"]:not(:checked)');
        await choose(page, 'many-documents', onDisk('公布.html', await alteredPage()), fileOf('2026-unit'));
        const results = `document.querySelector('#many-documents').closest('section > div').innerText`;
        await until(page, `${results}.includes('2 / 2')`);
        expect(await page.evaluate(results)).toMatch(/公布.html\s+已核对\s+[1-9]/);
        expect(await page.evaluate(results)).toContain('填写用的工作簿');
        await page.close();
        const again = await openPage(browser);
        expect(await textOf(again.page, 'header h1')).toContain('预算公开');
        await again.page.close();
      },
      timeout,
    );
  });
}
