/** Sheets on which two pages were printed side by side. */
import type { Glyph, PageContent } from './content.js';
import { uprightPage } from './upright.js';

/** Points on both sides of the middle that stay free. */
const FREE = 4;

/** The pages one by one and upright; sheets are told apart only where every one has nothing across its middle. */
export const singlePages = (sheets: readonly PageContent[]): PageContent[] =>
  (halved(sheets) ?? halved(sheets.map(uprightPage)) ?? sheets).map(uprightPage);

function halved(sheets: readonly PageContent[]): PageContent[] | undefined {
  const filled = sheets.filter(({ glyphs }) => glyphs.length > 0);
  const both = filled.filter(({ glyphs, width }) => isOnBoth(glyphs, width / 2));
  if (filled.length < 2 || !filled.every(isParted) || both.length * 2 < filled.length) return undefined;
  return sheets
    .flatMap((sheet) => [halfOf(sheet, 0), halfOf(sheet, sheet.width / 2)])
    .map((page, index) => ({ ...page, number: index + 1 }));
}

const isOnBoth = (glyphs: readonly Glyph[], middle: number): boolean =>
  glyphs.some(({ x }) => x < middle) && glyphs.some(({ x }) => x >= middle);

function isParted({ width, height, glyphs, rules }: PageContent): boolean {
  const [left, right] = [width / 2 - FREE, width / 2 + FREE];
  const isAcross = (glyph: Glyph) => {
    const [from, to] = glyph.turns === 0 ? [glyph.x, glyph.x + glyph.width] : [glyph.x, glyph.x];
    return from < right && to > left;
  };
  return width > height * 1.2 && !glyphs.some(isAcross) && !rules.some(({ x0, x1 }) => x0 < right && x1 > left);
}

/** What of a sheet lies to the right of `from`, as far as half of it. */
function halfOf(sheet: PageContent, from: number): PageContent {
  const to = from + sheet.width / 2;
  const isWithin = (x: number) => x >= from && x < to;
  return {
    ...sheet,
    width: sheet.width / 2,
    glyphs: sheet.glyphs.filter(({ x }) => isWithin(x)).map((glyph) => ({ ...glyph, x: glyph.x - from })),
    rules: sheet.rules
      .filter(({ x0 }) => isWithin(x0))
      .map((rule) => ({ ...rule, x0: rule.x0 - from, x1: rule.x1 - from })),
  };
}
