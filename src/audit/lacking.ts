/** Parts that the form has in every document, and this one has not. */

import { grouped } from '../model/grouped.js';
import type { PublishedDocument } from '../published/document.js';
import type { LackingPart, Match } from '../published/match/types.js';
import type { AuditFault } from './finding.js';

/**
 * Only of a year whose form is known; nothing of the cover and the contents, which pages on the web do without; and
 * nothing where a paragraph stands that the form does not explain: that may be it, in other words.
 */
export function lackingParts({ blocks }: PublishedDocument, match: Match): AuditFault[] {
  const { frames, missing, unmatched, yearIsKnown } = match;
  const first = Math.min(...frames.filter(({ tag }) => tag.startsWith('h')).flatMap((frame) => frame.blocks));
  const unread = new Set(unmatched.filter(({ row }) => row === undefined).map(({ block }) => block));
  const isFront = ({ tag, before }: LackingPart) => tag === 'p' && before <= first;
  const told = missing.filter(
    (part) => yearIsKnown && !isFront(part) && !unread.has(part.before) && !unread.has(part.before - 1),
  );
  return [...grouped(told, ({ before }) => before)].map(([before, parts]): AuditFault => {
    const names = namesOf(parts);
    const message = `这后面缺少表样每份文档都有的${names.slice(0, 3).join('、')}${names.length > 3 ? `等 ${names.length} 处` : ''}`;
    const block = blocks[Math.max(0, before - 1)];
    const end = block?.kind === 'paragraph' ? block.text.length : 0;
    return { kind: 'missing', message, at: { block: block?.index ?? 0, start: 0, end } };
  });
}

/** A table and its title are one. */
function namesOf(parts: readonly LackingPart[]): string[] {
  const tables = new Set(parts.flatMap(({ tag, words }) => (tag === 'table' ? [words] : [])));
  return parts
    .filter(({ tag, words }) => tag === 'table' || !tables.has(words))
    .map(({ tag, words }) => `${tag === 'table' ? '表' : ''}“${words.length > 40 ? `${words.slice(0, 39)}…` : words}”`);
}
