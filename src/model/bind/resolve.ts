/** Names that refer to another sheet: brought to the spelling of the sheet that declares them, or refused. */
import { type Finding, finding } from '../../diagnostics/finding.js';
import type { CellRef } from '../../workbook/cells.js';
import { layout, type SheetKey } from '../../workbook/layout/layout.js';
import type { AnyColumn, Cell } from '../../workbook/layout/types.js';
import type { Facts } from '../facts.js';
import { nameKey, nearest } from './names.js';

export interface Resolved {
  readonly facts: Facts;
  readonly findings: readonly Finding[];
  readonly broken: ReadonlySet<SheetKey>;
}

type Row = Readonly<Record<string, Cell<unknown> | CellRef | undefined>>;

/** Where each kind of name is declared. */
const declaredIn = { unitName: 'units', projectName: 'projects', goalName: 'projectGoals' } as const;
type NameKind = keyof typeof declaredIn;

const isNameKind = (kind: string): kind is NameKind => kind in declaredIn;
const isCell = (value: Row[string]): value is Cell<string> => value !== undefined && 'value' in value;

/** `unit⏎project` for projects, whose names are only unique within a unit; the name itself for the others. */
function scopeOf(kind: NameKind, row: Row, name: string): string {
  const unit = row.unit;
  return kind === 'projectName' && isCell(unit) ? `${nameKey(unit.value)}\n${nameKey(name)}` : nameKey(name);
}

function declarations(facts: Facts, kind: NameKind): Map<string, string> {
  const rows = facts[declaredIn[kind]] as unknown as readonly Row[];
  const names = rows.flatMap((row) => (isCell(row.name) ? [[row, row.name.value] as const] : []));
  return new Map(names.map(([row, name]) => [scopeOf(kind, row, name), name]));
}

/** 委托业务费 of 基本支出 is named freely; only that of projects refers to 项目信息. */
function refers(sheet: SheetKey, row: Row): boolean {
  return sheet !== 'commissioned' || (isCell(row.nature) && row.nature.value === 'project');
}

/**
 * Replaces every referring name by the declared spelling. Differences of width, space and quotes are noted; a name that is
 * not declared is an error, unless the declaring sheet is itself in error.
 */
export function resolveNames(facts: Facts, brokenBefore: ReadonlySet<SheetKey>): Resolved {
  const known = {
    unitName: declarations(facts, 'unitName'),
    projectName: declarations(facts, 'projectName'),
    goalName: declarations(facts, 'goalName'),
  };
  const findings: Finding[] = [];
  const broken = new Set<SheetKey>();
  const resolveCell = (sheet: SheetKey, key: string, column: AnyColumn, row: Row): Cell<string> | undefined => {
    const cell = row[key];
    const kind = column.type.kind;
    if (!isCell(cell) || !isNameKind(kind) || (declaredIn[kind] === sheet && key === 'name')) return undefined;
    if (kind === 'projectName' && !refers(sheet, row)) return undefined;
    const declared = known[kind].get(scopeOf(kind, row, cell.value));
    if (declared === cell.value || brokenBefore.has(declaredIn[kind])) return undefined;
    const values = { list: layout[declaredIn[kind]].name };
    if (declared !== undefined) {
      findings.push(
        finding('R10', { at: cell.at, found: cell.value, expected: declared, column: column.header, values }),
      );
      return { value: declared, at: cell.at };
    }
    const like = nearest(cell.value, [...new Set(known[kind].values())]);
    const phrase = { ...values, nearest: like === undefined ? '' : `，是不是“${like}”` };
    findings.push(finding('R01', { at: cell.at, found: cell.value, column: column.header, values: phrase }));
    broken.add(sheet);
    return undefined;
  };
  const result: Record<string, unknown> = { ...facts };
  for (const [key, sheet] of Object.entries(layout) as [SheetKey, (typeof layout)[SheetKey]][]) {
    if (sheet.kind !== 'table') continue;
    result[key] = (facts[key] as unknown as readonly Row[]).map((row) => {
      const changed = Object.entries(sheet.columns).flatMap(([name, column]) => {
        const cell = resolveCell(key, name, column as AnyColumn, row);
        return cell ? [[name, cell] as const] : [];
      });
      return changed.length > 0 ? { ...row, ...Object.fromEntries(changed) } : row;
    });
  }
  return { facts: result as unknown as Facts, findings, broken };
}
