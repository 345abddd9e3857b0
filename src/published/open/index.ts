/**
 * Opens a published document of whatever origin: .docx, PDF, a web page, the tables of a workbook. Which of them it is,
 * its content says and not its name. Under limits: a file that is too large, damaged or hostile ends in a finding of
 * the family F.
 */

import { limits } from '../../container/limits.js';
import type { Code } from '../../diagnostics/catalogue/index.js';
import { type Finding, finding } from '../../diagnostics/finding.js';
import type { PublishedDocument } from '../document.js';
import { openDocx } from './docx/index.js';
import { type Format, formatOf, type Refusal } from './format.js';
import { findingsOf, refuse } from './refusal.js';
import { openXlsx } from './xlsx/index.js';
import { zipFormat } from './zip.js';

export interface PublishedFile {
  /** For the messages, and for telling the owner files (`~$`) of Word and Excel. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type OpenResult =
  | { readonly ok: true; readonly document: PublishedDocument }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Never throws. What only PDF and web pages need is loaded when one comes. */
export async function openPublished(file: PublishedFile): Promise<OpenResult> {
  try {
    return await open(file);
  } catch (error) {
    return { ok: false, findings: findingsOf(error, file.name) };
  }
}

async function open({ name, bytes }: PublishedFile): Promise<OpenResult> {
  if (/^~\$/.test(name)) refuse('F47');
  if (bytes.length > limits.fileBytes) refuse('F43');
  const found = formatOf(bytes);
  const format = found === 'zip' ? zipFormat(bytes) : found;
  if (typeof format !== 'string') return refused(format, name);
  if (format === 'xlsx') return openXlsx(bytes, name);
  return { ok: true, document: await documentOf(format, bytes) };
}

async function documentOf(format: Format, bytes: Uint8Array): Promise<PublishedDocument> {
  if (format === 'docx') return notEmpty(openDocx(bytes));
  if (format === 'html') return notEmpty((await import('./html/index.js')).openHtml(bytes));
  if (format === 'pdf') return notEmpty(await (await import('./pdf/index.js')).openPdf(bytes));
  return refuse('F35');
}

/** A document in which nothing can be read is never a document without mistakes. */
const notEmpty = (document: PublishedDocument): PublishedDocument =>
  document.blocks.length > 0 ? document : refuse('F46');

function refused({ code, what }: Refusal, file: string): OpenResult {
  return {
    ok: false,
    findings: [finding(code satisfies Code, { values: { file, ...(what !== undefined && { what }) } })],
  };
}
