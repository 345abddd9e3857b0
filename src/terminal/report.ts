/** Findings and results as an officer reads them in a terminal. */
import { styleText } from 'node:util';
import { severityWords } from '../diagnostics/counts.js';
import { type Finding, placeInWords } from '../diagnostics/finding.js';
import type { DocumentSummary } from '../document/summary.js';
import { address, type CellRef } from '../vocabulary/cells.js';
import { textWidth } from '../vocabulary/width.js';
import { groupEqual, placesText } from './grouping.js';
import { wrapped } from './wrap.js';

const severityColours = { error: 'red', warning: 'yellow', note: 'cyan' } as const;

export interface Style {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Of a file or a pipe, and the most that still reads well in a wide window. */
export const plainStyle: Style = { colour: false, width: 80 };
const widest = 110;
const narrowest = 40;

/** Colour only where a person looks, and not against their wish. */
export function styleFor(stream: NodeJS.WriteStream, wanted: boolean): Style {
  const colour = wanted && stream.isTTY === true && (process.env.NO_COLOR ?? '') === '';
  return { colour, width: Math.min(widest, Math.max(narrowest, stream.columns ?? plainStyle.width)) };
}

/** Addends are named in full up to here; more would bury the message. */
const mostRelated = 12;

/** The place inside its sheet; the sheet stands above as a heading. */
function shortPlace(at: CellRef | undefined): string {
  if (!at || at.row === 0) return '';
  return at.column === 0 ? `第${at.row}行  ` : `${address(at)}  `;
}

const indent = 6;

/** A line with a word at its front, further lines below what follows the word. */
const labelled = (label: string, text: string, { width }: Style): string[] =>
  wrapped(`${' '.repeat(indent)}${label}`, text, indent + textWidth(label), width);

function relatedText({ at: own, related }: Finding): string {
  const cells = related
    .slice(0, mostRelated)
    .map((at) => (at.sheet === own?.sheet ? shortPlace(at).trim() : placeInWords(at)));
  return `${cells.join('、')}${related.length > mostRelated ? ` 等 ${related.length} 处` : ''}`;
}

/** One finding, or several that say the same, with all of their cells. */
function findingLines(group: readonly [Finding, ...Finding[]], style: Style): string[] {
  const [found] = group;
  const isOne = group.length === 1;
  const tag = `${severityWords[found.severity]} ${found.code}`;
  const front = `  ${isOne ? shortPlace(found.at) : ''}${tag}  `;
  const same = group.every(({ message }) => message === found.message);
  const [first = '', ...rest] = wrapped(front, same ? found.message : `${found.title}。`, indent, style.width);
  return [
    style.colour ? first.replace(tag, styleText(severityColours[found.severity], tag)) : first,
    ...rest,
    ...(isOne ? [] : labelled(`共 ${group.length} 处：`, placesText(group), style)),
    ...labelled('办法：', found.remedy, style),
    ...(found.related.length > 0 ? labelled('有关单元格：', relatedText(found), style) : []),
  ];
}

/** Every finding under the name of its sheet, in the order given; those that say the same of several cells once. */
export function findingsText(findings: readonly Finding[], style: Style): string {
  let sheet: string | undefined;
  const lines = groupEqual(findings).flatMap((group) => {
    const own = group[0].at?.sheet ?? '';
    const heading = own !== sheet ? ['', own === '' ? '工作簿' : `“${own}”表`] : [];
    sheet = own;
    return [...heading, ...findingLines(group, style)];
  });
  return `${lines.slice(1).join('\n')}\n`;
}

/** The main figures of a document, in 万元 as printed. */
export function summaryText(summary: DocumentSummary): string {
  return [
    `  收支总计 ${summary.total} 万元（本年收入 ${summary.currentIncome}，上年结转结余 ${summary.carryOver}）`,
    `  基本支出 ${summary.basic} 万元，项目支出 ${summary.project} 万元`,
    `  “三公”经费 ${summary.threePublic} 万元（上年 ${summary.threePublicLastYear}）`,
    `  公开表 ${summary.tables} 张，绩效目标表 ${summary.goalTables} 张`,
  ].join('\n');
}

/** The same in one line, for lists of documents. */
export function summaryLine(summary: DocumentSummary): string {
  const { total, basic, project, threePublic, tables, goalTables } = summary;
  return `收支总计 ${total}，基本支出 ${basic}，项目支出 ${project}，“三公” ${threePublic} 万元；公开表 ${tables} 张，绩效目标表 ${goalTables} 张`;
}
