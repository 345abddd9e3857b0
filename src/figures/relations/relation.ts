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

export type Relation<R extends Read> =
  /** One fact, printed the same wherever it stands. */
  | { readonly rule: 'same'; readonly values: readonly R[] }
  /** Exact amounts of a list's rows, or of one row's columns, added up and rounded once (FORM money-2). */
  | { readonly rule: 'sum'; readonly whole: R; readonly parts: readonly R[]; readonly by: 'rows' | 'columns' }
  | { readonly rule: 'share'; readonly value: R; readonly part: R; readonly whole: R }
  | ({ readonly rule: 'comparison' } & ComparisonRead<R>)
  /** Last year's amounts, which follow from this year's and their changes, add up. */
  | {
      readonly rule: 'lastYear';
      readonly wholes: readonly ComparisonRead<R>[];
      readonly parts: readonly ComparisonRead<R>[];
    }
  | { readonly rule: 'atMost'; readonly parts: readonly R[]; readonly wholes: readonly R[] }
  /** Rows by code, as printed: in order, and each under the row that it is part of. */
  | { readonly rule: 'order'; readonly rows: readonly OrderedRow<R>[] }
  /** How many items of a list there are. */
  | { readonly rule: 'count'; readonly values: readonly R[]; readonly items: readonly Read[] };
export type Rule = Relation<Read>['rule'];

/** The facts that amounts are sums of: the ledger, and the sheets beside it. */
export type Space = 'ledger' | 'economic' | 'threePublic' | 'commissioned';
