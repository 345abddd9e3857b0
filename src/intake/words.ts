/** What is said of an import, on a terminal and in the page. */
import type { Difference } from '../audit/difference.js';
import { amountsText, countsOf } from '../import/report.js';
import { noFormYetText } from '../rollover/rollover.js';
import type { Intake } from './files.js';
import { provenText } from './proof.js';
import type { IntakePlan } from './workbook.js';

export interface IntakeWords {
  /** Whose workbook it is, and of which year. */
  readonly title: string;
  /** What must be known before it is used, in sentences. */
  readonly notices: readonly string[];
  /** What was read, and how it was proven. */
  readonly lines: readonly string[];
}

/** `found`: what the document that the workbook gives has otherwise; undefined where nothing is held against it. */
export function intakeWords(
  { matched, imported, notices }: Intake,
  { year: made, next, plan }: IntakePlan,
  found: readonly Difference[] | undefined,
): IntakeWords {
  const { year, kind, name, yearIsKnown, edition } = matched;
  const { draft, proof } = imported;
  const { printed, inferred, missing } = countsOf(draft);
  const coloured = next ? '' : '（已着色并附批注）';
  const toDo = plan.report?.rows.length ?? 0;
  return {
    title: `${made}年${kind} ${name}${next ? `，由${year}年公开文档结转` : ''}`,
    notices: [
      ...(yearIsKnown ? [] : [`没有${year}年的表样，按${edition.year}年的表样读取。`]),
      ...(next && !next.isThere ? [noFormYetText(next)] : []),
      ...notices,
    ],
    lines: [
      `${next ? '读出的单元格' : '单元格'}：照原文 ${printed} 个，推定 ${inferred} 个，未公开待填 ${missing} 个${coloured}`,
      `核对：原文的数 ${proof.figures} 个，重新印出相同的 ${proof.reproduced} 个；文字 ${proof.texts} 处，相同的 ${proof.textsReproduced} 处`,
      ...(found ? [provenText(found)] : []),
      amountsText(imported),
      ...(proof.conflicts.length > 0 ? [`原文前后不一致的有 ${proof.conflicts.length} 处`] : []),
      `“导入说明”表按重要程度列出了 ${toDo} 项，请逐项处理`,
    ],
  };
}
