/** Facts back to what an office would type: for the workbooks that follow from filled ones (rollover, merge). */

import type { CellRef } from '../vocabulary/cells.js';
import { exactText, type Money, type Quantity } from '../vocabulary/money.js';
import { labelOf, lineSeparator } from '../vocabulary/terms.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import type { AnyColumn, Cell, Columns } from '../workbook/layout/types.js';
import type { Content, ContentRow } from '../workbook/write/place.js';
import type { Facts } from './facts.js';

type BoundFields = Readonly<Record<string, Cell<unknown> | CellRef | undefined>>;

/** The text of a value: amounts exactly and in 元, whatever unit the workbook was kept in. */
export function typedText({ type }: AnyColumn, value: unknown): string {
  switch (type.kind) {
    case 'amount':
      return exactText(value as Money);
    case 'quantity':
      return exactText(value as Quantity);
    case 'choice':
      return labelOf(type.choices, String(value));
    default:
      return String(value).replaceAll(lineSeparator, '\n');
  }
}

function rowContent(columns: Columns, row: BoundFields): ContentRow {
  const entries = Object.entries(columns).flatMap(([key, column]) => {
    const cell = row[key];
    return cell && 'value' in cell ? [[column.header, typedText(column, cell.value)] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** The sheet's content as typed: the fields of a form, or the rows of a table. */
export function sheetContent(key: SheetKey, facts: Facts): ContentRow | readonly ContentRow[] {
  const sheet = layout[key];
  const bound: unknown = facts[key];
  if (sheet.kind === 'form') return rowContent(sheet.columns, bound as BoundFields);
  return (bound as readonly BoundFields[]).map((row) => rowContent(sheet.columns, row));
}

/** Rows of a table sheet as typed. */
export function tableContent(key: SheetKey, facts: Facts): readonly ContentRow[] {
  const content = sheetContent(key, facts);
  return Array.isArray(content) ? content : [];
}

/** Fields of a form sheet as typed. */
export function formContent(key: SheetKey, facts: Facts): ContentRow {
  const content = sheetContent(key, facts);
  return Array.isArray(content) ? {} : (content as ContentRow);
}

/** Every sheet of `sheets`. Amounts are in 元, so 金额单位 of 基本信息 must say 元: the caller sets it. */
export function contentOf(facts: Facts, sheets: readonly SheetKey[]): Content {
  return Object.fromEntries(sheets.map((key) => [layout[key].name, sheetContent(key, facts)]));
}
