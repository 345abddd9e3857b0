/** What is compared as it lies on a disk: a workbook of ours, a published document, or a package of data. */
import { dataOfPublished } from '../audit/data/index.js';
import { recognitionOf, reservations } from '../audit/report.js';
import type { Finding } from '../diagnostics/finding.js';
import { misreadReason } from '../import/refusal.js';
import { compose, type Editions, examineRead, hasErrors, type WorkbookFile } from '../index.js';
import { match } from '../published/match/index.js';
import { type OpenResult, openPublished } from '../published/open/index.js';
import { isToBeFilled } from '../workbook/layout/layout.js';
import { readWorkbook } from '../workbook/read/index.js';
import { dataOf } from '../writers/data/dataOf.js';
import { isDataPackage, readDataPackage } from '../writers/data/read.js';
import { compareData, type DocumentComparison, type Side } from './compare.js';

export type SideOpened =
  | { readonly ok: true; readonly side: Side }
  /** `findings`: of a workbook with errors, whose figures would not be those of its document. */
  | { readonly ok: false; readonly file: string; readonly message: string; readonly findings: readonly Finding[] };

/** How a published document is opened; the command line opens older formats, too. */
export type Opener = (file: WorkbookFile) => Promise<OpenResult>;

/** By what the file holds, not by its name. Never throws on an office's input. */
export async function openSide(
  file: WorkbookFile,
  editions: Editions,
  open: Opener = openPublished,
): Promise<SideOpened> {
  const { name, bytes } = file;
  const refused = (message: string, findings: readonly Finding[] = []) =>
    ({ ok: false, file: name, message, findings }) as const;
  if (isDataPackage(bytes)) {
    const read = readDataPackage(bytes);
    if (!read.ok) return refused(`“${name}”${read.reason}`);
    return { ok: true, side: { file: name, kind: 'data', data: read.data, notices: read.notices } };
  }
  const read = readWorkbook(bytes, name);
  if (read.ok && isToBeFilled(read.workbook.sheets.map((sheet) => sheet.name))) {
    const checked = examineRead(read, editions);
    const { findings } = checked;
    if (checked.state === 'unreadable' || hasErrors(findings)) return refused('', findings);
    const data = dataOf(compose(checked.facts, checked.edition));
    return { ok: true, side: { file: name, kind: 'workbook', data, notices: [] } };
  }
  return documentSide(file, editions, await open(file), refused);
}

function documentSide(
  { name }: WorkbookFile,
  editions: Editions,
  opened: OpenResult,
  refused: (message: string) => SideOpened,
): SideOpened {
  if (!opened.ok) return refused(opened.findings.map(({ message }) => message).join('\n'));
  const { document } = opened;
  const matched = match(document, editions);
  const seen = recognitionOf(document, matched);
  if (seen.extent === 'none') return refused(`“${name}”中没有认出预算公开文档的任何表和数字。请看是不是选错了文件。`);
  const reason = misreadReason(matched, document);
  if (reason !== undefined) return refused(`“${name}”${reason}不能比较。`);
  const data = dataOfPublished(document, matched);
  return { ok: true, side: { file: name, kind: 'document', data, notices: reservations(seen) } };
}

const sameFile = '两份文件的内容完全一样，请看是不是把同一个文件选了两次。';

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

export type FilesCompared =
  | { readonly ok: true; readonly comparison: DocumentComparison }
  | { readonly ok: false; readonly refused: readonly Exclude<SideOpened, { ok: true }>[] }
  /** They have nothing in common. */
  | { readonly ok: false; readonly refused: readonly [] };

/** Two files in, what changed out; where a file cannot be compared, why. Never throws on an office's input. */
export async function compareFiles(
  before: WorkbookFile,
  after: WorkbookFile,
  editions: Editions,
  open: Opener = openPublished,
): Promise<FilesCompared> {
  const [one, other] = [await openSide(before, editions, open), await openSide(after, editions, open)];
  if (!one.ok || !other.ok) return { ok: false, refused: [one, other].flatMap((side) => (side.ok ? [] : [side])) };
  const comparison = compareData(one.side, other.side);
  if (!comparison) return { ok: false, refused: [] };
  const notices = [...(isSame(before.bytes, after.bytes) ? [sameFile] : []), ...comparison.notices];
  return { ok: true, comparison: { ...comparison, notices } };
}
