/** Our documents as LibreOffice saves them: a Word file, a web page and a PDF that our writers never made. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Edition } from '../../../src/document/edition.js';
import type { DocumentTree } from '../../../src/document/tree.js';
import { buildView } from '../../../src/figures/view/view.js';
import { compose, renderDocx } from '../../../src/index.js';
import type { Facts } from '../../../src/model/facts.js';
import type { PublishedDocument } from '../../../src/published/document.js';
import { match } from '../../../src/published/match/index.js';
import { openAny } from '../../../src/terminal/published.js';
import { printedWithPaths } from '../../support/printedValues.js';
import { randomFacts } from '../../support/randomFacts.js';
import { breaches, noBreach } from '../../support/readBack.js';
import { editions, examined, namesIn, sampleBytes } from '../../support/samples.js';
import { layoutToolsInstalled, testIf } from '../../support/tools.js';
import { opened } from './open.js';
import { type Printed, printedBy, printedOnPages, readFrom } from './printed.js';

// where other programs use the machine too
jest.setTimeout(120_000);

const timeout = 600_000;
interface Document {
  readonly name: string;
  readonly facts: Facts;
  readonly edition: Edition;
  readonly tree: DocumentTree;
}

const documentOf = (name: string, facts: Facts, edition: Edition): Document => ({
  ...{ name, facts, edition, tree: compose(facts, edition).tree },
});

const long = process.env.LAW_OFFICE !== undefined;

/** The oldest form and the newest, a 部门 and a 单位; by `npm run fuzz` all samples, two of them with other facts too. */
const documents: readonly Document[] = namesIn('samples', '.xlsx').flatMap((name, index, { length }) => {
  if (!long && index !== 0 && index !== length - 1) return [];
  const { facts, edition } = examined(name, sampleBytes(name));
  const own = documentOf(name, facts, edition);
  return index < 2 || !long ? [own] : [own, documentOf(`${name}-random`, randomFacts(facts, index), edition)];
});
const folder = mkdtempSync(join(tmpdir(), 'yusuan-open-'));
const saved = (name: string, extension: string) => readFileSync(join(folder, extension, `${name}.${extension}`));
const testWithOffice = testIf(layoutToolsInstalled, 'LibreOffice');

beforeAll(async () => {
  if (!layoutToolsInstalled) return;
  for (const { name, facts, edition } of documents) {
    writeFileSync(join(folder, `${name}.docx`), (await renderDocx(facts, edition)).bytes);
  }
  const files = documents.map(({ name }) => join(folder, `${name}.docx`));
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

describe.each(documents)('$name, saved by LibreOffice', ({ name, facts, edition, tree }) => {
  /** Figures and texts read back by their paths. */
  const law = (document: PublishedDocument) => {
    const view = buildView(facts, edition);
    return breaches(view, printedWithPaths(view, edition).expected, match(document, editions));
  };

  testWithOffice('as .docx: every paragraph and cell, with its spans, and every value with its path', async () => {
    const document = await opened(saved(name, 'docx'));
    expect(readFrom(document)).toEqual(printedBy(tree));
    expect(law(document)).toEqual(noBreach);
  });

  testWithOffice('as a web page: every paragraph and cell, with its spans, and every value with its path', async () => {
    const document = await opened(saved(name, 'html'));
    expect(readFrom(document)).toEqual(printedBy(tree));
    expect(law(document)).toEqual(noBreach);
  });

  testWithOffice('as PDF: every ruled cell, in tables joined over pages; every paragraph; every value', async () => {
    const document = await opened(saved(name, 'pdf'));
    const [own, read] = [printedOnPages(tree), readFrom(document)];
    expect(document.notices).toEqual([]);
    expect(read.filter((block) => typeof block !== 'string')).toEqual(own.filter((block) => typeof block !== 'string'));
    expect(inOrder(textsIn(own), textsIn(read))).toEqual([]);
    const { lost, wrong, ...others } = law(document);
    expect(wrong.map(withoutCommas)).toEqual(lost.map(withoutCommas));
    expect({ ...others, lost: [], wrong: [] }).toEqual(noBreach);
  });
});

testWithOffice(
  'a .doc is saved anew first, and that is told; without LibreOffice it is refused with a way out',
  async () => {
    const [{ name, tree }] = documents as readonly [Document];
    const bytes = new Uint8Array(saved(name, 'doc'));
    const result = await openAny({ name: '公开.doc', bytes });
    if (!result.ok) throw new Error(result.findings[0]?.message);
    expect(result.document.notices[0]).toBe(
      '“公开.doc”是旧格式，由 LibreOffice 转换成 .docx 后读取，个别版式可能与原文件不同。',
    );
    expect(readFrom(result.document)).toEqual(printedBy(tree));
    expect(await openAny({ name: '公开.doc', bytes }, join(folder, 'nowhere'))).toMatchObject({
      ok: false,
      findings: [{ code: 'F37' }],
    });
  },
  timeout,
);

/** LibreOffice's PDF loses a comma at the end of a line now and then. */
const withoutCommas = (text: string): string => text.replace(/[，、]/g, '');

const textsIn = (printed: readonly Printed[]): string[] =>
  printed.flatMap((block) => (typeof block === 'string' ? [withoutCommas(block)] : []));

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
