/** The workbook that imported files make: of their own year, or the next one's at once. */
import { type Difference, differenceKinds, differenceText } from '../audit/difference.js';
import type { Editions } from '../document/edition.js';
import { nextPlan } from '../import/next.js';
import { importPlan } from '../import/workbook.js';
import { placeText } from '../published/place.js';
import { type NextYear, nextEdition } from '../rollover/rollover.js';
import { safeFileName } from '../vocabulary/fileNames.js';
import type { ReportRow, WorkbookPlan } from '../workbook/write/index.js';
import { colours } from '../workbook/write/style.js';
import type { Intake } from './files.js';
import { proven, provenText } from './proof.js';

export interface IntakePlan {
  readonly plan: WorkbookPlan;
  readonly year: number;
  /** Of the file, without its ending. */
  readonly stem: string;
  /** The year that it was rolled over to; undefined where it was not. */
  readonly next: (NextYear & { readonly isThere: boolean }) | undefined;
  /** Where the document that the imported workbook gives differs from its source; undefined without a document. */
  readonly differences: readonly Difference[] | undefined;
}

/** `rollOver`: the workbook is that of the year after. Its first tab has the proof in it. */
export function intakePlan(
  { imported, matched, edition, source, document }: Intake,
  rollOver: boolean,
  editions: Editions,
): IntakePlan {
  const next = rollOver ? nextEdition(matched.year, editions) : undefined;
  const made = next
    ? nextPlan(imported, matched, edition, next, source)
    : importPlan(imported, matched, edition, source);
  const differences = document && proven(imported.draft, matched, edition, document);
  const plan = differences ? withProof(made, differences, next === undefined) : made;
  const year = next?.year ?? matched.year;
  return { plan, year, stem: safeFileName(`${year}年${matched.name}预算公开工作簿`), next, differences };
}

/** More would bury what has to be filled. */
const mostDifferences = 60;

/** `isListed`: each difference with its place; next year's workbook has only their number. */
function withProof(plan: WorkbookPlan, differences: readonly Difference[], isListed: boolean): WorkbookPlan {
  const { report } = plan;
  if (report === undefined) return plan;
  const row = (where: string, what: string, how: string): ReportRow => ({
    ...{ level: '请核对', colour: colours.inferred, where, what, how },
  });
  const listed = isListed ? differences.slice(0, mostDifferences) : [];
  const rows = listed.map((found) => {
    const { kind, place, published, expected } = found;
    const short = { ...found, published: excerpt(published), expected: excerpt(expected) };
    return row(excerpt(placeText(place)), differenceText(short), `生成的文档与原文核对：${differenceKinds[kind]}`);
  });
  const more = differences.length - rows.length;
  const rest = isListed && more > 0 ? [row('', `另有 ${more} 处差异没有列出`, '用 verify 命令列出全部')] : [];
  const lines = [...report.lines.slice(0, 2), provenText(differences), ...report.lines.slice(2)];
  return { ...plan, report: { ...report, lines, rows: [...report.rows, ...rows, ...rest] } };
}

const longest = 80;
const excerpt = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}……` : text);
