/** Templates and view to markup. Templates are checked once when they are loaded; rendering then cannot miss a name. */
import Handlebars from 'handlebars';
import type { Figure } from '../figures/figure.js';
import { flag, group, record, text } from '../figures/view/shape.js';
import { type View, viewShape } from '../figures/view/viewShape.js';
import { checkTemplates, parseTemplate } from './checkTemplates.js';
import type { Edition } from './edition.js';
import { helperDefinitions, registerHelpers } from './helpers.js';

/** Markup of a view; `printed` takes every figure that is printed, by id. */
export type Render = (view: View, printed: Map<string, Figure>) => string;

/** The template that an edition starts with. */
const rootTemplate = 'document';

/** What of an edition is printed: its templates, and the words and switches that they name beside the view. */
export type FormTexts = Pick<Edition, 'templates' | 'words' | 'switches'>;

const compiled = new WeakMap<FormTexts, Render>();

/** `compileTemplates`, once for every edition that is loaded: in a batch each document would do the same work again. */
export function templatesOf(edition: FormTexts): Render {
  const render = compiled.get(edition) ?? compileTemplates(edition);
  compiled.set(edition, render);
  return render;
}

/** Checks and compiles an edition's templates. Throws TemplateError. */
export function compileTemplates({ templates, words, switches }: FormTexts): Render {
  const parsed = new Map(templates.map(({ name, file, source }) => [name, parseTemplate(name, file, source)]));
  const shape = group({
    ...viewShape.fields,
    words: record(Object.keys(words), text),
    switches: record(Object.keys(switches), flag),
  });
  checkTemplates(rootTemplate, parsed, shape);
  const handlebars = Handlebars.create();
  registerHelpers(handlebars);
  const knownHelpers = Object.fromEntries(Object.keys(helperDefinitions).map((name) => [name, true]));
  const options = { strict: true, knownHelpersOnly: true, knownHelpers, preventIndent: true };
  for (const { name, program } of parsed.values())
    handlebars.registerPartial(name, handlebars.compile(program, options));
  const print = handlebars.compile(`{{> ${rootTemplate}}}`, options);
  return (view, printed) => print({ ...view, words, switches }, { data: { printed } });
}
