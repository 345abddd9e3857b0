/** What a check is: a named pure function of the facts, and the sheets that it needs whole. */
import type { Finding } from '../diagnostics/finding.js';
import type { Entry } from '../figures/ledger.js';
import type { FormClasses } from '../figures/view/view.js';
import type { BoundWorkbook } from '../model/bind/bind.js';
import type { Facts } from '../model/facts.js';
import { amountText, type Money } from '../vocabulary/money.js';
import type { CodeCategory } from '../vocabulary/terms.js';
import type { SheetKey } from '../workbook/layout/layout.js';

export interface CheckContext {
  readonly facts: Facts;
  readonly ledger: readonly Entry[];
  /** Where something is missing: see `BoundWorkbook`. */
  readonly cellOf: BoundWorkbook['cellOf'];
  readonly form: FormClasses & { readonly year: number; readonly sheets: readonly SheetKey[] };
}

export interface Check {
  /** What is held against what, for the summary of checks that had to wait. */
  readonly title: string;
  /** With an error in one of these sheets the check is not run: it would only repeat that error. */
  readonly reads: readonly SheetKey[];
  /** Sheets without which there is nothing to check; a form that does without one does without the check. */
  readonly needs?: readonly SheetKey[];
  readonly run: (context: CheckContext) => readonly Finding[];
}

/** How the amounts of a finding are written: in the unit in which the workbook is kept. */
export const amountsOf =
  ({ facts }: Pick<CheckContext, 'facts'>) =>
  (amount: Money): string =>
    amountText(amount, facts.entity.amountUnit?.value ?? 'yuan');

/** A code as a finding names it, with its name where 科目名称 has one: `2010301 行政运行`. */
export function codeText({ facts }: Pick<CheckContext, 'facts'>, code: string, category: CodeCategory): string {
  const named = facts.codes.find((row) => row.category.value === category && row.code.value === code);
  return named ? `${code} ${named.name.value}` : code;
}
