/** What of an edition's templates could not be read back for certain, told to whoever keeps the form. */
import { grammarOf } from '../../compile/grammar.js';
import type { Edition } from '../../document/edition.js';
import type { Choice, FormPlace, Hole, Node, Repeat } from '../../document/grammar.js';
import { coverView } from '../../figures/view/identity.js';
import { nextItems } from './automaton.js';
import { printedBy } from './branches.js';
import { formOf } from './form.js';
import type { Pattern, SentenceItem } from './sentence.js';
import { settledGrammar } from './settled.js';
import { isOfUnits } from './shapes.js';
import type { FormRow } from './tableForm.js';

export interface Ambiguity extends FormPlace {
  /** In Chinese, with the names of the template. */
  readonly problem: string;
}

/** In the order of the files, each once; the templates must have passed `checkTemplates`. */
export function ambiguitiesOf(edition: Edition): Ambiguity[] {
  const { nodes } = grammarOf(edition);
  const found = [true, false].flatMap((isDepartment) => {
    const { year } = edition;
    const own = settledGrammar(nodes, coverView({ year, name: '某某局', isDepartment }));
    return [...patternsOf(own).flatMap(gluedHoles), ...sameBranches(own), ...silentItems(own), ...sameRows(own)];
  });
  const told = new Map(found.map((one) => [`${one.file} ${String(one.line).padStart(5)} ${one.problem}`, one]));
  return [...told].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function patternsOf(nodes: readonly Node[]): Pattern[] {
  const form = formOf(nodes);
  const cells = form.tables.flatMap(({ table }) =>
    table.strips.flatMap(({ rows }) => rows.arcs.flat().flatMap(({ item }) => item?.cells ?? [])),
  );
  return [...form.paragraphs.map(({ pattern }) => pattern), ...cells.map(({ pattern }) => pattern)];
}

/** `{{amount x.y}}`, without what stands around its last names. */
export function mustacheOf({ path, helper }: Hole): string {
  const name = path.split(/\[#?\d+\]\.?/).at(-1) || 'this';
  return helper === 'text' ? `{{${name}}}` : `{{${helper} ${name}}}`;
}

const nameOf = (item: SentenceItem): string => (item.kind === 'hole' ? mustacheOf(item.hole) : '序号');

/** A text of an office's own goes on as long as it likes, and a number as long as digits follow. */
function runsInto(item: SentenceItem, next: SentenceItem): boolean {
  if (item.kind === 'character' || next.kind !== 'hole') return false;
  const isText = next.hole.helper === 'text' && next.reads === undefined;
  if (item.kind === 'hole' && item.hole.helper === 'text') return item.reads === undefined;
  return isText || next.hole.helper !== 'text';
}

function gluedHoles({ automaton }: Pattern): Ambiguity[] {
  return automaton.arcs.flat().flatMap(({ item, to }) => {
    if (!item || item.kind === 'character') return [];
    return nextItems(automaton, to).flatMap(({ item: next }) => {
      if (next.kind !== 'hole' || !runsInto(item, next)) return [];
      const problem = `${nameOf(item)} 与 ${nameOf(next)} 之间没有文字，读回时分不清哪里到哪里。请在中间加上文字或标点。`;
      return [{ ...next.hole.place, problem }];
    });
  });
}

/** All alternatives and lists, innermost last. */
function nodesWithin(nodes: readonly Node[]): (Choice | Repeat)[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'tag') return nodesWithin(node.children);
    if (node.kind === 'join') return nodesWithin(node.body);
    if (node.kind === 'choice') return [node, ...node.branches.flatMap(nodesWithin)];
    return node.kind === 'repeat' ? [node, ...nodesWithin(node.body), ...nodesWithin(node.otherwise ?? [])] : [];
  });
}

function sameBranches(nodes: readonly Node[]): Ambiguity[] {
  return nodesWithin(nodes).flatMap((node) => {
    if (node.kind !== 'choice' || node.condition === undefined) return [];
    const [one, other] = node.branches.map(printedBy);
    const isSame = [...(one ?? [])].some((text) => text !== '' && other?.has(text));
    const name = node.condition.split('.').at(-1);
    return isSame ? [{ ...node.place, problem: `“${name}”的两个分支会印出同样的内容，读回时分不清是哪一个。` }] : [];
  });
}

/** The position in a list is told by counting what is printed; how many units there are, a document says. */
function silentItems(nodes: readonly Node[]): Ambiguity[] {
  return nodesWithin(nodes).flatMap((node) => {
    if (node.kind !== 'repeat' || isOfUnits(node.path) || !printedBy(node.body).has('')) return [];
    const problem = `“${node.path.split(/\[#?\d+\]\.?/).at(-1)}”的一项可能什么也不印，读回时数不清是第几项。`;
    return [{ ...node.place, problem }];
  });
}

/** Rows of which either may come next, alike in every cell. */
function sameRows(nodes: readonly Node[]): Ambiguity[] {
  return formOf(nodes).tables.flatMap(({ table }) =>
    table.strips.flatMap(({ rows }) =>
      [...rows.arcs.keys()].flatMap((state) => {
        const next = [...new Set(nextItems(rows, state).map(({ item }) => item))];
        return next.flatMap((row, at) => {
          const twin = next.slice(0, at).find((other) => lookOf(other) === lookOf(row));
          if (!twin) return [];
          const problem = `这一行与第 ${twin.tag.place.line} 行（${twin.tag.place.file}）各格相同，读回时分不清是哪一行。`;
          return [{ ...row.tag.place, problem }];
        });
      }),
    ),
  );
}

const lookOf = ({ cells }: FormRow): string =>
  cells
    .map(({ words, hole, shape, tag }) => {
      if (words !== undefined) return `“${words}”`;
      return hole
        ? `${hole.helper} ${shape?.reads ?? ''} ${shape?.nameOf ?? ''}`
        : [...printedBy(tag.children)].join('|');
    })
    .join(' | ');
