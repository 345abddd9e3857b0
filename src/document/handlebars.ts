/** The Handlebars that templates are compiled and printed with: our helpers and nothing else. */
import Handlebars from 'handlebars';
import { registerHelpers } from './helpers.js';

/** Handlebars' own types leave out its compiler; this is the part of it that may be overridden (its docs/compiler-api.md). */
interface Compiler {
  compiler: new () => Compiler;
  nameLookup(parent: unknown, name: string): unknown[];
}

const { JavaScriptCompiler } = Handlebars as unknown as { JavaScriptCompiler: new () => Compiler };

/**
 * Reads names as plain properties. Handlebars guards every look-up against names that templates should not reach; ours are refused when
 * they are loaded unless the view's shape has each name, and the guard takes a third of the time of printing.
 */
class PlainLookups extends JavaScriptCompiler {
  override nameLookup(parent: unknown, name: string): unknown[] {
    return [parent, '[', JSON.stringify(name), ']'];
  }
}
// what stands inside a block is compiled by this
PlainLookups.prototype.compiler = PlainLookups;

export function isolatedHandlebars(): typeof Handlebars {
  const handlebars = Object.assign(Handlebars.create(), { JavaScriptCompiler: PlainLookups });
  registerHelpers(handlebars);
  return handlebars;
}
