/**
 * What was found or compared as a page that opens in any browser, on a phone too, and prints on A4: no script, nothing
 * beside it.
 */
import { cleanText, escapeXml } from '../../document/text.js';

export type ReportPart =
  /** `note`: to be read before what follows; `unit`: of the amounts below. */
  | { readonly kind: 'paragraph' | 'note' | 'unit' | 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly label: string;
      readonly heads: readonly string[];
      readonly rows: readonly (readonly ReportCell[])[];
    };

export interface ReportCell {
  /** `head`: what the row is called; `number`: amounts and rates. */
  readonly kind: 'head' | 'number' | 'words' | 'plain';
  readonly text: string;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

const style = `:root{color-scheme:light dark;--paper:#fff;--ink:#1a1a1a;--line:#aaa;--soft:#eef2f8;--note:#fff4d6;--link:#003a8c}
@media (prefers-color-scheme:dark){:root{--paper:#1c1c1e;--ink:#e8e8e8;--line:#777;--soft:#26303d;--note:#4a3c12;--link:#9cc3ff}}
*{box-sizing:border-box}body{font:16px/1.7 "Noto Serif CJK SC",SimSun,serif;max-width:70em;
margin:0 auto;padding:1em;background:var(--paper);color:var(--ink)}
h1{font-size:1.4em;line-height:1.4}h2{font-size:1.15em;margin:2em 0 .3em}h3{font-size:1em;margin:1.2em 0 .3em}a{color:var(--link)}p,li{overflow-wrap:anywhere}
.wide{overflow-x:auto}.wide:focus-visible,a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
table{border-collapse:collapse;width:100%}th,td{border:1px solid var(--line);padding:.3em .6em;text-align:left;vertical-align:top;font-weight:normal}
thead th{background:var(--soft);font-weight:bold;white-space:nowrap}tbody th{min-width:9em}td.n{text-align:right;white-space:nowrap}td.w{min-width:6em}
.note{background:var(--note);padding:.4em .8em;border-left:4px solid #c80}.unit{text-align:right;margin:0}
@media (max-width:40rem){table{font-size:.8em;line-height:1.45}th,td{padding:.2em .35em}tbody th{min-width:5.5em}td.w{min-width:4em}
tbody th:first-child{position:sticky;left:0;background:var(--paper)}ul{padding-left:1.4em}}
@page{size:A4;margin:20mm 15mm}
@media print{:root{--paper:#fff;--ink:#000;--soft:#eee;--note:#fff;--link:#000}body{font-size:9pt;max-width:none;padding:0}.wide{overflow:visible}
nav{display:none}thead{display:table-header-group}tr{break-inside:avoid}h2{break-after:avoid}}`;

/** Plain text as HTML. */
export const textHtml = (words: string): string => escapeXml(cleanText(words));
const paragraph = (words: string, kind = ''): string => `<p${kind && ` class="${kind}"`}>${textHtml(words)}</p>`;

const classes: Readonly<Record<Exclude<ReportCell['kind'], 'head'>, string>> = { number: 'n', words: 'w', plain: '' };

function cellHtml({ kind, text, rowSpan, columnSpan }: ReportCell): string {
  const spans = `${rowSpan === undefined ? '' : ` rowspan="${rowSpan}"`}${columnSpan === undefined ? '' : ` colspan="${columnSpan}"`}`;
  if (kind === 'head') return `<th scope="row"${spans}>${textHtml(text)}</th>`;
  return `<td${classes[kind] && ` class="${classes[kind]}"`}${spans}>${textHtml(text)}</td>`;
}

function tableHtml({ label, heads, rows }: Extract<ReportPart, { kind: 'table' }>): string {
  const head = heads.map((one) => `<th scope="col">${textHtml(one)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map(cellHtml).join('')}</tr>`).join('\n');
  return (
    `<div class="wide" tabindex="0" role="region" aria-label="${textHtml(label)}"><table><thead><tr>${head}</tr></thead>\n` +
    `<tbody>\n${body}\n</tbody></table></div>`
  );
}

/** HTML. */
export function partHtml(part: ReportPart): string {
  switch (part.kind) {
    case 'table':
      return tableHtml(part);
    case 'list':
      return `<ul>\n${part.items.map((item) => `<li>${textHtml(item)}</li>`).join('\n')}\n</ul>`;
    case 'heading':
      return `<h3>${textHtml(part.text)}</h3>`;
    case 'paragraph':
      return paragraph(part.text);
    default:
      return paragraph(part.text, part.kind);
  }
}

/** A page of UTF-8; `title` is plain text, the rest HTML. */
export const reportPage = (title: string, body: readonly string[]): string =>
  [
    '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${textHtml(title)}</title>\n<style>${style}</style></head><body>\n<main>`,
    `<h1>${textHtml(title)}</h1>`,
    ...body,
    '</main></body></html>\n',
  ].join('\n');
