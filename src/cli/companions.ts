/**
 * What `render` writes beside a document: the manifest, the copy with the origin of its figures as comments, and the
 * same document as a web page, as a workbook of its tables and as PDF.
 */
import { basename, dirname, join } from 'node:path';
import { manifestOf } from '../audit/manifest.js';
import type { Checked, RenderedDocument, WorkbookFile } from '../index.js';
import { packageVersion } from '../platform/package.js';
import { writeOutput } from '../terminal/files.js';
import { pdfOf, type Say } from './pages.js';

export interface CompanionOptions {
  readonly manifest?: boolean | undefined;
  readonly annotate?: boolean | undefined;
  readonly paginate?: boolean | undefined;
  readonly html?: boolean | undefined;
  /** The page is the one for review inside: each figure leads to its origin. */
  readonly trace?: boolean | undefined;
  /** 图说预算 as a page and as a drawing; as a Word document. */
  readonly chart?: boolean | undefined;
  readonly chartDocx?: boolean | undefined;
  readonly xlsx?: boolean | undefined;
  /** The data as a package of CSV files. */
  readonly data?: boolean | undefined;
  readonly pdf?: boolean | undefined;
  readonly force: boolean;
}

/** `公开.docx` → `公开.manifest.json`, `公开（数字来源）.docx`; never the name of an office's own workbook */
const beside = (document: string, ending: string): string =>
  join(dirname(document), `${basename(document).replace(/\.docx$/i, '')}${ending}`);

const endings = {
  manifest: ['.manifest.json'],
  annotate: ['（数字来源）.docx'],
  html: ['.html'],
  chart: ['（图说预算）.html', '（图说预算）.svg'],
  chartDocx: ['（图说预算）.docx'],
  xlsx: ['（各表）.xlsx'],
  data: ['（数据）.zip'],
  pdf: ['.pdf'],
} as const;

/** The page for review inside is not to be taken for the one that is published. */
export const tracedEnding = '（数字来源）.html';

/** What `writeCompanions` will write, so that nothing is begun that cannot be finished. */
export const companionPaths = (options: CompanionOptions, document: string): string[] =>
  (Object.keys(endings) as (keyof typeof endings)[])
    .filter((key) => options[key] === true)
    .flatMap((key) => (key === 'html' && options.trace ? [tracedEnding] : endings[key]))
    .map((ending) => beside(document, ending));

/**
 * Writes what the options ask for and returns the paths. `document` is where the document itself was written; `say` is
 * told what the office should know of a PDF beyond its path.
 */
export async function writeCompanions(
  {
    manifest = false,
    annotate = false,
    paginate,
    html = false,
    trace = false,
    chart = false,
    chartDocx = false,
    xlsx = false,
    data = false,
    pdf = false,
    force,
  }: CompanionOptions,
  workbook: WorkbookFile,
  { findings, edition }: Pick<Checked, 'findings' | 'edition'>,
  rendered: RenderedDocument & { readonly bytes: Uint8Array },
  document: string,
  say: Say,
): Promise<string[]> {
  const written: string[] = [];
  const write = (ending: string, bytes: Uint8Array) => {
    const path = beside(document, ending);
    writeOutput(path, bytes, force);
    written.push(path);
  };
  if (manifest) {
    const listed = manifestOf({
      version: packageVersion(),
      edition,
      workbook,
      document: { name: basename(document), bytes: rendered.bytes },
      paginated: paginate,
      findings,
    });
    write(endings.manifest[0], Buffer.from(`${JSON.stringify(listed, null, 2)}\n`));
  }
  if (annotate) {
    const { annotateFigures } = await import('../audit/annotateFigures.js');
    write(endings.annotate[0], annotateFigures(rendered));
  }
  if (html || chart || chartDocx) {
    const { writePublic } = await import('./publicPages.js');
    for (const [ending, bytes] of await writePublic({ html, trace, chart, chartDocx }, rendered, edition))
      write(ending, bytes);
  }
  if (xlsx) {
    const { writePublicationWorkbook } = await import('../writers/xlsx/index.js');
    write(endings.xlsx[0], await writePublicationWorkbook(rendered.tree));
  }
  if (data) {
    const [{ dataOf }, { writeDataPackage }] = await Promise.all([
      import('../writers/data/dataOf.js'),
      import('../writers/data/index.js'),
    ]);
    write(endings.data[0], writeDataPackage(dataOf(rendered)));
  }
  if (pdf) write(endings.pdf[0], await pdfOf(rendered.bytes, say));
  return written;
}
