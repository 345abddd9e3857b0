/**
 * The same workbook gives the same bytes: in other processes, time zones and locales, first and second in one process.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { transformSync } from '@swc/core';
import { strFromU8, unzipSync } from 'fflate';
import { annotateFigures } from '../../src/audit/annotateFigures.js';
import { manifestOf, parseManifest } from '../../src/audit/manifest.js';
import { traceOf } from '../../src/audit/trace.js';
import { traceWorkbook } from '../../src/audit/traceSheet.js';
import { editionHash } from '../../src/editions/hash.js';
import { sha256Of } from '../../src/platform/hash.js';
import { editions, examined, root, sampleBytes } from '../support/samples.js';
import { documentOf, sampleNames } from './samples.js';

/** The sources as plain JavaScript beside the templates, so that a fresh process can run them without jest. */
function compiled(): string {
  const cache = resolve(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const target = mkdtempSync(join(cache, 'same-bytes-'));
  const source = join(root, 'src');
  for (const path of readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )) {
    const { code } = transformSync(readFileSync(join(source, path), 'utf8'), {
      jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    });
    const output = join(target, 'dist', path.replace(/ts$/, 'js'));
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, code);
  }
  cpSync(join(root, 'templates'), join(target, 'templates'), { recursive: true });
  cpSync(join(root, 'package.json'), join(target, 'package.json'));
  cpSync(join(root, 'dist/zlib.wasm'), join(target, 'dist/zlib.wasm'));
  writeFileSync(
    join(target, 'hashes.js'),
    `import { readFileSync } from 'node:fs';
     import { examine, renderDocx } from './dist/index.js';
     import { packagedEditions } from './dist/editions/packaged.js';
     import { sha256Of } from './dist/platform/hash.js';
     const hashes = [];
     for (const round of [1, 2]) for (const path of process.argv.slice(2)) {
       const read = examine({ name: 'x.xlsx', bytes: readFileSync(path) }, packagedEditions);
       hashes.push(sha256Of((await renderDocx(read.facts, read.edition)).bytes));
     }
     process.stdout.write(hashes.join(' '));`,
  );
  return target;
}

describe('one workbook, one hash', () => {
  let folder = '';
  beforeAll(() => {
    folder = compiled();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ['Asia/Shanghai', 'zh_CN.UTF-8'],
    ['America/St_Johns', 'tr_TR.UTF-8'],
    ['Pacific/Kiritimati', 'C'],
  ])(
    'all samples, twice, in a process under %s and %s',
    async (TZ, LANG) => {
      const here = await Promise.all(sampleNames.map(async (name) => sha256Of((await documentOf(name)).bytes)));
      const paths = sampleNames.map((name) => join(root, 'samples', `${name}.xlsx`));
      const output = execFileSync(process.execPath, [join(folder, 'hashes.js'), ...paths], {
        encoding: 'utf8',
        env: { ...process.env, TZ, LANG, LC_ALL: LANG, NODE_OPTIONS: '' },
      });
      expect(output.split(' ')).toEqual([...here, ...here]);
    },
    60_000,
  );
});

describe.each(sampleNames)('%s', (name) => {
  test('the annotated copy and the list of figures come out the same again', async () => {
    const document = await documentOf(name);
    const again = await documentOf(name);
    expect(sha256Of(annotateFigures(document))).toBe(sha256Of(annotateFigures(again)));
    const [first, second] = [document, again].map((each) => traceWorkbook(traceOf(each).slice(0, 60), 'x.xlsx'));
    expect(sha256Of((await first) as Uint8Array)).toBe(sha256Of((await second) as Uint8Array));
  });

  test('properties hold the title and the entity, no date and no other name', async () => {
    const { bytes, tree } = await documentOf(name);
    const parts = unzipSync(bytes);
    expect(Object.keys(parts).filter((part) => part.startsWith('docProps/'))).toEqual(['docProps/core.xml']);
    const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array());
    const values = [...core.matchAll(/<(\w+:\w+)(?: [^>]*)?>([^<]+)<\/\1>/g)].map((found) => found[2]);
    const known = [tree.title, tree.entity, 'zh-CN'];
    expect(values.filter((value) => !known.includes(value ?? ''))).toEqual([]);
    expect(core).not.toMatch(/created|modified|lastModifiedBy|\d{4}-\d\d-\d\d/);
  });
});

describe('the manifest', () => {
  const name = '2026-unit';
  const { edition, findings } = examined(name, sampleBytes(name));

  test('says what the document was made of, and nothing of when, where and by whom', async () => {
    const { bytes } = await documentOf(name);
    const workbook = { name: 'u.xlsx', bytes: sampleBytes(name) };
    const manifest = manifestOf({ version: '1.2.3', edition, workbook, document: { name: 'u.docx', bytes }, findings });
    const text = JSON.stringify(manifest);
    expect(manifest.document.sha256).toBe(sha256Of(bytes));
    expect(manifest.workbook).toEqual({ file: 'u.xlsx', sha256: sha256Of(sampleBytes(name)) });
    expect(Object.keys(manifest)).toEqual([
      'format',
      'tool',
      'edition',
      'rounding',
      'workbook',
      'document',
      'findings',
    ]);
    expect(text).not.toMatch(/\d{4}-\d\d-\d\dT|\/home|\/root|[A-Z]:\\\\/);
    expect(parseManifest(text)).toEqual(manifest);
  });

  test('the hash of a form changes with any of its templates and with no order of files', () => {
    const { templates } = edition;
    const [first] = templates;
    if (!first) throw new Error('no templates');
    const changed = templates.map((template) =>
      template === first ? { ...template, source: `${template.source} ` } : template,
    );
    expect(editionHash({ ...edition, templates: [...templates].reverse() })).toBe(editionHash(edition));
    expect(editionHash({ ...edition, templates: changed })).not.toBe(editionHash(edition));
    const years = new Set(editions.years.map((year) => editionHash(editions.load(year))));
    expect(years.size).toBe(editions.years.length);
  });

  test.each(['', '{}', '{"format":"yusuan-manifest/1"}', 'null', '[1]'])('%j is none', (text) => {
    expect(parseManifest(text)).toBeUndefined();
  });
});
