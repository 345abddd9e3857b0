/** Opens what a test has made. */

import type { PublishedDocument } from '../../../src/published/document.js';
import { openPublished } from '../../../src/published/open/index.js';

export async function opened(bytes: Uint8Array, name = '公开文本'): Promise<PublishedDocument> {
  const result = await openPublished({ name, bytes });
  if (!result.ok) throw new Error(result.findings.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return result.document;
}

export async function codeOf(bytes: Uint8Array, name = '公开文本'): Promise<string> {
  const result = await openPublished({ name, bytes });
  return result.ok ? `ok: ${result.document.blocks.length}` : result.findings.map(({ code }) => code).join(' ');
}
