/** Tables: fixed layout, every width in DXA in the grid and in each cell (WPS and LibreOffice go by the grid), borders thin and black. */

import {
  BorderStyle,
  Table as DocxTable,
  HeightRule,
  type IBorderOptions,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { Cell, Table } from '../../document/tree.js';
import { fitTable, INDENT, type TableFit } from './fit.js';
import { layOut, type Slot, spanWidth } from './grid.js';
import { ALIGNMENTS, inlineRuns } from './paragraph.js';
import { tableTextStyle } from './styles.js';

const LINE: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 0 };
const NO_LINE: IBorderOptions = { style: BorderStyle.NIL };
const GRID_LINES = {
  top: LINE,
  left: LINE,
  bottom: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};

/** Writes a table across the whole text area; `space.height` is what is left of the page where it begins (DXA). */
export function table(block: Table, space: { readonly width: number; readonly height: number }): DocxTable {
  const fit = fitTable(block, space.width, space.height);
  const slots = layOut([...block.head, ...block.body], block.widths.length);
  const rows = slots.map((row, index) => {
    const head = index < block.head.length;
    // The head keeps to the first row of the body, and a total is not left alone on the next page.
    const keepNext = head || index === slots.length - 2;
    const height = Math.max(fit.rowHeight, fit.headHeights[index] ?? 0);
    return tableRow(row, fit, { head, keepNext, height });
  });
  return new DocxTable({
    rows,
    width: { size: space.width, type: WidthType.DXA },
    columnWidths: fit.widths,
    layout: TableLayoutType.FIXED,
    borders: GRID_LINES,
    margins: {
      top: fit.leading,
      bottom: fit.leading,
      left: fit.padding,
      right: fit.padding,
      marginUnitType: WidthType.DXA,
    },
  });
}

interface RowLook {
  readonly head: boolean;
  readonly keepNext: boolean;
  readonly height: number;
}

function tableRow(slots: readonly Slot[], fit: TableFit, { head, keepNext, height }: RowLook): TableRow {
  return new TableRow({
    children: slots.map((slot) => tableCell(slot, fit)),
    tableHeader: head,
    cantSplit: true,
    keepNext,
    height: { value: height, rule: HeightRule.ATLEAST },
  });
}

/** Vertical merges are written cell by cell: left to itself the library drops a row that has no cell of its own. */
function tableCell({ cell, column, continued }: Slot, fit: TableFit): TableCell {
  const merge = continued ? VerticalMergeType.CONTINUE : cell.rowSpan > 1 ? VerticalMergeType.RESTART : undefined;
  return new TableCell({
    width: { size: spanWidth(fit.widths, column, cell.columnSpan), type: WidthType.DXA },
    ...(cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
    ...(merge ? { verticalMerge: merge } : {}),
    ...(cell.border ? {} : { borders: { top: NO_LINE, left: NO_LINE, right: NO_LINE, bottom: LINE } }),
    verticalAlign: VerticalAlignTable.CENTER,
    children: [cellParagraph(cell, continued, fit)],
  });
}

function cellParagraph(cell: Cell, continued: boolean, fit: TableFit): Paragraph {
  return new Paragraph({
    style: tableTextStyle(fit.size),
    ...(cell.align === 'left' ? {} : { alignment: ALIGNMENTS[cell.align] }),
    ...(cell.indent > 0 ? { indent: { left: cell.indent * INDENT } } : {}),
    children: continued ? [] : inlineRuns(cell.inlines, { bold: cell.bold }),
  });
}
