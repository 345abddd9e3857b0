/**
 * npm run look:page: every view of the page at a desk and at a phone's width, into docs/images (or the folder that is
 * named; a name of a view behind it makes that one alone), for a person to look at. Needs Debian's chromium and
 * imagemagick. Run after the build.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import puppeteer from 'puppeteer-core';
import { packagedEditions } from '../dist/editions/packaged.js';
import { examine, renderDocx } from '../dist/index.js';
import { writeWorkbook } from '../dist/workbook/write/index.js';
import { readSource, samplePlan } from '../samples/build.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = process.argv[2] ?? join(root, 'docs', 'images');
const folder = mkdtempSync(join(tmpdir(), 'yusuan-pictures-'));
mkdirSync(out, { recursive: true });

const sample = (name) => join(root, 'samples', `${name}.xlsx`);

/** A file of this name that a person could choose. */
function kept(name, bytes) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** The sample with amounts that were typed wrongly. */
async function workbookOf(name, change) {
  const content = readSource('2026-unit');
  change(content);
  return kept(name, await writeWorkbook(samplePlan(content)));
}

async function documentOf(name, workbook) {
  const examined = examine({ name: 'x.xlsx', bytes: readFileSync(workbook) }, packagedEditions);
  return kept(name, (await renderDocx(examined.facts, examined.edition)).bytes);
}

const wrong = await workbookOf('2026年预算.xlsx', (content) => {
  content['基本支出（经济）'][0].金额 = '3262901';
});
const corrected = await workbookOf('2026年预算（更正后）.xlsx', (content) => {
  content.三公经费[1].上年一般公共预算 = '3500';
  content.政府采购.政府采购服务预算 = '715800';
});
const published = await documentOf('公布的文档.docx', sample('2026-unit'));

/** A Word file with other words. */
function altered(name, document, words, others) {
  const parts = unzipSync(readFileSync(document));
  const text = strFromU8(parts['word/document.xml']);
  return kept(name, zipSync({ ...parts, 'word/document.xml': strToU8(text.replaceAll(words, others)) }));
}
const mistaken = altered('公布的文档（有误）.docx', published, '1,576.10', '1,567.10');

const shown = '[role="tabpanel"]:not([hidden])';
const choosing = (id, files, ready) => async (page) => {
  await (await page.$(`#${id}`)).uploadFile(...files);
  await page.waitForSelector(`${shown} ${ready}`);
};
const pressing = (label, ready) => async (page) => {
  await page.evaluate(
    (text) =>
      [...document.querySelectorAll('button')]
        .find((button) => button.offsetParent && button.textContent === text)
        .click(),
    label,
  );
  await page.waitForSelector(`${shown} ${ready}`);
};

/** Each view by the name of its picture: its tab, and what is done there first. */
const views = {
  office: ['办公', choosing('workbook', [wrong], '.grid .here')],
  preview: ['预览', async (page) => page.waitForSelector('.empty'), '2026-unit'],
  new: ['新建', pressing('生成空白工作簿', '.saved p')],
  next: ['下一年', choosing('this-year', [sample('2025-department')], '.saved p')],
  merge: ['汇总', choosing('units', [kept('局本级.xlsx', readFileSync(sample('2026-unit'))), corrected], '.order li')],
  import: [
    '导入',
    async (page) => {
      await choosing('published', [published], '.order li')(page);
      await pressing('生成工作簿', '.saved p')(page);
    },
  ],
  verify: ['核对', choosing('verified', [published], '.published .here'), corrected],
  audit: ['单独核对', choosing('audited', [mistaken], '.published .here')],
  compare: [
    '比较',
    async (page) => {
      await choosing('before', [published], '.message')(page);
      await choosing('after', [corrected], '.changes')(page);
    },
  ],
  batch: [
    '成批',
    choosing(
      'many',
      [sample('2026-unit'), wrong, sample('2025-department'), sample('2024-department')],
      'tbody tr:nth-child(4)',
    ),
  ],
  help: ['帮助', async () => {}],
};

const browser = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
for (const [look, width, height] of [
  ['desk', 1280, 860],
  ['phone', 390, 844],
])
  for (const [name, [tab, act, workbook]] of Object.entries(views)) {
    if (process.argv[3] && process.argv[3] !== name) continue;
    const page = await browser.newPage();
    await page.setViewport({ width, height });
    await page.goto(pathToFileURL(join(root, 'dist', 'yusuan.html')).href);
    await page.waitForSelector('#workbook');
    if (workbook) {
      await (await page.$('#workbook')).uploadFile(workbook.endsWith('.xlsx') ? workbook : sample(workbook));
      await page.waitForFunction("document.querySelector('#render-docx')?.disabled === false");
    }
    await page.click(`#tab-${tab}`);
    if (name === 'preview') {
      await page.waitForSelector('.pages .figure');
      await page.evaluate("document.querySelectorAll('.pages td .figure')[3].click()");
      await page.evaluate("document.querySelectorAll('.pages td .figure')[3].scrollIntoView({ block: 'center' })");
      await page.waitForSelector('.preview .id');
    } else await act(page);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const file = join(out, `page-${name}-${look}.png`);
    await page.screenshot({ path: file });
    execFileSync('convert', [file, '-strip', '-colors', '64', `png8:${file}`]);
    await page.close();
  }
await browser.close();
rmSync(folder, { recursive: true, force: true });
