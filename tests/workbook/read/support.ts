/** Reading in tests: the one sheet's cells by address, or the codes of what was found. */
import { address } from '../../../src/vocabulary/cells.js';
import type { RawCell, RawWorkbook } from '../../../src/workbook/cells.js';
import { readWorkbook } from '../../../src/workbook/read/index.js';
import { type XlsxSpec, xlsx } from '../../support/xlsx.js';

export function readOrFail(bytes: Uint8Array): RawWorkbook {
  const result = readWorkbook(bytes, '预算.xlsx');
  if (!result.ok) throw new Error(result.findings.map((f) => `${f.code} ${f.message}`).join('\n'));
  return result.workbook;
}

export function cellsOf(workbook: RawWorkbook, sheet = 0): Record<string, RawCell> {
  const rows = workbook.sheets[sheet]?.rows ?? new Map();
  const cells = [...rows.values()].flatMap((row) => [...row.values()]);
  return Object.fromEntries(cells.map((cell) => [address(cell.at), cell]));
}

/** The cells of a one-sheet book with these rows. */
export const cellsIn = (rows: string, spec: XlsxSpec = {}): Record<string, RawCell> =>
  cellsOf(readOrFail(xlsx({ sheets: [{ name: '表一', rows }], ...spec })));

export function findingsOf(bytes: Uint8Array, fileName = '预算.xlsx') {
  const result = readWorkbook(bytes, fileName);
  return result.ok ? [] : result.findings;
}

/** Code and place: `F27 表一!B2`. */
export const codesOf = (bytes: Uint8Array, fileName?: string): string[] =>
  findingsOf(bytes, fileName).map(({ code, at }) =>
    at ? `${code} ${at.sheet}!${at.row > 0 ? address(at) : ''}` : code,
  );
