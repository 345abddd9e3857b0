/** One workbook of a batch: what is written, and when it is left alone. */
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { renderOne } from '../../src/batch/renderOne.js';
import { sweep } from '../../src/batch/sweep.js';
import type { Editions } from '../../src/index.js';
import { editions, root } from '../support/samples.js';

let folder = '';
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yusuan-one-'));
  copyFileSync(join(root, 'samples', '2026-unit.xlsx'), at('a.xlsx'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const render = (more: { force?: boolean; version?: string; editions?: Editions } = {}) =>
  renderOne(
    { workbook: at('a.xlsx'), stem: at('out/a'), force: more.force ?? false },
    more.editions ?? editions,
    more.version ?? '1.0.0',
  );
const other = () => copyFileSync(join(root, 'samples', '2026-department.xlsx'), at('a.xlsx'));
const document = () => readFileSync(at('out/a.docx'));

test('document and manifest, and nothing else', async () => {
  expect(await render()).toMatchObject({ status: 'rendered', counts: { error: 0 } });
  expect(readdirSync(at('out')).sort()).toEqual(['a.docx', 'a.manifest.json']);
});

describe('a second run', () => {
  test('leaves alone what is unchanged, and tells the same of it', async () => {
    const first = await render();
    const { mtimeMs } = statSync(at('out/a.docx'));
    const second = await render();
    expect(second).toEqual({ ...first, status: 'unchanged' });
    expect(statSync(at('out/a.docx')).mtimeMs).toBe(mtimeMs);
  });

  test.each<[string, () => unknown, Parameters<typeof render>[0]]>([
    ['the workbook has changed', other, {}],
    ['the version has changed', () => {}, { version: '1.0.1' }],
    ['it is forced', () => {}, { force: true }],
    ['the document is missing', () => rmSync(at('out/a.docx')), {}],
    ['the manifest is missing', () => rmSync(at('out/a.manifest.json')), {}],
    ['the manifest is damaged', () => writeFileSync(at('out/a.manifest.json'), '{'), {}],
  ])('renders again when %s', async (_, change, options) => {
    await render();
    change();
    expect((await render(options)).status).toBe('rendered');
  });

  test('renders again when the edition has changed', async () => {
    await render();
    const load: Editions['load'] = (year) => {
      const edition = editions.load(year);
      const [first, ...rest] = edition.templates;
      return first ? { ...edition, templates: [{ ...first, source: `${first.source}\n` }, ...rest] } : edition;
    };
    expect((await render({ editions: { ...editions, load } })).status).toBe('rendered');
  });
});

describe('a document that was changed by hand', () => {
  test('is not written over', async () => {
    await render();
    writeFileSync(at('out/a.docx'), '改过');
    other();
    expect(await render()).toMatchObject({ status: 'cannotWrite', stale: true });
    expect(document().toString()).toBe('改过');
  });

  test('is written over when forced', async () => {
    await render();
    writeFileSync(at('out/a.docx'), '改过');
    expect((await render({ force: true })).status).toBe('rendered');
  });
});

describe('a workbook that gives no document', () => {
  test('leaves the reasons in a file, which goes when they are mended', async () => {
    const good = readFileSync(at('a.xlsx'));
    writeFileSync(at('a.xlsx'), '项目,金额');
    expect(await render()).toMatchObject({ status: 'unreadable', messages: [expect.stringContaining('F07')] });
    expect(readdirSync(at('out'))).toEqual(['a.问题.txt']);
    writeFileSync(at('a.xlsx'), good);
    expect((await render()).status).toBe('rendered');
    expect(existsSync(at('out/a.问题.txt'))).toBe(false);
  });

  test('says that the document of an earlier run no longer agrees', async () => {
    await render();
    writeFileSync(at('a.xlsx'), '');
    expect(await render()).toMatchObject({ status: 'unreadable', stale: true });
  });

  test('that is not there, or is a folder', async () => {
    const missing = await renderOne({ workbook: at('无.xlsx'), stem: at('out/b'), force: false }, editions, '1');
    expect(missing.status).toBe('unreadable');
  });
});

test('what a killed run left is swept away once it is old', () => {
  writeFileSync(at('.a.docx.123.tmp'), '');
  writeFileSync(at('.b.docx.124.tmp'), '');
  utimesSync(at('.a.docx.123.tmp'), 0, 0);
  sweep(folder, Date.now());
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual(['.b.docx.124.tmp']);
});
