/**
 * Rows of a form's tables whose cells cannot fill the columns: a wrong colspan, told before any document is printed.
 */
import { branchesOf, type Grammar, type Node, type Tag } from '../document/grammar.js';

export interface SpanProblem {
  readonly file: string;
  readonly line: number;
  readonly problem: string;
}

/** How many more rows each column is covered from above. */
type Covered = readonly number[];

interface SpannedCell {
  readonly columns: number;
  readonly rows: number;
}

/**
 * One way in which a row can be printed: its cells, and the branch taken of each condition, which is the same wherever
 * it is asked.
 */
interface Variant {
  readonly cells: readonly SpannedCell[];
  readonly taken: Readonly<Record<string, number>>;
}

/** A row with more ways than this, or with cells that repeat, is not judged beforehand; printing it checks it. */
const mostVariants = 256;

/** Every row of every table that some facts would print too short or too long, once. */
export function spanProblems({ nodes }: Grammar): SpanProblem[] {
  const problems = tagsIn(nodes, ['table']).flatMap(tableProblems);
  return [...new Map(problems.map((one) => [`${one.file}:${one.line}`, one])).values()];
}

/** The outermost of these tags, whatever they depend on. */
const tagsIn = (nodes: readonly Node[], names: readonly string[]): Tag[] =>
  nodes.flatMap((node) => {
    if (node.kind !== 'tag') return branchesOf(node).flatMap((branch) => tagsIn(branch, names));
    return names.includes(node.name) ? [node] : tagsIn(node.children, names);
  });

/** Two lists side by side (`side-by-side`) are left to printing: neither has columns of its own. */
function tableProblems(table: Tag): SpanProblem[] {
  const columns = (table.attributes.widths ?? '').trim().split(/\s+/).length;
  const problems: SpanProblem[] = [];
  for (const part of tagsIn(table.children, ['thead', 'tbody', 'side-by-side'])) {
    if (part.name === 'side-by-side') continue;
    const after = new Rows(columns, problems).walk(part.children, [new Array(columns).fill(0)]);
    if (after.every((covered) => covered.some((rows) => rows > 0)))
      problems.push({ ...part.place, problem: `<${part.name}> 中有 rowspan 超出了最后一行。` });
  }
  return problems;
}

/** Goes through the rows of a part in every way that they can follow each other. */
class Rows {
  constructor(
    readonly columns: number,
    readonly problems: SpanProblem[],
  ) {}

  walk(nodes: readonly Node[], before: readonly Covered[]): readonly Covered[] {
    return nodes.reduce<readonly Covered[]>((covered, node) => this.#node(node, covered), before);
  }

  #node(node: Node, before: readonly Covered[]): readonly Covered[] {
    if (node.kind === 'tag') return node.name === 'tr' ? this.#row(node, before) : before;
    if (node.kind === 'choice') return distinct(node.branches.flatMap((branch) => this.walk(branch, before)));
    if (node.kind !== 'repeat') return before;
    const once = this.walk(node.body, before);
    const none = node.otherwise ? this.walk(node.otherwise, before) : before;
    return distinct([...none, ...once, ...this.walk(node.body, once)]);
  }

  #row(row: Tag, before: readonly Covered[]): readonly Covered[] {
    const nothing = [new Array<number>(this.columns).fill(0)];
    const variants = variantsOf(row.children);
    if (variants === undefined) return nothing;
    const after = before.flatMap((covered) =>
      variants.flatMap(({ cells }) => {
        const filled = covered.filter((rows) => rows > 0).length + cells.reduce((sum, cell) => sum + cell.columns, 0);
        if (filled === this.columns) return [placed(covered, cells)];
        const problem = `这一行占 ${filled} 列，而表有 ${this.columns} 列。请核对单元格数、colspan 和 rowspan。`;
        this.problems.push({ ...row.place, problem });
        return [];
      }),
    );
    return after.length > 0 ? distinct(after) : nothing;
  }
}

const distinct = (all: readonly Covered[]): Covered[] => [...new Map(all.map((one) => [one.join(), one])).values()];

/** What the next row finds covered. */
function placed(covered: Covered, cells: readonly SpannedCell[]): Covered {
  const free = covered.flatMap((rows, column) => (rows > 0 ? [] : [column]));
  const after = covered.map((rows) => Math.max(0, rows - 1));
  const spans = cells.flatMap(({ columns, rows }) => new Array<number>(columns).fill(rows));
  spans.forEach((rows, index) => {
    const column = free[index];
    if (column !== undefined) after[column] = rows - 1;
  });
  return after;
}

/** Undefined where it cannot be told. */
function variantsOf(nodes: readonly Node[]): readonly Variant[] | undefined {
  let variants: readonly Variant[] | undefined = [{ cells: [], taken: {} }];
  for (const node of nodes) variants = variants && extended(variants, node);
  return variants;
}

function extended(before: readonly Variant[], node: Node): readonly Variant[] | undefined {
  if (node.kind === 'repeat' || node.kind === 'join')
    return tagsIn([node], ['td', 'th']).length > 0 ? undefined : before;
  if (node.kind === 'tag') {
    const cell = cellOf(node);
    return cell && before.map(({ cells, taken }) => ({ cells: [...cells, cell], taken }));
  }
  if (node.kind !== 'choice') return before;
  const { condition } = node;
  const after: Variant[] = [];
  for (const one of before) {
    const taken = condition === undefined ? undefined : one.taken[condition];
    for (const [index, branch] of node.branches.entries()) {
      if (taken !== undefined && taken !== index) continue;
      const start: Variant = condition === undefined ? one : { ...one, taken: { ...one.taken, [condition]: index } };
      const variants = branch.reduce<readonly Variant[] | undefined>(
        (all, next) => all && extended(all, next),
        [start],
      );
      if (variants === undefined) return undefined;
      after.push(...variants);
    }
  }
  return after.length > mostVariants ? undefined : after;
}

/** Undefined for a span that the view decides. */
function cellOf({ attributes }: Tag): SpannedCell | undefined {
  const [columns, rows] = [attributes.colspan ?? '1', attributes.rowspan ?? '1'].map(Number);
  return columns && rows ? { columns, rows } : undefined;
}
