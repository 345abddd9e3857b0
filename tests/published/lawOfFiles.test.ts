/**
 * The law of reading through files: what was rendered from any facts and saved as .docx, saved again by LibreOffice, or
 * printed as PDF, is read as it was rendered. And audit finds no fault in a document whose facts add up. LAW_FILES=100
 * makes so many documents (npm run fuzz), LAW_OFFICE=1 sends them through LibreOffice.
 */
import { describe, expect, test } from '@jest/globals';
import { audit } from '../../src/audit/audit.js';
import { parseMarkup } from '../../src/document/parseMarkup.js';
import { printForm } from '../../src/document/print.js';
import { buildView } from '../../src/figures/view/view.js';
import type { PublishedDocument } from '../../src/published/document.js';
import { type Match, match } from '../../src/published/match/index.js';
import { openPublished } from '../../src/published/open/index.js';
import { placeText } from '../../src/published/place.js';
import { writeDocx } from '../../src/writers/docx/index.js';
import { writePublicationWorkbook } from '../../src/writers/xlsx/index.js';
import { converted, hasOffice } from '../audit/office.js';
import { printedWithPaths, publishedOf } from '../support/printedValues.js';
import { randomFacts, soundFacts } from '../support/randomFacts.js';
import { breaches, noBreach } from '../support/readBack.js';
import { editions, examined, namesIn, sampleBytes } from '../support/samples.js';

const count = Number(process.env.LAW_FILES ?? 1);
const first = Number(process.env.SEED ?? 1);
const office = process.env.LAW_OFFICE !== undefined && hasOffice();
const samples = namesIn('samples', '.xlsx');
const seeds = Array.from({ length: count }, (_, index) => first + index);

function made(seed: number, factsOf: typeof randomFacts) {
  const name = samples[seed % samples.length] ?? '';
  const { facts, edition } = examined(name, sampleBytes(name));
  const view = buildView(factsOf(facts, seed), edition);
  const tree = parseMarkup(printForm(edition, view, new Map()), { title: '', entity: view.name });
  return { view, tree, expected: printedWithPaths(view, edition).expected };
}

async function opened(name: string, bytes: Uint8Array): Promise<PublishedDocument> {
  const result = await openPublished({ name, bytes });
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.document;
}

/** White space and, in a PDF of LibreOffice, a comma at the end of a line get lost. */
const withoutCommas = (texts: readonly string[]): string[] => texts.map((text) => text.replace(/[,，]/g, '')).sort();

describe('any facts are read as they were printed', () => {
  test.each(seeds)('seed %i, .docx', async (seed) => {
    const { view, tree, expected } = made(seed, randomFacts);
    const read = match(await opened('a.docx', await writeDocx(tree)), editions);
    expect(breaches(view, expected, read)).toEqual(noBreach);
  });

  (office ? test : test.skip)(
    'through LibreOffice, as .docx and as PDF',
    async () => {
      const documents = seeds.map((seed) => made(seed, randomFacts));
      const files = await Promise.all(documents.map(({ tree }) => writeDocx(tree)));
      for (const format of ['docx', 'pdf'] as const) {
        const saved = converted(files, format);
        for (const [index, { view, expected }] of documents.entries()) {
          const read = match(await opened(`a.${format}`, saved[index] as Uint8Array), editions);
          const { lost, wrong, ...rest } = breaches(view, expected, read);
          const told = { lost: withoutCommas(lost), wrong: withoutCommas(wrong) };
          const known = { lost: told.wrong, wrong: told.wrong };
          const what = `${format}, seed ${seeds[index]}`;
          if (format === 'pdf') expect({ what, ...told }).toEqual({ what, ...known });
          else expect({ what, lost, wrong, ...rest }).toEqual({ what, ...noBreach });
        }
      }
    },
    3_600_000,
  );
});

describe('audit finds no fault where the facts add up', () => {
  const documentCount = Math.max(count, 4);
  test.each(Array.from({ length: documentCount }, (_, index) => first + index))('seed %i', (seed) => {
    const { tree } = made(seed, soundFacts);
    const document = publishedOf(tree);
    const { findings } = audit(document, match(document, editions));
    const faults = findings.filter(({ severity }) => severity === 'difference');
    expect(faults.map(({ kind, place, message }) => `${kind} ${placeText(place)} ${message}`)).toEqual([]);
  });
});

describe('tables alone (--xlsx) are read as in their document, though no paragraph tells units from projects', () => {
  const inTables = ({ values, tables }: Match) => {
    const blocks = new Set(tables.flatMap((table) => table.blocks));
    return values
      .filter(({ at, path }) => blocks.has(at.block) && !path.startsWith('performance.'))
      .map(({ path, text }) => `${path} = ${text}`);
  };
  test.each(Array.from({ length: count + 5 }, (_, index) => index))('seed %i', async (seed) => {
    const isSample = seed < samples.length;
    const { tree } = made(seed, isSample ? (facts) => facts : soundFacts);
    const document = await opened('各表.xlsx', await writePublicationWorkbook(tree));
    const read = match(document, editions);
    const [want, got] = [match(publishedOf(tree), editions), read].map(inTables) as [string[], string[]];
    // amounts that all print 0.00 tell nothing: such rows are in doubt, and none is read as another
    const doubted = new Set(read.doubtful.map(({ path, text }) => `${path} = ${text}`));
    expect(got).toEqual(want.filter((one) => !doubted.has(one)));
    if (isSample) expect(read.doubtful).toEqual([]);
    expect(audit(document, read).findings.filter(({ severity }) => severity === 'difference')).toEqual([]);
  });
});
