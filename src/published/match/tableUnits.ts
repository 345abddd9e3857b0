/**
 * Which rows of a form's lists are 预算单位, where no paragraph says so (tables alone, as many web sites have them): a
 * unit's row has no code where the others have one, or it is the sum of the rows below it up to the next unit.
 */
import {
  compare,
  isNegative,
  isZero,
  type Money,
  parseMoney,
  roundingAllowance,
  subtract,
  sum,
  zero,
} from '../../vocabulary/money.js';
import type { DocumentTable } from '../document.js';
import { type FormGridRow, gridRows } from './gridRows.js';
import { shapeAt } from './shapes.js';
import type { FormRow, FormTable } from './tableForm.js';
import type { KnownUnits } from './tableRows.js';

/** A table of the document, in its pieces. */
export interface PiecesOfTable {
  readonly form: FormTable;
  readonly pieces: readonly DocumentTable[];
}

interface ListRow {
  readonly name: string;
  readonly hasCode: boolean;
  readonly amounts: readonly Money[];
}

interface List {
  readonly form: FormTable;
  /** Whether rows that are no units have codes. */
  readonly hasCodes: boolean;
  readonly rows: readonly ListRow[];
  /** Of all units together, where the table has it. */
  readonly total: readonly Money[] | undefined;
}

/** The columns of the names of units, of the codes that other rows have, and of amounts. */
interface UnitList {
  readonly column: number;
  readonly codes: readonly number[];
  readonly money: readonly number[];
  /** The form's own words in the row of all units together. */
  readonly totals: ReadonlySet<string>;
}

const isUnitRow = ({ cells }: FormRow): boolean =>
  cells.some(({ hole }) => hole?.helper === 'text' && shapeAt(hole.path).nameOf === 'unit');

/** Prints nothing of a list. */
const isTotal = ({ cells }: FormRow): boolean => cells.every(({ hole }) => hole?.path.includes('[') !== true);

/** Undefined where the form lists no units. */
function unitList({ strips }: FormTable): UnitList | undefined {
  const rows = [...new Set(strips.flatMap((strip) => strip.rows.arcs.flat().flatMap(({ item }) => item ?? [])))];
  const unit = rows.find(isUnitRow);
  const name = unit?.cells.find(({ hole }) => hole?.helper === 'text');
  if (!unit || !name) return undefined;
  const others = rows.filter((row) => row !== unit).flatMap(({ cells }) => cells);
  const codes = others.filter(({ hole }) => hole?.helper === 'text' && shapeAt(hole.path).reads !== undefined);
  return {
    column: name.column,
    codes: [...new Set(codes.map(({ column }) => column))],
    money: unit.cells.filter(({ hole }) => hole !== undefined && hole.helper !== 'text').map(({ column }) => column),
    totals: new Set(rows.filter(isTotal).flatMap(({ cells }) => cells.flatMap(({ words }) => words || []))),
  };
}

const amountOf = (text: string): Money => parseMoney(text.replaceAll(',', ''), 'wan', 'exact') ?? zero;

function listRow({ cells }: FormGridRow, { column, codes, money }: UnitList): ListRow {
  const text = (at: number) => cells[at]?.characters.text ?? '';
  return {
    name: text(column),
    hasCode: codes.some((at) => text(at) !== ''),
    amounts: money.map((at) => amountOf(text(at))),
  };
}

/** None where the form lists no units. */
function listOf({ form, pieces }: PiecesOfTable): List[] {
  const columns = unitList(form);
  if (!columns) return [];
  const all = gridRows(form, pieces)
    .map((row) => listRow(row, columns))
    .filter(({ name }) => name !== '');
  const rows = all.filter(({ name }) => !columns.totals.has(name));
  const total = all.find(({ name }) => columns.totals.has(name))?.amounts;
  return [{ form, hasCodes: columns.codes.length > 0, rows, total }];
}

/** So many sums are tried at most: a table that no office prints is not settled. */
const mostSums = 200_000;

/** Rows at which units begin, and by how much their amounts are beside the sums of what follows each. */
interface Division {
  readonly starts: readonly number[];
  readonly beside: Money;
}

/** So many ways are kept for a row: they differ by amounts that are lost in rounding. */
const mostWays = 8;

/**
 * The rows at which units may begin so that each is the sum of what follows, within the rounding of so many addends
 * (FORM money-2): the way that comes nearest to that and to the table's total; undefined where there is none or where
 * two come as near. `isUnit`: names of units known already.
 */
function divisionOf({ rows, total }: List, isUnit: (name: string) => boolean): readonly number[] | undefined {
  let left = mostSums;
  /** From each row on to the end, the nearest first. */
  const ways: (readonly Division[])[] = [...rows.map(() => []), [{ starts: [], beside: zero }]];
  for (let start = rows.length - 1; start >= 0 && left > 0; start -= 1) {
    const { found, tried } = endsOf(rows, start, isUnit, left);
    left -= tried;
    ways[start] = nearestFirst(
      found.flatMap(({ end, beside }) =>
        (ways[end] ?? []).map((rest) => ({ starts: [start, ...rest.starts], beside: sum([beside, rest.beside]) })),
      ),
    ).slice(0, mostWays);
  }
  const besideTotal = ({ starts }: Division): Money => {
    const heads = starts.map((at) => rows[at]?.amounts ?? []);
    return sum(
      (total ?? []).map((amount, column) => size(subtract(sum(heads.map((one) => one[column] ?? zero)), amount))),
    );
  };
  const all = (ways[0] ?? []).map((way) => ({ ...way, beside: sum([way.beside, besideTotal(way)]) }));
  const [nearest, next] = nearestFirst(all);
  if (left <= 0 || !nearest || (next && compare(next.beside, nearest.beside) === 0)) return undefined;
  return nearest.starts;
}

const nearestFirst = (ways: readonly Division[]): Division[] =>
  [...ways].sort((a, b) => compare(a.beside, b.beside) || a.starts.length - b.starts.length);

const size = (amount: Money): Money => (isNegative(amount) ? subtract(zero, amount) : amount);

/** Where the unit that begins at a row may end, by its amounts. */
function endsOf(rows: readonly ListRow[], start: number, isUnit: (name: string) => boolean, most: number) {
  const head = rows[start]?.amounts ?? [];
  const found: { readonly end: number; readonly beside: Money }[] = [];
  let tried = 0;
  let totals: readonly Money[] = head.map(() => zero);
  const isNothing = head.every(isZero);
  for (let at = start + 1; at < rows.length && tried < most && !isNothing; at += 1) {
    const row = rows[at];
    if (!row || isUnit(row.name)) break;
    tried += 1;
    totals = totals.map((total, column) => sum([total, row.amounts[column] ?? zero]));
    const beside = totals.map((total, column) => size(subtract(total, head[column] ?? zero)));
    const allowed = roundingAllowance(at - start + 1);
    if (beside.every((one) => compare(one, allowed) <= 0)) found.push({ end: at + 1, beside: sum(beside) });
  }
  return { found, tried };
}

/**
 * For each table what its rows may be. `known`: as paragraphs tell; `isAlone`: of a 单位, which is its own only unit.
 * Where sums leave two ways that are as good, or none, the table stays in doubt.
 */
export function unitsInTables(
  tables: readonly PiecesOfTable[],
  known: KnownUnits,
  isAlone: boolean,
): (form: FormTable) => KnownUnits {
  if (known.areAll || isAlone) return () => ({ ...known, areAll: true });
  const names = new Set(known.names);
  const lists = tables.flatMap(listOf);
  const listed = new Set(lists.map(({ form }) => form));
  const settled = new Set(tables.map(({ form }) => form).filter((form) => !listed.has(form)));
  for (const { form, rows } of lists.filter(({ hasCodes }) => hasCodes)) {
    for (const { name, hasCode } of rows) if (!hasCode) names.add(name);
    settled.add(form);
  }
  for (const list of lists.filter(({ hasCodes }) => !hasCodes)) {
    const starts = divisionOf(list, (name) => names.has(name)) ?? divisionOf(list, () => false);
    if (!starts) continue;
    for (const at of starts) names.add(list.rows[at]?.name ?? '');
    settled.add(list.form);
  }
  return (form) => ({ names, areAll: settled.has(form) });
}
