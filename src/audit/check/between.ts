/** The tables against each other, where the same money must print the same. */
import { cellPlace, placeText } from '../place.js';
import { plain } from '../plain.js';
import { cellAt } from '../statement.js';
import { type AuditFinding, type Cents, shown, withinRounding } from './finding.js';
import { type FormKey, type FormList, type FormRow, type FormTable, type Published, totalRow } from './forms.js';

/** An amount with the place where it is printed. */
export interface Printed {
  readonly cents: Cents;
  readonly table: FormTable;
  readonly row: FormRow;
  readonly column: number;
}

/** By names; the first row and column that fit. */
export function amountAt(
  published: Published,
  key: FormKey,
  row: (row: FormRow) => boolean,
  column: RegExp | number,
  side = 0,
): Printed | undefined {
  const table = published.tables.get(key);
  const list = table?.lists[side];
  const found = list?.rows.find(row);
  const index =
    typeof column === 'number' ? column : (list?.columns.findIndex((name) => column.test(plain(name))) ?? -1);
  const at = list?.panel.amounts[index];
  if (!table || !found || at === undefined) return undefined;
  return { cents: found.amounts[index] ?? 0, table, row: found, column: at };
}

export const placeOf = ({ table, row, column }: Printed): AuditFinding['place'] => ({
  headings: table.headings,
  ...cellPlace(table.statement, row.row, column),
});

const named = (pattern: RegExp) => (row: FormRow) => pattern.test(row.name) || pattern.test(plain(row.label));
const total = (row: FormRow) => row.isTotal;

export function checkBetween(published: Published): AuditFinding[] {
  const at = (key: FormKey, row: (row: FormRow) => boolean, column: RegExp | number, side = 0) =>
    amountAt(published, key, row, column, side);
  const income = (name: RegExp) => at('balance', named(name), 0);
  const own = [
    income(/^一般财力/),
    income(/^上级一般公共预算/),
    income(/^政府性基金收入/),
    income(/^上级政府性基金/),
    income(/^国有资本经营收入/),
    income(/^上级国有资本经营/),
  ];
  const incomeColumns = [
    /^财政拨款\(补助\)·?.*一般公共预算$|(?<!上级)一般公共预算$/,
    /上级一般公共预算/,
    /(?<!上级)政府性基金预算$/,
    /上级政府性基金/,
    /(?<!上级)国有资本经营预算$/,
    /上级国有资本经营/,
  ];
  return [
    ...same(at('balance', total, 0), at('balance', total, 0, 1)),
    ...same(at('balance', total, 0), at('income', total, 0)),
    ...same(at('balance', total, 0, 1), at('expenditure', total, 0)),
    ...own.flatMap((left, index) => same(left, at('income', total, incomeColumns[index] ?? /$^/))),
    ...same(income(/^5?\.?单位资金$/), at('income', total, /^单位资金/)),
    ...same(income(/^财政专户核拨/), at('income', total, /^财政专户/)),
    ...same(income(/^财政拨款结转$/), at('income', total, /^财政拨款结转/)),
    ...same(income(/^非财政拨款结转/), at('income', total, /^非财政拨款结转/)),
    ...same(income(/^上年结转结余$/), at('carryOver', total, 0)),
    ...same(at('fiscalBalance', total, 0), at('fiscalBalance', total, 0, 1)),
    ...same(at('fiscalBalance', total, /一般公共预算/, 1), at('general', total, 0)),
    ...same(at('fiscalBalance', total, /政府性基金/, 1), at('fund', total, 0)),
    ...same(at('fiscalBalance', total, /国有资本/, 1), at('capital', total, 0)),
    ...same(income(/^一般公共预算拨款$/), at('general', total, 0)),
    ...same(at('general', total, /基本支出/), at('basic', total, 0)),
    ...same(at('general', total, /项目支出/), at('projects', total, 0)),
    ...classRows(published, 'balance', 'expenditure', 0),
    ...classRows(published, 'fiscalBalance', 'general', 1),
    ...codeRows(published, 'income', 'expenditure'),
    ...generalRows(published),
  ];
}

/** Both print the same exact amount, so they print the same digits. A table that prints no row of totals says zero. */
export function same(left: Printed | undefined, right: Printed | undefined): AuditFinding[] {
  if (!left || !right || left.cents === right.cents) return [];
  const message = `为 ${shown(left.cents)}，而“${placeText(placeOf(right))}”为 ${shown(right.cents)}`;
  const at = cellAt(left.row.row, left.column)?.at ?? -1;
  return [{ kind: 'between', severity: 'difference', place: placeOf(left), message, at }];
}

const printed = (table: FormTable, list: FormList, row: FormRow, index: number): Printed => ({
  cents: row.amounts[index] ?? 0,
  table,
  row,
  column: list.panel.amounts[index] ?? 0,
});

/** 类 of table 1 (4) on the right against those of table 3 (5): `column` is the amount on the left side. */
function classRows(published: Published, left: FormKey, right: FormKey, column: number): AuditFinding[] {
  const [a, b] = [published.tables.get(left), published.tables.get(right)];
  const [from, to] = [a?.lists[1], b?.lists[0]];
  if (!a || !b || !from || !to) return [];
  const codes = new Set([...from.rows, ...to.rows].map((row) => row.code).filter((code) => code.length === 3));
  return [...codes].flatMap((code) => {
    const [x, y] = [from.rows.find((row) => row.code === code), to.rows.find((row) => row.code === code)];
    if (x && y) return same(printed(a, from, x, column), printed(b, to, y, 0));
    const lone = x ? printed(a, from, x, column) : y && printed(b, to, y, 0);
    return lone && lone.cents !== 0 ? [absent(lone, x ? b : a)] : [];
  });
}

/** Every code of one table stands in the other with the same amount. */
function codeRows(published: Published, left: FormKey, right: FormKey): AuditFinding[] {
  const [a, b] = [published.tables.get(left), published.tables.get(right)];
  const [from, to] = [a?.lists[0], b?.lists[0]];
  if (!a || !b || !from || !to) return [];
  const codes = new Set([...from.rows, ...to.rows].map((row) => row.code).filter((code) => code !== ''));
  return [...codes].flatMap((code) => {
    const [x, y] = [from.rows.find((row) => row.code === code), to.rows.find((row) => row.code === code)];
    if (x && y) return same(printed(a, from, x, 0), printed(b, to, y, 0));
    const lone = x ? printed(a, from, x, 0) : y && printed(b, to, y, 0);
    return lone ? [absent(lone, x ? b : a)] : [];
  });
}

function absent(lone: Printed, other: FormTable): AuditFinding {
  const message = `本行有金额 ${shown(lone.cents)}，“${other.title}”没有这一行`;
  return {
    kind: 'between',
    severity: 'difference',
    place: placeOf(lone),
    message,
    at: cellAt(lone.row.row, lone.column)?.at ?? -1,
  };
}

/** Table 2's two columns of the general budget against table 5, row by row: the sum of two rounded amounts. */
function generalRows(published: Published): AuditFinding[] {
  const [a, b] = [published.tables.get('income'), published.tables.get('general')];
  const [from, to] = [a?.lists[0], b?.lists[0]];
  if (!a || !b || !from || !to) return [];
  const columns = from.columns.flatMap((name, index) => (/一般公共预算/.test(plain(name)) ? [index] : []));
  return to.rows.flatMap((row) => {
    const source = from.rows.find(
      (other) => other.code === row.code && (row.code !== '' || other.isTotal === row.isTotal),
    );
    if (!source || (row.code === '' && !row.isTotal)) return [];
    const sum = columns.reduce((all, index) => all + (source.amounts[index] ?? 0), 0);
    const own = printed(b, to, row, 0);
    if (withinRounding(own.cents - sum, columns.length)) return [];
    const message = `为 ${shown(own.cents)}，而“${a.title}”同一科目的一般公共预算（含上级转移支付）为 ${shown(sum)}`;
    return [
      {
        kind: 'between',
        severity: 'difference',
        place: placeOf(own),
        message,
        at: cellAt(row.row, own.column)?.at ?? -1,
      } as const,
    ];
  });
}

export { totalRow };
