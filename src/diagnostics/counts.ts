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

/** So many checks are named; the others are only counted. */
const mostNamed = 8;

/** Which checks have to wait for others to pass, in one sentence; '' where none has. */
export function waitingText(waiting: readonly string[]): string {
  if (waiting.length === 0) return '';
  const more = waiting.length > mostNamed ? '等' : '';
  const names = `${waiting.slice(0, mostNamed).join('、')}${more}`;
  return `另有 ${waiting.length} 项核对用到有错误的表，这次没有做：${names}。改正以上错误后请再检查一次。`;
}
