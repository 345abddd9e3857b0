/** The findings of one document as a page that opens in any browser and prints on A4. */
import { cleanText, escapeXml } from '../document/text.js';
import { placeText } from '../published/place.js';
import type { Audited } from './audit.js';
import { auditKinds } from './finding.js';
import { doneText, type Recognised, reservations, resultText, subjectOf } from './report.js';

const style = `body{font:16px/1.7 "Noto Serif CJK SC",SimSun,serif;max-width:60em;margin:2em auto;padding:0 1em;color:#1a1a1a}
h1{font-size:1.4em}table{border-collapse:collapse;width:100%}th,td{border:1px solid #aaa;padding:.4em .6em;text-align:left;vertical-align:top}
thead{display:table-header-group}tr{break-inside:avoid}.note{background:#fff4d6;padding:.4em .8em;border-left:4px solid #c80}
@media print{body{margin:0;max-width:none}}`;

const text = (words: string): string => escapeXml(cleanText(words));
const paragraph = (words: string, kind = ''): string => `<p${kind && ` class="${kind}"`}>${text(words)}</p>`;

/** HTML, UTF-8. `file`: the document's name. */
export function auditPage(file: string, seen: Recognised, audited: Audited): string {
  const differences = audited.findings.filter(({ severity }) => severity === 'difference');
  const rows = differences.map(
    ({ kind, place, message }, index) =>
      `<tr><td>${index + 1}</td><td>${auditKinds[kind]}</td><td>${text(placeText(place))}</td><td>${text(message)}</td></tr>`,
  );
  const head = '<thead><tr><th>序号</th><th>问题</th><th>位置</th><th>说明</th></tr></thead>';
  const table = rows.length > 0 ? `<table>${head}<tbody>\n${rows.join('\n')}\n</tbody></table>` : '';
  return [
    '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${text(file)}：核对结果</title>\n<style>${style}</style></head><body>`,
    `<h1>${text(file)}：核对结果</h1>`,
    paragraph(subjectOf(seen)),
    ...reservations(seen).map((line) => paragraph(line, 'note')),
    paragraph(resultText(seen, audited)),
    table,
    ...doneText(seen, audited).map((line) => paragraph(line)),
    '</body></html>\n',
  ].join('\n');
}
