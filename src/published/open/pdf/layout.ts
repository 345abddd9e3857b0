/** A page taken apart: its ruled tables with their texts, and the lines of text around them, from top to bottom. */
import type { OpenedCell, OpenedRow } from '../raw.js';
import { type Glyph, middleOf, type PageContent } from './content.js';
import { gridOf, type Region, type RuledGrid } from './grid.js';
import { firstWord, joinedLines, linesOf, type PdfLine } from './lines.js';
import { netsOf } from './rules.js';
import { apart } from './touching.js';
import { uprightGlyphs } from './upright.js';

export interface PageTable {
  readonly kind: 'table';
  readonly top: number;
  readonly bottom: number;
  /** Where the vertical lines of the grid lie. */
  readonly xs: readonly number[];
  readonly rows: readonly PageRow[];
}

export interface PageRow extends OpenedRow {
  readonly height: number;
  readonly cells: readonly PageCell[];
}

export interface PageCell extends OpenedCell {
  /** The last line of its text had no room for more. */
  readonly full: boolean;
}

export interface PageLine extends PdfLine {
  readonly kind: 'line';
  /** Stands turned on the page; its place is that of the turned text. */
  readonly turned: boolean;
  /** Another piece stands beside it on the same line. */
  readonly beside: boolean;
}

export interface PageLayout {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly (PageTable | PageLine)[];
}

/** Lengths in points, y from the top of the page down. */
export function layOut(page: PageContent): PageLayout {
  const grids = netsOf(page.rules)
    .flatMap(apart)
    .flatMap((net) => gridOf(net) ?? []);
  const free: Glyph[] = [];
  const held = new Map<Region, Glyph[]>();
  for (const glyph of page.glyphs) {
    const region = regionOf(glyph, grids);
    if (!region) free.push(glyph);
    else {
      const glyphs = held.get(region);
      if (glyphs) glyphs.push(glyph);
      else held.set(region, [glyph]);
    }
  }
  const tables = grids.filter(({ regions }) => regions.some((region) => held.has(region)));
  const items = [...tables.map((grid) => tableOf(grid, held)), ...freeLines(free)];
  const topOf = (item: PageTable | PageLine) => (item.kind === 'table' ? item.top : item.y - item.size / 2);
  items.sort((a, b) => topOf(a) - topOf(b));
  return { number: page.number, width: page.width, height: page.height, items };
}

/** By the middle of the glyph. */
function regionOf(glyph: Glyph, grids: readonly RuledGrid[]): Region | undefined {
  const [x, y] = middleOf(glyph);
  for (const grid of grids) {
    const region = grid.regionAt(x, y);
    if (region) return region;
  }
  return undefined;
}

function tableOf({ xs, ys, regions }: RuledGrid, held: ReadonlyMap<Region, readonly Glyph[]>): PageTable {
  const rows: PageCell[][] = ys.slice(1).map(() => []);
  for (const region of regions) {
    const { row, ...place } = region;
    const width = (xs[place.column + place.columnSpan] ?? 0) - (xs[place.column] ?? 0);
    const { text, full } = cellText(held.get(region) ?? [], width);
    const content = text === '' ? [] : [{ kind: 'paragraph', text, level: 0, contents: false } as const];
    rows[row]?.push({ content, ...place, full });
  }
  const filled = rows.map((cells, row) => ({ cells, head: false, height: (ys[row + 1] ?? 0) - (ys[row] ?? 0) }));
  return { kind: 'table', top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, xs, rows: filled };
}

/** Lines that the width of the cell has broken are joined; one that had room for more ends a paragraph. */
function cellText(glyphs: readonly Glyph[], width: number): { text: string; full: boolean } {
  if (glyphs.length === 0) return { text: '', full: false };
  const { upright, turned } = directionsOf(glyphs, Number.POSITIVE_INFINITY);
  const lines = linesOf(upright, Number.POSITIVE_INFINITY);
  let text = '';
  let before: PdfLine | undefined;
  for (const line of lines) {
    const hadRoom = before !== undefined && width - (before.x1 - before.x0) > 2.5 * before.size + firstWord(line);
    text = before === undefined ? line.text : hadRoom ? `${text}\n${line.text}` : joinedLines(text, line.text);
    before = line;
  }
  const full = before !== undefined && width - (before.x1 - before.x0) < 2 * before.size;
  const all = [text, ...turned.map((line) => line.text)].filter((part) => part !== '');
  return { text: all.join('\n').trim(), full };
}

/** The glyphs that stand upright, and the lines of those that stand turned. */
function directionsOf(glyphs: readonly Glyph[], gap?: number): { upright: readonly Glyph[]; turned: PdfLine[] } {
  const upright = glyphs.filter(({ turns }) => turns === 0);
  if (upright.length === glyphs.length) return { upright: glyphs, turned: [] };
  const turned = ([1, 2, 3] as const).flatMap((turns) => linesOf(uprightGlyphs(glyphs, turns), gap));
  return { upright, turned };
}

function freeLines(glyphs: readonly Glyph[]): PageLine[] {
  const { upright: straight, turned } = directionsOf(glyphs);
  const upright = linesOf(straight);
  const counts = new Map<number, number>();
  for (const { y } of upright) counts.set(y, (counts.get(y) ?? 0) + 1);
  return [
    ...upright.map(
      (line): PageLine => ({ ...line, kind: 'line', turned: false, beside: (counts.get(line.y) ?? 0) > 1 }),
    ),
    ...turned.map((line): PageLine => ({ ...line, kind: 'line', turned: true, beside: false })),
  ];
}
