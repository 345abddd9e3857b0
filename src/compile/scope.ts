/**
 * The names that a template can reach, each with its place in the view and, where it is known before anything is read,
 * what it prints.
 */
import { type AnyShape, flag, text } from '../figures/view/shape.js';

/** A name resolved: the path in the view that it stands for. */
export interface Named {
  readonly shape: AnyShape;
  readonly path: string;
  /** Text, flag, group or list that the form fixes; lists are known with all their items. */
  readonly known?: unknown;
}

export interface Scope {
  readonly root: Named;
  readonly here: Named;
  readonly parent?: Scope;
  readonly parameters: ReadonlyMap<string, Named>;
  /** Position in the innermost list; undefined outside of any and where the list is not known. */
  readonly index?: number | undefined;
}

/** What `name` is within `parent`. Throws for a name that the shape does not have, which is a mistake of ours. */
export const childOf = (parent: Named, name: string): Named => {
  const shape = parent.shape.fields?.[name];
  if (!shape) throw new Error(`no “${name}” in “${parent.path}”`);
  const known = (parent.known as Readonly<Record<string, unknown>> | undefined)?.[name];
  return { shape, path: parent.path === '' ? name : `${parent.path}.${name}`, known };
};

/** The path must have passed `checkTemplates`. */
export function resolve(path: hbs.AST.PathExpression, scope: Scope): Named {
  const [head, ...rest] = path.parts as string[];
  if (path.data) {
    if (head === 'root') return rest.reduce(childOf, scope.root);
    return { shape: head === 'index' ? text : flag, path: `@${head}` };
  }
  let from = scope;
  for (let up = path.depth; up > 0; up -= 1) from = from.parent ?? from;
  if (head === undefined) return from.here;
  const parameter = from.parameters.get(head);
  return parameter ? rest.reduce(childOf, parameter) : [head, ...rest].reduce(childOf, from.here);
}

/** The argument of a partial: a name, or a literal. */
export function argument(value: hbs.AST.Expression, scope: Scope): Named {
  if (value.type === 'PathExpression') return resolve(value as hbs.AST.PathExpression, scope);
  const known = (value as hbs.AST.StringLiteral | hbs.AST.BooleanLiteral).value;
  return { shape: typeof known === 'boolean' ? flag : text, path: '', known };
}
