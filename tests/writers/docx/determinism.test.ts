import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { writeDocx } from '../../../src/writers/docx/index.js';
import { wholeDocument } from './tree.js';

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** For a fresh process without jest: the writer as the build has it. */
const program = `import { createHash } from 'node:crypto'; import { readFileSync } from 'node:fs';
import { writeDocx } from ${JSON.stringify(pathToFileURL(resolve('dist/writers/docx/index.js')).href)};
const bytes = await writeDocx(JSON.parse(readFileSync(0, 'utf8')));
process.stdout.write(createHash('sha256').update(bytes).digest('hex'));`;

describe('the same tree gives the same bytes', () => {
  test('first, second and later in one process', async () => {
    const first = sha(await writeDocx(wholeDocument()));
    for (let again = 0; again < 5; again++) expect(sha(await writeDocx(wholeDocument()))).toBe(first);
  });

  test.each([
    ['Asia/Urumqi', 'zh_CN.UTF-8'],
    ['America/St_Johns', 'tr_TR.UTF-8'],
    ['Pacific/Kiritimati', 'C'],
  ])('in another process under %s and %s', async (TZ, LANG) => {
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
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
