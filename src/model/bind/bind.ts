/** Raw cells to facts: the sheets and columns that an edition needs, each value typed and with its cell. */
import { type Finding, finding } from '../../diagnostics/finding.js';
import { type CellRef, columnLetters } from '../../vocabulary/cells.js';
import type { RawSheet, RawWorkbook } from '../../workbook/cells.js';
import { guideSheetName, layout, type SheetKey } from '../../workbook/layout/layout.js';
import { importSheetName, listSheetName, resultSheetName } from '../../workbook/layout/lists.js';
import type { AnyColumn, Columns, Sheet } from '../../workbook/layout/types.js';
import { ofYear } from '../../workbook/write/wording.js';
import type { Facts } from '../facts.js';
import { type BoundForm, bindForm } from './form.js';
import { withImpliedGoals } from './impliedGoals.js';
import { locateSheets, sheetPlace } from './locate.js';
import { resolveNames } from './resolve.js';
import { type BoundTable, bindTable } from './table.js';
import type { ReadingContext } from './value.js';
import { WithheldProjects } from './withheld.js';

/** Which sheets and columns an edition's workbook has. */
export interface WorkbookScope {
  readonly year: number;
  readonly sheets: readonly SheetKey[];
  /** Columns (by key) that the edition does without. */
  readonly withoutColumns: Readonly<Partial<Record<SheetKey, readonly string[]>>>;
}

export interface BoundWorkbook {
  /** Complete only for the sheets that are not in `broken`. */
  readonly facts: Facts;
  readonly findings: readonly Finding[];
  /** Sheets with an error: what builds on them cannot be judged yet. */
  readonly broken: ReadonlySet<SheetKey>;
  readonly sheetOrder: readonly string[];
  /** Which sheet of the layout a tab of the workbook is. */
  readonly keyOfTab: ReadonlyMap<string, SheetKey>;
  /**
   * The cell of a column in a row, or of a field of a form, whether it is filled or blank; the whole row or sheet where
   * the workbook has no such column.
   */
  readonly cellOf: (key: SheetKey, column: string, row?: CellRef) => CellRef;
  /** Whether a finding about this place may quote what the office typed there (withheld projects). */
  readonly mayQuote: (at: CellRef) => boolean;
}

/** Tabs that the tool writes and that hold no facts. */
export const ignoredTabs = [guideSheetName, listSheetName, resultSheetName, importSheetName] as const;

/** The sheet as the edition has it, in the words of its year. */
export function scopedSheet(key: SheetKey, scope: WorkbookScope): Sheet {
  const sheet: Sheet = layout[key];
  const without = scope.withoutColumns[key] ?? [];
  const columns: Columns = Object.fromEntries(
    Object.entries<AnyColumn>(sheet.columns)
      .filter(([name]) => !without.includes(name))
      .map(([name, column]) => [name, ofYear(column, scope.year)]),
  );
  return sheet.kind === 'table'
    ? { ...sheet, columns, atLeastOneOf: sheet.atLeastOneOf.filter((name) => !without.includes(name)) }
    : { ...sheet, columns };
}

/** 基本信息 alone: it says which edition the rest is to be bound by. Findings come again with `bind`. */
export function bindEntity(workbook: RawWorkbook): Partial<Facts['entity']> {
  const { found } = locateSheets(workbook, new Map<SheetKey, Sheet>([['entity', layout.entity]]), []);
  const raw = found.get('entity');
  if (!raw) return {};
  return bindForm(layout.entity, raw, { amountUnit: 'yuan', date1904: workbook.date1904 }).fields as Partial<
    Facts['entity']
  >;
}

/**
 * The facts of the sheets that `scope` has, and everything that is wrong with their cells. Facts are whole only
 * without errors.
 */
export function bind(workbook: RawWorkbook, scope: WorkbookScope): BoundWorkbook {
  const sheets = new Map(scope.sheets.map((key) => [key, scopedSheet(key, scope)]));
  const located = locateSheets(workbook, sheets, ignoredTabs);
  const findings: Finding[] = [...located.findings, ...hiddenParts([...located.found.values()])];
  const broken = new Set<SheetKey>(located.missing);
  const entity = bindEntity(workbook);
  const reading: ReadingContext = { amountUnit: entity.amountUnit?.value ?? 'yuan', date1904: workbook.date1904 };
  const withheld = new WithheldProjects(
    located.missing.has('projects') ? 'damaged' : located.found.has('projects') ? 'found' : 'absent',
  );
  const facts: Partial<Record<SheetKey, unknown>> = {};
  const cells = new Map<SheetKey, BoundForm | BoundTable>();
  // 预算单位 first, since a blank may mean the only one; then 项目信息: it says whose other fields must not be looked at.
  const first = ['units', 'projects'] as const;
  for (const key of [...first, ...scope.sheets.filter((name) => name !== 'units' && name !== 'projects')]) {
    const [sheet, raw] = [sheets.get(key), located.found.get(key)];
    if (!sheet || !raw) continue;
    const result =
      sheet.kind === 'form'
        ? bindForm(sheet, raw, reading)
        : bindTable(sheet, raw, {
            ...reading,
            ...withheld.rulesFor(key),
            blanks: blanksOf(key, sheet, entity, facts.units),
          });
    findings.push(...result.findings);
    if (key === 'projects' && 'columnsFound' in result && !result.columnsFound) withheld.cannotBeTold();
    const waits = 'waits' in result && result.waits;
    if (waits || result.findings.some((found) => found.severity === 'error')) broken.add(key);
    cells.set(key, result);
    facts[key] = 'fields' in result ? result.fields : result.rows;
  }
  const empty = Object.fromEntries(
    Object.entries(layout).map(([key, sheet]) => [key, sheet.kind === 'form' ? {} : []]),
  );
  const resolved = resolveNames({ ...empty, ...facts } as unknown as Facts, broken);
  for (const key of resolved.broken) broken.add(key);
  const keyOfTab = new Map([...located.found].map(([key, raw]) => [raw.name, key]));
  return {
    facts: withImpliedGoals(resolved.facts),
    findings: [...findings, ...resolved.findings],
    broken,
    sheetOrder: workbook.sheets.map((sheet) => sheet.name),
    keyOfTab,
    cellOf: (key, column, row) => cellIn(cells.get(key), column, row) ?? sheetPlace(layout[key].name),
    mayQuote: (at) => withheld.mayQuote(keyOfTab.get(at.sheet), at),
  };
}

function cellIn(bound: BoundForm | BoundTable | undefined, column: string, row: CellRef | undefined) {
  if (bound && 'places' in bound) return bound.places.get(column);
  return row && { ...row, column: bound?.columns.get(column) ?? 0 };
}

/**
 * What a blank means: the unit itself where only a unit publishes, or the only unit that is registered; '' as long as
 * its name is missing.
 */
function blanksOf(
  key: SheetKey,
  { columns }: Sheet,
  { kind, name }: Partial<Facts['entity']>,
  units: unknown,
): ReadonlyMap<string, string> {
  const isUnit = kind?.value === 'unit';
  if (key === 'units') return new Map(isUnit ? [['name', name?.value ?? '']] : []);
  const [first, second] = (units ?? []) as Facts['units'];
  if (second || !(first?.name || isUnit)) return new Map();
  const wanted = Object.entries(columns).filter(([, { type, required }]) => type.kind === 'unitName' && required);
  return new Map(wanted.map(([column]) => [column, first?.name?.value ?? '']));
}

/** Hidden content still counts, so it is pointed out (FACT published-8). */
function hiddenParts(sheets: readonly RawSheet[]): Finding[] {
  const findings: Finding[] = [];
  for (const sheet of sheets) {
    const rows = sheet.hiddenRows.size > 0 ? [...sheet.rows.keys()].filter((row) => sheet.hiddenRows.has(row)) : [];
    const columns = usedColumns(sheet, sheet.hiddenColumns);
    const at = (row: number): CellRef => ({ sheet: sheet.name, row, column: 0 });
    if (sheet.hidden) findings.push(finding('S07', { at: sheetPlace(sheet.name), values: { cells: '' } }));
    const [first] = rows;
    if (first !== undefined)
      findings.push(finding('S07', { at: at(first), values: { cells: `第${runsText(rows, String, '至')}行` } }));
    if (columns.length > 0) {
      const cells = `有 ${runsText(columns, columnLetters, ':')} 列`;
      findings.push(finding('S07', { at: sheetPlace(sheet.name), values: { cells } }));
    }
  }
  return findings;
}

/** `5至9、12`, `A:C、F`: numbers in ascending order, those in a row as a range. */
function runsText(numbers: readonly number[], name: (number: number) => string, to: string): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, last]) => (from === last ? name(from) : `${name(from)}${to}${name(last)}`)).join('、');
}

/** Those of the columns that hold a cell. */
function usedColumns(sheet: RawSheet, columns: ReadonlySet<number>): number[] {
  const rows = columns.size > 0 ? [...sheet.rows.values()] : [];
  return [...columns].sort((a, b) => a - b).filter((column) => rows.some((cells) => cells.has(column)));
}
