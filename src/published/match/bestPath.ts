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
  readonly found: Found | undefined;
}

/** All of it in this order wherever one is made: the search runs twice as fast over objects of one kind. */
export interface Input<Item, Found> {
  readonly length: number;
  read(item: Item, at: number): readonly Step<Found>[];
  /** Cost of an item that the input has not. */
  omitted(item: Item): number;
  /** Cost of the part of the input at a position that no item explains. */
  unexplained(at: number): number;
  /** Cost of what a mark says. */
  marked(mark: PathMark): number;
  /** What the rest costs at least, from a state of the automaton and a position in the input: a search ends early. */
  atLeast(state: number, at: number): number;
}

/** For inputs in which marks cost nothing, and where nothing is known of the rest. */
export const costless = (): number => 0;

export interface Move<Item, Found> {
  readonly from: number;
  readonly to: number;
  /** Neither item nor mark: the input there is not explained. */
  readonly item: Item | undefined;
  readonly mark: PathMark | undefined;
  /** False: the item was left out. */
  readonly isRead: boolean;
  readonly cost: number;
  readonly found: Found | undefined;
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
  ties: Reached<Item, Found>[] | undefined;
}

/** Undefined when every way costs more than `limit`. */
export function bestPath<Item, Found>(
  automaton: Automaton<Item>,
  input: Input<Item, Found>,
  limit: number,
): Path<Item, Found> | undefined {
  if (input.atLeast(0, 0) > limit) return undefined;
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
    this.#reach(undefined, undefined, 0, 0, 0, true, undefined);
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

  #key(state: number, at: number): number {
    return state * (this.#input.length + 1) + at;
  }

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
    found: Found | undefined,
  ): void {
    if (cost + this.#input.atLeast(state, at) > this.#limit) return;
    const known = this.#settled.get(this.#key(state, at));
    if (known && known.cost < cost) return;
    const reached = { state, at, cost, before, arc, isRead, found, ties: undefined };
    const bucket = this.#queue[cost];
    if (bucket) bucket.push(reached);
    else this.#queue[cost] = [reached];
  }

  #expand(from: Reached<Item, Found>): void {
    const { at, cost, state } = from;
    const input = this.#input;
    for (const arc of this.#automaton.arcs[state] as readonly Arc<Item>[]) {
      const { to, item, mark } = arc;
      if (item === undefined) {
        this.#reach(from, arc, to, at, cost + (mark ? input.marked(mark) : 0), true, undefined);
        continue;
      }
      for (const step of input.read(item, at))
        this.#reach(from, arc, to, at + step.length, cost + step.cost, true, step.found);
      this.#reach(from, arc, to, at, cost + input.omitted(item), false, undefined);
    }
    if (at < input.length) this.#reach(from, undefined, state, at + 1, cost + input.unexplained(at), false, undefined);
  }
}

/** So many other ways are told at most. */
const mostOthers = 30;

function pathTo<Item, Found>(goal: Reached<Item, Found>): Path<Item, Found> {
  const chain = chainOf(goal);
  if (chain.every(({ ties }) => ties === undefined)) return { cost: goal.cost, moves: movesOf(chain), others: [] };
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

function movesOf<Item, Found>(chain: readonly Reached<Item, Found>[]): Move<Item, Found>[] {
  const moves: Move<Item, Found>[] = [];
  for (const { before, at, cost, arc, isRead, found } of chain) {
    if (!before) continue;
    const { item, mark } = arc ?? passedOver;
    moves.push({ from: before.at, to: at, item, mark, isRead, cost: cost - before.cost, found });
  }
  return moves;
}

const passedOver = { item: undefined, mark: undefined };
