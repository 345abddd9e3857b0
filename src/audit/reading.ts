/**
 * A document as someone reads it: paragraphs and tables in order, without looks. A published document is one as it was
 * opened; of our own tree one is made, with the figures that stand in the text, so that both can be laid side by side.
 */
import { layOut } from '../document/grid.js';
import type { RenderedDocument } from '../document/rendered.js';
import { cleanLines } from '../document/text.js';
import type { Heading, Inline, Table } from '../document/tree.js';
import type { Figure } from '../figures/figure.js';
import type { DocumentParagraph, DocumentTable, TableCell, TableRow } from '../published/document.js';
import { headingsIn } from '../published/place.js';

/** A printed figure in a text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly figure: Figure;
  /** Which of the runs of its paragraph: the writer makes one of every line of every inline. */
  readonly run: number;
}

export interface ReadLine extends Pick<DocumentParagraph, 'text' | 'source'> {
  /** In a document of ours. */
  readonly spans?: readonly Span[];
  /** Of a paragraph that was published in several: where each of them begins, and its number. */
  readonly pieces?: readonly { readonly start: number; readonly source: number }[];
}

export interface ReadParagraph extends ReadLine, Pick<DocumentParagraph, 'kind' | 'level' | 'contents'> {}

/** A cell on the grid; in a document of ours, blank cells stand where one over several rows goes on. */
export interface ReadCell extends ReadLine, Pick<TableCell, 'column' | 'columnSpan'> {
  /** Of the form's own tables: an amount stands here, printed or blank. */
  readonly isAmount?: boolean;
}

export interface ReadRow extends Pick<TableRow, 'head'> {
  readonly cells: readonly ReadCell[];
}

export interface ReadTable extends Pick<DocumentTable, 'kind' | 'columns'> {
  readonly rows: readonly ReadRow[];
  /** How many of the first rows stand above the grid (编制单位 …), as far as that is known. */
  readonly captions?: number;
  /** Of a performance table that the form has printed: the row that heads its indicators. */
  readonly indicators?: number;
}

export type ReadBlock = ReadParagraph | ReadTable;

export interface Reading {
  readonly blocks: readonly ReadBlock[];
}

type Printed = RenderedDocument['printed'];

/** Our own document as a reading, its contents written out. Throws where a figure was not printed: our mistake. */
export function readingOfTree({ tree, printed }: Pick<RenderedDocument, 'tree' | 'printed'>): Reading {
  const blocks = tree.sections.flatMap((section) => section.blocks);
  const headings = blocks.filter((block) => block.kind === 'heading');
  return {
    blocks: blocks.flatMap((block): ReadBlock[] => {
      if (block.kind === 'table') return [tableReading(block, printed)];
      if (block.kind === 'contents') return contentsReading(headings);
      const level = block.kind === 'heading' ? block.level : 0;
      return [{ kind: 'paragraph', level, ...lineOf(block.inlines, printed) }];
    }),
  };
}

/** The text of inlines with the places of its figures; an office's own line break is `\n`. */
function lineOf(inlines: readonly Inline[], printed: Printed): ReadLine {
  let [text, run] = ['', 0];
  const spans = inlines.flatMap((inline): Span[] => {
    const [start, own] = [text.length, run];
    text += inline.kind === 'break' ? '\n' : inline.text;
    run += inline.kind === 'break' ? 1 : cleanLines(inline.text).filter((line, at) => line !== '' || at > 0).length;
    if (inline.kind === 'break' || inline.figure === undefined) return [];
    const figure = printed.get(inline.figure);
    if (!figure) throw new Error(`no figure ${inline.figure}`);
    return [{ start, end: text.length, figure, run: own }];
  });
  return { text, spans };
}

/** Lines as one, with `between` between them. */
export function joinedLines(lines: readonly ReadLine[], between = '') {
  let next = 0;
  const moved = lines.map(({ text, spans = [], source = -1, pieces = [{ start: 0, source }] }) => {
    const by = next;
    next += text.length + between.length;
    return {
      spans: spans.map((span): Span => ({ ...span, start: span.start + by, end: span.end + by })),
      pieces: pieces.map((piece) => ({ ...piece, start: piece.start + by })),
    };
  });
  return {
    text: lines.map(({ text }) => text).join(between),
    source: moved[0]?.pieces[0]?.source ?? -1,
    spans: moved.flatMap(({ spans }) => spans),
    pieces: moved.flatMap(({ pieces }) => pieces),
  };
}

/** The lines that hold text, without the contents, in the order of the file, each of a table with its row. */
export const linesIn = ({ blocks }: Reading) =>
  blocks
    .flatMap((block): { readonly line: ReadLine; readonly row?: ReadRow }[] => {
      if (block.kind === 'table') return block.rows.flatMap((row) => row.cells.map((line) => ({ line, row })));
      return block.contents ? [] : [{ line: block }];
    })
    .filter(({ line }) => line.text.trim() !== '');

const contentsReading = (headings: readonly Heading[]): ReadParagraph[] =>
  headings.flatMap(({ contents, level }): ReadParagraph[] =>
    contents === false || level === 3 ? [] : [{ kind: 'paragraph', level: 0, contents: true, text: contents }],
  );

function tableReading({ head, body, widths, style }: Table, printed: Printed): ReadTable {
  const all = [...head, ...body];
  const rows = layOut(all, widths.length).map((slots, row) => ({
    head: row < head.length,
    cells: slots.map(({ cell, column, continued }) => ({
      ...lineOf(continued ? [] : cell.inlines, printed),
      ...{ column, columnSpan: cell.columnSpan, isAmount: cell.align === 'right' },
    })),
  }));
  const indicators = all.findLastIndex(({ cells }) => cells.every(({ scope }) => scope === 'col'));
  const captions = head.filter(({ cells }) => cells.every(({ border }) => !border)).length;
  return { kind: 'table', columns: widths.length, rows, captions, ...(style === 'goal' && { indicators }) };
}

/** A block with the headings that stand over it. */
export interface PlacedBlock {
  readonly block: ReadBlock;
  readonly headings: readonly string[];
}

/** Every block with its headings; a heading belongs to itself. The contents stand under 目录. */
export function placedBlocks({ blocks }: Reading): PlacedBlock[] {
  const above = headingsIn(blocks);
  return blocks.map((block, at) => {
    const isContents = block.kind === 'paragraph' && block.contents;
    return { block, headings: isContents ? ['目录'] : (above[at] ?? []) };
  });
}
