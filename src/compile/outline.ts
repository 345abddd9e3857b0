/** What an edition contains, read off its templates: parts, tables and explanations, without any workbook. */
import Handlebars from 'handlebars';
import { type Edition, sharedFolder } from '../document/edition.js';
import { branchesOf, type Node, type Tag } from '../document/grammar.js';
import { parseTemplate } from './checkTemplates.js';
import { rootsOf } from './compile.js';
import { grammarOf } from './grammar.js';

export interface Outline {
  /** In the order of the document, as the contents page prints them (for a 部门). */
  readonly parts: readonly string[];
  readonly tables: readonly string[];
  readonly explanations: readonly string[];
  /** Files, shared ones apart, that nothing calls: most likely a misspelt name in an office's own folder. */
  readonly unused: readonly string[];
}

/** The templates must have passed `checkTemplates`. */
export function outlineOf(edition: Edition): Outline {
  const headings = headingsIn(grammarOf(edition).nodes);
  const said = (some: readonly Tag[]) => some.map((heading) => entryOf(heading, edition));
  const second = headings.filter(({ name }) => name === 'h2');
  const tables = second.filter(({ attributes }) => attributes.for === 'table');
  const lastTable = second.lastIndexOf(tables.at(-1) ?? (second[0] as Tag));
  return {
    parts: said(headings.filter(({ name }) => name === 'h1')),
    tables: said(tables),
    explanations: said(second.slice(lastTable + 1)),
    unused: unusedFiles(edition),
  };
}

/** Whatever they depend on. */
const headingsIn = (nodes: readonly Node[]): Tag[] =>
  nodes.flatMap((node) => {
    if (node.kind !== 'tag') return branchesOf(node).flatMap(headingsIn);
    return node.name === 'h1' || node.name === 'h2' ? [node] : headingsIn(node.children);
  });

/** Names that a heading prints; anything else stands as … */
const specimen: Readonly<Record<string, string>> = { kind: '部门', self: '本部门', name: '某某局' };

/** The heading's line in the contents. */
function entryOf({ attributes, children }: Tag, { year }: Edition): string {
  const ofPath = (path: string): string => (path === 'year' ? String(year) : (specimen[path] ?? '…'));
  const textOf = (nodes: readonly Node[]): string =>
    nodes
      .map((node) => {
        if (node.kind === 'text') return node.text;
        if (node.kind === 'tag') return textOf(node.children);
        if (node.kind === 'hole') return node.hole.helper === 'text' ? ofPath(node.hole.path) : '…';
        return node.kind === 'position' ? '…' : branchesOf(node).map(textOf).join('');
      })
      .join('');
  const { contents, 'contents-number': number = '' } = attributes;
  const text = contents?.replace(/\{([^}]*)\}/g, (_, path: string) => ofPath(path)) ?? textOf(children);
  return number + text.replace(/\s*\n\s*/g, '');
}

function unusedFiles(edition: Edition): string[] {
  const templates = new Map(
    edition.templates.map(({ name, file, source }) => [name, parseTemplate(name, file, source).program]),
  );
  const calls = new Calls(templates);
  for (const root of rootsOf(templates)) calls.follow(root);
  return edition.templates
    .filter(({ name, file }) => !calls.followed.has(name) && !file.startsWith(`${sharedFolder}/`))
    .map(({ file }) => file)
    .sort();
}

/** The templates that one calls, and those that they call. */
class Calls extends Handlebars.Visitor {
  readonly followed = new Set<string>();

  constructor(readonly templates: ReadonlyMap<string, hbs.AST.Program>) {
    super();
  }

  follow(name: string): void {
    const program = this.templates.get(name);
    if (!program || this.followed.has(name)) return;
    this.followed.add(name);
    this.accept(program);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    this.follow((partial.name as hbs.AST.PathExpression).original);
  }
}
