/** A table of the form: its head, its columns, and what each row can say. */

import { branchesOf, type Hole, type Node, type Tag } from '../../document/grammar.js';
import type { AnyShape } from '../../figures/view/shape.js';
import { type Automaton, automatonOf } from './automaton.js';
import { charactersOf } from './characters.js';
import { type Pattern, patternOf } from './sentence.js';
import { shapeAt } from './shapes.js';

export interface FormTable {
  readonly width: number;
  /** The lines above the head (编制单位 …), which stand outside the grid in many documents. */
  readonly caption: readonly Tag[];
  /** Of each column, the texts above it from top to bottom. */
  readonly heads: readonly (readonly string[])[];
  /** Texts of the form's own cells, head and body. */
  readonly words: ReadonlySet<string>;
  /** The texts of the head's rows, each where it begins. */
  readonly headRows: readonly (readonly string[])[];
  /** Those of the head alone. */
  readonly headWords: ReadonlySet<string>;
  /** The cells of the row below the head that has the most of the form's own words. */
  readonly keyRow: readonly { readonly column: number; readonly words: string }[];
  /** Mostly one; lists that stand side by side are read each by itself. */
  readonly strips: readonly Strip[];
}

export interface Strip {
  readonly from: number;
  readonly to: number;
  readonly rows: Automaton<FormRow>;
}

export interface FormRow {
  readonly cells: readonly FormCell[];
  readonly tag: Tag;
}

export interface FormCell {
  readonly column: number;
  readonly span: number;
  /** The text of a cell that holds nothing but the form's own words. */
  readonly words?: string;
  /** The one thing that the cell prints. */
  readonly hole?: Hole;
  /** Of that thing. */
  readonly shape?: AnyShape;
  readonly pattern: Pattern;
  /** The condition under which the row has this cell. */
  readonly condition?: string;
  readonly tag: Tag;
}

const isTag = (node: Node, ...names: readonly string[]): node is Tag =>
  node.kind === 'tag' && names.includes(node.name);

const headRowsOf = ({ children }: Tag): Tag[] =>
  children
    .filter((node) => isTag(node, 'thead'))
    .flatMap((part) => (part as Tag).children)
    .filter((node): node is Tag => isTag(node, 'tr'));

/** The rows above the head of a `<table>` of the grammar. */
export const captionOf = (table: Tag): Tag[] =>
  headRowsOf(table).filter(({ attributes }) => attributes.class === 'caption');

/** Of a `<table>` of the grammar. */
export function formTableOf(table: Tag): FormTable {
  const width = (table.attributes.widths ?? '').trim().split(/\s+/).length;
  const headRows = headRowsOf(table);
  const caption = captionOf(table);
  const ruled = headRows.filter((row) => !caption.includes(row));
  const grid = gridOf(ruled, width);
  const headWords = new Set(grid.flat().filter((text) => text !== ''));
  const parts = table.children.filter((node) => !isTag(node, 'thead'));
  const strips = stripsOf(parts, width);
  const rows = strips.flatMap(({ rows }) => rows.arcs.flat().flatMap(({ item }) => item ?? []));
  const words = new Set([...headWords, ...rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.words || []))]);
  return {
    width,
    caption,
    heads: Array.from({ length: width }, (_, column) => distinct(grid.map((row) => row[column] ?? ''))),
    words,
    headRows: ruled.map((row) => cellsOf(row).map((cell) => wordsOfCell(cell) ?? '')),
    headWords,
    keyRow: keyRowOf(rows),
    strips,
  };
}

function keyRowOf(rows: readonly FormRow[]): FormTable['keyRow'] {
  const worded = rows.map(({ cells }) => cells.flatMap(({ column, words }) => (words ? [{ column, words }] : [])));
  return worded.reduce((best, row) => (row.length > best.length ? row : best), []);
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');

/** The `<th>` and `<td>` of a row. */
export const cellsOf = (row: Tag): Tag[] => row.children.filter((node): node is Tag => isTag(node, 'th', 'td'));

/** The head's texts in every place that each covers. */
function gridOf(rows: readonly Tag[], width: number): string[][] {
  const grid: string[][] = rows.map(() => []);
  const columns = new Columns(width);
  rows.forEach((row, top) => {
    columns.row();
    for (const cell of row.children) {
      if (!isTag(cell, 'th', 'td')) continue;
      const { column, span, height } = columns.take(cell);
      const text = wordsOfCell(cell) ?? '';
      for (let down = 0; down < height; down += 1)
        for (let right = 0; right < span; right += 1) {
          const line = grid[top + down];
          if (line) line[column + right] = text;
        }
    }
  });
  return grid;
}

/** Gives each cell of successive rows its column, past those that cells above reach down into. */
class Columns {
  readonly #free: number[];
  #row = -1;
  #next = 0;

  constructor(width: number) {
    this.#free = new Array<number>(width).fill(0);
  }

  row(): void {
    this.#row += 1;
    this.#next = 0;
  }

  take({ attributes }: Tag): { column: number; span: number; height: number } {
    const [span, height] = [Number(attributes.colspan) || 1, Number(attributes.rowspan) || 1];
    while ((this.#free[this.#next] ?? 0) > this.#row) this.#next += 1;
    const column = this.#next;
    for (let right = 0; right < span; right += 1) this.#free[column + right] = this.#row + height;
    this.#next += span;
    return { column, span, height };
  }
}

/** Undefined when the cell prints anything from the view. */
function wordsOfCell(cell: Tag): string | undefined {
  const texts = cell.children.map((node) => (node.kind === 'text' ? node.text : isTag(node, 'br') ? '' : undefined));
  return texts.includes(undefined) ? undefined : charactersOf(texts.join('')).text;
}

/**
 * A part that holds several bodies puts them side by side, each in columns of its own; the rows after it belong to all.
 */
function stripsOf(parts: readonly Node[], width: number): Strip[] {
  const beside = parts.find((part): part is Tag => isBeside(part));
  if (!beside) return [{ from: 0, to: width, rows: rowsOf(parts, width, 0, width) }];
  const bodies = beside.children.filter((node): node is Tag => isTag(node, 'tbody'));
  let from = 0;
  return bodies.map((body) => {
    const start = from;
    const own = parts.map((part) => (part === beside ? shifted(body, start) : part));
    from = start + widthOf(body);
    return { from: start, to: from, rows: rowsOf(own, width, start, from) };
  });
}

const isBeside = (part: Node): part is Tag =>
  part.kind === 'tag' && part.children.filter((node) => isTag(node, 'tbody')).length > 1;

const shifted = (body: Tag, by: number): Tag => ({ ...body, attributes: { ...body.attributes, from: String(by) } });

/** Of the first row found. */
function widthOf(body: Tag): number {
  const [row] = rowTags(body.children);
  const cells = row?.children.filter((node): node is Tag => isTag(node, 'td', 'th')) ?? [];
  return cells.reduce((width, cell) => width + (Number(cell.attributes.colspan) || 1), 0);
}

/** In the order of the templates, those of all branches. */
function rowTags(nodes: readonly Node[]): Tag[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'tag') return node.name === 'tr' ? [node] : rowTags(node.children);
    return branchesOf(node).flatMap(rowTags);
  });
}

/** Rows with their cells in the columns from `from` up to `to`. */
function rowsOf(parts: readonly Node[], width: number, from: number, to: number): Automaton<FormRow> {
  const columns = new Map<Node, Columns>();
  const start = new Map<Node, number>();
  const visit = (nodes: readonly Node[], grid: Columns, by: number) => {
    for (const row of rowTags(nodes)) {
      columns.set(row, grid);
      start.set(row, by);
    }
  };
  for (const part of parts)
    visit([part], new Columns(width), part.kind === 'tag' ? Number(part.attributes.from ?? 0) : 0);
  const made = new Map<Node, FormRow[]>();
  return automatonOf<FormRow>(parts, (node) => {
    if (node.kind === 'text') return [];
    if (!isTag(node, 'tr')) return undefined;
    const known = made.get(node);
    if (known) return known;
    const cells = formCells(node, columns.get(node) ?? new Columns(width), start.get(node) ?? 0);
    const row = [{ tag: node, cells: cells.filter(({ column }) => column >= from && column < to) }];
    made.set(node, row);
    return row;
  });
}

function formCells(row: Tag, columns: Columns, by: number): FormCell[] {
  const cells: FormCell[] = [];
  columns.row();
  const visit = (nodes: readonly Node[], condition: string | undefined) => {
    for (const node of nodes) {
      if (isTag(node, 'td', 'th')) {
        const { column, span } = columns.take(node);
        cells.push(cellOf(node, column + by, span, condition));
      } else if (node.kind === 'choice') for (const branch of node.branches) visit(branch, node.condition);
    }
  };
  visit(row.children, undefined);
  return cells;
}

function cellOf(tag: Tag, column: number, span: number, condition: string | undefined): FormCell {
  const words = wordsOfCell(tag);
  const holes = tag.children.filter((node) => node.kind !== 'text' || node.text.trim() !== '');
  const [only] = holes;
  return {
    column,
    span,
    tag,
    get pattern() {
      return patternOf(tag.children);
    },
    ...(words !== undefined && { words }),
    ...(holes.length === 1 && only?.kind === 'hole' && { hole: only.hole, shape: shapeAt(only.hole.path) }),
    ...(condition !== undefined && { condition }),
  };
}
