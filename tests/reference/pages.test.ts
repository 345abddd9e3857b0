/** The pages of the docs that are generated: up to date, and complete. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { catalogue } from '../../src/diagnostics/catalogue/index.js';
import { checksPage } from '../../src/reference/checksPage.js';
import { namesPage } from '../../src/reference/namesPage.js';
import { workbookPage } from '../../src/reference/workbookPage.js';
import { layout } from '../../src/workbook/layout/layout.js';
import { withPartNumbers } from '../../src/workbook/layout/printedIn.js';
import { editions, root } from '../support/samples.js';

const onDisk = (name: string) => readFileSync(join(root, 'docs', name), 'utf8').replace(/\r\n/g, '\n');
const inNewest = (text: string) => withPartNumbers(text, editions.load(2026).partNumbers());
const scopes = editions.years.map((year) => editions.load(year));

describe('docs/workbook.md', () => {
  const page = workbookPage(scopes);

  test('is what npm run docs writes', () => {
    expect(onDisk('workbook.md')).toBe(page);
  });

  test('has every column of every sheet with its help', () => {
    const lines = page.split('\n');
    for (const sheet of Object.values(layout)) {
      expect(lines.some((line) => line.startsWith('## ') && line.includes(sheet.name))).toBe(true);
      for (const column of Object.values(sheet.columns)) {
        expect(
          lines.some((line) => line.startsWith(`| ${column.header} |`) && line.includes(inNewest(column.help))),
        ).toBe(true);
      }
    }
  });

  test('says where a sheet is not in every edition', () => {
    const partial = Object.entries(layout).filter(([key]) =>
      scopes.some(({ sheets }) => !sheets.includes(key as never)),
    );
    for (const [, sheet] of partial) expect(page).toMatch(new RegExp(`## \\d+\\. ${sheet.name}（只用于 `));
  });
});

describe('docs/checks.md', () => {
  test('is what npm run docs writes', () => {
    expect(onDisk('checks.md')).toBe(checksPage());
    expect(onDisk('names.md')).toBe(namesPage());
  });

  test('has every code once, and no value without a Chinese name', () => {
    const rows = checksPage()
      .split('\n')
      .filter((line) => /^\| [A-Z]\d\d \|/.test(line));
    expect(rows.map((line) => line.slice(2, 5)).sort()).toEqual(Object.keys(catalogue).sort());
    expect(rows.filter((line) => /〈\w+〉/.test(line))).toEqual([]);
  });
});
