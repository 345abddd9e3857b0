/** Findings and results as an officer reads them in a terminal. */
import { styleText } from 'node:util';
import { severityWords } from '../diagnostics/counts.js';
import { type Finding, place } from '../diagnostics/finding.js';
import type { DocumentSummary } from '../document/summary.js';
import { address, type CellRef } from '../vocabulary/cells.js';

const severityColours = { error: 'red', warning: 'yellow', note: 'cyan' } as const;

export interface Style {
  readonly colour: boolean;
}

/** Colour only where a person looks, and not against their wish. */
export function styleFor(stream: NodeJS.WriteStream, wanted: boolean): Style {
  return { colour: wanted && stream.isTTY === true && (process.env.NO_COLOR ?? '') === '' };
}

/** Addends are named in full up to here; more would bury the message. */
const mostRelated = 12;

/** The place inside its sheet; the sheet stands above as a heading. */
function shortPlace(at: CellRef | undefined): string {
  if (!at || at.row === 0) return '';
  return at.column === 0 ? `第${at.row}行  ` : `${address(at)}  `;
}

function findingLines(found: Finding, style: Style): string[] {
  const tag = `${severityWords[found.severity]} ${found.code}`;
  const coloured = style.colour ? styleText(severityColours[found.severity], tag) : tag;
  const lines = [`  ${shortPlace(found.at)}${coloured}  ${found.message}`, `      办法：${found.remedy}`];
  if (found.related.length > 0) {
    const cells = found.related
      .slice(0, mostRelated)
      .map((at) => (at.sheet === found.at?.sheet ? shortPlace(at).trim() : place(at)));
    const more = found.related.length > mostRelated ? ` 等 ${found.related.length} 处` : '';
    lines.push(`      有关单元格：${cells.join('、')}${more}`);
  }
  return lines;
}

/** Every finding under the name of its sheet, in the order given. */
export function findingsText(findings: readonly Finding[], style: Style): string {
  let sheet: string | undefined;
  const lines = findings.flatMap((found) => {
    const own = found.at?.sheet ?? '';
    const heading = own !== sheet ? ['', own === '' ? '工作簿' : `“${own}”表`] : [];
    sheet = own;
    return [...heading, ...findingLines(found, style)];
  });
  return `${lines.slice(1).join('\n')}\n`;
}

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
