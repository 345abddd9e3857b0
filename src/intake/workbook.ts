/** The workbook that imported files make: of their own year, or the next one's at once. */
import type { Editions } from '../document/edition.js';
import { nextPlan } from '../import/next.js';
import { importPlan } from '../import/workbook.js';
import { type NextYear, nextEdition } from '../rollover/rollover.js';
import { safeFileName } from '../vocabulary/fileNames.js';
import type { WorkbookPlan } from '../workbook/write/index.js';
import type { Intake } from './files.js';

export interface IntakePlan {
  readonly plan: WorkbookPlan;
  readonly year: number;
  /** Of the file, without its ending. */
  readonly stem: string;
  /** The year that it was rolled over to; undefined where it was not. */
  readonly next: (NextYear & { readonly isThere: boolean }) | undefined;
}

/** `rollOver`: the workbook is that of the year after. */
export function intakePlan(
  { imported, matched, edition, source }: Intake,
  rollOver: boolean,
  editions: Editions,
): IntakePlan {
  const next = rollOver ? nextEdition(matched.year, editions) : undefined;
  const plan = next
    ? nextPlan(imported, matched, edition, next, source)
    : importPlan(imported, matched, edition, source);
  const year = next?.year ?? matched.year;
  return { plan, year, stem: safeFileName(`${year}年${matched.name}预算公开工作簿`), next };
}
