/** Names that refer to another sheet: brought to the spelling of the sheet that declares them, or refused. */
import { type Finding, finding, innerQuotes } from '../../diagnostics/finding.js';
import { address, type CellRef } from '../../vocabulary/cells.js';
import { likeNames, nameKeys } from '../../vocabulary/names.js';
import { layout, type SheetKey } from '../../workbook/layout/layout.js';
import type { AnyColumn, Cell, Sheet } from '../../workbook/layout/types.js';
import type { Facts } from '../facts.js';

export interface Resolved {
  readonly facts: Facts;
  readonly findings: readonly Finding[];
  readonly broken: ReadonlySet<SheetKey>;
}

type KeyOf = ReturnType<typeof nameKeys>;
type Row = Readonly<Record<string, Cell<unknown> | CellRef | undefined>>;

/** Where each kind of name is declared. */
const declaredIn = { unitName: 'units', projectName: 'projects', goalName: 'projectGoals' } as const;
type NameKind = keyof typeof declaredIn;

const isNameKind = (kind: string): kind is NameKind => kind in declaredIn;

/** A column whose names refer to another sheet. */
interface Referring {
  readonly key: string;
  readonly column: AnyColumn;
  readonly kind: NameKind;
}

/** The columns of each table that refer, in the order of the layout; the column that declares a name does not. */
const referring = new Map<SheetKey, readonly Referring[]>();
for (const [sheet, { kind, columns }] of Object.entries(layout) as [SheetKey, Sheet][]) {
  const found = Object.entries(columns).flatMap(([key, column]) => {
    const type = column.type.kind;
    return isNameKind(type) && !(declaredIn[type] === sheet && key === 'name') ? [{ key, column, kind: type }] : [];
  });
  if (kind === 'table' && found.length > 0) referring.set(sheet, found);
}

const isCell = (value: Row[string]): value is Cell<string> => value !== undefined && 'value' in value;

/** `unit⏎project` for projects, whose names are only unique within a unit; the name itself for the others. */
function scopeOf(kind: NameKind, row: Row, name: string, keyOf: KeyOf): string {
  const unit = row.unit;
  return kind === 'projectName' && isCell(unit) ? `${keyOf(unit.value)}\n${keyOf(name)}` : keyOf(name);
}

/** A name as its sheet registers it, with the unit that it belongs to where names are only unique within one. */
interface Declared {
  readonly name: string;
  readonly at: CellRef;
  readonly unit: string | undefined;
}

function declarations(facts: Facts, kind: NameKind, keyOf: KeyOf): Map<string, Declared> {
  const rows = facts[declaredIn[kind]] as unknown as readonly Row[];
  return new Map(
    rows.flatMap((row) => {
      const { name, unit } = row;
      if (!isCell(name)) return [];
      const of = kind === 'projectName' && isCell(unit) ? unit.value : undefined;
      return [[scopeOf(kind, row, name.value, keyOf), { name: name.value, at: name.at, unit: of }]];
    }),
  );
}

/** A name that is not declared, and all cells that use it, of whatever sheet. */
interface Undeclared {
  readonly kind: NameKind;
  readonly column: AnyColumn;
  readonly unit: string | undefined;
  readonly cells: Cell<string>[];
}

/** 委托业务费 of 基本支出 is named freely; only that of projects refers to 项目信息. */
function refers(sheet: SheetKey, row: Row): boolean {
  return sheet !== 'commissioned' || (isCell(row.nature) && row.nature.value === 'project');
}

/** Units first: a project's name only means something within its unit, so its own reference waits for the unit's. */
const passes: readonly (readonly NameKind[])[] = [['unitName'], ['projectName', 'goalName']];

/**
 * Replaces every referring name by the declared spelling. Differences of width, space and quotes are noted; a name that
 * is not declared is an error (once for each name, with all cells that use it), unless the declaring sheet is itself in
 * error.
 */
export function resolveNames(facts: Facts, brokenBefore: ReadonlySet<SheetKey>): Resolved {
  let resolved: Resolved = { facts, findings: [], broken: new Set() };
  const keyOf = nameKeys();
  for (const kinds of passes) {
    const pass = new Pass(resolved.facts, kinds, new Set([...brokenBefore, ...resolved.broken]), keyOf);
    const next = pass.run();
    resolved = {
      facts: next.facts,
      findings: [...resolved.findings, ...next.findings],
      broken: new Set([...resolved.broken, ...next.broken]),
    };
  }
  return resolved;
}

class Pass {
  readonly #facts: Facts;
  readonly #keyOf: KeyOf;
  /** The declared names of the kinds that this pass resolves, as far as the sheets that declare them are whole. */
  readonly #known: ReadonlyMap<NameKind, ReadonlyMap<string, Declared>>;
  readonly #units: ReadonlyMap<string, Declared>;
  readonly #broken = new Set<SheetKey>();
  readonly #notes: Finding[] = [];
  /** The declared names that some cell uses. */
  readonly #used = new Set<Declared>();
  /** What is not declared, by kind and name. */
  readonly #unknown = new Map<string, Undeclared>();

  constructor(facts: Facts, kinds: readonly NameKind[], damaged: ReadonlySet<SheetKey>, keyOf: KeyOf) {
    this.#facts = facts;
    this.#keyOf = keyOf;
    const whole = kinds.filter((kind) => !damaged.has(declaredIn[kind]));
    this.#known = new Map(whole.map((kind) => [kind, declarations(facts, kind, keyOf)]));
    this.#units = this.#known.get('unitName') ?? declarations(facts, 'unitName', keyOf);
  }

  run(): Resolved {
    const result: Record<string, unknown> = { ...this.#facts };
    for (const [sheet, all] of referring) {
      const columns = all.filter(({ kind }) => this.#known.has(kind));
      if (columns.length === 0) continue;
      const rows = this.#facts[sheet] as unknown as readonly Row[];
      result[sheet] = rows.map((row) => this.#row(sheet, columns, row));
    }
    const findings = [...this.#notes, ...[...this.#unknown.values()].map((one) => this.#undeclared(one))];
    return { facts: result as unknown as Facts, findings, broken: this.#broken };
  }

  #row(sheet: SheetKey, columns: readonly Referring[], row: Row): Row {
    let resolved = row;
    for (const one of columns) {
      const cell = this.#cell(sheet, one, row);
      if (cell) resolved = { ...resolved, [one.key]: cell };
    }
    return resolved;
  }

  #cell(sheet: SheetKey, { key, column, kind }: Referring, row: Row): Cell<string> | undefined {
    const cell = row[key];
    const known = this.#known.get(kind);
    if (!isCell(cell) || !known) return undefined;
    if (kind === 'projectName' && !(refers(sheet, row) && this.#hasUnit(row))) return undefined;
    const scope = scopeOf(kind, row, cell.value, this.#keyOf);
    const declared = known.get(scope);
    if (declared === undefined) {
      this.#broken.add(sheet);
      const id = `${kind}\n${scope}`;
      const one = this.#unknown.get(id);
      const unit = kind === 'projectName' && isCell(row.unit) ? row.unit.value : undefined;
      if (one) one.cells.push(cell);
      else this.#unknown.set(id, { kind, column, unit, cells: [cell] });
      return undefined;
    }
    this.#used.add(declared);
    if (declared.name === cell.value) return undefined;
    const details = { at: cell.at, found: cell.value, expected: declared.name, column: column.header };
    this.#notes.push(finding('R10', { ...details, values: { list: layout[declaredIn[kind]].name } }));
    return { value: declared.name, at: cell.at };
  }

  /** Without a unit that is declared there is no telling which projects are meant. */
  #hasUnit(row: Row): boolean {
    return isCell(row.unit) && this.#units.has(this.#keyOf(row.unit.value));
  }

  #undeclared({ kind, column, unit, cells }: Undeclared): Finding {
    const [first, ...others] = cells;
    const found = first?.value ?? '';
    const all = [...(this.#known.get(kind)?.values() ?? [])];
    const own = all.filter((one) => unit === undefined || one.unit === unit);
    const names = likeNames(
      found,
      own.map(({ name }) => name),
    );
    const like = own.filter(({ name }) => names.includes(name));
    const elsewhere = all.filter((one) => !own.includes(one) && this.#keyOf(one.name) === this.#keyOf(found));
    const values = { list: layout[declaredIn[kind]].name, nearest: this.#hint(like, elsewhere, cells.length) };
    const related = [...others, ...like, ...(like.length > 0 ? [] : elsewhere)].map(({ at }) => at);
    return finding('R01', { at: first?.at, found, column: column.header, values, related });
  }

  /**
   * What may have been meant. A like name that is registered and that nothing uses is as likely to be the one that is
   * misspelt, the more so the more cells agree on the other.
   */
  #hint(like: readonly Declared[], elsewhere: readonly Declared[], cells: number): string {
    const [one, second] = like;
    if (one && !second && !this.#used.has(one)) {
      const either = cells > 1 ? '多半是登记的名称写错了' : '两处必有一处写错';
      return `；该表 ${address(one.at)} 登记的“${innerQuotes(one.name)}”与它相近，别处又没有用到，${either}`;
    }
    if (one) return `，是不是${like.map(({ name }) => `“${innerQuotes(name)}”`).join('或')}`;
    const [other] = elsewhere;
    return other?.unit === undefined ? '，也没有相近的名称' : `，这个项目登记在“${innerQuotes(other.unit)}”之下`;
  }
}
