/**
 * Which rows of a form's lists are 预算单位, when tables are all there is: a unit's row is the sum of the rows below it
 * up to the next unit, or it has no code where the others have one.
 */
import type { DocumentTable, PublishedDocument, TableRow } from '../../published/document.js';
import { charactersOf } from '../../published/match/characters.js';
import type { FormTableItem } from '../../published/match/form.js';
import type { KnownUnits } from '../../published/match/index.js';
import { shapeAt } from '../../published/match/shapes.js';
import type { FormRow } from '../../published/match/tableForm.js';
import { fenOf, isAbout, sumOf } from '../amounts.js';
import { rowsOfStrip } from './formColumns.js';

interface ListRow {
  readonly name: string;
  readonly hasCode: boolean;
  readonly amounts: readonly bigint[];
}

/** The column of the names of units, and whether other rows are told by a code. */
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

function unitList({ table }: FormTableItem): UnitList | undefined {
  const rows = table.strips.flatMap(rowsOfStrip);
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

function listRow({ cells }: TableRow, { column, codes, money }: UnitList): ListRow {
  const text = (at: number) => cells.find((cell) => cell.column === at)?.text ?? '';
  return {
    name: text(column).trim(),
    hasCode: codes.some((at) => text(at) !== ''),
    amounts: money.map((at) => fenOf(text(at), '') ?? 0n),
  };
}

/** The rows at which units may begin so that each is the sum of what follows; all ways, up to two. */
function partitions(rows: readonly ListRow[], isUnit: (name: string) => boolean | undefined): number[][] {
  const found: number[][] = [];
  const visit = (from: number, starts: readonly number[]) => {
    if (found.length > 1) return;
    if (from === rows.length) {
      found.push([...starts]);
      return;
    }
    const head = rows[from];
    if (!head || isUnit(head.name) === false) return;
    let sums = head.amounts.map(() => 0n);
    for (let end = from + 1; end < rows.length; end += 1) {
      const row = rows[end];
      if (!row || isUnit(row.name) === true) break;
      sums = sums.map((sum, at) => sum + (row.amounts[at] ?? 0n));
      if (sums.every((sum, at) => isAbout(sum, head.amounts[at] ?? 0n, end - from + 1)) && sumOf(head.amounts) > 0n)
        visit(end + 1, [...starts, from]);
    }
  };
  visit(0, []);
  return found;
}

/** Of an arranged document. `name`: of the office; a 单位 is its own only unit. */
export function unitsInTables(
  document: PublishedDocument,
  items: readonly FormTableItem[],
  { kind, name }: { readonly kind: '部门' | '单位'; readonly name: string },
): KnownUnits {
  const key = (text: string) => charactersOf(text).text;
  const names = new Set([key(name)]);
  if (kind === '单位') return { names, areAll: true };
  const lists = items.flatMap((item) => {
    const list = unitList(item);
    const table = list && tableTitled(document, item.title);
    return list && table ? [{ list, table }] : [];
  });
  const rowsIn = ({ list, table }: (typeof lists)[number]) =>
    table.rows
      .filter(({ head }) => !head)
      .map((row) => listRow(row, list))
      .filter((row) => row.name !== '' && !list.totals.has(key(row.name)));
  for (const one of lists.filter(({ list }) => list.codes.length > 0)) {
    for (const row of rowsIn(one)) if (!row.hasCode) names.add(key(row.name));
  }
  for (const one of lists.filter(({ list }) => list.codes.length === 0)) {
    const rows = rowsIn(one);
    const known = partitions(rows, (own) => (names.has(key(own)) ? true : undefined));
    const [only, other] = known.length > 0 ? known : partitions(rows, () => undefined);
    if (only && !other) for (const at of only) names.add(key(rows[at]?.name ?? ''));
  }
  return { names, areAll: true };
}

function tableTitled({ blocks }: PublishedDocument, title: string): DocumentTable | undefined {
  const at = blocks.findIndex((block) => block.kind === 'paragraph' && block.text === title);
  const block = blocks[at + 1];
  return at >= 0 && block?.kind === 'table' ? block : undefined;
}
