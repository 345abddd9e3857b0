/** Rows of a table laid against the rows that the form can print. */

import type { Hole } from '../../document/grammar.js';
import type { Table, TableCell } from '../document.js';
import type { Mark } from './automaton.js';
import { bestPath, type Path } from './bestPath.js';
import { type Characters, charactersOf } from './characters.js';
import { columnsOf } from './columns.js';
import { costs } from './costs.js';
import { figureSteps, lengthAt, readSentence, type Sentence } from './sentence.js';
import { shapeAt } from './shapes.js';
import type { FormCell, FormRow, FormTable, Strip } from './tableForm.js';

/** A row of the document below the head, its cells in the columns of the form. */
export interface GridRow {
  readonly block: number;
  readonly row: number;
  /** By column of the form; absent where no cell begins. */
  readonly cells: readonly (TableCell | undefined)[];
}

export interface FoundCell {
  readonly form: FormCell;
  readonly cell: TableCell | undefined;
  /** For cells with more than one thing in them. */
  readonly sentence?: Sentence;
  readonly characters?: Characters;
}

export type RowPath = Path<FormRow, readonly FoundCell[]>;

export interface ReadTable {
  readonly rows: readonly GridRow[];
  readonly paths: readonly { readonly strip: Strip; readonly path: RowPath }[];
}

/** What paragraphs have told of the units before tables are read. */
export interface Units {
  readonly names: ReadonlySet<string>;
  /** There are no others. */
  readonly areAll: boolean;
}

/** Reads the pieces of one table. */
export function readRows(form: FormTable, pieces: readonly Table[], units: Units): ReadTable {
  const rows = gridRows(form, pieces);
  const paths = form.strips.flatMap((strip) => {
    const path = bestPath(strip.rows, inputOf(rows, strip, units), Number.POSITIVE_INFINITY);
    return path ? [{ strip, path }] : [];
  });
  return { rows, paths };
}

/** The rows below the heads; a piece without a head of its own has the columns of the piece before it. */
function gridRows(form: FormTable, pieces: readonly Table[]): GridRow[] {
  let columns: readonly (number | undefined)[] = [];
  return pieces.flatMap((table, index) => {
    const headHeight = headHeightOf(form, table);
    if (headHeight > 0 || index === 0 || columns.length !== table.columns) columns = columnsOf(form, table, headHeight);
    return table.rows.slice(headHeight).map((row, below) => {
      const cells: (TableCell | undefined)[] = [];
      for (const cell of row.cells) {
        const column = columns[cell.column];
        if (column !== undefined && (cells[column] === undefined || cells[column].text === '')) cells[column] = cell;
      }
      return { block: table.index, row: headHeight + below, cells };
    });
  });
}

/** Rows at the top most of whose texts are of the form's head or caption. */
function headHeightOf({ headWords, caption }: FormTable, table: Table): number {
  if (headWords.size === 0) return 0;
  const height = table.rows.findIndex(({ cells }) => {
    const texts = cells.map(({ text }) => charactersOf(text).text).filter((text) => text !== '');
    const known = texts.filter((text) => headWords.has(text) || isMostlyIn(text, headWords));
    return (
      texts.length > 0 &&
      known.length * 2 <= texts.length &&
      !(caption.length > 0 && texts.length <= 2 && isCaption(texts))
    );
  });
  return height < 0 ? table.rows.length : height;
}

const isCaption = (texts: readonly string[]): boolean => texts.every((text) => text.includes(':'));

/** A head text of which a few characters are lost or misread. */
const isMostlyIn = (text: string, words: ReadonlySet<string>): boolean =>
  text.length > 4 &&
  [...words].some((word) => word.length > 4 && (word.startsWith(text.slice(0, -1)) || text.startsWith(word)));

function inputOf(rows: readonly GridRow[], strip: Strip, units: Units) {
  const own = rows.map(({ cells }) =>
    Array.from({ length: strip.to - strip.from }, (_, index) => cells[strip.from + index]),
  );
  return {
    length: rows.length,
    read(item: FormRow, at: number) {
      const { cost, cells } = readRow(item, rows[at]?.cells ?? [], strip, units);
      return at < rows.length && cost < costs.rowUnlike ? [{ length: 1, cost, found: cells }] : [];
    },
    /** Where there is one unit, a list of units has one item. */
    marked: (mark: Mark) =>
      mark.kind === 'next' && mark.ofUnits && units.areAll && units.names.size === 1 ? costs.mark : 0,
    omitted: ({ cells }: FormRow) => costs.rowLacking + cells.length,
    unexplained: (at: number) => {
      const filled = (own[at] ?? []).filter((cell) => cell !== undefined && cell.text.trim() !== '').length;
      return filled === 0 ? costs.rowBlank : costs.rowUnexplained + filled * costs.mark;
    },
  };
}

function readRow(form: FormRow, cells: GridRow['cells'], strip: Strip, units: Units) {
  let cost = 0;
  const found: FoundCell[] = [];
  const taken = new Set<number>();
  for (const cell of form.cells) {
    const columns = Array.from({ length: cell.span }, (_, right) => cell.column + right);
    const column = columns.find((at) => cells[at] !== undefined && cells[at].text.trim() !== '') ?? cell.column;
    for (const at of columns) taken.add(at);
    const read = readCell(cell, cells[column], units);
    cost += read.cost;
    found.push(read.found);
  }
  for (let at = strip.from; at < strip.to; at += 1)
    if (!taken.has(at) && (cells[at]?.text ?? '').trim() !== '') cost += costs.cellOther;
  return { cost, cells: found };
}

function readCell(form: FormCell, cell: TableCell | undefined, units: Units): { cost: number; found: FoundCell } {
  const characters = charactersOf(cell?.text ?? '');
  const found = { form, cell };
  const { text } = characters;
  if (form.words !== undefined) return { cost: wordsCost(form.words, characters, form), found };
  if (form.hole) {
    const { helper } = form.hole;
    const cost = helper === 'text' ? textCost(form.hole, text, form, units) : figureCost(helper, characters, form);
    return { cost, found };
  }
  const limit = (text.length + 1) * costs.lost + form.pattern.weight;
  const sentence = readSentence(form.pattern, characters, limit);
  return { cost: sentence?.cost ?? costs.cellOther, found: { ...found, ...(sentence && { sentence, characters }) } };
}

function wordsCost(words: string, characters: Characters, form: FormCell): number {
  if (words === characters.text) return 0;
  if (words === '' || characters.text === '') return costs.cellOther;
  const limit = (words.length + characters.text.length) * costs.lost;
  return readSentence(form.pattern, characters, limit)?.cost ?? costs.cellOther * 2;
}

/** A blank figure is as good as zero in a table; elsewhere it is missing. */
function figureCost(helper: string, characters: Characters, { condition }: FormCell): number {
  const { text } = characters;
  if (text === '') return helper === 'cell' || condition !== undefined ? 0 : costs.mark;
  const whole = figureSteps(helper, characters, 0).find(({ length }) => length === text.length);
  return whole ? whole.cost - text.length * costs.free : costs.cellOther;
}

function textCost({ path }: Hole, text: string, { condition }: FormCell, units: Units): number {
  const { reads, mayBeBlank, nameOf } = shapeAt(path);
  if (text === '') return reads && !mayBeBlank && condition === undefined ? costs.cellOther / 2 : costs.emptyText;
  if (reads) return lengthAt(reads, text, 0) === text.length ? 0 : costs.cellOther;
  const isUnit = units.names.has(text);
  if (nameOf !== 'unit') return isUnit ? costs.mark : costs.emptyText;
  return isUnit ? 0 : units.areAll ? costs.mark : costs.emptyText;
}
