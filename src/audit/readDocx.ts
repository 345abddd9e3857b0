/**
 * Reads any Word file (.docx) as a reader sees it: paragraphs and tables. With the bounded zip and XML reading of the workbook
 * (src/workbook/read) and not with mammoth, which drops grid spans, the order number of a paragraph and tracked moves, and reads
 * a hostile file without limits. Foreign fonts, styles and spacing do not matter; tracked deletions, hidden text, field codes
 * and the second copy of a text box (mc:Fallback) are not read.
 */

import type { Attributes } from '../workbook/read/xml.js';
import { findPart, openDocument, unreadable } from './openDocx.js';
import type { ReadBlock, ReadCell, Reading, ReadParagraph, ReadRow, ReadTable } from './reading.js';

export type DocumentResult =
  | { readonly ok: true; readonly reading: Reading }
  | { readonly ok: false; readonly message: string };

/** Never throws. `name` is only for the message. */
export function readDocx(bytes: Uint8Array, name: string): DocumentResult {
  try {
    const opened = openDocument(bytes, name);
    const builder = documentBuilder();
    opened.parse(findPart(opened), 'document', builder);
    return { ok: true, reading: { blocks: builder.blocks } };
  } catch (error) {
    return { ok: false, message: unreadable(error, name) };
  }
}

interface OpenParagraph {
  readonly at: number;
  text: string;
  style: string;
  outline: number;
  hidden: boolean;
}

interface OpenTable {
  /** Widths of the grid's columns in twips, as far as the file says them. */
  readonly widths: number[];
  readonly rows: ReadRow[];
  cells: ReadCell[];
  column: number;
  head: boolean;
  cell: { texts: string[]; at: number; span: number; continued: boolean } | undefined;
}

/** Whose text nobody sees, or that is there twice. */
const skipped = new Set(['del', 'moveFrom', 'Fallback', 'rt', 'delText']);

interface Builder {
  readonly blocks: ReadBlock[];
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

const valOf = (attributes: Attributes): string | undefined => attributes['w:val'] ?? attributes.val;
const isOff = (attributes: Attributes): boolean => /^(0|false|off|none)$/.test(valOf(attributes) ?? '');

function documentBuilder(): Builder {
  const blocks: ReadBlock[] = [];
  const paragraphs: OpenParagraph[] = [];
  const tables: OpenTable[] = [];
  let skip = 0;
  let inText = false;
  let inCode = false;
  let contents = 0;
  let fields: string[] = [];
  let count = 0;

  function closeParagraph(): void {
    const open = paragraphs.pop();
    const table = tables.at(-1);
    if (!open || skip > 0) return;
    if (table?.cell) table.cell.texts.push(open.text);
    else if (!table) blocks.push(paragraphOf(open, contents > 0 || fields.some((code) => /^\s*TOC\b/.test(code))));
  }

  function openTag(name: string, attributes: Attributes): void {
    const paragraph = paragraphs.at(-1);
    const table = tables.at(-1);
    if (name === 'tbl') tables.push({ widths: [], rows: [], cells: [], column: 0, head: false, cell: undefined });
    else if (name === 'gridCol' && table) table.widths.push(Number(attributes['w:w'] ?? attributes.w) || 0);
    else if (name === 'tc' && table) table.cell = { texts: [], at: count, span: 1, continued: false };
    else if (name === 'gridSpan' && table?.cell) table.cell.span = Math.max(1, Number(valOf(attributes)) || 1);
    else if (name === 'vMerge' && table?.cell) table.cell.continued = (valOf(attributes) ?? 'continue') === 'continue';
    else if (name === 'gridBefore' && table) table.column = Number(valOf(attributes)) || 0;
    else if (name === 'tblHeader' && table) table.head = !isOff(attributes);
    else if (name === 'docPartGallery' && /table of contents/i.test(valOf(attributes) ?? '')) contents = 1;
    else if (paragraph) openInParagraph(name, attributes, paragraph);
  }

  function openInParagraph(name: string, attributes: Attributes, paragraph: OpenParagraph): void {
    if (name === 't') inText = true;
    else if (name === 'instrText') inCode = true;
    else if (name === 'tab' || name === 'br' || name === 'cr') paragraph.text += name === 'tab' ? ' ' : '\n';
    else if (name === 'noBreakHyphen') paragraph.text += '-';
    else if (name === 'pStyle') paragraph.style = valOf(attributes) ?? '';
    else if (name === 'outlineLvl') paragraph.outline = Number(valOf(attributes) ?? 9) + 1;
    else if (name === 'r') paragraph.hidden = false;
    else if (name === 'vanish' || name === 'webHidden') paragraph.hidden = name === 'vanish' && !isOff(attributes);
    else if (name === 'fldChar') fields = fieldsAfter(fields, attributes);
  }

  function closeTag(name: string): void {
    const table = tables.at(-1);
    if (name === 't') inText = false;
    else if (name === 'instrText') inCode = false;
    else if (name === 'sdt') contents = 0;
    else if (name === 'tc' && table?.cell) closeCell(table);
    else if (name === 'tr' && table) {
      table.rows.push({ cells: table.cells, head: table.head });
      Object.assign(table, { cells: [], column: 0, head: false });
    } else if (name === 'tbl') closeTable();
  }

  function closeTable(): void {
    const table = tables.pop();
    if (!table) return;
    const outer = tables.at(-1);
    const text = table.rows.map((row) => row.cells.map((cell) => cell.text).join(' ')).join('\n');
    if (outer?.cell) outer.cell.texts.push(text);
    else blocks.push(snapped(table.rows, table.widths));
  }

  return {
    blocks,
    open(name, attributes) {
      // paragraphs are counted wherever they stand, so that a comment can be put to one by its number
      if (name === 'p') {
        paragraphs.push({ at: count, text: '', style: '', outline: 0, hidden: false });
        count += 1;
      }
      if (skipped.has(name)) skip += 1;
      if (skip === 0) openTag(name, attributes);
    },
    text(text) {
      const paragraph = paragraphs.at(-1);
      if (inCode) fields = [...fields.slice(0, -1), (fields.at(-1) ?? '') + text];
      else if (skip === 0 && inText && paragraph && !paragraph.hidden) paragraph.text += text;
    },
    close(name) {
      if (skip === 0) closeTag(name);
      if (name === 'p') closeParagraph();
      if (skipped.has(name)) skip -= 1;
    },
  };
}

/** Complex fields may nest; each is kept as its code so far. */
function fieldsAfter(fields: readonly string[], attributes: Attributes): string[] {
  const type = attributes['w:fldCharType'] ?? attributes.fldCharType;
  if (type === 'begin') return [...fields, ''];
  return type === 'end' ? fields.slice(0, -1) : [...fields];
}

function closeCell(table: OpenTable): void {
  const { cell } = table;
  if (!cell) return;
  const text = cell.continued ? '' : cell.texts.join('\n').trim();
  table.cells.push({
    text,
    spans: [],
    at: cell.at,
    column: table.column,
    columnSpan: cell.span,
    continued: cell.continued,
  });
  table.column += cell.span;
  table.cell = undefined;
}

/** Lines of the grid that lie closer than this are one line, drawn twice by a program that rounds widths (2 mm, in twips). */
const sameLine = 113;

/** The table on the grid that a reader sees. */
function snapped(rows: readonly ReadRow[], widths: readonly number[]): ReadTable {
  const columns = columnsOf(rows);
  const lines = [0];
  let place = 0;
  for (let column = 0; column < columns; column += 1) {
    const width = widths[column] ?? sameLine;
    const before = lines[column] ?? 0;
    place += width;
    lines.push(place >= sameLine || widths.length < columns ? before + 1 : before);
    if (place >= sameLine || widths.length < columns) place = 0;
  }
  const lineAt = (column: number) => lines[Math.min(column, columns)] ?? column;
  const moved = (cell: ReadCell): ReadCell[] => {
    const column = lineAt(cell.column);
    const columnSpan = lineAt(cell.column + cell.columnSpan) - column;
    return columnSpan > 0 || cell.text !== '' ? [{ ...cell, column, columnSpan: Math.max(1, columnSpan) }] : [];
  };
  return {
    kind: 'table',
    columns: lineAt(columns),
    rows: rows.map((row) => ({ ...row, cells: row.cells.flatMap(moved) })),
  };
}

const columnsOf = (rows: readonly ReadRow[]): number =>
  rows.reduce((most, row) => Math.max(most, ...row.cells.map((cell) => cell.column + cell.columnSpan)), 0);

function paragraphOf({ at, text, style, outline }: OpenParagraph, inContents: boolean): ReadParagraph {
  const named = /^(?:heading|标题|Heading)\s*([1-3])$/i.exec(style)?.[1] ?? (/^[1-3]$/.test(style) ? style : undefined);
  const level = Number(named ?? (outline <= 3 ? outline : 0));
  return {
    kind: 'paragraph',
    text: text.trim(),
    spans: [],
    at,
    level: level === 1 || level === 2 || level === 3 ? level : 0,
    contents: inContents || /^(TOC|目录|Contents)\s*\d?$/i.test(style),
  };
}
