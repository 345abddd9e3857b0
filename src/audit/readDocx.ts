/**
 * Reads any Word file (.docx) as a reader sees it: paragraphs and tables. With the bounded zip and XML reading of the workbook
 * (src/workbook/read) and not with mammoth, which drops grid spans, the order number of a paragraph and tracked moves, and reads
 * a hostile file without limits. Foreign fonts, styles and spacing do not matter; tracked deletions, hidden text, field codes
 * and the second copy of a text box (mc:Fallback) are not read.
 */

import type { Attributes, PartReading as Elements } from '../container/xml.js';
import { findPart, openDocument, unreadable } from './openDocx.js';
import type { ReadBlock, ReadCell, Reading, ReadParagraph, ReadRow, ReadTable } from './reading.js';

export type DocumentResult =
  | { readonly ok: true; readonly reading: Reading }
  | { readonly ok: false; readonly message: string };

/** Never throws. `name` is only for the message. */
export function readDocx(bytes: Uint8Array, name: string): DocumentResult {
  try {
    const opened = openDocument(bytes, name);
    const blocks = opened.read(findPart(opened), 'document', new DocumentBuilder());
    return { ok: true, reading: { blocks } };
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

const valOf = (attributes: Attributes): string | undefined => attributes['w:val'] ?? attributes.val;
const isOff = (attributes: Attributes): boolean => /^(0|false|off|none)$/.test(valOf(attributes) ?? '');

/** Takes the elements of the body as they come; what is open is on the two stacks. */
class DocumentBuilder implements Elements<readonly ReadBlock[]> {
  readonly #blocks: ReadBlock[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: OpenTable[] = [];
  #skip = 0;
  #inText = false;
  #inCode = false;
  #inContents = false;
  #fields: string[] = [];
  #count = 0;

  result(): readonly ReadBlock[] {
    return this.#blocks;
  }

  open(name: string, attributes: Attributes): void {
    // paragraphs are counted wherever they stand, so that a comment can be put to one by its number
    if (name === 'p') {
      this.#paragraphs.push({ at: this.#count, text: '', style: '', outline: 0, hidden: false });
      this.#count += 1;
    }
    if (skipped.has(name)) this.#skip += 1;
    if (this.#skip > 0) return;
    const [paragraph, table] = [this.#paragraphs.at(-1), this.#tables.at(-1)];
    if (name === 'tbl') this.#tables.push({ widths: [], rows: [], cells: [], column: 0, head: false, cell: undefined });
    else if (name === 'docPartGallery') this.#inContents = /table of contents/i.test(valOf(attributes) ?? '');
    else if (paragraph && (table === undefined || table.cell)) this.#openInParagraph(name, attributes, paragraph);
    if (table) this.#openInTable(name, attributes, table);
  }

  text(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (this.#inCode) this.#fields = [...this.#fields.slice(0, -1), (this.#fields.at(-1) ?? '') + text];
    else if (this.#skip === 0 && this.#inText && paragraph && !paragraph.hidden) paragraph.text += text;
  }

  close(name: string): void {
    if (this.#skip === 0) this.#closeTag(name);
    if (name === 'p') this.#closeParagraph();
    if (skipped.has(name)) this.#skip -= 1;
  }

  #openInTable(name: string, attributes: Attributes, table: OpenTable): void {
    const { cell } = table;
    if (name === 'gridCol') table.widths.push(Number(attributes['w:w'] ?? attributes.w) || 0);
    else if (name === 'tc') table.cell = { texts: [], at: this.#count, span: 1, continued: false };
    else if (name === 'gridSpan' && cell)
      cell.span = Math.min(mostColumns, Math.max(1, Number(valOf(attributes)) || 1));
    else if (name === 'vMerge' && cell) cell.continued = (valOf(attributes) ?? 'continue') === 'continue';
    else if (name === 'gridBefore') table.column = Math.min(mostColumns, Number(valOf(attributes)) || 0);
    else if (name === 'tblHeader') table.head = !isOff(attributes);
  }

  #openInParagraph(name: string, attributes: Attributes, paragraph: OpenParagraph): void {
    if (name === 't') this.#inText = true;
    else if (name === 'instrText') this.#inCode = true;
    else if (name === 'tab' || name === 'br' || name === 'cr') paragraph.text += name === 'tab' ? ' ' : '\n';
    else if (name === 'noBreakHyphen') paragraph.text += '-';
    else if (name === 'pStyle') paragraph.style = valOf(attributes) ?? '';
    else if (name === 'outlineLvl') paragraph.outline = Number(valOf(attributes) ?? 9) + 1;
    else if (name === 'r') paragraph.hidden = false;
    else if (name === 'vanish') paragraph.hidden = !isOff(attributes);
    else if (name === 'fldChar') this.#fields = fieldsAfter(this.#fields, attributes);
  }

  #closeTag(name: string): void {
    const table = this.#tables.at(-1);
    if (name === 't') this.#inText = false;
    else if (name === 'instrText') this.#inCode = false;
    else if (name === 'sdt') this.#inContents = false;
    else if (name === 'tc' && table?.cell) closeCell(table);
    else if (name === 'tr' && table) {
      table.rows.push({ cells: table.cells, head: table.head });
      Object.assign(table, { cells: [], column: 0, head: false });
    } else if (name === 'tbl') this.#closeTable();
  }

  #closeParagraph(): void {
    const open = this.#paragraphs.pop();
    const cell = this.#tables.at(-1)?.cell;
    if (!open || this.#skip > 0) return;
    const inContents = this.#inContents || this.#fields.some((code) => /^\s*TOC\b/.test(code));
    if (cell) cell.texts.push(open.text);
    else if (this.#tables.length === 0) this.#blocks.push(paragraphOf(open, inContents));
  }

  /** A table in a cell becomes text of that cell. */
  #closeTable(): void {
    const table = this.#tables.pop();
    const outer = this.#tables.at(-1);
    if (!table) return;
    const text = table.rows.map((row) => row.cells.map((cell) => cell.text).join(' ')).join('\n');
    if (outer?.cell) outer.cell.texts.push(text);
    else this.#blocks.push(snapped(table.rows, table.widths));
  }
}

/** Word allows 63 columns; a file that claims more is not believed. */
const mostColumns = 256;

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
