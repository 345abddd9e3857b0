/** View to markup, by an edition's compiled templates and the runtime of Handlebars alone. */
import type Handlebars from 'handlebars';
import runtime from 'handlebars/runtime.js';
import type { Figure } from '../figures/figure.js';
import type { View } from '../figures/view/viewShape.js';
import { type CompiledTemplates, type Edition, START } from './edition.js';
import { registerHelpers } from './helpers.js';

type Print = HandlebarsTemplateDelegate;

/** What has been made ready in this process, by the very templates. */
const ready = new WeakMap<CompiledTemplates, Print>();

/** The markup of a document; `printed` takes every figure that is printed, by id. Throws TemplateError. */
export function printForm(
  { compiled, words, switches }: Pick<Edition, 'compiled' | 'words' | 'switches'>,
  view: View,
  printed: Map<string, Figure>,
): string {
  return printOf(compiled())({ ...view, words, switches }, { data: { printed } });
}

function printOf(compiled: CompiledTemplates): Print {
  const before = ready.get(compiled);
  if (before) return before;
  const handlebars = (runtime as unknown as typeof Handlebars).create(); // its own types are empty
  registerHelpers(handlebars);
  for (const [name, template] of Object.entries(compiled)) {
    if (name !== START) handlebars.registerPartial(name, handlebars.template(template));
  }
  const print = handlebars.template(compiled[START] ?? {});
  ready.set(compiled, print);
  return print;
}
