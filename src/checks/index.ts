/** All checks, in the order in which one builds on another. */
import type { Finding } from '../diagnostics/finding.js';
import type { BoundWorkbook } from '../model/bind/bind.js';
import { layout, type SheetKey } from '../workbook/layout/layout.js';
import { allocationChecks } from './allocation.js';
import { budgetChecks } from './budgets.js';
import type { Check, CheckContext } from './check.js';
import { codeChecks } from './codes.js';
import { controlChecks } from './controls.js';
import { countChecks } from './counts.js';
import { narrativeChecks } from './narrative.js';
import { performanceChecks } from './performance.js';
import { privacyChecks } from './privacy.js';
import { smallChecks } from './small.js';
import { structureChecks } from './structure.js';
import { totalChecks } from './totals.js';
import { unitChecks } from './units.js';
import { unprintedChecks } from './unprinted.js';
import { wordingChecks } from './wording.js';

/** First that rows and codes are sound; then what they say together. */
const stages: readonly (readonly Check[])[] = [
  [...structureChecks, ...codeChecks],
  [
    ...totalChecks,
    ...countChecks,
    ...budgetChecks,
    ...narrativeChecks,
    ...unprintedChecks,
    ...performanceChecks,
    ...controlChecks,
    ...wordingChecks,
    ...allocationChecks,
    ...unitChecks,
    ...smallChecks,
    ...privacyChecks,
  ],
];

export interface CheckResult {
  readonly findings: readonly Finding[];
  /** Titles of the checks that wait until the errors in their sheets are mended. */
  readonly waiting: readonly string[];
}

const keyOfName = new Map((Object.keys(layout) as SheetKey[]).map((key) => [layout[key].name as string, key]));

/** Runs every check whose sheets are whole; `bound` says which sheets reading found errors in. */
export function runChecks(context: CheckContext, bound: Pick<BoundWorkbook, 'broken' | 'keyOfTab'>): CheckResult {
  const findings: Finding[] = [];
  const waiting: string[] = [];
  const damaged = new Set(bound.broken);
  const belongs = ({ needs = [] }: Check) => needs.every((key) => context.form.sheets.includes(key));
  for (const all of stages) {
    const stage = all.filter(belongs);
    const ready = stage.filter((check) => !check.reads.some((key) => damaged.has(key)));
    waiting.push(...stage.filter((check) => !ready.includes(check)).map((check) => check.title));
    const found = ready.flatMap((check) => check.run(context));
    for (const { severity, at } of found) {
      const key = severity === 'error' && at ? (bound.keyOfTab.get(at.sheet) ?? keyOfName.get(at.sheet)) : undefined;
      if (key) damaged.add(key);
    }
    findings.push(...found);
  }
  return { findings, waiting };
}
