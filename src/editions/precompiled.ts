/**
 * What of an edition was made when the package was built (scripts/precompile.js). It serves only as long as the
 * templates are those of the very edition at hand: an office that changes a template, or brings its own, has it checked
 * and compiled when it is used.
 */
import type { CompiledTemplates, EditionTexts } from '../document/edition.js';
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

/** That of an edition, as built; undefined when there is none, or of other templates. */
export function builtOf(edition: EditionTexts): Precompiled | undefined {
  const built = builtFile(`${edition.year}.cjs`) as Precompiled | undefined;
  return built?.hash === editionHash(edition) ? built : undefined;
}
