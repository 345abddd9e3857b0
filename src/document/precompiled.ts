/**
 * Templates that were compiled when the package was built (scripts/precompile.js). They serve only as long as they are those of the very
 * edition at hand: an office that changes a template, or brings its own, has it checked and compiled when it is used.
 */
import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import { builtFile } from './built.js';
import type { FormTexts } from './render.js';

export interface Precompiled {
  /** `hashOf` what they were compiled from. */
  readonly hash: string;
  readonly specs: Readonly<Record<string, TemplateSpecification>>;
}

/** Everything that the compiled templates and their check depend on. */
export function hashOf({ templates, words, switches }: FormTexts, helpers: readonly string[]): string {
  const hash = createHash('sha256');
  const names = [Handlebars.VERSION, ...helpers, ...Object.keys(words), ...Object.keys(switches)];
  hash.update(JSON.stringify(names));
  for (const { name, source } of templates) hash.update(JSON.stringify([name, source.length])).update(source);
  return hash.digest('hex');
}

/** Those of a year's edition, as built; undefined when there are none. */
export function precompiledOf(year: number): Precompiled | undefined {
  return builtFile(`${year}.cjs`) as Precompiled | undefined;
}
