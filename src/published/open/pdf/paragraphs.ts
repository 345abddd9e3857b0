/** Which lines are one paragraph: told by where the one ends, where the next begins, and how far apart they stand. */

import type { PageLayout, PageLine } from './layout.js';
import { firstWord } from './lines.js';

/**
 * In ems: a line that has this much room left was not broken for want of it; a line set in by more begins a paragraph.
 */
const ROOM = 2.2;
const INDENT = 0.8;

export interface Margins {
  readonly left: number;
  readonly right: number;
}

export interface Measures {
  /** Of the text on pages of this width. */
  marginsOf(width: number): Margins;
  /** Usual distance of two lines of this size. */
  pitchOf(size: number): number;
}

/** What is usual in this document: margins by the width of the page, and distances of lines, in points. */
export function measuresOf(pages: readonly PageLayout[]): Measures {
  const lines = pages.flatMap(({ width, items }) =>
    items.flatMap((item) => (item.kind === 'line' && !item.turned && !item.beside ? [{ width, line: item }] : [])),
  );
  const byWidth = new Map<number, PageLine[]>();
  for (const { width, line } of lines) {
    const key = Math.round(width);
    byWidth.set(key, [...(byWidth.get(key) ?? []), line]);
  }
  const margins = new Map([...byWidth].map(([width, own]) => [width, marginsOf(own)]));
  const pitches = pitchesOf(pages);
  return {
    marginsOf: (width) => margins.get(Math.round(width)) ?? { left: 0, right: width },
    pitchOf: (size) => pitches.get(Math.round(size)) ?? size * 2,
  };
}

/** The outermost edges that several lines have. */
function marginsOf(lines: readonly PageLine[]): Margins {
  const needed = Math.max(2, lines.length * 0.03);
  const shared = (edges: readonly number[], reach: number) =>
    edges.find((edge) => edges.filter((other) => Math.abs(other - edge) < reach).length >= needed);
  const size = [...lines].sort((a, b) => a.size - b.size)[lines.length >> 1]?.size ?? 10;
  const lefts = lines.map(({ x0 }) => x0).sort((a, b) => a - b);
  const rights = lines.map(({ x1 }) => x1).sort((a, b) => b - a);
  return { left: shared(lefts, size / 2) ?? lefts[0] ?? 0, right: shared(rights, size * 1.2) ?? rights[0] ?? 0 };
}

/**
 * The smallest distance that several lines have, by the size of the type: most lines may be paragraphs of their own,
 * which stand further apart.
 */
function pitchesOf(pages: readonly PageLayout[]): ReadonlyMap<number, number> {
  const counts = new Map<number, Map<number, number>>();
  for (const { items } of pages) {
    items.forEach((item, index) => {
      const before = items[index - 1];
      if (item.kind !== 'line' || before?.kind !== 'line' || Math.abs(item.size - before.size) > 0.5) return;
      const size = Math.round(item.size);
      const distance = Math.round((item.y - before.y) * 2) / 2;
      if (distance <= size * 0.9 || distance > size * 3) return;
      const own = counts.get(size) ?? new Map<number, number>();
      own.set(distance, (own.get(distance) ?? 0) + 1);
      counts.set(size, own);
    });
  }
  return new Map(
    [...counts].map(([size, own]) => {
      const total = [...own.values()].reduce((sum, count) => sum + count, 0);
      const ascending = [...own].sort(([a], [b]) => a - b);
      const shared = ascending.find(([distance]) => {
        const near = ascending.filter(([other]) => other >= distance && other <= distance + 1);
        return near.reduce((sum, [, count]) => sum + count, 0) >= Math.max(2, total * 0.04);
      });
      return [size, shared?.[0] ?? size * 2];
    }),
  );
}

/** What a paragraph of a list begins with. */
const MARK =
  /^(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d{1,2}[.、．]\s*(?!\d)|第[一二三四五六七八九十]部分)/;
const TABLE_NUMBER = /^(?:附?表)\s*[\d一二三四五六七八九十]{1,3}$/;

/**
 * Whether `line` goes on with the paragraph from `first` to `before`; both on one page, or on two that follow each
 * other. Where paragraphs begin without an indent, a list mark after the end of a sentence begins the next.
 */
export function goesOn(
  { first, before }: { readonly first: PageLine; readonly before: PageLine },
  line: PageLine,
  onOnePage: boolean,
  margins: Margins,
  pitch: number,
): boolean {
  const isIndented = first.x0 > margins.left + INDENT * first.size;
  if (!isIndented && /[。！？]$/.test(before.text) && MARK.test(line.text)) return false;
  if (TABLE_NUMBER.test(line.text)) return false;
  if (before.beside || line.beside || before.turned || line.turned) return false;
  if (Math.abs(before.size - line.size) > 0.12 * line.size) return false;
  if (onOnePage && line.y - before.y > pitch * 1.25) return false;
  const room = Math.max(ROOM * before.size, before.size + firstWord(line));
  return before.x1 >= margins.right - room && line.x0 <= margins.left + INDENT * line.size;
}

/** A line of the contents ends in dots and a page number. */
export const isContentsLine = (text: string): boolean =>
  /(?:[…⋯‥]|\.{3}|·{3}|．{3}|-{6})[\s.…⋯‥·．]*[0-9]{1,4}\s*$/.test(text);
