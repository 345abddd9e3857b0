/**
 * An edition's templates as a grammar. Their syntax tree is printed as markup in which everything that depends on the
 * view stands as an element (`<hole n="3"/>`, `<choice n="4"><branch>…`); what is known beforehand is printed as
 * itself. That markup is read like any other.
 */
import Handlebars from 'handlebars';
import type { Edition, FormTexts } from '../document/edition.js';
import { type Element, elementTree } from '../document/element.js';
import type { FormPlace, Grammar, Hole, Node } from '../document/grammar.js';
import { chineseNumber, helperDefinitions } from '../document/helpers.js';
import { placeOf } from '../document/mistake.js';
import { type Numbered, Numbering } from '../document/numbering.js';
import { type ParsedTemplate, parseTemplate } from './checkTemplates.js';
import { formShape, rootTemplate } from './compile.js';
import { argument, type Named, type Scope } from './scope.js';

/** The templates must have passed `checkTemplates`. */
export function grammarOf(form: FormTexts & Pick<Edition, 'classes'>): Grammar {
  const printer = new Printer(form);
  const known = { words: form.words, switches: form.switches, classes: form.classes };
  const root: Named = { shape: formShape(form), path: '', known };
  printer.template(rootTemplate, { root, here: root, parameters: new Map() });
  const tree = elementTree(`<form>${printer.markup}</form>`);
  return { nodes: nodesOf(tree, { printer, numbering: new Numbering() }, noPlace) };
}

const noPlace: FormPlace = { file: '', line: 1 };

interface Conditional {
  readonly condition: string | undefined;
  readonly place: FormPlace;
}

/** Prints templates with elements for what is not known. */
class Printer {
  markup = '';
  readonly holes: Hole[] = [];
  readonly conditions: Conditional[] = [];
  readonly lists: { readonly path: string; readonly place: FormPlace }[] = [];
  readonly #templates: ReadonlyMap<string, ParsedTemplate>;
  /** Names of the form's 类. */
  readonly #classes: readonly string[];
  #file = '';
  /** Inside the brackets of a tag, where only texts can stand. */
  #inTag = false;
  /** Inside a join, where line ends mean something. */
  #joins = 0;

  constructor({ templates, classes }: FormTexts & Pick<Edition, 'classes'>) {
    this.#classes = classes.map(({ name }) => name);
    this.#templates = new Map(
      templates.map(({ name, file, source }) => [name, parseTemplate(name, file, source)] as const),
    );
  }

  template(name: string, scope: Scope): void {
    const template = this.#templates.get(name);
    if (!template) return;
    const outer = this.#file;
    this.#file = template.file;
    this.#statements(template.program.body, scope);
    this.#file = outer;
  }

  #statements(statements: readonly hbs.AST.Statement[], scope: Scope): void {
    for (const statement of statements) {
      if (statement.type === 'ContentStatement') this.#content((statement as hbs.AST.ContentStatement).value);
      else if (statement.type === 'MustacheStatement') this.#mustache(statement as hbs.AST.MustacheStatement, scope);
      else if (statement.type === 'BlockStatement') this.#block(statement as hbs.AST.BlockStatement, scope);
      else if (statement.type === 'PartialStatement') this.#partial(statement as hbs.AST.PartialStatement, scope);
    }
  }

  #content(text: string): void {
    for (const mark of text.matchAll(/<!--[\s\S]*?-->|[<>]/g)) {
      if (mark[0].length === 1) this.#inTag = mark[0] === '<';
    }
    this.markup += this.#joins > 0 && !this.#inTag ? text.replace(/\n\s*/g, '<line/>') : text;
  }

  #printed(text: string): void {
    this.markup += Handlebars.escapeExpression(text);
  }

  #placeOf = (node: hbs.AST.Node): FormPlace => ({ file: this.#file, line: node.loc.start.line });

  #mustache(node: hbs.AST.MustacheStatement, scope: Scope): void {
    const path = node.path as hbs.AST.PathExpression;
    const helper = node.params.length > 0 ? path.original : 'text';
    const named = argument(node.params[0] ?? path, scope);
    if (helperDefinitions[helper]?.parameters[0] === 'index') {
      this.#position(helper, (node.params[1] as hbs.AST.NumberLiteral | undefined)?.value ?? 0, scope);
    } else if (typeof named.known === 'string') this.#printed(named.known);
    else if (this.#inTag) this.#printed(`{${named.path}}`);
    else {
      this.markup += `<hole n="${this.holes.length}"/>`;
      const words = named.shape.nameOf === 'class' && { words: this.#classes };
      this.holes.push({ path: named.path, helper, ...words, place: this.#placeOf(node) });
    }
  }

  #position(helper: string, before: number, scope: Scope): void {
    if (scope.index === undefined) this.markup += `<position helper="${helper}"/>`;
    else {
      const position = scope.index + 1 + before;
      this.#printed(helper === 'chineseNumber' ? chineseNumber(position) : String(position));
    }
  }

  #block(node: hbs.AST.BlockStatement, scope: Scope): void {
    const name = (node.path as hbs.AST.PathExpression).original;
    if (name === 'join') this.#join(node, scope);
    else this.#ofName(name, node, argument(node.params[0] as hbs.AST.Expression, scope), scope);
  }

  #ofName(name: string, node: hbs.AST.BlockStatement, named: Named, scope: Scope): void {
    const branches = [node.program, node.inverse];
    if (name === 'putFirst') this.#choice(node, named, bothOrders(node), scope);
    else if (name === 'with') this.#statements(node.program.body, inside(scope, named));
    else if (name === 'each') this.#each(node, named, scope);
    else this.#choice(node, named, name === 'unless' ? branches.reverse() : branches, scope);
  }

  #join(node: hbs.AST.BlockStatement, scope: Scope): void {
    const separator = (node.params[0] as hbs.AST.StringLiteral).value;
    this.markup += `<join separator="${Handlebars.escapeExpression(separator)}">`;
    this.#joins += 1;
    this.#statements(node.program.body, scope);
    this.#joins -= 1;
    this.markup += '</join>';
  }

  /** `branches`: that of a condition that holds, and the other. */
  #choice(
    node: hbs.AST.BlockStatement,
    { path, known }: Named,
    branches: readonly (hbs.AST.Program | undefined)[],
    scope: Scope,
  ): void {
    const print = (branch: hbs.AST.Program | undefined) => this.#statements(branch?.body ?? [], scope);
    if (typeof known === 'boolean') print(branches[known ? 0 : 1]);
    else if (this.#inTag) print(node.program);
    else {
      const condition = path.startsWith('@') ? undefined : path;
      this.markup += `<choice n="${this.conditions.length}">`;
      this.conditions.push({ condition, place: this.#placeOf(node) });
      for (const branch of branches) {
        this.markup += '<branch>';
        print(branch);
        this.markup += '</branch>';
      }
      this.markup += '</choice>';
    }
  }

  #each(node: hbs.AST.BlockStatement, named: Named, scope: Scope): void {
    const item = named.shape.item as Named['shape'];
    if (Array.isArray(named.known)) {
      named.known.forEach((known, index) => {
        const here = { shape: item, path: `${named.path}[${index}]`, known };
        this.#statements(node.program.body, { ...inside(scope, here), index });
      });
      if (named.known.length === 0 && node.inverse) this.#statements(node.inverse.body, scope);
      return;
    }
    const number = this.lists.length;
    this.lists.push({ path: named.path, place: this.#placeOf(node) });
    this.markup += `<repeat n="${number}"><branch>`;
    const here = { shape: item, path: `${named.path}[#${number}]` };
    this.#statements(node.program.body, { ...inside(scope, here), index: undefined });
    this.markup += '</branch>';
    if (node.inverse) {
      this.markup += '<branch>';
      this.#statements(node.inverse.body, scope);
      this.markup += '</branch>';
    }
    this.markup += '</repeat>';
  }

  #partial(node: hbs.AST.PartialStatement, scope: Scope): void {
    const context = node.params[0] ? argument(node.params[0], scope) : undefined;
    const parameters = new Map(context ? [] : scope.parameters);
    for (const pair of node.hash?.pairs ?? []) parameters.set(pair.key, argument(pair.value, scope));
    this.template((node.name as hbs.AST.PathExpression).original, {
      ...scope,
      here: context ?? scope.here,
      parameters,
    });
  }
}

/** What `putFirst` prints when its flag is set, and when not. */
function bothOrders({ program, inverse }: hbs.AST.BlockStatement): hbs.AST.Program[] {
  const [one, other] = [program.body, inverse?.body ?? []];
  return [
    { ...program, body: [...one, ...other] },
    { ...program, body: [...other, ...one] },
  ];
}

const inside = (scope: Scope, here: Named): Scope => ({ ...scope, here, parent: scope, parameters: new Map() });

/** What nodes are made with. */
interface Making {
  readonly printer: Printer;
  readonly numbering: Numbering;
}

function nodesOf(element: Element, making: Making, around: FormPlace): Node[] {
  return element.children.map((child) =>
    typeof child === 'string' ? { kind: 'text', text: child } : nodeOf(child, making, around),
  );
}

function nodeOf(element: Element, making: Making, around: FormPlace): Node {
  const { name, attributes } = element;
  const { printer, numbering } = making;
  const number = Number(attributes.n);
  if (name === 'hole') return { kind: 'hole', hole: printer.holes[number] as Hole };
  if (name === 'position') return { kind: 'position', helper: attributes.helper ?? '' };
  if (name === 'line') return { kind: 'line' };
  if (name === 'choice') {
    const branches = branchesOf(element, making, around);
    return { kind: 'choice', ...(printer.conditions[number] as Conditional), branches };
  }
  if (name === 'join')
    return { kind: 'join', separator: attributes.separator ?? '', body: nodesOf(element, making, around) };
  if (name === 'repeat') {
    numbering.repeated(element);
    const [body = [], otherwise] = branchesOf(element, making, around);
    const { path, place } = printer.lists[number] ?? { path: '', place: around };
    return { kind: 'repeat', number, path, body, otherwise, place };
  }
  return tagOf(element, making, around);
}

/** Each is counted from where all of them begin. */
function branchesOf(element: Element, making: Making, around: FormPlace): Node[][] {
  const { numbering } = making;
  const { counts } = numbering;
  const all = element.children.map((branch) => {
    numbering.counts = counts;
    return { nodes: nodesOf(branch as Element, making, around), counts: numbering.counts };
  });
  numbering.agreed(all.map((branch) => branch.counts));
  return all.map(({ nodes }) => nodes);
}

function tagOf(element: Element, making: Making, around: FormPlace): Node {
  const { name, attributes } = element;
  const place = placeWithLine(element) ?? around;
  const numbered = making.numbering.of(element);
  const children = nodesOf(element, making, place);
  if (!numbered) return { kind: 'tag', name, attributes, children, place };
  const { text, numeral } = numbered;
  const number = { text, numeral };
  return numbered.inContents
    ? { kind: 'tag', name, attributes: { ...attributes, 'contents-number': text }, children, place, number }
    : { kind: 'tag', name, attributes, children: [numberNode(numbered), ...children], place, number };
}

/** One that is not known beforehand is read as any position in a list. */
const numberNode = ({ text, helper }: Numbered): Node =>
  text === '' ? { kind: 'position', helper } : { kind: 'text', text };

function placeWithLine(element: Element): FormPlace | undefined {
  const place = placeOf(element);
  return place && { file: place.file, line: place.line ?? 1 };
}
