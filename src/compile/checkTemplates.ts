/**
 * Checks every path of the templates against the view's shape when they are loaded. Handlebars' own strict mode does
 * not look inside `if` and `each` (FACT handlebars-1), so a misspelt name would print nothing where a figure should
 * stand.
 */
import Handlebars from 'handlebars';
import { helperDefinitions, type ParameterKind } from '../document/helpers.js';
import { type AnyShape, flag, text } from '../figures/view/shape.js';
import { nearest } from '../vocabulary/names.js';
import { DocumentWide, isDocumentWide } from './documentWide.js';
import { withPlaces } from './places.js';
import { syntaxError, TemplateError } from './syntax.js';

export { TemplateError };

type Ast = hbs.AST.Node;

export interface ParsedTemplate {
  readonly name: string;
  readonly file: string;
  readonly program: hbs.AST.Program;
}

/** The names in reach: the context, the contexts around it (`../`), and a partial's own parameters. */
interface Scope {
  readonly root: AnyShape;
  readonly shape: AnyShape;
  readonly parent?: Scope;
  readonly parameters: ReadonlyMap<string, AnyShape>;
  readonly inEach: boolean;
}

const kindWords: Partial<Record<ParameterKind, string>> = { figure: '数', flag: '是或否' };
const loopData = new Set(['index', 'first', 'last']);

/** Parses one template; a syntax error is told with its line. */
export function parseTemplate(name: string, file: string, source: string): ParsedTemplate {
  try {
    const program = Handlebars.parse(withPlaces(file, source));
    new DocumentWide().accept(program);
    return { name, file, program };
  } catch (error) {
    throw syntaxError(file, source, (error as Error).message);
  }
}

/** `，最接近的是“…”` for a name that was meant otherwise. */
function hint(name: string, candidates: readonly string[]): string {
  const like = nearest(name, candidates);
  return like === undefined ? '' : `，最接近的是“${like}”`;
}

/** Checks the root template and, at every place where they are called, its partials. Throws TemplateError. */
export function checkTemplates(root: string, templates: ReadonlyMap<string, ParsedTemplate>, view: AnyShape): void {
  new Checker(templates).partial(root, { root: view, shape: view, parameters: new Map(), inEach: false }, undefined);
}

class Checker {
  readonly #templates: ReadonlyMap<string, ParsedTemplate>;
  #file = '';
  #depth = 0;

  constructor(templates: ReadonlyMap<string, ParsedTemplate>) {
    this.#templates = templates;
  }

  partial(name: string, scope: Scope, at: Ast | undefined): void {
    const template = this.#templates.get(name);
    if (!template) throw this.#error(at, `没有名为“${name}”的模板${hint(name, [...this.#templates.keys()])}。`);
    if (this.#depth > 20) throw this.#error(at, `模板“${name}”嵌套过深，可能调用了自己。`);
    const outer = this.#file;
    this.#file = template.file;
    this.#depth += 1;
    this.#statements(template.program.body, scope);
    this.#depth -= 1;
    this.#file = outer;
  }

  #error(node: Ast | undefined, problem: string): TemplateError {
    return new TemplateError(this.#file, node?.loc?.start.line ?? 1, problem);
  }

  #statements(statements: readonly hbs.AST.Statement[], scope: Scope): void {
    for (const statement of statements) {
      if (statement.type === 'MustacheStatement') this.#mustache(statement as hbs.AST.MustacheStatement, scope);
      else if (statement.type === 'BlockStatement') this.#block(statement as hbs.AST.BlockStatement, scope);
      else if (statement.type === 'PartialStatement') this.#call(statement as hbs.AST.PartialStatement, scope);
      else if (statement.type !== 'ContentStatement' && statement.type !== 'CommentStatement') {
        throw this.#error(statement, '用了本工具不支持的写法。');
      }
    }
  }

  /** Only templates take parameters by name; a helper or a block would read them unchecked. */
  #noNamedParameters(node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement): void {
    const [pair] = node.hash?.pairs ?? [];
    if (pair) throw this.#error(node, `这里不能写“${pair.key}=…”。`);
  }

  #mustache(node: hbs.AST.MustacheStatement, scope: Scope): void {
    this.#noNamedParameters(node);
    if (!node.escaped) throw this.#error(node, '不能用 {{{…}}}：填写的内容会被当成标记。请改为 {{…}}。');
    const path = node.path as hbs.AST.PathExpression;
    if (node.params.length > 0) {
      this.#helper(node, path.original, false, node.params, scope);
      return;
    }
    if (Object.hasOwn(helperDefinitions, path.original))
      throw this.#error(node, `“${path.original}”后面应写明印什么。`);
    const shape = this.#resolve(path, scope);
    if (shape.kind === 'figure')
      throw this.#error(node, `“${path.original}”是数，请写明怎样印，如 {{amount ${path.original}}}。`);
    if (shape.kind !== 'text') throw this.#error(node, `“${path.original}”不是可以直接印出的文字。`);
  }

  #helper(node: Ast, name: string, block: boolean, params: readonly hbs.AST.Expression[], scope: Scope): void {
    const definition = helperDefinitions[name];
    if (!definition || definition.block !== block) {
      const known = Object.keys(helperDefinitions).filter((other) => helperDefinitions[other]?.block === block);
      const names = block ? [...known, 'if', 'unless', 'each', 'with'] : known;
      throw this.#error(node, `没有名为“${name}”的助手${hint(name, names)}。`);
    }
    const required = definition.parameters.filter((kind) => kind !== 'offset').length;
    if (params.length < required || params.length > definition.parameters.length)
      throw this.#error(node, `“${name}”的参数个数不对。`);
    params.forEach((param, index) => {
      this.#parameter(node, name, definition.parameters[index], param, scope);
    });
  }

  #parameter(node: Ast, name: string, kind: ParameterKind | undefined, param: hbs.AST.Expression, scope: Scope): void {
    const isPath = param.type === 'PathExpression';
    const path = param as hbs.AST.PathExpression;
    if (kind === 'literal' && param.type === 'StringLiteral') return;
    if (kind === 'offset' && param.type === 'NumberLiteral') return;
    if (kind === 'index' && isPath && path.data && path.original === '@index' && scope.inEach) return;
    if ((kind === 'figure' || kind === 'flag') && isPath && this.#resolve(path, scope).kind === kind) return;
    throw this.#error(
      node,
      `“${name}”的参数“${isPath ? path.original : ''}”不对：应为${(kind && kindWords[kind]) ?? '序号'}。`,
    );
  }

  #block(node: hbs.AST.BlockStatement, scope: Scope): void {
    this.#noNamedParameters(node);
    const name = (node.path as hbs.AST.PathExpression).original;
    const inside = this.#blockScope(node, name, scope);
    this.#statements(node.program.body, inside);
    if (node.inverse) this.#statements(node.inverse.body, scope);
  }

  /** The scope inside a block; checks the block's parameter. */
  #blockScope(node: hbs.AST.BlockStatement, name: string, scope: Scope): Scope {
    const [param] = node.params;
    if (name === 'if' || name === 'unless') {
      const path = param as hbs.AST.PathExpression;
      if (path?.type !== 'PathExpression' || this.#resolve(path, scope).kind !== 'flag') {
        throw this.#error(node, `{{#${name}}} 的条件“${path?.original ?? ''}”应为是或否（数请用 {{#nonzero …}}）。`);
      }
      return scope;
    }
    if (name === 'each') {
      const shape = this.#resolve(param as hbs.AST.PathExpression, scope);
      if (shape.kind !== 'list' || !shape.item) throw this.#error(node, '{{#each}} 后面应为列表。');
      return { root: scope.root, shape: shape.item, parent: scope, parameters: new Map(), inEach: true };
    }
    if (name === 'with') {
      const shape = this.#resolve(param as hbs.AST.PathExpression, scope);
      if (shape.kind !== 'group') throw this.#error(node, '{{#with}} 后面应为一组内容。');
      return { root: scope.root, shape, parent: scope, parameters: new Map(), inEach: scope.inEach };
    }
    this.#helper(node, name, true, node.params, scope);
    return scope;
  }

  #call(node: hbs.AST.PartialStatement, scope: Scope): void {
    if (node.name.type !== 'PathExpression') throw this.#error(node, '{{> …}} 后面应直接写模板的名称。');
    const name = (node.name as hbs.AST.PathExpression).original;
    const context = node.params[0] ? this.#resolve(node.params[0] as hbs.AST.PathExpression, scope) : undefined;
    const own = new Map(context ? [] : scope.parameters);
    for (const pair of node.hash?.pairs ?? []) {
      if (isDocumentWide(pair.key)) throw this.#error(node, `“${pair.key}”在哪里都是整份文档的，不能另作参数的名称。`);
      own.set(pair.key, this.#argument(pair.value, scope));
    }
    this.partial(
      name,
      { root: scope.root, shape: context ?? scope.shape, parameters: own, inEach: scope.inEach },
      node,
    );
  }

  #argument(value: hbs.AST.Expression, scope: Scope): AnyShape {
    if (value.type === 'StringLiteral') return text;
    if (value.type === 'BooleanLiteral') return flag;
    if (value.type !== 'PathExpression') throw this.#error(value, '参数应为名称、文字或 true / false。');
    return this.#resolve(value as hbs.AST.PathExpression, scope);
  }

  #resolve(path: hbs.AST.PathExpression, scope: Scope): AnyShape {
    if (path?.type !== 'PathExpression') throw this.#error(path, '应为名称。');
    if (path.data) return this.#dataPath(path, scope);
    let from: Scope = scope;
    for (let up = path.depth; up > 0; up -= 1) {
      if (!from.parent) throw this.#error(path, `“${path.original}”往上找得太远。`);
      from = from.parent;
    }
    const [head, ...rest] = path.parts as string[];
    if (head === undefined) return from.shape;
    const parameter = from.parameters.get(head);
    return this.#descend(path, parameter ?? from.shape, parameter ? rest : [head, ...rest]);
  }

  #dataPath(path: hbs.AST.PathExpression, scope: Scope): AnyShape {
    const [head = '', ...rest] = path.parts as string[];
    if (head === 'root') return this.#descend(path, scope.root, rest);
    if (loopData.has(head) && rest.length === 0 && scope.inEach) return head === 'index' ? text : flag;
    throw this.#error(path, `“${path.original}”在这里没有意义。`);
  }

  #descend(path: hbs.AST.PathExpression, shape: AnyShape, parts: readonly string[]): AnyShape {
    let current = shape;
    for (const part of parts) {
      const fields = (current.kind === 'group' && current.fields) || {};
      // own names only: what every object has (constructor) is none of the view's
      const next = Object.hasOwn(fields, part) ? fields[part] : undefined;
      if (!next)
        throw this.#error(
          path,
          `没有“${path.original}”这个名称（“${part}”不存在${hint(part, Object.keys(current.fields ?? {}))}）。`,
        );
      current = next;
    }
    return current;
  }
}
