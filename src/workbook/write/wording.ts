/** The layout speaks of 2026; a workbook of another edition speaks of its own year, and of its own numbers always. */
import { withPartNumbers } from '../layout/printedIn.js';
import type { AnyColumn } from '../layout/types.js';
import type { WorkbookPlan } from './place.js';

const layoutYear = 2026;

const years = (text: string, year: number): string =>
  text.replace(/2025|2026/g, (named) => String(Number(named) - layoutYear + year));

/** The column's words as this plan's edition says them; header and type stay. `showsUnit`: see `PlacedColumn`. */
export function ownWords(
  column: AnyColumn,
  plan: Pick<WorkbookPlan, 'year' | 'partNumbers'>,
  showsUnit = false,
): AnyColumn {
  const { help, example, printedIn } = column;
  return {
    ...column,
    required: column.required && !showsUnit,
    help: showsUnit ? onlyOwnUnitHelp : ownText(help, plan),
    example: years(example, plan.year),
    printedIn: ownText(printedIn, plan),
  };
}

/** The column's words as a workbook of this year says them, without the numbers of tables. */
export const ofYear = (column: AnyColumn, year: number): AnyColumn => ({
  ...column,
  help: years(column.help, year),
  example: years(column.example, year),
});

/** Of a column that shows the one unit of a 单位's workbook. */
const onlyOwnUnitHelp = '不用填：自动显示“基本信息”的单位名称。';

/** A text of the layout with the plan's year and the numbers of its edition. */
export const ownText = (text: string, { year, partNumbers }: Pick<WorkbookPlan, 'year' | 'partNumbers'>): string =>
  years(withPartNumbers(text, partNumbers), year);
