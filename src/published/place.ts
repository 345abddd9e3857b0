/** Where something stands in a published document, as a reader finds it. */
import type { DocumentParagraph, DocumentTable, PublishedDocument } from './document.js';
import type { Match, ReadPlace } from './match/types.js';

export interface Place {
  /** The headings above, from the part down; a table's title is the last. */
  readonly headings: readonly string[];
  /** In a table: its row and column. */
  readonly row?: string;
  readonly column?: string;
  /** In the text: the sentence. */
  readonly sentence?: string;
}

/** `单位收支总体情况表 · 1.一般公共预算拨款 · 预算数`, or `二、关于…情况说明：一般公共预算…` */
export function placeText({ headings, row, column, sentence }: Place): string {
  const title = headings.at(-1) ?? '封面';
  if (sentence !== undefined) return `${title.replace(/：$/, '')}：${sentence}`;
  return [title, row, column].filter((part) => part !== undefined && part !== '').join(' · ');
}

export type PlaceOf = (at: ReadPlace) => Place;

/** Places in one document, by the tables and headings that were found in it. */
export function placesIn({ blocks }: PublishedDocument, { tables, values }: Pick<Match, 'tables' | 'values'>): PlaceOf {
  const titles = new Map(tables.flatMap((table) => table.blocks.map((block) => [block, table.title] as const)));
  const firstRows = new Map<number, number>();
  for (const { at } of values)
    firstRows.set(at.block, Math.min(at.row ?? 0, firstRows.get(at.block) ?? Number.POSITIVE_INFINITY));
  const headings = headingsIn(blocks);
  return (at) => {
    const block = blocks[at.block];
    const above = headings[at.block] ?? [];
    if (block?.kind !== 'table')
      return { headings: above, ...(block ? { sentence: sentenceAround(block.text, at.start) } : {}) };
    const title = titles.get(at.block);
    const named = title === undefined ? above : [...above.filter((text) => text !== title), title];
    return { headings: named, ...cellPlace(block, at, firstRows.get(at.block) ?? 0) };
  };
}

type HeadedBlock = { readonly kind: 'table' } | Pick<DocumentParagraph, 'kind' | 'text' | 'level' | 'contents'>;

/**
 * Of each block the headings above, itself among them. Where the file does not say what is a heading, a numbered line
 * without an end of sentence is one.
 */
export function headingsIn(blocks: readonly HeadedBlock[]): (readonly string[])[] {
  const levels = blocks.some((block) => block.kind === 'paragraph' && block.level > 0);
  let headings: readonly string[] = [];
  return blocks.map((block) => {
    if (block.kind === 'paragraph' && !block.contents) {
      const level = levels ? block.level : levelOf(block.text);
      if (level > 0) headings = [...headings.slice(0, level - 1), block.text.trim()];
    }
    return headings.filter((heading) => heading !== undefined);
  });
}

function levelOf(text: string): number {
  if (text.length > 50 || /[。；：:]$/.test(text.trim())) return 0;
  if (/^\s*第[一二三四]部分/.test(text)) return 1;
  if (/^\s*[一二三四五六七八九十]+、/.test(text)) return 2;
  return /^\s*[（(][一二三四五六七八九十]+[）)]/.test(text) ? 3 : 0;
}

/** The sentence around a position, up to 60 characters. */
export function sentenceAround(text: string, start: number): string {
  const before = ['。', '；', '\n'].map((mark) => text.lastIndexOf(mark, start - 1));
  const from = start === 0 ? 0 : Math.max(...before) + 1;
  const end = text.slice(start).search(/[。；\n]/);
  return clipped(text.slice(from, end < 0 ? undefined : start + end), 60);
}

/** The beginning of a text, with … where it is longer. */
export const clipped = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;

const isNumber = (text: string): boolean => /^-?[\d,]+\.\d+$/.test(text.trim());

/**
 * The row by what stands left of its amounts, the column by what stands over it above the first row that was read.
 */
function cellPlace(
  table: DocumentTable,
  { row = 0, column = 0 }: ReadPlace,
  firstRow: number,
): { row: string; column: string } {
  const left = (table.rows[row]?.cells ?? []).filter((cell) => cell.column < column);
  const from =
    left.findLastIndex((cell, index) => isNumber(cell.text) && !isNumber(left[index + 1]?.text ?? '0.0')) + 1;
  const label = left
    .slice(from)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '' && !isNumber(text));
  const over = table.rows
    .slice(0, firstRow)
    .flatMap(({ cells }) =>
      cells
        .filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan)
        .map(({ text }) => text.trim()),
    );
  const heads = over.filter((text) => text !== '' && !/[:：]|^\d+$|※/.test(text));
  return { row: label.join(' '), column: [...new Set(heads)].join('·') };
}
