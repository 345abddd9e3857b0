/**
 * The cheapest way of reading an input with an automaton, where items may be read not quite as they are, left out, or stand beside what no item
 * explains, each at a cost. Serves characters of a sentence, rows of a table and blocks of a document alike.
 */
import type { Automaton, Mark } from './automaton.js';

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
  marked?(mark: Mark): number;
  /** Cost of the part of the input at a position that no item explains. */
  unexplained(at: number): number;
}

export interface Move<Item, Found> {
  readonly from: number;
  readonly to: number;
  /** Neither item nor mark: the input there is not explained. */
  readonly item?: Item;
  readonly mark?: Mark;
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

interface Reached<Item, Found> {
  readonly state: number;
  readonly at: number;
  readonly cost: number;
  readonly before: Reached<Item, Found> | undefined;
  readonly move: Move<Item, Found> | undefined;
  /** Other ways to the same place at the same cost. */
  ties?: Reached<Item, Found>[];
}

/** Undefined when every way costs more than `limit`. */
export function bestPath<Item, Found>(
  automaton: Automaton<Item>,
  input: Input<Item, Found>,
  limit: number,
): Path<Item, Found> | undefined {
  const width = input.length + 1;
  const settled = new Map<number, Reached<Item, Found>>();
  const queue: Reached<Item, Found>[][] = [];
  const push = (reached: Reached<Item, Found>) => {
    if (reached.cost > limit) return;
    const known = settled.get(reached.state * width + reached.at);
    if (known && known.cost < reached.cost) return;
    let bucket = queue[reached.cost];
    if (!bucket) queue[reached.cost] = bucket = [];
    bucket.push(reached);
  };
  push({ state: 0, at: 0, cost: 0, before: undefined, move: undefined });
  for (let cost = 0; cost < queue.length; cost += 1) {
    const bucket = queue[cost];
    if (!bucket) continue;
    for (let next = 0; next < bucket.length; next += 1) {
      const reached = bucket[next] as Reached<Item, Found>;
      const key = reached.state * width + reached.at;
      const known = settled.get(key);
      if (!known) {
        settled.set(key, reached);
        expand(reached, automaton, input, push);
      } else if (known.cost === cost) {
        known.ties ??= [];
        known.ties.push(reached);
      }
    }
    queue[cost] = undefined as unknown as Reached<Item, Found>[];
    const goal = settled.get(automaton.end * width + input.length);
    if (goal) return pathTo(goal);
  }
  return undefined;
}

function expand<Item, Found>(
  from: Reached<Item, Found>,
  automaton: Automaton<Item>,
  input: Input<Item, Found>,
  push: (reached: Reached<Item, Found>) => void,
): void {
  const { at } = from;
  const go = (state: number, move: Move<Item, Found>) =>
    push({ state, at: move.to, cost: from.cost + move.cost, before: from, move });
  for (const { to, item, mark } of automaton.arcs[from.state] ?? []) {
    if (item === undefined) {
      go(to, { from: at, to: at, ...(mark && { mark }), isRead: true, cost: mark ? (input.marked?.(mark) ?? 0) : 0 });
      continue;
    }
    for (const { length, cost, found } of input.read(item, at))
      go(to, { from: at, to: at + length, item, isRead: true, cost, ...(found !== undefined && { found }) });
    go(to, { from: at, to: at, item, isRead: false, cost: input.omitted(item) });
  }
  if (at < input.length) go(from.state, { from: at, to: at + 1, isRead: false, cost: input.unexplained(at) });
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
  chain.flatMap(({ move }) => move ?? []);
