/** Names of codes, from the workbook's own sheet 科目名称 (so that a document can be made again years later). */
import type { Facts } from '../../model/facts.js';
import type { CodeCategory } from '../../vocabulary/terms.js';

export type NameOf = (category: CodeCategory, code: string) => string;

/** Codes without a name are refused by the checks (R02); here they would be our mistake. */
export function namesOf(facts: Facts): NameOf {
  const names = new Map(facts.codes.map((row) => [`${row.category.value}${row.code.value}`, row.name.value]));
  return (category, code) => {
    const name = names.get(`${category}${code}`);
    if (name === undefined) throw new Error(`no name for code ${category} ${code}`);
    return name;
  };
}

/** The values in ascending order, each once. */
export const distinctSorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

/** `2150501` → 类 `215`, 款 `05`, 项 `01` as the code columns print them. */
export const codeParts = (code: string) => ({
  class: code.slice(0, 3),
  group: code.slice(3, 5),
  item: code.slice(5, 7),
});
