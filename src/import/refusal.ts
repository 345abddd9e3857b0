/** When a document gives no workbook. */
import type { PublishedDocument } from '../published/document.js';
import type { Match } from '../published/match/index.js';
import { distinctNames } from '../vocabulary/names.js';
import { officeCaptioned } from './caption.js';
import type { Proof } from './proof.js';

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

/** So many tables of an office: fewer are a slip of the pen in a caption. */
const fewestCaptions = 3;

/** Whose tables the document has, each as it is written; a name within another is the same office. */
function officesOf(document: PublishedDocument): string[] {
  const counts = new Map<string, number>();
  for (const name of textsOf(document).flatMap((text) => officeCaptioned(text) ?? []))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  return distinctNames([...counts].flatMap(([name, count]) => (count >= fewestCaptions ? [name] : [])));
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
  // a year that no title names is taken for the form's
  if (!match.yearIsKnown && match.year === match.edition.year)
    return '没有读到预算年度，请在文档开头写明（如“某局2026年单位预算公开”）再导入，';
  // of a workbook of tables, import asks for the unit
  return misreadReason(match, document, document.format === 'xlsx') ?? negativeReason(match, document);
}

/** Of the figures that were read, fewer than this share printed again says that what they are made of is not there. */
const fewestReproduced = 0.6;

/** Half of a document: its workbook would print less than what was read. As `refusal`. */
export function unprovenReason({ figures, reproduced }: Pick<Proof, 'figures' | 'reproduced'>): string | undefined {
  if (reproduced >= figures * fewestReproduced) return undefined;
  return `里读出 ${figures} 个数，由它们只能还原出其中 ${reproduced} 个：表不全，或者各表对不上，`;
}

const negative = /^[-－–−]\d[\d,，]*\.\d{2}$/;

/** A budget has no amounts below nothing; they would be read as none. */
function negativeReason({ tables }: Match, { blocks }: PublishedDocument): string | undefined {
  for (const { title, blocks: own } of tables)
    for (const at of own) {
      const block = blocks[at];
      const cells = block?.kind === 'table' ? block.rows.flatMap((row) => row.cells) : [];
      const found = cells.find(({ text }) => negative.test(text.trim()));
      if (found) return `的“${title}”里有负数“${found.text.trim()}”，预算金额不能小于零，请先改好，`;
    }
  return undefined;
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
  const offices = officesOf(document);
  if (offices.length > 1) return `里有“${offices.join('”“')}”几家的表，请每家一份文档分开导入，`;
  const unit = isUnitKnown ? undefined : otherUnit(document);
  if (unit !== undefined) return `的表注明“单位：${unit}”，只能读取以万元为单位的表，请先换算成万元，`;
  if (name === '') return '没有读到部门（单位）名称，';
  return undefined;
}
