/** 元 typed for 万元 or the other way round: a figure some 10,000 times what stands beside it. */
import { type Finding, finding } from '../diagnostics/finding.js';
import { sumOfEntries } from '../figures/compared.js';
import type { CellRef } from '../vocabulary/cells.js';
import { compare, isTimes, isZero, type Money, parseMoney } from '../vocabulary/money.js';
import { amountUnits, labelOf } from '../vocabulary/terms.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import type { Cell, Columns } from '../workbook/layout/types.js';
import { amountsOf, type Check, type CheckContext } from './check.js';
import { comparisons, type LastYearComparison } from './comparisons.js';

/** Around 10,000: a real change of the figure may lie over the slip. */
const [least, most] = [2_000, 50_000] as const;

const isSlip = (large: Money, small: Money): boolean =>
  !isZero(small) && isTimes(large, small, least) && !isTimes(large, small, most);

const unitOf = ({ facts }: CheckContext): string => labelOf(amountUnits, facts.entity.amountUnit.value);

function againstLastYear(context: CheckContext, sheet: LastYearComparison['sheet']): Finding[] {
  return comparisons(context, sheet)
    .filter(({ now, last }) => isSlip(now, last.value) || isSlip(last.value, now))
    .map(({ now, last, label }) => {
      const details = {
        found: amountsOf(context)(now),
        expected: amountsOf(context)(last.value),
        values: { unit: unitOf(context) },
      };
      return finding('T16', { at: last.at, row: label, ...details });
    });
}

interface Amount {
  readonly cell: Cell<Money>;
  readonly header: string;
}

/** The amounts of a table that are of one kind, in ascending order. */
function amountsIn({ facts }: CheckContext, key: SheetKey): Amount[] {
  const rows = facts[key] as unknown as readonly Readonly<Record<string, Cell<Money> | undefined>>[];
  const columns = Object.entries(layout[key].columns as Columns).filter(([, { type }]) => type.kind === 'amount');
  const amounts = rows.flatMap((row) =>
    columns.flatMap(([name, { header }]) => {
      const cell = row[name];
      return cell && !isZero(cell.value) ? [{ cell, header }] : [];
    }),
  );
  return amounts.sort((a, b) => compare(a.cell.value, b.cell.value));
}

/** Fewer amounts than this show no pattern. */
const fewest = 5;
/** The gap between what is in 元 and what is in 万元; in the published documents neighbours differ by 10 at most. */
const gap = 200;

const middle = (amounts: readonly Amount[]): Amount | undefined => amounts[Math.floor(amounts.length / 2)];

/** The few that stand apart from the many by a gap, their middles some 10,000 times apart. */
function standingApart(amounts: readonly Amount[]): { few: readonly Amount[]; typical: Money } | undefined {
  if (amounts.length < fewest) return undefined;
  for (let i = 1; i < amounts.length; i += 1) {
    const [below, above] = [amounts[i - 1], amounts[i]];
    if (!below || !above || !isTimes(above.cell.value, below.cell.value, gap)) continue;
    const [low, high] = [amounts.slice(0, i), amounts.slice(i)];
    const [lowMiddle, highMiddle] = [middle(low), middle(high)];
    if (!lowMiddle || !highMiddle || !isTimes(highMiddle.cell.value, lowMiddle.cell.value, least)) continue;
    if (low.length * 3 <= amounts.length) return { few: low, typical: highMiddle.cell.value };
    if (high.length * 3 <= amounts.length) return { few: high, typical: lowMiddle.cell.value };
  }
  return undefined;
}

function againstNeighbours(context: CheckContext, key: SheetKey): Finding[] {
  const apart = standingApart(amountsIn(context, key));
  if (!apart) return [];
  const values = { unit: unitOf(context) };
  return apart.few.map(({ cell, header }) => {
    const details = { found: amountsOf(context)(cell.value), expected: amountsOf(context)(apart.typical), values };
    return finding('T17', { at: cell.at, row: `第${cell.at.row}行`, column: header, ...details });
  });
}

/** No office that publishes a budget spends less than 10万元 or more than 500亿元 a year. */
const smallest = parseMoney('100000', 'yuan', 'exact');
const largest = parseMoney('50000000000', 'yuan', 'exact');

function whole(context: CheckContext): Finding[] {
  const { facts, ledger } = context;
  const total = sumOfEntries(ledger);
  const unit = facts.entity.amountUnit;
  if (!smallest || !largest || isZero(total)) return [];
  const tooSmall = unit.value === 'yuan' && compare(total, smallest) < 0;
  const tooLarge = unit.value === 'wan' && compare(total, largest) > 0;
  if (!tooSmall && !tooLarge) return [];
  return [
    finding('T18', { at: unit.at, found: labelOf(amountUnits, unit.value), expected: amountsOf(context)(total) }),
  ];
}

/** The rows of which one of the above has been said already. */
export function rowsInDoubt(context: CheckContext): ReadonlySet<string> {
  const compared = (['lastYear', 'lastYearByCode', 'threePublic'] as const).flatMap((key) =>
    againstLastYear(context, key),
  );
  const apart = tables.flatMap((key) => againstNeighbours(context, key));
  return new Set([...compared, ...apart].flatMap(({ at }) => (at ? rowId(at) : [])));
}

/** `项目支出!12` */
export const rowId = ({ sheet, row }: CellRef): string => `${sheet}!${row}`;

/** Whether the whole budget is so small or so large that its unit must be wrong: then each amount is. */
export const isUnitInDoubt = (context: CheckContext): boolean => whole(context).length > 0;

const spending: readonly SheetKey[] = ['basicByFunction', 'projectSpending'];
const tables: readonly SheetKey[] = ['basicByFunction', 'basicByEconomic', 'projectSpending', 'commissioned'];

export const unitChecks: readonly Check[] = [
  {
    title: '与上年相差一万倍',
    reads: ['entity', 'lastYear', ...spending, 'basicByEconomic'],
    run: (context) => againstLastYear(context, 'lastYear'),
  },
  {
    title: '科目与上年相差一万倍',
    reads: ['entity', 'lastYearByCode', ...spending],
    run: (context) => againstLastYear(context, 'lastYearByCode'),
  },
  {
    title: '“三公”经费与上年相差一万倍',
    reads: ['entity', 'threePublic'],
    run: (context) => againstLastYear(context, 'threePublic'),
  },
  ...tables.map(
    (key): Check => ({
      title: `“${layout[key].name}”表的金额单位`,
      reads: ['entity', key],
      run: (context) => againstNeighbours(context, key),
    }),
  ),
  { title: '金额单位', reads: ['entity', ...spending], run: whole },
];
