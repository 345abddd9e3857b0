/** The editions of the page: data that the build put into it, and their templates as it compiled them. */
import { editionTexts } from 'page:editions';
import { grammarOf } from '../../compile/grammar.js';
import type { CompiledTemplates, Edition, Editions } from '../../document/edition.js';
import { builtFile } from '../../platform/built.js';
import type { PartNumbers } from '../../workbook/layout/printedIn.js';

interface Built {
  readonly compiled: CompiledTemplates;
  readonly partNumbers: PartNumbers;
}

const builtOf = (year: number) => builtFile(`${year}.cjs`) as Built;

const editions = new Map<number, Edition>(
  editionTexts.map((texts) => [
    texts.year,
    {
      ...texts,
      compiled: () => builtOf(texts.year).compiled,
      partNumbers: () => builtOf(texts.year).partNumbers,
      // smaller made than kept in the page
      grammar: () => grammarOf(texts),
    },
  ]),
);

export const pageEditions: Editions = {
  years: [...editions.keys()],
  load: (year) => {
    const edition = editions.get(year);
    if (!edition) throw new Error(`no edition ${year}`);
    return edition;
  },
};
