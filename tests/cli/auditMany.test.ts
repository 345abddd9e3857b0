/**
 * Many published documents at once: findings of each, a table of all, and a second run that goes on where the first
 * ended.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { auditOne } from '../../src/batch/auditOne.js';
import { documentFile, planBatch, workbooksBeside } from '../../src/batch/plan.js';
import { renderDocx } from '../../src/index.js';
import { readDataPackage } from '../../src/writers/data/read.js';
import { editions, examined, sampleBytes } from '../support/samples.js';
import { openTerminal, type Terminal } from '../support/terminal.js';

let terminal: Terminal;
const path = (name: string) => join(terminal.folder, name);
const job = (name: string) => ({ document: path(name), stem: path(`结果/${name}`), force: false });

beforeEach(async () => {
  terminal = openTerminal();
  mkdirSync(path('结果'));
  const { facts, edition } = examined('2026-unit', sampleBytes('2026-unit'));
  const { bytes } = await renderDocx(facts, edition);
  writeFileSync(path('对.docx'), bytes);
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace('>51.36%<', '>15.36%<');
  writeFileSync(path('错.docx'), zipSync({ ...parts, 'word/document.xml': strToU8(xml) }));
  writeFileSync(path('通知.html'), '<p>关于召开会议的通知</p><p>会议经费12.50万元。</p>');
});
afterEach(() => terminal.close());

test('each gets its page, a Word file its comments; what has not changed is left alone', async () => {
  const wrong = await auditOne(job('错.docx'), editions, '1');
  expect(wrong).toMatchObject({
    status: 'audited',
    year: 2026,
    counts: { share: 1 },
    tables: { found: 18, missing: 0 },
  });
  expect(readFileSync(path('结果/错.docx.问题.html'), 'utf8')).toContain(
    '2,239.89 ÷ 4,360.97 应为 51.36%，说明为 15.36%',
  );
  const comments = unzipSync(readFileSync(path('结果/错.docx.批注.docx')))['word/comments.xml'];
  expect(strFromU8(comments ?? new Uint8Array())).toContain('占比算不平');
  expect(await auditOne(job('错.docx'), editions, '1')).toMatchObject({ status: 'unchanged', counts: { share: 1 } });
  expect(await auditOne(job('错.docx'), editions, '2')).toMatchObject({ status: 'audited' });
  writeFileSync(path('错.docx'), readFileSync(path('对.docx')));
  const data = path('数据/错.docx（数据）.zip');
  const withData = await auditOne({ ...job('错.docx'), data }, editions, '2');
  expect(withData).toMatchObject({ status: 'audited', counts: {} });
  expect(readDataPackage(readFileSync(data))).toMatchObject({ ok: true, data: { year: '2026' } });
  rmSync(data);
  expect(await auditOne({ ...job('错.docx'), data }, editions, '2')).toMatchObject({ status: 'audited' });
  expect(existsSync(data)).toBe(true);
  expect(existsSync(path('结果/错.docx.批注.docx'))).toBe(false);
});

test('what is no document of ours, and what cannot be read, is told', async () => {
  expect(await auditOne(job('通知.html'), editions, '1')).toMatchObject({ status: 'notRecognised', year: 0 });
  writeFileSync(path('坏.docx'), 'x');
  expect(await auditOne(job('坏.docx'), editions, '1')).toMatchObject({ status: 'unreadable', year: 0 });
  expect(await auditOne(job('没有.docx'), editions, '1')).toMatchObject({ status: 'unreadable' });
});

test('documents are found by their names; what an audit wrote is none', () => {
  for (const name of ['甲.pdf', '~$对.docx', '对.批注.docx', '对.问题.html', '书.xlsx']) writeFileSync(path(name), 'x');
  writeFileSync(path('总表.xlsx'), 'x');
  const plan = planBatch([terminal.folder], path('结果'), documentFile);
  expect(workbooksBeside(plan)).toEqual(['书.xlsx']);
  expect(plan.jobs.map(({ name }) => name)).toEqual(['对.docx', '甲.pdf', '通知.html', '错.docx'].sort());
});
