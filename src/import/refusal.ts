/** When a document gives no workbook. */
import type { PublishedDocument } from '../published/document.js';
import type { Match } from '../published/match/index.js';

/** Of the tables of the form, fewer than this share says that half of the document is not there. */
const fewestTables = 0.6;

/** Titles of the form's parts, with the year that they name. */
const titles = /(20\d{2})年[^，。；]{0,40}(预算公开|概况|预算公开表|预算情况说明)$/;
/** Longer ones are sentences. */
const longestTitle = 60;

const textsOf = ({ blocks }: PublishedDocument): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.text]
      : block.rows.slice(0, captionRows).flatMap(({ cells }) => cells.map(({ text }) => text)),
  );
/** Rows of a table in which the unit of its amounts may stand. */
const captionRows = 3;

function yearsOf(document: PublishedDocument): string[] {
  const years = textsOf(document).flatMap((text) => {
    const short = text.replaceAll(/\s/g, '');
    return short.length <= longestTitle ? (titles.exec(short)?.[1] ?? []) : [];
  });
  return [...new Set(years)].sort();
}

/** Amounts in another unit than 万元 would all be read wrongly. */
const otherUnit = (document: PublishedDocument): string | undefined =>
  textsOf(document).flatMap((text) => /单位[：:](元|百元|千元|亿元)/.exec(text.replaceAll(/\s/g, ''))?.[1] ?? [])[0];

/** Why, as the rest of a sentence that begins with the file's name; undefined when there is no reason. */
export function refusal(match: Match, document: PublishedDocument): string | undefined {
  const { tables, values } = match;
  const found = tables.filter((table) => table.blocks.length > 0).length;
  if (document.blocks.length === 0 || values.length === 0 || found === 0)
    return '不像是部门（单位）预算公开文档，没有读出表样中的任何一张表，';
  if (document.format !== 'xlsx' && found < tables.length * fewestTables)
    return `只找到表样 ${tables.length} 张表中的 ${found} 张，不是一份完整的公开文档，`;
  // of a workbook of tables, import asks for the unit
  return misreadReason(match, document, document.format === 'xlsx');
}

/**
 * Why its amounts, its year or whose they are would be taken for what they are not; as `refusal`. `isUnitKnown`:
 * amounts in another unit than 万元 have been seen to.
 */
export function misreadReason(
  { name }: Pick<Match, 'name'>,
  document: PublishedDocument,
  isUnitKnown = false,
): string | undefined {
  const years = yearsOf(document);
  if (years.length > 1) return `的标题里有 ${years.join('、')} 几个年度，不知道是哪一年的，`;
  const unit = isUnitKnown ? undefined : otherUnit(document);
  if (unit !== undefined) return `的表注明“单位：${unit}”，只能读取以万元为单位的表，请先换算成万元，`;
  if (name === '') return '没有读到部门（单位）名称，';
  return undefined;
}
