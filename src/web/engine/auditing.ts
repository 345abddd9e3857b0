/** 审核: a published document held against itself, as the command does. */
import { audit } from '../../audit/audit.js';
import { commentsOf } from '../../audit/commented.js';
import { addComments } from '../../audit/comments.js';
import { auditKinds } from '../../audit/finding.js';
import { doneText, recognitionOf, reservations, resultText, subjectOf } from '../../audit/report.js';
import { match } from '../../published/match/index.js';
import { openPublished } from '../../published/open/index.js';
import { placeText } from '../../published/place.js';
import { pageEditions } from './editions.js';
import { type Examined, nothingRead, unreadable } from './examined.js';
import type { FileIn } from './protocol.js';

/** What a document says against itself, and what could not be held against anything. */
export async function auditDocument(file: FileIn): Promise<Examined> {
  const opened = await openPublished(file);
  if (!opened.ok) return unreadable(opened.findings);
  const { document } = opened;
  const matched = match(document, pageEditions);
  const seen = recognitionOf(document, matched);
  if (seen.extent === 'none') {
    const why = `“${file.name}”中没有认出预算公开文档的任何表和数字，没有核对。请看是不是选错了文件。`;
    return nothingRead([...seen.notices, why]);
  }
  const audited = audit(document, matched);
  const differences = audited.findings.filter(({ severity }) => severity === 'difference');
  const isWord = document.format === 'docx';
  return {
    result: {
      reservations: reservations(seen),
      findings: differences.map(({ kind, place, message, at }) => ({
        ...{ kind: auditKinds[kind], place: placeText(place), message, more: [], ...(at && { at }) },
      })),
      lines: [subjectOf(seen), ...doneText(seen, audited), resultText(seen, audited, '')],
      blocks: document.blocks,
      takesComments: isWord && differences.length > 0,
    },
    ...(isWord && { commented: () => addComments(file.bytes, commentsOf(document, differences)) }),
  };
}
