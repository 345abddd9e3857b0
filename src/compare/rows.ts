/** The tables of the data as rows and columns again. */
import { nameKey } from '../vocabulary/names.js';
import type { DataRow } from '../writers/data/fields.js';

export interface ComparedRow {
  /** 预算单位, '' where the table has none. */
  readonly unit: string;
  readonly code: string;
  readonly name: string;
  /** A project under a code: the code tells what it is spent on, not which project it is. */
  readonly isUnderCode: boolean;
  readonly cells: ReadonlyMap<string, DataRow>;
}

export interface DataTable {
  readonly number: string;
  readonly title: string;
  /** In the order of the table. */
  readonly columns: readonly string[];
  readonly rows: readonly ComparedRow[];
}

interface Building {
  readonly number: string;
  readonly title: string;
  readonly columns: Set<string>;
  readonly rows: (ComparedRow & { readonly cells: Map<string, DataRow>; readonly label: string })[];
}

/** By title, in the order of the document. A row without words and amounts is none. */
export function tablesOf(cells: readonly DataRow[]): DataTable[] {
  const hasOtherNames = codesOfSeveralNames(cells);
  const tables = new Map<string, Building>();
  for (const cell of cells) {
    const { table: number = '', title = '', column = '' } = cell;
    const table = tables.get(title) ?? { number, title, columns: new Set(), rows: [] };
    tables.set(title, table);
    table.columns.add(column);
    const { unit = '', code = '', name = '', row: label = '' } = cell;
    const last = table.rows.at(-1);
    if (last && last.label === label && last.code === code && last.unit === unit && !last.cells.has(column))
      last.cells.set(column, cell);
    else {
      const isProject = isUnderCode(cell) || hasOtherNames.has(code);
      table.rows.push({ unit, code, name, isUnderCode: isProject, label, cells: new Map([[column, cell]]) });
    }
  }
  return [...tables.values()].map(({ columns, rows, ...table }) => ({
    ...table,
    columns: [...columns],
    rows: rows.filter(
      ({ name, cells: own }) => name !== '' || [...own.values()].some(({ value = '' }) => value !== ''),
    ),
  }));
}

/** `206 04 04 科技成果转化与扩散 高新技术企业奖补资金`: between code and name stands the name of the code. */
const isUnderCode = ({ row = '', code = '', name = '' }: DataRow): boolean =>
  code !== '' && row.replace(/^[\d\s]+/, '') !== name;

/** Where a table leaves the name of the code out, a project stands beside the code as its name would. */
function codesOfSeveralNames(cells: readonly DataRow[]): ReadonlySet<string> {
  const names = new Map<string, string>();
  const several = new Set<string>();
  for (const cell of cells) {
    const { code = '', name = '' } = cell;
    if (code === '' || name === '' || isUnderCode(cell)) continue;
    if (!names.has(code)) names.set(code, nameKey(name));
    else if (names.get(code) !== nameKey(name)) several.add(code);
  }
  return several;
}
