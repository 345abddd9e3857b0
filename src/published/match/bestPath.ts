/**
 * The cheapest way of reading an input with an automaton, where items may be read not quite as they are, left out, or
 * stand beside what no item explains, each at a cost. Serves characters of a sentence, rows of a table and blocks of a
 * document alike.
 */
import type { Arc, Automaton, PathMark } from './automaton.js';

/** One way of reading an item at a position. */
export interface Step<Found> {
  /** How much of the input it takes. */
  readonly length: number;
  readonly cost: number;
  readonly found?: Found;
}

export interface Input<Item, Found> {
  readonly length: number;
  read(item: Item, at: number): readonly Step<Found>[];
  /** Cost of an item that the input has not. */
  omitted(item: Item): number;
  /** Cost of what a mark says. */
  marked?(mark: PathMark): number;
  /** Cost of the part of the input at a position that no item explains. */
  unexplained(at: number): number;
  /** What the rest costs at least, from a state of the automaton and a position in the input: a search ends early. */
  atLeast?(state: number, at: number): number;
}

export interface Move<Item, Found> {
  readonly from: number;
  readonly to: number;
  /** Neither item nor mark: the input there is not explained. */
  readonly item?: Item;
  readonly mark?: PathMark;
  /** False: the item was left out. */
  readonly isRead: boolean;
  readonly cost: number;
  readonly found?: Found;
}

export interface Path<Item, Found> {
  readonly cost: number;
  readonly moves: readonly Move<Item, Found>[];
  /** Ways that cost the same: what each has instead of the moves from `from` up to `to`. */
  readonly others: readonly Other<Item, Found>[];
}

export interface Other<Item, Found> {
  readonly from: number;
  readonly to: number;
  readonly instead: readonly Move<Item, Found>[];
}

/** A place reached, with the last thing done to reach it. */
interface Reached<Item, Found> {
  readonly state: number;
  readonly at: number;
  readonly cost: number;
  readonly before: Reached<Item, Found> | undefined;
  /** Undefined where a part of the input was passed over, and at the start. */
  readonly arc: Arc<Item> | undefined;
  readonly isRead: boolean;
  readonly found: Found | undefined;
  /** Other ways to the same place at the same cost. */
  ties?: Reached<Item, Found>[];
}

/** Undefined when every way costs more than `limit`. */
export function bestPath<Item, Found>(
  automaton: Automaton<Item>,
  input: Input<Item, Found>,
  limit: number,
): Path<Item, Found> | undefined {
  const search = new Search(automaton, input, limit);
  const goal = search.run();
  return goal && pathTo(goal);
}

class Search<Item, Found> {
  readonly #automaton: Automaton<Item>;
  readonly #input: Input<Item, Found>;
  readonly #limit: number;
  readonly #settled = new Map<number, Reached<Item, Found>>();
  /** What is waiting, by its cost. */
  readonly #queue: (Reached<Item, Found>[] | undefined)[] = [];

  constructor(automaton: Automaton<Item>, input: Input<Item, Found>, limit: number) {
    this.#automaton = automaton;
    this.#input = input;
    this.#limit = limit;
  }

  run(): Reached<Item, Found> | undefined {
    const { length } = this.#input;
    this.#reach(undefined, undefined, 0, 0, 0, true);
    for (let cost = 0; cost < this.#queue.length; cost += 1) {
      const bucket = this.#queue[cost];
      if (!bucket) continue;
      for (let next = 0; next < bucket.length; next += 1) this.#settle(bucket[next] as Reached<Item, Found>);
      this.#queue[cost] = undefined;
      const goal = this.#settled.get(this.#key(this.#automaton.end, length));
      if (goal) return goal;
    }
    return undefined;
  }

  #key = (state: number, at: number): number => state * (this.#input.length + 1) + at;

  #settle(reached: Reached<Item, Found>): void {
    const key = this.#key(reached.state, reached.at);
    const known = this.#settled.get(key);
    if (!known) {
      this.#settled.set(key, reached);
      this.#expand(reached);
    } else if (known.cost === reached.cost) {
      known.ties ??= [];
      known.ties.push(reached);
    }
  }

  /** Nothing is made of what costs too much or was reached at less. */
  #reach(
    before: Reached<Item, Found> | undefined,
    arc: Arc<Item> | undefined,
    state: number,
    at: number,
    cost: number,
    isRead: boolean,
    found?: Found,
  ): void {
    if (cost > this.#limit) return;
    const known = this.#settled.get(this.#key(state, at));
    if (known && known.cost < cost) return;
    const input = this.#input;
    if (input.atLeast && cost + input.atLeast(state, at) > this.#limit) return;
    const reached = { state, at, cost, before, arc, isRead, found };
    const bucket = this.#queue[cost];
    if (bucket) bucket.push(reached);
    else this.#queue[cost] = [reached];
  }

  #expand(from: Reached<Item, Found>): void {
    const { at, cost, state } = from;
    const input = this.#input;
    for (const arc of this.#automaton.arcs[state] ?? []) {
      const { to, item, mark } = arc;
      if (item === undefined) {
        const marked = mark && input.marked ? input.marked(mark) : 0;
        this.#reach(from, arc, to, at, cost + marked, true);
        continue;
      }
      for (const step of input.read(item, at))
        this.#reach(from, arc, to, at + step.length, cost + step.cost, true, step.found);
      this.#reach(from, arc, to, at, cost + input.omitted(item), false);
    }
    if (at < input.length) this.#reach(from, undefined, state, at + 1, cost + input.unexplained(at), false);
  }
}

/** So many other ways are told at most. */
const mostOthers = 30;

function pathTo<Item, Found>(goal: Reached<Item, Found>): Path<Item, Found> {
  const chain = chainOf(goal);
  const position = new Map(chain.map((reached, index) => [reached, index]));
  const others: Other<Item, Found>[] = [];
  for (const [to, { ties = [] }] of chain.entries()) {
    for (const tie of ties.slice(0, mostOthers - others.length)) {
      const branch: Reached<Item, Found>[] = [];
      let back: Reached<Item, Found> | undefined = tie;
      for (; back && !position.has(back); back = back.before) branch.push(back);
      const from = back && position.get(back);
      // the chain's first has no move: move n leads to its place n + 1
      if (from !== undefined && from <= to) others.push({ from, to, instead: movesOf(branch.reverse()) });
    }
  }
  return { cost: goal.cost, moves: movesOf(chain), others };
}

function chainOf<Item, Found>(goal: Reached<Item, Found>): Reached<Item, Found>[] {
  const chain: Reached<Item, Found>[] = [];
  for (let back: Reached<Item, Found> | undefined = goal; back; back = back.before) chain.push(back);
  return chain.reverse();
}

const movesOf = <Item, Found>(chain: readonly Reached<Item, Found>[]): Move<Item, Found>[] =>
  chain.flatMap(({ before, at, cost, arc, isRead, found }) => {
    if (!before) return [];
    const move = { from: before.at, to: at, isRead, cost: cost - before.cost };
    return { ...move, ...arc, ...(found !== undefined && { found }), to: at };
  });
