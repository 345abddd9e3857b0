/** Our own documents back to workbooks: everything that they print is printed again. */
import { describe, expect, test } from '@jest/globals';
import { importMatch } from '../../src/import/index.js';
import { importPlan } from '../../src/import/workbook.js';
import { examine } from '../../src/index.js';
import { match } from '../../src/published/match/index.js';
import { layout } from '../../src/workbook/layout/layout.js';
import { importSheetName } from '../../src/workbook/layout/lists.js';
import { readWorkbook } from '../../src/workbook/read/index.js';
import { writeWorkbook } from '../../src/workbook/write/index.js';
import { sampleBook } from '../support/book.js';
import { publishedOf } from '../support/printedValues.js';
import { editions } from '../support/samples.js';

const published = (name: string) => match(publishedOf(sampleBook(name).compose().tree), editions);

/** What these documents do not print, and no document without it. */
const notPublished: Readonly<Record<string, readonly string[]>> = {
  '2026-unit': ['C01 单位性质'],
  '2026-department': [],
  '2025-department': ['C01 单位性质'],
  // three 事业单位 of unknown kind, and a code that only last year had
  '2024-department': [
    'C01 单位性质',
    'C01 单位性质',
    'C01 单位性质',
    'C01 功能科目编码',
    'C01 科目编码',
    'C01 科目编码',
  ],
};

describe.each(Object.keys(notPublished))('%s', (name) => {
  const matched = published(name);
  const imported = importMatch(matched);
  const { proof } = imported;

  test('every figure and every text that was read is printed again', () => {
    expect(proof.differences.map(({ value, found }) => `${value.path}: ${value.text} | ${found}`)).toEqual([]);
    expect([proof.reproduced, proof.textsReproduced]).toEqual([proof.figures, proof.texts]);
    expect(proof.figures).toBeGreaterThan(900);
  });

  test('the workbook is read without errors but for what is not published', async () => {
    const bytes = await writeWorkbook(importPlan(imported, matched, matched.edition, '公开.docx'));
    const { findings } = examine({ name: '工作簿.xlsx', bytes }, editions);
    const errors = findings.filter(({ severity }) => severity === 'error');
    const expected = notPublished[name] ?? [];
    expect(errors.map(({ code, column }) => `${code} ${column}`).sort()).toEqual([...expected].sort());
    const read = readWorkbook(bytes, '工作簿.xlsx');
    expect(read.ok && read.workbook.sheets[0]?.name).toBe(importSheetName);
  });

  test('a withheld project has its name and nothing else', () => {
    const projects = imported.draft.projects;
    const rows = Array.isArray(projects) ? projects : [];
    const withheld = rows.filter((row) => row.disclosure?.text === '不予公开');
    const hidden = Object.entries(layout.projects.columns).filter(([, column]) => column.withheldWithProject);
    for (const row of withheld) for (const [key] of hidden) expect(row[key]).toBeUndefined();
    if (name !== '2025-department') expect(withheld.length).toBeGreaterThan(0);
  });
});
