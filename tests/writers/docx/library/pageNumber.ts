/**
 * The page number, — 1 —: right on odd pages and left on even ones, one blank character from the edge (GB/T 9704-2012).
 */

import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  PageNumber,
  Paragraph,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  WidthType,
} from 'docx';

/** One half-width blank character beside the page number: 14 pt. */
const BLANK_CHARACTER = 280;
const NONE = { style: BorderStyle.NIL };
const NO_BORDERS = { top: NONE, left: NONE, bottom: NONE, right: NONE };

export function pageNumber(side: 'odd' | 'even'): Paragraph {
  const odd = side === 'odd';
  return new Paragraph({
    style: 'Footer',
    alignment: odd ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: odd ? { right: BLANK_CHARACTER } : { left: BLANK_CHARACTER },
    children: [new TextRun({ font: { hint: 'eastAsia' }, children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}

/** Where the number of a turned page stands, from the page's corner, DXA. */
export interface NumberFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The number of a page that is turned to the left when bound: read from top to bottom along the page's left side. A
 * table of one cell that floats in its place, because a cell is what all programs can set in that direction.
 */
export function turnedPageNumber(side: 'odd' | 'even', { x, y, width, height }: NumberFrame): Table {
  const cell = new TableCell({
    children: [pageNumber(side)],
    textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
    width: { size: width, type: WidthType.DXA },
    borders: NO_BORDERS,
  });
  return new Table({
    rows: [new TableRow({ children: [cell], height: { value: height, rule: HeightRule.EXACT }, cantSplit: true })],
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: x,
      absoluteVerticalPosition: y,
    },
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    margins: { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA },
  });
}
