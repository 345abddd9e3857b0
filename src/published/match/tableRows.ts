/** Rows of a table laid against the rows that the form can print. */

import type { DocumentTable, TableCell } from '../document.js';
import type { PathMark } from './automaton.js';
import { bestPath, costless, type Path } from './bestPath.js';
import { type Characters, charactersOf, isPunctuation } from './characters.js';
import { costs } from './costs.js';
import { type FormGridCell, type FormGridRow, gridRows, isFilled } from './gridRows.js';
import { figureSteps, lengthAt, readExactly, readSentence, type Sentence } from './sentence.js';
import type { FormCell, FormRow, FormTable, Strip } from './tableForm.js';

export interface FoundCell {
  readonly form: FormCell;
  readonly cell: TableCell | undefined;
  /** For cells with more than one thing in them. */
  readonly sentence?: Sentence;
  readonly characters?: Characters;
}

export type RowPath = Path<FormRow, readonly FoundCell[]>;

export interface TableReading {
  readonly rows: readonly FormGridRow[];
  readonly paths: readonly { readonly strip: Strip; readonly path: RowPath }[];
}

/** What paragraphs have told of the units before tables are read. */
export interface KnownUnits {
  readonly names: ReadonlySet<string>;
  /** There are no others. */
  readonly areAll: boolean;
}

/** Reads the pieces of one table. */
export function readRows(form: FormTable, pieces: readonly DocumentTable[], units: KnownUnits): TableReading {
  const rows = gridRows(form, pieces);
  const paths = form.strips.flatMap((strip) => {
    const path = bestPath(strip.rows, inputOf(rows, strip, units), Number.POSITIVE_INFINITY);
    return path ? [{ strip, path }] : [];
  });
  return { rows, paths };
}

/** As with blocks, what a row costs at least is left out of every cost. */
function inputOf(rows: readonly FormGridRow[], strip: Strip, units: KnownUnits) {
  const items = [...new Set(strip.rows.arcs.flat().flatMap(({ item }) => item ?? []))];
  const alone = rows.map(({ cells }) => {
    const filled = cells.slice(strip.from, strip.to).filter(isFilled).length;
    return filled === 0 ? costs.rowBlank : costs.rowUnexplained + filled * costs.mark;
  });
  const read = rows.map(({ cells }) => new Map(items.map((item) => [item, readShifted(item, cells, strip, units)])));
  const least = read.map((ways, at) => Math.min(alone[at] ?? 0, ...[...ways.values()].map(({ cost }) => cost)));
  return {
    length: rows.length,
    read(item: FormRow, at: number) {
      const way = read[at]?.get(item);
      if (!way || way.cost >= costs.rowUnlike) return [];
      return [{ length: 1, cost: way.cost - (least[at] ?? 0), found: way.cells }];
    },
    omitted: ({ cells }: FormRow) => costs.rowLacking + cells.length,
    unexplained: (at: number) => (alone[at] ?? 0) - (least[at] ?? 0),
    /** Where there is one unit, a list of units has one item. */
    marked: (mark: PathMark) =>
      mark.kind === 'next' && mark.ofUnits && units.areAll && units.names.size === 1 ? costs.mark : 0,
    atLeast: costless,
  };
}

/**
 * Cells that a document has lost on the left shift the others of their row: tried where figures would be other texts
 * otherwise.
 */
function readShifted(form: FormRow, cells: FormGridRow['cells'], strip: Strip, units: KnownUnits) {
  const asItIs = readRow(form, cells, strip, units);
  if (asItIs.cost < costs.cellOther) return asItIs;
  let best = asItIs;
  const blanks = strip.to - 1 - cells.findLastIndex(isFilled);
  for (let by = 1; by <= Math.min(blanks, mostLost); by += 1) {
    const lost = new Array<undefined>(by).fill(undefined);
    const shifted = readRow(form, [...cells.slice(0, strip.from), ...lost, ...cells.slice(strip.from)], strip, units);
    const cost = shifted.cost + by * costs.cellLost;
    if (shifted.cost < costs.cellOther && cost < best.cost) best = { ...shifted, cost };
  }
  return best;
}

/** So many cells of a row are taken for lost at most. */
const mostLost = 2;

function readRow(form: FormRow, cells: FormGridRow['cells'], strip: Strip, units: KnownUnits) {
  let cost = 0;
  const found: FoundCell[] = [];
  for (const cell of form.cells) {
    let column = cell.column;
    while (column + 1 < cell.column + cell.span && !isFilled(cells[column])) column += 1;
    const read = readCell(cell, cells[isFilled(cells[column]) ? column : cell.column], units);
    cost += read.cost;
    found.push(read.found);
    if (cost >= costs.rowUnlike) return { cost, cells: found };
  }
  for (let at = strip.from; at < strip.to; at += 1)
    if (isFilled(cells[at]) && !form.cells.some(({ column, span }) => at >= column && at < column + span))
      cost += costs.cellOther;
  return { cost, cells: found };
}

const blank = charactersOf('');

function readCell(form: FormCell, at: FormGridCell | undefined, units: KnownUnits): { cost: number; found: FoundCell } {
  const { cell, characters } = at ?? { cell: undefined, characters: blank };
  const found = { form, cell };
  const { text } = characters;
  if (form.words !== undefined) return { cost: wordsCost(form.words, characters, form), found };
  if (form.hole) {
    const { helper } = form.hole;
    const cost = helper === 'text' ? textCost(text, form, units) : figureCost(helper, characters, form);
    return { cost, found };
  }
  const limit = (text.length + 1) * costs.lost + form.pattern.weight;
  const sentence = readExactly(form.pattern, characters) ?? readSentence(form.pattern, characters, limit);
  return { cost: sentence?.cost ?? costs.cellOther, found: { ...found, ...(sentence && { sentence, characters }) } };
}

function wordsCost(words: string, characters: Characters, form: FormCell): number {
  if (words === characters.text) return 0;
  if (words === '' || characters.text === '') return costs.cellOther;
  // a few characters misread make no other words
  if (Math.abs(words.length - characters.text.length) > words.length / 2) return costs.cellOther * 2;
  const limit = (words.length + characters.text.length) * costs.lost;
  if (Math.max(lackedBy(words, characters.text), lackedBy(characters.text, words)) * costs.character > limit)
    return costs.cellOther * 2;
  return readSentence(form.pattern, characters, limit)?.cost ?? costs.cellOther * 2;
}

/** How many characters of the one text the other has not, punctuation left out. */
function lackedBy(text: string, other: string): number {
  let rest = other;
  let count = 0;
  for (const character of text) {
    const at = rest.indexOf(character);
    if (at >= 0) rest = rest.slice(0, at) + rest.slice(at + 1);
    else if (!isPunctuation(character)) count += 1;
  }
  return count;
}

/** A blank figure is as good as zero in a table; elsewhere it is missing. */
function figureCost(helper: string, characters: Characters, { condition }: FormCell): number {
  const { text } = characters;
  if (text === '') return helper === 'cell' || condition !== undefined ? 0 : costs.figure;
  const whole = figureSteps(helper, characters, 0).find(({ length }) => length === text.length);
  return whole ? whole.cost - text.length * costs.free : costs.cellOther;
}

function textCost(text: string, { condition, shape }: FormCell, units: KnownUnits): number {
  const reads = shape?.reads;
  if (text === '')
    return reads && !shape?.mayBeBlank && condition === undefined ? costs.cellOther / 2 : costs.emptyText;
  if (reads) return lengthAt(reads, text, 0) === text.length ? 0 : costs.cellOther;
  const isUnit = units.names.has(text);
  if (shape?.nameOf !== 'unit') return isUnit ? costs.mark : costs.emptyText;
  return isUnit ? 0 : units.areAll ? costs.mark : costs.emptyText;
}
