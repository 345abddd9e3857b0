/** View to markup, by an edition's compiled templates and the runtime of Handlebars alone. */
import type Handlebars from 'handlebars';
import runtime from 'handlebars/runtime.js';
import type { Figure } from '../figures/figure.js';
import type { View } from '../figures/view/viewShape.js';
import { type CompiledTemplates, type Edition, START } from './edition.js';
import { registerHelpers } from './helpers.js';

type Print = HandlebarsTemplateDelegate;

/** What has been made ready in this process, by the very templates; by root. */
const ready = new WeakMap<CompiledTemplates, Map<string, Print>>();

/**
 * The markup that a root template prints, by itself that of the document; '' where the edition has no such root.
 * `printed` takes every figure that is printed, by id. Throws TemplateError.
 */
export function printForm(
  { compiled, words, switches }: Pick<Edition, 'compiled' | 'words' | 'switches'>,
  view: View,
  printed: Map<string, Figure>,
  root: string = START,
): string {
  return printOf(compiled(), root)({ ...view, words, switches }, { data: { printed } });
}

function printOf(compiled: CompiledTemplates, root: string): Print {
  const roots = ready.get(compiled) ?? new Map<string, Print>();
  ready.set(compiled, roots);
  const print = roots.get(root) ?? printFrom(compiled, root);
  roots.set(root, print);
  return print;
}

function printFrom(compiled: CompiledTemplates, root: string): Print {
  const start = compiled[root];
  if (start === undefined) return () => '';
  const handlebars = (runtime as unknown as typeof Handlebars).create(); // its own types are empty
  registerHelpers(handlebars);
  for (const [name, template] of Object.entries(compiled)) {
    if (name !== START) handlebars.registerPartial(name, handlebars.template(template));
  }
  return handlebars.template(start);
}
