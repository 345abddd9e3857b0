/**
 * Tables: fixed layout, every width in DXA in the grid and in each cell (WPS and LibreOffice go by the grid), borders
 * thin and black.
 */

import { type Slot, spanWidth } from '../../document/grid.js';
import type { Align, Table, TreeCell } from '../../document/tree.js';
import { INDENT, type TableFit } from './fit.js';
import { plainText } from './fitTexts.js';
import { ALIGNMENTS, inlineRuns } from './paragraph.js';
import { tableTextStyle } from './styles.js';
import { loneEnd } from './titleLines.js';

const line = (side: string): string => `<w:${side} w:val="single" w:color="000000" w:sz="4" w:space="0"/>`;
const GRID_LINES = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('')}</w:tblBorders>`;
/** A caption cell: nothing but the line above the grid. */
const CAPTION_LINES = `<w:tcBorders><w:top w:val="nil"/><w:left w:val="nil"/>${line('bottom')}<w:right w:val="nil"/></w:tcBorders>`;

/** The end of a paragraph's properties by alignment. */
const JUSTIFIED: Readonly<Record<Align, string>> = {
  left: '</w:pPr>',
  center: `<w:jc w:val="${ALIGNMENTS.center}"/></w:pPr>`,
  right: `<w:jc w:val="${ALIGNMENTS.right}"/></w:pPr>`,
  justify: `<w:jc w:val="${ALIGNMENTS.justify}"/></w:pPr>`,
};

/** Writes a table as it was fitted to `width`, that of the text area (DXA). */
export function table(block: Table, fit: TableFit, width: number): string {
  const cells = fit.widths.map((width) => cellProperties(width, '') + textStyle(fit));
  const grid = fit.widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  let xml = `<w:tbl>${tableProperties(fit, width)}<w:tblGrid>${grid}</w:tblGrid>`;
  fit.slots.forEach((slots, index) => {
    const head = index < block.head.length;
    // The head is repeated on every page (FORM row-4). It keeps to the first row of the body, and a total is not left
    // alone on the next page.
    const keepNext = head || index === fit.slots.length - 2;
    xml += rowProperties(head, Math.max(fit.rowHeight, fit.headHeights[index] ?? 0));
    for (const slot of slots) {
      if (slot.cell.bar !== undefined) {
        xml += barCell(slot.cell.bar, fit.widths[slot.column] ?? 0, fit);
        continue;
      }
      xml += isPlain(slot) ? (cells[slot.column] ?? '') : cellStart(slot, fit);
      xml += cellText(slot, keepNext, fit);
    }
    xml += '</w:tr>';
  });
  return `${xml}</w:tbl>`;
}

function tableProperties({ leading, padding }: TableFit, width: number): string {
  const margin = (side: string, size: number) => `<w:${side} w:type="dxa" w:w="${size}"/>`;
  return (
    `<w:tblPr><w:tblW w:type="dxa" w:w="${width}"/>${GRID_LINES}<w:tblLayout w:type="fixed"/><w:tblCellMar>` +
    `${margin('top', leading)}${margin('left', padding)}${margin('bottom', leading)}${margin('right', padding)}</w:tblCellMar></w:tblPr>`
  );
}

function rowProperties(head: boolean, height: number): string {
  const header = head ? '<w:tblHeader/>' : '';
  return `<w:tr><w:trPr><w:cantSplit/>${header}<w:trHeight w:val="${height}" w:hRule="atLeast"/></w:trPr>`;
}

/** Whether a cell begins as all do that stand in its column alone. */
function isPlain({ cell, continued }: Slot): boolean {
  return cell.columnSpan === 1 && cell.rowSpan === 1 && cell.border && !continued;
}

/** What stands before a cell's text. A vertical merge is written in every row that it covers. */
function cellStart({ cell, column, continued }: Slot, fit: TableFit): string {
  const span = cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : '';
  const merge = continued ? '<w:vMerge w:val="continue"/>' : cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
  const width = spanWidth(fit.widths, column, cell.columnSpan);
  return cellProperties(width, `${span}${merge}${cell.border ? '' : CAPTION_LINES}`) + textStyle(fit);
}

function cellProperties(width: number, special: string): string {
  return `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>${special}<w:vAlign w:val="center"/></w:tcPr>`;
}

const textStyle = ({ size }: TableFit): string => `<w:p><w:pPr><w:pStyle w:val="${tableTextStyle(size)}"/>`;

/**
 * A bar is a paragraph with a ground, set in from the right: no drawing, so every program shows it. One of no length
 * has none.
 */
function barCell({ length, last }: NonNullable<TreeCell['bar']>, width: number, fit: TableFit): string {
  const room = Math.max(0, width - 2 * fit.padding);
  const drawn = Math.round(length * room);
  const ground = drawn > 0 ? `<w:shd w:val="clear" w:color="auto" w:fill="${last ? 'BBBBBB' : '4A6A96'}"/>` : '';
  const style = `${cellProperties(width, '')}${textStyle(fit)}`;
  return `${style}${ground}<w:ind w:right="${room - drawn}"/></w:pPr></w:p></w:tc>`;
}

function cellText({ cell, column, continued }: Slot, keepNext: boolean, { widths, padding, size }: TableFit): string {
  const left = cell.indent * INDENT;
  const short = continued
    ? 0
    : loneEnd(plainText(cell), size * 10, spanWidth(widths, column, cell.columnSpan) - 2 * padding - left);
  return (
    (keepNext ? '<w:keepNext/>' : '') +
    indents(left, short, cell.align) +
    JUSTIFIED[cell.align] +
    (continued ? '' : inlineRuns(cell.inlines, cell)) +
    '</w:p></w:tc>'
  );
}

/** `short`: what the lines are shorter by, from both sides in the middle, else from the far one. */
function indents(left: number, short: number, align: Align): string {
  if (short === 0) return left > 0 ? `<w:ind w:left="${left}"/>` : '';
  const near = align === 'center' ? Math.floor(short / 2) : align === 'right' ? short : 0;
  return `<w:ind${left + near > 0 ? ` w:left="${left + near}"` : ''} w:right="${short - near}"/>`;
}
