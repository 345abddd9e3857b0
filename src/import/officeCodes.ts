/** An office's own list of 政府收支分类科目: names come from it and from published documents, never from memory. */

import type { Edition, EditionCode } from '../document/edition.js';
import { nameKey } from '../vocabulary/names.js';
import type { RawSheet, RawWorkbook } from '../workbook/cells.js';

export interface OfficeCodes {
  /** By code: 3, 5 or 7 digits of the functional classification. */
  readonly functional: ReadonlyMap<string, string>;
  /** By code: 3 or 5 digits. */
  readonly economic: ReadonlyMap<string, string>;
  /** Rows of the list that were not used, each as a sentence without its full stop. */
  readonly notices: readonly string[];
}

const codeHeads = /^(科目|功能|支出|经济)*(分类)?(科目)?(编码|代码)$/;
/** Whether a head is that of a column of codes. */
export const isCodeHead = (text: string): boolean => codeHeads.test(nameKey(text));
const nameHeads = /^(科目|功能|支出|经济)*(分类)?(科目)?名称$/;
/** Rows of a sheet among which its head is looked for. */
const headRows = 10;

interface Head {
  readonly row: number;
  readonly code: number;
  readonly name: number;
}

function headOf({ rows }: RawSheet): Head | undefined {
  for (const [row, cells] of [...rows].slice(0, headRows)) {
    const at = (pattern: RegExp) => [...cells].find(([, { text }]) => pattern.test(nameKey(text)))?.[0];
    const [code, name] = [at(codeHeads), at(nameHeads)];
    if (code !== undefined && name !== undefined) return { row, code, name };
  }
  return undefined;
}

/** 301 to 399 of the economic classification have no counterpart in the functional one, which begins with 2. */
const isEconomic = (code: string): boolean => /^[35]/.test(code);

/** Why a row of the list is not used; '' for one that says again what is known, undefined for one that is used. */
function unusedReason(code: string, name: string, known: string | undefined): string | undefined {
  if (!/^\d{3}(\d{2}){0,2}$/.test(code)) return `编码“${code}”不是3位、5位或7位数字`;
  if (name === '') return `编码“${code}”没有名称`;
  if (known === undefined) return undefined;
  return known === name ? '' : `编码“${code}”前面已有名称“${known}”，这里写的是“${name}”`;
}

/** Undefined when no sheet has a column of codes and one of names. A row with neither a code nor a name is no entry. */
export function officeCodes(workbook: RawWorkbook): OfficeCodes | undefined {
  const functional = new Map<string, string>();
  const economic = new Map<string, string>();
  const notices: string[] = [];
  for (const sheet of workbook.sheets) {
    const head = headOf(sheet);
    if (head === undefined) continue;
    for (const [row, cells] of sheet.rows) {
      if (row <= head.row) continue;
      const code = (cells.get(head.code)?.text ?? '').replaceAll(/\s/g, '');
      const name = (cells.get(head.name)?.text ?? '').trim();
      if (code === '') continue;
      const names = isEconomic(code) ? economic : functional;
      const why = unusedReason(code, name, names.get(code));
      if (why === undefined) names.set(code, name);
      else if (why !== '') notices.push(`科目表“${sheet.name}”第${row}行没有用到：${why}`);
    }
  }
  return functional.size + economic.size === 0 ? undefined : { functional, economic, notices };
}

const listed = (category: EditionCode['category'], names: ReadonlyMap<string, string>): EditionCode[] =>
  [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, name]) => ({ category, code, name }));

/** The list as an edition has its codes. */
export const codesOf = ({ functional, economic }: OfficeCodes): EditionCode[] => [
  ...listed('功能分类', functional),
  ...listed('经济分类', economic),
];

/** The edition that attests what the office's list says, and its own codes besides; as it is where there is none. */
export function withOfficeCodes(edition: Edition, office: OfficeCodes | undefined): Edition {
  if (office === undefined) return edition;
  const own = codesOf(office);
  const known = new Set(own.map(({ category, code }) => category + code));
  const rest = edition.codes.filter(({ category, code }) => !known.has(category + code));
  return { ...edition, codes: [...own, ...rest] };
}
