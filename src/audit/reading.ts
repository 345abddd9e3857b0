/**
 * A document as someone reads it: paragraphs and tables in order, without looks. Made of our own tree (with the
 * figures that
 * stand in the text) and of any published document, so that both can be laid side by side.
 */
import type { DocumentTree, Heading, Inline, Paragraph, Table, TreeCell } from '../document/tree.js';
import type { PublishedDocument, DocumentTable as PublishedTable } from '../published/document.js';

/** A printed figure in a text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly figure: string;
}

export interface ReadLine {
  readonly text: string;
  /** Empty in a document that was not made by us. */
  readonly spans: readonly Span[];
  /** The number of the (first) paragraph in the Word file, counted from 0; -1 in a tree. */
  readonly at: number;
}

export interface ReadParagraph extends ReadLine {
  readonly kind: 'paragraph';
  /** 1–3 for a heading that says so; 0 otherwise. */
  readonly level: 0 | 1 | 2 | 3;
  /** Stands in the table of contents. */
  readonly contents: boolean;
}

/** A cell on the grid; a cell over several rows is followed below by cells that continue it. */
export interface ReadCell extends ReadLine {
  readonly column: number;
  readonly columnSpan: number;
  readonly continued: boolean;
  /** Of the form's own tables: an amount stands here, printed or blank. */
  readonly isAmount?: boolean;
}

export interface ReadRow {
  readonly cells: readonly ReadCell[];
  /** Repeated at the top of every page. */
  readonly head: boolean;
}

export interface ReadTable {
  readonly kind: 'table';
  readonly columns: number;
  readonly rows: readonly ReadRow[];
  /** Only of a table that the form has printed. */
  readonly form?: {
    /** How many of the first rows stand above the grid (编制单位 …). */
    readonly captions: number;
    /** Of a performance table: the row that heads its indicators. */
    readonly indicators?: number;
  };
}

export type ReadBlock = ReadParagraph | ReadTable;

export interface Reading {
  readonly blocks: readonly ReadBlock[];
}

/** The text of inlines with the places of its figures; an office's own line break is `\n`. */
export function lineOf(inlines: readonly Inline[]): ReadLine {
  let text = '';
  const spans: Span[] = [];
  for (const inline of inlines) {
    const piece = inline.kind === 'break' ? '\n' : inline.text;
    if (inline.kind === 'text' && inline.figure !== undefined)
      spans.push({ start: text.length, end: text.length + piece.length, figure: inline.figure });
    text += piece;
  }
  return { text, spans, at: -1 };
}

/** Our own document as a reading, its contents written out. */
export function readingOfTree(tree: DocumentTree): Reading {
  const blocks = tree.sections.flatMap((section) => section.blocks);
  const headings = blocks.filter((block) => block.kind === 'heading');
  return {
    blocks: blocks.flatMap((block): ReadBlock[] => {
      if (block.kind === 'table') return [tableReading(block)];
      return block.kind === 'contents' ? contentsReading(headings) : [paragraphReading(block)];
    }),
  };
}

const paragraphReading = (block: Heading | Paragraph): ReadParagraph => ({
  kind: 'paragraph',
  level: block.kind === 'heading' ? block.level : 0,
  contents: false,
  ...lineOf(block.inlines),
});

function contentsReading(headings: readonly Heading[]): ReadParagraph[] {
  const listed = headings.filter((heading) => heading.contents !== false && heading.level < 3);
  return listed.map(({ contents }) => ({
    kind: 'paragraph',
    level: 0,
    contents: true,
    text: contents === false ? '' : contents,
    spans: [],
    at: -1,
  }));
}

function tableReading(table: Table): ReadTable {
  const columns = table.widths.length;
  const part = (rows: Table['head'], head: boolean) =>
    gridRows(
      columns,
      rows.map((row) => row.cells),
    ).map((cells) => ({ cells, head }));
  const all = [...table.head, ...table.body];
  const indicators = all.findLastIndex(({ cells }) => cells.every(({ scope }) => scope === 'col'));
  const form = {
    captions: table.head.filter(({ cells }) => cells.every(({ border }) => !border)).length,
    ...(table.style === 'goal' && { indicators }),
  };
  return { kind: 'table', columns, rows: [...part(table.head, true), ...part(table.body, false)], form };
}

/** Cells with their columns, and cells that continue what spans several rows. */
function gridRows(columns: number, rows: readonly (readonly TreeCell[])[]): ReadCell[][] {
  const running: { cell: ReadCell; left: number }[] = [];
  return rows.map((cells) => {
    const queue = [...cells];
    const out: ReadCell[] = [];
    for (let column = 0; column < columns; ) {
      const above = running.find((run) => run.left > 0 && run.cell.column === column);
      if (above) {
        above.left -= 1;
        out.push({ ...above.cell, text: '', spans: [], continued: true });
        column += above.cell.columnSpan;
        continue;
      }
      const next = queue.shift();
      if (!next) break;
      const place = { column, columnSpan: next.columnSpan, continued: false };
      const cell = { ...lineOf(next.inlines), ...place, isAmount: next.align === 'right' };
      out.push(cell);
      if (next.rowSpan > 1) running.push({ cell, left: next.rowSpan - 1 });
      column += next.columnSpan;
    }
    return out;
  });
}

/** A published document as a reading. */
export function readingOfPublished({ blocks }: PublishedDocument): Reading {
  return {
    blocks: blocks.map((block): ReadBlock => {
      if (block.kind === 'table') return publishedTable(block);
      const { text, level, contents = false, source = -1 } = block;
      return { kind: 'paragraph', text: text.trim(), level, contents, spans: [], at: source };
    }),
  };
}

function publishedTable({ columns, rows }: PublishedTable): ReadTable {
  const running: { cell: ReadCell; left: number }[] = [];
  const read = rows.map(({ cells, head }): ReadRow => {
    const above = running.filter(({ left }) => left > 0);
    for (const run of above) run.left -= 1;
    const own = cells.map(({ text, column, columnSpan, rowSpan, source = -1 }): ReadCell => {
      const cell = { text: text.trim(), column, columnSpan, spans: [], at: source, continued: false };
      if (rowSpan > 1) running.push({ cell, left: rowSpan - 1 });
      return cell;
    });
    const continued = above.map(({ cell }) => ({ ...cell, text: '', continued: true }));
    return { head, cells: [...own, ...continued].sort((a, b) => a.column - b.column) };
  });
  return { kind: 'table', columns, rows: read };
}
