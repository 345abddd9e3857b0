/** The cells of a form sheet that no field has taken (see unread.ts). */
import { type Finding, finding } from '../../diagnostics/finding.js';
import { nameKey } from '../../vocabulary/names.js';
import type { RawCell, RawSheet } from '../../workbook/cells.js';
import type { AnyColumn, FormSheet } from '../../workbook/layout/types.js';
import { isFigure } from './figure.js';
import { aboveHeader, besideFindings, overwritten, span } from './unread.js';

/** Where the columns of a form stand. */
export interface FormHeader {
  readonly row: number;
  readonly label: number;
  readonly value: number;
  /** 填写说明; undefined when the office took it out. */
  readonly help: number | undefined;
}

/** `told`: labels that an error has been made of already. */
export function unreadInForm(
  form: FormSheet,
  raw: RawSheet,
  header: FormHeader,
  told: ReadonlySet<RawCell>,
): Finding[] {
  const fields = new Map(Object.values<AnyColumn>(form.columns).map((column) => [nameKey(column.header), column]));
  const isData = (cells: readonly RawCell[]) => cells.some((cell) => fields.has(nameKey(cell.text)));
  const used = [header.label, header.value, header.help].filter((column) => column !== undefined);
  const findings = [
    ...aboveHeader(raw, header.row, form, isData),
    ...besideFindings(raw, header.row, form, new Set(used)),
  ];
  for (const [row, cells] of raw.rows) {
    if (row <= header.row) continue;
    const label = cells.get(header.label);
    if (label && told.has(label)) continue;
    const field = label && fields.get(nameKey(label.text));
    findings.push(...(field ? besideField(field, cells, header) : besideNoField(label, cells, header)));
  }
  return findings;
}

/** Beside one of the layout's fields its help is decoration; a figure in its place, or over a total, is none. */
function besideField(field: AnyColumn, cells: ReadonlyMap<number, RawCell>, header: FormHeader): Finding[] {
  const [value, help] = [cells.get(header.value), header.help === undefined ? undefined : cells.get(header.help)];
  const shown = field.type.kind === 'display' && value !== undefined && value.formula === undefined ? [value] : [];
  return [...overwritten(shown, field.header), ...(help && isFigure(help) ? [outside([help], 'S15')] : [])];
}

/** A row of the office's own; its label may be told, what stands beside it is named. */
function besideNoField(label: RawCell | undefined, cells: ReadonlyMap<number, RawCell>, header: FormHeader): Finding[] {
  const beside = [header.value, header.help].flatMap((column) => (column && cells.get(column)) || []);
  if (label && !isFigure(label)) {
    const values = { cells: beside.length > 0 ? `（${span(beside)}）` : '' };
    const told = finding('S11', { at: label.at, found: label.text.trim(), values });
    return beside.some(isFigure) ? [outside(beside, 'S22')] : [told];
  }
  const all = label ? [label, ...beside] : beside;
  if (all.length === 0) return [];
  return [outside(all, all.some(isFigure) ? 'S15' : 'S18')];
}

const outside = (cells: readonly RawCell[], code: 'S15' | 'S18' | 'S22'): Finding =>
  finding(code, { at: cells[0]?.at, values: { cells: span(cells) } });
