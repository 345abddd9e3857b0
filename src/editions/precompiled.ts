/**
 * What of an edition was made when the package was built (scripts/precompile.js). It serves only as long as the
 * templates are those of the very edition at hand: an office that changes a template, or brings its own, has it checked
 * and compiled when it is used.
 */
import type { CompiledTemplates, EditionTexts } from '../document/edition.js';
import type { Grammar } from '../document/grammar.js';
import { builtFile } from '../platform/built.js';
import type { PartNumbers } from '../workbook/layout/printedIn.js';
import { editionHash } from './hash.js';

/** What the build keeps of an edition. */
export interface Precompiled {
  /** `editionHash` of what they were compiled from. */
  readonly hash: string;
  readonly compiled: CompiledTemplates;
  readonly partNumbers: PartNumbers;
}

/** The file with an edition's grammar: only reading a document back needs it. */
export const grammarFile = (year: number): string => `${year}.grammar.json`;

/** That of an edition, as built; undefined when there is none, or of other templates. */
export const builtOf = (edition: EditionTexts): Precompiled | undefined =>
  own<Precompiled>(edition, `${edition.year}.cjs`);

/** Its grammar, as built; undefined when there is none, or of other templates. */
export const builtGrammarOf = (edition: EditionTexts): Grammar | undefined =>
  own<Grammar & { readonly hash: string }>(edition, grammarFile(edition.year));

function own<T extends { readonly hash: string }>(edition: EditionTexts, file: string): T | undefined {
  const built = builtFile(file) as T | undefined;
  return built?.hash === editionHash(edition) ? built : undefined;
}
