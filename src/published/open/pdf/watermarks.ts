/** Text that lies over pages and is none of theirs: set aslant, or large and in the same place on most of them. */
import type { Glyph, PageContent } from './content.js';

/** Points, and of the usual size of type: no title is so large on page after page. */
const LARGE = 28;
const TIMES = 2.5;

/** The same pages without it; what was set aside is counted. Pages of one size have it in one place. */
export function withoutWatermarks(pages: readonly PageContent[]): PageContent[] {
  const bySize = new Map<string, PageContent[]>();
  for (const page of pages) {
    const size = `${Math.round(page.width)} ${Math.round(page.height)}`;
    bySize.set(size, [...(bySize.get(size) ?? []), page]);
  }
  const cleared = new Map([...bySize.values()].flatMap((own) => clearedPages(own)));
  return pages.map((page) => cleared.get(page) ?? page);
}

function clearedPages(pages: readonly PageContent[]): [before: PageContent, after: PageContent][] {
  const sizes = Float64Array.from(pages.flatMap(({ glyphs }) => glyphs.map(({ size }) => size))).sort();
  const least = Math.max(LARGE, TIMES * (sizes[sizes.length >> 1] ?? 0));
  if (least > (sizes.at(-1) ?? 0)) return pages.map((page) => [page, page]);
  const large = pages.map(({ glyphs }) => new Set(glyphs.filter(({ size }) => size >= least).map(keyOf)));
  const needed = Math.max(3, pages.length / 2);
  const counts = new Map<string, number>();
  for (const key of large.flatMap((keys) => [...keys])) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isMark = (glyph: Glyph) => glyph.size >= least && (counts.get(keyOf(glyph)) ?? 0) >= needed;
  return pages.map((page) => {
    const glyphs = page.glyphs.filter((glyph) => !isMark(glyph));
    return [page, { ...page, glyphs, aslant: page.aslant + page.glyphs.length - glyphs.length }];
  });
}

const keyOf = ({ text, x, y }: Glyph): string => `${text} ${Math.round(x)} ${Math.round(y)}`;
