/** Published documents as they lie on a disk: those of older programs too, where LibreOffice is installed. */
import { newerFormat } from '../published/open/format.js';
import { type OpenResult, openPublished, type PublishedFile } from '../published/open/index.js';

/**
 * As `openPublished`; a .doc, .wps, .xls or .et is saved anew by LibreOffice first, and that is told. `office`: where
 * LibreOffice is, if it need not be looked for.
 */
export async function openAny(file: PublishedFile, office?: string): Promise<OpenResult> {
  const opened = await openPublished(file);
  if (opened.ok || opened.findings[0]?.code !== 'F37') return opened;
  const target = newerFormat(file.bytes);
  const bytes = target && (await anew(file.bytes, target, office));
  if (!bytes) return opened;
  const converted = await openPublished({ name: file.name, bytes });
  if (!converted.ok) return opened;
  const { document } = converted;
  const notice = `“${file.name}”是旧格式，由 LibreOffice 转换成 .${target} 后读取，个别版式可能与原文件不同。`;
  return { ok: true, document: { ...document, notices: [notice, ...document.notices] } };
}

/**
 * What keeps LibreOffice from working is no fault of the document: it is then refused as without LibreOffice. What
 * starts it is loaded only here: most documents need none of it.
 */
async function anew(
  bytes: Uint8Array,
  target: 'docx' | 'xlsx',
  given: string | undefined,
): Promise<Uint8Array | undefined> {
  const { findOffice, OfficeError, savedAnew } = await import('../platform/office.js');
  const office = given ?? findOffice();
  try {
    return office === undefined ? undefined : await savedAnew(bytes, target, office);
  } catch (error) {
    if (error instanceof OfficeError) return undefined;
    throw error;
  }
}
