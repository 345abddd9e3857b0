/** npm run demo: renders every sample workbook into out/. Run after the build. */
import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countsText } from '../dist/diagnostics/counts.js';
import { summaryOf } from '../dist/document/summary.js';
import { packagedEditions } from '../dist/editions/packaged.js';
import { examine, hasErrors, renderDocx } from '../dist/index.js';
import { readInput, writeOutput } from '../dist/terminal/files.js';
import { findingsText, summaryLine } from '../dist/terminal/report.js';
import { safeFileName } from '../dist/vocabulary/fileNames.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'out');
mkdirSync(out, { recursive: true });

for (const name of readdirSync(join(root, 'samples'))
  .filter((file) => /^[^~.].*\.xlsx$/.test(file))
  .sort()) {
  const examined = examine(readInput(join(root, 'samples', name)), packagedEditions);
  if (examined.state === 'unreadable' || hasErrors(examined.findings)) {
    console.error(`${name}：没有生成\n${findingsText(examined.findings, { colour: false })}`);
    process.exitCode = 1;
    continue;
  }
  const rendered = await renderDocx(examined.facts, examined.edition);
  const path = join(out, `${safeFileName(rendered.tree.title)}.docx`);
  writeOutput(path, rendered.bytes, true);
  console.log(
    `${relative(process.cwd(), path)}\n  ${summaryLine(summaryOf(rendered))}（${countsText(examined.findings)}）`,
  );
}
