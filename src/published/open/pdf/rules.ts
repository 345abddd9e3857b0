/** Ruling lines put together: pieces of one line joined, lines that touch each other gathered as one table. */
import { documentLimits } from '../limits.js';
import { refuse } from '../refusal.js';
import type { RuledLine } from './content.js';

/** Points. */
const SAME = 1;
const GAP = 3;

/** A line across (`at` is its y) or down (`at` is its x). */
export interface Stroke {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Strokes {
  readonly across: readonly Stroke[];
  readonly down: readonly Stroke[];
}

/** Each result is one net of lines. */
export function netsOf(rules: readonly RuledLine[]): Strokes[] {
  const across = joined(rules.flatMap(({ x0, x1, y0, y1 }) => (y0 === y1 ? [{ at: y0, from: x0, to: x1 }] : [])));
  const down = joined(rules.flatMap(({ x0, y0, y1 }) => (y0 === y1 ? [] : [{ at: x0, from: y0, to: y1 }])));
  if (across.length * down.length > documentLimits.lines * 200) refuse('F41', { what: '表格线' });
  const group = new Groups(across.length + down.length);
  across.forEach((a, i) => {
    down.forEach((d, j) => {
      if (touch(a, d)) group.join(i, across.length + j);
    });
  });
  const nets = new Map<number, { across: Stroke[]; down: Stroke[] }>();
  const netOf = (member: number) => {
    const root = group.rootOf(member);
    const net = nets.get(root) ?? { across: [], down: [] };
    nets.set(root, net);
    return net;
  };
  for (const [i, stroke] of across.entries()) netOf(i).across.push(stroke);
  for (const [j, stroke] of down.entries()) netOf(across.length + j).down.push(stroke);
  return [...nets.values()].filter((net) => net.across.length > 0 && net.down.length > 0);
}

const touch = (a: Stroke, d: Stroke): boolean =>
  d.at >= a.from - GAP && d.at <= a.to + GAP && a.at >= d.from - GAP && a.at <= d.to + GAP;

/** A line is often drawn cell by cell, or dashed. */
function joined(strokes: readonly Stroke[]): Stroke[] {
  const sorted = [...strokes].sort((a, b) => a.at - b.at);
  const bands: Stroke[][] = [];
  for (const stroke of sorted) {
    const band = bands.at(-1);
    if (band && stroke.at - (band[0]?.at ?? 0) <= SAME) band.push(stroke);
    else bands.push([stroke]);
  }
  return bands.flatMap((band) => {
    const whole: { at: number; from: number; to: number }[] = [];
    for (const { at, from, to } of band.sort((a, b) => a.from - b.from)) {
      const last = whole.at(-1);
      if (last && from <= last.to + GAP) last.to = Math.max(last.to, to);
      else whole.push({ at, from, to });
    }
    return whole;
  });
}

/** Members that belong together, by a chain of pairs. */
export class Groups {
  readonly #parents: Int32Array;

  constructor(count: number) {
    this.#parents = Int32Array.from({ length: count }, (_, index) => index);
  }

  rootOf(member: number): number {
    let root = member;
    while ((this.#parents[root] ?? root) !== root) {
      const above = this.#parents[root] ?? root;
      this.#parents[root] = this.#parents[above] ?? above;
      root = above;
    }
    return root;
  }

  join(a: number, b: number): void {
    this.#parents[this.rootOf(a)] = this.rootOf(b);
  }
}
