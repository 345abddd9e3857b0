/**
 * npm run fuzz -- --minutes N [--seed S]: mutated samples until the time is up. Prints what was found and the counts; 1
 * when anything was.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagedEditions } from '../../dist/editions/packaged.js';
import { compose, examineCells } from '../../dist/index.js';
import { guideSheetName } from '../../dist/workbook/layout/layout.js';
import { listSheetName, resultSheetName } from '../../dist/workbook/layout/lists.js';
import { readWorkbook } from '../../dist/workbook/read/index.js';
import { writeDocx } from '../../dist/writers/docx/index.js';
import { everyCell, untouched } from './everyCell.js';
import { byteInput, cellInput, sampleOf } from './inputs.js';

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const minutes = option('minutes', 1);
let seed = option('seed', Date.now() % 1e9);

const loaded = new Map();
const load = (year) => loaded.get(year) ?? loaded.set(year, packagedEditions.load(year)).get(year);
const tool = { readWorkbook, examineCells, compose, writeDocx, editions: { years: packagedEditions.years, load } };
const ignored = [guideSheetName, listSheetName, resultSheetName];
const folder = join(import.meta.dirname, '..', '..', 'samples');
const samples = readdirSync(folder)
  .filter((name) => /^\d.*\.xlsx$/.test(name))
  .map((name) => sampleOf(tool, name, readFileSync(join(folder, name))));
const whole = new Map(samples.map((sample) => [sample, untouched({ ...tool, ignored }, sample.name, sample.workbook)]));
/** Something put into an empty cell is printed or named. */
const emptyCell = (_, sample, number) => everyCell({ ...tool, ignored }, whole.get(sample), number);

const counts = {};
let found = 0;
const until = Date.now() + minutes * 60_000;
console.log(`从种子 ${seed} 开始，${minutes} 分钟，${samples.length} 份样本`);
while (Date.now() < until) {
  const sample = samples[seed % samples.length];
  for (const [kind, input] of [
    ['单元格', cellInput],
    ['字节', byteInput],
    ['空格', emptyCell],
  ]) {
    let ended = '发现问题';
    try {
      ended = await input(tool, sample, seed);
    } catch (error) {
      found += 1;
      console.error(`\n✗ ${error.message}`);
    }
    const key = `${kind} ${ended}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  seed += 1;
}
for (const [key, count] of Object.entries(counts).sort()) console.log(`${key.padEnd(16)} ${count}`);
process.exitCode = found > 0 ? 1 : 0;
