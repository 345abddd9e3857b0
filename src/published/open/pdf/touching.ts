/** Tables that stand one right below the other, so that their lines make one net. */
import type { Stroke, Strokes } from './rules.js';

/** Points: lines that lie closer are one. */
const SAME = 2.5;
/** A table with fewer lines between its columns is not told from a part of another. */
const FEWEST = 3;
/** One line in so many may stand at the same place in both tables by chance. */
const CHANCE = 4;

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= SAME;

/**
 * The net in parts: it is cut where the lines between columns end, and as many begin at other places.
 * A part of one table shares lines with the part above it.
 */
export function apart(net: Strokes): Strokes[] {
  const places = net.down.map(({ at }) => at);
  const [left, right] = [Math.min(...places), Math.max(...places)];
  const inner = net.down.filter(({ at }) => !isNear(at, left) && !isNear(at, right));
  const cut = net.across.map(({ at }) => at).find((at) => isCut(inner, at));
  if (cut === undefined) return [net];
  const [above, below] = [partOf(net, Number.NEGATIVE_INFINITY, cut), partOf(net, cut, Number.POSITIVE_INFINITY)];
  return [above, ...apart(below)];
}

function isCut(inner: readonly Stroke[], at: number): boolean {
  const through = inner.filter(({ from, to }) => from < at - SAME && to > at + SAME);
  const ending = inner.filter(({ to }) => isNear(to, at));
  const beginning = inner.filter(({ from }) => isNear(from, at));
  if (ending.length < FEWEST || ending.length !== beginning.length) return false;
  const alike = ending.filter((one) => beginning.some((other) => isNear(one.at, other.at)));
  return (through.length + alike.length) * CHANCE <= ending.length;
}

/** What of the net lies between two heights, lines through them cut. */
function partOf({ across, down }: Strokes, top: number, bottom: number): Strokes {
  return {
    across: across.filter(({ at }) => at >= top - SAME && at <= bottom + SAME),
    down: down.flatMap((stroke) => {
      const [from, to] = [Math.max(stroke.from, top), Math.min(stroke.to, bottom)];
      return to - from > SAME ? [{ ...stroke, from, to }] : [];
    }),
  };
}
