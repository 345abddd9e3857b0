/** Raw cells as an .xlsx file: what `Book` puts into cells, for what begins with a file. */
import { columnLetters } from '../../src/vocabulary/cells.js';
import type { RawCell, RawSheet, RawWorkbook } from '../../src/workbook/cells.js';
import { xlsx } from './xlsx.js';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Built-in formats; cell style n+1 has the n-th of them. */
const formats = { date: 14, percent: 10 } as const;
const styleOf = ({ display }: RawCell) => (display === 'plain' ? 0 : Object.keys(formats).indexOf(display) + 1);

const types: Readonly<Record<RawCell['kind'], string>> = {
  number: 'n',
  text: 'str',
  boolean: 'b',
  error: 'e',
  empty: 'n',
};

function cellXml(cell: RawCell): string {
  const formula = cell.formula === undefined ? '' : `<f>${escaped(cell.formula)}</f>`;
  const head = `<c r="${columnLetters(cell.at.column)}${cell.at.row}" s="${styleOf(cell)}"`;
  if (cell.kind === 'text' && cell.formula === undefined)
    return `${head} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`;
  const text = cell.kind === 'boolean' ? String(Number(cell.text === 'TRUE')) : cell.text;
  const value = cell.kind === 'empty' ? '' : `<v>${escaped(text)}</v>`;
  return `${head} t="${types[cell.kind]}">${formula}${value}</c>`;
}

function sheetOf({ name, hidden, rows, hiddenRows, hiddenColumns, merges }: RawSheet) {
  const lines = [...rows].map(
    ([row, cells]) =>
      `<row r="${row}"${hiddenRows.has(row) ? ' hidden="1"' : ''}>${[...cells.values()].map(cellXml).join('')}</row>`,
  );
  const columns = [...hiddenColumns].map((column) => `<col min="${column}" max="${column}" hidden="1"/>`);
  const ranges = merges.map(
    ({ at, lastRow, lastColumn }) =>
      `<mergeCell ref="${columnLetters(at.column)}${at.row}:${columnLetters(lastColumn)}${lastRow}"/>`,
  );
  return {
    name: escaped(name),
    rows: lines.join(''),
    before: columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '',
    after: ranges.length > 0 ? `<mergeCells>${ranges.join('')}</mergeCells>` : '',
    attributes: hidden ? 'state="hidden"' : '',
  };
}

/** The bytes of a file that reads as these cells. */
export const xlsxOf = ({ sheets, date1904 }: RawWorkbook): Uint8Array =>
  xlsx({
    sheets: sheets.map(sheetOf),
    formats: Object.values(formats),
    ...(date1904 ? { workbook: '<workbookPr date1904="1"/>' } : {}),
  });
