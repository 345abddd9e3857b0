/**
 * npm run docs: docs/workbook.md from the layout, docs/checks.md from the catalogue, docs/names.md from the view. With
 * --check: fails when they are stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagedEditions } from '../dist/editions/packaged.js';
import { checksPage } from '../dist/reference/checksPage.js';
import { namesPage } from '../dist/reference/namesPage.js';
import { workbookPage } from '../dist/reference/workbookPage.js';

const docs = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs');
const editions = packagedEditions.years.map((year) => packagedEditions.load(year));
const pages = { 'workbook.md': workbookPage(editions), 'checks.md': checksPage(), 'names.md': namesPage() };
const check = process.argv.includes('--check');

function current(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

for (const [name, text] of Object.entries(pages)) {
  const path = join(docs, name);
  if (!check) {
    writeFileSync(path, text);
    console.log(`docs/${name}`);
  } else if (current(path) !== text) {
    console.error(`docs/${name} is stale: run npm run docs`);
    process.exitCode = 1;
  }
}
