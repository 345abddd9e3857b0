/**
 * What `render` writes beside a document: the manifest, the copy with the origin of its figures as comments, and the
 * same document as a web page, as a workbook of its tables and as PDF.
 */
import { basename, dirname, join } from 'node:path';
import { manifestOf } from '../audit/manifest.js';
import type { Checked, RenderedDocument, WorkbookFile } from '../index.js';
import { packageVersion } from '../platform/package.js';
import { writeOutput } from '../terminal/files.js';
import { pdfOf } from './pages.js';
import { sourcesOf } from './sources.js';

export interface CompanionOptions {
  readonly manifest?: boolean | undefined;
  readonly annotate?: boolean | undefined;
  readonly paginate?: boolean | undefined;
  readonly html?: boolean | undefined;
  /** The page is the one for review inside: each figure leads to its origin. */
  readonly trace?: boolean | undefined;
  readonly xlsx?: boolean | undefined;
  readonly pdf?: boolean | undefined;
  readonly force: boolean;
}

/** `公开.docx` → `公开.manifest.json`, `公开（数字来源）.docx`; never the name of an office's own workbook */
const beside = (document: string, ending: string): string =>
  join(dirname(document), `${basename(document).replace(/\.docx$/i, '')}${ending}`);

const endings = {
  manifest: '.manifest.json',
  annotate: '（数字来源）.docx',
  html: '.html',
  xlsx: '（各表）.xlsx',
  pdf: '.pdf',
} as const;

/** The page for review inside is not to be taken for the one that is published. */
const htmlEnding = ({ trace }: Pick<CompanionOptions, 'trace'>): string => (trace ? '（数字来源）.html' : endings.html);

/** What `writeCompanions` will write, so that nothing is begun that cannot be finished. */
export const companionPaths = (options: CompanionOptions, document: string): string[] =>
  (Object.keys(endings) as (keyof typeof endings)[])
    .filter((key) => options[key] === true)
    .map((key) => beside(document, key === 'html' ? htmlEnding(options) : endings[key]));

/** Writes what the options ask for and returns the paths. `document` is where the document itself was written. */
export async function writeCompanions(
  {
    manifest = false,
    annotate = false,
    paginate,
    html = false,
    trace = false,
    xlsx = false,
    pdf = false,
    force,
  }: CompanionOptions,
  workbook: WorkbookFile,
  { findings, edition }: Pick<Checked, 'findings' | 'edition'>,
  rendered: RenderedDocument & { readonly bytes: Uint8Array },
  document: string,
): Promise<string[]> {
  const written: string[] = [];
  const write = (ending: string, bytes: Uint8Array) => {
    const path = beside(document, ending);
    writeOutput(path, bytes, force);
    written.push(path);
  };
  if (manifest) {
    const data = manifestOf({
      version: packageVersion(),
      edition,
      workbook,
      document: { name: basename(document), bytes: rendered.bytes },
      paginated: paginate,
      findings,
    });
    write(endings.manifest, Buffer.from(`${JSON.stringify(data, null, 2)}\n`));
  }
  if (annotate) {
    const { annotateFigures } = await import('../audit/annotateFigures.js');
    write(endings.annotate, annotateFigures(rendered));
  }
  if (html) {
    const { writeHtml } = await import('../writers/html/index.js');
    write(
      htmlEnding({ trace }),
      Buffer.from(writeHtml(rendered.tree, { sourceOf: trace ? sourcesOf(rendered.printed) : undefined })),
    );
  }
  if (xlsx) {
    const { writePublicationWorkbook } = await import('../writers/xlsx/index.js');
    write(endings.xlsx, await writePublicationWorkbook(rendered.tree));
  }
  if (pdf) write(endings.pdf, await pdfOf(rendered.bytes));
  return written;
}
