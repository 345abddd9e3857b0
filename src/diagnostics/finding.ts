/** A finding: one thing that is wrong, doubtful or worth knowing, told to an accountant with the cell named. */
import type { CellRef } from '../vocabulary/cells.js';
import { address, fullAddress } from '../vocabulary/cells.js';
import { type Code, catalogue } from './catalogue/index.js';

/** Errors stop the document, warnings do not; notes are only for information. */
export type Severity = 'error' | 'warning' | 'note';

export interface Definition {
  readonly severity: Severity;
  readonly title: string;
  /** What was found and what was expected; `{name}` stands for a value that the finding brings. */
  readonly message: string;
  /** How to mend it. */
  readonly remedy: string;
}

export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly remedy: string;
  readonly at?: CellRef;
  /** What the row is called (a code, a project, a field) and what the column is called. */
  readonly row?: string;
  readonly column?: string;
  readonly found?: string;
  readonly expected?: string;
  /** Other cells concerned, never the finding's own: the addends of a total, the twin of a duplicate. */
  readonly related: readonly CellRef[];
}

export interface FindingDetails {
  readonly at?: CellRef | undefined;
  readonly row?: string | undefined;
  readonly column?: string | undefined;
  readonly found?: string | undefined;
  readonly expected?: string | undefined;
  readonly related?: readonly CellRef[];
  /** Further values for the `{name}`s of the message and the remedy. */
  readonly values?: Readonly<Record<string, string>>;
}

/** Quotes within quotes: `“小升规”专项` is told as `“‘小升规’专项”`. */
export const innerQuotes = (value: string): string => value.replaceAll('“', '‘').replaceAll('”', '’');

/** What each finding was made of, so that it can be told again without what it quotes (`withoutContent`). */
const madeOf = new WeakMap<Finding, FindingDetails>();

/** Stands where a finding would quote what must not be shown. */
export const hiddenContent = '（为防泄露不显示）';

/** Values that are never an office's own words: names of our columns and sheets, cells, rows. */
const ownValues = ['sheet', 'help', 'example', 'list', 'cells', 'other', 'count'] as const;

/** Findings that expect what the layout says: a closed list, so many digits, names of columns. */
const ownExpected: readonly Code[] = ['C10', 'C13', 'C14'];

/**
 * The same finding without anything of what the office typed: its place, its kind and the column stay. A finding about
 * a whole sheet (row 0) quotes only names of columns that are like ours.
 */
export function withoutContent(found: Finding): Finding {
  const details = madeOf.get(found) ?? {};
  const given = { ...details.values };
  if (found.at?.row === 0) return found;
  // of sheets and columns: our own names, what is like them, and numbers of rows
  const isOfSheet = found.code.startsWith('S');
  const kept = Object.fromEntries(Object.keys(given).map((name) => [name, hiddenContent]));
  for (const name of ownValues) if (given[name] !== undefined) kept[name] = given[name];
  // elsewhere it is chosen by what was typed
  if (given.nearest !== undefined) kept.nearest = isOfSheet ? given.nearest : '';
  const isOwn = isOfSheet || ownExpected.includes(found.code);
  const expected = isOwn ? details.expected : details.expected && hiddenContent;
  const row = details.row && (/^\d+$/.test(details.row) ? details.row : `第${found.at?.row}行`);
  const { at, column, related } = details;
  return finding(found.code, {
    at,
    column,
    row,
    expected,
    found: details.found && hiddenContent,
    values: kept,
    ...(related && { related }),
  });
}

/** Makes a finding of the catalogue; a `{name}` without a value is our mistake and throws. */
export function finding(code: Code, details: FindingDetails = {}): Finding {
  const definition: Definition = catalogue[code];
  const { at, row, column, found, expected, related = [], values = {} } = details;
  const known: Record<string, string | undefined> = { row, column, found, expected, sheet: at?.sheet, ...values };
  const fill = (template: string) =>
    template.replace(/\{(\w+)\}/g, (whole, name: string, start: number) => {
      const value = known[name];
      if (value === undefined) throw new Error(`finding ${code} needs {${name}}`);
      const quoted = template[start - 1] === '“' && template[start + whole.length] === '”';
      return quoted ? innerQuotes(value) : value;
    });
  const made: Finding = {
    code,
    severity: definition.severity,
    title: definition.title,
    message: fill(definition.message),
    remedy: fill(definition.remedy),
    related: related.filter((cell) => !at || fullAddress(cell) !== fullAddress(at)),
    ...(at && { at }),
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
    ...(found !== undefined && { found }),
    ...(expected !== undefined && { expected }),
  };
  madeOf.set(made, details);
  return made;
}

/** Sheet by sheet in tab order, then by row and column; findings without a cell first. */
export function inCellOrder(findings: readonly Finding[], sheetOrder: readonly string[]): Finding[] {
  const position = (f: Finding): [number, number, number] => [
    f.at ? sheetOrder.indexOf(f.at.sheet) : -2,
    f.at?.row ?? 0,
    f.at?.column ?? 0,
  ];
  return [...findings].sort((a, b) => {
    const [x, y] = [position(a), position(b)];
    return x[0] - y[0] || x[1] - y[1] || x[2] - y[2] || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
  });
}

/** Whether any of them stops the document. */
export const hasErrors = (findings: readonly Finding[]): boolean => findings.some((f) => f.severity === 'error');

/** Where a finding stands, as an office says it: `“项目支出”表 F12`. */
export function placeInWords(at: CellRef): string {
  if (at.row === 0) return `“${at.sheet}”表`;
  return at.column === 0 ? `“${at.sheet}”表第${at.row}行` : `“${at.sheet}”表 ${address(at)}`;
}
