/**
 * Every class of hostile input meets the outcome that docs/hostile.md states. Here the tool's stages run in this
 * process, which is ten times quicker; `npm run hostile` runs each as a process of its own and measures time and
 * memory.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { hasErrors } from '../../src/diagnostics/finding.js';
import { type Examination, examine, renderDocx } from '../../src/index.js';
import { openPublished } from '../../src/published/open/index.js';
import { editions } from '../support/samples.js';
import { repository, sampleParts, zipped } from './book.js';
import { groups, pathCases } from './cases.js';
import { documentGroups } from './documents.js';
import { runPathCase } from './run.js';

const timeout = 180_000;
const read = (bytes: Uint8Array): Examination => examine({ name: '预算.xlsx', bytes }, editions);
const codesOf = ({ findings }: Examination) => findings.map(({ code }) => code);

async function documentOf(examined: Examination): Promise<string> {
  if (examined.state !== 'checked' || hasErrors(examined.findings)) throw new Error(codesOf(examined).join(' '));
  const { bytes } = await renderDocx(examined.facts, examined.edition);
  return Buffer.from(bytes).toString('base64');
}

let untouched: { readonly document: string; readonly codes: readonly string[] };

beforeAll(async () => {
  const examined = read(zipped(sampleParts()));
  untouched = { document: await documentOf(examined), codes: codesOf(examined) };
}, timeout);

/** What takes seconds to make alone; `npm run hostile` has them all. */
const large = /解开 (?:75|300|400) MB|二百万|五百万|九百万|一百万个元素/;
const wanted = (title: string): boolean => process.env.EVERY_HOSTILE !== undefined || !large.test(title);

describe.each([...groups()])('%s', (_, cases) => {
  test.each(cases.filter(([title]) => wanted(title)))(
    '%s',
    async (_name, outcome, make) => {
      const started = process.cpuUsage();
      const examined = read(make());
      const codes: readonly string[] = codesOf(examined);
      if ('refused' in outcome) {
        expect(examined.state).toBe('unreadable');
        expect(codes).toContain(outcome.refused === 'usage' ? 'F14' : outcome.refused);
      } else if ('error' in outcome) {
        expect(hasErrors(examined.findings)).toBe(true);
        if (outcome.error !== 'any') expect(codes).toContain(outcome.error);
      } else {
        const same = (await documentOf(examined)) === untouched.document;
        expect(same).toBe('same' in outcome);
        const added = codes.filter((code) => !untouched.codes.includes(code));
        if ('finding' in outcome) expect(added.join(' ')).toContain(outcome.finding);
      }
      // processor time, and generous: a hang, not a busy machine, should fail here
      expect(process.cpuUsage(started).user / 1e6).toBeLessThan(30);
    },
    timeout,
  );
});

// PDF files are read with what the build makes
describe.each([...documentGroups()])('%s', (title, cases) => {
  const run = title.includes('PDF') && !existsSync(join(repository, 'dist', 'pdf', 'pdfjs.cjs')) ? test.skip : test;
  run.each([...cases])(
    '%s',
    async (_name, outcome, make) => {
      const started = process.cpuUsage();
      const result = await openPublished({ name: '公开文本', bytes: make() });
      const codes = result.ok ? [] : result.findings.map(({ code }) => code);
      expect(codes).toEqual('read' in outcome ? [] : [outcome.refused]);
      expect(process.cpuUsage(started).user / 1e6).toBeLessThan(30);
    },
    timeout,
  );
});

// `npm test` builds first; without a build there is no process to run
const built = existsSync(join(repository, 'dist', 'cli', 'main.js'));

(built ? describe : describe.skip)('files and paths', () => {
  test.each([...pathCases()])(
    '%s',
    async (...one) => {
      expect((await runPathCase(one)).problem).toBe('');
    },
    timeout,
  );
});
