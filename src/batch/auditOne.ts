/**
 * One published document of a batch: audited, or left alone because nothing has changed, or refused with the reason.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { audit } from '../audit/audit.js';
import { dataOfPublished } from '../audit/data/index.js';
import type { AuditKind } from '../audit/finding.js';
import { auditPage, commentsOf } from '../audit/page.js';
import { countsOf, type Recognised, recognitionOf, reservations, resultText } from '../audit/report.js';
import { editionHash } from '../editions/hash.js';
import { misreadReason } from '../import/refusal.js';
import type { Editions } from '../index.js';
import { sha256Of } from '../platform/hash.js';
import type { PublishedDocument } from '../published/document.js';
import { type Match, match } from '../published/match/index.js';
import { CommandError } from '../terminal/exit.js';
import { readInput, writeOutput } from '../terminal/files.js';
import { openAny } from '../terminal/published.js';
import { writeDataPackage } from '../writers/data/index.js';
import { addComments } from '../writers/docx/comments.js';

export interface AuditJob {
  readonly document: string;
  /** Of what is written, absolute, without extension. */
  readonly stem: string;
  /** Where its data go, absolute. */
  readonly data?: string;
  /** Audit what is unchanged, too. */
  readonly force: boolean;
}

/** `partly`: less than most of the form was recognised; it may be unchanged, too. */
export type AuditStatus = 'audited' | 'partly' | 'unchanged' | 'notRecognised' | 'unreadable' | 'cannotWrite' | 'fault';

export interface AuditResult {
  readonly status: AuditStatus;
  readonly name: string;
  /** 0 where the document could not be read. */
  readonly year: number;
  readonly kind: string;
  readonly figures: { readonly read: number; readonly checked: number };
  readonly tables: { readonly found: number; readonly missing: number };
  readonly counts: Partial<Record<AuditKind, number>>;
  /** What could not be read, or the result in a sentence. */
  readonly messages: readonly string[];
}

/** What a run leaves beside its findings, so that the next one can tell what has not changed. */
interface Kept {
  readonly sha256: string;
  readonly version: string;
  readonly edition: string;
  /** Its data were asked for and could not be written; the result says why. */
  readonly noData?: true;
  readonly result: AuditResult;
}

/** The findings as a page, by the stem that the batch gives a document. */
export const pageFile = (stem: string): string => `${stem}.问题.html`;
/** The copy with comments, of a Word file with findings. */
export const commentedFile = (stem: string): string => `${stem}.批注.docx`;
const keptFile = (stem: string): string => `${stem}.核对.json`;

const nothing = {
  ...{ name: '', year: 0, kind: '', counts: {} },
  figures: { read: 0, checked: 0 },
  tables: { found: 0, missing: 0 },
} as const;

/** Never throws. */
export async function auditOne(job: AuditJob, editions: Editions, version: string): Promise<AuditResult> {
  try {
    return await audited(job, editions, version);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const status = error instanceof CommandError ? (error.exitCode === 3 ? 'unreadable' : 'cannotWrite') : 'fault';
    return { ...nothing, status, messages: [message] };
  }
}

async function audited(job: AuditJob, editions: Editions, version: string): Promise<AuditResult> {
  const file = readInput(job.document);
  const sha256 = sha256Of(file.bytes);
  const before = job.force ? undefined : earlier(job.stem);
  const editionsNow = sha256Of(editions.years.map((year) => editionHash(editions.load(year))).join());
  const isWritten = job.data === undefined || existsSync(job.data) || before?.noData === true;
  if (before?.sha256 === sha256 && before.version === version && before.edition === editionsNow && isWritten)
    return { ...before.result, status: before.result.status === 'partly' ? 'partly' : 'unchanged' };
  const opened = await openAny(file);
  if (!opened.ok) return { ...nothing, status: 'unreadable', messages: opened.findings.map(({ message }) => message) };
  const matched = match(opened.document, editions);
  const seen = recognitionOf(opened.document, matched);
  if (seen.extent === 'none')
    return { ...nothing, status: 'notRecognised', messages: ['没有认出预算公开文档的任何表和数字，没有核对。'] };
  const done = audit(opened.document, matched);
  mkdirSync(dirname(job.stem), { recursive: true });
  writeOutput(pageFile(job.stem), Buffer.from(auditPage(basename(job.document), seen, done)), true);
  writeComments(job.stem, file.bytes, opened.document, done.findings);
  const noData = job.data === undefined ? undefined : writeData(job.data, opened.document, matched);
  const result = resultOf(seen, done, noData === undefined ? [] : [noData]);
  // last: findings without it are made again by the next run
  const kept: Kept = { sha256, version, edition: editionsNow, ...(noData && { noData: true }), result };
  writeOutput(keptFile(job.stem), Buffer.from(`${JSON.stringify(kept, null, 2)}\n`), true);
  return result;
}

function writeComments(
  stem: string,
  bytes: Uint8Array,
  document: PublishedDocument,
  findings: Parameters<typeof commentsOf>[1],
): void {
  const differences = findings.filter(({ severity }) => severity === 'difference');
  if (document.format === 'docx' && differences.length > 0)
    writeOutput(commentedFile(stem), Buffer.from(addComments(bytes, commentsOf(document, differences))), true);
  else rmSync(commentedFile(stem), { force: true });
}

/** Says why no data are written; undefined where they are. Throws CommandError. */
function writeData(path: string, document: PublishedDocument, matched: Match): string | undefined {
  const reason = misreadReason(matched, document);
  if (reason !== undefined) return `文档${reason}没有写数据。`;
  mkdirSync(dirname(path), { recursive: true });
  writeOutput(path, writeDataPackage(dataOfPublished(document, matched)), true);
  return undefined;
}

function resultOf(seen: Recognised, done: ReturnType<typeof audit>, messages: readonly string[]): AuditResult {
  const { name, year, kind, tables } = seen;
  const differences = done.findings.filter(({ severity }) => severity === 'difference');
  return {
    ...{ status: seen.extent === 'most' ? 'audited' : 'partly', name, year, kind },
    figures: { read: done.figures.read, checked: done.figures.checked },
    tables: { found: tables.found, missing: tables.missing.length },
    counts: countsOf(differences),
    messages: [...reservations(seen), ...messages, resultText(seen, done)],
  };
}

/** What an earlier run left, as far as it can be told. */
function earlier(stem: string): Kept | undefined {
  if (!existsSync(keptFile(stem)) || !existsSync(pageFile(stem))) return undefined;
  try {
    const kept = JSON.parse(readFileSync(keptFile(stem), 'utf8')) as Kept;
    return kept.result?.figures && kept.result.counts ? kept : undefined;
  } catch {
    return undefined;
  }
}
