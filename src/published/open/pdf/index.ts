/**
 * A PDF as a reader sees it: ruled tables by their lines, paragraphs by where their lines begin and end, both joined
 * over pages.
 */
import type { PublishedDocument } from '../../document.js';
import { assemble } from '../assemble.js';
import { refuse } from '../refusal.js';
import type { PageContent } from './content.js';
import { flowOf } from './flow.js';
import { withoutFurniture } from './furniture.js';
import { layOut } from './layout.js';
import { type PdfContent, readPages } from './pages.js';
import { singlePages } from './sheets.js';
import { withoutWatermarks } from './watermarks.js';

/** Throws ReadProblem. A text that its programs left unreadable is told in the notices. */
export async function openPdf(bytes: Uint8Array): Promise<PublishedDocument> {
  const content = await readPages(bytes);
  const pages = withoutWatermarks(content.pages);
  if (pages.every(({ glyphs }) => glyphs.length === 0)) return refuse('F42', { pages: String(pages.length) });
  const layouts = withoutFurniture(singlePages(pages).map(layOut));
  return assemble('pdf', flowOf(layouts), noticesOf({ ...content, pages }));
}

function noticesOf({ pages, undrawn, attached }: PdfContent): string[] {
  const unknown = pages.reduce((count, page) => count + page.unknown, 0);
  const unseen = pages.reduce((count, page) => count + page.unseen, 0);
  const withUnseen = pages.filter((page) => page.unseen > 0);
  const withUnknown = pages.filter((page) => page.unknown > 0);
  const recognised = pages.filter((page) => page.recognised);
  const aslant = pages.filter((page) => page.aslant > 0);
  const drawn = pages.filter(({ glyphs, pictures }) => glyphs.length === 0 && pictures > 0);
  return [
    unknown > 0 && `${pagesInWords(withUnknown)}有 ${unknown} 个字认不出来（PDF 没有带它们的编码），读作“□”。`,
    recognised.length > 0 && `${pagesInWords(recognised)}是扫描件，文字由识别软件加上，可能有误，请对照原文。`,
    aslant.length > 0 && `${pagesInWords(aslant)}的水印没有读取。`,
    unseen > 0 && `${pagesInWords(withUnseen)}有 ${unseen} 个白色的字，看不见，没有读取。`,
    undrawn > 0 && `有 ${undrawn} 处表单、批注里填的文字没有画在页面上，没有读取；请在 PDF 软件中打印成新的 PDF 再读。`,
    attached && 'PDF 里附有别的文件，其中的内容没有读取；请把它们另存出来再读。',
    drawn.length > 0 && `${pagesInWords(drawn)}是图片，其中的文字和数字没有读取。`,
  ].filter((notice) => notice !== false);
}

/** 第 1、3–5 页 */
function pagesInWords(pages: readonly PageContent[]): string {
  const runs: [number, number][] = [];
  for (const { number } of pages) {
    const run = runs.at(-1);
    if (run && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return `第 ${runs.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join('、')} 页`;
}
