/**
 * What must hold between printed values whatever the office: the rules that figures carry (docs/FORM.md), said of
 * values that were read off a document. tests/figures/relations.test.ts holds each against views of random facts.
 */

/** A value as printed, a number or words beside numbers, with the path of the view that prints it. */
export interface Read {
  readonly path: string;
  /** '' is a zero that a table leaves blank. */
  readonly text: string;
  /** The table that it stands in; -1 in the paragraphs. */
  readonly sheet: number;
}

/** A comparison with last year as printed. */
export interface ComparisonRead<R extends Read> {
  readonly base: string;
  readonly now: R;
  readonly change: R;
  readonly rate: R;
}

/** `same`: alike in two rows that say the same of the same, '' for a row without amounts. */
export interface OrderedRow<R extends Read> {
  readonly code: string;
  readonly same: string;
  readonly value: R;
}

type Holds<R extends Read> =
  /** One fact, printed the same wherever it stands. */
  | { readonly rule: 'same' }
  /** Exact amounts of a list's rows, or of one row's columns, added up and rounded once (FORM money-2). */
  | { readonly rule: 'sum'; readonly whole: R; readonly parts: readonly R[]; readonly by: 'rows' | 'columns' }
  | { readonly rule: 'share'; readonly value: R; readonly part: R; readonly whole: R }
  | ({ readonly rule: 'comparison' } & ComparisonRead<R>)
  /** Last year's amounts, which follow from this year's and their changes, add up. */
  | ({ readonly rule: 'lastYear' } & Readonly<Record<'wholes' | 'parts', readonly ComparisonRead<R>[]>>)
  | ({ readonly rule: 'atMost' } & Readonly<Record<'wholes' | 'parts', readonly R[]>>)
  /** Rows by code, as printed: in order, and each under the row that it is part of. No figure has part in that. */
  | { readonly rule: 'order'; readonly rows: readonly OrderedRow<R>[] }
  /** How many items of a list there are. */
  | { readonly rule: 'count'; readonly items: readonly Read[] }
  /** What the indicators of a performance table count. */
  | { readonly rule: 'weights' };

/** `values`: all that have part in it. */
export type Relation<R extends Read> = Holds<R> & { readonly values: readonly R[] };
export type Rule = Relation<Read>['rule'];

/** The facts that amounts are sums of: the ledger, and the sheets beside it. */
export type Space = 'ledger' | 'economic' | 'threePublic' | 'commissioned';
