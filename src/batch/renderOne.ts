/** One workbook of a batch: rendered, or left alone because nothing has changed, or refused with the reason. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Manifest, manifestOf, parseManifest } from '../audit/manifest.js';
import { countBySeverity, countsText } from '../diagnostics/counts.js';
import { type Finding, hasErrors, type Severity } from '../diagnostics/finding.js';
import { type DocumentSummary, summaryOf } from '../document/summary.js';
import { editionHash } from '../editions/hash.js';
import { type Editions, examine, renderDocx, type WorkbookFile } from '../index.js';
import type { Facts } from '../model/facts.js';
import { sha256Of } from '../platform/hash.js';
import { CommandError } from '../terminal/exit.js';
import { readInput, writeOutput } from '../terminal/files.js';
import { findingsText, plainStyle } from '../terminal/report.js';

export interface RenderJob {
  readonly workbook: string;
  /** Of the document, absolute, without extension. */
  readonly stem: string;
  /** Render what is unchanged too, and over documents that are not ours. */
  readonly force: boolean;
}

export type RenderStatus = 'rendered' | 'unchanged' | 'errors' | 'unreadable' | 'cannotWrite' | 'fault';

export interface RenderResult {
  readonly status: RenderStatus;
  readonly counts: Record<Severity, number>;
  /** Why there is no new document: the first few errors, in short. */
  readonly messages: readonly string[];
  readonly sha256?: string;
  readonly summary?: DocumentSummary;
  /** Whose workbook it is; not when it could not be read. */
  readonly entity?: BatchEntity;
  /** A document of an earlier run is still there and no longer agrees with the workbook. */
  readonly stale?: boolean;
}

export interface BatchEntity {
  readonly name: string;
  readonly year: number;
}

/** The manifest of a batch also keeps what its summary shows, for the next run. */
type BatchManifest = Manifest & {
  readonly counts: Record<Severity, number>;
  readonly summary: DocumentSummary;
  readonly entity: BatchEntity;
};

const none: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
const mostMessages = 3;

/** Never throws. */
export async function renderOne(job: RenderJob, editions: Editions, version: string): Promise<RenderResult> {
  try {
    return await render(job, editions, version);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const status = error instanceof CommandError ? (error.exitCode === 3 ? 'unreadable' : 'cannotWrite') : 'fault';
    return { status, counts: none, messages: [message], ...stale(job) };
  }
}

async function render(job: RenderJob, editions: Editions, version: string): Promise<RenderResult> {
  const file = readInput(job.workbook);
  const before = earlier(job.stem);
  if (!job.force && before && isUnchanged(before, file, editions, version)) {
    const { counts, summary, document, entity } = before.manifest;
    return { status: 'unchanged', counts, messages: [], sha256: document.sha256, summary, entity };
  }
  const examined = examine(file, editions);
  const { findings } = examined;
  const counts = countBySeverity(findings);
  mkdirSync(dirname(job.stem), { recursive: true });
  if (examined.state === 'unreadable' || hasErrors(findings)) {
    writeProblems(job.stem, findings);
    const status = examined.state === 'unreadable' ? 'unreadable' : 'errors';
    const entity = examined.state === 'checked' && entityOf(examined.facts);
    return { status, counts, messages: shortErrors(findings), ...(entity && { entity }), ...stale(job) };
  }
  const rendered = await renderDocx(examined.facts, examined.edition);
  const path = documentOf(job.stem);
  const sha256 = sha256Of(rendered.bytes);
  keepForeign(job, before, sha256);
  writeOutput(path, rendered.bytes, true);
  const summary = summaryOf(rendered);
  const entity = entityOf(examined.facts);
  const document = { name: basename(path), bytes: rendered.bytes };
  const manifest: BatchManifest = {
    ...manifestOf({ version, edition: examined.edition, workbook: file, document, findings }),
    counts,
    summary,
    entity,
  };
  // last: a document whose manifest does not agree is made again by the next run
  writeOutput(manifestFile(job.stem), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), true);
  rmSync(problemsFile(job.stem), { force: true });
  return { status: 'rendered', counts, messages: [], sha256, summary, entity };
}

const entityOf = ({ entity }: Facts): BatchEntity => ({ name: entity.name.value, year: entity.year.value });

/** The file name of the document, by the stem that the batch gives a workbook. */
export const documentOf = (stem: string): string => `${stem}.docx`;
const manifestFile = (stem: string): string => `${stem}.manifest.json`;
/** Why a workbook gave no document, for the office to mend it. */
export const problemsFile = (stem: string): string => `${stem}.问题.txt`;

interface Earlier {
  readonly manifest: BatchManifest;
  /** The document is still as we wrote it. */
  readonly whole: boolean;
}

/** What an earlier run left, as far as it can be told. */
function earlier(stem: string): Earlier | undefined {
  if (!existsSync(manifestFile(stem)) || !existsSync(documentOf(stem))) return undefined;
  const manifest = parseManifest(readFileSync(manifestFile(stem), 'utf8')) as BatchManifest | undefined;
  return manifest?.summary && manifest.counts && manifest.entity
    ? { manifest, whole: sha256Of(readFileSync(documentOf(stem))) === manifest.document.sha256 }
    : undefined;
}

function isUnchanged({ manifest, whole }: Earlier, file: WorkbookFile, editions: Editions, version: string): boolean {
  const { edition, tool, workbook } = manifest;
  return (
    whole &&
    tool.version === version &&
    workbook.sha256 === sha256Of(file.bytes) &&
    editions.years.includes(edition.year) &&
    edition.sha256 === editionHash(editions.load(edition.year))
  );
}

/**
 * A document that someone has changed by hand, or that is not ours, is not written over unasked. Throws CommandError.
 */
function keepForeign({ stem, force }: RenderJob, before: Earlier | undefined, sha256: string): void {
  const path = documentOf(stem);
  if (force || before?.whole || !existsSync(path) || sha256Of(readFileSync(path)) === sha256) return;
  throw new CommandError(`“${basename(path)}”不是本工具生成的或被改过，没有覆盖。要覆盖请加 --force。`, 4);
}

const stale = ({ stem }: RenderJob): { stale?: true } => (existsSync(documentOf(stem)) ? { stale: true } : {});

function writeProblems(stem: string, findings: readonly Finding[]): void {
  const text = `${findingsText(findings, plainStyle)}\n${countsText(findings)}\n`;
  // Windows' editor takes a file without this mark for GBK
  writeOutput(problemsFile(stem), Buffer.from(`\uFEFF${text}`), true);
}

const shortErrors = (findings: readonly Finding[]): string[] =>
  findings
    .filter(({ severity }) => severity === 'error')
    .slice(0, mostMessages)
    .map(({ code, title, message }) => `${code} ${title}：${message}`.slice(0, 300));
