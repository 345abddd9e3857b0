/**
 * A tree and an opened document in one shape, so that the one can be held against the other. White space never counts.
 */
import { layOut } from '../../../src/document/grid.js';
import type { DocumentTree, Table as TreeTable } from '../../../src/document/tree.js';
import type { DocumentTable, PublishedDocument } from '../../../src/published/document.js';
import { blocksOf, squeezed, textOf } from '../../support/document.js';

/** A paragraph, or a table as rows of `column+columns×rows text`. */
export type Printed = string | readonly (readonly string[])[];

const place = (column: number, columnSpan: number, rowSpan: number, text: string): string =>
  `${column}+${columnSpan}×${rowSpan} ${squeezed(text)}`;

/** What a reader of the tree sees, without the contents. */
export function printedBy(tree: DocumentTree, marked = false): Printed[] {
  return blocksOf(tree).flatMap((block): Printed[] => {
    if (block.kind === 'contents') return [];
    if (block.kind === 'table') return [tableOf(block, marked)];
    const text = textOf(block.inlines);
    return text === '' ? [] : [text];
  });
}

/** The same as a PDF has it: a cell without borders (编制单位, 单位：万元) is a line of text above the grid. */
export function printedOnPages(tree: DocumentTree): Printed[] {
  return printedBy(tree, true).flatMap((block): Printed[] => {
    if (typeof block === 'string') return [block];
    const isUnruled = (cell: string) => cell.startsWith(UNRULED);
    const captions = block
      .flat()
      .filter(isUnruled)
      .map((cell) => cell.replace(/^\S+ /, ''));
    const rows = block.map((row) => row.filter((cell) => !isUnruled(cell))).filter((row) => row.length > 0);
    return [...captions.filter((text) => text !== ''), rows];
  });
}

const UNRULED = '~';

export function tableOf(table: TreeTable, marked = false): string[][] {
  return layOut([...table.head, ...table.body], table.widths.length).map((slots) =>
    slots.flatMap(({ cell, column, continued }) =>
      continued
        ? []
        : [
            (marked && !cell.border ? UNRULED : '') +
              place(column, cell.columnSpan, cell.rowSpan, textOf(cell.inlines)),
          ],
    ),
  );
}

/** What an opened document says, without the contents. */
export function readFrom(document: PublishedDocument): Printed[] {
  return document.blocks.flatMap((block): Printed[] => {
    if (block.kind === 'table') return [rowsOf(block)];
    return block.contents ? [] : [squeezed(block.text)];
  });
}

const rowsOf = ({ rows }: DocumentTable): string[][] =>
  rows.map(({ cells }) => cells.map((cell) => place(cell.column, cell.columnSpan, cell.rowSpan, cell.text)));

export const tablesOf = (document: PublishedDocument): DocumentTable[] =>
  document.blocks.filter((block): block is DocumentTable => block.kind === 'table');

export const textsOf = (document: PublishedDocument): string[] =>
  document.blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.text
      : block.rows.map((row) => row.cells.map((c) => c.text).join('|')).join('\n'),
  );

/** The cells of both sides that are equal, counted, and the first that is not. */
export function cellsRight(
  own: readonly Printed[],
  read: readonly Printed[],
): { right: number; all: number; wrong: string[] } {
  const flat = (printed: readonly Printed[]) =>
    printed.filter((one) => typeof one !== 'string').map((rows) => rows.flat());
  const [ours, theirs] = [flat(own), flat(read)];
  let [right, all] = [0, 0];
  const wrong: string[] = [];
  ours.forEach((cells, table) => {
    cells.forEach((cell, index) => {
      all += 1;
      if (theirs[table]?.[index] === cell) right += 1;
      else wrong.push(`${table} ${cell} ≠ ${theirs[table]?.[index]}`);
    });
  });
  return { right, all, wrong };
}
