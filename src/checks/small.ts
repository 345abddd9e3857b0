/** Amounts so small that they are printed as 0.00: mostly 万元 typed where 元 belong (FORM money-1). */
import { type Finding, finding } from '../diagnostics/finding.js';
import {
  exactText,
  isPrintedZero,
  isZero,
  type Money,
  printedQuantity,
  printedWan,
  type Quantity,
} from '../vocabulary/money.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import type { AnyColumn, Cell, Columns } from '../workbook/layout/types.js';
import { amountsOf, type Check, type CheckContext } from './check.js';
import { isUnitInDoubt, rowId, rowsInDoubt } from './units.js';
import { rowName } from './wording.js';

type AnyRow = Readonly<Record<string, Cell<unknown> | undefined>>;

function printsAsZero({ type }: AnyColumn, value: unknown): boolean {
  if (type.kind === 'amount') return !isZero(value as Money) && isPrintedZero(printedWan(value as Money));
  return !isZero(value as Quantity) && isPrintedZero(printedQuantity(value as Quantity));
}

function tooSmall(context: CheckContext, key: SheetKey): Finding[] {
  const text = amountsOf(context);
  const sheet = layout[key];
  const columns = Object.entries(sheet.columns as Columns).filter(([, column]) => isPrintedNumber(column));
  const bound: unknown = context.facts[key];
  const rows = sheet.kind === 'form' ? [bound as AnyRow] : (bound as readonly AnyRow[]);
  return rows.flatMap((row) =>
    columns.flatMap(([name, column]) => {
      const cell = row[name];
      if (!cell || !printsAsZero(column, cell.value)) return [];
      const isMoney = column.type.kind === 'amount';
      const found = isMoney ? text(cell.value as Money) : exactText(cell.value as Quantity);
      const isSlip = isMoney && context.facts.entity.amountUnit.value === 'yuan';
      const values = { hint: isSlip ? '：多是把万元数填在了按元填的工作簿里（17.00万元应填 170000）' : '' };
      const details = { row: rowName(key, cell.at), column: column.header, found, values };
      return [finding('T21', { at: cell.at, ...details })];
    }),
  );
}

const isPrintedNumber = ({ type, printedIn }: AnyColumn): boolean =>
  printedIn !== '' && (type.kind === 'amount' || type.kind === 'quantity');

const sheets = (Object.keys(layout) as SheetKey[]).filter((key) =>
  Object.values<AnyColumn>(layout[key].columns).some(isPrintedNumber),
);

/** With the unit of the whole workbook or of the row in doubt, that has been said. */
function small(context: CheckContext): Finding[] {
  if (isUnitInDoubt(context)) return [];
  const found = sheets.filter((key) => context.form.sheets.includes(key)).flatMap((key) => tooSmall(context, key));
  if (found.length === 0) return [];
  const told = rowsInDoubt(context);
  return found.filter(({ at }) => at && !told.has(rowId(at)));
}

export const smallChecks: readonly Check[] = [
  {
    title: '印成 0.00 的数',
    reads: [
      'entity',
      'lastYear',
      'lastYearByCode',
      'threePublic',
      'basicByFunction',
      'basicByEconomic',
      'projectSpending',
      'commissioned',
    ],
    run: small,
  },
];
