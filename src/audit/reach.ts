/**
 * Which printed figures of a form no rule of audit reaches: told to whoever keeps the form. The form is printed once in
 * thought, each list with one item, and the relations between what it prints are asked for.
 */
import { grammarOf } from '../compile/grammar.js';
import type { Edition } from '../document/edition.js';
import { branchesOf, type FormPlace, type Hole, type Node } from '../document/grammar.js';
import { type Read, relationsOf } from '../figures/relations/index.js';

export interface Unreached extends FormPlace {
  /** `{{amount assets.houseValue}}` */
  readonly written: string;
}

type Printed = Read & { readonly hole: Hole };

/** In the order of the files, each once; the templates must have passed `checkTemplates`. */
export function unreachedFigures(edition: Edition): Unreached[] {
  const printed = printedBy(grammarOf(edition).nodes);
  const figures = printed.filter(({ hole }) => hole.helper !== 'text');
  const { relations } = relationsOf<Printed>({
    figures,
    texts: printed.filter(({ hole }) => hole.helper === 'text'),
    flags: new Map(),
    office: { classes: edition.classes, codes: [], hasSubordinates: true },
  });
  const reached = new Set(relations.flatMap(({ values }) => values.map(({ path }) => path)));
  const told = figures.flatMap(({ path, hole: { path: own, helper, place } }) =>
    reached.has(path) ? [] : [{ ...place, written: `{{${helper} ${own.replace(/\[#\d+\]/g, '')}}}` }],
  );
  const keyOf = ({ file, line, written }: Unreached) => `${file} ${String(line).padStart(5)} ${written}`;
  const each = new Map(told.map((one) => [keyOf(one), one]));
  return [...each.keys()].sort().flatMap((key) => each.get(key) ?? []);
}

/** Every hole, whatever the conditions; each table is a sheet of its own. */
function printedBy(nodes: readonly Node[]): Printed[] {
  let tables = 0;
  const walk = (node: Node, sheet: number): Printed[] => {
    if (node.kind === 'hole') return [{ ...specimen(node.hole), sheet, hole: node.hole }];
    if (node.kind !== 'tag') return branchesOf(node).flatMap((branch) => branch.flatMap((each) => walk(each, sheet)));
    const own = node.name === 'table' ? tables++ : sheet;
    return node.children.flatMap((child) => walk(child, own));
  };
  return nodes.flatMap((node) => walk(node, -1));
}

/** The first of each list; a 类, and names that are the same wherever they stand. */
function specimen({ path, helper }: Hole): Pick<Read, 'path' | 'text'> {
  const names: Readonly<Record<string, string>> = { class: '201', group: '', item: '' };
  const text = helper === 'text' ? (names[path.split('.').at(-1) ?? ''] ?? '某某') : '1.00';
  return { path: path.replace(/\[#\d+\]/g, '[0]'), text };
}
