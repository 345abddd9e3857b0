/** What stands on every page and belongs to none: page numbers, running heads and feet. */
import type { PageLayout, PageLine } from './layout.js';

/** Shares of the page's height and width in which such lines stand. */
const EDGE = 0.14;
const HEAD = 0.1;

const PAGE_NUMBER =
  /^[-—–―－_·・\s]*(?:第\s*)?(?:[0-9０-９]{1,4}|[ivxlIVXLⅰ-ⅻⅠ-Ⅻ]{1,6})\s*(?:页)?\s*(?:[,，/／]?\s*共?\s*\d{1,4}\s*页?)?[-—–―－_·・\s]*$/;
/** A page number that stands upright at the side comes piece by piece. */
const PIECE = /^[-—–―－0-9\s]{1,8}$/;

/** The same pages without those lines. */
export function withoutFurniture(pages: readonly PageLayout[]): PageLayout[] {
  const running = runningLines(pages);
  const counted = countedLines(pages);
  return pages.map((page) => {
    const number = numberOf(page);
    const isFurniture = (line: PageLine) =>
      line === number || counted.has(line) || isAtSide(line, page) || running.has(keyOf(line, page));
    return { ...page, items: page.items.filter((item) => item.kind === 'table' || !isFurniture(item)) };
  });
}

const isLine = (item: PageLayout['items'][number]): item is PageLine => item.kind === 'line';

/** A piece of the lowest line of the page, else of the highest, that is a number and stands at the edge. */
function numberOf({ items, height }: PageLayout): PageLine | undefined {
  const lines = items.filter(isLine).filter(({ turned }) => !turned);
  const [highest, lowest] = [Math.min(...lines.map(({ y }) => y)), Math.max(...lines.map(({ y }) => y))];
  const numberAt = (edge: number) => lines.find(({ y, text }) => Math.abs(y - edge) < 1 && PAGE_NUMBER.test(text));
  const last = lowest > height * (1 - EDGE) ? numberAt(lowest) : undefined;
  return last ?? (highest < height * EDGE ? numberAt(highest) : undefined);
}

/** The last lines of pages that count on from page to page, wherever they stand: a page may have been made smaller. */
function countedLines(pages: readonly PageLayout[]): ReadonlySet<PageLine> {
  const byStart = new Map<number, PageLine[]>();
  for (const { items, number } of pages) {
    const last = items.at(-1);
    const digits = last && isLine(last) && PAGE_NUMBER.test(last.text) ? /\d+/.exec(last.text) : null;
    if (!last || !isLine(last) || !digits) continue;
    const start = Number(digits[0]) - number;
    byStart.set(start, [...(byStart.get(start) ?? []), last]);
  }
  const most = [...byStart.values()].reduce<readonly PageLine[]>((a, b) => (b.length > a.length ? b : a), []);
  return new Set(most.length >= Math.max(3, pages.length / 3) ? most : []);
}

/** Of a landscape page: turned, or upright in pieces at its short sides. */
function isAtSide({ text, turned, x0, x1 }: PageLine, { width }: PageLayout): boolean {
  if (turned) return PAGE_NUMBER.test(text);
  return (x1 < width * 0.09 || x0 > width * 0.91) && PIECE.test(text);
}

/** The same words in the same place; a page number behind them is left aside. */
const keyOf = ({ text, y }: PageLine, { height }: PageLayout): string => {
  const isEdge = y < height * HEAD || y > height * (1 - HEAD);
  return isEdge ? `${Math.round((y / height) * 100)} ${withoutNumber(text)}` : '';
};

const withoutNumber = (text: string): string => {
  const words = text.replace(
    /\s*(?:[-—–]\s*\d{1,4}\s*[-—–]|第?\s*\d{1,4}\s*页?(?:\s*[/／共]\s*\d{1,4}\s*页?)?)\s*$/,
    '',
  );
  return words.length >= 4 ? words : text;
};

/** On at least three pages, and on a third of them all. */
function runningLines(pages: readonly PageLayout[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(page.items.filter(isLine).map((line) => keyOf(line, page)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const needed = Math.max(3, pages.length / 3);
  return new Set([...counts].filter(([key, count]) => key !== '' && count >= needed).map(([key]) => key));
}
