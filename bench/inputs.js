/**
 * What the bench measures with: workbooks of 1, 4 and 16 times the rows, and for the others a template and data of the
 * same document.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { readSource, samplePlan } from '../samples/build.js';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, '..', 'dist');
const name = '2026-department';

/** Sheets whose rows are a project's. */
const projectSheets = ['项目信息', '项目支出', '项目绩效目标', '项目绩效指标'];

/**
 * The department's workbook with every project `times` times over. What the approval says no longer agrees and is left
 * out.
 */
export async function workbookOf(times, folder) {
  const { writeWorkbook } = await import('../dist/workbook/write/index.js');
  const content = structuredClone(readSource(name));
  if (times > 1) content.批复数核对 = [];
  for (const sheet of projectSheets) {
    const rows = content[sheet];
    content[sheet] = Array.from({ length: times }, (_, copy) => rows.map((row) => renamed(row, copy))).flat();
  }
  const path = join(folder, `${name}-${times}.xlsx`);
  writeFileSync(path, await writeWorkbook(samplePlan(content)));
  return path;
}

/** Names of projects and of their goal tables are made their own; orders are numbers that must not occur twice. */
function renamed(row, copy) {
  if (copy === 0) return row;
  const moved = Object.entries(row).map(([header, value]) => {
    if (value === '') return [header, value];
    if (/顺序$/.test(header)) return [header, String(Number(value) + copy * 1000)];
    return [header, ['项目名称', '绩效目标表'].includes(header) ? `${value}（${copy + 1}）` : value];
  });
  return Object.fromEntries(moved);
}

export async function treeOf(path) {
  const [{ examine, compose }, { packagedEditions }] = await Promise.all([
    import(join(dist, 'index.js')),
    import(join(dist, 'editions', 'packaged.js')),
  ]);
  const examined = examine({ name: path, bytes: readFileSync(path) }, packagedEditions);
  const errors = examined.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return compose(examined.facts, examined.edition).tree;
}

const text = (inlines) => inlines.map((inline) => (inline.kind === 'text' ? inline.text : '\n')).join('');
const run = (tag) => [{ kind: 'text', text: tag, bold: false }];

/**
 * The document as a template: a tag for every paragraph and heading, a row to repeat for every table. `times`
 * multiplies the data's rows. Both tools take the same tags.
 */
export async function peerInput(tree, times, folder) {
  const { writeDocx } = await import('../dist/writers/docx/index.js');
  const data = {};
  let number = 0;
  const tagged = (block) => {
    number += 1;
    if (block.kind === 'contents') return block;
    if (block.kind !== 'table') {
      data[`p${number}`] = text(block.inlines);
      return { ...block, inlines: run(`{p${number}}`) };
    }
    const columns = block.widths.length;
    const cells = (row) => row.cells.flatMap((cell) => [text(cell.inlines), ...Array(cell.columnSpan - 1).fill('')]);
    const rows = block.body.map((row) => Object.fromEntries(cells(row).map((value, index) => [`c${index}`, value])));
    data[`t${number}`] = Array.from({ length: times }, () => rows).flat();
    const plain = { columnSpan: 1, rowSpan: 1, align: 'left', bold: false, indent: 0, border: true };
    const body = Array.from({ length: columns }, (_, index) => {
      const open = index === 0 ? `{#t${number}}` : '';
      const close = index === columns - 1 ? `{/t${number}}` : '';
      return { ...plain, inlines: run(`${open}{c${index}}${close}`) };
    });
    return { ...block, body: [{ cells: body }] };
  };
  const sections = tree.sections.map((section) => ({ ...section, blocks: section.blocks.map(tagged) }));
  const template = join(folder, `template-${times}.docx`);
  const facts = join(folder, `facts-${times}.json`);
  writeFileSync(template, await writeDocx({ ...tree, sections }));
  writeFileSync(facts, JSON.stringify(data));
  return { template, facts };
}

/**
 * The finished document taken apart: its document.xml cut at every text, as a program that only concatenates would hold
 * it.
 */
export async function floorInput(tree, times, folder) {
  const { writeDocx } = await import('../dist/writers/docx/index.js');
  const parts = Object.entries(unzipSync(await writeDocx(tree))).map(([path, data]) => [path, strFromU8(data)]);
  const pieces = Object.fromEntries(parts)['word/document.xml'].split(/(?<=<w:t xml:space="preserve">)|(?=<\/w:t>)/);
  const path = join(folder, `floor-${times}.json`);
  writeFileSync(path, JSON.stringify({ pieces, others: parts.filter(([name]) => name !== 'word/document.xml') }));
  return path;
}
