/** What `render` needs LibreOffice for: page numbers in the contents, and PDF. */
import type { RenderedDocument } from '../index.js';
import { CommandError, exitCodes } from '../terminal/exit.js';

/** Loaded only where it is asked for. */
const loadOffice = () => import('../platform/office.js');

/** Tells the office something beside the result. */
export type Say = (text: string) => void;

/** Says each text once: page numbers and PDF are laid out by the same program with the same fonts. */
export function once(say: Say): Say {
  const told = new Set<string>();
  return (text) => {
    if (told.has(text)) return;
    told.add(text);
    say(text);
  };
}

/** Where LibreOffice has taken other fonts than the form's, pages may end elsewhere than in Word (FACT fonts-2). */
async function sayFonts(pdf: Uint8Array, say: Say): Promise<void> {
  const [{ fontsOfPdf }, { fontsReplaced }] = await Promise.all([
    import('../writers/pdf/fonts.js'),
    import('../writers/docx/fonts.js'),
  ]);
  const replaced = fontsReplaced(fontsOfPdf(pdf));
  if (replaced.length === 0) return;
  say(
    `电脑上没有${replaced.join('、')}，LibreOffice 排版时用别的字体代替，版面和页码可能与 Word 不同。` +
      '请安装这些字体后重做，或在 Word、WPS 中核对页码、另存为 PDF。',
  );
}

/** Before anything is written: rejects with CommandError (4) when PDF is asked for and LibreOffice is not there. */
export async function needOffice(pdf: boolean): Promise<void> {
  if (!pdf || (await loadOffice()).findOffice() !== undefined) return;
  throw new CommandError(
    '没有找到 LibreOffice，不能生成 PDF，没有写任何文件。请安装 LibreOffice，或去掉 --pdf，用 Word、WPS 把文档另存为 PDF。',
    exitCodes.cannotWrite,
  );
}

/** The PDF of a document; `say` is told of fonts that it lacks. Throws CommandError (4). */
export async function pdfOf(docx: Uint8Array, say: Say): Promise<Uint8Array> {
  const { layOutPdf, OfficeError } = await loadOffice();
  try {
    const pdf = await layOutPdf(docx);
    await sayFonts(pdf, say);
    return pdf;
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
  say: Say,
): Promise<T> {
  const { layOutPdf, OfficeError } = await loadOffice();
  try {
    const { contentsPages } = await import('../writers/docx/paginate.js');
    const { linksOfPdf } = await import('../writers/pdf/links.js');
    const { writeDocx } = await import('../writers/docx/index.js');
    const pdf = await layOutPdf(rendered.bytes);
    const pages = contentsPages(rendered.tree, linksOfPdf(pdf));
    if (pages) {
      await sayFonts(pdf, say);
      return { ...rendered, bytes: await writeDocx(rendered.tree, pages) };
    }
    say('没能核定目录的页码，目录不印页码。');
  } catch (error) {
    if (!(error instanceof OfficeError)) throw error;
    say(`目录不印页码：${error.message}`);
  }
  return rendered;
}
