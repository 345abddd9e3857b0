/** Names of the whole document, written as they are wherever a template stands. */
import Handlebars from 'handlebars';
import { documentNames } from '../figures/view/viewShape.js';

/** Beside those of the view, what an edition states itself. */
const names: ReadonlySet<string> = new Set([...documentNames, 'words', 'switches']);

/** Whether a name means the same wherever it is written; a partial cannot take a parameter of that name. */
export const isDocumentWide = (name: string): boolean => names.has(name);

/**
 * Makes `{{year}}` mean `{{@root.year}}`, in place: within `{{#each}}` and `{{#with}}` Handlebars looks no further than
 * the group at hand. What messages show (`original`) stays as it was written.
 */
export class DocumentWide extends Handlebars.Visitor {
  /** `this.year` and `../year` say where they look. */
  override PathExpression(path: hbs.AST.PathExpression): void {
    const [head] = path.parts as string[];
    if (path.data || path.depth > 0 || head === undefined || !names.has(head)) return;
    if (path.original.startsWith('.') || path.original.startsWith('this')) return;
    path.data = true;
    path.parts = ['root', ...path.parts];
  }
}
