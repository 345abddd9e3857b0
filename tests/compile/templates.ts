/** One template as an edition of its own, for tests of the checker and of what is printed. */

import { compileTemplates } from '../../src/compile/compile.js';
import type { TemplateSource } from '../../src/document/edition.js';
import { parseMarkup } from '../../src/document/parseMarkup.js';
import { printForm } from '../../src/document/print.js';
import type { DocumentTree } from '../../src/document/tree.js';
import type { View } from '../../src/figures/view/viewShape.js';

export type Sources = Readonly<Record<string, string>>;

const texts = { words: { mark: '、' }, switches: { numbered: true } };

/** By name; `document` is the root. */
export const templatesOf = (sources: Sources): TemplateSource[] =>
  Object.entries(sources).map(([name, source]) => ({ name, file: `2027/${name}.hbs`, source }));

/** Loads `{document: …}` or a bare root template. Throws TemplateError. */
export const compile = (sources: Sources | string) =>
  compileTemplates({
    templates: templatesOf(typeof sources === 'string' ? { document: sources } : sources),
    ...texts,
  });

/** What a template prints of (a part of) a view. */
export function print(sources: Sources | string, view: Partial<View> = {}): string {
  const compiled = compile(sources);
  return printForm({ compiled: () => compiled, ...texts }, view as View, new Map());
}

/** The tree of what a template prints. Throws MarkupError. */
export const tree = (sources: Sources | string, view: Partial<View> = {}): DocumentTree =>
  parseMarkup(print(sources, view), { title: '标题', entity: '某某局' });

/** The message of what `run` throws. */
export function told(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
