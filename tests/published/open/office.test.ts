/** Our documents as LibreOffice saves them: a Word file, a web page and a PDF that our writers never made. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { DocumentTree } from '../../../src/document/tree.js';
import { compose, renderDocx } from '../../../src/index.js';
import { openAny } from '../../../src/terminal/published.js';
import { examined, namesIn, sampleBytes } from '../../support/samples.js';
import { layoutToolsInstalled, testIf } from '../../support/tools.js';
import { opened } from './open.js';
import { type Printed, printedBy, printedOnPages, readFrom } from './printed.js';

// where other programs use the machine too
jest.setTimeout(120_000);

const timeout = 300_000;
const names = namesIn('samples', '.xlsx');
const trees = new Map<string, DocumentTree>();
const folder = mkdtempSync(join(tmpdir(), 'yusuan-open-'));
const saved = (name: string, extension: string) => readFileSync(join(folder, extension, `${name}.${extension}`));
const testWithOffice = testIf(layoutToolsInstalled, 'LibreOffice');

beforeAll(async () => {
  if (!layoutToolsInstalled) return;
  for (const name of names) {
    const { facts, edition } = examined(name, sampleBytes(name));
    trees.set(name, compose(facts, edition).tree);
    writeFileSync(join(folder, `${name}.docx`), (await renderDocx(facts, edition)).bytes);
  }
  const files = names.map((name) => join(folder, `${name}.docx`));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  for (const target of ['docx:MS Word 2007 XML', 'html', 'pdf', 'doc']) {
    const output = join(folder, target.split(':')[0] ?? '');
    mkdirSync(output);
    const own = target === 'doc' ? files.slice(0, 1) : files;
    execFileSync('soffice', ['--headless', profile, '--convert-to', target, '--outdir', output, ...own], {
      stdio: 'ignore',
      timeout,
    });
  }
}, timeout);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(names)('%s, saved by LibreOffice', (name) => {
  const tree = (): DocumentTree => trees.get(name) as DocumentTree;

  testWithOffice('as .docx: every paragraph and cell, with its spans', async () => {
    expect(readFrom(await opened(saved(name, 'docx')))).toEqual(printedBy(tree()));
  });

  testWithOffice('as a web page: every paragraph and cell, with its spans', async () => {
    expect(readFrom(await opened(saved(name, 'html')))).toEqual(printedBy(tree()));
  });

  testWithOffice('as PDF: every ruled cell, with its spans, in tables joined over pages; every paragraph', async () => {
    const document = await opened(saved(name, 'pdf'));
    const [own, read] = [printedOnPages(tree()), readFrom(document)];
    expect(document.notices).toEqual([]);
    expect(read.filter((block) => typeof block !== 'string')).toEqual(own.filter((block) => typeof block !== 'string'));
    expect(inOrder(textsIn(own), textsIn(read))).toEqual([]);
  });
});

testWithOffice(
  'a .doc is saved anew first, and that is told; without LibreOffice it is refused with a way out',
  async () => {
    const [name = ''] = names;
    const bytes = new Uint8Array(saved(name, 'doc'));
    const result = await openAny({ name: '公开.doc', bytes });
    if (!result.ok) throw new Error(result.findings[0]?.message);
    expect(result.document.notices[0]).toBe(
      '“公开.doc”是旧格式，由 LibreOffice 转换成 .docx 后读取，个别版式可能与原文件不同。',
    );
    expect(readFrom(result.document)).toEqual(printedBy(trees.get(name) as DocumentTree));
    expect(await openAny({ name: '公开.doc', bytes }, join(folder, 'nowhere'))).toMatchObject({
      ok: false,
      findings: [{ code: 'F37' }],
    });
  },
  timeout,
);

/** LibreOffice's PDF loses a comma at the end of a line now and then. */
const textsIn = (printed: readonly Printed[]): string[] =>
  printed.flatMap((block) => (typeof block === 'string' ? [block.replace(/[，、]/g, '')] : []));

/**
 * Which of the texts are not found among the others in their order. A line may have been broken where a writer put a
 * break: then its pieces follow.
 */
function inOrder(texts: readonly string[], among: readonly string[]): string[] {
  let from = 0;
  return texts.filter((text) => {
    for (let at = from; at < among.length; at += 1) {
      let [end, joined] = [at, among[at] ?? ''];
      while (joined.length < text.length && text.startsWith(joined) && end - at < 3) joined += among[++end] ?? '';
      if (joined !== text) continue;
      from = end + 1;
      return false;
    }
    return true;
  });
}
