/** Text of the page: runs, line breaks, figures that lead to their origin, and terms that lead to their explanation. */

import { cleanLines, escapeXml } from '../../document/text.js';
import type { Inline, TextRun } from '../../document/tree.js';
import type { Origins } from './origins.js';
import type { Terms } from './terms.js';

/** What may become a link while the page is written. */
export interface Links {
  readonly origins: Origins | undefined;
  readonly terms: Terms | undefined;
}

/** HTML, escaped; `links` leads figures and terms to where they are explained. */
export const inlinesHtml = (inlines: readonly Inline[], links?: Links): string =>
  inlines.map((inline) => (inline.kind === 'break' ? '<br>' : runHtml(inline, links))).join('');

function runHtml({ text, bold, figure }: TextRun, links: Links | undefined): string {
  const lines = cleanLines(text);
  const html = lines
    .map((line) => (figure === undefined && links?.terms ? links.terms.linked(line) : escapeXml(line)))
    .join('<br>');
  const linked = figure === undefined ? html : (links?.origins?.linked(figure, html) ?? html);
  return bold ? `<b>${linked}</b>` : linked;
}
