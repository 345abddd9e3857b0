/** How the workbook looks: colours, fonts, widths, page. No content. */
import type { Borders, Cell, ConditionalFormattingRule, Fill, Font, Style, Worksheet } from 'exceljs';
import { textWidth } from '../../vocabulary/width.js';
import { type AnyColumn, columnNeed } from '../layout/types.js';

export const colours = {
  title: 'FF1F3864',
  requiredHeader: 'FF2F5597',
  expectedHeader: 'FF8EA9DB',
  optionalHeader: 'FFDAE3F3',
  displayHeader: 'FFD9D9D9',
  input: 'FFFFFBE6',
  missing: 'FFFFD8A8',
  inferred: 'FFD9EAF7',
  display: 'FFF2F2F2',
  line: 'FFBFBFBF',
  link: 'FF0563C1',
  muted: 'FF595959',
  wrong: 'FFC00000',
  right: 'FF2E7D32',
  white: 'FFFFFFFF',
  black: 'FF000000',
} as const;

export const fontName = '宋体';

/** Size in points, colour as ARGB. */
export const font = (size: number, colour: string = colours.black, bold = false): Partial<Font> => ({
  name: fontName,
  size,
  color: { argb: colour },
  ...(bold ? { bold } : {}),
});

/** One colour all over, as ARGB. */
export const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

const line = { style: 'thin', color: { argb: colours.line } } as const;
export const box: Partial<Borders> = { top: line, left: line, bottom: line, right: line };

/** How many lines a wrapped text takes in a column; a size below the default 11 gets more into a line. */
export function linesOf(text: string, width: number, size = 11): number {
  const room = (width * 11) / size;
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(textWidth(part) / room)), 0);
}

/** `columns`: how many the sheet has; where there are one or two, paragraphs get room. */
export function columnWidth(column: AnyColumn, columns: number): number {
  const header = Math.min(textWidth(column.header) + 4, 22);
  if (column.type.kind === 'longText' && columns <= 2) return 90;
  return Math.max(header, bodyWidth(column));
}

function bodyWidth({ type }: AnyColumn): number {
  switch (type.kind) {
    case 'amount':
      return 17;
    case 'count':
    case 'quantity':
    case 'year':
      return 10;
    case 'choice':
      return Math.min(Math.max(...Object.keys(type.choices).map(textWidth)) + 4, 28);
    case 'functionCode':
    case 'economicCode':
    case 'anyCode':
      return 15;
    case 'unitName':
      return 26;
    case 'projectName':
    case 'goalName':
      return 34;
    case 'longText':
      return 50;
    case 'display':
      return type.formula.show === 'sum' ? 17 : 42;
    default:
      return 26;
  }
}

/** A sheet's name. */
export function styleTitle(cell: Cell): void {
  cell.font = font(14, colours.title, true);
  cell.alignment = { vertical: 'middle' };
}

/** A sheet's help. */
export function styleHelp(cell: Cell): void {
  cell.font = font(10, colours.muted);
  cell.alignment = { vertical: 'middle', wrapText: true };
}

const headerColours = {
  自动: [colours.displayHeader, colours.muted],
  必填: [colours.requiredHeader, colours.white],
  应填: [colours.expectedHeader, colours.black],
  选填: [colours.optionalHeader, colours.black],
} as const;

/** A column's header, by how much the column is needed; `undefined` for headers of no column. */
export function styleHeader(cell: Cell, column: AnyColumn | undefined): void {
  const [ground, ink] = headerColours[column ? columnNeed(column) : '选填'];
  cell.fill = fill(ground);
  cell.font = font(11, ink, true);
  cell.border = box;
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
}

/** A link within the workbook. */
export function styleLink(cell: Cell): void {
  cell.font = { ...font(10, colours.link), underline: true };
  cell.alignment = { vertical: 'middle', indent: 1 };
}

/** A format that holds while `formula` (written for the first cell of the range) is true. */
export const whenTrue = (formula: string, priority: number, style: Partial<Style>): ConditionalFormattingRule => ({
  type: 'expression',
  priority,
  formulae: [formula],
  style,
});

export const missingStyle: Partial<Style> = {
  fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: colours.missing } },
};

export interface PageOptions {
  readonly titleRows?: string;
  readonly onePage?: boolean;
  /** Pages side by side, where one would be too small to read. */
  readonly pagesWide?: number;
  /** Columns repeated on the pages to the right, e.g. `A:B`. */
  readonly titleColumns?: string;
}

/** A4 landscape takes about 130 of Excel's units; this many still print at 6 pt. */
const readableWidth = 220;

/** How many pages wide a sheet is printed, 1 to 3; `width` in Excel’s units (characters). */
export const pagesFor = (width: number): number => Math.min(3, Math.max(1, Math.ceil(width / readableWidth)));

/** A4 landscape, fitted to the width, titles repeated, sheet name and page number at the foot. */
export function setUpPage(ws: Worksheet, options: PageOptions): void {
  const { titleRows, titleColumns, onePage = false, pagesWide = 1 } = options;
  Object.assign(ws.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: pagesWide,
    fitToHeight: onePage ? 1 : 0,
    horizontalCentered: pagesWide === 1,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(titleRows ? { printTitlesRow: titleRows } : {}),
    ...(titleColumns && pagesWide > 1 ? { printTitlesColumn: titleColumns } : {}),
  });
  ws.headerFooter.oddFooter = '&L&A&R第 &P 页，共 &N 页';
}

/** Protection without a password: it guards against slips, not against the office. */
export async function protect(ws: Worksheet): Promise<void> {
  await ws.protect('', {
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    deleteRows: true,
    sort: true,
    autoFilter: true,
  });
}
