import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { transformSync } from '@swc/core';
import { unzipSync } from 'fflate';
import { writeDocx } from '../../../src/writers/docx/index.js';
import { wholeDocument } from './tree.js';

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/**
 * The writer as plain JavaScript in a folder that finds the packages, so that a fresh process can run it without jest.
 */
function compileWriter(): string {
  const source = resolve('src');
  const cache = resolve('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const target = mkdtempSync(join(cache, 'docx-writer-'));
  for (const folder of ['platform', 'container', 'document', 'writers/docx']) {
    for (const file of readdirSync(join(source, folder)).filter((name) => name.endsWith('.ts'))) {
      const path = join(source, folder, file);
      const { code } = transformSync(readFileSync(path, 'utf8'), {
        jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
      });
      const output = join(target, relative(source, path).replace(/ts$/, 'js'));
      mkdirSync(dirname(output), { recursive: true });
      writeFileSync(output, code);
    }
  }
  writeFileSync(join(target, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(target, 'run.js'),
    `import { createHash } from 'node:crypto'; import { writeDocx } from './writers/docx/index.js'; import { readFileSync } from 'node:fs';
     const bytes = await writeDocx(JSON.parse(readFileSync(0, 'utf8')));
     process.stdout.write(createHash('sha256').update(bytes).digest('hex'));`,
  );
  return target;
}

describe('the same tree gives the same bytes', () => {
  let folder = '';
  beforeAll(() => {
    folder = compileWriter();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('first, second and later in one process', async () => {
    const first = sha(await writeDocx(wholeDocument()));
    for (let again = 0; again < 5; again++) expect(sha(await writeDocx(wholeDocument()))).toBe(first);
  });

  test.each([
    ['Asia/Urumqi', 'zh_CN.UTF-8'],
    ['America/St_Johns', 'tr_TR.UTF-8'],
    ['Pacific/Kiritimati', 'C'],
  ])('in another process under %s and %s', async (TZ, LANG) => {
    const output = execFileSync(process.execPath, [join(folder, 'run.js')], {
      input: JSON.stringify(wholeDocument()),
      env: { ...process.env, TZ, LANG, LC_ALL: LANG, NODE_OPTIONS: '' },
    });
    expect(output.toString()).toBe(sha(await writeDocx(wholeDocument())));
  });

  test('content types come first, then the parts by name', async () => {
    const names = Object.keys(unzipSync(await writeDocx(wholeDocument())));
    expect(names[0]).toBe('[Content_Types].xml');
    expect(names.slice(1)).toEqual(names.slice(1).sort());
  });

  test('every part has a content type and every relationship a target', async () => {
    const parts = unzipSync(await writeDocx(wholeDocument()));
    const text = (path: string) => Buffer.from(parts[path] ?? []).toString();
    const types = [...text('[Content_Types].xml').matchAll(/PartName="\/([^"]*)"/g)].map((match) => match[1] ?? '');
    const targets = [...text('word/_rels/document.xml.rels').matchAll(/Target="([^"]*)"/g)].map(
      (match) => `word/${match[1]}`,
    );
    for (const path of [...types, ...targets]) expect(Object.keys(parts)).toContain(path);
  });
});
