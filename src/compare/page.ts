/** A comparison as a page. */
import { partHtml, type ReportPart, reportPage, textHtml } from '../writers/html/report.js';
import type { DocumentComparison } from './compare.js';
import { sectionsOf } from './sections.js';
import { onlyTables, resultText, sideText, subjectOf } from './words.js';

/** HTML, UTF-8; the same comparison gives the same text. */
export function comparisonPage(comparison: DocumentComparison): string {
  const { before, after, notices } = comparison;
  const sections = sectionsOf(comparison).map((one, index) => ({ ...one, id: `s${index + 1}` }));
  const links = sections.map(({ id, title }) => `<li><a href="#${id}">${textHtml(title)}</a></li>`).join('\n');
  const said = (kind: 'paragraph' | 'note', lines: readonly string[]) =>
    lines.map((text) => partHtml({ kind, text } satisfies ReportPart));
  return reportPage(`${subjectOf(comparison)}：变化`, [
    ...said('paragraph', [sideText('前', before), sideText('后', after)]),
    ...said('note', [...notices, ...onlyTables(comparison)]),
    ...said('paragraph', resultText(comparison)),
    sections.length > 1 ? `<nav aria-label="目录"><ul>\n${links}\n</ul></nav>` : '',
    ...sections.map(
      ({ id, title, parts }) =>
        `<section><h2 id="${id}">${textHtml(title)}</h2>\n${parts.map(partHtml).join('\n')}</section>`,
    ),
  ]);
}
