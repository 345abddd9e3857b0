/** An edition's templates, checked and compiled. Checked once, so that printing cannot miss a name. */
import { type CompiledTemplates, type EditionTexts, type FormTexts, START } from '../document/edition.js';
import { helperDefinitions } from '../document/helpers.js';
import { publicTemplates } from '../document/publicParts.js';
import { type AnyShape, flag, group, record, text } from '../figures/view/shape.js';
import { viewShape } from '../figures/view/viewShape.js';
import { checkTemplates, parseTemplate } from './checkTemplates.js';
import { compiler } from './compiler.js';
import { partNumbersOf } from './parts.js';

/** The template that an edition starts with. */
export const rootTemplate = 'document';

const options = {
  data: true,
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(helperDefinitions).map((name) => [name, true])),
  preventIndent: true,
};

/** Throws TemplateError. */
export function compileTemplates(form: FormTexts): CompiledTemplates {
  return Object.fromEntries(programsOf(form).map(([name, program]) => [name, compiler.compiled(program, options)]));
}

/** The text of a module that `builtOf` (src/editions) reads; `hash` is that of the edition. Throws TemplateError. */
export function precompiledText(edition: EditionTexts, hash: string): string {
  const entries = programsOf(edition).map(
    ([name, program]) => `${JSON.stringify(name)}: ${compiler.precompiled(program, options)}`,
  );
  const partNumbers = JSON.stringify(partNumbersOf(edition));
  return `module.exports = {\nhash: '${hash}',\npartNumbers: ${partNumbers},\ncompiled: {\n${entries.join(',\n')}\n} };\n`;
}

/** The templates that nothing calls: that of the document, and those beside it as far as the edition has them. */
export const rootsOf = (templates: ReadonlyMap<string, unknown>): readonly string[] => [
  rootTemplate,
  ...Object.values(publicTemplates).filter((name) => templates.has(name)),
];

/** What the templates of an edition may name: the view, and beside it the edition's own words and switches. */
export const formShape = ({ words, switches }: FormTexts): AnyShape =>
  group({
    ...viewShape.fields,
    words: record(Object.keys(words), text),
    switches: record(Object.keys(switches), flag),
  });

/** Parses and checks an edition's templates; the last calls the first of the document. Throws TemplateError. */
function programsOf(form: FormTexts): [string, hbs.AST.Program][] {
  const parsed = new Map(form.templates.map(({ name, file, source }) => [name, parseTemplate(name, file, source)]));
  for (const root of rootsOf(parsed)) checkTemplates(root, parsed, formShape(form));
  const start = parseTemplate(START, '', `{{> ${rootTemplate}}}`);
  return [...parsed.values(), start].map(({ name, program }) => [name, program]);
}
