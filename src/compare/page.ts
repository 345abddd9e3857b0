/** A comparison as a page that opens in any browser, on a phone too, and prints on A4: no script, nothing beside it. */
import { cleanText, escapeXml } from '../document/text.js';
import type { Comparison } from './compare.js';
import type { TableChange } from './tables.js';
import type { GoalChange, TextChange } from './texts.js';
import {
  amountsText,
  cellGroups,
  columnNotes,
  goalText,
  kindWords,
  lastYearText,
  onlyTables,
  resultText,
  rowName,
  sideText,
  subjectOf,
  tableCounts,
  tableTitle,
} from './words.js';

const style = `:root{color-scheme:light dark;--paper:#fff;--ink:#1a1a1a;--line:#aaa;--soft:#eef2f8;--note:#fff4d6;--link:#003a8c}
@media (prefers-color-scheme:dark){:root{--paper:#1c1c1e;--ink:#e8e8e8;--line:#777;--soft:#26303d;--note:#4a3c12;--link:#9cc3ff}}
*{box-sizing:border-box}body{font:16px/1.7 "Noto Serif CJK SC",SimSun,serif;max-width:70em;
margin:0 auto;padding:1em;background:var(--paper);color:var(--ink)}
h1{font-size:1.4em;line-height:1.4}h2{font-size:1.15em;margin:2em 0 .3em}a{color:var(--link)}p,li{overflow-wrap:anywhere}
.wide{overflow-x:auto}.wide:focus-visible,a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
table{border-collapse:collapse;width:100%}th,td{border:1px solid var(--line);padding:.3em .6em;text-align:left;vertical-align:top;font-weight:normal}
thead th{background:var(--soft);font-weight:bold;white-space:nowrap}tbody th{min-width:9em}td.n{text-align:right;white-space:nowrap}td.w{min-width:6em}
.note{background:var(--note);padding:.4em .8em;border-left:4px solid #c80}.unit{text-align:right;margin:0}
@page{size:A4;margin:20mm 15mm}
@media print{:root{--paper:#fff;--ink:#000;--soft:#eee;--note:#fff;--link:#000}body{font-size:9pt;max-width:none;padding:0}.wide{overflow:visible}
nav{display:none}thead{display:table-header-group}tr{break-inside:avoid}h2{break-after:avoid}}`;

const text = (words: string): string => escapeXml(cleanText(words));
const paragraph = (words: string, kind = ''): string => `<p${kind && ` class="${kind}"`}>${text(words)}</p>`;

/** A table of which the first column names the rows. */
function table(label: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((one) => `<th scope="col">${text(one)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('\n');
  return (
    `<div class="wide" tabindex="0" role="region" aria-label="${text(label)}"><table><thead><tr>${head}</tr></thead>\n` +
    `<tbody>\n${body}\n</tbody></table></div>`
  );
}

const rowHead = (words: string, span = 1): string =>
  `<th scope="row"${span > 1 ? ` rowspan="${span}"` : ''}>${text(words)}</th>`;
const cell = (words: string, kind = ''): string => `<td${kind && ` class="${kind}"`}>${text(words)}</td>`;

interface PageSection {
  readonly id: string;
  readonly title: string;
  readonly body: readonly string[];
}

/** HTML, UTF-8; the same comparison gives the same text. */
export function comparisonPage(comparison: Comparison): string {
  const { before, after, notices } = comparison;
  const sections = sectionsOf(comparison).map((one, index) => ({ ...one, id: `s${index + 1}` }));
  const links = sections.map(({ id, title }) => `<li><a href="#${id}">${text(title)}</a></li>`).join('\n');
  const title = `${text(subjectOf(comparison))}：变化`;
  return [
    '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${title}</title>\n<style>${style}</style></head><body>\n<main>`,
    `<h1>${title}</h1>`,
    ...[sideText('前', before), sideText('后', after)].map((line) => paragraph(line)),
    ...[...notices, ...onlyTables(comparison)].map((line) => paragraph(line, 'note')),
    ...resultText(comparison).map((line) => paragraph(line)),
    sections.length > 1 ? `<nav aria-label="目录"><ul>\n${links}\n</ul></nav>` : '',
    ...sections.map(
      ({ id, title: own, body }) => `<section><h2 id="${id}">${text(own)}</h2>\n${body.join('\n')}</section>`,
    ),
    '</main></body></html>\n',
  ].join('\n');
}

function sectionsOf(comparison: Comparison): Omit<PageSection, 'id'>[] {
  const { lastYear, tables, figures, goals, texts } = comparison;
  const differences = (lastYear?.differences ?? []).map((one) => [rowHead(one.name), cell(lastYearText(one), 'w')]);
  const others = figures.changed.map((one) => [
    rowHead(`${one.name}${one.unit === '万元' ? '' : `（${one.unit}）`}`),
    ...[one.before, one.after, one.change, one.rate].map((words) => cell(words, 'n')),
  ]);
  const all = [
    {
      title: '上年数与前一份不同',
      body: differences.length > 0 ? [table('上年数与前一份不同', ['项目', '不同在哪里'], differences)] : [],
    },
    ...tables.filter((one) => one.rows.length > 0).map(tableSection),
    {
      title: '表外的数',
      body: others.length > 0 ? [table('表外的数', ['项目', '前', '后', '增减', '增减 %'], others)] : [],
    },
    { title: '绩效目标', body: goals.changed.flatMap((goal, index) => goalBody(goal, index + 1)) },
    { title: '文字', body: texts.changed.flatMap(textBody) },
  ];
  return all.filter(({ body }) => body.length > 0);
}

function tableSection(change: TableChange): Omit<PageSection, 'id'> {
  const title = tableTitle(change);
  const rows = change.rows.flatMap((row) => {
    const groups = cellGroups(row);
    const unit = row.unit === '' || row.unit === row.name ? '' : `${row.unit} `;
    const kind = row.kind === 'changed' ? '' : `${kindWords[row.kind]}：`;
    const head = rowHead(`${kind}${unit}${rowName(row)}`, groups.length);
    if (groups.length === 0) return [[head, ...['', '', '', '', ''].map((words) => cell(words))]];
    return groups.map(({ columns, cell: own }, index) => [
      ...(index === 0 ? [head] : []),
      cell(columns, 'w'),
      ...(own.yuan === ''
        ? [own.before, own.after, own.change, own.rate].map((words) => cell(words, 'n'))
        : [`<td colspan="4">${text(amountsText(own))}</td>`]),
    ]);
  });
  return {
    title,
    body: [
      paragraph(tableCounts(change)),
      ...columnNotes(change).map((note) => paragraph(note, 'note')),
      paragraph('单位：万元', 'unit'),
      table(title, ['编码和名称', '栏目', '前', '后', '增减', '增减 %'], rows),
    ],
  };
}

function goalBody(goal: GoalChange, number: number): string[] {
  const rows = goal.indicators.map(({ kind, name, before, after }) => [
    rowHead(name),
    cell(kindWords[kind]),
    cell(before, 'w'),
    cell(after, 'w'),
  ]);
  return [
    `<h3>${text(goal.name)}</h3>`,
    paragraph(goalText(goal)),
    table(`绩效目标 ${number}：${goal.name}`, ['三级指标', '变化', '前', '后'], rows),
  ];
}

function textBody({ title, gone, added }: TextChange): string[] {
  const items = [
    ...gone.map((words) => `<li>${text(`${kindWords.gone}：${words}`)}</li>`),
    ...added.map((words) => `<li>${text(`${kindWords.new}：${words}`)}</li>`),
  ];
  return [`<h3>${text(title)}</h3>`, `<ul>\n${items.join('\n')}\n</ul>`];
}
