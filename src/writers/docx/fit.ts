/**
 * How a table is fitted to the page: size of type, widths of columns, least height of rows. Pure geometry, no word of
 * the library. A number must stand on one line, so the narrowest numeric column decides; a table that can stand on one
 * page should.
 */

import { evened, layOut, type Slot, sum } from '../../document/grid.js';
import type { Table } from '../../document/tree.js';
import { alike, type Breakable, balance, edgesOf, rowLines } from './balance.js';
import { type Candidate, candidates, DEAR, LEAST_PADDING } from './fitCandidates.js';
import { type LongText, type TableTexts, textsOf } from './fitTexts.js';
import { type Measurer, measurer } from './measure.js';
import { TABLE_SIZES, type TableSize, tableLine } from './styles.js';

export interface TableFit {
  readonly size: TableSize;
  /** DXA, adding up to the width of the text area exactly. */
  readonly widths: readonly number[];
  /** Least height of a row, DXA. */
  readonly rowHeight: number;
  /**
   * Least heights of the head's rows, DXA. Given because LibreOffice repeats a head in too little room when the longest
   * text stands in a cell over several rows.
   */
  readonly headHeights: readonly number[];
  /** Space beside the text in a cell, DXA. */
  readonly padding: number;
  /** Space above and below the text in a cell, DXA. */
  readonly leading: number;
  /** Pages that the table runs over. */
  readonly pages: number;
  /** The cells of head and body where they stand. */
  readonly slots: readonly (readonly Slot[])[];
}

/** A table while it is being fitted: columns in DXA as declared, and what they need in em. */
interface Fitting extends TableTexts {
  readonly style: Table['style'];
  readonly declared: readonly number[];
  /** Columns that keep one width among them. */
  readonly groups: readonly (readonly number[])[];
  readonly breakables: (size: TableSize) => readonly (readonly Breakable[])[];
  /** How many rows are the head's. */
  readonly heads: number;
  readonly width: number;
  readonly height: number;
  readonly page: number;
  readonly padding: number;
  readonly leading: number;
}

type Columns = Pick<TableFit, 'size' | 'widths' | 'padding'>;

/** A name of up to so many em should stand on one line. */
const SHORT_NAME = 10.5;
const TALLEST_ROW = 480;
const SHORTEST_ROW = 250;
/** Rows of a table that runs over pages anyway. */
const RUNNING_ROW = 340;
const LEAST_RUNNING_ROW = 300;
/** 小五: type is not made smaller than this only to keep a table on one page. */
const LEAST_READABLE: TableSize = 18;
/**
 * Share of its declared width that a column keeps when a neighbour's numbers need room; the lesser as a last resort.
 */
const KEPT = { usual: 0.75, hard: 0.4, none: 0, balanced: 0.5 } as const;
/** One level of indent in a cell, DXA: about one character. */
export const INDENT = 180;
/** Rows grow by their border; a little is kept back because programs round line heights differently. */
const BORDER = 12;
const RESERVE = 240;
const LEADING = { statement: 20, goal: 36 } as const;

/**
 * Fits a table into `width`; `height` is what is left of the page where it begins, `page` what later pages have (DXA).
 * The largest readable type that needs no more pages than the smallest, down to which numbers may force it.
 */
export function fitTable(
  table: Table,
  width: number,
  height: number,
  page: number = height,
  measured: Measurer = measurer(),
): TableFit {
  const slots = layOut([...table.head, ...table.body], table.widths.length);
  const fitting = fittingOf(table, textsOf(slots, table.widths.length, measured), { width, height, page });
  const { leading } = fitting;
  const { columns, rowHeight, natural, pages } = fewestPages(fitting, candidateSizes(table));
  const headHeights = natural.slice(0, table.head.length).map(Math.ceil);
  return { ...columns, rowHeight, headHeights, leading, pages, slots };
}

interface Placed {
  readonly columns: Columns;
  /** Heights that the texts of the rows take, DXA. */
  readonly natural: readonly number[];
  readonly rowHeight: number;
  readonly pages: number;
}

/**
 * Of readable type, what takes the fewest pages; among these the largest type and the most space in the cells, unless
 * smaller ones keep short names whole. Where numbers do not fit in any, the largest type in which they do.
 */
function fewestPages(fitting: Fitting, sizes: readonly TableSize[]): Placed {
  const legible = sizes.filter((size) => size >= LEAST_READABLE);
  const readable = candidates(fitting.style, fitting.rows.length, legible);
  const places = new Map<Candidate, Placed | undefined>();
  const placeOf = (candidate: Candidate): Placed | undefined => {
    if (!places.has(candidate)) places.set(candidate, placedAt(fitting, candidate));
    return places.get(candidate);
  };
  const tightest = readable.at(-1);
  // nothing takes less than one page: most tables are settled by that, and the tightest need not be set for them
  const isOnFewest = (pages: number) => pages === 1 || pages <= ((tightest && placeOf(tightest)?.pages) ?? 1);
  let best: (Placed & { readonly cost: number }) | undefined;
  for (const candidate of readable) {
    if (best && candidate.dear >= best.cost && isOnFewest(best.pages)) break;
    const placed = placeOf(candidate);
    if (placed === undefined) continue;
    const cost = candidate.dear + DEAR.broken * brokenNames(fitting, placed.columns);
    const isBetter =
      best === undefined || placed.pages < best.pages || (placed.pages === best.pages && cost < best.cost);
    if (isBetter) best = { ...placed, cost };
  }
  if (best) return best;
  for (const size of sizes) {
    const placed = placedAt(fitting, { size, padding: LEAST_PADDING });
    if (placed) return placed;
  }
  return inPlace(fitting, crowded(fitting, sizes));
}

function placedAt(fitting: Fitting, { size, padding }: Pick<Candidate, 'size' | 'padding'>): Placed | undefined {
  const [columns] = columnsAt({ ...fitting, padding }, size, KEPT.usual);
  return columns && inPlace(fitting, columns);
}

/** Names of rows that a statement breaks although they are short. */
function brokenNames({ rows, heads, style }: Fitting, { size, widths, padding }: Columns): number {
  if (style !== 'statement') return 0;
  const edges = edgesOf(widths);
  const isBroken = ({ cell, column, lines }: LongText) => {
    const room = (edges[column + cell.columnSpan] ?? 0) - (edges[column] ?? 0) - 2 * padding - cell.indent * INDENT;
    const [only = 0, ...others] = lines;
    return others.length === 0 && only <= SHORT_NAME && only * size * 10 > room;
  };
  return sum(rows.slice(heads).map((row) => row.filter(isBroken).length));
}

/** Numbers take what they need from texts that can hardly spare it. */
function crowded(fitting: Fitting, sizes: readonly TableSize[]): Columns {
  for (const size of sizes) {
    const [columns] = columnsAt(fitting, size, KEPT.hard);
    if (columns) return columns;
  }
  return lastResort(fitting);
}

/** The greatest row height at which the table stands on one page, or else on as few as with the least. */
function inPlace(fitting: Fitting, columns: Columns): Placed {
  const natural = naturalHeights(fitting, columns);
  const onOnePage = pagesOf(fitting, natural, SHORTEST_ROW) === 1;
  const least = onOnePage ? SHORTEST_ROW : LEAST_RUNNING_ROW;
  const fewest = pagesOf(fitting, natural, least);
  let rowHeight = onOnePage ? TALLEST_ROW : RUNNING_ROW;
  while (rowHeight > least && pagesOf(fitting, natural, rowHeight) > fewest) rowHeight -= 10;
  return { columns, natural, rowHeight, pages: fewest };
}

/** Pages that the rows run over, the head repeated on each. */
function pagesOf({ heads, height, page }: Fitting, natural: readonly number[], rowHeight: number): number {
  const rowAt = (index: number) => Math.max(natural[index] ?? 0, rowHeight) + BORDER;
  let head = 0;
  for (let index = 0; index < heads && index < natural.length; index++) head += rowAt(index);
  let pages = 1;
  let left = height - RESERVE;
  for (let index = 0; index < natural.length; index++) {
    const row = rowAt(index);
    if (row > left && index > 0) {
      pages += 1;
      left = page - RESERVE - head;
    }
    left -= row;
  }
  return pages;
}

function fittingOf(table: Table, texts: TableTexts, space: Pick<Fitting, 'width' | 'height' | 'page'>): Fitting {
  const total = sum(table.widths);
  const declared = table.widths.map((share) => (share / total) * space.width);
  return {
    ...texts,
    breakables: breakablesOf(texts.rows),
    declared,
    // the amounts of a statement should look alike; the columns of a goal table hold different things
    groups: table.style === 'statement' ? alike(declared) : declared.map((_, column) => [column]),
    heads: table.head.length,
    ...space,
    padding: LEAST_PADDING,
    style: table.style,
    leading: LEADING[table.style],
  };
}

/** Goal tables carry sentences and stop at 9 pt; the twelve tables may go down to 6.5 pt for their numbers. */
function candidateSizes(table: Table): readonly TableSize[] {
  const largest = table.style === 'goal' || table.widths.length > 12 ? 20 : 21;
  const smallest = table.style === 'goal' ? LEAST_READABLE : 13;
  return TABLE_SIZES.filter((size) => size <= largest && size >= smallest);
}

/**
 * Columns in one size of type: those too narrow for their numbers take from the others in proportion to what those can
 * spare. Empty when that is not enough.
 */
function columnsAt(fitting: Fitting, size: TableSize, kept: number): [] | [Columns] {
  const { declared, needs, padding, width } = fitting;
  const least = needs.map((em) => leastWidth(em, size, padding));
  const fitted = evened(declared, least, kept);
  if (!fitted) return [];
  return [{ size, padding, widths: toIntegers(balanced(fitting, size, least, fitted), width) }];
}

/** Width that numbers can spare goes to the texts; every column keeps half of what the template gives it. */
function balanced(fitting: Fitting, size: TableSize, least: readonly number[], fitted: readonly number[]) {
  const { declared, groups, padding } = fitting;
  const kept = declared.map((own, i) => Math.max(least[i] ?? 0, Math.min(own * KEPT.balanced, fitted[i] ?? 0)));
  return balance({ rows: fitting.breakables(size), least: kept, groups, padding, em: size * 10 }, fitted);
}

/** Of each row, the texts that may break, in one size of type; worked out once for each size. */
function breakablesOf(rows: TableTexts['rows']): Fitting['breakables'] {
  const known = new Map<TableSize, Breakable[][]>();
  return (size) => {
    const found = known.get(size) ?? rows.map((row) => row.map((text) => breakable(text, size)));
    known.set(size, found);
    return found;
  };
}

const breakable = ({ cell, column, lines, ragged }: LongText, size: TableSize): Breakable => ({
  start: column,
  end: column + cell.columnSpan,
  rowSpan: cell.rowSpan,
  lines: lines.map((em) => em * size * 10 + cell.indent * INDENT),
  ragged,
});

function leastWidth(em: number, size: TableSize, padding: number): number {
  return em * size * 10 + 2 * padding + BORDER;
}

/** Nothing fits: smallest type, columns in proportion to needs. Numbers stay whole as long as the paper allows. */
function lastResort(fitting: Fitting): Columns {
  const size: TableSize = 13;
  const { padding } = fitting;
  const needed = fitting.needs.map((em) => leastWidth(em, size, padding));
  const scale = fitting.width / sum(needed);
  const widths = needed.map((width) => width * scale);
  return columnsAt(fitting, size, KEPT.none)[0] ?? { size, padding, widths: toIntegers(widths, fitting.width) };
}

/** LibreOffice saves edges a twentieth of a point apart with columns of their own between them, DXA. */
const EDGE_STEP = 5;

/** Rounds so that the sum is exactly `width`; inner edges to whole steps. */
function toIntegers(widths: readonly number[], width: number): number[] {
  let exact = 0;
  let used = 0;
  return widths.map((value, index) => {
    exact += value;
    const edge = index === widths.length - 1 ? width : Math.round(exact / EDGE_STEP) * EDGE_STEP;
    const column = edge - used;
    used = edge;
    return column;
  });
}

/** Heights that the texts of the rows take, DXA. */
function naturalHeights({ breakables, leading }: Fitting, { size, widths, padding }: Columns): number[] {
  const edges = edgesOf(widths);
  return breakables(size).map((row) => rowLines(row, edges, padding, size * 10) * tableLine(size) + 2 * leading);
}
