/**
 * What `render` writes for the public beside the Word file: the page, and 图说预算 as a page, a drawing and a Word
 * document.
 */

import { chartTitle, chartTree } from '../document/chartTree.js';
import type { PublicParts } from '../document/publicParts.js';
import { type Edition, publicParts, type RenderedDocument } from '../index.js';
import { writeChartSvg } from '../writers/html/chartSvg.js';
import { writeHtml } from '../writers/html/index.js';
import { writeChartPage } from '../writers/html/publicParts.js';
import { tracedEnding } from './companions.js';
import { sourcesOf } from './sources.js';

export interface Wanted {
  readonly html: boolean;
  /** The page is the one for review inside. */
  readonly trace: boolean;
  readonly chart: boolean;
  readonly chartDocx: boolean;
}

/** Of each file the ending of its name, and its bytes. */
export async function writePublic(
  { html, trace, chart, chartDocx }: Wanted,
  rendered: RenderedDocument,
  edition: Edition,
): Promise<[string, Uint8Array][]> {
  const parts = publicParts(rendered.view, edition);
  const title = chartTitle(rendered.view);
  const files: [string, Uint8Array][] = [];
  if (html) files.push(trace ? [tracedEnding, tracedPage(rendered, parts)] : ['.html', publicPage(rendered, parts)]);
  if (chart) {
    files.push(['（图说预算）.html', Buffer.from(writeChartPage(title, parts))]);
    files.push(['（图说预算）.svg', Buffer.from(writeChartSvg(title, parts.pictures))]);
  }
  if (chartDocx) {
    const { writeDocx } = await import('../writers/docx/index.js');
    files.push(['（图说预算）.docx', await writeDocx(chartTree(title, rendered.view.name, parts.pictures))]);
  }
  return files;
}

const publicPage = ({ tree }: RenderedDocument, beside: PublicParts): Uint8Array =>
  Buffer.from(writeHtml(tree, { beside }));

function tracedPage({ tree, printed }: RenderedDocument, beside: PublicParts): Uint8Array {
  const sourceOf = sourcesOf(new Map([...beside.printed, ...printed]));
  return Buffer.from(writeHtml(tree, { beside, sourceOf }));
}
