/** Text and pages that stand turned, as they are read with the head held upright. */
import type { Glyph, PageContent, RuledLine } from './content.js';

type Turns = Glyph['turns'];

/** A page whose text is mostly turned, as a landscape table on a portrait page, is turned back as a whole. */
export function uprightPage(page: PageContent): PageContent {
  const counts = [0, 0, 0, 0];
  for (const { turns } of page.glyphs) counts[turns] = (counts[turns] ?? 0) + 1;
  const most = counts.findIndex((count) => count > page.glyphs.length / 2);
  if (most <= 0) return page;
  const turns = most as Turns;
  const [width, height] = turns === 2 ? [page.width, page.height] : [page.height, page.width];
  const place = turnedBack(turns, page.width, page.height);
  const glyphs = page.glyphs.map((glyph): Glyph => {
    const [x, y] = place(glyph.x, glyph.y);
    return { ...glyph, x, y, turns: ((glyph.turns - turns + 4) % 4) as Turns };
  });
  return { ...page, width, height, glyphs, rules: page.rules.map((rule) => ruleAt(rule, place)) };
}

type Turn = (x: number, y: number) => readonly [x: number, y: number];

function turnedBack(turns: Turns, width: number, height: number): Turn {
  if (turns === 1) return (x, y) => [y, width - x];
  if (turns === 3) return (x, y) => [height - y, x];
  return turns === 2 ? (x, y) => [width - x, height - y] : (x, y) => [x, y];
}

function ruleAt({ x0, y0, x1, y1 }: RuledLine, place: Turn): RuledLine {
  const [a, b] = [place(x0, y0), place(x1, y1)];
  return { x0: Math.min(a[0], b[0]), x1: Math.max(a[0], b[0]), y0: Math.min(a[1], b[1]), y1: Math.max(a[1], b[1]) };
}

/** Glyphs that stand turned, each kind as if it were upright. */
export const uprightGlyphs = (glyphs: readonly Glyph[], turns: Turns): Glyph[] => {
  const place = turnedBack(turns, 0, 0);
  return glyphs
    .filter((glyph) => glyph.turns === turns)
    .map((glyph) => {
      const [x, y] = place(glyph.x, glyph.y);
      return { ...glyph, x, y, turns: 0 };
    });
};
