/**
 * Templates that were compiled when the package was built (scripts/precompile.js). They serve only as long as they are
 * those of the very edition at hand: an office that changes a template, or brings its own, has it checked and compiled
 * when it is used.
 */
import type { CompiledTemplates, EditionTexts } from '../document/edition.js';
import { builtFile } from '../platform/built.js';
import { editionHash } from './hash.js';

/** What the build keeps of an edition. */
export interface Precompiled {
  /** `editionHash` of what they were compiled from. */
  readonly hash: string;
  readonly compiled: CompiledTemplates;
}

/** Those of an edition, as built; undefined when there are none, or others. */
export function builtTemplates(edition: EditionTexts): CompiledTemplates | undefined {
  const built = builtFile(`${edition.year}.cjs`) as Precompiled | undefined;
  return built?.hash === editionHash(edition) ? built.compiled : undefined;
}
