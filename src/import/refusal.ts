/** When a document gives no workbook. */
import type { PublishedDocument } from '../published/document.js';
import type { Match } from '../published/match/index.js';

/** Of the tables of the form, fewer than this share says that half of the document is not there. */
const fewestTables = 0.6;

/** Why, as the rest of a sentence that begins with the file's name; undefined when there is no reason. */
export function refusal({ tables, values, name }: Match, { blocks }: PublishedDocument): string | undefined {
  const found = tables.filter((table) => table.blocks.length > 0).length;
  if (blocks.length === 0 || values.length === 0 || found === 0)
    return '不像是部门（单位）预算公开文档，没有读出表样中的任何一张表，';
  if (found < tables.length * fewestTables)
    return `只找到表样 ${tables.length} 张表中的 ${found} 张，不是一份完整的公开文档，`;
  if (name === '') return '没有读到部门（单位）名称，';
  return undefined;
}
