/** The editions of the page: data that the build put into it, and their templates as it compiled them. */
import { editionTexts } from 'page:editions';
import type { CompiledTemplates, Edition, Editions } from '../../document/edition.js';
import { builtFile } from '../../platform/built.js';

const compiledOf = (year: number): CompiledTemplates =>
  (builtFile(`${year}.cjs`) as { readonly compiled: CompiledTemplates }).compiled;

const editions = new Map<number, Edition>(
  editionTexts.map((texts) => [texts.year, { ...texts, compiled: () => compiledOf(texts.year) }]),
);

export const pageEditions: Editions = {
  years: [...editions.keys()],
  load: (year) => {
    const edition = editions.get(year);
    if (!edition) throw new Error(`no edition ${year}`);
    return edition;
  },
};
