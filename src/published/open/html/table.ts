/** Tables of a web page: cells on the grid by their spans, as a browser lays them out. */
import { documentLimits } from '../limits.js';
import type { OpenedBlock, OpenedCell, OpenedRow, OpenedTable } from '../raw.js';
import { refuse } from '../refusal.js';
import { attribute, type HtmlElement, isElement, isHidden } from './parse.js';

type ContentOf = (cell: HtmlElement) => readonly OpenedBlock[];

interface RowGroup {
  readonly rows: readonly HtmlElement[];
  readonly head: boolean;
}

/** `contentOf` reads what stands in a cell. */
export function readTable(table: HtmlElement, contentOf: ContentOf): OpenedTable {
  return { kind: 'table', rows: sectionsOf(table).flatMap((section) => readSection(section, contentOf)) };
}

const elementsOf = (parent: HtmlElement, ...names: readonly string[]): HtmlElement[] =>
  parent.childNodes.filter(
    (node): node is HtmlElement => isElement(node) && names.includes(node.tagName) && !isHidden(node),
  );

/** The `<caption>`s of a table. */
export const captionsOf = (table: HtmlElement): HtmlElement[] => elementsOf(table, 'caption');

/** In the order in which they are shown: what heads the table first, its foot last. */
function sectionsOf(table: HtmlElement): RowGroup[] {
  const sections = elementsOf(table, 'thead', 'tbody', 'tfoot', 'tr').map(
    (part): RowGroup & { readonly rank: number } => {
      const rows = part.tagName === 'tr' ? [part] : elementsOf(part, 'tr');
      return {
        rows,
        head: part.tagName === 'thead',
        rank: part.tagName === 'thead' ? 0 : part.tagName === 'tfoot' ? 2 : 1,
      };
    },
  );
  return sections.sort((a, b) => a.rank - b.rank);
}

/** `taken`: for each column, how many more rows a cell from above reaches down into. */
function readSection({ rows, head }: RowGroup, contentOf: ContentOf): OpenedRow[] {
  let taken: number[] = [];
  return rows.map((row, index) => {
    const left = taken.map((count) => Math.max(0, count - 1));
    let column = 0;
    const cells = elementsOf(row, 'td', 'th').map((cell): OpenedCell => {
      while ((taken[column] ?? 0) > 0) column += 1;
      const columnSpan = spanOf(cell, 'colspan', documentLimits.columns);
      const rowSpan = Math.min(rows.length - index, spanOf(cell, 'rowspan', documentLimits.rowSpan) || rows.length);
      if (column + columnSpan > documentLimits.columns) refuse('F41', { what: '表格的列' });
      for (let at = column; at < column + columnSpan; at += 1) left[at] = Math.max(left[at] ?? 0, rowSpan - 1);
      const read = { content: contentOf(cell), column, columnSpan: Math.max(1, columnSpan), rowSpan };
      column += read.columnSpan;
      return read;
    });
    taken = left;
    return { cells, head };
  });
}

/** A row span of 0 reaches to the end of the section; anything else that is no number is 1. */
function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan', most: number): number {
  const written = /^\s*(\d{1,9})/.exec(attribute(cell, name) ?? '')?.[1];
  const least = name === 'rowspan' ? 0 : 1;
  return written === undefined ? 1 : Math.min(most, Math.max(least, Number(written)));
}
