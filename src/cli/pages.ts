/** What `render` needs LibreOffice for: page numbers in the contents, and PDF. */
import type { RenderedDocument } from '../index.js';
import { findOffice, layOutPdf, OfficeError } from '../platform/office.js';
import { CommandError, exitCodes } from '../terminal/exit.js';

/** Before anything is written: throws CommandError (4) when PDF is asked for and LibreOffice is not there. */
export function needOffice(pdf: boolean): void {
  if (!pdf || findOffice() !== undefined) return;
  throw new CommandError(
    '没有找到 LibreOffice，不能生成 PDF，没有写任何文件。请安装 LibreOffice，或去掉 --pdf，用 Word、WPS 把文档另存为 PDF。',
    exitCodes.cannotWrite,
  );
}

/** The PDF of a document. Throws CommandError (4). */
export async function pdfOf(docx: Uint8Array): Promise<Uint8Array> {
  try {
    return await layOutPdf(docx);
  } catch (error) {
    if (error instanceof OfficeError) throw new CommandError(error.message, exitCodes.cannotWrite);
    throw error;
  }
}

/**
 * The document with page numbers in its contents, as LibreOffice lays it out. Where that cannot be had the document
 * comes back as it is, and `say` is told why: an entry without a number is right, one with a wrong number is not.
 */
export async function withPageNumbers<T extends RenderedDocument & { readonly bytes: Uint8Array }>(
  rendered: T,
  say: (text: string) => void,
): Promise<T> {
  try {
    const { contentsPages } = await import('../writers/docx/paginate.js');
    const { linksOfPdf } = await import('../writers/pdf/links.js');
    const { writeDocx } = await import('../writers/docx/index.js');
    const pages = contentsPages(rendered.tree, linksOfPdf(await layOutPdf(rendered.bytes)));
    if (pages) return { ...rendered, bytes: await writeDocx(rendered.tree, pages) };
    say('没能核定目录的页码，目录不印页码。');
  } catch (error) {
    if (!(error instanceof OfficeError)) throw error;
    say(`目录不印页码：${error.message}`);
  }
  return rendered;
}
