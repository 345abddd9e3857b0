/**
 * The workbook that is open: read and checked once, then asked for its sheets, its document and what its figures come
 * from.
 */
import { annotate } from '../../annotate/annotate.js';
import { manifestOf } from '../../audit/manifest.js';
import { exactText, movedBy, ruleText, traceOf } from '../../audit/trace.js';
import { countBySeverity, countsText } from '../../diagnostics/counts.js';
import { hasErrors } from '../../diagnostics/finding.js';
import type { RenderedDocument } from '../../document/rendered.js';
import { summaryOf } from '../../document/summary.js';
import { figuresUnder, leavesOf } from '../../figures/figure.js';
import { compose, type Examination, examineRead, publicParts } from '../../index.js';
import { sha256Of } from '../../platform/hash.js';
import { placeText } from '../../published/place.js';
import { safeFileName } from '../../vocabulary/fileNames.js';
import { type ReadResult, readWorkbook } from '../../workbook/read/index.js';
import { dataOf } from '../../writers/data/dataOf.js';
import { writeDataPackage } from '../../writers/data/index.js';
import { writeDocx } from '../../writers/docx/index.js';
import { writeHtml } from '../../writers/html/index.js';
import { writePublicationWorkbook } from '../../writers/xlsx/index.js';
import { pageEditions } from './editions.js';
import type { Fed, FileIn, FileOut, Opened, Output, Preview, SheetGrid, Source } from './protocol.js';

/** What has been opened, with all that is made of it when it is first asked for. */
export interface OpenWorkbook {
  readonly file: FileIn;
  readonly read: ReadResult;
  readonly examined: Examination;
  /** Throws where the workbook has errors: the page does not ask then. */
  readonly composed: () => RenderedDocument;
}

/** Reads and checks. Never throws on an office's input. */
export function openWorkbook(file: FileIn): OpenWorkbook {
  const read = readWorkbook(file.bytes, file.name);
  const examined = examineRead(read, pageEditions);
  let made: RenderedDocument | undefined;
  const composed = () => {
    if (examined.state === 'unreadable' || hasErrors(examined.findings)) throw new Error('workbook with errors');
    made ??= compose(examined.facts, examined.edition);
    return made;
  };
  return { file, read, examined, composed };
}

/** What is to be said about it at once. */
export function openedOf({ file, read, examined, composed }: OpenWorkbook): Opened {
  const { state, findings } = examined;
  const whole = state === 'checked' && !hasErrors(findings);
  return {
    state,
    name: file.name,
    findings,
    counts: countBySeverity(findings),
    countsText: countsText(findings),
    waiting: state === 'checked' ? examined.waiting : [],
    sheets: read.ok ? read.workbook.sheets.map(({ name }) => name) : [],
    ...(whole ? { summary: summaryOf(composed()) } : {}),
  };
}

/** A sheet as the file has it; rows that hold nothing are left out. */
export function sheetOf({ read }: OpenWorkbook, name: string): SheetGrid {
  const sheet = read.ok ? read.workbook.sheets.find((one) => one.name === name) : undefined;
  const rows = [...(sheet?.rows ?? [])].map(([row, cells]) => ({
    row,
    cells: [...cells].map(([column, { text, kind }]) => ({ column, text, isNumber: kind === 'number' })),
  }));
  return { name, rows };
}

const endings: Readonly<Record<Output, string>> = {
  docx: '.docx',
  html: '.html',
  xlsx: '（各表）.xlsx',
  data: '（数据）.zip',
  manifest: '.manifest.json',
  annotated: '-检查结果.xlsx',
};

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '');

/** A file to be saved. */
export const fileOut = (name: string, bytes: Uint8Array): FileOut => ({ name, bytes, sha256: sha256Of(bytes) });

/** What the commands `render` and `check --annotate` write, byte for byte. */
export async function written(open: OpenWorkbook, output: Output, version: string): Promise<FileOut> {
  const stem = output === 'annotated' ? stemOf(open.file.name) : safeFileName(open.composed().tree.title);
  return fileOut(`${stem}${endings[output]}`, await bytesOf(open, output, version));
}

async function bytesOf(open: OpenWorkbook, output: Output, version: string): Promise<Uint8Array> {
  switch (output) {
    case 'docx':
      return writeDocx(open.composed().tree);
    case 'html':
      return htmlPage(open);
    case 'xlsx':
      return writePublicationWorkbook(open.composed().tree);
    case 'data':
      return writeDataPackage(dataOf(open.composed()));
    case 'annotated':
      return annotatedCopy(open);
    case 'manifest':
      return manifest(open, version);
  }
}

function htmlPage({ composed, examined }: OpenWorkbook): Uint8Array {
  const { tree, view } = composed();
  if (examined.state === 'unreadable') throw new Error('unreadable workbook');
  return new TextEncoder().encode(writeHtml(tree, { beside: publicParts(view, examined.edition) }));
}

async function annotatedCopy({ file, read, examined }: OpenWorkbook): Promise<Uint8Array> {
  if (!read.ok || examined.state === 'unreadable') throw new Error('unreadable workbook');
  const { findings, edition } = examined;
  return annotate({ file: file.name, workbook: read.workbook, findings, edition });
}

async function manifest(open: OpenWorkbook, version: string): Promise<Uint8Array> {
  const { examined, file } = open;
  if (examined.state === 'unreadable') throw new Error('unreadable workbook');
  const { name, bytes } = await written(open, 'docx', version);
  const { edition, findings } = examined;
  const data = manifestOf({ version, edition, workbook: file, document: { name, bytes }, findings });
  return new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`);
}

/** Composes the document when it is first asked for. */
export const previewOf = ({ composed }: OpenWorkbook): Preview => ({
  tree: composed().tree,
  title: composed().tree.title,
});

/** A figure's rule, inputs and cells; undefined for an id that the document does not print. */
export function sourceOf({ composed }: OpenWorkbook, id: string): Source | undefined {
  const figure = composed().printed.get(id);
  if (!figure) return undefined;
  const inputs = figuresUnder(figure).map((input) => ({ id: input.id, text: input.text }));
  const cells = leavesOf(figure).map(({ at, exact }) => ({ ...at, exact }));
  return { id, text: `${figure.text} ${figure.unit}（${exactText(figure)}）`, rule: ruleText(figure), inputs, cells };
}

/** The figures of the document that a cell feeds, each place once. */
export const fedBy = ({ composed }: OpenWorkbook, cellAddress: string): Fed[] =>
  movedBy(traceOf(composed()), cellAddress).map(({ figure: { id }, text, place }) => ({
    id,
    text,
    place: placeText(place),
  }));
