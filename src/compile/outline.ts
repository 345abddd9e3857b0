/** What an edition contains, read off its templates: parts, tables and explanations, without any workbook. */

import { type Edition, sharedFolder } from '../document/edition.js';
import { parseTemplate } from './checkTemplates.js';
import { rootsOf } from './compile.js';

export interface Outline {
  /** In the order of the document, as the contents page prints them (for a 部门). */
  readonly parts: readonly string[];
  readonly tables: readonly string[];
  readonly explanations: readonly string[];
  /** Files, shared ones apart, that nothing calls: most likely a misspelt name in an office's own folder. */
  readonly unused: readonly string[];
}

/** Names that a heading prints; anything else stands as … */
const specimen: Readonly<Record<string, string>> = { kind: '部门', self: '本部门', name: '某某局' };

/** Throws TemplateError for a template that cannot be parsed. */
export function outlineOf(edition: Edition): Outline {
  const templates = new Map(
    edition.templates.map(({ name, file, source }) => [name, parseTemplate(name, file, source).program]),
  );
  const called = new Set<string>();
  const [markup = ''] = rootsOf(templates).map((root) =>
    flatten(root, { templates, called, edition, given: specimen }),
  );
  const headings = [...markup.matchAll(/<h([12])([^>]*)>([\s\S]*?)<\/h\1>/g)].map(
    ([, level, attributes = '', text = '']) => ({
      level,
      isTable: attributes.includes('for="table"'),
      text: (/contents="([^"]*)"/.exec(attributes)?.[1] ?? text).replace(/\s*\n\s*/g, ''),
    }),
  );
  const second = headings.filter((heading) => heading.level === '2');
  const tables = second.filter((heading) => heading.isTable);
  const lastTable = headings.lastIndexOf(tables.at(-1) ?? (headings[0] as (typeof headings)[number]));
  return {
    parts: headings.filter((heading) => heading.level === '1').map((heading) => heading.text),
    tables: tables.map((heading) => heading.text),
    explanations: headings
      .slice(lastTable + 1)
      .filter((heading) => heading.level === '2')
      .map((heading) => heading.text),
    unused: edition.templates
      .filter(({ name, file }) => !called.has(name) && !file.startsWith(`${sharedFolder}/`))
      .map(({ file }) => file)
      .sort(),
  };
}

type Program = hbs.AST.Program;

/** What a partial is called with: words that its caller states, by their names. */
type Given = Readonly<Record<string, string>>;

const givenTo = ({ hash }: hbs.AST.PartialStatement): Given =>
  Object.fromEntries(
    (hash?.pairs ?? []).flatMap(({ key, value }) =>
      value.type === 'StringLiteral' ? [[key, (value as hbs.AST.StringLiteral).value]] : [],
    ),
  );

/** The template's text with partials in place and every branch taken, but the edition's switches obeyed. */
function flatten(name: string, scope: Scope): string {
  scope.called.add(name);
  const program = scope.templates.get(name);
  return program ? statements(program.body, scope) : '';
}

interface Scope {
  readonly templates: ReadonlyMap<string, Program>;
  readonly called: Set<string>;
  readonly edition: Edition;
  readonly given: Given;
}

function statements(body: readonly hbs.AST.Statement[], scope: Scope): string {
  const { edition, given } = scope;
  const visit = (statement: hbs.AST.Statement): string => {
    switch (statement.type) {
      case 'ContentStatement':
        return (statement as hbs.AST.ContentStatement).value;
      case 'MustacheStatement':
        return printed(statement as hbs.AST.MustacheStatement, scope);
      case 'PartialStatement': {
        const call = statement as hbs.AST.PartialStatement;
        return flatten((call.name as hbs.AST.PathExpression).original, {
          ...scope,
          given: { ...given, ...givenTo(call) },
        });
      }
      case 'BlockStatement': {
        const { path: block, params, program, inverse } = statement as hbs.AST.BlockStatement;
        const path = (params[0] as hbs.AST.PathExpression | undefined)?.original ?? '';
        const isChoice = (block as hbs.AST.PathExpression).original !== 'putFirst';
        const known =
          isChoice && path.startsWith('switches.') ? edition.switches[path.slice('switches.'.length)] : undefined;
        const taken = known === undefined ? [program, inverse] : [known ? program : inverse];
        return taken.map((branch) => (branch ? statements(branch.body, scope) : '')).join('');
      }
      default:
        return '';
    }
  };
  return body.map(visit).join('');
}

function printed({ path, params }: hbs.AST.MustacheStatement, { edition, given }: Scope): string {
  const name = (path as hbs.AST.PathExpression).original.replace(/^@root\./, '');
  if (params.length > 0) return '…';
  if (name.startsWith('words.')) return edition.words[name.slice('words.'.length)] ?? '…';
  return name === 'year' ? String(edition.year) : (given[name] ?? '…');
}
