/** Which 预算单位 a row of a table belongs to: tables name it once, in a row of its own above. */
import { nameKey } from '../../vocabulary/names.js';
import type { DataRow } from './fields.js';

const isTotal = (name: string): boolean => /^[合总]\s*计$/.test(name);

/** `rows`: cells of all tables in order; `names`: what the document prints as names of units in rows of their own. */
export function withUnits(rows: readonly DataRow[], names: readonly string[]): DataRow[] {
  const keys = new Set(names.map(nameKey));
  let unit = '';
  let table: string | undefined;
  return rows.map((row) => {
    const { title = '', code = '', name = '' } = row;
    if (title !== table || isTotal(name)) unit = '';
    if (code === '' && keys.has(nameKey(name))) unit = name;
    table = title;
    return { ...row, unit };
  });
}
