/** The blank workbook of an edition. */
import type { Edition } from '../document/edition.js';
import { amountUnits, type entityKinds, labelOf, yesNo } from '../vocabulary/terms.js';
import { layout } from '../workbook/layout/layout.js';
import type { Content, WorkbookPlan } from '../workbook/write/index.js';
import { spareRows } from '../workbook/write/needs.js';

/** What a blank workbook already holds: year, kind and unit, and the codes that the edition attests. */
export function blankPlan(edition: Edition, kind: keyof typeof entityKinds): WorkbookPlan {
  const { entity, units, codes } = layout;
  const content: Content = {
    [entity.name]: {
      [entity.columns.year.header]: String(edition.year),
      [entity.columns.kind.header]: kind,
      [entity.columns.amountUnit.header]: labelOf(amountUnits, 'yuan'),
    },
    ...(kind === '单位' ? { [units.name]: [{ [units.columns.own.header]: labelOf(yesNo, 'yes') }] } : {}),
    [codes.name]: edition.codes.map((row) => ({
      [codes.columns.category.header]: row.category,
      [codes.columns.code.header]: row.code,
      [codes.columns.name.header]: row.name,
    })),
  };
  const { year, sheets, withoutColumns } = edition;
  const partNumbers = edition.partNumbers();
  return { year, kindLabel: kind, sheets, withoutColumns, partNumbers, content, spareRows };
}
