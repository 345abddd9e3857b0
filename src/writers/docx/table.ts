/** Tables: fixed layout, every width in DXA in the grid and in each cell (WPS and LibreOffice go by the grid), borders thin and black. */

import type { Cell, Table } from '../../document/tree.js';
import { fitTable, INDENT, type TableFit } from './fit.js';
import { layOut, type Slot, spanWidth } from './grid.js';
import { ALIGNMENTS, inlineRuns } from './paragraph.js';
import { tableTextStyle } from './styles.js';

const line = (side: string): string => `<w:${side} w:val="single" w:color="000000" w:sz="4" w:space="0"/>`;
const GRID_LINES = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('')}</w:tblBorders>`;
/** A caption cell: nothing but the line above the grid. */
const CAPTION_LINES = `<w:tcBorders><w:top w:val="nil"/><w:left w:val="nil"/>${line('bottom')}<w:right w:val="nil"/></w:tcBorders>`;

/** Writes a table across the whole text area; `space.height` is what is left of the page where it begins, `space.page` what a page has (DXA). */
export function table(
  block: Table,
  space: { readonly width: number; readonly height: number; readonly page: number },
): string {
  const fit = fitTable(block, space.width, space.height, space.page);
  const slots = layOut([...block.head, ...block.body], block.widths.length);
  let rows = '';
  for (let index = 0; index < slots.length; index += 1) {
    const head = index < block.head.length;
    // The head keeps to the first row of the body, and a total is not left alone on the next page.
    const keepNext = head || index === slots.length - 2;
    const height = Math.max(fit.rowHeight, fit.headHeights[index] ?? 0);
    rows += tableRow(slots[index] ?? [], fit, { head, keepNext, height });
  }
  const grid = fit.widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl>${tableProperties(fit, space.width)}<w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`;
}

function tableProperties({ leading, padding }: TableFit, width: number): string {
  const margin = (side: string, size: number) => `<w:${side} w:type="dxa" w:w="${size}"/>`;
  return (
    `<w:tblPr><w:tblW w:type="dxa" w:w="${width}"/>${GRID_LINES}<w:tblLayout w:type="fixed"/><w:tblCellMar>` +
    `${margin('top', leading)}${margin('left', padding)}${margin('bottom', leading)}${margin('right', padding)}</w:tblCellMar></w:tblPr>`
  );
}

interface RowLook {
  readonly head: boolean;
  readonly keepNext: boolean;
  readonly height: number;
}

function tableRow(slots: readonly Slot[], fit: TableFit, { head, keepNext, height }: RowLook): string {
  const header = head ? '<w:tblHeader/>' : '<w:tblHeader w:val="off"/>';
  let cells = '';
  for (const slot of slots) cells += tableCell(slot, fit, keepNext);
  return `<w:tr><w:trPr><w:cantSplit/>${header}<w:trHeight w:val="${height}" w:hRule="atLeast"/></w:trPr>${cells}</w:tr>`;
}

/** A vertical merge is written in every row that it covers. */
function tableCell({ cell, column, continued }: Slot, fit: TableFit, keepNext: boolean): string {
  const merge = continued ? '<w:vMerge w:val="continue"/>' : cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
  return (
    `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${spanWidth(fit.widths, column, cell.columnSpan)}"/>` +
    (cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : '') +
    `${merge}${cell.border ? '' : CAPTION_LINES}<w:vAlign w:val="center"/></w:tcPr>` +
    `${cellParagraph(cell, continued, fit, keepNext)}</w:tc>`
  );
}

function cellParagraph(cell: Cell, continued: boolean, fit: TableFit, keepNext: boolean): string {
  return (
    `<w:p><w:pPr><w:pStyle w:val="${tableTextStyle(fit.size)}"/>${keepNext ? '<w:keepNext/>' : '<w:keepNext w:val="false"/>'}` +
    (cell.indent > 0 ? `<w:ind w:left="${cell.indent * INDENT}"/>` : '') +
    (cell.align === 'left' ? '' : `<w:jc w:val="${ALIGNMENTS[cell.align]}"/>`) +
    `</w:pPr>${continued ? '' : inlineRuns(cell.inlines, { bold: cell.bold })}</w:p>`
  );
}
