/** Where something stands in a published document, as a reader finds it. */
import { grouped } from '../model/grouped.js';
import { cellPlace, pieceOf } from './cellPlace.js';
import type { DocumentParagraph, PublishedDocument, TableCell } from './document.js';
import type { Match, PrintedValue, ReadPlace } from './match/types.js';

export interface Place {
  /** The headings above, from the part down; a table's title is the last. */
  readonly headings: readonly string[];
  /** In a table: its row and column. */
  readonly row?: string;
  readonly column?: string;
  /** In the text: the sentence. */
  readonly sentence?: string;
}

/**
 * `单位收支总体情况表 · 1.一般公共预算拨款 · 预算数`, or `二、关于…情况说明：一般公共预算…`; of a heading itself no more than
 * the heading.
 */
export function placeText({ headings, row, column, sentence }: Place): string {
  const title = headings.at(-1) ?? '封面';
  if (sentence !== undefined) return isWithin(title, sentence) ? title : `${title.replace(/：$/, '')}：${sentence}`;
  return [title, row, column].filter((part) => part !== undefined && part !== '').join(' · ');
}

const isWithin = (title: string, sentence: string): boolean =>
  [title, ...title.split('\n')].some((line) => line.trim().startsWith(sentence.trim()));

export type PlaceOf = (at: ReadPlace) => Place;

/** Places in one document, by the tables and headings that were found in it. */
export function placesIn(
  { blocks }: PublishedDocument,
  { tables, values, doubtful }: Pick<Match, 'tables' | 'values' | 'doubtful'>,
): PlaceOf {
  const tableOf = new Map(tables.flatMap((table) => table.blocks.map((block) => [block, table] as const)));
  const read = grouped([...values, ...doubtful], ({ at }) => at.block);
  const headings = headingsOfItems(blocks, headingsIn(blocks), values);
  const pieces = new Map(
    blocks.flatMap((block) =>
      block.kind === 'table' ? [[block.index, pieceOf(block, read.get(block.index) ?? [])] as const] : [],
    ),
  );
  return (at) => {
    const block = blocks[at.block];
    const above = headings[at.block] ?? [];
    const piece = pieces.get(at.block);
    if (block?.kind !== 'table' || !piece)
      return { headings: above, ...(block?.kind === 'paragraph' && sentenceIn(block, at)) };
    const table = tableOf.get(at.block);
    const named = table === undefined ? above : [...above.filter((text) => text !== table.title), table.title];
    const whole = (table?.blocks ?? [at.block]).flatMap((index) => pieces.get(index) ?? []);
    return { headings: named, ...cellPlace({ ...piece, whole }, at) };
  };
}

/** The paragraph or the cell at a place; of a row where no cell is, the first. */
export function lineAt({ blocks }: PublishedDocument, { block, row = 0, column }: ReadPlace) {
  const found = blocks[block];
  const cells: readonly TableCell[] = (found?.kind === 'table' && found.rows[row]?.cells) || [];
  return found?.kind === 'table' ? (cells.find((cell) => cell.column === column) ?? cells[0]) : found;
}

const sentenceIn = ({ text }: DocumentParagraph, { start, end }: ReadPlace) => ({
  sentence: sentenceAround(text, start, end),
});

/**
 * Where an item of a list is told in several paragraphs, the one with its name heads the others: they are alike in
 * every item. A file that says so itself has that heading already.
 */
function headingsOfItems(
  blocks: PublishedDocument['blocks'],
  headings: readonly (readonly string[])[],
  values: readonly PrintedValue[],
): (readonly string[])[] {
  const all = [...headings];
  let item: { readonly base: string; readonly block: number } | undefined;
  for (const { path, at } of values) {
    const named = /^(.*\[\d+\]\.)name$/.exec(path)?.[1];
    if (at.row !== undefined) item = undefined;
    else if (named !== undefined) item = { base: named, block: at.block };
    else if (item && path.startsWith(item.base)) {
      const [head, above] = [blocks[item.block], headings[item.block] ?? []];
      if (head?.kind !== 'paragraph' || above.includes(head.text.trim())) continue;
      for (let block = item.block + 1; block <= at.block; block += 1)
        if (headings[block]?.join('\n') === above.join('\n')) all[block] = [...above, head.text.trim()];
    }
  }
  return all;
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

const mostOfSentence = 60;

/**
 * The sentence around a position, to the end of the clause in which `end` lies: up to 60 characters, of a longer one
 * the beginning and that clause.
 */
export function sentenceAround(text: string, start: number, end = start): string {
  const endIn = (marks: RegExp, from: number) => {
    const found = text.slice(from).search(marks);
    return found < 0 ? text.length : from + found;
  };
  const before = ['。', '；', '\n'].map((mark) => text.lastIndexOf(mark, start - 1));
  const from = start === 0 ? 0 : Math.max(...before) + 1;
  const to = Math.min(endIn(/[。；\n]/, start), endIn(/[，：。；\n]/, Math.max(start, end - 1)));
  const told = text.slice(from, to);
  if (told.length <= mostOfSentence) return told;
  const last = told.split(/(?<=[，：])/).at(-1) ?? '';
  const first = told.slice(0, Math.max(0, mostOfSentence - 1 - last.length)).replace(/[^，：、）]*$/, '');
  return clipped(first === '' ? told : `${first}…${last}`, mostOfSentence);
}

/** The beginning of a text, with … where it is longer. */
export const clipped = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;
