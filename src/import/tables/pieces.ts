/** The tables of a workbook, each with what stands above it: a sheet may hold several, one under the other. */
import type { DocumentTable, PublishedDocument, TableRow } from '../../published/document.js';
import { headKey } from './formColumns.js';
import { isNumber, saysUnit } from './unit.js';

export interface PieceCell {
  readonly text: string;
  /** The cell is merged with the one above it, whose text this is. */
  readonly repeated: boolean;
}

export interface Piece {
  /** As an officer finds it: 收入表, or 收入表（第2张） where the sheet has several. */
  readonly label: string;
  readonly sheet: string;
  /** Titles and the lines about unit and office. */
  readonly above: readonly string[];
  /** Of each column, the texts above it from top to bottom. */
  readonly heads: readonly (readonly string[])[];
  /** By column; undefined where nothing stands. */
  readonly rows: readonly (readonly (PieceCell | undefined)[])[];
  /** Sentences below it. */
  readonly notes: readonly string[];
}

/** What tells a head and a title from other rows. */
export interface KnownWords {
  /** Heads of all tables of the form. */
  readonly heads: ReadonlySet<string>;
  isTitle(text: string): boolean;
}

type Kind = 'title' | 'head' | 'body' | 'note';

const textsOf = ({ cells }: TableRow): string[] =>
  cells.flatMap(({ text }) => (text.trim() === '' ? [] : [text.trim()]));

/** 编制单位：… and 单位：元 stand in a row of their own. */
const isCaption = (texts: readonly string[]): boolean =>
  texts.length > 0 &&
  texts.every((text) => saysUnit(text) || /^(?:编制|填报|公开|预算)?(?:部门|单位)(?:名称)?[：:]/.test(text));

/** 1 2 3 …, in any order: the numbers of the columns, ※ where a column has none. */
function isCounting(texts: readonly string[]): boolean {
  const numbers = texts.filter((text) => /^\d+$/.test(text)).map(Number);
  const others = texts.filter((text) => !/^\d+$/.test(text));
  const isRow = numbers.sort((a, b) => a - b).every((value, at) => value === at + 1);
  return numbers.length > 0 && isRow && others.every((text) => /^(?:\P{L}+|栏次)$/u.test(text));
}

/** A row of a head under another: cells above reach down into it, or its words are heads of the form. */
function continuesHead(row: TableRow, columns: number, known: KnownWords): boolean {
  const texts = textsOf(row);
  if (isCounting(texts)) return true;
  if (texts.length === 0 || texts.some(isNumber)) return false;
  const covered = columns - row.cells.reduce((count, { columnSpan }) => count + columnSpan, 0);
  return (
    covered > 0 ||
    (texts.length > 1 && texts.filter((text) => known.heads.has(headKey(text))).length * 2 >= texts.length)
  );
}

function kindsOf({ rows, columns }: DocumentTable, known: KnownWords): Kind[] {
  const kinds: Kind[] = [];
  for (const row of rows) {
    const before = kinds.at(-1) ?? 'title';
    const texts = textsOf(row);
    const isNewTable =
      texts.length > 0 &&
      ((texts.length === 1 && known.isTitle(texts[0] ?? '')) ||
        (texts.length > 2 && texts.every((text) => known.heads.has(headKey(text)))));
    if (before === 'title' || (before !== 'head' && isNewTable)) kinds.push(firstKind(texts));
    else if (texts.length === 1 && /[。；]/.test(texts[0] ?? '')) kinds.push('note');
    else if (before === 'head') kinds.push(continuesHead(row, columns, known) ? 'head' : 'body');
    else if (texts.length <= 2 && isCaption(texts)) kinds.push('title');
    else kinds.push('body');
  }
  return kinds;
}

const firstKind = (texts: readonly string[]): Kind => (texts.length < 2 || isCaption(texts) ? 'title' : 'head');

/** Of each column, the texts of the head's rows, spans included, each once. */
function headsOf(rows: readonly TableRow[], columns: number): string[][] {
  const heads: string[][] = Array.from({ length: columns }, () => []);
  for (const row of rows) {
    if (isCounting(textsOf(row))) continue;
    for (const { text, column, columnSpan } of row.cells) {
      const plain = text.trim();
      for (let right = 0; right < columnSpan && plain !== ''; right += 1) {
        const own = heads[column + right];
        if (own && own.at(-1) !== plain) own.push(plain);
      }
    }
  }
  return heads;
}

function bodyOf(rows: readonly TableRow[]): Piece['rows'] {
  const body: (PieceCell | undefined)[][] = rows.map(() => []);
  rows.forEach(({ cells }, top) => {
    for (const { text, column, rowSpan } of cells) {
      if (text.trim() === '') continue;
      for (let down = 0; down < rowSpan; down += 1) {
        const line = body[top + down];
        if (line) line[column] = { text: text.trim(), repeated: down > 0 };
      }
    }
  });
  return body;
}

interface Part {
  readonly kind: Kind;
  readonly rows: TableRow[];
}

function partsOf(table: DocumentTable, known: KnownWords): Part[] {
  const parts: Part[] = [];
  kindsOf(table, known).forEach((kind, index) => {
    const row = table.rows[index];
    if (!row) return;
    const last = parts.at(-1);
    if (last?.kind === kind) last.rows.push(row);
    else parts.push({ kind, rows: [row] });
  });
  return parts;
}

function piecesOfTable(table: DocumentTable, above: readonly string[], known: KnownWords): Piece[] {
  const pieces: Piece[] = [];
  let texts = [...above];
  for (const { kind, rows } of partsOf(table, known)) {
    const last = pieces.at(-1);
    if (kind === 'title') texts.push(...rows.flatMap(textsOf));
    else if (kind === 'head') {
      const heads = headsOf(rows, table.columns);
      pieces.push({ label: '', sheet: table.sheet ?? '', above: texts, heads, rows: [], notes: [] });
      texts = [];
    } else if (last && kind === 'note') pieces[pieces.length - 1] = { ...last, notes: rows.flatMap(textsOf) };
    else if (last) pieces[pieces.length - 1] = { ...last, rows: [...last.rows, ...bodyOf(rows)] };
  }
  return pieces;
}

/** In the order of the sheets. A sentence below a table is its note, other texts between tables are above the next. */
export function piecesOf(document: PublishedDocument, known: KnownWords): Piece[] {
  const pieces: Piece[] = [];
  let above: string[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'table') {
      pieces.push(...piecesOfTable(block, above, known));
      above = [];
    } else if (/。/.test(block.text) && pieces.length > 0) {
      const last = pieces[pieces.length - 1];
      if (last) pieces[pieces.length - 1] = { ...last, notes: [...last.notes, block.text] };
    } else above.push(block.text);
  }
  return pieces.map((piece, index) => ({ ...piece, label: labelOf(pieces, index) }));
}

function labelOf(pieces: readonly Piece[], index: number): string {
  const sheet = pieces[index]?.sheet ?? '';
  const before = pieces.slice(0, index).filter((piece) => piece.sheet === sheet).length;
  const all = pieces.filter((piece) => piece.sheet === sheet).length;
  return all > 1 ? `${sheet}（第${before + 1}张）` : sheet;
}
