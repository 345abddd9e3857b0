/** Binding one form sheet: 项目 | 内容 | 填写说明, fields found by the text of their 项目 cell. */
import { type Finding, finding } from '../../diagnostics/finding.js';
import type { CellRef } from '../../vocabulary/cells.js';
import { nameKey, nearest } from '../../vocabulary/names.js';
import type { Merge, RawCell, RawSheet } from '../../workbook/cells.js';
import { formHeaders } from '../../workbook/layout/lists.js';
import type { Cell, FormSheet } from '../../workbook/layout/types.js';
import { sheetPlace } from './locate.js';
import { MergedCells } from './merged.js';
import { type FormHeader, unreadInForm } from './unreadForm.js';
import { type ReadingContext, readValue } from './value.js';

const [labelHeader, valueHeader, helpHeader] = formHeaders;

export interface BoundForm {
  readonly fields: Readonly<Record<string, Cell<unknown> | undefined>>;
  /** Where the answer of each field that was found stands, or would. */
  readonly places: ReadonlyMap<string, CellRef>;
  readonly findings: readonly Finding[];
}

interface FieldCells {
  readonly label: RawCell;
  readonly valueColumn: number;
  readonly value: RawCell | undefined;
  /** Of which the value's cell is a part without being its first. */
  readonly merge: Merge | undefined;
}

function headerOf(raw: RawSheet): FormHeader | undefined {
  for (const [row, cells] of raw.rows) {
    const texts = [...cells.values()];
    const at = (header: string) => texts.find((cell) => nameKey(cell.text) === header)?.at.column;
    const label = at(labelHeader);
    const value = label === undefined ? undefined : at(valueHeader);
    if (label !== undefined && value !== undefined) return { row, label, value, help: at(helpHeader) };
  }
  return undefined;
}

function fieldsOf(raw: RawSheet, header: FormHeader, merged: MergedCells): FieldCells[] {
  const fields: FieldCells[] = [];
  for (const [row, cells] of raw.rows) {
    const label = row > header.row ? cells.get(header.label) : undefined;
    if (!label) continue;
    merged.enterRow(row);
    const merge = merged.covering(row, [header.value]);
    fields.push({ label, valueColumn: header.value, value: cells.get(header.value), merge });
  }
  return fields;
}

/** The fields that were found, and findings about those that are missing, twice there or in error. */
export function bindForm(form: FormSheet, raw: RawSheet, context: ReadingContext): BoundForm {
  const header = headerOf(raw);
  if (!header)
    return {
      fields: {},
      places: new Map(),
      findings: [finding('S09', { at: sheetPlace(raw.name), expected: labelHeader })],
    };
  const free = new Map<string, FieldCells>();
  const twice: Finding[] = [];
  const merged = new MergedCells(raw, header.row);
  for (const field of fieldsOf(raw, header, merged)) {
    const name = nameKey(field.label.text);
    const first = free.get(name);
    if (!first) free.set(name, field);
    else twice.push(finding('S14', { at: field.label.at, found: field.label.text.trim(), related: [first.label.at] }));
  }
  const fields: Record<string, Cell<unknown> | undefined> = {};
  const places = new Map<string, CellRef>();
  const findings: Finding[] = twice;
  const absent: string[] = [];
  const rowLabel = () => `“${form.name}”表`;
  for (const [key, column] of Object.entries(form.columns)) {
    const name = nameKey(column.header);
    const cells = free.get(name);
    free.delete(name);
    if (column.type.kind === 'display') continue;
    if (cells) places.set(key, { ...cells.label.at, column: cells.valueColumn });
    if (!cells) absent.push(column.header);
    else if (cells.merge) findings.push(...merged.findings(cells.merge, column.header));
    else if (cells.value) {
      const reading = readValue(cells.value, column, rowLabel, context);
      findings.push(...reading.findings);
      if (reading.value !== undefined) fields[key] = { value: reading.value, at: cells.value.at };
    } else if (column.required) {
      const at = places.get(key);
      findings.push(finding('C01', { at, row: rowLabel(), column: column.header, values: { help: column.help } }));
    }
  }
  const meant = new Set<RawCell>();
  for (const missing of absent) {
    const like = nearest(missing, [...free.keys()]);
    const at = (like !== undefined && free.get(like)?.label.at) || sheetPlace(raw.name);
    const values = { nearest: like === undefined ? '' : `，最接近的是“${like}”` };
    for (const cell of like === undefined ? [] : [free.get(like)?.label]) if (cell) meant.add(cell);
    findings.push(finding('S10', { at, expected: missing, values }));
  }
  findings.push(...unreadInForm(form, raw, header, meant));
  return { fields, places, findings };
}
