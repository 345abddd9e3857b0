/**
 * samples/sources/<name>.json → samples/<name>.xlsx, by the writer that also makes the blank workbook.
 * Run after `npm run build`: node samples/build.js [name …]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadEdition } from '../dist/editions/load.js';
import { writeWorkbook } from '../dist/workbook/write/index.js';

const here = dirname(fileURLToPath(import.meta.url));
const spareRows = 10;

/** A source says its own year and kind in 基本信息; its shape is `Content` of src/workbook/write. */
export function samplePlan(content) {
  const year = Number(content.基本信息.预算年度);
  const edition = loadEdition(join(here, '..', 'templates'), year);
  const { sheets, withoutColumns } = edition;
  const partNumbers = edition.partNumbers();
  return { year, kindLabel: content.基本信息.公开类型, sheets, withoutColumns, partNumbers, content, spareRows };
}

export const readSource = (name) => JSON.parse(readFileSync(join(here, 'sources', `${name}.json`), 'utf8'));

export const sourceNames = () =>
  readdirSync(join(here, 'sources'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort();

async function main(names) {
  for (const name of names) {
    const path = join(here, `${name}.xlsx`);
    writeFileSync(path, await writeWorkbook(samplePlan(readSource(name))));
    console.log(path);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2);
  await main(wanted.length > 0 ? wanted : sourceNames());
}
