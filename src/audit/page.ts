/** The findings of one document as a page, and as comments of a Word file. */
import type { PublishedDocument } from '../published/document.js';
import { lineAt, placeText } from '../published/place.js';
import type { Comment } from '../writers/docx/comments.js';
import { partHtml, type ReportPart, reportPage } from '../writers/html/report.js';
import type { Audited } from './audit.js';
import { type AuditFinding, auditKinds } from './finding.js';
import { doneText, type Recognised, reservations, resultText, subjectOf } from './report.js';

/** HTML, UTF-8. `file`: the document's name. */
export function auditPage(file: string, seen: Recognised, audited: Audited): string {
  const said = (lines: readonly string[], kind: 'paragraph' | 'note' = 'paragraph') =>
    lines.map((text): ReportPart => ({ kind, text }));
  const differences = audited.findings.filter(({ severity }) => severity === 'difference');
  const rows = differences.map(({ kind, place, message }, index) => [
    { kind: 'plain' as const, text: `${index + 1}` },
    ...[auditKinds[kind], placeText(place), message].map((text) => ({ kind: 'words' as const, text })),
  ]);
  const table: ReportPart = { kind: 'table', label: '问题', heads: ['序号', '问题', '位置', '说明'], rows };
  const parts = [
    ...said([subjectOf(seen)]),
    ...said(reservations(seen), 'note'),
    ...said([resultText(seen, audited)]),
    ...(rows.length > 0 ? [table] : []),
    ...said(doneText(seen, audited)),
  ];
  return reportPage(`${file}：核对结果`, parts.map(partHtml));
}

/** Comments go where a finding stands; what stands nowhere is told in the list only. */
export const commentsOf = (document: PublishedDocument, findings: readonly AuditFinding[]): Comment[] =>
  findings.flatMap(({ kind, message, at }) => {
    const paragraph = lineAt(document, at)?.source;
    return paragraph === undefined ? [] : [{ paragraph, lines: [`${auditKinds[kind]}：${message}`] }];
  });
