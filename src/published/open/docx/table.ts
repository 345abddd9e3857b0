/** One table of a Word file while its elements come by (ECMA-376 part 1, 17.4). */
import type { Attributes } from '../../../container/xml.js';
import { documentLimits } from '../limits.js';
import type { OpenedBlock, OpenedCell, OpenedRow, OpenedTable } from '../raw.js';
import { isOff, wordAttribute, wordValue } from './styles.js';

interface OpenCell {
  readonly content: OpenedBlock[];
  readonly source: number;
  span: number;
  /** Goes on from the cell above. */
  continued: boolean;
  /** Belongs to the cell before it. */
  joined: boolean;
  deleted: boolean;
}

type MergedCell = { -readonly [Key in keyof OpenedCell]: OpenedCell[Key] } & { readonly continued: boolean };

interface OpenRow {
  readonly cells: MergedCell[];
  column: number;
  head: boolean;
  /** Or hidden. */
  deleted: boolean;
}

const newRow = (): OpenRow => ({ cells: [], column: 0, head: false, deleted: false });

const countOf = (attributes: Attributes, least: number): number =>
  Math.min(documentLimits.columns, Math.max(least, Math.trunc(Number(wordValue(attributes))) || least));

export class OpenWordTable {
  /** Of the grid's columns in twips, as far as the file says them. */
  readonly #widths: number[] = [];
  readonly #rows: OpenRow[] = [];
  #row: OpenRow = newRow();
  #cell: OpenCell | undefined;
  #inRowProperties = false;

  /** Where the paragraphs go that come now; undefined between the cells. */
  get content(): OpenedBlock[] | undefined {
    return this.#cell?.content;
  }

  /** `source`: the number of the next paragraph. */
  open(name: string, attributes: Attributes, source: number): void {
    const cell = this.#cell;
    if (name === 'tc') this.#cell = { content: [], source, span: 1, continued: false, joined: false, deleted: false };
    else if (name === 'gridCol') this.#widths.push(Number(wordAttribute(attributes, 'w')) || 0);
    else if (name === 'trPr') this.#inRowProperties = true;
    else if (name === 'hidden' && this.#inRowProperties) this.#row.deleted ||= !isOff(attributes);
    else if (name === 'gridSpan' && cell) cell.span = countOf(attributes, 1);
    else if (name === 'vMerge' && cell) cell.continued = (wordValue(attributes) ?? 'continue') === 'continue';
    else if (name === 'hMerge' && cell) cell.joined = (wordValue(attributes) ?? 'continue') === 'continue';
    else if (name === 'cellDel' && cell) cell.deleted = true;
    else if (name === 'gridBefore') this.#row.column = countOf(attributes, 0);
    else if (name === 'tblHeader') this.#row.head = !isOff(attributes);
  }

  /** A tracked deletion in the row's properties deletes the row. */
  deletes(): void {
    if (this.#inRowProperties) this.#row.deleted = true;
  }

  close(name: string): void {
    if (name === 'trPr') this.#inRowProperties = false;
    else if (name === 'tc') this.#closeCell();
    else if (name === 'tr') {
      if (!this.#row.deleted) this.#rows.push(this.#row);
      this.#row = newRow();
    }
  }

  closed(): OpenedTable {
    const rows = snapped(merged(this.#rows), this.#widths);
    return { kind: 'table', rows, widths: this.#widths };
  }

  #closeCell(): void {
    const cell = this.#cell;
    if (!cell) return;
    const { content, source, span, continued, joined, deleted } = cell;
    const { column, cells } = this.#row;
    const before = joined ? cells.at(-1) : undefined;
    if (before) before.columnSpan += span;
    else cells.push({ content: deleted ? [] : content, column, columnSpan: span, rowSpan: 1, source, continued });
    this.#row.column = Math.min(documentLimits.columns, column + span);
    this.#cell = undefined;
  }
}

/** Cells that go on from above become part of the cell where they begin; one without such a cell stands for itself. */
function merged(rows: readonly OpenRow[]): OpenedRow[] {
  let above = new Map<number, MergedCell>();
  return rows.map(({ cells, head }) => {
    const here = new Map<number, MergedCell>();
    const kept: OpenedCell[] = [];
    for (const cell of cells) {
      const origin = cell.continued ? above.get(cell.column) : undefined;
      if (origin) origin.rowSpan += 1;
      else kept.push(cell);
      here.set(cell.column, origin ?? cell);
    }
    above = here;
    return { cells: kept, head };
  });
}

/**
 * Lines of the grid that lie closer than this are one line, drawn twice by a program that rounds widths (2 mm, in
 * twips).
 */
const SAME_LINE = 113;

/** The rows on the grid that a reader sees. */
function snapped(rows: readonly OpenedRow[], widths: readonly number[]): OpenedRow[] {
  const columns = rows.reduce((most, row) => Math.max(most, ...row.cells.map((c) => c.column + c.columnSpan)), 0);
  const known = widths.length >= columns;
  const lines = [0];
  let place = 0;
  for (let column = 0; column < columns; column += 1) {
    place += widths[column] ?? SAME_LINE;
    const isLine = !known || place >= SAME_LINE;
    lines.push((lines[column] ?? 0) + (isLine ? 1 : 0));
    if (isLine) place = 0;
  }
  const lineAt = (column: number) => lines[Math.min(column, columns)] ?? column;
  const moved = (cell: OpenedCell): OpenedCell[] => {
    const column = lineAt(cell.column);
    const columnSpan = lineAt(cell.column + cell.columnSpan) - column;
    return columnSpan > 0 || cell.content.length > 0 ? [{ ...cell, column, columnSpan: Math.max(1, columnSpan) }] : [];
  };
  return rows.map((row) => ({ ...row, cells: row.cells.flatMap(moved) }));
}
