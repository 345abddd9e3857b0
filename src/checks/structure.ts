/** Rows that stand twice or not at all, and units that do not fit the kind of document. */
import { type Finding, finding } from '../diagnostics/finding.js';
import type { CellRef } from '../vocabulary/cells.js';
import { runsIntoNext } from '../vocabulary/glued.js';
import { nameKeys } from '../vocabulary/names.js';
import { comparedLines, labelOf, threePublicItems } from '../vocabulary/terms.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import type { AnyColumn, Cell, Columns } from '../workbook/layout/types.js';
import type { Check, CheckContext } from './check.js';

type AnyRow = Readonly<Record<string, Cell<unknown> | CellRef | undefined>>;

const cellValue = (row: AnyRow, key: string): unknown => {
  const cell = row[key];
  return cell && 'value' in cell ? cell.value : '';
};

/** As the office reads it in the sheet: of a choice its word. */
function cellText(row: AnyRow, key: string, column: AnyColumn | undefined): string {
  const value = String(cellValue(row, key));
  return column?.type.kind === 'choice' ? labelOf(column.type.choices, value) : value;
}

/** The cell by which a row is told from others: the last of what must be unique. */
const leadOf = (row: AnyRow & { at: CellRef }, unique: readonly string[]): CellRef => {
  const lead = row[unique.at(-1) ?? ''];
  return lead && 'at' in lead ? lead.at : row.at;
};

/**
 * Rows that agree in everything that must be unique, by the key that names are resolved by: two spellings of one name
 * are one name. The second is named, with the first beside it.
 */
function duplicates({ facts }: CheckContext): Finding[] {
  const keyOf = nameKeys();
  return (Object.keys(layout) as SheetKey[]).flatMap((key) => {
    const sheet = layout[key];
    if (sheet.kind !== 'table' || sheet.unique.length === 0) return [];
    const columns: Columns = sheet.columns;
    const first = new Map<string, AnyRow & { at: CellRef }>();
    return (facts[key] as unknown as readonly (AnyRow & { at: CellRef })[]).flatMap((row) => {
      const id = sheet.unique.map((name) => keyOf(String(cellValue(row, name)))).join('\n');
      const before = first.get(id);
      if (!before) {
        first.set(id, row);
        return [];
      }
      const shown = sheet.unique.map((name) => cellText(row, name, columns[name]));
      const found = shown.filter((value) => value !== '').join('、');
      const details = { at: leadOf(row, sheet.unique), row: `第${row.at.row}行`, found };
      return [
        finding('R05', {
          ...details,
          values: { other: String(before.at.row) },
          related: [leadOf(before, sheet.unique)],
        }),
      ];
    });
  });
}

/** The rows that a sheet must have whatever the office has to say; each is told at the sheet. */
function fixedRows(sheet: SheetKey, list: Readonly<Record<string, string>>, present: readonly string[]): Finding[] {
  const at = { sheet: layout[sheet].name, row: 0, column: 0 };
  return Object.values(list)
    .filter((id) => !present.includes(id))
    .map((id) => finding('R09', { at, expected: labelOf(list, id) }));
}

const threePublicRows = ({ facts }: CheckContext): Finding[] =>
  fixedRows(
    'threePublic',
    threePublicItems,
    facts.threePublic.map((row) => row.item.value),
  );

const lastYearRows = ({ facts }: CheckContext): Finding[] =>
  fixedRows(
    'lastYear',
    comparedLines,
    facts.lastYear.map((row) => row.line.value),
  );

function unitsFitKind({ facts }: CheckContext): Finding[] {
  const { units, entity } = facts;
  const own = units.filter((unit) => unit.own.value === 'yes');
  const place = { sheet: layout.units.name, row: 0, column: 0 };
  const findings: Finding[] = [];
  if (own.length !== 1) {
    const at = own[1]?.own.at ?? place;
    findings.push(finding('R07', { at, found: String(own.length), related: own.map((unit) => unit.own.at) }));
  }
  if (entity.kind.value === 'unit' && units.length > 1) {
    findings.push(finding('R12', { at: units[1]?.name.at ?? place, found: String(units.length) }));
  }
  for (const unit of own) {
    if (own.length === 1 && unit.name.value !== entity.name.value) {
      const related = [entity.name.at];
      findings.push(finding('R16', { at: unit.name.at, found: unit.name.value, expected: entity.name.value, related }));
    }
  }
  return findings;
}

/** The form leaves nothing between the entity's name and the year; `某局22026年` is no year. */
function nameBeforeYear({ facts: { entity } }: CheckContext): Finding[] {
  const { name, year } = entity;
  if (!runsIntoNext(name.value)) return [];
  return [finding('R21', { at: name.at, found: name.value, expected: `年度“${year.value}年”`, related: [year.at] })];
}

/** A place in the explanations that two rows claim; the second is named. */
function sameOrder(cells: readonly (Cell<number> | undefined)[], column: string): Finding[] {
  const first = new Map<number, Cell<number>>();
  return cells.flatMap((cell) => {
    const before = cell && first.get(cell.value);
    if (cell && !before) first.set(cell.value, cell);
    return cell && before
      ? [finding('R17', { at: cell.at, column, found: String(cell.value), related: [before.at] })]
      : [];
  });
}

function projectOrder({ facts }: CheckContext): Finding[] {
  const { order, carryOverOrder } = layout.projects.columns;
  return [
    ...sameOrder(
      facts.projects.map((row) => row.order),
      order.header,
    ),
    ...sameOrder(
      facts.projects.map((row) => row.carryOverOrder),
      carryOverOrder.header,
    ),
  ];
}

const commissionedOrder = ({ facts }: CheckContext): Finding[] =>
  sameOrder(
    facts.commissioned.map((row) => row.order),
    layout.commissioned.columns.order.header,
  );

export const structureChecks: readonly Check[] = [
  { title: '重复行', reads: [], run: duplicates },
  { title: '“三公”经费的固定行', reads: ['threePublic'], run: threePublicRows },
  { title: '上年对比的固定行', reads: ['lastYear'], run: lastYearRows },
  { title: '预算单位与公开类型', reads: ['units', 'entity'], run: unitsFitKind },
  { title: '名称与年度', reads: ['entity'], run: nameBeforeYear },
  { title: '项目说明顺序', reads: ['projects'], run: projectOrder },
  { title: '委托业务费说明顺序', reads: ['commissioned'], run: commissionedOrder },
];
