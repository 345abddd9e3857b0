/** From what was read of a document to the sheets of its workbook: one function a sheet. */
import type { Edition } from '../document/edition.js';
import type { Match } from '../published/match/index.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import type { Columns } from '../workbook/layout/types.js';
import { type Draft, type FoundRow, isRows } from './found.js';
import type { Printed } from './printed.js';
import { CodeNames, economicRows } from './sheets/codes.js';
import { lastYearByCodeRows, lastYearRows, purposeRows, threePublicRows } from './sheets/compared.js';
import { entityRow, headcountRow, officeRows, textRows, unitRows, unitsOf } from './sheets/identity.js';
import {
  entityIndicatorRows,
  performanceRow,
  procurementRow,
  projectGoalRows,
  projectIndicatorRows,
  stateAssetsRow,
  termRows,
} from './sheets/remarks.js';
import { basicRows, commissionedRows, projectRows, projectSpendingRows } from './sheets/spending.js';
import { spendingOf } from './spending/spending.js';

type Who = Pick<Match, 'year' | 'kind' | 'name'>;

/** Every sheet that the edition has. What the document does not print is in it as missing. */
export function draftOf(read: Printed, who: Who, edition: Edition): Draft {
  const units = unitsOf(read, who.name);
  const own = units.find((unit) => unit.isOwn)?.name ?? who.name;
  const names = new CodeNames(read, edition);
  const spending = spendingOf(read, units);
  const lastYearByCode = lastYearByCodeRows(read, names);
  const draft: Record<SheetKey, FoundRow | readonly FoundRow[]> = {
    entity: entityRow(read, who),
    duties: textRows(read, 'duties'),
    units: unitRows(units, read),
    innerOffices: officeRows(read),
    headcount: headcountRow(read),
    codes: names.rows(),
    basicByFunction: basicRows(spending),
    basicByEconomic: economicRows(read),
    projects: projectRows(read, spending, units),
    projectSpending: projectSpendingRows(spending),
    threePublic: threePublicRows(read),
    commissioned: commissionedRows(read, spending, own),
    lastYear: lastYearRows(read),
    lastYearByCode,
    purposes: purposeRows(read, names),
    procurement: procurementRow(read),
    stateAssets: stateAssetsRow(read),
    performance: performanceRow(read),
    entityIndicators: entityIndicatorRows(read),
    projectGoals: projectGoalRows(read, units, own),
    projectIndicators: projectIndicatorRows(read),
    otherMatters: textRows(read, 'otherMatters'),
    extraTerms: termRows(read),
    controlTotals: [],
  };
  return Object.fromEntries(edition.sheets.map((key) => [key, inScope(key, draft[key], edition)]));
}

/** What the edition has a column for. */
function inScope(
  key: SheetKey,
  sheet: FoundRow | readonly FoundRow[],
  edition: Edition,
): FoundRow | readonly FoundRow[] {
  const columns: Columns = layout[key].columns;
  const without = edition.withoutColumns[key] ?? [];
  const narrowed = (row: FoundRow): FoundRow =>
    Object.fromEntries(Object.entries(row).filter(([name]) => name in columns && !without.includes(name)));
  return isRows(sheet) ? sheet.map(narrowed) : narrowed(sheet);
}
