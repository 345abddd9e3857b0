/** How the sheets of several workbooks become one: rows one after another, sums, or each key once. */
import { nameKey } from '../vocabulary/names.js';
import type { SheetKey } from '../workbook/layout/layout.js';
import type { ContentRow } from '../workbook/write/index.js';
import {
  addedHeaders,
  allParts,
  compact,
  fieldsOf,
  headerOf,
  type Part,
  type Parts,
  rowsOf,
  sumTexts,
} from './part.js';

/** The rows of a sheet in all workbooks, those of 本级 first. */
export const stacked = (parts: Parts, key: SheetKey): ContentRow[] =>
  allParts(parts).flatMap((part) => rowsOf(part, key));

/** Of what is told from others by these columns, in whatever spelling. */
const idOf = (row: ContentRow, headers: readonly string[]): string =>
  JSON.stringify(headers.map((header) => nameKey(row[header] ?? '')));

/**
 * Rows of one key as one: numbers add up exactly, texts are those of the first workbook that has the row (本级 first).
 */
export function summedRows(parts: Parts, key: SheetKey, by: readonly string[]): ContentRow[] {
  const groups = new Map<string, ContentRow[]>();
  for (const row of stacked(parts, key)) {
    const id = idOf(row, by);
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return [...groups.values()].map((rows) => {
    const sums = addedHeaders(key).map((header) => [header, sumTexts(rows.map((row) => row[header]))] as const);
    return compact({ ...rows[0], ...Object.fromEntries(sums) });
  });
}

/** The fields of a form: numbers add up exactly, the rest is 本级's. */
export function summedForm(parts: Parts, key: SheetKey): ContentRow {
  const fields = allParts(parts).map((part) => fieldsOf(part, key));
  const sums = addedHeaders(key).map((header) => [header, sumTexts(fields.map((one) => one[header]))] as const);
  return compact({ ...fields[0], ...Object.fromEntries(sums) });
}

/** Each key once, as the first workbook that has it says. */
export function onceEach(parts: Parts, key: SheetKey, by: readonly string[]): ContentRow[] {
  const first = new Map<string, ContentRow>();
  for (const row of stacked(parts, key)) if (!first.has(idOf(row, by))) first.set(idOf(row, by), row);
  return [...first.values()];
}

/** 基本支出（经济） with its 预算单位: where a workbook of one unit leaves it blank, that unit. */
export function economicRows(parts: Parts): ContentRow[] {
  const unit = headerOf('basicByEconomic', 'unit');
  const withUnit = (part: Part) => {
    const [only, second] = part.facts.units;
    const name = only && !second ? only.name.value : undefined;
    return rowsOf(part, 'basicByEconomic').map((row) => compact({ ...row, [unit]: row[unit] ?? name }));
  };
  return allParts(parts).flatMap(withUnit);
}

/** The units of all workbooks; only 本级's own unit is 本级. */
export function unitRows({ own, others }: Parts): ContentRow[] {
  const header = headerOf('units', 'own');
  return [
    ...rowsOf(own, 'units'),
    ...others.flatMap((part) => rowsOf(part, 'units').map((row) => ({ ...row, [header]: '否' }))),
  ];
}

/** Order numbers that two workbooks share are given anew: 本级's first, then unit by unit, each in its own order. */
export function renumbered(rowsByPart: readonly (readonly ContentRow[])[], header: string): ContentRow[] {
  const used = rowsByPart.flatMap((rows) => rows.flatMap((row) => row[header] ?? []));
  if (new Set(used).size === used.length) return rowsByPart.flat();
  let next = 0;
  return rowsByPart.flatMap((rows) => {
    const old = rows.flatMap((row) => row[header] ?? []).sort((a, b) => Number(a) - Number(b));
    const start = next;
    next += old.length;
    return rows.map((row) => {
      const number = row[header];
      return number === undefined ? row : { ...row, [header]: String(start + old.indexOf(number) + 1) };
    });
  });
}
