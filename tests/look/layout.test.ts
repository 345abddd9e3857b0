/**
 * The pages themselves, as LibreOffice lays them out. What a person sees at a glance: a number in two pieces, text over
 * text, a heading alone at the end of a page, a mark at the start of a line, a table that takes a page more than it
 * needs.
 */
import { describe, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { DocumentTree } from '../../src/document/tree.js';
import { compose } from '../../src/index.js';
import { collectEntries } from '../../src/writers/docx/contents.js';
import { writeDocx } from '../../src/writers/docx/index.js';
import { contentsPages } from '../../src/writers/docx/paginate.js';
import { linksOfPdf } from '../../src/writers/pdf/links.js';
import { allTexts, textOf } from '../support/document.js';
import { extremeBook } from '../support/extreme.js';
import { areaOf, type Box, type Layout, layoutOf, type Page } from '../support/layout.js';
import { examined, namesIn, readJson, sampleBytes } from '../support/samples.js';
import { testWithLayout } from '../support/tools.js';

const TIME = 120_000;
const AMOUNT = /\d[\d,]*\.\d+%?/g;
/** Marks that begin no line, and those that end none (GB/T 15834-2011). */
const CLOSING = /^[，。、；：！？”’）》〕】]/;
const OPENING = /[“‘（《〔【]$/;

/** No document of this kind has more pages than these: what LibreOffice 7.4 needs today. */
const pageCounts = readJson<Readonly<Record<string, Readonly<Record<string, number>>>>>('tests/look/pages.json');

const sampleTree = (name: string): DocumentTree => {
  const { facts, edition } = examined(name, sampleBytes(name));
  return compose(facts, edition).tree;
};

const documents: readonly (readonly [string, () => DocumentTree])[] = [
  ...namesIn('samples', '.xlsx').map((name) => [name, () => sampleTree(name)] as const),
  ['extreme', () => extremeBook().compose().tree],
];

describe.each(documents)('the pages of %s', (name, treeOf) => {
  let laid: (Layout & { readonly tree: DocumentTree }) | undefined;
  const look = async () => {
    if (laid === undefined) {
      const tree = treeOf();
      laid = { tree, ...layoutOf(await writeDocx(tree)) };
    }
    return laid;
  };

  testWithLayout(
    'no number is broken over lines',
    async () => {
      const { tree, pages } = await look();
      expect(counted(amountsOf(tree)).size).toBeGreaterThan(50);
      expect(brokenNumbers(tree, pages)).toEqual([]);
    },
    TIME,
  );

  testWithLayout(
    'nothing stands over anything else, or beyond the margins',
    async () => {
      const { pages } = await look();
      expect(pages.flatMap((page, index) => overlaps(page).map((pair) => `${index + 1}: ${pair}`))).toEqual([]);
      expect(pages.flatMap((page, index) => outside(page).map((text) => `${index + 1}: ${text}`))).toEqual([]);
    },
    TIME,
  );

  testWithLayout(
    'no line of text begins with a closing mark or ends with an opening one',
    async () => {
      const { pages } = await look();
      const wrong = pages.flatMap((page) => {
        const { left, right } = areaOf(page);
        return page.lines
          .filter(({ text, left: from, right: to }) =>
            CLOSING.test(text) ? from < left + 2 : OPENING.test(text) && to > right - 12,
          )
          .map(({ text }) => text);
      });
      expect(wrong).toEqual([]);
    },
    TIME,
  );

  testWithLayout(
    'no heading stands alone at the end of a page',
    async () => {
      const { tree, pages } = await look();
      const headings = tree.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'heading' ? [textOf(block.inlines)] : [])),
      );
      const body = pages.slice(-bodyPages(tree, pages), -1).map(({ lines }) => lastLine(lines).replace(/\s/g, ''));
      expect(body.filter((text) => text.length > 3 && headings.some((heading) => heading.endsWith(text)))).toEqual([]);
    },
    TIME,
  );

  // FORM row-5, page-3, page-4
  testWithLayout(
    'a table that runs over pages says so on each of them, and every page number stands on its side',
    async () => {
      const { tree, pages } = await look();
      const body = pages.slice(-bodyPages(tree, pages));
      expect(body.filter((page, index) => !isNumbered(page, index + 1)).map((page) => page.margins)).toEqual([]);
      const titled = body.map(({ lines }) => lines.map(({ text }) => text.replace(/\s/g, '')));
      const tables = tree.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'paragraph' && block.style === 'tableNumber' ? [block] : [])),
      );
      const numbers = tables.map(({ inlines }) => textOf(inlines).replace(/\s/g, ''));
      let further = 0;
      for (const number of numbers) {
        const start = titled.findIndex((lines) => lines.includes(number));
        const next = titled.findIndex(
          (lines, index) =>
            index > start && lines.some((text) => numbers.includes(text) || text.startsWith('第三部分')),
        );
        const later = titled.slice(start + 1, next);
        further += later.length;
        expect(later.filter((lines) => !lines.some((text) => text.startsWith(`续${number}`)))).toEqual([]);
      }
      expect(titled.flatMap((lines) => lines.filter((text) => text.startsWith('续表')))).toHaveLength(further);
    },
    TIME,
  );

  testWithLayout(
    'no more pages than before, part by part',
    async () => {
      const layout = await look();
      const counts = pagesByPart(layout.tree, layout);
      if (process.env.YUSUAN_PAGES) console.log(JSON.stringify({ [name]: counts }));
      expect(Object.keys(counts)).toEqual(Object.keys(pageCounts[name] ?? {}));
      for (const [part, count] of Object.entries(counts)) {
        expect({ part, count, more: count > (pageCounts[name]?.[part] ?? 0) }).toEqual({ part, count, more: false });
      }
    },
    TIME,
  );
});

describe('the checks see what is wrong', () => {
  testWithLayout(
    'a number in a column that is too narrow',
    async () => {
      const tree = sampleTree('2026-unit');
      const parts = unzipSync(await writeDocx(tree));
      const narrow = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(
        /(<w:(?:gridCol|tcW|tblW)[^>]* w:w=")(\d+)"/g,
        (_, start: string, width: string) => `${start}${Math.round(Number(width) / 2)}"`,
      );
      const { pages } = layoutOf(zipSync({ ...parts, 'word/document.xml': strToU8(narrow) }));
      expect(brokenNumbers(tree, pages).length).toBeGreaterThan(10);
    },
    TIME,
  );

  test('text over text, and beyond the margin', () => {
    const word = (left: number, top: number, text: string): Box => ({
      left,
      top,
      right: left + 40,
      bottom: top + 12,
      text,
    });
    const line = (...words: Box[]) => ({ ...(words[0] ?? word(0, 0, '')), words });
    const page = {
      width: 595,
      height: 842,
      margins: [],
      lines: [line(word(100, 200, '甲')), line(word(120, 202, '乙')), line(word(60, 300, '丙'))],
    };
    expect(overlaps(page)).toEqual(['甲 | 乙']);
    expect(outside(page)).toEqual(['丙']);
  });
});

/**
 * Whether this number stands in the margin, right of an odd page and left of an even one; of a turned page below and
 * above.
 */
function isNumbered({ width, height, margins }: Page, number: number): boolean {
  const found = margins.flatMap(({ words }) => words).find(({ text }) => text.replace(/[—\s]/g, '') === String(number));
  if (!found) return false;
  const isLate = width < height ? found.left > width / 2 : found.top > height / 2;
  return isLate === (number % 2 === 1);
}

const amountsOf = (tree: DocumentTree): string[] => allTexts(tree).flatMap((text) => text.match(AMOUNT) ?? []);

/** Amounts of the document that the pages show less often than it prints them: a broken one is two other numbers. */
function brokenNumbers(tree: DocumentTree, pages: readonly Page[]): string[] {
  const words = pages.flatMap(({ lines }) => lines.flatMap((line) => line.words));
  const printed = counted(words.flatMap(({ text }) => text.match(AMOUNT) ?? []));
  return [...counted(amountsOf(tree))].flatMap(([amount, count]) =>
    (printed.get(amount) ?? 0) < count ? [amount] : [],
  );
}

function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** Pairs of words whose boxes share more than the hair that fonts differ by. */
function overlaps({ lines }: Page): string[] {
  const words = lines.flatMap((line) => line.words);
  const shared = (a: Box, b: Box) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    // boxes are as tall as the font, which is more than the line of a table
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.45 * Math.min(a.bottom - a.top, b.bottom - b.top);
  return words.flatMap((a, index) =>
    words
      .slice(index + 1)
      .filter((b) => shared(a, b))
      .map((b) => `${a.text} | ${b.text}`),
  );
}

/**
 * A closing mark may hang into the margin, and a title stand out by half a character rather than be broken within a
 * word.
 */
function outside(page: Page): string[] {
  const area = areaOf(page);
  return page.lines
    .filter(({ left, right, bottom }) => left < area.left - 6 || right > area.right + 17 || bottom > area.bottom + 4)
    .map(({ text }) => text);
}

function lastLine(lines: Page['lines']): string {
  const bottom = Math.max(...lines.map((line) => line.bottom));
  return lines
    .filter((line) => line.bottom > bottom - 4)
    .map(({ text }) => text)
    .join('');
}

/** Pages of each part and each numbered table by its name in the contents, and of all. */
function pagesByPart(tree: DocumentTree, { pdf, pages }: Layout): Record<string, number> {
  const starts = contentsPages(tree, linksOfPdf(pdf)) ?? new Map<string, number>();
  const before = pages.length - bodyPages(tree, pages);
  const counts: Record<string, number> = { 全部: pages.length };
  const entries = [...collectEntries(tree)];
  entries.forEach(([{ tableTitle, level }, { title, anchor }], index) => {
    if (level !== 1 && !tableTitle) return;
    const start = starts.get(anchor) ?? 0;
    const following = entries.slice(index + 1).find(([next]) => next.level === 1 || (tableTitle && next.tableTitle));
    const end = following ? (starts.get(following[1].anchor) ?? 0) : pages.length - before + 1;
    counts[title] = end - start;
  });
  return counts;
}

/** The cover and the contents have their own pages before the first part. */
function bodyPages(tree: DocumentTree, pages: readonly Page[]): number {
  const first = [...collectEntries(tree).values()][0]?.title.replace(/\s/g, '') ?? '';
  const linesOf = ({ lines }: Page) => lines.map(({ text }) => text).join('');
  const at = pages.findIndex((page, index) => index > 1 && linesOf(page).startsWith(first));
  return pages.length - at;
}
