/** One worksheet part, streamed: cells with content are kept, everything else goes by. */

import { limits, type Spent } from '../../container/limits.js';
import type { Package } from '../../container/package.js';
import { type Problem, ReadProblem } from '../../container/problem.js';
import { type Attributes, isTrue, type PartReading } from '../../container/xml.js';
import type { Merge, RawCell, RawSheet } from '../cells.js';
import { type CellContext, readCell } from './cell.js';
import { CellPositions, type ColumnSpan, columnSpan, placeOf } from './grid.js';
import { type TextCollector, textCollector } from './text.js';

export interface SheetHead {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface SheetContext extends CellContext {
  readonly opc: Package;
  readonly spent: Spent;
}

/** Reads the sheet's part; throws `ReadProblem` with all that is wrong in it. */
export function readSheet(head: SheetHead, context: SheetContext): RawSheet {
  return context.opc.read(head.part, 'worksheet', new SheetReading(head, context));
}

/**
 * The state of a walk through `worksheet/(cols/col | sheetData/row/c/(f|v|is) | mergeCells/mergeCell)`; depths are
 * those of a worksheet part.
 */
class SheetReading implements PartReading<RawSheet> {
  readonly #grid: CellPositions;
  readonly #head: SheetHead;
  readonly #context: SheetContext;
  readonly #problems: Problem[] = [];
  readonly #rows = new Map<number, Map<number, RawCell>>();
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenSpans: ColumnSpan[] = [];
  readonly #usedColumns = new Set<number>();
  readonly #merges: Merge[] = [];
  readonly #inline: TextCollector = textCollector();
  /** Cells of this sheet and of those before. */
  #count: number;
  #section = '';
  #row = 0;
  #rowHidden = false;
  #cells: Map<number, RawCell> | undefined;
  /** Of the cell that is open; 0 outside. Nothing is made of it before its end: most of a large sheet are blank. */
  #column = 0;
  #type: string | undefined;
  #style: string | undefined;
  #field = '';
  #value: string | undefined;
  #formula: string | undefined;
  #hasInline = false;

  constructor(head: SheetHead, context: SheetContext) {
    this.#grid = new CellPositions(head.name);
    this.#head = head;
    this.#context = context;
    this.#count = context.spent.cells;
  }

  open(name: string, attributes: Attributes, depth: number): void {
    if (depth === 1) this.#section = name;
    else if (depth === 2 && this.#section === 'cols' && name === 'col') this.#openColumns(attributes);
    else if (depth === 2 && this.#section === 'mergeCells') this.#openMerge(attributes.ref ?? '');
    else if (this.#section !== 'sheetData') return;
    else if (depth === 2 && name === 'row') this.#openRow(attributes);
    else if (depth === 3 && name === 'c' && this.#row > 0) this.#openCell(attributes);
    else if (this.#column > 0 && depth === 4) this.#openField(name);
    else if (this.#field === 'is') this.#inline.open(name, attributes);
  }

  text(text: string): void {
    if (this.#field === 'v') this.#value += text;
    else if (this.#field === 'f') this.#formula += text;
    else if (this.#field === 'is') this.#inline.text(text);
  }

  close(name: string, depth: number): void {
    if (depth === 1) this.#section = '';
    else if (this.#section !== 'sheetData') return;
    else if (depth === 2) this.#row = 0;
    else if (depth === 3) this.#closeCell();
    else if (depth === 4) this.#field = '';
    else if (this.#field === 'is') this.#inline.close(name);
  }

  result(): RawSheet {
    this.#context.spent.cells = this.#count;
    if (this.#problems.length > 0) throw new ReadProblem(...this.#problems);
    const hiddenColumns = [...this.#usedColumns].filter((column) =>
      this.#hiddenSpans.some((span) => span.from <= column && column <= span.to),
    );
    return {
      name: this.#head.name,
      hidden: this.#head.hidden,
      rows: inOrder(new Map([...this.#rows].map(([row, cells]) => [row, inOrder(cells)]))),
      hiddenRows: this.#hiddenRows,
      hiddenColumns: new Set(hiddenColumns.sort((a, b) => a - b)),
      merges: this.#merges,
    };
  }

  #openColumns(attributes: Attributes): void {
    if (!isTrue(attributes.hidden) || this.#hiddenSpans.length >= limits.maxColumn) return;
    this.#hiddenSpans.push(columnSpan(attributes.min, attributes.max));
  }

  #openMerge(reference: string): void {
    const [first = '', last = ''] = reference.split(':', 2);
    const [from, to] = [placeOf(first), placeOf(last)];
    if (!from || !to) return;
    this.#merges.push({ at: { sheet: this.#head.name, ...from }, lastRow: to.row, lastColumn: to.column });
    if (this.#merges.length > limits.merges) this.#tooMuch('处合并单元格', limits.merges);
  }

  #openRow(attributes: Attributes): void {
    const row = this.#grid.enterRow(attributes.r);
    this.#row = this.#accept(row);
    this.#rowHidden = this.#row > 0 && isTrue(attributes.hidden);
    this.#cells = undefined;
  }

  #openCell(attributes: Attributes): void {
    this.#column = this.#accept(this.#grid.enterCell(attributes.r));
    this.#type = attributes.t;
    this.#style = attributes.s;
    this.#value = undefined;
    this.#formula = undefined;
    this.#hasInline = false;
  }

  #openField(name: string): void {
    if (name === 'v') this.#value = '';
    else if (name === 'f') this.#formula = '';
    else if (name === 'is') this.#hasInline = true;
    else return;
    this.#field = name;
  }

  #closeCell(): void {
    const column = this.#column;
    this.#column = 0;
    const isBlank = this.#value === undefined && this.#formula === undefined && !this.#hasInline;
    if (column === 0 || isBlank) return;
    const inline = this.#hasInline ? this.#inline.take() : undefined;
    const stored = {
      ...{ type: this.#type ?? 'n', style: Number(this.#style ?? 0) },
      ...{ value: this.#value, formula: this.#formula, inline },
    };
    const read = readCell(stored, this.#grid.at(column), this.#context);
    if (read === undefined) return;
    if ('code' in read) this.#accept(read);
    else this.#keep(read);
  }

  #keep(cell: RawCell): void {
    if (!this.#cells) {
      this.#cells = new Map();
      this.#rows.set(this.#row, this.#cells);
      if (this.#rowHidden) this.#hiddenRows.add(this.#row);
    }
    this.#cells.set(cell.at.column, cell);
    this.#usedColumns.add(cell.at.column);
    this.#count += 1;
    if (this.#rows.size > limits.rows) this.#tooMuch('行', limits.rows);
    if (this.#usedColumns.size > limits.columns) this.#tooMuch('列', limits.columns);
    if (this.#count > limits.cells) this.#tooMuch('个单元格', limits.cells);
  }

  #tooMuch(what: string, limit: number): never {
    throw new ReadProblem({ code: 'F31', at: this.#grid.at(0), values: { what, limit: String(limit) } });
  }

  /** A number goes through; a problem is noted and counts as 0, which makes the caller pass over the row or cell. */
  #accept(result: number | Problem): number {
    if (typeof result === 'number') return result;
    this.#problems.push(result);
    if (this.#problems.length >= limits.problemsPerSheet) throw new ReadProblem(...this.#problems);
    return 0;
  }
}

/** Rows and cells nearly always come in order; a file that has them otherwise is legal enough to be read. */
function inOrder<Value>(map: Map<number, Value>): Map<number, Value> {
  let last = 0;
  for (const key of map.keys()) {
    if (key < last) return new Map([...map].sort(([a], [b]) => a - b));
    last = key;
  }
  return map;
}
