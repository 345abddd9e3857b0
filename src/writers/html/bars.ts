/**
 * Pictures on the page: each bar is drawn, its name and its figure are text beside it, so a reader without the drawing
 * misses nothing.
 */

import type { Bar, Picture } from '../../document/pictures.js';
import { cleanText, escapeXml } from '../../document/text.js';
import { inlinesHtml } from './inlines.js';

/** All pictures, under headings of level 3; `id` begins their ids. */
export const picturesHtml = (pictures: readonly Picture[], id: string): string =>
  pictures.map((picture, index) => pictureHtml(picture, `${id}${index + 1}`)).join('\n');

function pictureHtml({ title, series, bars, sentence }: Picture, id: string): string {
  const rows = bars.map((bar) => barHtml(bar, series)).join('\n');
  const list = bars.length > 0 ? `<ul class="bars">\n${rows}\n</ul>\n` : '';
  return (
    `<figure aria-labelledby="${id}">\n<h3 id="${id}">${escapeXml(cleanText(title))}<span class="unit">单位：万元</span></h3>\n` +
    `${list}<figcaption>${inlinesHtml(sentence)}</figcaption>\n</figure>`
  );
}

function barHtml({ label, values }: Bar, series: readonly string[]): string {
  const lines = values.map(({ text, length }, index) => {
    const width = (length * 100).toFixed(2);
    const name = series[index] === undefined ? '' : `<span class="series">${escapeXml(series[index] ?? '')}</span> `;
    const drawing = `<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="1"/></svg>`;
    return `<span class="value${index > 0 ? ' last' : ''}">${name}${drawing} <span class="amount">${escapeXml(text)}</span></span>`;
  });
  return `<li><span class="label">${escapeXml(cleanText(label))}</span> ${lines.join(' ')}</li>`;
}
