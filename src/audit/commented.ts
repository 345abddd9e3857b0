/** Findings as comments of a Word file. */
import type { PublishedDocument } from '../published/document.js';
import type { ReadPlace } from '../published/match/types.js';
import type { Comment } from '../writers/docx/comments.js';
import { type AuditFinding, auditKinds } from './finding.js';

/** Comments go where a finding stands; what stands nowhere is told in the list only. */
export function commentsOf({ blocks }: PublishedDocument, findings: readonly AuditFinding[]): Comment[] {
  return findings.flatMap(({ kind, message, at }) => {
    const paragraph = at && sourceOf(blocks, at);
    return paragraph === undefined ? [] : [{ paragraph, lines: [`${auditKinds[kind]}：${message}`] }];
  });
}

function sourceOf(blocks: PublishedDocument['blocks'], { block, row, column }: ReadPlace): number | undefined {
  const found = blocks[block];
  if (found?.kind !== 'table') return found?.source;
  const cells = found.rows[row ?? 0]?.cells ?? [];
  return (cells.find((cell) => cell.column === column) ?? cells[0])?.source;
}
