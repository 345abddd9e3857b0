/** The formulas of `display` columns and their results, in functions that Excel, WPS and LibreOffice all have. */
import type { DisplayFormula } from '../layout/types.js';
import {
  type ContentRow,
  cached,
  columnOf,
  headerRow,
  type PlacedColumn,
  type PlacedForm,
  type PlacedTable,
  type Places,
  quoted,
  rangeOf,
  total,
} from './place.js';
import { exactNumber } from './values.js';

export interface Formula {
  readonly formula: string;
  /** What the formula gives for the content as written: the file is right before any program has calculated it. */
  readonly result: string | number;
}

export const unknownCode = '“科目名称”表中没有此编码';

/** `E4:G4`, or `E4,G4` when other columns stand between. */
function references(columns: readonly PlacedColumn[], row: number): string {
  const first = columns[0];
  const last = columns.at(-1);
  if (!first || !last) return '0';
  if (last.index - first.index === columns.length - 1) return `${first.letter}${row}:${last.letter}${row}`;
  return columns.map(({ letter }) => `${letter}${row}`).join(',');
}

function sumFormula(table: PlacedTable, keys: readonly string[], row: number, content: ContentRow): Formula {
  const columns = table.columns.filter(({ key }) => keys.includes(key));
  return sumOf(references(columns, row), columns, content);
}

/** The sum of some fields of a form, whose answers stand one below the other. */
export function fieldSum({ columns, fields }: PlacedForm, keys: readonly string[]): Formula {
  const summed = columns.filter(({ key }) => keys.includes(key));
  return sumOf(summed.map(({ letter, index }) => `${letter}${headerRow + index}`).join(','), summed, fields);
}

function sumOf(cells: string, columns: readonly PlacedColumn[], content: ContentRow): Formula {
  const headers = columns.map(({ column }) => column.header);
  const filled = headers.some((header) => exactNumber(content[header] ?? '') !== undefined);
  return {
    formula: `IF(COUNT(${cells})=0,"",SUM(${cells}))`,
    result: filled ? cached(total([content], headers)) : '',
  };
}

/** The last name at or above the row, once the row has been begun. */
function blockFormula(table: PlacedTable, key: string, row: number, content: ContentRow): Formula | undefined {
  const named = columnOf(table, key);
  const last = table.columns.at(-1)?.letter;
  const next = named && table.columns[named.index + 1]?.letter;
  if (!named || last === undefined || next === undefined) return undefined;
  const names = `${named.letter}$${headerRow + 1}:${named.letter}${row}`;
  const begun = `COUNTA(${named.letter}${row},${next}${row}:${last}${row})=0`;
  const above = table.rows.slice(0, row - headerRow).flatMap((one) => one[named.column.header] || []);
  const isBlank = Object.values(content).every((text) => text === '');
  return {
    formula: `IF(${begun},"",IFERROR(LOOKUP(2,1/(${names}<>""),${names}),""))`,
    result: isBlank ? '' : (above.at(-1) ?? ''),
  };
}

/** Name of a code with those of its 类 and 款: `行政运行（一般公共服务支出—政府办公厅（室）及相关机构事务）`. */
function codeNameResult(code: string, names: ReadonlyMap<string, string>): string {
  const bare = code.replaceAll(' ', '');
  if (bare === '') return '';
  const own = names.get(bare);
  if (own === undefined) return unknownCode;
  const parents = [3, 5].filter((digits) => digits < bare.length).map((digits) => names.get(bare.slice(0, digits)));
  return parents.length > 0 && parents.every((name) => name !== undefined) ? `${own}（${parents.join('—')}）` : own;
}

/** Codes are text here; one typed as a number still finds a text code, and the other way round. */
function codeNameFormula(cell: string, digits: number, codes: string, names: string): string {
  const bare = `SUBSTITUTE(${cell}," ","")`;
  const look = (key: string): string => `INDEX(${names},MATCH(${key},${codes},0))`;
  const parents = [3, 5].filter((count) => count < digits).map((count) => look(`LEFT(${bare},${count})`));
  const own = `IFERROR(${look(bare)},IFERROR(${look(`VALUE(${bare})`)},"${unknownCode}"))`;
  const full = parents.length > 0 ? `IFERROR(${look(bare)}&"（"&${parents.join('&"—"&')}&"）",${own})` : own;
  return `IF(${cell}="","",${full})`;
}

/** The name that 基本信息 says, once the row has been begun. Undefined where nothing but typing fills the cell. */
export function unitFormula(
  table: PlacedTable,
  placed: PlacedColumn,
  row: number,
  content: ContentRow,
  places: Places,
): Formula | undefined {
  const entity = places.get('entity');
  const field = entity && columnOf(entity, 'name');
  if (!placed.showsUnit || entity?.kind !== 'form' || !field) return undefined;
  const name = `${quoted(entity.sheet.name)}!$B$${headerRow + field.index}`;
  const others = table.columns.filter(({ key }) => key !== placed.key);
  const begun = `COUNTA(${references(
    others.filter(({ column }) => column.type.kind !== 'display'),
    row,
  )})`;
  const isBegun = Object.values(content).some((text) => text !== '');
  return {
    formula: `IF(${begun}*LEN(${name})=0,"",${name})`,
    result: isBegun ? (entity.fields[field.column.header] ?? '') : '',
  };
}

/** Code → name as the sheet 科目名称 will hold them. */
export function codeNames(places: Places): ReadonlyMap<string, string> {
  const placed = places.get('codes');
  const code = placed && columnOf(placed, 'code')?.column.header;
  const name = placed && columnOf(placed, 'name')?.column.header;
  if (placed?.kind !== 'table' || code === undefined || name === undefined) return new Map();
  const pairs = placed.rows.map((row) => [row[code] ?? '', row[name] ?? ''] as const);
  // MATCH takes the first of two rows with one code
  return new Map(pairs.toReversed());
}

/** Undefined where the workbook has no sheet 科目名称 to look into. */
export function displayFormula(
  display: DisplayFormula,
  table: PlacedTable,
  row: number,
  content: ContentRow,
  places: Places,
  names: ReadonlyMap<string, string>,
): Formula | undefined {
  if (display.show === 'sum') return sumFormula(table, display.columns, row, content);
  if (display.show === 'block') return blockFormula(table, display.column, row, content);
  const code = columnOf(table, display.code);
  const codes = rangeOf(places, 'codes', 'code');
  const namesRange = rangeOf(places, 'codes', 'name');
  if (!code || codes === undefined || namesRange === undefined) return undefined;
  const { type, header } = code.column;
  const digits = type.kind === 'functionCode' || type.kind === 'economicCode' ? Math.max(...type.digits) : 7;
  return {
    formula: codeNameFormula(`$${code.letter}${row}`, digits, codes, namesRange),
    result: codeNameResult(content[header] ?? '', names),
  };
}
