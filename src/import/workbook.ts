/** The workbook of an import. */
import type { Edition } from '../document/edition.js';
import type { WorkbookPlan } from '../workbook/write/index.js';
import { placesOf } from '../workbook/write/place.js';
import type { ImportedMatch } from './index.js';
import { marksOf, reportOf } from './report.js';
import { contentOf, planOf } from './trial.js';

/** `source`: the name of the file. */
export function importPlan(
  imported: ImportedMatch,
  who: { readonly year: number; readonly kind: '部门' | '单位' },
  edition: Edition,
  source: string,
): WorkbookPlan {
  const { draft } = imported;
  const plan = planOf(contentOf(draft, false), who, edition);
  const report = reportOf(imported, source, placesOf(plan));
  return { ...plan, marks: marksOf(draft), report };
}
