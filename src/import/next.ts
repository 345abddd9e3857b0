/** Import and rollover in one go: next year's workbook from last year's document. */
import type { Edition } from '../document/edition.js';
import { ledgerOf } from '../figures/ledger.js';
import { type NextYear, rolloverPlan } from '../rollover/rollover.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import type { ContentRow, Mark, Report, WorkbookPlan } from '../workbook/write/index.js';
import { placesOf } from '../workbook/write/place.js';
import { type Draft, type Found, rowsOf } from './found.js';
import type { ImportedMatch } from './index.js';
import { nextReportOf } from './report.js';
import { trialOf } from './trial.js';

type Who = Parameters<typeof trialOf>[1];

/** What stood in for cells that are not published must not be rolled over. */
function standIns(draft: Draft, key: SheetKey, column: string): ReadonlySet<string> {
  const cells = rowsOf(draft, key).map((row): Found | undefined => row[column]);
  return new Set(cells.flatMap((found) => (found?.origin === 'missing' ? [found.standIn ?? ''] : [])));
}

/** Next year's workbook. `edition`: the document's. */
export function nextPlan(
  imported: ImportedMatch,
  who: Who,
  edition: Edition,
  next: NextYear,
  source: string,
): WorkbookPlan {
  const { facts } = trialOf(imported.draft, who, edition);
  const plan = rolloverPlan(facts, ledgerOf(facts), next);
  const { units, codes } = layout;
  const unknown = standIns(imported.draft, 'codes', 'code');
  const missingUnits = rowsOf(imported.draft, 'units').flatMap((row, index) =>
    row.nature?.origin === 'missing' ? [index] : [],
  );
  const content = {
    ...plan.content,
    [units.name]: tableOf(plan, units.name).map((row, index) =>
      missingUnits.includes(index) ? without(row, units.columns.nature.header) : row,
    ),
    [codes.name]: tableOf(plan, codes.name).filter((row) => !unknown.has(row[codes.columns.code.header] ?? '')),
  };
  const natureMarks = missingUnits.map(
    (row): Mark => ({ sheet: 'units', row, column: 'nature', text: '未公开，请填写：公开文档没有写明单位性质。' }),
  );
  const marks = [...(plan.marks ?? []), ...natureMarks];
  const whole = { ...plan, content, marks };
  const report: Report = nextReportOf(imported, { source, year: next.year, marks, places: placesOf(whole) });
  return { ...whole, report };
}

const tableOf = (plan: WorkbookPlan, name: string): readonly ContentRow[] => {
  const content = plan.content[name];
  return Array.isArray(content) ? content : [];
};

const without = (row: ContentRow, header: string): ContentRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== header));
