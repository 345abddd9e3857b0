/** Grammar nodes as a network of states: each way through it is one thing that the templates can print. */
import type { Choice, Node, Repeat } from '../../document/grammar.js';

import { isOfUnits } from './shapes.js';

/** What a way through the network decides beside the items that it reads. */
export type PathMark =
  /** A condition holds or does not. */
  | { readonly kind: 'flag'; readonly path: string; readonly holds: boolean }
  /** A list begins, or its next item. */
  | { readonly kind: 'list' | 'next'; readonly number: number; readonly ofUnits: boolean };

export interface Arc<Item> {
  readonly to: number;
  /** Undefined: nothing is read on this arc. */
  readonly item: Item | undefined;
  readonly mark: PathMark | undefined;
}

export interface Automaton<Item> {
  /** The arcs of each state; the first state is the start. */
  readonly arcs: readonly (readonly Arc<Item>[])[];
  readonly end: number;
}

/** What a node reads, in order; undefined for nodes that only hold others (their children are read instead). */
export type ItemsOf<Item> = (node: Node) => readonly Item[] | undefined;

/** `againOf`: what may follow an item any number of times. */
export function automatonOf<Item>(
  nodes: readonly Node[],
  itemsOf: ItemsOf<Item>,
  againOf: (item: Item) => readonly Item[] = () => [],
): Automaton<Item> {
  const network = new Network(itemsOf, againOf);
  const start = network.state();
  return { arcs: network.arcs, end: network.sequence(nodes, start) };
}

/** The items that can be read next from a state, with the states after them. */
export function nextItems<Item>({ arcs }: Automaton<Item>, from: number): { item: Item; to: number }[] {
  const [only, ...others] = arcs[from] ?? [];
  if (only?.item !== undefined && others.length === 0) return [{ item: only.item, to: only.to }];
  const [seen, waiting] = [new Set([from]), [from]];
  const found: { item: Item; to: number }[] = [];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const { to, item } of arcs[state] ?? []) {
      if (item !== undefined) found.push({ item, to });
      else if (!seen.has(to)) {
        seen.add(to);
        waiting.push(to);
      }
    }
  }
  return found;
}

class Network<Item> {
  readonly arcs: Arc<Item>[][] = [];
  readonly #itemsOf: ItemsOf<Item>;
  readonly #againOf: (item: Item) => readonly Item[];

  constructor(itemsOf: ItemsOf<Item>, againOf: (item: Item) => readonly Item[]) {
    this.#itemsOf = itemsOf;
    this.#againOf = againOf;
  }

  state(): number {
    return this.arcs.push([]) - 1;
  }

  #arc(from: number, to: number, mark?: PathMark): void {
    this.arcs[from]?.push({ to, item: undefined, mark });
  }

  sequence(nodes: readonly Node[], from: number): number {
    return nodes.reduce((state, node) => this.#node(node, state), from);
  }

  #node(node: Node, from: number): number {
    const items = this.#itemsOf(node);
    if (items) return this.#items(items, from);
    if (node.kind === 'choice') return this.#choice(node, from, (branch, start) => this.sequence(branch, start));
    if (node.kind === 'repeat') return this.#repeat(node, from);
    if (node.kind === 'join') return this.#join(node, from);
    return node.kind === 'tag' ? this.sequence(node.children, from) : from;
  }

  #items(items: readonly Item[], from: number): number {
    let state = from;
    for (const item of items) {
      const to = this.state();
      this.arcs[state]?.push({ to, item, mark: undefined });
      for (const again of this.#againOf(item)) this.arcs[to]?.push({ to, item: again, mark: undefined });
      state = to;
    }
    return state;
  }

  #choice(node: Choice, from: number, build: (branch: readonly Node[], start: number) => number): number {
    const end = this.state();
    node.branches.forEach((branch, index) => {
      const start = this.state();
      this.#arc(from, start, flagMark(node, index === 0));
      this.#arc(build(branch, start), end);
    });
    return end;
  }

  #repeat({ number, path, body, otherwise }: Repeat, from: number): number {
    const [begun, end] = [this.state(), this.state()];
    this.#arc(from, begun, { kind: 'list', number, ofUnits: isOfUnits(path) });
    const first = this.state();
    this.#arc(begun, first, { kind: 'next', number, ofUnits: isOfUnits(path) });
    const done = this.sequence(body, first);
    this.#arc(done, first, { kind: 'next', number, ofUnits: isOfUnits(path) });
    this.#arc(done, end);
    this.#arc(this.sequence(otherwise ?? [], from), end);
    return end;
  }

  /**
   * Two copies of the body: one while nothing has been printed yet, one where each item has the separator before it.
   */
  #join(node: Extract<Node, { kind: 'join' }>, from: number): number {
    const states = this.#lines(node.body, { none: from, some: undefined }, node.separator);
    if (states.some === undefined) return states.none ?? from;
    const end = this.state();
    if (states.none !== undefined) this.#arc(states.none, end);
    this.#arc(states.some, end);
    return end;
  }

  #lines(nodes: readonly Node[], from: Joining, separator: string): Joining {
    return linesOf(nodes).reduce((states, line) => this.#line(line, states, separator), from);
  }

  #line(line: readonly Node[], from: Joining, separator: string): Joining {
    const [only] = line;
    if (line.length === 1 && only?.kind === 'choice') return this.#optional(only, from, separator);
    if (line.length === 1 && only?.kind === 'repeat') return this.#repeated(only, from, separator);
    const end = this.state();
    if (from.none !== undefined) this.#arc(this.sequence(line, from.none), end);
    if (from.some !== undefined) {
      const parted = this.#node({ kind: 'text', text: separator }, from.some);
      this.#arc(this.sequence(line, parted), end);
    }
    return { none: undefined, some: end };
  }

  #optional(node: Choice, from: Joining, separator: string): Joining {
    const branches = node.branches.map((branch, index) => {
      const mark = flagMark(node, index === 0);
      const start = (state: number | undefined) => state !== undefined && this.#after(state, mark);
      return this.#lines(
        branch,
        { none: start(from.none) || undefined, some: start(from.some) || undefined },
        separator,
      );
    });
    return {
      none: this.#merged(branches.map(({ none }) => none)),
      some: this.#merged(branches.map(({ some }) => some)),
    };
  }

  #repeated({ number, path, body }: Repeat, from: Joining, separator: string): Joining {
    const begin = (state: number | undefined) =>
      state === undefined ? undefined : this.#after(state, { kind: 'list', number, ofUnits: isOfUnits(path) });
    const [none, some] = [begin(from.none), begin(from.some)];
    /** Before an item when something stands before it. */
    const before = this.state();
    if (some !== undefined) this.#arc(some, before, { kind: 'next', number, ofUnits: isOfUnits(path) });
    const first =
      none === undefined ? undefined : this.#after(none, { kind: 'next', number, ofUnits: isOfUnits(path) });
    const after = this.#lines(body, { none: first, some: before }, separator);
    if (after.some !== undefined) this.#arc(after.some, before, { kind: 'next', number, ofUnits: isOfUnits(path) });
    return { none: this.#merged([none, after.none]), some: this.#merged([some, after.some]) };
  }

  #after(state: number, mark: PathMark | undefined): number {
    const next = this.state();
    this.#arc(state, next, mark);
    return next;
  }

  #merged(states: readonly (number | undefined)[]): number | undefined {
    const some = states.filter((state) => state !== undefined);
    if (some.length < 2) return some[0];
    const end = this.state();
    for (const state of some) this.#arc(state, end);
    return end;
  }
}

/** Where a join stands: nothing printed yet, or something. */
interface Joining {
  readonly none: number | undefined;
  readonly some: number | undefined;
}

const flagMark = ({ condition }: Choice, holds: boolean): PathMark | undefined =>
  condition === undefined ? undefined : { kind: 'flag', path: condition, holds };

/** The nodes between line ends; alternatives and repetitions that print whole lines stand alone. */
function linesOf(nodes: readonly Node[]): Node[][] {
  const lines: Node[][] = [[]];
  for (const node of nodes) {
    if (node.kind === 'line') lines.push([]);
    else if (printsLines(node)) lines.push([node], []);
    else if (node.kind !== 'text' || node.text.trim() !== '') lines.at(-1)?.push(node);
  }
  return lines.filter((line) => line.length > 0);
}

function printsLines(node: Node): boolean {
  if (node.kind === 'repeat') return true;
  return (
    node.kind === 'choice' &&
    node.branches.some((branch) => branch.some((child) => child.kind === 'line' || printsLines(child)))
  );
}
