/**
 * Brings the amounts of the sources (samples/sources/*.json) to where they print the published figures: the 元 that
 * import finds for any published document (src/import/yuan.ts), asked of tests/published. What prints as published
 * stays. After `npm run build`: node samples/solve.js [name …]; --check changes nothing and fails where it would.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagedEditions } from '../dist/editions/packaged.js';
import { Printed } from '../dist/import/printed.js';
import { trialOf } from '../dist/import/trial.js';
import { inYuan } from '../dist/import/yuan.js';
import { compose } from '../dist/index.js';
import { match } from '../dist/published/match/index.js';
import { openPublished } from '../dist/published/open/index.js';
import { layout } from '../dist/workbook/layout/layout.js';
import { writeDocx } from '../dist/writers/docx/index.js';
import { readSource, sourceNames } from './build.js';

const here = dirname(fileURLToPath(import.meta.url));
const published = (name) => JSON.parse(readFileSync(join(here, '..', 'tests', 'published', `${name}.json`), 'utf8'));

/** The source's cells by the layout's own keys, as import has them. */
function draftOf(content, edition) {
  const rowOf = (columns, row) =>
    Object.fromEntries(
      Object.entries(columns).flatMap(([key, { header }]) =>
        row[header] === undefined ? [] : [[key, { text: row[header], origin: 'printed', how: '' }]],
      ),
    );
  const sheets = edition.sheets.map((key) => {
    const { name, columns } = layout[key];
    const part = content[name] ?? [];
    return [key, Array.isArray(part) ? part.map((row) => rowOf(columns, row)) : rowOf(columns, part)];
  });
  return Object.fromEntries(sheets);
}

/** A text with its figures in place of its own, as many as it has. */
const withFigures = (text, pattern, next) => text.replace(new RegExp(pattern, 'g'), () => next());

/** The document of a source with the figures of the published one: tables cell by cell, sentences in their order. */
function asPublished(document, { figurePattern, tables, paragraphs }) {
  const sentences = paragraphs.flatMap(({ figures }) => figures ?? []);
  let sentence = 0;
  const statements = Object.values(tables).filter(({ rows }) => rows.length > 0);
  let statement = 0;
  const blocks = document.blocks.map((block) => {
    if (block.kind === 'paragraph') {
      const text = withFigures(block.text, figurePattern, () => sentences[sentence++] ?? 'lacking');
      return { ...block, text };
    }
    const body = block.rows.filter(({ head }) => !head);
    const wanted = statements[statement]?.rows;
    if (wanted === undefined || body.length !== wanted.length) return block;
    statement += 1;
    let row = 0;
    const rows = block.rows.map((own) => {
      if (own.head) return own;
      const texts = wanted[row++];
      const cells = own.cells.map((cell) =>
        /^[\d,.]+$/.test(texts[cell.column] ?? '') ? { ...cell, text: texts[cell.column] } : cell,
      );
      return { ...own, cells };
    });
    return { ...block, rows };
  });
  if (sentence !== sentences.length || statement !== statements.length)
    throw new Error(`${sentence} of ${sentences.length} figures, ${statement} of ${statements.length} tables`);
  return { ...document, blocks };
}

/** A source as it is, and with its amounts brought to where they print what is published. Throws where none do. */
async function solved(name) {
  const content = readSource(name);
  const { 预算年度: year, 公开类型: kind } = content.基本信息;
  const edition = packagedEditions.load(Number(year));
  const draft = draftOf(content, edition);
  const trial = trialOf(draft, { year: Number(year), kind }, edition);
  const bytes = await writeDocx(compose(trial.facts, edition).tree);
  const opened = await openPublished({ name: `${name}.docx`, bytes });
  const { values, flags } = match(asPublished(opened.document, published(name)), packagedEditions);
  // amounts within their bounds are not drawn towards the middle, as if they were exact
  const read = new Printed(values, flags, { inYuan: true, at: () => undefined });
  const found = inYuan(draft, read, trial);
  if (found.broken > 0) throw new Error(`${name}：有 ${found.broken} 个公开的数没有元能印出来`);
  return { content, draft, found: found.draft, amounts: found.amounts };
}

/** The content with the amounts that were moved, and each of those in a line. */
function moved({ content, draft, found }) {
  const changes = [];
  for (const [key, sheet] of Object.entries(draft)) {
    const { name, columns } = layout[key];
    const rows = Array.isArray(sheet) ? sheet : [sheet];
    rows.forEach((row, at) => {
      for (const [column, { text }] of Object.entries(row)) {
        const own = (Array.isArray(found[key]) ? found[key][at] : found[key])[column].text;
        if (own === text) continue;
        const holder = Array.isArray(sheet) ? content[name][at] : content[name];
        holder[columns[column].header] = own;
        changes.push(`  ${name} 第 ${at + 1} 行 ${columns[column].header}：${text} → ${own}`);
      }
    });
  }
  return changes;
}

const wanted = process.argv.slice(2);
const names = wanted.filter((one) => !one.startsWith('--'));
for (const name of names.length > 0 ? names : sourceNames()) {
  const result = await solved(name);
  const changes = moved(result);
  console.log(`${name}：${result.amounts} 个金额，调整 ${changes.length} 个`);
  for (const change of changes) console.log(change);
  if (changes.length === 0) continue;
  if (wanted.includes('--check')) process.exitCode = 1;
  else writeFileSync(join(here, 'sources', `${name}.json`), `${JSON.stringify(result.content, null, 2)}\n`);
}
