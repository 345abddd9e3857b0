/**
 * Texts that have been typed where the form prints none: told, since the office believes them to be in the document.
 */
import { type Finding, finding } from '../diagnostics/finding.js';
import { inGroup, sumOfEntries } from '../figures/compared.js';
import { projectKey } from '../figures/ledger.js';
import { grouped } from '../model/grouped.js';
import { isZero } from '../vocabulary/money.js';
import { comparedLines, labelOf } from '../vocabulary/terms.js';
import { layout } from '../workbook/layout/layout.js';
import type { AnyColumn, Cell } from '../workbook/layout/types.js';
import type { Check, CheckContext } from './check.js';
import { comparisons, type LastYearComparison } from './comparisons.js';

const unprinted = (cell: Cell<unknown> | undefined, row: string, { header }: AnyColumn): Finding[] =>
  cell ? [finding('N17', { at: cell.at, row, column: header })] : [];

/**
 * Explanation 7 tells of this year's general budget, 12 of what was carried over; a project without any money is R11.
 */
function projectTexts({ facts, ledger }: CheckContext): Finding[] {
  const byProject = grouped(ledger, (entry) => projectKey(entry.unit, entry.project));
  const columns = layout.projects.columns;
  return facts.projects.flatMap((project) => {
    const entries = byProject.get(projectKey(project.unit.value, project.name.value)) ?? [];
    if (isZero(sumOfEntries(entries)) || project.disclosure.value === 'withheld') return [];
    const idle = [
      ...(hasMoney('general') ? [] : (['policyBasis', 'carrier', 'allocation', 'period', 'order'] as const)),
      ...(hasMoney('carry') ? [] : (['carryOverPurpose', 'carryOverOrder'] as const)),
    ];
    return idle.flatMap((key) => unprinted(project[key], `项目“${project.name.value}”`, columns[key]));

    function hasMoney(group: 'general' | 'carry'): boolean {
      return !isZero(sumOfEntries(entries.filter(inGroup(group))));
    }
  });
}

/**
 * Lines of which the form says nothing when neither year has money; of all others it says so (FORM: the six fiscal
 * sources).
 */
const silentWithoutMoney: readonly string[] = (
  ['specialAccount', 'unitFunds', 'carryFiscal', 'carryNonFiscal'] as const
).map((line) => `“${labelOf(comparedLines, line)}”`);

const reasonsOf =
  (sheet: 'lastYear' | 'lastYearByCode', isSilent: (comparison: LastYearComparison) => boolean) =>
  (context: CheckContext) =>
    // without any expenditure there is more to be said than this
    (context.ledger.length > 0 ? comparisons(context, sheet) : [])
      .filter(({ now, last }) => isZero(now) && isZero(last.value))
      .filter(isSilent)
      .flatMap(({ reason, label }) => unprinted(reason, label, layout[sheet].columns.reason));

const spending = ['basicByFunction', 'projectSpending'] as const;

export const unprintedChecks: readonly Check[] = [
  { title: '不会印出的项目说明', reads: ['projects', ...spending], run: projectTexts },
  {
    title: '不会印出的原因',
    reads: ['lastYear', ...spending, 'basicByEconomic'],
    run: reasonsOf('lastYear', ({ label }) => silentWithoutMoney.includes(label)),
  },
  {
    title: '不会印出的科目原因',
    reads: ['lastYearByCode', ...spending],
    run: reasonsOf('lastYearByCode', () => true),
  },
];
