/** How many findings of which severity, in numbers and in words. */
import type { Finding, Severity } from './finding.js';

/** What the office calls each severity. */
export const severityWords: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', note: '提示' };

/** How many findings of each severity. */
export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const count = (severity: Severity) => findings.filter((found) => found.severity === severity).length;
  return { error: count('error'), warning: count('warning'), note: count('note') };
}

/** `错误 2 条，警告 1 条，提示 3 条` */
export function countsText(findings: readonly Finding[]): string {
  const counts = countBySeverity(findings);
  return (['error', 'warning', 'note'] as const).map((key) => `${severityWords[key]} ${counts[key]} 条`).join('，');
}
