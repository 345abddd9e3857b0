/** Templates and view to markup. Templates are checked once when they are loaded; rendering then cannot miss a name. */
import type { Figure } from '../figures/figure.js';
import { flag, group, record, text } from '../figures/view/shape.js';
import { type View, viewShape } from '../figures/view/viewShape.js';
import { checkTemplates, parseTemplate } from './checkTemplates.js';
import type { Edition } from './edition.js';
import { isolatedHandlebars } from './handlebars.js';
import { helperDefinitions } from './helpers.js';
import { hashOf, type Precompiled, precompiledOf } from './precompiled.js';

/** Markup of a view; `printed` takes every figure that is printed, by id. */
export type Render = (view: View, printed: Map<string, Figure>) => string;

/** The template that an edition starts with. */
const rootTemplate = 'document';

/** What of an edition is printed: its templates, and the words and switches that they name beside the view. */
export type FormTexts = Pick<Edition, 'templates' | 'words' | 'switches'>;

const compiled = new WeakMap<FormTexts, Render>();

/**
 * The templates of an edition ready to print: as they were compiled when the package was built, if they are still the same, and once for every
 * edition that is loaded. Throws TemplateError.
 */
export function templatesOf(edition: FormTexts & Pick<Edition, 'year'>): Render {
  const known = compiled.get(edition);
  if (known) return known;
  const built = precompiledOf(edition.year);
  const render =
    built?.hash === hashOf(edition, helperNames) ? renderOf(edition, built.specs) : compileTemplates(edition);
  compiled.set(edition, render);
  return render;
}

const helperNames = Object.keys(helperDefinitions);
const options = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(helperNames.map((name) => [name, true])),
  preventIndent: true,
};

/** Parses and checks an edition's templates. Throws TemplateError. */
function checkedTemplates({ templates, words, switches }: FormTexts) {
  const parsed = new Map(templates.map(({ name, file, source }) => [name, parseTemplate(name, file, source)]));
  const shape = group({
    ...viewShape.fields,
    words: record(Object.keys(words), text),
    switches: record(Object.keys(switches), flag),
  });
  checkTemplates(rootTemplate, parsed, shape);
  return [...parsed.values()];
}

/** Checks and compiles an edition's templates. Throws TemplateError. */
export function compileTemplates(form: FormTexts): Render {
  const programs = checkedTemplates(form);
  const handlebars = isolatedHandlebars();
  for (const { name, program } of programs) handlebars.registerPartial(name, handlebars.compile(program, options));
  return printing(form, handlebars.compile(`{{> ${rootTemplate}}}`, options));
}

/** The text of a module that `precompiledOf` reads; checks them first. Throws TemplateError. */
export function precompiledText(form: FormTexts): string {
  const handlebars = isolatedHandlebars();
  const spec = (name: string, program: unknown) =>
    `${JSON.stringify(name)}: ${handlebars.precompile(program, options)}`;
  const specs = checkedTemplates(form).map(({ name, program }) => spec(name, program));
  const all = [...specs, spec(start, `{{> ${rootTemplate}}}`)];
  return `module.exports = {\nhash: '${hashOf(form, helperNames)}',\nspecs: {\n${all.join(',\n')}\n} };\n`;
}

/** Not a name that a template can have. */
const start = '';

function renderOf(form: FormTexts, specs: Precompiled['specs']): Render {
  const handlebars = isolatedHandlebars();
  for (const [name, spec] of Object.entries(specs)) {
    if (name !== start) handlebars.registerPartial(name, handlebars.template(spec));
  }
  return printing(form, handlebars.template(specs[start] ?? {}));
}

const printing =
  ({ words, switches }: FormTexts, print: HandlebarsTemplateDelegate): Render =>
  (view, printed) =>
    print({ ...view, words, switches }, { data: { printed } });
