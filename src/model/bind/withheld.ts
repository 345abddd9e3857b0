/**
 * Withheld projects (FORM text-5): whatever the office typed into their other fields must not reach any output, so
 * those cells are never read — not even to complain about them. Their performance goals are left out as well.
 */
import { type Finding, finding } from '../../diagnostics/finding.js';
import type { CellRef } from '../../vocabulary/cells.js';
import { nameKeys } from '../../vocabulary/names.js';
import type { RawCell } from '../../workbook/cells.js';
import { layout, type SheetKey } from '../../workbook/layout/layout.js';
import type { AnyColumn } from '../../workbook/layout/types.js';
import type { CellsByColumn, TableContext } from './table.js';
import { nameSeen } from './text.js';

/** The sheets whose rows belong to projects. */
const sheetsOfProjects: readonly SheetKey[] = [
  'projects',
  'projectSpending',
  'commissioned',
  'projectGoals',
  'projectIndicators',
];

const rowId = ({ sheet, row }: Pick<CellRef, 'sheet' | 'row'>): string => `${sheet}\n${row}`;

export class WithheldProjects {
  readonly #projects = new Set<string>();
  readonly #names = new Set<string>();
  readonly #withheldGoals = new Set<string>();
  readonly #publicGoals = new Set<string>();
  readonly #unclaimed = new Set<string>();
  readonly #public = new Set<string>();
  /** Public projects that name no performance table, and the tables that are theirs by name. */
  readonly #nameless = new Set<string>();
  readonly #impliedGoals = new Set<string>();
  /** Rows that belong to a public project, or to none. */
  readonly #quotable = new Set<string>();
  readonly #keyOf = nameKeys();
  #state: 'found' | 'absent' | 'damaged';

  /** Whether 项目信息 is there; `damaged` when an error was made of it. Where it is not, any project may be withheld. */
  constructor(state: 'found' | 'absent' | 'damaged') {
    this.#state = state;
  }

  /** The columns of 项目信息 were not found. */
  cannotBeTold(): void {
    this.#state = 'damaged';
  }

  /** How the rows of a sheet may be read. 项目信息 must have been bound before the others. */
  rulesFor(key: SheetKey): Pick<TableContext, 'survey' | 'isWithheld' | 'refuse'> {
    const survey = key === 'projects' ? (rows: readonly CellsByColumn[]) => this.#register(rows) : () => {};
    const refuse = (row: CellsByColumn) =>
      key === 'projectGoals' || key === 'projectIndicators' ? this.#goal(key, row) : 'read';
    // where no column is hidden with its project, it makes no difference; but whose row it is is noted all the same
    const hides = Object.values<AnyColumn>(layout[key].columns).some((column) => column.withheldWithProject);
    return { survey, refuse, isWithheld: (row) => this.#isWithheld(key, row) && hides };
  }

  /**
   * Whether a finding about this place may quote what the office typed there. Once a project is withheld, or it cannot
   * be told, only rows that belong to a public project are quoted of the sheets of projects: any other may be a
   * withheld one's.
   */
  mayQuote(key: SheetKey | undefined, at: CellRef): boolean {
    if (key === undefined || !sheetsOfProjects.includes(key)) return true;
    return (this.#state === 'found' && this.#projects.size === 0) || this.#quotable.has(rowId(at));
  }

  /**
   * A project is taken as withheld unless it says 公开: a typing error must not publish it. Registered twice it is
   * withheld when any of the rows says so.
   */
  #register(rows: readonly CellsByColumn[]): void {
    const isPublic = (row: CellsByColumn) => this.#key(row.get('disclosure')) === '公开';
    for (const row of rows) {
      if (isPublic(row)) continue;
      this.#projects.add(this.#projectKey(row, 'name'));
      this.#names.add(this.#key(row.get('name')));
    }
    for (const row of rows) {
      const key = this.#projectKey(row, 'name');
      const goal = this.#key(row.get('goal'));
      const isWithheld = this.#projects.has(key);
      if (!isWithheld) this.#public.add(key);
      if (goal !== '') (isWithheld ? this.#withheldGoals : this.#publicGoals).add(goal);
      else if (!isWithheld) this.#nameless.add(key);
    }
  }

  #isWithheld(key: SheetKey, row: CellsByColumn): boolean {
    const isBasic = key === 'commissioned' && this.#key(row.get('nature')) === '基本支出';
    const project = this.#projectKey(row, key === 'projects' ? 'name' : 'project');
    if (isBasic || this.#public.has(project)) this.#quote(row);
    if (key === 'projects' || this.#state === 'found') return this.#projects.has(project);
    return !isBasic;
  }

  #quote(row: CellsByColumn): void {
    const [cell] = row.values();
    if (cell) this.#quotable.add(rowId(cell.at));
  }

  /**
   * A performance goal that no public project lists may be that of a withheld one whose own cell cannot be read or is
   * misspelt. With withheld projects about, it is told of by its place alone.
   */
  #goal(key: 'projectGoals' | 'projectIndicators', row: CellsByColumn): 'read' | 'drop' | Finding {
    const cell = row.get(key === 'projectGoals' ? 'name' : 'goal');
    const goal = this.#key(cell);
    if (this.#state === 'damaged') return 'drop';
    if (goal === '') return 'read';
    if (this.#publicGoals.has(goal)) {
      if (this.#withheldGoals.has(goal)) return key === 'projectGoals' ? finding('R20', { at: cell?.at }) : 'drop';
      this.#quote(row);
      return 'read';
    }
    if (this.#isImplied(key, row, goal)) {
      this.#quote(row);
      return 'read';
    }
    if (this.#withheldGoals.has(goal) || this.#names.has(goal) || this.#unclaimed.has(goal)) return 'drop';
    if (this.#state === 'found' && this.#projects.size === 0) return 'read';
    if (key === 'projectGoals') this.#unclaimed.add(goal);
    return finding('R19', { at: cell?.at });
  }

  /** A table that bears the name of a public project of its unit, which names none, and no withheld project's. */
  #isImplied(key: 'projectGoals' | 'projectIndicators', row: CellsByColumn, goal: string): boolean {
    if (this.#withheldGoals.has(goal) || this.#names.has(goal)) return false;
    if (key === 'projectIndicators') return this.#impliedGoals.has(goal);
    const isOwn = this.#nameless.has(this.#projectKey(row, 'name'));
    if (isOwn) this.#impliedGoals.add(goal);
    return isOwn;
  }

  /** By what names are resolved, of what is read: so that no row of the project is taken for another's. */
  #key(cell: RawCell | undefined): string {
    return cell ? this.#keyOf(nameSeen(cell)) : '';
  }

  #projectKey(row: CellsByColumn, name: string): string {
    return `${this.#key(row.get('unit'))}\n${this.#key(row.get(name))}`;
  }
}
