/** Drop-downs and input messages on the tabs of the copy that still lie as `yusuan new` laid them out. */
import type { Workbook } from 'exceljs';
import type { Edition } from '../document/edition.js';
import { locateColumns } from '../model/bind/locate.js';
import type { RawSheet, RawWorkbook } from '../workbook/cells.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import { listSheetName } from '../workbook/layout/lists.js';
import { listsOf } from '../workbook/write/lists.js';
import { firstRow, headerRow, type PlacedTable, placesOf } from '../workbook/write/place.js';
import { addValidation } from '../workbook/write/validation.js';

/** Blank rows below the filled ones that get drop-downs as well. */
const spareRows = 20;

/** Rows come in ascending order. */
const lastRow = (raw: RawSheet | undefined): number => Math.max(headerRow, [...(raw?.rows.keys() ?? [])].at(-1) ?? 0);

/** Header row and columns where our writer puts them; an office that inserted a column does without drop-downs. */
function liesAsWritten(raw: RawSheet, placed: PlacedTable): boolean {
  const located = locateColumns(raw, placed.sheet.columns);
  return (
    located.headerRow === headerRow &&
    placed.columns.every(({ key, index }) => {
      const position = located.positions.get(key);
      return position?.length === 1 && position[0] === index;
    })
  );
}

/** `known`: the sheets of the form by the names of their tabs. A tab that the office has rearranged gets none. */
export function restoreDropDowns(
  workbook: Workbook,
  raw: RawWorkbook,
  known: ReadonlyMap<string, SheetKey>,
  edition: Edition,
): void {
  if (!raw.sheets.some(({ name }) => name === listSheetName)) return;
  const tabOf = new Map([...known].map(([tab, key]) => [key, raw.sheets.find(({ name }) => name === tab)]));
  const rowsOf = (key: SheetKey) => Array.from({ length: lastRow(tabOf.get(key)) - headerRow }, () => ({}));
  const tables = edition.sheets.filter((key) => layout[key].kind === 'table');
  const places = placesOf({
    year: edition.year,
    kindLabel: '部门',
    sheets: edition.sheets,
    withoutColumns: edition.withoutColumns,
    partNumbers: edition.partNumbers(),
    content: Object.fromEntries(tables.map((key) => [layout[key].name, rowsOf(key)])),
    spareRows,
  });
  const asWritten = [...places.values()].every((placed) => {
    const tab = tabOf.get(placed.key);
    return tab?.name === placed.sheet.name && (placed.kind === 'form' || liesAsWritten(tab, placed));
  });
  // names and lists of one tab feed another: all of it lies as written, or none of it is trusted
  if (!asWritten) return;
  const lists = listsOf(places);
  for (const placed of places.values()) {
    const ws = workbook.getWorksheet(placed.sheet.name);
    if (!ws || placed.kind !== 'table') continue;
    for (const { key, column, letter } of placed.columns) {
      if (column.type.kind === 'display' || key === placed.sheet.prefilled) continue;
      const range = `${letter}${firstRow}:${letter}${placed.lastRow}`;
      addValidation(ws, { sheet: placed.key, key, column, range }, places, lists);
    }
  }
}
