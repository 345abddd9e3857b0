/**
 * The vocabulary in which the workbook is declared. One declaration (see layout.ts) serves reading, the blank
 * workbook and the documentation; the TypeScript types of the facts follow from it.
 */

import type { CellRef } from '../../vocabulary/cells.js';
import type { Money, Quantity } from '../../vocabulary/money.js';

/** A value and the cell it came from. */
export interface Cell<T> {
  readonly value: T;
  readonly at: CellRef;
}

/** What may stand in a column or field, and how it is read. */
export type CellType =
  | { readonly kind: 'text' }
  | { readonly kind: 'longText' }
  | { readonly kind: 'amount' }
  | { readonly kind: 'count' }
  | { readonly kind: 'quantity' }
  | { readonly kind: 'year' }
  | { readonly kind: 'date' }
  /** Keys are the words the office picks, values our ids for them. */
  | { readonly kind: 'choice'; readonly choices: Readonly<Record<string, string>> }
  /** `digits`: the lengths allowed (3 类, 5 款, 7 项). May also be typed in three cells under 类, 款, 项. */
  | { readonly kind: 'functionCode'; readonly digits: readonly number[] }
  | { readonly kind: 'economicCode'; readonly digits: readonly number[] }
  /** Any code of the sheet 科目名称; its length is checked against the row's 科目类别. */
  | { readonly kind: 'anyCode' }
  | { readonly kind: 'unitName' }
  | { readonly kind: 'projectName' }
  | { readonly kind: 'goalName' }
  /** Shown to the office by a formula, never read. */
  | { readonly kind: 'display'; readonly formula: DisplayFormula };

/** What a `display` column shows; the writer of the blank workbook turns it into a formula. */
export type DisplayFormula =
  | { readonly show: 'codeName'; readonly code: string }
  /** The name that holds for the row where its own cell is blank. */
  | { readonly show: 'block'; readonly column: string }
  | { readonly show: 'sum'; readonly columns: readonly string[] };

declare const valueType: unique symbol;

export interface Column<T, Required extends boolean> {
  /** The header in the sheet; also how the column is called in messages. */
  readonly header: string;
  readonly type: CellType;
  /** A blank cell is an error: where money belongs in any case, 0 is typed (FORM money-7). */
  readonly required: Required;
  /** May be blank, but in the cases that the help names it is missed. */
  readonly expected: boolean;
  /** What belongs in the cell, for the office. */
  readonly help: string;
  readonly example: string;
  /** Where it shows in the document, e.g. 表5、说明五（三）. */
  readonly printedIn: string;
  /** Never read, printed or quoted when the row's project is 不予公开 (FORM text-5). */
  readonly withheldWithProject: boolean;
  /** Usual words, offered as a drop-down; other text is as good. */
  readonly suggestions: readonly string[];
  /**
   * The form's words after which the text is printed within a sentence: one line, and these words not typed again. ''
   * for others.
   */
  readonly leadIn: string;
  /** The form's mark right after the text, which is not typed again. '' for others. */
  readonly followedBy: string;
  readonly [valueType]?: T;
}

// biome-ignore lint/suspicious/noExplicitAny: the widest column; T is a phantom type that only inference reads
export type AnyColumn = Column<any, boolean>;
export type Columns = Readonly<Record<string, AnyColumn>>;

/** A sheet of rows under a header row. */
export interface TableSheet<C extends Columns = Columns> {
  readonly kind: 'table';
  readonly name: string;
  /** What the sheet is for, for the office. */
  readonly help: string;
  readonly columns: C;
  /** False: the sheet must be there and hold at least one row. */
  readonly mayBeEmpty: boolean;
  /** Each row needs a value in at least one of these columns. */
  readonly atLeastOneOf: readonly (keyof C & string)[];
  /** No two rows may agree in all of these columns. */
  readonly unique: readonly (keyof C & string)[];
  /** A choice column of which the blank workbook writes one row per choice. */
  readonly prefilled?: keyof C & string;
  /** A column that may be blank below the first row of a block: the name above holds on. */
  readonly continues?: keyof C & string;
}

/** A sheet of named fields: 项目 | 内容 | 填写说明. */
export interface FormSheet<C extends Columns = Columns> {
  readonly kind: 'form';
  readonly name: string;
  readonly help: string;
  readonly columns: C;
  readonly mayBeEmpty: boolean;
}

export type Sheet = TableSheet | FormSheet;

type ValueOf<C> = C extends Column<infer T, infer R> ? (R extends true ? Cell<T> : Cell<T> | undefined) : never;

/** One bound row: every column's value with its cell, and where the row stands. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: ValueOf<C[K]> } & { readonly at: CellRef };
export type FormOf<C extends Columns> = { readonly [K in keyof C]: ValueOf<C[K]> };
export type FactsOf<S> =
  S extends TableSheet<infer C> ? readonly RowOf<C>[] : S extends FormSheet<infer C> ? FormOf<C> : never;

interface Details<R extends boolean> {
  readonly required: R;
  readonly expected?: boolean;
  readonly help: string;
  readonly example?: string;
  readonly printedIn?: string;
  readonly withheldWithProject?: boolean;
  readonly leadIn?: string;
  readonly followedBy?: string;
  readonly suggestions?: readonly string[];
}

function column<T, R extends boolean>(header: string, type: CellType, details: Details<R>): Column<T, R> {
  const { required, help, example = '', printedIn = '', withheldWithProject = false, leadIn = '' } = details;
  const { followedBy = '', suggestions = [], expected = false } = details;
  const words = { help, example, printedIn, leadIn, followedBy, suggestions };
  return { header, type, required, expected, withheldWithProject, ...words };
}

/** How much a column or field is needed, in one word. */
export const columnNeed = ({ type, required, expected }: AnyColumn): '自动' | '必填' | '应填' | '选填' =>
  type.kind === 'display' ? '自动' : required ? '必填' : expected ? '应填' : '选填';

/** Whether line breaks are kept: not in what is printed within a sentence. */
export const keepsLines = ({ type, leadIn }: AnyColumn): boolean => type.kind === 'longText' && leadIn === '';

/** A text on one line. */
export const text = <const R extends boolean>(header: string, details: Details<R>) =>
  column<string, R>(header, { kind: 'text' }, details);
/** A text that may have several lines. */
export const longText = <const R extends boolean>(header: string, details: Details<R>) =>
  column<string, R>(header, { kind: 'longText' }, details);
/** An amount of money: in the workbook in 元 or 万元 as 基本信息 says, bound in 元. */
export const amount = <const R extends boolean>(header: string, details: Details<R>) =>
  column<Money, R>(header, { kind: 'amount' }, details);
/** A whole number of things. */
export const count = <const R extends boolean>(header: string, details: Details<R>) =>
  column<number, R>(header, { kind: 'count' }, details);
/** A measured quantity that is not money (平方米, 分值). */
export const quantity = <const R extends boolean>(header: string, details: Details<R>) =>
  column<Quantity, R>(header, { kind: 'quantity' }, details);
/** A year in four digits. */
export const year = <const R extends boolean>(header: string, details: Details<R>) =>
  column<number, R>(header, { kind: 'year' }, details);
/** A date, as the text that is printed. */
export const date = <const R extends boolean>(header: string, details: Details<R>) =>
  column<string, R>(header, { kind: 'date' }, details);
/** One of a closed list: the office picks a key of `choices`, its value is our id. */
export const choice = <const C extends Readonly<Record<string, string>>, const R extends boolean>(
  header: string,
  choices: C,
  details: Details<R>,
) => column<C[keyof C], R>(header, { kind: 'choice', choices }, details);
/** A functional code of one of so many `digits` (FORM fact-7). */
export const functionCode = <const R extends boolean>(header: string, digits: readonly number[], details: Details<R>) =>
  column<string, R>(header, { kind: 'functionCode', digits }, details);
/** An economic code of one of so many `digits` (FORM fact-7). */
export const economicCode = <const R extends boolean>(header: string, digits: readonly number[], details: Details<R>) =>
  column<string, R>(header, { kind: 'economicCode', digits }, details);
/** A code of either kind. */
export const anyCode = <const R extends boolean>(header: string, details: Details<R>) =>
  column<string, R>(header, { kind: 'anyCode' }, details);
/** Help of the columns that may be blank where there is only one unit. */
export const onlyUnitHelp = '从“预算单位”表中选；只有一个预算单位的可以不填。';

/** The name of a 预算单位 that the sheet 预算单位 registers. */
export const unitName = <const R extends boolean>(header: string, details: Details<R>) =>
  column<string, R>(header, { kind: 'unitName' }, details);
/** The name of a project that the sheet 项目信息 registers. */
export const projectName = <const R extends boolean>(header: string, details: Details<R>) =>
  column<string, R>(header, { kind: 'projectName' }, details);
/** The name of a performance table. */
export const goalName = <const R extends boolean>(header: string, details: Details<R>) =>
  column<string, R>(header, { kind: 'goalName' }, details);
/** A column that shows what a formula gives; never read. */
export const display = (header: string, formula: DisplayFormula, help: string) =>
  column<never, false>(header, { kind: 'display', formula }, { required: false, help });

interface TableOptions<C extends Columns> {
  readonly mayBeEmpty?: boolean;
  readonly atLeastOneOf?: readonly (keyof C & string)[];
  readonly unique?: readonly (keyof C & string)[];
  readonly prefilled?: keyof C & string;
  readonly continues?: keyof C & string;
}

/** A sheet with one fact a row. */
export function table<C extends Columns>(
  name: string,
  help: string,
  columns: C,
  options: TableOptions<C> = {},
): TableSheet<C> {
  const { mayBeEmpty = false, atLeastOneOf = [], unique = [], prefilled, continues } = options;
  const named = { ...(prefilled ? { prefilled } : {}), ...(continues ? { continues } : {}) };
  return { kind: 'table', name, help, columns, mayBeEmpty, atLeastOneOf, unique, ...named };
}

/** A sheet with one field a row. */
export function form<C extends Columns>(name: string, help: string, columns: C, mayBeEmpty = false): FormSheet<C> {
  return { kind: 'form', name, help, columns, mayBeEmpty };
}
