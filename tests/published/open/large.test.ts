/** A PDF of sixty pages, opened in a process of its own: its time and memory have limits. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, jest } from '@jest/globals';
import { openFile } from '../../hostile/run.js';
import { at, gridded, pdf } from '../../support/pdf.js';
import { root } from '../../support/samples.js';
import { testIf } from '../../support/tools.js';

jest.setTimeout(120_000);

const built = existsSync(join(root, 'dist', 'pdf', 'pdfjs.cjs'));

testIf(built, 'npm run build')('sixty pages of text and tables', async () => {
  const xs = Array.from({ length: 11 }, (_, column) => 40 + column * 32);
  const ys = Array.from({ length: 26 }, (_, row) => 540 - row * 20);
  const rows = ys.slice(1).map((_, row) => xs.slice(1).map((__, column) => `${row}${column}.0`));
  const page = (number: number) => at(40, 560, `第${number}张表的说明文字，后面是一张表。`) + gridded(xs, ys, rows);
  const bytes = pdf(Array.from({ length: 60 }, (_, index) => ({ content: page(index + 1) })));
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-large-'));
  try {
    const file = join(folder, 'large.pdf');
    writeFileSync(file, bytes);
    const { stdout, processor, megabytes } = await openFile(file);
    expect(JSON.parse(stdout)).toEqual({ read: 120 });
    // processor time; on a quiet machine about a third of it
    expect(processor).toBeLessThan(4_000);
    expect(megabytes).toBeLessThan(250);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
