/**
 * Withheld projects (FORM text-5): whatever the office typed into their other fields must not reach any output, so those
 * cells are never read — not even to complain about them. Their performance goals are left out as well.
 */
import { type Finding, finding } from '../../diagnostics/finding.js';
import { nameKeys } from '../../vocabulary/names.js';
import type { RawCell } from '../../workbook/cells.js';
import { layout, type SheetKey } from '../../workbook/layout/layout.js';
import type { AnyColumn } from '../../workbook/layout/types.js';
import type { RawRow, TableContext } from './table.js';

export class WithheldProjects {
  readonly #projects = new Set<string>();
  readonly #names = new Set<string>();
  readonly #withheldGoals = new Set<string>();
  readonly #publicGoals = new Set<string>();
  readonly #unclaimed = new Set<string>();
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
  rulesFor(key: SheetKey): Pick<TableContext, 'isWithheld' | 'refuse'> {
    const readAll = () => 'read' as const;
    if (key === 'projects') return { isWithheld: (row) => this.#register(row), refuse: readAll };
    // where no column is hidden with its project, it makes no difference
    const hides = Object.values<AnyColumn>(layout[key].columns).some((column) => column.withheldWithProject);
    const ofProject = (row: RawRow) => this.#key(row.get('nature')) !== '基本支出';
    const isWithheld = (row: RawRow) =>
      hides && (this.#state === 'found' ? this.#projects.has(this.#projectKey(row, 'project')) : ofProject(row));
    if (key === 'projectGoals') return { isWithheld, refuse: (row) => this.#goal(row, 'name') };
    if (key === 'projectIndicators') return { isWithheld, refuse: (row) => this.#goal(row, 'goal') };
    return { isWithheld, refuse: readAll };
  }

  /** A project is taken as withheld unless it says 公开: a typing error must not publish it. */
  #register(row: RawRow): boolean {
    const goal = this.#key(row.get('goal'));
    const isPublic = this.#key(row.get('disclosure')) === '公开';
    if (goal !== '') (isPublic ? this.#publicGoals : this.#withheldGoals).add(goal);
    if (isPublic) return false;
    this.#projects.add(this.#projectKey(row, 'name'));
    this.#names.add(this.#key(row.get('name')));
    return true;
  }

  /**
   * A performance goal that no public project lists may be that of a withheld one whose own cell cannot be read or is
   * misspelt. With withheld projects about, it is told of by its place alone.
   */
  #goal(row: RawRow, column: 'name' | 'goal'): 'read' | 'drop' | Finding {
    const cell = row.get(column);
    const goal = this.#key(cell);
    if (this.#state === 'damaged') return 'drop';
    if (goal === '' || this.#publicGoals.has(goal)) return 'read';
    if (this.#withheldGoals.has(goal) || this.#names.has(goal) || this.#unclaimed.has(goal)) return 'drop';
    if (this.#state === 'found' && this.#projects.size === 0) return 'read';
    if (column === 'name') this.#unclaimed.add(goal);
    return finding('R19', { at: cell?.at });
  }

  /** The text by which two spellings of a name are one. */
  #key(cell: RawCell | undefined): string {
    return this.#keyOf(cell?.text ?? '');
  }

  #projectKey(row: RawRow, name: string): string {
    return `${this.#key(row.get('unit'))}\n${this.#key(row.get(name))}`;
  }
}
