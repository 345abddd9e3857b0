/** Templates and view to markup. Templates are checked once when they are loaded; rendering then cannot miss a name. */
import Handlebars from 'handlebars';
import { type View, viewShape } from '../figures/view/viewShape.js';
import { checkTemplates, parseTemplate } from './checkTemplates.js';
import type { TemplateSource } from './edition.js';
import { helperDefinitions, registerHelpers } from './helpers.js';

export type Render = (view: View) => string;

/** The template that an edition starts with. */
const rootTemplate = 'document';

/** Checks and compiles an edition's templates. Throws TemplateError. */
export function compileTemplates(templates: readonly TemplateSource[]): Render {
  const parsed = new Map(templates.map(({ name, file, source }) => [name, parseTemplate(name, file, source)]));
  checkTemplates(rootTemplate, parsed, viewShape);
  const handlebars = Handlebars.create();
  registerHelpers(handlebars);
  const knownHelpers = Object.fromEntries(Object.keys(helperDefinitions).map((name) => [name, true]));
  const options = { strict: true, knownHelpersOnly: true, knownHelpers, preventIndent: true };
  for (const { name, program } of parsed.values())
    handlebars.registerPartial(name, handlebars.compile(program, options));
  return handlebars.compile(`{{> ${rootTemplate}}}`, options);
}
