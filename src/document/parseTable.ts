/** `<table>` of the markup to a table of the tree, its grid checked. */
import { type Element, elementsOf, MarkupError, oneOf } from './element.js';
import { inlinesOf } from './parseInline.js';
import type { Align, Row, Table, TreeCell } from './tree.js';

/** `n`: a figure; `c`: centred; `i` and `ii`: set in by one or two levels. */
const alignments = { n: 'right', c: 'center', i: 'left', ii: 'left', '': 'left' } as const satisfies Record<
  string,
  Align
>;
const indents = { n: 0, c: 0, i: 1, ii: 2, '': 0 } as const;

/** Throws MarkupError with the place in the template, also for a row whose cells do not fill its columns. */
export function tableOf(element: Element): Table {
  const widths = (element.attributes.widths ?? '').split(/\s+/).map(Number);
  if (widths.some((width) => !(width > 0)))
    throw new MarkupError('<table> 的 widths 应为各列的相对宽度，如 "9 9 9 30 20"。', element);
  const parts = elementsOf(element, 'thead', 'tbody', 'side-by-side');
  const head = parts.filter((part) => part.name === 'thead').flatMap((part) => rowsOf(part));
  const body = parts
    .filter((part) => part.name !== 'thead')
    .flatMap((part) => (part.name === 'side-by-side' ? sideBySide(part) : rowsOf(part)));
  checkGrid(element, widths.length, head, '表头');
  checkGrid(element, widths.length, body, '表体');
  return { kind: 'table', widths, head, body, style: oneOf(element, 'style', ['statement', 'goal']) };
}

const rowsOf = (part: Element): Row[] => elementsOf(part, 'tr').map(rowOf);

/** `class="b"`: bold; `class="caption"`: without borders, above the grid. */
function rowOf(element: Element): Row {
  const kind = oneOf(element, 'class', ['', 'b', 'caption']);
  return { cells: elementsOf(element, 'th', 'td').map((cell) => cellOf(cell, kind)) };
}

function cellOf(element: Element, row: '' | 'b' | 'caption'): TreeCell {
  const align = oneOf(element, 'class', ['', 'n', 'c', 'i', 'ii']);
  const isHead = element.name === 'th';
  const scope = oneOf(element, 'scope', ['', 'row', 'col']);
  return {
    inlines: inlinesOf(element),
    columnSpan: spanOf(element, 'colspan'),
    rowSpan: spanOf(element, 'rowspan'),
    align: isHead && align === '' && row !== 'caption' ? 'center' : alignments[align],
    bold: row === 'b' || (isHead && row !== 'caption'),
    indent: indents[align],
    border: row !== 'caption',
    ...(scope !== '' && { scope }),
  };
}

function spanOf(element: Element, attribute: 'colspan' | 'rowspan'): number {
  const written = element.attributes[attribute];
  if (written === undefined) return 1;
  const span = Number(written);
  if (!Number.isInteger(span) || span < 1)
    throw new MarkupError(`<${element.name}> 的 ${attribute} 应为正整数。`, element);
  return span;
}

/** Two lists of rows side by side (收入 | 支出); the shorter is filled up with empty cells. */
function sideBySide(element: Element): Row[] {
  const sides = elementsOf(element, 'tbody').map((side) => rowsOf(side));
  const height = Math.max(...sides.map((side) => side.length));
  return Array.from({ length: height }, (_, index) => ({
    cells: sides.flatMap((side) => side[index]?.cells ?? emptyLike(side[0])),
  }));
}

const emptyLike = (row: Row | undefined): TreeCell[] =>
  (row?.cells ?? []).map((cell) => ({ ...cell, inlines: [], bold: false }));

/** Every grid position must be covered exactly once, spans included. */
function checkGrid(table: Element, width: number, rows: readonly Row[], part: string): void {
  /** Of every column, the first row that it is free in. */
  const free: number[] = new Array<number>(width).fill(0);
  for (const [index, { cells }] of rows.entries()) {
    const detail = fillRow(free, index, cells);
    if (detail === undefined) continue;
    throw new MarkupError(`<table> 的${part}第 ${index + 1} 行${detail}，与 widths 的 ${width} 列不符。`, table);
  }
  if (free.some((until) => until > rows.length))
    throw new MarkupError(`<table> 的${part}的 rowspan 超出了行数。`, table);
}

/** Undefined when the cells fit into what is free of a row, else what is wrong. */
function fillRow(free: number[], index: number, cells: readonly TreeCell[]): string | undefined {
  const width = free.length;
  let column = 0;
  for (const { columnSpan, rowSpan } of cells) {
    while ((free[column] ?? 0) > index) column += 1;
    for (const end = column + columnSpan; column < end; column += 1) {
      if (column >= width || (free[column] ?? 0) > index) return '多出单元格';
      free[column] = index + rowSpan;
    }
  }
  while ((free[column] ?? 0) > index) column += 1;
  return column < width ? '缺少单元格' : undefined;
}
