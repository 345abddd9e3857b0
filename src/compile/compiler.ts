/**
 * The compiler of Handlebars. Printing (document/print.ts) does without it, and so does a page that brings compiled
 * templates along.
 */
import Handlebars from 'handlebars';

/**
 * Handlebars' own types leave out its compiler; this is the part of it that may be called and overridden (its
 * docs/compiler-api.md).
 */
interface Backend {
  compiler: new () => Backend;
  nameLookup(parent: unknown, name: string): unknown[];
  compile(environment: unknown, options: object, context: undefined, asObject: true): TemplateSpecification;
}
type WithCompiler = typeof Handlebars & {
  readonly Compiler: new () => { compile(program: hbs.AST.Program, options: object): unknown };
  readonly JavaScriptCompiler: new () => Backend;
};

/**
 * Reads names as plain properties. Handlebars guards every look-up against names that templates should not reach; ours
 * are refused when they are loaded unless the view's shape has each name, and the guard takes a third of the time of
 * printing.
 */
class PlainLookups extends (Handlebars as WithCompiler).JavaScriptCompiler {
  override nameLookup(parent: unknown, name: string): unknown[] {
    return [parent, '[', JSON.stringify(name), ']'];
  }
}
// what stands inside a block is compiled by this
PlainLookups.prototype.compiler = PlainLookups;

const handlebars: WithCompiler = Object.assign(Handlebars.create() as WithCompiler, {
  JavaScriptCompiler: PlainLookups,
});

export const compiler = {
  /** For printing in this process. */
  compiled: (program: hbs.AST.Program, options: object): TemplateSpecification =>
    new PlainLookups().compile(new handlebars.Compiler().compile(program, options), options, undefined, true),
  /** The same as the text of a JavaScript object. */
  precompiled: (program: hbs.AST.Program, options: object): string => String(handlebars.precompile(program, options)),
};
