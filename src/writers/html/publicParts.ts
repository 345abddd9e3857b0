/** The budget in plain words and in pictures: a box before the document, and a page of its own (图说预算). */
import { plainText } from '../../document/parseInline.js';
import type { PublicParts } from '../../document/publicParts.js';
import { cleanText, escapeXml } from '../../document/text.js';
import type { Block } from '../../document/tree.js';
import { picturesHtml } from './bars.js';
import { inlinesHtml, type Links } from './inlines.js';
import { pageHtml } from './page.js';

type Parts = Pick<PublicParts, 'plainWords' | 'pictures'>;

/** What stands before the contents of the document. */
export function boxesHtml({ plainWords, pictures }: Parts, links: Links): string {
  const words =
    plainWords.length > 0
      ? `<aside class="box words" aria-labelledby="words">\n${wordsHtml(plainWords, links)}\n</aside>\n`
      : '';
  const drawn =
    pictures.length > 0
      ? `<aside class="box" aria-labelledby="pictures">\n<h2 id="pictures">图说预算</h2>\n${picturesHtml(pictures, 'g')}\n</aside>\n`
      : '';
  return words + drawn;
}

/** The page of its own. */
export function writeChartPage(title: string, { plainWords, pictures }: Parts): string {
  const links: Links = { origins: undefined, terms: undefined };
  const name = escapeXml(cleanText(title));
  const words = plainWords.length > 0 ? `<section class="words">\n${wordsHtml(plainWords, links)}\n</section>\n` : '';
  return pageHtml(
    name,
    `<header class="short"><h1>${name}</h1></header>\n<main class="chart">\n${words}<section aria-labelledby="pictures">\n` +
      `<h2 id="pictures">图说</h2>\n${picturesHtml(pictures, 'g')}\n</section>\n</main>\n`,
  );
}

function wordsHtml(blocks: readonly Block[], links: Links): string {
  return blocks
    .map((block, index) => {
      if (block.kind === 'heading') {
        const id = index === 0 ? ' id="words"' : '';
        return `<h${block.level + 1}${id}>${escapeXml(cleanText(plainText(block.inlines)))}</h${block.level + 1}>`;
      }
      return block.kind === 'paragraph' ? `<p>${inlinesHtml(block.inlines, links)}</p>` : '';
    })
    .join('\n');
}
